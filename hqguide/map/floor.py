"""Draw one floor: on its digitised plan where there is one, else as zones and numbers side by side."""

from collections.abc import Sequence

from hqguide.map.bars import Bar, bars, stacked
from hqguide.map.canvas import Canvas
from hqguide.map.drawing import Drawing
from hqguide.map.fill import middle
from hqguide.map.furniture import scale_bar
from hqguide.map.labels import Board, shortened
from hqguide.map.look import Look, look
from hqguide.map.names import Tongue
from hqguide.map.picture import picture
from hqguide.map.plandraw import draw_plan
from hqguide.map.planview import PlanFrame, PlanView, box_of, fit_points, fit_round, plan_frame
from hqguide.map.remarks import foot, head, legend
from hqguide.map.schematic import draw_schematic
from hqguide.map.shapes import shapes
from hqguide.map.wanted import plan_for, seek, target
from hqguide.map.wording import say
from hqguide.market.floorplan import FloorPlan
from hqguide.market.model import Building, Stall
from hqguide.market.pack import Market
from hqguide.text import cells

LEAST_PICTURE = 0.5
SPARE_ROWS = 6
# Rows of the plan itself before the legend gets any.
LEAST_ROWS = 10
# From this height on remarks may take several rows each.
ROOMY = 20


def draw_floor(
    market: Market,
    plans: Sequence[FloorPlan],
    building: Building,
    level: int,
    width: int,
    height: int,
    *,
    wanted: str | None = None,
    marks: Sequence[Stall] | None = None,
    language: Tongue = "en",
    ascii: bool = False,  # noqa: A002 - what front ends call the choice
    view: PlanView | None = None,
    generic: bool = False,
) -> Drawing:
    """The floor on ``width`` by ``height`` cells; ``wanted`` is a counter number or the id of a stall.

    ``marks`` are the stalls on record to show, by default all of the floor. ``generic`` asks for zones and
    numbers side by side even where there is a plan. Whatever cannot be shown is said in a remark.
    """
    width, height = max(width, 0), max(height, 0)
    seen = look(market, plans, building, level, wanted, marks, language, generic)
    remarks, notes = head(seen), foot(seen)
    if view is not None and not view.usable:
        view, remarks = None, (remarks[0], Bar(say("view-mended", language), "warning"), *remarks[1:])
    room = height - round(height * LEAST_PICTURE)
    below = bars(notes, width, min(2, room // 2))
    above = bars(remarks, width, room - below.height, each=3 if height >= ROOMY else 1)
    rows = height - above.height - below.height
    if seen.plan is None:
        body = [draw_schematic(seen, width, rows, bare=ascii, view=view)]
    else:
        body = _on_plan(seen, seen.plan, width, rows, ascii, view)
    return stacked((above, *body, below), width, height)


def fit_floor(
    plans: Sequence[FloorPlan],
    building: Building,
    level: int,
    width: int,
    height: int,
    *,
    wanted: str | None = None,
) -> PlanView:
    """The view that shows all of the floor's plan, or ``wanted`` and its neighbours where it is on the plan.

    Without a plan, the top of the schematic.
    """
    rows = max(height - SPARE_ROWS, 1)
    asked = seek(building, level, wanted, ())
    plan, _ = plan_for(plans, building, level, asked)
    if plan is None:
        return PlanView(width / 2, rows / 2, 1.0)
    base = shapes(plan)
    spot = target(plan, base, asked).spot if asked else None
    return fit_round(middle(spot.poly), width, rows) if spot else fit_points(base.points, width, rows)


def _on_plan(
    seen: Look, plan: FloorPlan, width: int, rows: int, bare: bool, view: PlanView | None
) -> list[Drawing]:
    """The plan and below it the legend, where there are rows for both."""
    base = shapes(plan)
    key = legend(plan, bool(seen.recorded), seen.language)
    under = min(bars((key,), max(width - width // 4, 0), 2).height, max(rows - LEAST_ROWS, 0) // 3)
    rows -= under
    frame = plan_frame(view or fit_points(base.points, width, rows), width, rows)
    canvas, board = Canvas(width, rows), Board(width, rows)
    if rows and base.points and not frame.shows(box_of(base.points)):
        words = shortened(say("outside", seen.language), width)
        canvas.write(0, rows // 2, words, "warning")
        board.take(0, rows // 2, cells(words))
    draw_plan(picture(canvas, board, frame, plan, base, seen.language), seen)
    drawing = canvas.drawing(bare)
    return [drawing, bars((key._replace(right=_scale(plan, frame)),), width, under)]


def _scale(plan: FloorPlan, frame: PlanFrame) -> str:
    if plan.scale is None:
        return ""
    return scale_bar(plan.scale.metres_per_unit * 2 / frame.dots_per_unit, frame.width // 4)
