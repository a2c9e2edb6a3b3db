"""What is known of one place, gathered for ``show``: status, floors, evidence, the way in."""

from collections.abc import Iterator

from hqguide.market.model import Building, Claim, Floor, Position, Record, Stall
from hqguide.market.pack import Market
from hqguide.market.places import Place, stall_path


class Fact(Record, frozen=True):
    """One claim as shown, with the path of the place it speaks about."""

    place: str
    says: str
    goods: str
    as_of: str | None
    confidence: str
    method: str
    source: str
    source_title: str
    name: str | None = None
    note: str | None = None
    block: str | None = None
    floors: str | None = None
    superseded: bool = False
    as_of_estimated: bool = False


class FloorLine(Record, frozen=True):
    """One floor of a building in short: the best statement on record and how many stalls are known."""

    label: str
    goods: str
    as_of: str | None
    stalls: int
    access: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()


class Card(Record, frozen=True):
    """Everything ``show`` says about a building, a floor or a counter; newest facts first.

    ``status``, ``address``, ``position``, ``hours`` and ``metro`` are those of the building.
    """

    place: str
    kind: str
    name_zh: str | None
    name_en: str | None
    pinyin: str | None
    building: str | None
    building_name: str | None
    floor: str | None
    counter: str | None
    status: str
    status_as_of: str | None
    status_note: str | None
    address: str | None
    position: Position | None
    hours: tuple[str, ...] = ()
    metro: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    reading: str | None = None
    floors: tuple[FloorLine, ...] = ()
    facts: tuple[Fact, ...] = ()
    stalls: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def goods_text(claim: Claim) -> str:
    """The goods of a claim in the words found, Chinese and English side by side."""
    words = ", ".join(str(goods) for goods in claim.goods)
    return words if claim.says == "sells" else f"{claim.says}: {words}" if words else claim.says


def by_freshness(claims: tuple[Claim, ...]) -> list[Claim]:
    """Claims newest first; those of low confidence after them, superseded ones last."""
    newest = sorted(claims, key=lambda claim: claim.as_of or "", reverse=True)
    return sorted(newest, key=lambda claim: (claim.superseded_by is not None, claim.confidence == "low"))


def card(market: Market, place: Place) -> Card:
    """The card of ``place``."""
    building = place.building
    floor = building.floor(place.level) if building and place.level is not None else None
    stalls = _stalls(market, place)
    own = place.stalls[0] if place.stalls else None
    kind = own.kind if own else "counter" if place.counter else "floor" if floor else "building"
    name = own.name if own else building.name if building else None
    status = building.status if building else None
    floor_label = own.floor_label if own else floor.label if floor else None
    return Card(
        place=place.path,
        kind=kind,
        name_zh=name.zh if name else None,
        name_en=name.en if name else None,
        pinyin=name.pinyin if name else None,
        building=building.id if building else None,
        building_name=str(building.name) if building else None,
        floor=floor_label,
        counter=place.counter,
        status=status.state if status else "unknown",
        status_as_of=status.as_of if status else None,
        status_note=status.note if status else None,
        address=_address(building),
        position=building.position if building else None,
        hours=tuple(_hours(building)),
        metro=tuple(f"{m.station} exit {m.exit or '?'}" for m in building.metro) if building else (),
        access=floor.access if floor else (),
        joined=tuple(joint.path for joint in floor.joined) if floor else (),
        reading=place.reading.words() if place.reading else None,
        floors=tuple(_floor_lines(market, building)) if building and kind == "building" else (),
        facts=tuple(_facts(market, building, floor, stalls, kind)),
        stalls=() if own or place.counter else tuple(stall_path(stall) for stall in stalls),
        notes=(building.notes,) if building and building.notes and kind == "building" else (),
    )


def _stalls(market: Market, place: Place) -> tuple[Stall, ...]:
    if place.stalls or place.building is None:
        return place.stalls
    here = market.stalls_by_building.get(place.building.id, ())
    if place.counter:
        return ()
    return here if place.level is None else tuple(stall for stall in here if stall.level == place.level)


def _address(building: Building | None) -> str | None:
    if building is None:
        return None
    return " · ".join(part for part in (building.address.zh, building.address.en) if part) or None


def _hours(building: Building | None) -> Iterator[str]:
    for hours in building.hours if building else ():
        note = f" {hours.note}" if hours.note else ""
        yield f"{hours.open}-{hours.close} {hours.days} ({hours.source}, {hours.as_of}).{note}"


def _floor_lines(market: Market, building: Building) -> Iterator[FloorLine]:
    for floor in building.floors:
        best = by_freshness(tuple(claim for claim in floor.claims if claim.says != "lacks"))[:1]
        yield FloorLine(
            label=floor.label,
            goods=goods_text(best[0]) if best else "",
            as_of=best[0].as_of if best else None,
            stalls=sum(s.level == floor.level for s in market.stalls_by_building.get(building.id, ())),
            access=floor.access,
            joined=tuple(joint.path for joint in floor.joined),
        )


def _facts(
    market: Market, building: Building | None, floor: Floor | None, stalls: tuple[Stall, ...], kind: str
) -> Iterator[Fact]:
    """Facts about the place itself: a building's own, a floor's own, then those of its stalls."""
    if building and kind == "building":
        yield from (_fact(market, building.id, claim, None) for claim in by_freshness(building.claims))
        return
    if building and floor and kind == "floor":
        path = f"{building.id}/{floor.label}"
        yield from (_fact(market, path, claim, None) for claim in by_freshness(floor.claims))
    for stall in stalls:
        for claim in by_freshness(stall.claims):
            name = claim.name or stall.name
            yield _fact(market, stall_path(stall), claim, str(name) if name else None)


def _fact(market: Market, path: str, claim: Claim, name: str | None) -> Fact:
    source = market.sources.get(claim.source)
    return Fact(
        place=path,
        says=claim.says,
        goods=goods_text(claim),
        as_of=claim.as_of,
        confidence=claim.confidence,
        method=claim.method,
        source=claim.source,
        source_title=source.title if source else claim.source,
        name=name,
        note=claim.note,
        block=claim.block,
        floors=claim.floors,
        superseded=claim.superseded_by is not None,
        as_of_estimated=claim.as_of_estimated,
    )
