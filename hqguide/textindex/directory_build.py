"""Build a directory: the spellings in one table, the words in another, who is found by which."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from hqguide.textindex.entries import ALIAS, CHINESE, ENGLISH, WHOLE, Entry
from hqguide.textindex.folding import bag
from hqguide.textindex.lists import write_lists
from hqguide.textindex.store import Draft, building
from hqguide.textindex.suffixes import heads
from hqguide.textindex.table import STEP, write_table

KIND = "directory"
LEAST_WORD = 3
_NAMES = (CHINESE, ENGLISH, ALIAS, WHOLE)


def build_directory(
    folder: Path,
    entries: Sequence[Entry],
    readings: Mapping[str, str],
    *,
    made_from: str = "",
    also: Callable[[Draft], None] | None = None,
) -> None:
    """Index ``entries`` in ``folder``; the index there before stays until this one is whole.

    ``readings`` gives the pinyin of single characters, by which a word written with others that sound
    alike is found. Groups come before the entries that belong to them. ``made_from`` says what the index
    fits, ``also`` keeps more in it.
    """
    import numpy as np

    with building(folder, KIND) as draft:
        draft.rows = len(entries)
        draft.made_from = made_from
        _write_spellings(draft, entries)
        words: dict[bytes, list[int]] = defaultdict(list)
        for number, entry in enumerate(entries):
            for word in dict.fromkeys(entry.words):
                if len(word) >= LEAST_WORD:
                    words[word.encode()].append(number)
        ordered = sorted(words)
        write_table(draft.part("words"), ordered, lambda done, total: None)
        write_lists(draft, "word_owners", [words[word] for word in ordered])
        groups = 1 + max((max(entry.groups, default=-1) for entry in entries), default=-1)
        members: list[list[int]] = [[] for _ in range(groups)]
        for number, entry in enumerate(entries):
            for group in entry.groups:
                members[group].append(number)
        write_lists(draft, "members", members)
        bags = sorted(
            (bag(entry.words), number) for number, entry in enumerate(entries) if len(entry.words) > 1
        )
        draft.array("bags", np.array([key for key, _ in bags], np.uint64))
        draft.array("bag_owners", np.array([number for _, number in bags], np.int32))
        draft.array("priors", np.array([entry.prior for entry in entries], np.float32))
        draft.array("shown", np.array([entry.shown for entry in entries], np.bool_))
        names = {s.text for entry in entries[:groups] for s in entry.spellings if s.kind in _NAMES}
        draft.data("known.json", msgspec.json.encode(sorted(names)))
        draft.data("readings.json", msgspec.json.encode(dict(readings)))
        if also:
            also(draft)


def _write_spellings(draft: Draft, entries: Sequence[Entry]) -> None:
    """The table of spellings, with the owner and kind of each, where words begin, and the suffixes there."""
    import numpy as np

    rows = (
        (spelling.text.encode(), number, spelling)
        for number, entry in enumerate(entries)
        for spelling in dict.fromkeys(entry.spellings)
        if spelling.text
    )
    ordered = sorted(rows, key=lambda row: row[:2])
    suffixes = write_table(draft, [text for text, *_ in ordered], lambda done, total: None)
    draft.array("owners", np.array([number for _, number, _ in ordered], np.int32))
    draft.array("kinds", np.array([spelling.kind for _, _, spelling in ordered], np.uint8))
    edges = np.zeros(sum(len(text) + 1 for text, *_ in ordered) + 1, np.bool_)
    start = 0
    for text, _, spelling in ordered:
        edges[start] = edges[start + len(text)] = True
        for at in spelling.begins:
            edges[start + len(spelling.text[:at].encode())] = True
        start += len(text) + 1
    draft.array("edges", edges)
    starts = np.cumsum([0, *(len(text) + 1 for text, *_ in ordered)])
    words = edges[starts[suffixes.ranks] + suffixes.offsets]
    draft.array("word_ranks", suffixes.ranks[words])
    draft.array("word_offsets", suffixes.offsets[words])
    letters = np.frombuffer(b"".join(text + b"\n" for text, *_ in ordered), np.uint8)
    places = (starts[suffixes.ranks] + suffixes.offsets)[words][::STEP]
    draft.array("word_heads", heads(letters, places.astype(np.int32)), early=True)
