"""Names in a query: a building, a counter number, a shop. What is left over is what is wanted."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

import msgspec

from hqguide.market.model import Building, Stall, floor_label
from hqguide.market.pack import Market
from hqguide.market.places import counters, key, mentioned, parse_floor, without_floor

SHOP_CUTOFF = 88.0
SHORT_NAME = 5
NAMES_AT_MOST = 5
WORDS_LEAST = 6


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
    shops = _shops(market)
    if folded in shops.ids or len(folded) < 3:
        return _in_order(market, shops.ids.get(folded, ()))
    wanted = _holding(folded, shops)
    return _in_order(market, wanted.union(*(shops.ids[name] for name in _alike(folded, shops))))


class _Shops(msgspec.Struct, frozen=True, eq=False):
    """The trading names of all stalls as they are compared.

    ``ids`` has the stalls of each name; ``names`` are in order of ``sizes``; ``text`` holds each name
    between blanks on a line of its own, so that one search of it looks into all of them.
    """

    ids: Mapping[str, frozenset[str]]
    names: tuple[str, ...]
    sizes: tuple[int, ...]
    text: str


@lru_cache(maxsize=4)
def _shops(market: Market) -> _Shops:
    ids: dict[str, set[str]] = {}
    for stall in market.stalls:
        for name in (stall.name.zh, stall.name.en) if stall.name else ():
            if name:
                ids.setdefault(key(name), set()).add(stall.id)
    names = tuple(sorted(ids, key=len))
    return _Shops(
        ids={name: frozenset(found) for name, found in ids.items()},
        names=names,
        sizes=tuple(map(len, names)),
        text="".join(f"\n {name} " for name in names) + "\n",
    )


def _alike(folded: str, shops: _Shops) -> tuple[str, ...]:
    """The names most like the query; those of a size that cannot be so like it are passed over."""
    from rapidfuzz import fuzz, process

    # A ratio r of two texts needs the shorter to be r / (2 - r) of the longer.
    least = SHOP_CUTOFF / (200 - SHOP_CUTOFF)
    low = bisect_left(shops.sizes, int(len(folded) * least))
    high = bisect_right(shops.sizes, int(len(folded) / least) + 1)
    hits = process.extract(
        folded, shops.names[low:high], scorer=fuzz.ratio, score_cutoff=SHOP_CUTOFF, limit=NAMES_AT_MOST
    )
    return tuple(name for name, _, _ in hits)


def _holding(folded: str, shops: _Shops) -> frozenset[str]:
    """Stalls whose name holds the query: its Chinese characters, or as whole words when it is long.

    None when they are many: what many names hold is a town or a legal form, not a shop.
    """
    if folded.isascii() and len(folded) < WORDS_LEAST:
        return frozenset()
    wanted = f" {folded} " if folded.isascii() else folded
    found: set[str] = set()
    at = shops.text.find(wanted)
    while at >= 0 and len(found) <= NAMES_AT_MOST:
        begin, end = shops.text.rfind("\n", 0, at + 1), shops.text.index("\n", at + 1)
        found |= shops.ids[shops.text[begin + 2 : end - 1]]
        at = shops.text.find(wanted, end)
    return frozenset(found) if len(found) <= NAMES_AT_MOST else frozenset()


def _in_order(market: Market, ids: Collection[str]) -> tuple[Stall, ...]:
    """The stalls with these ids, in the order of the market."""
    return tuple(stall for stall in market.stalls if stall.id in ids) if ids else ()
