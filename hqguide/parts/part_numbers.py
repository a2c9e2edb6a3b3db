"""The part numbers of a query as meanings, and which of them leave no doubt."""

from collections.abc import Collection

import msgspec

from hqguide.parts import families
from hqguide.parts.language import Language
from hqguide.parts.meaning import Meaning, Meanings, keep
from hqguide.parts.normalise import part_key
from hqguide.parts.query import Query
from hqguide.parts.reading import Via
from hqguide.parts.spelling import beginning
from hqguide.parts.value_hints import hints
from hqguide.parts.values import parse

_BESIDE_WORDS, _WHOLE = 0.82, 1.02
_MOST, _SHORT, _SHORTEST = 6, 24, 4
_LONG_NUMBER, _SURE = 8, 0.9
_BOARD_WORDS = frozenset(("module", "breakout", "devkit", "feather", "devboard"))
_BOARD_OF_TWO = frozenset(("development", "dev", "controller", "microcontroller", "mcu", "main", "driver"))
_BOARDS_ZH = ("模块", "模组")
_ON_BOARD = 1.04
_BOARD_OF = {
    "ic.battery": "battery.bms",
    "ic.power": "power.module",
    "ic.rf": "wireless.lora",
    "ic.mcu": "module.board",
    "ic.soc": "module.board",
    "wireless.wifi": "module.board",
}
# Categories and groups that sell a chip on a board, ready to use.
_ON_A_BOARD = ("module", "wireless", "power.module", "battery.bms")


class PartReading(msgspec.Struct, frozen=True):
    """Meanings of the part numbers; ``settled`` are the categories of known ones typed alone.

    ``one`` says that the query is one long number of a known kind: words and values inside it are its own.
    """

    meanings: Meanings
    settled: frozenset[str] = frozenset()
    one: bool = False


def read_parts(query: Query, language: Language) -> PartReading:
    """The part numbers of a query; a query typed with blanks inside a number is tried as one."""
    out: Meanings = {}
    settled = set()
    on_board = _says_board(query)
    whole = part_key(query.text)
    lone = len(query.tokens) == 1 and not query.chinese
    factor = 1.0 if query.plain or lone else _BESIDE_WORDS
    for candidate in _candidates(query, whole, language):
        if _is_value(candidate, language):
            continue
        fits = families.read_part(candidate, language)
        for fit in [fit for fit in fits if fit.certain] or fits:
            family = language.families[fit.family]
            category = language.by_id[family.category]
            via: Via = "part number" if fit.exact or family.tier == "part" else "part family"
            # A number typed with blanks in it must be a known one: else any words make a number.
            if candidate is whole and via == "part family":
                continue
            if fit.exact if candidate is whole else fit.certain and query.plain:
                settled.add(family.category)
            own = _WHOLE if candidate is whole else factor
            keep(out, Meaning(family.category, fit.score * own, via, family.name, category.said_zh))
            board = _board(family.category) if on_board else ""
            if board:
                name = language.by_id[board]
                keep(out, Meaning(board, fit.score * _ON_BOARD, via, name.name_en, name.said_zh))
    alone = len(query.tokens) == 1 and len(whole) >= _LONG_NUMBER and not query.chinese
    one = alone and any(meaning.score >= _SURE for meaning in out.values())
    return PartReading(out, frozenset(settled), one)


def _says_board(query: Query) -> bool:
    """Whether a board or module with a chip is wanted, not the chip."""
    said = set(query.words)
    two = "board" in said and not said.isdisjoint(_BOARD_OF_TWO)
    return two or not said.isdisjoint(_BOARD_WORDS) or any(word in query.chinese for word in _BOARDS_ZH)


def _board(category: str) -> str:
    """What sells a chip of ``category`` on a board; empty for what is one already."""
    if category in _BOARD_OF:
        return _BOARD_OF[category]
    return "module.kit" if category.partition(".")[0] == "ic" else ""


def settle(found: Meanings, settled: Collection[str]) -> Meanings:
    """What is left when a known part number says what the best meaning says: that, and boards with it."""
    best = max(found.values(), key=lambda meaning: meaning.score, default=None)
    if best is None or best.category not in settled:
        return found
    return {
        category: meaning
        for category, meaning in found.items()
        if category in settled or category in _ON_A_BOARD or category.partition(".")[0] in _ON_A_BOARD
    }


def _candidates(query: Query, whole: str, language: Language) -> list[str]:
    """What may be part numbers: the whole query when it is short, then its likely words."""
    out = [t for t in query.tokens if t in query.parts or _begins_known(t, language)]
    short = len(query.words) > 1 and not query.chinese and len(query.text) <= _SHORT
    if query.parts and short and query.values.rest:
        out.insert(0, whole)
    return out[:_MOST]


def _begins_known(token: str, language: Language) -> bool:
    """Whether a token without a digit is a known number or begins one: SMA-KE and HC-SR, not heat-sink."""
    key = part_key(token)
    return "-" in token and len(key) > _SHORTEST and any(beginning(key, language.example_names))


def _is_value(token: str, language: Language) -> bool:
    """Whether a token says a value and is not known as a part number."""
    if part_key(token) in language.index.examples:
        return False
    values = parse(token)
    return bool(values) and not values.rest and bool(hints(values))
