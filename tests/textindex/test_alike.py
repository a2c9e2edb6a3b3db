from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from hqguide.textindex.alike import Alike, write_alike
from hqguide.textindex.store import building, open_files

TEXTS = st.text("abc 鑫源电子12", min_size=1, max_size=24)


def alike(folder: Path, texts: list[str]) -> Alike:
    with building(folder, "texts") as draft:
        write_alike(draft.part("of"), texts)
    return Alike(open_files(folder, "texts").part("of"))


@given(st.lists(TEXTS, min_size=1, max_size=8), TEXTS, st.sampled_from((60.0, 75.0, 88.0, 100.0)))
def test_no_text_that_is_so_like_the_other_is_left_out(texts: list[str], text: str, ratio: float) -> None:
    with TemporaryDirectory() as folder:
        found = alike(Path(folder), texts).may_be(text, ratio, 0, len(texts))
    assert {n for n, other in enumerate(texts) if fuzz.ratio(text, other) >= ratio} <= set(found)


def test_most_other_texts_are_ruled_out(tmp_path: Path) -> None:
    texts = [
        f"{first}{second} {trade}" for first in "abcdefgh" for second in "klmnop" for trade in ("tv", "ic")
    ]
    found = alike(tmp_path, texts).may_be("ak tv", 88.0, 0, len(texts))
    assert texts.index("ak tv") in found
    assert len(found) < 5


def test_only_the_numbers_asked_for_are_looked_at(tmp_path: Path) -> None:
    assert alike(tmp_path, ["same"] * 6).may_be("same", 88.0, 2, 5) == [2, 3, 4]
