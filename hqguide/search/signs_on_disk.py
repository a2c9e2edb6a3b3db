"""The directory of a large pack, in a folder beside its files: there ``find`` looks stalls up.

``hqguide data build`` writes it. While the files it was made from are unchanged it answers what
:func:`hqguide.search.shops.read_signs` answers from memory, and knows names by their sound as well.
"""

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hqguide.errors import GuideError
from hqguide.market.counters import spellings
from hqguide.market.pack import Market, load_market
from hqguide.packfile import read_bytes
from hqguide.parts.language import load_language
from hqguide.search.shops import CUTOFF, Names, Signs, owners, read_signs, text_of
from hqguide.textindex.folding import fold

if TYPE_CHECKING:
    from hqguide.search.directory import MarketDirectory
    from hqguide.textindex.store import Draft, Files

FOLDER = "directory"
LARGE = 5_000
"""Stalls from which on a pack gets a directory; fewer are looked through in a millisecond."""
SURE, LIKELY = 0.93, 0.88
"""Score in the directory of a name typed whole, in any of its spellings, and of one without its town."""
HEARD_AT_MOST = 20

_LAYOUT = "1"
"""Version of what a directory holds; one of another version is passed over like one of other files."""
_FILES = ("stalls.json", "buildings.json", "categories.json", "syllables.json")
_HINT = "Run: hqguide data build"


def write_directory(pack: Path) -> Path | None:
    """Write the directory of a large pack into a folder of it; a small one gets none and keeps none.

    The folder is given back. A broken pack is a :class:`GuideError`.
    """
    import shutil

    folder = pack / FOLDER
    market = load_market(pack) if (pack / "stalls.json").exists() else None
    if market is None or len(market.stalls) < LARGE:
        shutil.rmtree(folder, ignore_errors=True)
        return None
    from hqguide.search.directory import build

    build(
        market,
        load_language(pack),
        folder,
        made_from=_made_from(pack),
        also=lambda draft: _write(draft, market),
    )
    return folder


def open_signs(market: Market) -> Signs | None:
    """The stalls as the directory has them; ``None`` when the pack has none, or one of other files.

    A damaged directory is a :class:`GuideError`.
    """
    folder = market.folder / FOLDER
    if not (folder / "index.json").exists():
        return None
    from hqguide.search.directory import MarketDirectory

    try:
        directory = MarketDirectory(folder)
        if directory.made_from != _made_from(market.folder):
            return None
        found = _Stalls(market, directory)
    except GuideError as error:
        raise GuideError(error.what, where=error.where, hint=_HINT) from error
    return Signs(found.named, found.numbered, found.heard)


class _Stalls:
    """The stalls among the entries of a directory, by their numbers in the market.

    Stalls after those of the pack, which the visitor was the first to tell of, are looked through.
    """

    def __init__(self, market: Market, directory: "MarketDirectory") -> None:
        files = directory.files.part("names")
        count: int = files.array("count", "i4").item(0)
        self._every = market.stalls
        self._directory = directory
        self._first = len(directory) - count
        self._names = _read(files)
        self._others = read_signs(market, count)

    def named(self, folded: str) -> Sequence[int]:
        """Stalls whose trading name is ``folded`` or nearly so."""
        return [*self._names.named(folded), *self._others.named(folded)]

    def numbered(self, number: str) -> Sequence[int]:
        """Stalls with this counter number: every spelling of a number begins as it does."""
        entries = self._directory.counters(fold(number))
        stalls = sorted({entry - self._first for entry in entries})
        found = (stall for stall in stalls if number in spellings(self._every[stall].counter or ""))
        return [*found, *self._others.numbered(number)]

    def heard(self, text: str) -> Sequence[int]:
        """Stalls whose name the text surely is, in any spelling, else likely is, best first.

        None when the likely ones are many: that is a town or a legal form, not a shop.
        """
        hits = self._directory.search(text, HEARD_AT_MOST + 1)
        sure = [hit for hit in hits if hit[1] >= SURE]
        likely = [hit for hit in hits if hit[1] >= LIKELY]
        stalls = self._stalls(sure)
        return stalls or (self._stalls(likely) if len(likely) <= HEARD_AT_MOST else ())

    def _stalls(self, hits: Sequence[tuple[int, float]]) -> list[int]:
        """Those of the first hits that are stalls."""
        return [entry - self._first for entry, _ in hits[:HEARD_AT_MOST] if entry >= self._first]


def _made_from(folder: Path) -> str:
    """The layout of a directory, and checksums of the files it is made from."""
    return " ".join((_LAYOUT, *(f"{zlib.crc32(read_bytes(folder / name)):08x}" for name in _FILES)))


def _write(draft: "Draft", market: Market) -> None:
    """Keep the trading names of all stalls, whose each is, and what tells which are alike."""
    import numpy as np

    from hqguide.textindex.alike import write_alike
    from hqguide.textindex.lists import write_lists

    found = owners(market)
    text, starts = text_of(found)
    part = draft.part("names")
    part.text("text", text.encode())
    part.array("count", np.array([len(market.stalls)], np.int32))
    part.array("starts", np.array(starts, np.int32))
    write_lists(part, "stalls", list(found.values()))
    write_alike(part, found)


def _read(files: "Files") -> Names:
    from hqguide.textindex.alike import Alike
    from hqguide.textindex.lists import Lists

    alike, stalls = Alike(files), Lists(files, "stalls")
    return Names(
        text=files.mapped("text")[:].decode(),
        starts=files.array("starts", "i4").tolist(),
        sizes=alike.sizes.tolist(),
        stalls=lambda name: stalls.of(name).tolist(),
        likely=lambda text, low, high: alike.may_be(text, CUTOFF, low, high),
    )
