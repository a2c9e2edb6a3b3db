"""Why a place stands where it does, as lines of a card."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hqguide.tui.faces.fields import field
from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line, ink

if TYPE_CHECKING:
    from hqguide.search.answer import Reason

FACTOR = 6


def reason_lines(reasons: "Sequence[Reason]", width: int, look: Look) -> list[Line]:
    """The factors that multiply to the rank of a place; a closed place has none and stands at the end."""
    if not reasons:
        return [*field(look.say("why"), [ink(look.say("why closed"), "dim")], width), EMPTY]
    out: list[Line] = []
    for number, reason in enumerate(reasons):
        runs = [ink(f"{look.times} {reason.factor:<{FACTOR}.3g}", "gold"), ink(reason.what)]
        out += field("" if number else look.say("why"), runs, width)
    return [*out, EMPTY]
