"""What a query finds in the stock: only numbers that read like part numbers, or the very words."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hqguide.stock.folder import manifest_file, read_manifest
from hqguide.stock.listfile import ListFile
from hqguide.stock.model import FoundOffer, StockList, StockOffer
from hqguide.stock.numbers import Numbers
from hqguide.stock.part_words import part_words
from hqguide.textindex.folding import fold

if TYPE_CHECKING:
    from hqguide.stock.importing import Imported, Progress
    from hqguide.stock.order import Order

NUMBERS_SHOWN, OFFERS_A_NUMBER = 8, 6
NUMBERS_BEGINNING, OFFERS_BEGINNING = 3, 2


class Stock:
    """The lists in ``folder`` open for searching; an import by another process is noticed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[int, int] | None = None
        self._lists: tuple[StockList, ...] = ()
        self._files: Mapping[str, ListFile] = {}
        self._index: Path | None = None
        self._numbers: Numbers | None = None

    def find(self, query: str, today: date) -> tuple[FoundOffer, ...]:
        """Offers of the numbers that read like ``query``, the nearest number first, of one the newest.

        The offers are looked at by number only. Without a stock nothing is read or loaded.
        """
        if not self._refresh():
            return ()
        best: dict[str, float] = {}
        for key, score in self._keys(query):
            best[key] = max(best.get(key, 0.0), score)
        keys = sorted(best, key=lambda key: (-best[key], key))[:NUMBERS_SHOWN]
        return tuple(offer for key in keys for offer in self._offers(key, best[key], today))

    def beginning(self, number: str, today: date) -> tuple[FoundOffer, ...]:
        """Offers of the numbers that begin with ``number``, however they are punctuated, a few of each."""
        if not self._refresh():
            return ()
        start = fold(number)
        keys = [key for key, _ in self._near(number) if key.startswith(start)][:NUMBERS_BEGINNING]
        return tuple(o for key in keys for o in self._offers(key, 1.0, today)[:OFFERS_BEGINNING])

    @property
    def lists(self) -> tuple[StockList, ...]:
        """The lists in use, by name."""
        self._refresh()
        return self._lists

    def import_list(self, order: "Order", progress: "Progress | None" = None) -> "Imported":
        """Bring a trader's file into the stock: :func:`~hqguide.stock.importing.import_list`."""
        from hqguide.stock.importing import import_list

        return import_list(self._folder, order, progress)

    def forget(self, name: str) -> StockList:
        """Take the list called ``name`` out of the stock; a :class:`GuideError` when there is none."""
        from hqguide.stock.importing import forget

        return forget(self._folder, name)

    def rebuild(self, progress: "Progress | None" = None) -> int:
        """Index the part numbers of every list anew; how many lists there are."""
        from hqguide.stock.importing import rebuild

        self.close()
        return rebuild(self._folder, progress)

    def _keys(self, query: str) -> Iterator[tuple[str, float]]:
        whole = fold(query)
        exact = bool(whole) and any(file.has(whole) for file in self._files.values())
        if exact:
            yield whole, 1.0
        for word in part_words(query):
            # Beside a number that is there, one that differs in a letter is another part.
            yield from self._near(word, slips=not exact)

    def _near(self, word: str, *, slips: bool = True) -> list[tuple[str, float]]:
        """Keys of the numbers that read like ``word``; the index is opened when it is first needed."""
        if self._numbers is None and self._index:
            self._numbers = Numbers(self._index)
        return self._numbers.near(word, NUMBERS_SHOWN, slips=slips) if self._numbers else []

    def _offers(self, key: str, score: float, today: date) -> list[FoundOffer]:
        """The offers of one number: fresh before stale, new before old, cheap before dear, each once."""
        newest: dict[tuple[object, ...], FoundOffer] = {}
        for entry in self._lists:
            for offer in self._files[entry.name].offers(key):
                same = _identity(offer, entry.name)
                found = FoundOffer(offer, entry.name, entry.stale(offer.as_of, today), score)
                known = newest.get(same)
                if known is None or known.offer.as_of < offer.as_of:
                    newest[same] = found
        ranked = sorted(newest.values(), key=_cheap)
        ranked.sort(key=lambda found: found.offer.as_of, reverse=True)
        ranked.sort(key=lambda found: found.stale)
        return ranked[:OFFERS_A_NUMBER]

    def _refresh(self) -> bool:
        """Open what the manifest names when it has changed; whether there is anything."""
        try:
            state = manifest_file(self._folder).stat()
        except OSError:
            seen = None
        else:
            seen = (state.st_mtime_ns, state.st_ino)
        if seen != self._seen:
            self._open()
            self._seen = seen
        return bool(self._lists)

    def _open(self) -> None:
        self.close()
        manifest = read_manifest(self._folder)
        self._lists = manifest.lists
        self._files = {one.name: ListFile(self._folder / one.file) for one in manifest.lists}
        self._index = self._folder / manifest.index if manifest.lists else None

    def close(self) -> None:
        """Close every file; the next search opens them again."""
        for file in self._files.values():
            file.close()
        if self._numbers:
            self._numbers.close()
        self._numbers, self._files, self._lists, self._seen = None, {}, (), None


def _identity(offer: StockOffer, name: str) -> tuple[object, ...]:
    """What makes offers of two lists the same one; a list without counters stands for one."""
    written = offer.part.upper(), offer.brand.upper(), offer.package.upper()
    return *written, offer.counter or name, offer.price, offer.currency


def _cheap(found: FoundOffer) -> tuple[bool, float]:
    """Offers with a price first, the lowest of them first."""
    price = found.offer.price
    return price is None, price or 0.0
