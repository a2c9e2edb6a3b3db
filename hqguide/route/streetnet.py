"""Street axes cut into a network: nodes where streets meet, cross, end, or something stands beside them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from hqguide.route.ground import Flat, crossing, foot, gap

# Two points nearer than this are one node: street data are rounded to about a centimetre.
_SAME = 0.1


class Axis(msgspec.Struct, frozen=True):
    """A street as a line on the plane, by the name to show."""

    name: str
    points: tuple[Flat, ...]


class Link(msgspec.Struct, frozen=True):
    """A walk between two nodes; ``known`` is false for a straight line where no street is mapped."""

    a: int
    b: int
    metres: float
    name: str
    known: bool = True


class Network(msgspec.Struct, frozen=True):
    """Nodes, links, and for each spot asked about the node of the street nearest to it."""

    nodes: tuple[Flat, ...]
    links: tuple[Link, ...]
    anchors: tuple[int, ...]


class _Segment:
    """A straight piece of an axis and the shares of it at which it is cut."""

    def __init__(self, axis: int, name: str, a: Flat, b: Flat) -> None:
        self.axis, self.name, self.a, self.b = axis, name, a, b
        self.west, self.east = sorted((a[0], b[0]))
        self.south, self.north = sorted((a[1], b[1]))
        self.cuts = {0.0, 1.0}

    def at(self, share: float) -> Flat:
        return self.a[0] + share * (self.b[0] - self.a[0]), self.a[1] + share * (self.b[1] - self.a[1])


class _Nodes:
    """Numbers spots, giving spots in the same place the same number."""

    def __init__(self) -> None:
        self.spots: list[Flat] = []
        self._known: dict[tuple[int, int], int] = {}

    def number(self, spot: Flat) -> int:
        cell = (round(spot[0] / _SAME), round(spot[1] / _SAME))
        found = self._known.setdefault(cell, len(self.spots))
        if found == len(self.spots):
            self.spots.append(spot)
        return found


def network(axes: Sequence[Axis], spots: Sequence[Flat], join: float, detour: float) -> Network:
    """The walking network of ``axes``, connected, with an anchor for each of ``spots``.

    Ends within ``join`` metres of another street are joined to it. Parts that touch nothing are
    joined to the largest part by a straight line times ``detour``; without any street every spot
    is joined to every other that way.
    """
    segments = [
        _Segment(number, axis.name, a, b)
        for number, axis in enumerate(axes)
        for a, b in pairwise(axis.points)
        if a != b
    ]
    nodes = _Nodes()
    if not segments:
        anchors = tuple(nodes.number(spot) for spot in spots)
        return Network(tuple(nodes.spots), tuple(_straight(nodes.spots, detour)), anchors)
    _cross(segments)
    joints = list(_near_ends(axes, segments, join))
    feet = [_cut_nearest(segments, spot) for spot in spots]
    links = list(_cut(segments, nodes))
    for end, other in joints:
        a, b = nodes.number(end), nodes.number(other)
        if a != b:
            links.append(Link(a, b, gap(end, other), ""))
    anchors = tuple(nodes.number(spot) for spot in feet)
    links += _bridges(nodes.spots, links, detour)
    return Network(tuple(nodes.spots), tuple(links), anchors)


def _straight(spots: Sequence[Flat], detour: float) -> Iterator[Link]:
    for b, end in enumerate(spots):
        for a in range(b):
            yield Link(a, b, gap(spots[a], end) * detour, "", known=False)


def _cross(segments: list[_Segment]) -> None:
    """Cut every two segments of different streets where they cross or touch."""
    ordered = sorted(segments, key=lambda segment: segment.west)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.west > one.east:
                break
            if other.axis == one.axis or other.south > one.north or other.north < one.south:
                continue
            shares = crossing(one.a, one.b, other.a, other.b)
            if shares:
                one.cuts.add(shares[0])
                other.cuts.add(shares[1])


def _near_ends(axes: Sequence[Axis], segments: list[_Segment], join: float) -> Iterator[tuple[Flat, Flat]]:
    """Cut streets beside the ends of others; yields each end with the point it is joined to."""
    for number, axis in enumerate(axes):
        for end in (axis.points[0], axis.points[-1]):
            for segment in segments:
                if segment.axis == number or not _beside(segment, end, join):
                    continue
                share, spot = foot(end, segment.a, segment.b)
                if gap(end, spot) <= join:
                    segment.cuts.add(share)
                    yield end, spot


def _beside(segment: _Segment, spot: Flat, reach: float) -> bool:
    return (
        segment.west - reach <= spot[0] <= segment.east + reach
        and segment.south - reach <= spot[1] <= segment.north + reach
    )


def _cut_nearest(segments: list[_Segment], spot: Flat) -> Flat:
    """Cut the nearest street beside ``spot``; the point of the cut."""
    _, index, share, beside = min(
        (gap(spot, beside), index, share, beside)
        for index, segment in enumerate(segments)
        for share, beside in (foot(spot, segment.a, segment.b),)
    )
    segments[index].cuts.add(share)
    return beside


def _cut(segments: list[_Segment], nodes: _Nodes) -> Iterator[Link]:
    for segment in segments:
        spots = [segment.at(share) for share in sorted(segment.cuts)]
        for here, there in pairwise(spots):
            a, b = nodes.number(here), nodes.number(there)
            if a != b:
                yield Link(a, b, gap(here, there), segment.name)


def _bridges(spots: Sequence[Flat], links: Sequence[Link], detour: float) -> Iterator[Link]:
    """A straight link from every part of the network to its largest part."""
    parts = sorted(_parts(len(spots), links), key=lambda part: (-len(part), part[0]))
    main = parts[0]
    for part in parts[1:]:
        metres, a, b = min((gap(spots[a], spots[b]), a, b) for a in part for b in main)
        yield Link(a, b, metres * detour, "", known=False)


def _parts(count: int, links: Sequence[Link]) -> list[list[int]]:
    """Nodes grouped by what can be reached from each other."""
    beside: list[list[int]] = [[] for _ in range(count)]
    for link in links:
        beside[link.a].append(link.b)
        beside[link.b].append(link.a)
    seen = [False] * count
    parts = []
    for first in range(count):
        if seen[first]:
            continue
        seen[first] = True
        part = [first]
        for node in part:
            for other in beside[node]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        parts.append(part)
    return parts
