"""What the card shows before a search: that the guide loads, or what can be asked."""

from typing import TYPE_CHECKING

from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line, ink, pad, wrap

if TYPE_CHECKING:
    from hqguide.market.pack import Market

EXAMPLES = (
    ("100nF 0603", "a value and a size", "参数与封装"),
    ("电容", "a Chinese word", "中文名称"),
    ("dianzu", "pinyin", "拼音"),
    ("usb c connector", "plain English", "英文"),
    ("STM32F103", "a part number", "型号"),
)


def loading_lines(typed: bool, width: int, look: Look) -> list[Line]:
    """That the guide loads, and that what was typed is kept."""
    return wrap((ink(look.say("loading typed" if typed else "loading") + look.more, "dim"),), width)


def welcome_lines(market: "Market", width: int, look: Look) -> list[Line]:
    """What the guide does, examples to try, and what the pack holds."""
    out = [*wrap((ink(look.say("welcome 1") + " " + look.say("welcome 2"), ""),), min(width, 88)), EMPTY]
    for query, english, chinese in EXAMPLES:
        first = look.say("try") if query == EXAMPLES[0][0] else ""
        line = (*pad((ink(first, "faint"),), 6), *pad((ink(query, "gold"),), 18))
        out.append((*line, ink(english if look.language == "en" else chinese, "dim")))
    pack = market.manifest
    held = look.say(
        "welcome data",
        pack=pack.name,
        version=pack.version,
        buildings=len(market.buildings),
        stalls=len(market.stalls),
        as_of=pack.as_of,
    )
    return [*out, EMPTY, *wrap((ink(held, "faint"),), width)]
