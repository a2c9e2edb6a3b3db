"""Names in a query: a building, a counter number, a shop. What is left over is what is wanted."""

from collections.abc import Sequence

import msgspec

from hqguide.market.model import Building, Stall, floor_label
from hqguide.market.pack import Market
from hqguide.market.places import counters, key, mentioned, parse_floor, without_floor

SHOP_CUTOFF = 88.0
SHORT_NAME = 5
NAMES_AT_MOST = 5


class Named(msgspec.Struct, frozen=True, eq=False):
    """What a query names: buildings of one name and a floor of theirs, stalls by number or name, the rest."""

    buildings: tuple[Building, ...]
    rest: str
    stalls: tuple[Stall, ...] = ()
    floor: str | None = None


def read_names(market: Market, query: str, understood: float) -> Named:
    """Tell names from goods. ``understood`` (0 to 1) is how well the whole query reads as goods.

    A short name inside a well understood query ("7 seg display") is not taken for a building.
    """
    buildings, rest = mentioned(market, query)
    folded = key(query)
    if buildings and rest and understood >= 0.9 and len(folded) - len(rest) <= SHORT_NAME:
        buildings, rest = (), folded
    stalls = _by_number(market, rest.split(), buildings, understood)
    if stalls:
        return Named(buildings, "", stalls)
    if not buildings and understood < 0.9:
        return Named((), folded, _by_shop(market, folded))
    level = parse_floor(rest) if buildings else None
    if level is None:
        return Named(buildings, rest)
    return Named(buildings, without_floor(rest), floor=floor_label(level))


def _by_number(
    market: Market, words: Sequence[str], buildings: tuple[Building, ...], understood: float
) -> tuple[Stall, ...]:
    """Stalls whose counter number is the last word; alone it counts only when it means no goods."""
    number = words[-1].upper() if words else ""
    if len(number) < 3 or not any(char.isdigit() for char in number):
        return ()
    if not buildings and (understood >= 0.75 or len(words) > 1):
        return ()
    ids = {building.id for building in buildings}
    return tuple(s for s in counters(market, number) if not ids or s.building in ids)


def _by_shop(market: Market, folded: str) -> tuple[Stall, ...]:
    """Stalls whose trading name is the query or nearly so."""
    from rapidfuzz import fuzz, process

    names = {
        (stall.id, name): key(name)
        for stall in market.stalls
        if stall.name
        for name in (stall.name.zh, stall.name.en)
        if name
    }
    same = {stall_id for (stall_id, _), name in names.items() if name == folded}
    if same or len(folded) < 3:
        return tuple(stall for stall in market.stalls if stall.id in same)
    hits = process.extract(folded, names, scorer=fuzz.ratio, score_cutoff=SHOP_CUTOFF, limit=5)
    wanted = {stall_id for _, _, (stall_id, _) in hits}
    holding = {
        stall_id
        for (stall_id, _), name in names.items()
        if (len(folded) >= 6 and f" {folded} " in f" {name} ") or _han_inside(folded, name)
    }
    # What many names hold is a town or a legal form, not a shop.
    wanted |= holding if len(holding) <= NAMES_AT_MOST else set()
    return tuple(stall for stall in market.stalls if stall.id in wanted)


def _han_inside(folded: str, name: str) -> bool:
    return len(folded) >= 3 and not folded.isascii() and folded in name
