"""The language files load, are checked, and broken ones are named."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.packfile import decode
from hqguide.parts.build_index import build_index
from hqguide.parts.language import (
    FAMILIES,
    GLOSSARY,
    INDEX,
    SOURCES,
    SYLLABLES,
    Language,
    load_language,
)
from hqguide.parts.model import Term

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    for name in (*SOURCES, SYLLABLES, INDEX):
        shutil.copy(DATA / name, tmp_path / name)
    return tmp_path


def test_the_shipped_index_is_the_one_its_files_give() -> None:
    assert (DATA / INDEX).read_bytes() == build_index(DATA), "run `hqguide data build`"


def test_every_category_of_a_term_or_family_exists(language: Language) -> None:
    used = {term.category for term in language.terms} | {c for term in language.terms for c in term.also}
    used |= {family.category for family in language.families}
    assert used <= language.by_id.keys()


def test_groups_hold_their_leaves(language: Language) -> None:
    assert "passive.mlcc" in [leaf.id for leaf in language.children("passive")]
    assert language.children("passive.mlcc") == ()


def test_an_unknown_category_is_a_guide_error(language: Language) -> None:
    with pytest.raises(GuideError, match="no category 'nope'"):
        language.category("nope")


@pytest.mark.parametrize("name", [*SOURCES, INDEX])
def test_a_missing_file_is_named(pack: Path, name: str) -> None:
    (pack / name).unlink()
    with pytest.raises(GuideError, match="cannot be read") as caught:
        load_language(pack)
    assert name in caught.value.where


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_broken_index_is_named(pack: Path, content: bytes) -> None:
    (pack / INDEX).write_bytes(content)
    with pytest.raises(GuideError, match="broken data") as caught:
        load_language(pack)
    assert INDEX in caught.value.where


def test_an_oversized_file_is_refused(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hqguide.packfile.MAX_BYTES", 10)
    with pytest.raises(GuideError, match="larger than any data pack"):
        load_language(pack)


def test_an_index_of_other_files_is_refused(pack: Path) -> None:
    glossary = pack / GLOSSARY
    glossary.write_bytes(glossary.read_bytes() + b"\n")
    with pytest.raises(GuideError, match="not made from the files") as caught:
        load_language(pack)
    assert "data build" in caught.value.hint
    (pack / INDEX).write_bytes(build_index(pack))
    assert load_language(pack).index.made_from[GLOSSARY]


def test_an_unknown_field_is_refused(pack: Path) -> None:
    rows = json.loads((pack / GLOSSARY).read_text(encoding="utf-8"))
    rows[0]["telephone"] = "1"
    (pack / GLOSSARY).write_text(json.dumps(rows), encoding="utf-8")
    with pytest.raises(GuideError, match="telephone"):
        decode(pack / GLOSSARY, tuple[Term, ...])


def test_a_broken_expression_is_named_when_it_is_needed(pack: Path, language: Language) -> None:
    broken = language.families[0].__class__(id="bad", regex="(", name="", category="ic")
    odd = Language(folder=pack, categories=(), families=(broken,), index=language.index)
    with pytest.raises(GuideError, match="broken expression") as caught:
        odd.pattern(0)
    assert f"{FAMILIES}: bad" in caught.value.where


def test_understanding_loads_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from hqguide.parts.language import load_language\n"
        "from hqguide.parts.understand import understand\n"
        f"assert understand('capasitor', load_language(Path({str(DATA)!r})))\n"
        "heavy = {'numpy', 'textual', 'pypinyin', 'opencc', 'geopy', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_query_that_is_spelled_right_loads_no_fuzzy_engine() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from hqguide.parts.language import load_language\n"
        "from hqguide.parts.understand import understand\n"
        f"language = load_language(Path({str(DATA)!r}))\n"
        "assert understand('贴片电容', language) and understand('100nF 0603', language)\n"
        "assert 'rapidfuzz' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
