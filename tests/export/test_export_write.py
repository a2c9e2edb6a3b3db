import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.export.write import may_write, write_bytes, write_text


def test_a_new_file_holds_exactly_the_text_in_utf8(tmp_path: Path) -> None:
    path = tmp_path / "walk.md"
    write_text(path, "华强北\nwalk\r\n")
    assert path.read_bytes() == "华强北\nwalk\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    data = bytes(range(256))
    write_bytes(tmp_path / "walk.xlsx", data)
    assert (tmp_path / "walk.xlsx").read_bytes() == data


def test_whether_a_file_may_be_written_can_be_asked_before(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    may_write(tmp_path / "new")
    may_write(tmp_path / "old", force=True)
    with pytest.raises(GuideError, match="exists already"):
        may_write(tmp_path / "old")
    with pytest.raises(GuideError, match="not a file name"):
        may_write(tmp_path / "a\0b")
    assert [path.name for path in tmp_path.glob("*") if path.is_file()] == ["old"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_text(tmp_path / "walk.md", "x")
    assert (tmp_path / "walk.md").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_existing_file_is_kept_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "walk.md"
    path.write_text("old")
    with pytest.raises(GuideError, match="exists already") as caught:
        write_text(path, "new")
    assert caught.value.hint
    assert path.read_text() == "old"
    path.chmod(0o640)
    write_text(path, "new", force=True)
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    link = tmp_path / "link.md"
    link.symlink_to("real.md")
    write_text(link, "new", force=True)
    assert link.is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="is a folder"):
        write_text(tmp_path, "x", force=True)


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(GuideError, match="not an ordinary file"):
        write_text(Path(os.devnull), "x", force=True)
    assert Path(os.devnull).is_char_device()


def test_a_missing_folder_is_named_in_the_hint(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        write_text(tmp_path / "none" / "walk.md", "x")
    assert str(tmp_path / "none") in caught.value.hint


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(GuideError, match="cannot be written"):
        write_text(tmp_path / "file" / "walk.md", "x", force=True)
    assert (tmp_path / "file").read_text() == "old"


@pytest.mark.parametrize("name", ["walk\0.md", "x" * 300])
def test_an_impossible_name_is_an_error_to_mend_not_a_traceback(tmp_path: Path, name: str) -> None:
    with pytest.raises(GuideError):
        write_text(tmp_path / name, "x")
    assert not list(tmp_path.iterdir())


def failing(number: int) -> Callable[..., None]:
    def fail(*args: object, **kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("where", "number"),
    [
        ("os.open", errno.EACCES),
        ("os.open", errno.EROFS),
        ("os.fsync", errno.ENOSPC),
        ("os.fsync", errno.EIO),
        ("pathlib.Path.chmod", errno.EPERM),
        ("pathlib.Path.replace", errno.EXDEV),
        ("pathlib.Path.stat", errno.EACCES),
    ],
)
def test_any_failing_step_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, number: int
) -> None:
    path = tmp_path / "walk.md"
    path.write_text("old")
    with monkeypatch.context() as patch:
        patch.setattr(where, failing(number))
        with pytest.raises(GuideError, match="cannot be written"):
            write_text(path, "new", force=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_while_writing_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "walk.md", "x")
    assert not list(tmp_path.iterdir())


def test_a_disk_that_runs_full_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "walk.md"
    path.write_text("old")
    code = """
import resource, sys
from pathlib import Path
from hqguide.errors import GuideError
from hqguide.export.write import write_bytes
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_bytes(Path(sys.argv[1]), b"x" * 100_000, force=True)
except GuideError as error:
    print(error)
    sys.exit(2)
"""
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert done.returncode == 2, done.stderr
    assert "cannot be written" in done.stdout
    assert "free space" in done.stdout
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_folder_hint_covers_a_name_without_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_text(Path("walk.md"), "x")
    assert (tmp_path / "walk.md").read_text() == "x"


def test_a_text_that_is_not_unicode_is_still_written(tmp_path: Path) -> None:
    write_text(tmp_path / "walk.md", "a\ud800b")
    assert (tmp_path / "walk.md").read_text() == "a?b"
