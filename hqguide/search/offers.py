"""Claims turned round: for each category, brand and part number, who is on record for it."""

from collections.abc import Iterator, Set
from datetime import date
from math import sqrt

import msgspec

from hqguide.market.evidence import weight
from hqguide.market.model import Building, Claim, Goods, Stall
from hqguide.market.pack import Market
from hqguide.market.places import key, stall_path
from hqguide.parts.normalise import part_key

OFFERS = ("sells", "repairs", "service")
GOODS_OF_A_SIGN = 6


class Spot(msgspec.Struct, frozen=True, eq=False):
    """Where a claim speaks about: its path, building, floor label, and the stall when it is one."""

    path: str
    building: Building | None
    floor: str | None
    stall: Stall | None = None

    @property
    def floor_path(self) -> str | None:
        """The path of the floor the spot is on, or ``None`` when building or floor is unknown."""
        return f"{self.building.id}/{self.floor}" if self.building and self.floor else None


class Offer(msgspec.Struct, frozen=True, eq=False):
    """One claim about a spot, and what the claim is worth (0 to 1)."""

    spot: Spot
    claim: Claim
    worth: float


Line = tuple[Offer, Goods]


class Shelf(msgspec.Struct, frozen=True, eq=False):
    """Every offer of a market, and its lines of goods by category, brand and part number.

    ``missed`` holds by name the paths that were asked for it in vain, each with the day.
    """

    offers: tuple[Offer, ...]
    lines: tuple[Line, ...]
    by_category: dict[str, list[Line]]
    by_brand: dict[str, list[Offer]]
    by_part: dict[str, list[Offer]]
    missed: dict[str, dict[str, str]]


def focus(claim: Claim) -> float:
    """How telling a claim is about each of its goods: a catalogue of everything says little of anything."""
    return min(1.0, sqrt(GOODS_OF_A_SIGN / max(1, len(claim.goods))))


def spots(market: Market) -> Iterator[tuple[Spot, tuple[Claim, ...]]]:
    """Every place of the market with the claims made about it."""
    for building in market.buildings:
        yield Spot(building.id, building, None), building.claims
        for floor in building.floors:
            yield Spot(f"{building.id}/{floor.label}", building, floor.label), floor.claims
    for stall in market.stalls:
        home = market.by_id.get(stall.building or "")
        yield Spot(stall_path(stall), home, stall.floor_label, stall), stall.claims


def stock(market: Market) -> Shelf:
    """Index the claims of ``market``; worth is taken at the day the pack was reviewed."""
    today = date.fromisoformat(market.manifest.as_of)
    closings = {claim.id for claim in market.claims() if claim.says == "closed"}
    offers: list[Offer] = []
    lines: list[Line] = []
    missed: list[tuple[str, tuple[str, str]]] = []
    for spot, claims in spots(market):
        for claim in claims:
            if claim.says == "lacks":
                missed += _missed(spot, claim)
            if claim.says in OFFERS and not _shut(spot, claim, closings):
                offer = Offer(spot, claim, weight(claim, today) * focus(claim))
                offers.append(offer)
                lines += ((offer, goods) for goods in claim.goods)
    shelf = Shelf(tuple(offers), tuple(lines), {}, {}, {}, {})
    for what, (path, day) in missed:
        shelf.missed.setdefault(what, {})[path] = day
    for line in lines:
        for category in line[1].categories:
            shelf.by_category.setdefault(category, []).append(line)
    for offer in offers:
        for brand in offer.claim.brands:
            shelf.by_brand.setdefault(key(brand), []).append(offer)
        for part in offer.claim.part_numbers:
            shelf.by_part.setdefault(part_key(part), []).append(offer)
    return shelf


def _shut(spot: Spot, claim: Claim, closings: Set[str]) -> bool:
    """Whether a newer claim says that this floor or stall is closed; halls have a status for that."""
    return claim.superseded_by in closings and bool(spot.stall or spot.floor)


def _missed(spot: Spot, claim: Claim) -> Iterator[tuple[str, tuple[str, str]]]:
    """What was asked for at ``spot`` in vain, by its names: lacking one part says nothing of its kind."""
    for goods in claim.goods:
        for what in {key(words) for words in (goods.zh, goods.en) if words}:
            yield what, (spot.path, claim.as_of or "")
