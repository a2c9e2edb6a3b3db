from pathlib import Path

import pytest

from tools.gates import module_size


def test_a_module_of_401_lines_is_refused() -> None:
    assert list(module_size.oversized("x = 1\n" * 401, "long.py")) == ["long.py: 401 lines, at most 400"]


def test_a_module_of_400_lines_is_accepted() -> None:
    assert list(module_size.oversized("x = 1\n" * 400, "full.py")) == []


@pytest.mark.parametrize("keyword", ["def", "async def"])
def test_a_function_of_61_lines_is_refused_wherever_it_is(keyword: str) -> None:
    source = f"class Room:\n    {keyword} tidy(self):\n" + "        pass\n" * 60
    assert list(module_size.oversized(source, "room.py")) == [
        "room.py:2: tidy has 61 lines, at most 60",
    ]


def test_a_function_of_60_lines_is_accepted() -> None:
    assert list(module_size.oversized("def tidy():\n" + "    pass\n" * 59, "room.py")) == []


def test_the_gate_fails_on_a_folder_with_a_long_module(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "short.py").write_text("x = 1\n")
    assert module_size.main([str(tmp_path)]) == 0
    (tmp_path / "long.py").write_text("x = 1\n" * 500)
    assert module_size.main([str(tmp_path)]) == 1
    assert "500 lines" in capsys.readouterr().out


def test_the_gate_fails_when_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    assert module_size.main([str(tmp_path)]) == 1
