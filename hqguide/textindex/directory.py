"""A directory of a market, found by what people type: names, pinyin, groups, any of them together."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hqguide.textindex.atoms import atoms, is_han, weight
from hqguide.textindex.directory_build import KIND
from hqguide.textindex.entries import BLURRED, PINYIN
from hqguide.textindex.folding import bag, fold, fragments
from hqguide.textindex.lists import Lists
from hqguide.textindex.mending import FAIRLY_LONG, LONG, Words
from hqguide.textindex.spellings import Spellings
from hqguide.textindex.store import Files, open_files

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Scores = npt.NDArray[np.float32]

MOST_ATOMS = 10
MOST_JOINED = 4
SPANS_KEPT = 24
GROUPS_MEANT = 12
_ENOUGH = 10
_SURE, _SOLID, _FAIR, _WELL = 0.88, 0.79, 0.70, 0.93
_GROUP_LEAST, _GROUP_CLOSE, _MEMBER = 0.72, 0.12, 0.93
_SOUND = 0.80
_MENDED_SPREAD = 0.25
_ALONE, _TOGETHER, _SAME_WORDS, _SAME_BONUS = 0.90, 0.96, 0.985, 0.01
_IN_ONE, _JOINED = 0.1, 1.02
_LEAST = 0.25


def open_directory(folder: Path, blur: Callable[[str], str]) -> "Directory":
    """The directory in ``folder``; :class:`GuideError` when there is none, or not a whole one.

    ``blur`` makes pinyin that is often confused the same, as it did for the spellings.
    """
    return Directory(open_files(folder, KIND), blur)


class Directory:
    """An open directory."""

    def __init__(self, files: Files, blur: Callable[[str], str]) -> None:
        self.made_from = files.meta.made_from
        """What the index fits, as its builder said it."""
        self._size = files.meta.rows
        self._blur = blur
        self._spellings = Spellings(files)
        self._words = Words(files)
        self._members = Lists(files, "members")
        self._bags: npt.NDArray[np.uint64] = files.array("bags", "u8")
        self._bag_owners: npt.NDArray[np.int32] = files.array("bag_owners", "i4")
        self._priors: npt.NDArray[np.float32] = files.array("priors", "f4")
        self._shown: npt.NDArray[np.bool_] = files.array("shown", "?")
        self.files = files
        self._known = msgspec.json.decode(files.data("known.json"), type=list[str])
        self._names = frozenset(self._known)
        self._spans: OrderedDict[str, tuple[Scores, Scores]] = OrderedDict()

    def __len__(self) -> int:
        return self._size

    @cached_property
    def _readings(self) -> dict[str, str]:
        """The pinyin of single characters; few queries need it."""
        return msgspec.json.decode(self.files.data("readings.json"), type=dict[str, str])

    def beginning(self, text: str, kind: int) -> list[int]:
        """Entries with a spelling of ``kind`` that begins with ``text``, folded; one for each spelling."""
        return self._spellings.beginning(text.encode(), kind)

    def search(self, text: str, limit: int = 10) -> list[tuple[int, float]]:
        """At most ``limit`` entries that fit ``text``, best first, each with its score.

        A whole name scores about 1. Of equals the first entry comes first.
        """
        import numpy as np

        typed = fold(text)
        if not typed or limit < 1:
            return []
        scores = self._whole(text, typed)
        hits = np.flatnonzero((scores > _LEAST) & self._shown)
        total = scores[hits]
        if len(hits) > limit:
            # Equal scores at the border all stay, so that the order of entries decides.
            border = np.partition(total, len(total) - limit)[len(total) - limit]
            hits, total = hits[total >= border], total[total >= border]
        order = np.lexsort((hits, -total))[:limit]
        return list(zip(hits[order].tolist(), total[order].tolist(), strict=True))

    def _whole(self, text: str, typed: str) -> "Scores":
        """Scores of all entries for a query: as one name, and cut into names every sensible way."""
        import numpy as np

        pieces = atoms(text, self._names)
        own, with_groups = self._span(typed, mend=True, deep=len(pieces) == 1)
        if len(pieces) == 1 or (len(typed) > 5 and int((own >= _SURE).sum()) >= 3 * _ENOUGH):
            return self._first(np.maximum(own, with_groups * np.float32(_ALONE)))
        if len(pieces) > MOST_ATOMS or (own.max(initial=0) >= _WELL and not is_han(typed)):
            return self._first(own)
        # What stands together in a name fits better than the same pieces apart.
        scores = np.maximum(self._first(own) + np.float32(_IN_ONE) * (own > _SOLID), self._cut(pieces))
        best = scores.max(initial=0)
        if best < _SURE and typed.isascii() and len(typed) >= (FAIRLY_LONG if best < _FAIR else LONG):
            near = np.zeros(self._size, np.float32)
            self._spellings.mend(typed, near)
            scores = np.maximum(scores, near + np.float32(_IN_ONE) * (near > 0))
        words = fragments(text)
        if len(words) > 1:
            key = np.uint64(bag(words))
            low, high = (np.searchsorted(self._bags, key, side) for side in ("left", "right"))
            owners = self._bag_owners[low:high]
            scores[owners] = np.maximum(scores[owners], np.float32(_SAME_WORDS)) + np.float32(_SAME_BONUS)
        return scores

    def _first(self, scores: "Scores") -> "Scores":
        """``scores`` with groups put before the stalls that are called like them."""
        return scores + self._priors * (scores > 0)

    def _cut(self, pieces: list[str]) -> "Scores":
        """For each entry the best way to cut the pieces into names it fits, longer names counting more."""
        import numpy as np

        weights = [weight(piece) for piece in pieces]
        best: list[Scores] = [np.zeros(self._size, np.float32)]
        for end in range(1, len(pieces) + 1):
            ways = []
            for begin in range(max(0, end - MOST_JOINED), end):
                joined = "".join(pieces[begin:end])
                single = end - begin == 1
                if (
                    not single
                    and joined not in self._names
                    and not (end == len(pieces) and self._begins(joined))
                ):
                    continue
                # What is a name letter for letter is not taken for another one mistyped.
                value = self._span(joined, mend=single and joined not in self._names)[1]
                if not single:
                    value = value * np.float32(_JOINED)
                ways.append(best[begin] + value * np.float32(sum(weights[begin:end])))
            best.append(np.maximum.reduce(ways))
        total = best[-1] * np.float32(_TOGETHER / sum(weights))
        # Several names ask for who belongs to all of them, before a group that holds the rest by chance.
        total[: len(self._members.at) - 1] *= np.float32(_MEMBER)
        return total

    def _begins(self, text: str) -> bool:
        """Whether the name of a group begins with ``text``."""
        place = bisect_left(self._known, text)
        return place < len(self._known) and self._known[place].startswith(text)

    def _span(self, typed: str, *, mend: bool, deep: bool = True) -> "tuple[Scores, Scores]":
        """Scores for a text read as one name: of the entries themselves, and with the members of groups.

        If ``mend``, as a mistyped word too; if ``deep``, also as a whole name mistyped.
        """
        key = f"{mend:d}{deep:d}{typed}"
        kept = self._spans.get(key)
        if kept is None:
            own = self._own(typed, mend=mend, deep=deep)
            kept = own, self._with_members(own)
            self._spans[key] = kept
            if len(self._spans) > SPANS_KEPT:
                self._spans.popitem(last=False)
        else:
            self._spans.move_to_end(key)
        return kept

    def _own(self, typed: str, *, mend: bool, deep: bool) -> "Scores":
        """Scores for a text as the name of an entry: written so, sounding so, nearly so."""
        import numpy as np

        scores = np.zeros(self._size, np.float32)
        self._spellings.match(typed.encode(), scores)
        if is_han(typed):
            if len(typed) > 1 and not _enough(scores):
                sound = "".join(self._readings.get(char, char) for char in typed)
                self._spellings.match(sound.encode(), scores, kind=PINYIN, factor=_SOUND)
            return scores
        if not typed.isascii() or len(typed) < 4:
            return scores
        if not _enough(scores):
            self._spellings.match(self._blur(typed).encode(), scores, kind=BLURRED)
        if mend and not _enough(scores):
            self._mend(typed, scores, deep=deep)
        return scores

    def _mend(self, typed: str, scores: "Scores", *, deep: bool) -> None:
        """Take a word for mistyped: what the likeliest words it may be are found in fits too."""
        words = self._words.mend(typed, scores)
        for word, value in words:
            self._spellings.match(word, scores, factor=value, spread=_MENDED_SPREAD)
        if deep and len(typed) >= FAIRLY_LONG and not (words and _enough(scores)):
            self._spellings.mend(typed, scores)

    def _with_members(self, own: "Scores") -> "Scores":
        """``own`` with the members of the groups that fit nearly as well as the best group."""
        import numpy as np

        groups = own[: len(self._members.at) - 1]
        fitting = np.flatnonzero(groups >= _GROUP_LEAST)
        if not len(fitting):
            return own
        fitting = fitting[np.argsort(-groups[fitting], kind="stable")[:GROUPS_MEANT]]
        least = groups[fitting[0]] - _GROUP_CLOSE
        scores = own.copy()
        for group in fitting[groups[fitting] >= least].tolist():
            members = self._members.of(group)
            scores[members] = np.maximum(scores[members], groups[group] * np.float32(_MEMBER))
        return scores


def _enough(scores: "Scores") -> bool:
    """Whether so much is found that slips need not be thought of."""
    return bool((scores > _FAIR).sum() >= _ENOUGH)
