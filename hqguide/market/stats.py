"""What the pack covers and how old it is: counts by building, floor, category, year and method."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from hqguide.market.check_claims import Placed, placed
from hqguide.market.model import Building, Claim, floor_label
from hqguide.market.pack import Market

NO_BUILDING = "no building known"
UNDATED = "undated"
LIVING = ("sells", "repairs", "service")
GONE = ("closed", "converted")


class BuildingStats(msgspec.Struct, frozen=True):
    """Coverage of one building; ``floors_known`` counts floors with at least one claim or stall."""

    id: str
    label: str
    state: str
    claims: int
    stalls: int
    numbered: int
    floors: int
    floors_known: int
    newest: str | None


class FloorStats(msgspec.Struct, frozen=True):
    """Coverage of one floor of one building."""

    building: str
    floor: str
    claims: int
    stalls: int
    newest: str | None


class CategoryStats(msgspec.Struct, frozen=True):
    """Coverage of one category by claims of living places that are not superseded."""

    id: str
    buildings: int
    claims: int
    newest: str | None


class Stats(msgspec.Struct, frozen=True):
    """Coverage of a whole pack.

    ``years``, ``methods`` and ``confidences`` count claims, superseded ones included. ``nowhere``
    lists categories no claim names, ``only_old`` those named only by superseded claims or by places
    that have closed or changed trade.
    """

    as_of: str
    buildings: tuple[BuildingStats, ...]
    floors: tuple[FloorStats, ...]
    categories: tuple[CategoryStats, ...]
    years: Mapping[str, int]
    methods: Mapping[str, int]
    confidences: Mapping[str, int]
    claims: int
    superseded: int
    stalls: int
    numbered: int
    sources: int
    nowhere: tuple[str, ...]
    only_old: tuple[str, ...]


def stats(market: Market, categories: Iterable[str]) -> Stats:
    """Count what ``market`` covers of ``categories`` (ids)."""
    claims = tuple(placed(market))
    every = tuple(one.claim for one in claims)
    known = tuple(sorted(categories))
    living = _by_category(one for one in claims if _lives(one, market))
    named = _by_category(claims)
    return Stats(
        as_of=market.manifest.as_of,
        buildings=tuple(_building(building, market) for building in market.buildings),
        floors=tuple(floor for building in market.buildings for floor in _floors(building, market)),
        categories=tuple(_category(category, living.get(category, ())) for category in known),
        years=_count(str(claim.year) if claim.year else UNDATED for claim in every),
        methods=_count(claim.method for claim in every),
        confidences=_count(claim.confidence for claim in every),
        claims=len(every),
        superseded=sum(claim.superseded_by is not None for claim in every),
        stalls=len(market.stalls),
        numbered=sum(stall.counter is not None for stall in market.stalls),
        sources=len(market.sources),
        nowhere=tuple(category for category in known if not _has(category, named)),
        only_old=tuple(c for c in known if _has(c, named) and not _has(c, living)),
    )


def _newest(claims: Iterable[Claim]) -> str | None:
    return max((claim.as_of for claim in claims if claim.as_of), default=None)


def _count(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _lives(one: Placed, market: Market) -> bool:
    """Whether a claim still speaks for a place: not superseded, not of a closed one."""
    building = market.by_id.get(one.building or "")
    gone = building is not None and building.status.state in GONE
    return one.claim.superseded_by is None and one.claim.says in LIVING and not gone


def _by_category(claims: Iterable[Placed]) -> dict[str, tuple[Placed, ...]]:
    """Claims by the categories of their goods; a claim counts once for each."""
    groups: dict[str, list[Placed]] = {}
    for one in claims:
        for category in {category for goods in one.claim.goods for category in goods.categories}:
            groups.setdefault(category, []).append(one)
    return {category: tuple(group) for category, group in groups.items()}


def _has(category: str, groups: Mapping[str, object]) -> bool:
    """Whether a category, or for a group one of its leaves, is in ``groups``."""
    return any(found == category or found.startswith(f"{category}.") for found in groups)


def _category(category: str, claims: tuple[Placed, ...]) -> CategoryStats:
    return CategoryStats(
        id=category,
        buildings=len({one.building for one in claims if one.building}),
        claims=len(claims),
        newest=_newest(one.claim for one in claims),
    )


def _claims_of(building: Building, market: Market) -> Iterator[Claim]:
    yield from building.claims
    for floor in building.floors:
        yield from floor.claims
    for stall in market.stalls_by_building.get(building.id, ()):
        yield from stall.claims


def _building(building: Building, market: Market) -> BuildingStats:
    stalls = market.stalls_by_building.get(building.id, ())
    claims = tuple(_claims_of(building, market))
    floors = tuple(_floors(building, market))
    return BuildingStats(
        id=building.id,
        label=building.label,
        state=building.status.state,
        claims=len(claims),
        stalls=len(stalls),
        numbered=sum(stall.counter is not None for stall in stalls),
        floors=len(floors),
        floors_known=sum(floor.claims > 0 for floor in floors),
        newest=_newest(claims),
    )


def _floors(building: Building, market: Market) -> Iterator[FloorStats]:
    for floor in building.floors:
        stalls = [s for s in market.stalls_by_building.get(building.id, ()) if s.level == floor.level]
        claims = [*floor.claims, *(claim for stall in stalls for claim in stall.claims)]
        yield FloorStats(
            building=building.id,
            floor=floor_label(floor.level),
            claims=len(claims),
            stalls=len(stalls),
            newest=_newest(claims),
        )
