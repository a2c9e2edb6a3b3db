"""Lines of the map: walk, streets by importance, outlines of buildings, rings of uncertainty."""

from collections.abc import Sequence
from math import cos, pi, sin

from hqguide.map.ground import FARTHEST_SHOWN, MAIN_RANK, Ground, Way
from hqguide.map.halls import Hall
from hqguide.map.marks import Mark
from hqguide.map.scene import Scene
from hqguide.market.district import Point

OUTLINES_SHOWN = 25.0
RINGS_SHOWN = 4.0
RING_CORNERS = 48
SMALLEST_RING = 3.0
WALK_GAP, UNSURE_GAP, RING_GAP, MINOR_GAP = 2, 3, 3, 2
MINOR_RANK = 3


def draw_path(scene: Scene, path: Sequence[Point]) -> None:
    """The walk as a dotted line, above everything else."""
    plane = scene.frame.plane
    scene.canvas.path(scene.frame.dots(plane.metres(*point) for point in path), "path", gap=WALK_GAP)


def draw_ground(scene: Scene, ground: Ground) -> None:
    """Streets, the important ones on top, and outlines; what is too small for the scale is left off."""
    for way in ground.ways:
        if is_shown(way, scene):
            _draw_way(way, scene)
    if scene.metres_per_cell <= OUTLINES_SHOWN:
        for outline in ground.outlines:
            thing = outline.footprint.building
            scene.canvas.path(scene.frame.dots(outline.points), "footprint", thing)


def is_shown(way: Way, scene: Scene) -> bool:
    """Whether the street is important enough for the scale, and its box meets the picture."""
    if scene.metres_per_cell > FARTHEST_SHOWN[way.rank]:
        return False
    west, south, east, north = way.box
    (left, top), (right, bottom) = scene.frame.dots(((west, north), (east, south)))
    return right >= 0 and bottom >= 0 and left < 2 * scene.frame.width and top < 4 * scene.frame.height


def draw_rings(scene: Scene, halls: Sequence[Hall], marks: Sequence[Mark]) -> None:
    """Dotted circles of uncertainty: round each mark, and close up round each hall that is unsure."""
    for mark in marks:
        _ring(scene, mark.lat, mark.lon, mark.accuracy_m, "mark.ring")
    if scene.metres_per_cell <= RINGS_SHOWN:
        for hall in halls:
            if hall.unsure:
                where = hall.position
                _ring(scene, where.lat, where.lon, where.accuracy_m, "hall.ring")


def _draw_way(way: Way, scene: Scene) -> None:
    unsure = way.street.name_basis == "unconfirmed"
    gap = UNSURE_GAP if unsure else MINOR_GAP if way.rank >= MINOR_RANK else 1
    style = "street.primary" if way.rank <= MAIN_RANK else "street"
    dots = scene.frame.dots(way.points)
    scene.canvas.path(dots, style, way.thing, gap)
    if way.rank == 0:
        # A second stroke one dot below makes the avenues twice as strong, also without colour.
        scene.canvas.path([(x, y + 1) for x, y in dots], style, way.thing)


def _ring(scene: Scene, lat: float, lon: float, radius_m: float, style: str) -> None:
    radius = radius_m * scene.frame.dots_per_metre
    x, y = scene.frame.dot(lat, lon)
    if radius < SMALLEST_RING or not _near(scene, x, y, radius):
        return
    corners = [2 * pi * corner / RING_CORNERS for corner in range(RING_CORNERS + 1)]
    scene.canvas.path([(x + radius * cos(a), y + radius * sin(a)) for a in corners], style, gap=RING_GAP)


def _near(scene: Scene, x: float, y: float, radius: float) -> bool:
    right, bottom = 2 * scene.frame.width, 4 * scene.frame.height
    return -radius < x < right + radius and -radius < y < bottom + radius
