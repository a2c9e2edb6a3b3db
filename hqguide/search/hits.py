"""Places as an answer shows them: the best claim first, the rest of the record beside it."""

from collections.abc import Mapping

from hqguide.market.card import by_freshness, goods_text
from hqguide.market.model import Building, Claim, Goods, Stall
from hqguide.market.pack import Market
from hqguide.market.places import stall_path
from hqguide.search.answer import Evidence, PlaceHit
from hqguide.search.offers import Offer, Spot
from hqguide.search.rank import Scored

GOODS_SHOWN = 6


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
    )


def place_hit(place: Scored, meant: frozenset[str], metres: Mapping[str, float] | None = None) -> PlaceHit:
    """A scored place as shown: its best claim, goods of the categories ``meant`` first, and the rest."""
    spot, best = place.spot, place.offers[0]
    goods = sorted(best.claim.goods, key=lambda g: _apart(g, meant))
    shown = ", ".join(str(g) for g in goods[:GOODS_SHOWN]) + (", …" if len(goods) > GOODS_SHOWN else "")
    if best.claim.says != "sells":
        shown = f"{best.claim.says}: {shown}"
    others = _others(spot, best.claim)
    building = spot.building
    name = spot.stall.name if spot.stall else None
    away = (metres or {}).get(building.id) if building else None
    return PlaceHit(
        place=spot.path,
        building=building.id if building else "",
        building_name=str(building.name) if building else "",
        floor=spot.floor,
        counter=spot.stall.counter if spot.stall else None,
        name=str(name) if name else None,
        sells=shown,
        categories=tuple(dict.fromkeys(c for g in best.claim.goods for c in g.categories)),
        score=round(place.score, 4),
        status=building.status.state if building else "unknown",
        as_of=best.claim.as_of,
        confidence=best.claim.confidence,
        method=best.claim.method,
        source=best.claim.source,
        note=best.claim.note,
        metres=round(away, 1) if away is not None else None,
        older=tuple(_evidence(claim) for claim in by_freshness(others)),
    )


def _apart(goods: Goods, asked: frozenset[str]) -> int:
    """0 for goods of a category asked, 1 for goods of its group, 2 for the rest."""
    if asked.intersection(goods.categories):
        return 0
    groups = {category.partition(".")[0] for category in asked}
    return 1 if groups.intersection(c.partition(".")[0] for c in goods.categories) else 2


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
    """A building as an answer: its status is the fact that matters, ``claims`` come after it."""
    status = building.status
    ordered = by_freshness(claims)
    best = ordered[0] if ordered else None
    return PlaceHit(
        place=building.id,
        building=building.id,
        building_name=str(building.name),
        floor=None,
        counter=None,
        name=None,
        sells=goods_text(best) if best else "",
        categories=tuple(dict.fromkeys(c for g in best.goods for c in g.categories)) if best else (),
        score=1.0,
        status=status.state,
        as_of=status.as_of or (best.as_of if best else None),
        confidence=best.confidence if best else "medium",
        method=best.method if best else "press",
        source=status.source or (best.source if best else ""),
        note=status.note,
        older=tuple(_evidence(claim) for claim in ordered[1:]),
    )


def stall_hit(stall: Stall, market: Market) -> PlaceHit:
    """A stall named by its counter number or trading name, with its newest claim."""
    building = market.by_id.get(stall.building or "")
    spot = Spot(stall_path(stall), building, stall.floor_label, stall)
    best = by_freshness(stall.claims)[0]
    return place_hit(Scored(spot, 1.0, (Offer(spot, best, 1.0),)), frozenset())
