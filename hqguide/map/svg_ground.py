"""The ground of the SVG map: outlines, streets by importance, the walk."""

from collections.abc import Sequence

from hqguide.map.ground import OTHER_RANK, RANKS
from hqguide.map.page import Page
from hqguide.map.svg_style import ACCENT
from hqguide.map.svg_text import track
from hqguide.market.district import District, Footprint, Point, Street

SERVICE_RANK = 4
SERVICE_SCALE = 0.5


def ground_markup(district: District, page: Page) -> str:
    """Outlines and streets, cut to the page."""
    return f"{_outlines(district.footprints, page)}{_streets(district.streets, page)}"


def path_markup(path: Sequence[Point], page: Page) -> str:
    """The walk as a dotted line; empty without one."""
    d = "".join(track(piece) for piece in page.lines(path))
    if not d:
        return ""
    look = f'fill="none" stroke="{ACCENT}" stroke-width="2.4" stroke-dasharray="0.1 5" stroke-linecap="round"'
    return f'<path class="accent-line" {look} d="{d}"/>'


def _outlines(footprints: Sequence[Footprint], page: Page) -> str:
    shapes = [[page.spot(lat, lon) for lat, lon in one.points] for one in footprints]
    d = "".join(track(shape, closed=True) for shape in shapes if any(map(page.holds, shape)))
    if not d:
        return ""
    return f'<path fill="currentColor" fill-opacity=".07" stroke="currentColor" stroke-opacity=".3" d="{d}"/>'


def _streets(streets: Sequence[Street], page: Page) -> str:
    """One path for each rank, so that crossings of one rank do not darken each other."""
    groups: dict[tuple[int, bool], list[str]] = {}
    for street in streets:
        rank = RANKS.get(street.kind, OTHER_RANK)
        if rank == SERVICE_RANK and page.scale < SERVICE_SCALE:
            continue
        key = rank, street.name_basis == "unconfirmed"
        groups.setdefault(key, []).extend(track(piece) for piece in page.lines(street.points))
    paths = [
        f'<path class="r{rank}{" unsure-name" if unsure else ""}" d="{"".join(tracks)}"/>'
        for (rank, unsure), tracks in sorted(groups.items(), reverse=True)
        if tracks
    ]
    look = 'fill="none" stroke="currentColor" stroke-width="3" opacity=".16"'
    return f'<g class="roads" {look}>{"".join(paths)}</g>' if paths else ""
