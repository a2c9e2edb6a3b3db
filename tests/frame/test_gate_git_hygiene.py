import subprocess
from pathlib import Path

import pytest

from tools.gates import git_hygiene

# Put together here, so that this file does not hold what the gate refuses.
SLASH = "/"


def found(text: str, name: str = "docs/page.md") -> list[str]:
    return list(git_hygiene.file_problems(name, text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        f"see {SLASH}root/notes",
        f'path = "{SLASH}work{SLASH}main"',
        "https://" + "pypi." + "org/simple",
        "https://files." + "pythonhosted." + "org/x",
        "from the doss" + "ier",
        "read ../shar" + "ed/notes.md",
        "a lost sign: \N{REPLACEMENT CHARACTER}",
    ],
)
def test_what_belongs_to_one_machine_or_was_lost_on_the_way_is_refused(text: str) -> None:
    (problem,) = found(f"a clean line\n{text}\n")
    assert problem.startswith("docs/page.md:2: ")


@pytest.mark.parametrize(
    "text",
    [
        f"https://example.org{SLASH}root/page",
        "network/working/rooted",
        "a shared desk",
        "two counters share a number",
        f"~{SLASH}work/x",
        f"{SLASH}rooted",
    ],
)
def test_ordinary_words_and_addresses_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("name", [".coverage", "hqguide/__pycache__/a.pyc", "dist/hqguide.whl", "a.orig"])
def test_generated_files_are_refused(name: str) -> None:
    assert found("x", name) == [f"{name}: generated, does not belong in git"]


def test_a_file_over_a_megabyte_is_refused_outside_the_data_pack() -> None:
    large = b"x" * (git_hygiene.MEGABYTE + 1)
    assert len(list(git_hygiene.file_problems("docs/huge.svg", large))) == 1
    assert list(git_hygiene.file_problems("data/huge.json", large)) == []


def test_the_gate_reads_what_git_tracks_and_nothing_else(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    assert git_hygiene.main([str(tmp_path)]) == 1
    (tmp_path / "clean.txt").write_text("clean\n")
    git("add", "clean.txt")
    (tmp_path / "mine.txt").write_text(f"{SLASH}root{SLASH}\n")
    assert git_hygiene.main([str(tmp_path)]) == 0
    git("add", "mine.txt")
    assert git_hygiene.main([str(tmp_path)]) == 1
