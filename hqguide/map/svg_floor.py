"""A floor as SVG, the twin of the drawing in terminal cells: on its plan, or numbers side by side."""

from collections.abc import Sequence

from hqguide.map.look import Look, look
from hqguide.map.names import Tongue, hall_words
from hqguide.map.numbers import groups
from hqguide.map.remarks import foot, head, legend
from hqguide.map.svg_page import EDGE, document, paragraphs
from hqguide.map.svg_plan import plan_markup
from hqguide.map.svg_schematic import schematic_markup
from hqguide.market.floorplan import FloorPlan
from hqguide.market.model import Building, Stall, floor_label
from hqguide.market.pack import Market


def floor_svg(
    market: Market,
    plans: Sequence[FloorPlan],
    building: Building,
    level: int,
    *,
    wanted: str | None = None,
    marks: Sequence[Stall] | None = None,
    language: Tongue = "en",
    generic: bool = False,
) -> str:
    """The floor as SVG text, 360 units wide, without XML declaration; arguments as for ``draw_floor``."""
    seen = look(market, plans, building, level, wanted, marks, language, generic)
    remarks, notes = head(seen), foot(seen)
    body, y = paragraphs(remarks, 2.0)
    picture, y = _picture(seen, y + EDGE)
    key = (legend(seen.plan, bool(seen.recorded), language),) if seen.plan else ()
    lines, y = paragraphs((*key, *notes), y + 2)
    title = f"{' '.join(hall_words(building, language)[0])} {floor_label(level) if level else level}"
    told = ". ".join(bar.text for bar in (*remarks, *notes))
    return document(y + EDGE, title, told, (*body, *picture, *lines))


def _picture(seen: Look, top: float) -> tuple[list[str], float]:
    if seen.plan:
        return plan_markup(seen, seen.plan, top)
    shown = groups(seen.building, seen.level, seen.stalls, seen.wanted, seen.language)
    return schematic_markup(shown, top, seen.language)
