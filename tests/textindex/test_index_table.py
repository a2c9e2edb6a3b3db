import random
from pathlib import Path

import pytest

from hqguide.textindex.store import building, open_files
from hqguide.textindex.suffixes import DEPTH
from hqguide.textindex.table import STEP, Table, write_table

DRAW = random.Random(4)  # noqa: S311 # drawn anew from a seed, nothing secret
STRINGS = sorted(
    "".join(DRAW.choices("ab", k=DRAW.randint(1, 14))).encode()
    + DRAW.choice((b"", "村田".encode(), b"c" * 40))
    for _ in range(8 * STEP + 5)
)
TYPED = sorted(
    {b"a", b"b", b"c", b"z", b"0", "村".encode(), b"c" * DEPTH, b"c" * (DEPTH + 3)}
    | {string[at : at + size] for string in STRINGS[::9] for at in (0, 1, 3) for size in (1, 2, 7, 8, 9, 20)}
    - {b""}
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    folder: Path = tmp_path_factory.mktemp("table")
    with building(folder, "strings") as draft:
        write_table(draft, STRINGS, lambda done, total: None)
    return Table(open_files(folder, "strings"))


def test_the_strings_that_begin_so_are_those_a_look_at_each_finds(table: Table) -> None:
    for typed in TYPED:
        low, high = table.beginning(typed)
        assert STRINGS[low:high] == [string for string in STRINGS if string.startswith(typed)], typed
        assert low == sum(string < typed for string in STRINGS), typed


def test_the_places_of_a_text_are_those_a_look_at_each_finds(table: Table) -> None:
    for typed in TYPED:
        found = table.inside(typed)
        places = sorted(zip(found.ranks.tolist(), found.offsets.tolist(), strict=True))
        assert places == [
            (rank, at)
            for rank, string in enumerate(STRINGS)
            for at in range(len(string))
            if string.startswith(typed, at)
        ], typed
        assert table.count(typed) == sum(
            string.startswith(typed[:DEPTH], at) for string in STRINGS for at in range(len(string))
        )
