"""A writer that dies, is refused, or meets another one: nothing already written is ever lost."""

import json
import os
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import Lists
from hqguide.notebook.lock import locked
from hqguide.notebook.storage import AtomicStorage

PRELUDE = """
import os, resource, sys
from pathlib import Path
import filelock
from hqguide.errors import GuideError
from hqguide.notebook import rows
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import Lists, ListItem
path = Path(sys.argv[1])
lists = Lists(Notebook(path, timeout=30))
"""


def program(code: str, path: Path) -> subprocess.Popen[str]:
    """Another process that runs ``code`` with ``lists`` on the notebook ``path``."""
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def output(code: str, path: Path) -> str:
    with program(code, path) as process:
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return out


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.json"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder any user may enter, unlike the ones of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def test_a_writer_killed_at_any_byte_or_call_loses_at_most_its_own_write(tmp_path: Path) -> None:
    child = Path(__file__).with_name("crash_child.py")
    done = subprocess.run([sys.executable, child, tmp_path], capture_output=True, text=True, timeout=120)
    found = json.loads(done.stdout)
    assert set(found) == {"bytes, 0 items", "bytes, 1 items", "calls, 0 items", "calls, 1 items"}
    for counts in found.values():
        assert set(counts) <= {"before", "after", "lived"}
        assert counts["before"] > 20
    assert found["calls, 1 items"]["after"] > 5
    assert found["bytes, 1 items"]["before"] > 150


def test_a_full_disk_is_told_and_leaves_notebook_and_backup_whole(path: Path) -> None:
    lists = Lists(Notebook(path))
    for number in range(5):
        lists.add(f"part {number}")
    files = {file: file.read_bytes() for file in path.parent.iterdir()}
    code = """
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.stdin.readline()),) * 2)
try:
    lists.add("a part too many")
except GuideError as error:
    print(error)
"""
    size = path.stat().st_size
    for limit, named in ((30, "notebook.json.bak"), (size, "notebook.json")):
        with program(code, path) as process:
            out, _ = process.communicate(f"{limit}\n", timeout=60)
        assert f"{named}: cannot be written (File too large)" in out
        assert "as it was before" in out
        kept = files[path] if named == "notebook.json" else files[path.with_name("notebook.json.bak")]
        assert path.read_bytes() == files[path]
        assert path.with_name("notebook.json.bak").read_bytes() == kept
        assert not path.with_name("notebook.json.new").exists()
    assert lists.add("fits again").id == 6


def test_a_read_only_folder_is_told_and_can_still_be_read(open_folder: Path) -> None:
    path = open_folder / "notebook.json"
    Lists(Notebook(path)).add("esp32")
    path.chmod(0o644)
    path.with_name("notebook.json.lock").unlink()
    open_folder.chmod(0o555)
    code = """
if os.getuid() == 0:
    os.setuid(65534)
print(lists.show()[0].text)
try:
    lists.add("ne555")
except GuideError as error:
    print(error)
"""
    out = output(code, path)
    assert out.startswith(
        f"esp32\n{open_folder}: cannot be used as the notebook's folder (Permission denied)"
    )
    assert "HQGUIDE_HOME" in out
    assert [file.name for file in open_folder.iterdir()] == ["notebook.json"]


def test_a_folder_whose_parent_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    lists = Lists(Notebook(tmp_path / "file" / "notebook.json"))
    with pytest.raises(GuideError, match="cannot be"):
        lists.add("esp32")
    with pytest.raises(GuideError, match="cannot be read"):
        lists.show()


def test_processes_adding_at_once_lose_nothing_and_share_no_id(path: Path) -> None:
    code = """
mine = sys.stdin.readline().strip()
for number in range(15):
    lists.add(f"part {number} of {mine}")
    lists.add("shared", quantity=2)
"""
    reader, seen = Lists(Notebook(path)), [0]
    with ExitStack() as running:
        writers = [running.enter_context(program(code, path)) for _ in range(3)]
        for name, writer in zip("abc", writers, strict=True):
            assert writer.stdin is not None
            writer.stdin.write(f"{name}\n")
            writer.stdin.flush()
        while any(writer.poll() is None for writer in writers):
            seen.append(len(reader.show()))
            time.sleep(0.005)
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert seen == sorted(seen)
    items = reader.show()
    expected = {f"part {number} of {name}" for number in range(15) for name in "abc"} | {"shared"}
    assert {item.text for item in items} == expected
    assert len(items) == len(expected) == len({item.id for item in items})
    assert next(item.quantity for item in items if item.text == "shared") == 90


def test_a_notebook_begun_by_another_window_during_a_look_is_not_called_missing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, looks = Path.read_bytes, []

    def begin_meanwhile(file: Path) -> bytes:
        looks.append(file)
        if len(looks) == 1:
            other = Lists(Notebook(path))
            other.add("esp32")
            other.add("ne555")
            raise FileNotFoundError(2, "No such file or directory")
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", begin_meanwhile)
    assert [item.text for item in Lists(Notebook(path)).show()] == ["esp32", "ne555"]


def test_threads_sharing_one_object_lose_nothing(path: Path) -> None:
    lists = Lists(Notebook(path, timeout=30))
    with ThreadPoolExecutor(4) as pool:
        ids = [item.id for item in pool.map(lambda number: lists.add(f"part {number}"), range(24))]
    assert sorted(ids) == list(range(1, 25))
    assert len(lists.show()) == 24


def test_a_lock_held_elsewhere_is_named_and_nothing_is_changed(path: Path) -> None:
    Lists(Notebook(path)).add("esp32")
    code = """
with lists._notebook.changing():
    print("held", flush=True)
    sys.stdin.readline()
"""
    with program(code, path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        lists = Lists(Notebook(path, timeout=0.1))
        with pytest.raises(GuideError) as caught:
            lists.add("ne555")
        assert [item.text for item in lists.show()] == ["esp32"]
        holder.communicate("\n", timeout=60)
    assert caught.value.where == f"{path}.lock"
    assert "another hqguide; waited 0.1 s" in caught.value.what
    assert "delete this lock file" in caught.value.hint
    assert lists.add("ne555").id == 2


def test_a_killed_holder_frees_the_lock(path: Path) -> None:
    code = """
with lists._notebook.changing():
    print("held", flush=True)
    sys.stdin.readline()
"""
    with program(code, path) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
        holder.wait(60)
    assert Lists(Notebook(path, timeout=1)).add("esp32").id == 1


def test_an_exception_inside_a_change_discards_all_of_it(path: Path) -> None:
    notebook = Notebook(path)
    Lists(notebook).add("esp32")
    before = path.read_bytes()
    with pytest.raises(KeyError), notebook.changing() as db:
        db.table("list:shopping").truncate()
        raise KeyError
    assert path.read_bytes() == before
    with locked(path, 1):
        assert Lists(notebook).show()[0].text == "esp32"


def test_a_change_that_changes_nothing_keeps_the_backup_as_it_is(path: Path) -> None:
    lists = Lists(Notebook(path))
    lists.add("esp32")
    lists.add("ne555")
    files = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in path.parent.glob("*.json*")}
    lists.mark(1, "wanted")
    lists.clear("no such list")
    after = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in path.parent.glob("*.json*")}
    del files[path.with_name("notebook.json.lock")], after[path.with_name("notebook.json.lock")]
    assert after == files


def test_writing_outside_a_transaction_is_refused(path: Path) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        AtomicStorage(path).write({})
    assert not path.exists()


def test_a_new_notebook_is_private_and_an_old_one_keeps_its_permissions(path: Path) -> None:
    lists = Lists(Notebook(path))
    lists.add("esp32")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o640)
    lists.add("ne555")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_symbolic_link_stays_one_and_its_file_is_replaced(tmp_path: Path) -> None:
    real = tmp_path / "synced" / "notebook.json"
    real.parent.mkdir()
    link = tmp_path / "notebook.json"
    link.symlink_to(real)
    Lists(Notebook(link)).add("esp32")
    assert link.is_symlink()
    assert Lists(Notebook(real)).show()[0].text == "esp32"


def test_the_bytes_reach_the_disk_before_the_rename_and_the_rename_after_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = Lists(Notebook(path))
    lists.add("esp32")
    sync, replace, events = os.fsync, Path.replace, []

    def record_sync(handle: int) -> None:
        events.append("sync folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "sync file")
        sync(handle)

    def record_replace(source: Path, target: Path) -> Path:
        events.append(target.name)
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", record_sync)
    monkeypatch.setattr(Path, "replace", record_replace)
    lists.add("ne555")
    assert events == [
        *("sync file", "notebook.json.bak", "sync folder"),
        *("sync file", "notebook.json", "sync folder"),
    ]


def test_a_replacement_refused_for_a_moment_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = Path.replace, [PermissionError(), PermissionError()]

    def refuse_twice(source: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse_twice)
    Lists(Notebook(path)).add("esp32")
    assert not refusals
    assert Lists(Notebook(path)).show()[0].text == "esp32"


def test_a_replacement_refused_for_good_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("hqguide.notebook.atomic._PAUSE_SECONDS", 0.001)
    with pytest.raises(GuideError, match="cannot be written \\(in use\\)"):
        Lists(Notebook(path)).add("esp32")
    assert [file.name for file in path.parent.iterdir()] == ["notebook.json.lock"]
