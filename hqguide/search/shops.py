"""Stalls by what stands on their sign: the trading name, nearly the trading name, the counter number."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

import msgspec

from hqguide.market.counters import spellings
from hqguide.market.pack import Market
from hqguide.market.places import key

CUTOFF = 88.0
"""Per cent of letters a name must share with a query to be nearly it."""
NAMES_AT_MOST = 5
WORDS_LEAST = 6
LEAST = 3


class Names(msgspec.Struct, frozen=True, eq=False):
    """The different trading names of a market, the short ones first, and whose each is.

    ``text`` holds each name between blanks on a line of its own, so that one search of it looks into all of
    them; ``starts`` says where the lines begin and where the last ends. ``stalls`` gives the numbers of the
    stalls of a name, ``likely`` which names from one number up to another may be nearly a text.
    """

    text: str
    starts: Sequence[int]
    sizes: Sequence[int]
    stalls: Callable[[int], Sequence[int]]
    likely: Callable[[str, int, int], Sequence[int]]

    def named(self, folded: str) -> list[int]:
        """Numbers of the stalls whose name is ``folded``, else of those nearly so called, in order."""
        low, high = bisect_left(self.sizes, len(folded)), bisect_right(self.sizes, len(folded))
        at = self.text.find(f"\n {folded} \n", self.starts[low], self.starts[high] + 1)
        if at >= 0:
            return sorted(self.stalls(self._line(at)))
        if len(folded) < LEAST:
            return []
        alike = {stall for name in self._alike(folded) for stall in self.stalls(name)}
        return sorted(alike | self._holding(folded))

    def _line(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _name(self, number: int) -> str:
        return self.text[self.starts[number] + 2 : self.starts[number + 1] - 1]

    def _alike(self, folded: str) -> list[int]:
        """The names most like the query; those of a size that cannot be so like it are passed over."""
        from rapidfuzz import fuzz, process

        # A ratio r of two texts needs the shorter to be r / (2 - r) of the longer.
        least = CUTOFF / (200 - CUTOFF)
        low = bisect_left(self.sizes, int(len(folded) * least))
        high = bisect_right(self.sizes, int(len(folded) / least) + 1)
        numbers = self.likely(folded, low, high)
        names = [self._name(number) for number in numbers]
        hits = process.extract(folded, names, scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=NAMES_AT_MOST)
        return [numbers[at] for _, _, at in hits]

    def _holding(self, folded: str) -> set[int]:
        """Stalls whose name holds the query: its Chinese characters, or as whole words when it is long.

        None when they are many: what many names hold is a town or a legal form, not a shop.
        """
        if folded.isascii() and len(folded) < WORDS_LEAST:
            return set()
        wanted = f" {folded} " if folded.isascii() else folded
        found: set[int] = set()
        at = self.text.find(wanted, self.starts[bisect_left(self.sizes, len(folded))])
        while at >= 0 and len(found) <= NAMES_AT_MOST:
            line = self._line(at)
            found.update(self.stalls(line))
            at = self.text.find(wanted, self.starts[line + 1])
        return found if len(found) <= NAMES_AT_MOST else set()


class Signs(msgspec.Struct, frozen=True, eq=False):
    """How the stalls of a market are found, each by its number in the market.

    ``named`` gives those of a trading name, ``numbered`` those with a counter number, ``heard`` those whose
    name sounds like a text.
    """

    named: Callable[[str], Sequence[int]]
    numbered: Callable[[str], Sequence[int]]
    heard: Callable[[str], Sequence[int]] = lambda _: ()


def owners(market: Market, first: int = 0) -> dict[str, list[int]]:
    """The stalls from ``first`` on of each trading name as it is compared, the short names first."""
    found: dict[str, dict[int, None]] = {}
    for number in range(first, len(market.stalls)):
        sign = market.stalls[number].name
        for name in (sign.zh, sign.en) if sign else ():
            if name:
                found.setdefault(key(name), {})[number] = None
    return {name: list(found[name]) for name in sorted(found, key=len)}


def text_of(names: Mapping[str, Sequence[int]]) -> tuple[str, list[int]]:
    """``names`` as the text of :class:`Names`, and where the lines begin."""
    lines = [f"\n {name} " for name in names]
    return "".join(lines) + "\n", list(accumulate(map(len, lines), initial=0))


def read_signs(market: Market, first: int = 0) -> Signs:
    """The stalls from ``first`` on, few enough to be looked through."""
    found = owners(market, first)
    text, starts = text_of(found)
    stalls = tuple(found.values())
    numbers: dict[str, list[int]] = {}
    for number in range(first, len(market.stalls)):
        counter = market.stalls[number].counter
        for spelling in spellings(counter) if counter else ():
            numbers.setdefault(spelling, []).append(number)
    sizes = tuple(map(len, found))
    names = Names(text, starts, sizes, stalls.__getitem__, lambda _, low, high: range(low, high))
    return Signs(names.named, lambda number: numbers.get(number, ()))
