"""Names in a query: a building, a counter number, a shop. What is left over is what is wanted."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from hqguide.market.model import Building, Stall, floor_label
from hqguide.market.pack import Market
from hqguide.market.places import key, mentioned, parse_floor, without_floor
from hqguide.search.shops import Signs, read_signs

SHORT_NAME = 5


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
    # As typed first: what is left of the query has lost the hyphens of a number.
    stalls = _by_number(market, query.split(), buildings, understood)
    stalls = stalls or _by_number(market, rest.split(), buildings, understood)
    if stalls:
        return Named(buildings, "", stalls)
    if not buildings and understood < 0.9:
        return Named((), folded, _by_shop(market, folded, understood))
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
    found = _these(market, _signs(market).numbered(number))
    return tuple(stall for stall in found if not ids or stall.building in ids)


def _by_shop(market: Market, folded: str, understood: float) -> tuple[Stall, ...]:
    """Stalls whose trading name is the query or nearly so; where it means no goods, also by its sound."""
    signs = _signs(market)
    named = signs.named(folded)
    return _these(market, named if named or understood else signs.heard(folded))


@lru_cache(maxsize=4)
def _signs(market: Market) -> Signs:
    """How stalls are looked up: in the directory of a large pack, else by looking through them."""
    from hqguide.search.signs_on_disk import open_signs

    return open_signs(market) or read_signs(market)


def _these(market: Market, numbers: Iterable[int]) -> tuple[Stall, ...]:
    return tuple(market.stalls[number] for number in numbers)
