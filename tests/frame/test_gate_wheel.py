from pathlib import Path

import pytest

from tools.gates import wheel

COMPLETE = ["hqguide/__main__.py", "hqguide/data/pack.json", "hqguide-0.1.0.dist-info/METADATA"]


def test_a_complete_wheel_is_accepted() -> None:
    assert list(wheel.problems(COMPLETE, ["hqguide/__main__.py", "hqguide/data/pack.json"])) == []


def test_a_wheel_without_a_file_of_the_guide_is_refused() -> None:
    wanted = ["hqguide/__main__.py", "hqguide/data/stalls.json"]
    assert list(wheel.problems(COMPLETE, wanted)) == ["lacks hqguide/data/stalls.json"]


def test_a_wheel_without_a_data_pack_is_refused() -> None:
    assert list(wheel.problems(["hqguide/__main__.py"], [])) == ["holds no data pack"]


def test_a_wheel_with_tests_in_it_is_refused() -> None:
    held = [*COMPLETE, "tests/conftest.py"]
    assert list(wheel.problems(held, [])) == ["holds tests/conftest.py, which is no part of the guide"]


def test_every_file_of_package_and_pack_is_wanted_at_its_place(tmp_path: Path) -> None:
    for name in ("hqguide/tui/look.tcss", "hqguide/__pycache__/a.pyc", "data/stalls.json", "tests/test_a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert set(wheel.wanted(tmp_path)) == {"hqguide/tui/look.tcss", "hqguide/data/stalls.json"}


def test_a_checkout_that_does_not_build_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text('[build-system]\nrequires = []\nbuild-backend = "absent"\n')
    assert wheel.main([str(tmp_path)]) == 1
    assert "not built" in capsys.readouterr().out


def test_a_program_that_answers_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "python").write_text("#!/bin/sh\necho /elsewhere/hqguide/__init__.py\n")
    (tmp_path / "hqguide").write_text("#!/bin/sh\nexit 0\n")
    for name in ("python", "hqguide"):
        (tmp_path / name).chmod(0o755)
    found = list(wheel.unanswered(tmp_path / "python", tmp_path, {}))
    assert len(found) == 1 + len(wheel.QUESTIONS)
    assert "not from the wheel" in found[0]
