"""Places as an answer shows them: the best claim first, the rest of the record beside it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from hqguide.errors import GuideError
from hqguide.market.card import by_freshness, goods_text
from hqguide.market.model import Building, Claim, Stall
from hqguide.market.pack import Market
from hqguide.market.places import resolve, stall_path
from hqguide.search.answer import Evidence, PlaceHit
from hqguide.search.offers import Offer, Spot
from hqguide.search.rank import Scored

GOODS_SHOWN = 6
_REMEMBERED = 4096

_Worded = tuple[str, frozenset[str], frozenset[str]]
"""Goods as shown, their categories, the groups of those."""


@lru_cache(maxsize=_REMEMBERED)
def _evidence(claim: Claim) -> Evidence:
    return Evidence(
        claim=claim.id,
        sells=goods_text(claim),
        as_of=claim.as_of,
        confidence=claim.confidence,
        method=claim.method,
        source=claim.source,
        note=claim.note,
        superseded=claim.superseded_by is not None,
        as_of_estimated=claim.as_of_estimated,
    )


def place_hit(place: Scored, meant: frozenset[str], metres: Mapping[str, float] | None = None) -> PlaceHit:
    """A scored place as shown: its best claim, goods of the categories ``meant`` first, and the rest."""
    spot = place.spot
    own = [offer for offer in place.offers if offer.spot.path == spot.path]
    best = (own or place.offers)[0].claim
    building = spot.building
    name = best.name or spot.stall.name if spot.stall else None
    away = (metres or {}).get(building.id) if building else None
    return PlaceHit(
        place=spot.path,
        building=building.id if building else "",
        building_name=str(building.name) if building else "",
        floor=spot.floor,
        counter=spot.stall.counter if spot.stall else None,
        name=str(name) if name else None,
        sells=_goods(best, meant) if own else f"stalls on this floor: {_goods(best, meant)}",
        categories=tuple(dict.fromkeys(c for g in best.goods for c in g.categories)),
        score=round(place.score, 4),
        status=building.status.state if building else "unknown",
        as_of=best.as_of,
        confidence=best.confidence,
        method=best.method,
        source=best.source,
        note=best.note,
        as_of_estimated=best.as_of_estimated,
        block=best.block,
        floors=best.floors,
        metres=round(away, 1) if away is not None else None,
        older=_older(spot, best),
    )


def _goods(claim: Claim, meant: frozenset[str]) -> str:
    """The first goods of a claim, those of the categories ``meant`` before the others."""
    groups = _groups(meant)
    goods = sorted(_worded(claim), key=lambda one: _apart(one, meant, groups))
    shown = ", ".join(one[0] for one in goods[:GOODS_SHOWN]) + (", …" if len(goods) > GOODS_SHOWN else "")
    return shown if claim.says == "sells" else f"{claim.says}: {shown}"


@lru_cache(maxsize=_REMEMBERED)
def _worded(claim: Claim) -> tuple[_Worded, ...]:
    return tuple((str(one), frozenset(one.categories), _groups(one.categories)) for one in claim.goods)


def _groups(categories: Iterable[str]) -> frozenset[str]:
    return frozenset(category.partition(".")[0] for category in categories)


def _apart(goods: _Worded, asked: frozenset[str], groups: frozenset[str]) -> int:
    """0 for goods of a category asked, 1 for goods of its group, 2 for the rest."""
    _, own, own_groups = goods
    return 0 if own & asked else 1 if own_groups & groups else 2


@lru_cache(maxsize=_REMEMBERED)
def _older(spot: Spot, best: Claim) -> tuple[Evidence, ...]:
    return tuple(_evidence(claim) for claim in by_freshness(_others(spot, best)))


def _others(spot: Spot, best: Claim) -> tuple[Claim, ...]:
    """Everything else said about the same stall, floor or building."""
    if spot.stall:
        claims = spot.stall.claims
    elif spot.building and spot.floor:
        claims = next((f.claims for f in spot.building.floors if f.label == spot.floor), ())
    else:
        claims = spot.building.claims if spot.building else ()
    return tuple(claim for claim in claims if claim.id != best.id)


def building_hit(building: Building, claims: tuple[Claim, ...] = ()) -> PlaceHit:
    """A building as an answer: its newest claim, or, where there is none, its status alone."""
    ordered = by_freshness(claims)
    if ordered:
        best = Scored(_whole(building), 1.0, (Offer(_whole(building), ordered[0], 1.0),))
        return place_hit(best, frozenset())
    status = building.status
    return PlaceHit(
        place=building.id,
        building=building.id,
        building_name=str(building.name),
        floor=None,
        counter=None,
        name=None,
        sells="",
        categories=(),
        score=1.0,
        status=status.state,
        as_of=status.as_of,
        confidence="",
        method="status",
        source=status.source or "",
        note=status.note,
    )


def _whole(building: Building) -> Spot:
    return Spot(building.id, building, None)


def stall_hit(stall: Stall, market: Market) -> PlaceHit:
    """A stall named by its counter number or trading name, with its newest claim."""
    building = market.by_id.get(stall.building or "")
    spot = Spot(stall_path(stall), building, stall.floor_label, stall)
    best = by_freshness(stall.claims)[0]
    return place_hit(Scored(spot, 1.0, (Offer(spot, best, 1.0),)), frozenset())


def place_named(market: Market, text: str) -> PlaceHit | None:
    """The floor or stall whose path ``text`` is (``seg-plaza/2F``); ``None`` when it is none."""
    if "/" not in text or text.partition("/")[0].casefold() not in market.by_id:
        return None
    try:
        place = resolve(market, text)
    except GuideError:
        return None
    if place.stalls:
        return stall_hit(place.stalls[0], market)
    floor = place.building.floor(place.level) if place.building and place.level else None
    if place.building is None or floor is None or place.counter or not floor.claims:
        return None
    spot = Spot(place.path, place.building, floor.label)
    return place_hit(Scored(spot, 1.0, (Offer(spot, by_freshness(floor.claims)[0], 1.0),)), frozenset())
