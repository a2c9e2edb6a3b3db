"""What Find shows of an answer: its rows, its heading, the card and the small map of a place."""

from functools import partial
from typing import TYPE_CHECKING

from hqguide.errors import GuideError
from hqguide.tui.faces.offerlines import offer_lines
from hqguide.tui.faces.placecard import card_lines, no_place_lines
from hqguide.tui.faces.reasons import reason_lines
from hqguide.tui.faces.results import count, meaning, result_height, result_lines
from hqguide.tui.ground import ground_of
from hqguide.tui.look import Look
from hqguide.tui.nearby import toward
from hqguide.tui.picture import picture, place_marks, view_of
from hqguide.tui.runs import Line, ink
from hqguide.tui.widgets.bar import Part
from hqguide.tui.widgets.chooser import Row
from hqguide.tui.widgets.map_canvas import Painter
from hqguide.tui.widgets.page import Draw

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.map.drawing import Drawing
    from hqguide.market.card import Card
    from hqguide.market.whereabouts import Here
    from hqguide.search.answer import Answer, PlaceHit, Reason


# More than one screen of places, few enough to draw between two keys.
LIMIT = 60


def rows_of(answer: "Answer", look: Look) -> list[Row]:
    """A row for every place that answers, then for every closed one."""

    def row(hit: "PlaceHit", *, closed: bool) -> Row:
        return Row(hit.place, partial(result_lines, hit, look=look, closed=closed), tall=result_height)

    living = [row(hit, closed=False) for hit in answer.places]
    return living + [row(hit, closed=True) for hit in answer.closed]


def heading(answer: "Answer", look: Look) -> tuple[list[Part], list[Part]]:
    """What was understood, and how many places there are."""
    said = meaning(answer, look)
    counted = Part((ink(f"  {count(answer, look, LIMIT)}", "gold"),))
    return [Part(said)] if said else [], [counted] if answer.places or answer.closed else []


def card_of(
    guide: "Guide",
    hit: "PlaceHit",
    answer: "Answer",
    look: Look,
    here: "Here | None",
    why: "tuple[Reason, ...] | None" = None,
) -> Draw:
    """The card of a place, with what is known of the place itself and how far it is from ``here``.

    ``why`` are the reasons for its rank, told first when they were asked for.
    """
    card, near = _known(guide, hit.place), toward(here, guide.market, hit.building)

    def draw(width: int) -> list[Line]:
        reasons = [] if why is None else reason_lines(why, width, look)
        card_itself = card_lines(hit, card, answer, width, look, near=near)
        return reasons + card_itself + offer_lines(answer, width, look)

    return draw


def reasons_of(guide: "Guide", answer: "Answer") -> "dict[str, tuple[Reason, ...]]":
    """The reasons for the rank of every place of ``answer``, by its path; a closed place has none."""
    told = guide.find(answer.query, limit=LIMIT, why=True)
    return {hit.place: hit.why for hit in (*told.places, *told.closed)}


def no_place(answer: "Answer", look: Look) -> Draw:
    """The page for an answer without any place."""

    def draw(width: int) -> list[Line]:
        return no_place_lines(answer, width, look) + offer_lines(answer, width, look)

    return draw


def small_map(guide: "Guide", place: str, look: Look) -> Painter | None:
    """The surroundings of a place; ``None`` when nobody knows where it stands."""
    ground = ground_of(guide)
    marks = place_marks(ground.market, place, look)
    points = [(mark.lat, mark.lon) for mark in marks]

    def paint(width: int, height: int) -> "Drawing":
        return picture(ground, view_of(ground, width, height, points), width, height, look, marks)

    return paint if marks else None


def evidence_of(answer: "Answer") -> dict[str, float]:
    """The best score of the answer in every hall, as a share of the best of all."""
    best: dict[str, float] = {}
    for hit in answer.places:
        best[hit.building] = max(best.get(hit.building, 0.0), hit.score)
    most = max(best.values(), default=0.0)
    return {hall: score / most for hall, score in best.items() if hall} if most > 0 else {}


def _known(guide: "Guide", place: str) -> "Card | None":
    """What is known of the place, or of its floor or hall when it is not on record itself."""
    while place:
        try:
            return guide.show(place)
        except GuideError:
            place = place.rpartition("/")[0]
    return None
