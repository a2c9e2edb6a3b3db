import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from hqguide.errors import GuideError
from hqguide.textindex.directory_build import build_directory
from hqguide.textindex.parts_index import build_parts, open_parts
from hqguide.textindex.store import FORMAT, META, SMALL, building, open_files

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build_parts(tmp_path / "index", ["LM358", "NE555"])
    return tmp_path / "index"


def data_of(folder: Path) -> Path:
    return folder / str(json.loads((folder / META).read_text(encoding="utf-8"))["data"])


def test_a_new_build_replaces_the_index_and_leaves_nothing_of_the_old_one(folder: Path) -> None:
    build_parts(folder, ["BC547"])
    assert open_parts(folder).search("bc547") == [(0, 1.0)]
    assert sorted(path.name for path in folder.iterdir()) == sorted([META, data_of(folder).name])


def test_the_same_numbers_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    build_parts(tmp_path / "again", ["LM358", "NE555"])
    for path in data_of(folder).iterdir():
        assert path.read_bytes() == (data_of(tmp_path / "again") / path.name).read_bytes()


def test_a_build_that_fails_leaves_the_old_index(folder: Path) -> None:
    def breaking() -> Iterator[str]:
        yield "BC547"
        raise RuntimeError("the list ends early")

    with pytest.raises(RuntimeError, match="ends early"):
        build_parts(folder, breaking())
    assert open_parts(folder).search("ne555") == [(1, 1.0)]
    assert len(list(folder.iterdir())) == 2


def test_a_build_killed_half_way_leaves_the_old_index_and_the_next_one_clears_up(folder: Path) -> None:
    code = (
        "import pathlib, sys, time\n"
        "from hqguide.textindex.parts_index import build_parts\n"
        "def slow(done, total):\n"
        "    print('half', flush=True)\n"
        "    time.sleep(60)\n"
        "build_parts(pathlib.Path(sys.argv[1]), [f'BC{n}' for n in range(500)], slow)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(folder)], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"half"
    child.kill()
    child.communicate()
    assert len(list(folder.glob("data-*"))) == 2
    assert open_parts(folder).search("lm358") == [(0, 1.0)]
    build_parts(folder, ["BC547"])
    assert len(list(folder.glob("data-*"))) == 1


def test_an_open_index_goes_on_answering_while_a_new_one_is_built(folder: Path) -> None:
    before = open_parts(folder)
    build_parts(folder, ["BC547"])
    assert before.search("lm358") == [(0, 1.0)]


def test_there_is_no_index_in_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="no index"):
        open_parts(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe", b'{"format": "x"}'])
def test_a_broken_description_is_an_error_a_user_can_act_on(folder: Path, content: bytes) -> None:
    (folder / META).write_bytes(content)
    with pytest.raises(GuideError, match="cannot be read") as raised:
        open_parts(folder)
    assert "Build the index again" in str(raised.value)


def test_an_index_of_another_version_is_not_read(folder: Path) -> None:
    text = (folder / META).read_text(encoding="utf-8")
    (folder / META).write_text(text.replace(f'"format":{FORMAT}', '"format":999'), encoding="utf-8")
    with pytest.raises(GuideError, match="999"):
        open_parts(folder)


def test_an_index_of_something_else_is_not_read(tmp_path: Path) -> None:
    build_directory(tmp_path, (), {})
    with pytest.raises(GuideError, match="directory"):
        open_parts(tmp_path)


def test_every_file_missing_or_cut_short_is_noticed_at_once(folder: Path) -> None:
    for path in sorted(data_of(folder).iterdir()):
        whole = path.read_bytes()
        path.write_bytes(whole[:-1])
        with pytest.raises(GuideError, match="damaged"):
            open_parts(folder)
        path.unlink()
        with pytest.raises(GuideError, match="not all of it"):
            open_parts(folder)
        path.write_bytes(whole)
    assert len(open_parts(folder)) == 2


def test_a_file_of_the_right_size_with_foreign_content_is_noticed(folder: Path, tmp_path: Path) -> None:
    build_parts(tmp_path / "other", ["NE5555", "LM35"])
    path = next(data_of(folder).iterdir())
    foreign = next(data_of(tmp_path / "other").iterdir()).read_bytes()
    for content in (bytes(path.stat().st_size), foreign[: path.stat().st_size].ljust(path.stat().st_size)):
        path.write_bytes(content)
        with pytest.raises(GuideError, match="damaged"):
            open_parts(folder)


@pytest.mark.parametrize(("old", "new"), [('"<i4"', '"<f4"'), ('"rows"', '"cols"'), ('"text"', '"test"')])
def test_a_description_that_does_not_belong_to_the_data_is_noticed(folder: Path, old: str, new: str) -> None:
    text = (folder / META).read_text(encoding="utf-8")
    sections = text.index('"sections"')
    (folder / META).write_text(text[:sections] + text[sections:].replace(old, new, 1), encoding="utf-8")
    with pytest.raises(GuideError, match="damaged"):
        open_parts(folder)


def test_an_index_without_one_of_its_arrays_or_with_another_in_its_place_is_refused(tmp_path: Path) -> None:
    with building(tmp_path, "part numbers") as draft:
        draft.array("starts", np.zeros(3, np.float64))
    with pytest.raises(GuideError, match="damaged"):
        open_parts(tmp_path)
    files = open_files(tmp_path, "part numbers")
    for name, kind in (("starts", "i4"), ("sizes", "u1")):
        with pytest.raises(GuideError, match="damaged"):
            files.array(name, kind)


def test_large_arrays_and_small_ones_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept: dict[str, np.ndarray[tuple[int], np.dtype[np.int32 | np.int64]]] = {
        "large": np.arange(SMALL, dtype=np.int32),
        "none": np.zeros(0, np.int32),
        "few": np.arange(3),
    }
    with building(tmp_path, "arrays") as draft:
        for name, values in kept.items():
            draft.part("some").array(name, values)
        draft.data("note", b"written")
        draft.text("words", b"one\n")
    files = open_files(tmp_path, "arrays")
    for name, values in kept.items():
        assert files.part("some").array(name, values.dtype).tolist() == values.tolist()
    assert (files.data("note"), files.mapped("words")[:3]) == (b"written", b"one")


def test_a_folder_name_in_the_description_cannot_lead_elsewhere(folder: Path) -> None:
    text = (folder / META).read_text(encoding="utf-8")
    (folder / META).write_text(text.replace(data_of(folder).name, "../elsewhere"), encoding="utf-8")
    with pytest.raises(GuideError):
        open_parts(folder)


def test_a_disk_that_refuses_is_an_error_a_user_can_act_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(GuideError, match="cannot be written"):
        build_parts(tmp_path / "file", ["LM358"])
