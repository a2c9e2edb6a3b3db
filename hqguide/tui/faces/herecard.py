"""Where the reader is, in words; and what the district says when nothing is chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hqguide.tui.faces.fields import field
from hqguide.tui.look import Look
from hqguide.tui.nearby import near_words, words_of
from hqguide.tui.runs import Line, Run, cut, ink, wrap
from hqguide.tui.visit import Visit

if TYPE_CHECKING:
    from hqguide.market.whereabouts import Here, Near


def hint_lines(visit: Visit, width: int) -> list[Line]:
    """How to choose, what the signs mean, what is shaded, where the reader is."""
    look = visit.look
    out: list[Line] = []
    if visit.shade:
        out.append((ink(look.say("shaded", query=visit.shade_for), "title"),))
    out += [(ink(look.say("map hint"), "dim"),), (ink(look.say("map legend"), "faint"),)]
    if visit.here is not None:
        out.append(tuple(_head(visit.here, look)))
    return [cut(line, width, look.more) for line in out]


def here_lines(here: "Here | None", near: "Sequence[Near]", width: int, look: Look) -> list[Line]:
    """The place set, how far it may be off, the halls round it."""
    if here is None:
        return [(ink(look.say("here unknown"), "dim"),)]
    out = wrap(_head(here, look), width)
    for number, one in enumerate(near):
        name = (one.name_zh if look.language == "zh" else one.name_en) or one.name_zh or one.place
        runs: list[Run] = [ink(name, "title"), ink(look.dot + near_words(one, look), "dim")]
        out += field("" if number else look.say("near by"), runs, width)
    if here.sign_zh:
        out += field(look.say("sign"), [ink("，".join(here.sign_zh), "han")], width)
    if here.position is not None:
        out += field(look.say("known"), [ink(here.position.basis, "dim")], width)
    return out


def _head(here: "Here", look: Look) -> list[Run]:
    runs = [ink(f"{look.say('you are here')}: ", "gold"), ink(words_of(here, look), "title")]
    if here.position is None:
        runs.append(ink(look.dot + look.say("here nowhere"), "warn"))
    else:
        sign = "+-" if look.ascii else "±"
        runs.append(ink(f"{look.dot}{sign}{here.position.accuracy_m:.0f} m", "dim"))
    return runs
