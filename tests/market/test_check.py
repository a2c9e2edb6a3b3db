"""The keeper of the data pack: a clean synthetic pack, and one test for each rule that breaks it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hqguide.market.check import Problem, check
from hqguide.market.check_text import faults
from hqguide.market.pack import default_folder
from tests.market import breaks_of_places, breaks_of_the_rest
from tests.market.made_up import SYNTHETIC, Pack, synthetic_pack, write_pack

BREAKS = breaks_of_places.BREAKS + breaks_of_the_rest.BREAKS


def test_the_synthetic_pack_is_clean(tmp_path: Path) -> None:
    assert check(write_pack(tmp_path, synthetic_pack())) == ()


@pytest.mark.parametrize(
    ("change", "file", "what"), [case[1:] for case in BREAKS], ids=[c[0] for c in BREAKS]
)
def test_every_rule_finds_the_pack_that_breaks_it(
    tmp_path: Path, change: Callable[[Pack], None], file: str, what: str
) -> None:
    pack = synthetic_pack()
    change(pack)
    found = check(write_pack(tmp_path, pack))
    assert any(problem.file == file and what in problem.what for problem in found), found


@pytest.mark.parametrize("name", sorted(SYNTHETIC))
def test_a_file_that_is_not_json_is_a_problem_and_not_a_crash(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / f"{name}.json").write_text('[{"id": ', encoding="utf-8")
    assert Problem(f"{name}.json", "", "is not JSON") in check(tmp_path)


@pytest.mark.parametrize("name", sorted(SYNTHETIC))
def test_a_file_of_the_wrong_shape_names_itself(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / f"{name}.json").write_text("[1, 2]", encoding="utf-8")
    assert any(problem.file == f"{name}.json" for problem in check(tmp_path))


@pytest.mark.parametrize("name", sorted(SYNTHETIC))
def test_a_missing_file_names_itself(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / f"{name}.json").unlink()
    assert any(problem.file == f"{name}.json" for problem in check(tmp_path))


def test_an_unknown_field_is_a_problem(tmp_path: Path) -> None:
    pack = synthetic_pack()
    pack["stalls"][0]["phone"] = "none"
    found = check(write_pack(tmp_path, pack))
    assert any(problem.file == "stalls.json" and "phone" in problem.what for problem in found)


def test_an_archive_number_is_not_taken_for_a_telephone() -> None:
    assert list(faults("file ids 13812345678, 17061388100")) == []
    assert list(faults("https://example.com/news/2018/13812345678.html")) == []
    assert list(faults("13812345678")) == ["holds a mobile number"]


@pytest.mark.parametrize("depth", [500, 900, 100_000])
def test_a_file_nested_very_deep_is_a_problem_and_not_a_crash(tmp_path: Path, depth: int) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / "prices.json").write_text("[" * depth + "]" * depth, encoding="utf-8")
    assert any(problem.file == "prices.json" for problem in check(tmp_path))


def test_a_built_index_may_hold_patterns(tmp_path: Path) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / "index.json").write_text('[["A??"]]', encoding="utf-8")
    assert check(tmp_path) == ()


def test_a_problem_reads_as_file_place_and_fault() -> None:
    assert str(Problem("a.json", "x", "is bad")) == "a.json: x: is bad"
    assert str(Problem("a.json", "", "is bad")) == "a.json: is bad"


def test_the_shipped_pack_is_clean() -> None:
    assert [str(problem) for problem in check(default_folder())] == []
