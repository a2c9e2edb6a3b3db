"""A leg of the walk in words: streets with compass and metres, doors, escalators, counters."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from hqguide.market.model import Building, floor_label
from hqguide.market.projection import around
from hqguide.route.ground import Point, compass
from hqguide.route.pace import storey
from hqguide.route.paths import Edge
from hqguide.route.roomwords import aisle_words, portal_words, same_words
from hqguide.route.sites import Site
from hqguide.route.walkways import Walkways

_OUTDOORS = frozenset({"street", "straight", "door"})
_SHORT = 25.0


class Stretch(msgspec.Struct, frozen=True):
    """A walk in the open along one street: its name, its length, its two ends."""

    name: str
    metres: float
    origin: Point
    target: Point

    def words(self) -> str:
        """``Huaqiang North Rd north 180 m``, or ``north 180 m`` off named streets; rounded to 10 m."""
        way = compass((0.0, 0.0), around(*self.origin).metres(*self.target))
        metres = max(10, round(self.metres, -1))
        return f"{self.name} {way} {metres:.0f} m".strip()


def short_name(building: Building) -> str:
    """The name of a building without what stands in brackets."""
    return re.sub(r"\s*[（(].*?[)）]", "", building.label).strip() or building.label


def site_words(site: Site) -> str:
    """A place in a few words: ``Duhui Electronics City 2F counter 2C030``."""
    counter = f"counter {site.counter}" if site.counter else site.name
    return " ".join(part for part in (short_name(site.building), site.floor, counter) if part)


def leg_words(ways: Walkways, names: dict[str, str], origin: int, edges: Sequence[Edge], last: str) -> str:
    """The way along ``edges`` from the node ``origin``; ``last`` names what stands at its end.

    ``names`` holds the name to show for each building id.
    """
    parts = list(_parts(ways, names, origin, edges))
    if all(edge.kind == "aisle" for edge in edges):
        parts.insert(0, same_words(ways, origin, moves=bool(edges)))
    if last:
        parts.append(last)
    return ", ".join(parts)


def _parts(ways: Walkways, names: dict[str, str], origin: int, edges: Sequence[Edge]) -> Iterator[str]:
    here = origin
    for outdoors, group in groupby(edges, key=lambda edge: edge.kind in _OUTDOORS):
        run = list(group)
        target = run[-1].target
        if outdoors:
            yield _street_words(ways, here, run)
        else:
            yield from _indoor_words(ways, names, here, run)
        here = target


def _indoor_words(ways: Walkways, names: dict[str, str], here: int, run: Sequence[Edge]) -> Iterator[str]:
    for edge in run:
        building, level = ways.inside.get(edge.target, ("", 1))
        if edge.kind == "climb":
            up = "up" if storey(level) > storey(ways.inside[here][1]) else "down"
            yield f"{portal_words(ways, here, edge)} {up} to {floor_label(level)}"
        elif edge.kind == "leave":
            yield f"out of {names[ways.inside[here][0]]}"
        elif edge.kind == "enter":
            yield f"into {names[building]}"
        elif edge.kind == "aisle":
            yield from aisle_words(ways, here, edge)
        else:
            yield f"across the joined floor to {names[building]} {floor_label(level)}"
        here = edge.target


def _street_words(ways: Walkways, here: int, run: Sequence[Edge]) -> str:
    stretches = list(stretches_of(ways, here, run))
    named = [stretch.words() for stretch in stretches if stretch.metres >= _SHORT]
    return ", ".join(named) or stretches[-1].words()


def stretches_of(ways: Walkways, here: int, run: Sequence[Edge]) -> Iterator[Stretch]:
    """The edges of a walk in the open, joined street by street; scraps go with what they lead to."""
    name, metres, origin = "", 0.0, here
    for edge in run:
        if edge.name != name and metres >= _SHORT:
            yield Stretch(name, metres, _spot(ways, origin), _spot(ways, here))
            metres, origin = 0.0, here
        if edge.name or metres == 0.0:
            name = edge.name
        metres += edge.metres
        here = edge.target
    yield Stretch(name, metres, _spot(ways, origin), _spot(ways, here))


def _spot(ways: Walkways, node: int) -> Point:
    spot = ways.spots[node]
    if spot is None:
        raise AssertionError("a node in the open has a position")
    return spot
