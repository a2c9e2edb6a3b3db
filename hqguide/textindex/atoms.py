"""Cut a query into its smallest pieces: words, and Chinese runs where the name of a group stands in them."""

import re
from collections.abc import Collection, Iterator

from hqguide.textindex.folding import LONGEST_TEXT, fold

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ANY_HAN = re.compile(f"[{_HAN}]")
_RUNS = re.compile(f"[{_HAN}]+|[^{_HAN}]+")
_LONGEST_NAME = 12
_HAN_WEIGHT, _LATIN_WEIGHT = 2, 1


def is_han(text: str) -> bool:
    """Whether ``text`` holds a Chinese character."""
    return bool(_ANY_HAN.search(text))


def weight(piece: str) -> int:
    """How much a piece of a query counts: its length, a Chinese one a little more."""
    return len(piece) + (_HAN_WEIGHT if is_han(piece) else _LATIN_WEIGHT)


def atoms(text: str, names: Collection[str]) -> list[str]:
    """The folded pieces of ``text``, cut at blanks, between scripts, and around ``names`` in Chinese."""
    out: list[str] = []
    for word in text[:LONGEST_TEXT].split():
        for run in _RUNS.findall(fold(word)):
            out.extend(_around(run, names) if is_han(run) else (run,))
    return out


def _around(run: str, names: Collection[str]) -> Iterator[str]:
    """A Chinese run cut before and after each name in it, the longest first from the left."""
    begin = at = 0
    while at < len(run):
        end = _name_end(run, at, names)
        if end is None:
            at += 1
            continue
        if begin < at:
            yield run[begin:at]
        yield run[at:end]
        begin = at = end
    if begin < at:
        yield run[begin:at]


def _name_end(run: str, at: int, names: Collection[str]) -> int | None:
    """Where the longest name that begins at ``at`` ends, if it has two characters or more."""
    ends = range(min(len(run), at + _LONGEST_NAME), at + 1, -1)
    return next((end for end in ends if run[at:end] in names), None)
