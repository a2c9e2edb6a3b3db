"""A notebook that cannot be read is never overwritten, and the user is told the way back."""

import json
from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.notebook import schema
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import Lists

GOOD = b'{"format":1,"tables":{"list:shopping":{"1":{"text":"esp32"}}}}'


def row(**fields: object) -> bytes:
    return json.dumps({"format": 1, "tables": {"list:shopping": {"7": fields}}}).encode()


BROKEN = {
    "empty": (b"", "the file is empty"),
    "only blanks": (b" \n", "the file is empty"),
    "zeros": (b"\0" * 64, "malformed"),
    "cut short": (GOOD[:-9], "truncated"),
    "written over": (GOOD + b'"}}}}', "trailing"),
    "not UTF-8": (GOOD.replace(b"esp32", b"\xff\xfe"), "utf-8"),
    "a list": (b"[1, 2]", "Expected `object`, got `array`"),
    "no format": (b'{"tables":{}}', "missing required field `format`"),
    "format as text": (b'{"format":"1","tables":{}}', "Expected `int`"),
    "format zero": (b'{"format":0,"tables":{}}', ">= 1"),
    "no tables": (b'{"format":1}', "missing required field `tables`"),
    "more than tables": (b'{"format":1,"tables":{},"mine":1}', "unknown field `mine`"),
    "table is a list": (b'{"format":1,"tables":{"list:shopping":[]}}', "Expected `object`, got `array`"),
    "id is a word": (b'{"format":1,"tables":{"list:shopping":{"x":{}}}}', "regex"),
    "stock TinyDB": (b'{"_default":{"1":{"text":"esp32"}}}', "missing required field `format`"),
    "too deep": (b'{"format":1,"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
}

BAD_ROWS = {
    "no text": (row(), "missing required field `text`"),
    "empty text": (row(text=""), "length >= 1"),
    "unknown field": (row(text="esp32", colour="red"), "unknown field `colour`"),
    "quantity zero": (row(text="esp32", quantity=0), ">= 1"),
    "quantity as text": (row(text="esp32", quantity="3"), "Expected `int`, got `str`"),
    "free price": (row(text="esp32", target_price=0), "> 0"),
    "strange state": (row(text="esp32", state="lost"), "Invalid enum value 'lost'"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.json"


def refused(path: Path) -> GuideError:
    """The one error every way to use the notebook gives; the folder stays byte for byte as it was."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    errors = []
    lists = Lists(Notebook(path))
    for use in (
        lists.show,
        lambda: lists.add("ne555"),
        lambda: lists.remove(7),
        lambda: lists.mark(7, "bought"),
    ):
        with pytest.raises(GuideError) as caught:
            use()
        errors.append(caught.value)
    after = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    after.pop("notebook.json.lock", None)
    before.pop("notebook.json.lock", None)
    assert after == before
    assert len({str(error) for error in errors}) == 1
    return errors[0]


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_named_and_left_alone(path: Path, kind: str) -> None:
    data, detail = BROKEN[kind]
    path.write_bytes(data)
    error = refused(path)
    assert error.where == str(path)
    assert "the notebook is damaged: " in error.what
    assert detail in error.what
    assert "no good backup" in error.hint
    assert "rename it to notebook.json.damaged-1" in error.hint


@pytest.mark.parametrize("kind", BAD_ROWS)
def test_a_broken_row_is_named_and_left_alone(path: Path, kind: str) -> None:
    data, detail = BAD_ROWS[kind]
    path.write_bytes(data)
    error = refused(path)
    assert "damaged: list:shopping, item 7: " in error.what
    assert detail in error.what


def test_broken_id_counters_are_a_damaged_notebook(path: Path) -> None:
    path.write_bytes(b'{"format":1,"tables":{"last-ids":{"1":{"shopping":"many"}}}}')
    with pytest.raises(GuideError, match="damaged: last-ids: Expected `int`"):
        Lists(Notebook(path)).add("esp32")


def test_the_way_back_that_is_told_works(path: Path) -> None:
    lists = Lists(Notebook(path))
    lists.add("esp32")
    lists.add("ne555")
    path.with_name("notebook.json.damaged-1").write_text("from an earlier accident")
    path.write_bytes(path.read_bytes()[:40])
    hint = refused(path).hint
    assert "A good backup of 2" in hint
    assert (
        "rename notebook.json to notebook.json.damaged-2, then copy notebook.json.bak to notebook.json"
        in hint
    )
    path.rename(path.with_name("notebook.json.damaged-2"))
    path.write_bytes(path.with_name("notebook.json.bak").read_bytes())
    assert [item.text for item in lists.show()] == ["esp32"]


@pytest.mark.parametrize("backup", [b"", b"[]", b'{"format":99,"tables":{}}'])
def test_a_backup_that_cannot_be_read_is_not_recommended(path: Path, backup: bytes) -> None:
    path.write_bytes(b"{")
    path.with_name("notebook.json.bak").write_bytes(backup)
    assert "no good backup" in refused(path).hint


def test_a_notebook_gone_while_its_backup_is_there_is_not_begun_anew(path: Path) -> None:
    lists = Lists(Notebook(path))
    lists.add("esp32")
    lists.add("ne555")
    path.unlink()
    error = refused(path)
    assert error.what == "the notebook is missing, but its backup is there"
    assert error.hint.startswith("Copy notebook.json.bak to notebook.json")
    assert not path.exists()


def test_a_folder_in_the_place_of_the_notebook_is_told(path: Path) -> None:
    path.mkdir()
    assert refused(path).what == "the notebook cannot be read (Is a directory)"


def test_a_folder_in_the_place_of_the_backup_is_told_and_the_notebook_kept(path: Path) -> None:
    lists = Lists(Notebook(path))
    lists.add("esp32")
    path.with_name("notebook.json.bak").mkdir()
    with pytest.raises(GuideError, match=r"notebook\.json\.bak: cannot be written"):
        lists.add("ne555")
    assert [item.text for item in lists.show()] == ["esp32"]


def test_a_link_that_leads_to_itself_is_told(path: Path) -> None:
    path.symlink_to(path)
    with pytest.raises(GuideError, match="cannot be read"):
        Lists(Notebook(path)).show()


def test_a_newer_notebook_is_refused_untouched(path: Path) -> None:
    path.write_bytes(b'{"format":9,"shelves":[{"lists":{}}]}')
    error = refused(path)
    assert error.what == "notebook format 9, this hqguide reads up to format 2"
    assert "Update hqguide" in error.hint


def test_the_backup_holds_the_state_before_the_latest_change(path: Path) -> None:
    lists = Lists(Notebook(path))
    lists.add("esp32")
    assert not path.with_name("notebook.json.bak").exists()
    before = path.read_bytes()
    lists.clear()
    assert path.with_name("notebook.json.bak").read_bytes() == before


def test_the_file_is_utf8_json_that_a_person_can_read(path: Path) -> None:
    Lists(Notebook(path)).add("贴片电阻 10k", quantity=100, target_price=0.02, note="整盘")
    text = path.read_text(encoding="utf-8")
    assert '   "1": {\n    "text": "贴片电阻 10k",\n    "quantity": 100,' in text
    assert json.loads(text)["format"] == 2


def test_a_byte_order_mark_of_an_editor_is_accepted(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + GOOD)
    assert Lists(Notebook(path)).show()[0].text == "esp32"


def split_names(document: dict[str, object]) -> dict[str, object]:
    if "shelf" not in document:
        raise ValueError("format 1 without 'shelf'")
    return {"format": 2, "tables": document["shelf"]}


def rename_tables(document: dict[str, object]) -> dict[str, object]:
    assert document["format"] == 2
    tables = document["tables"]
    assert isinstance(tables, dict)
    return {"format": 3, "tables": {f"list:{name}": rows for name, rows in tables.items()}}


STEPS = (split_names, rename_tables)


def test_an_old_notebook_is_lifted_step_by_step() -> None:
    new = {"list:shopping": {"1": {"text": "esp32"}}}
    assert schema.decode(b'{"format":1,"shelf":{"shopping":{"1":{"text":"esp32"}}}}', STEPS) == new
    assert schema.decode(b'{"format":2,"tables":{"shopping":{"1":{"text":"esp32"}}}}', STEPS) == new
    assert schema.decode(b'{"format":3,"tables":{"list:shopping":{"1":{"text":"esp32"}}}}', STEPS) == new
    with pytest.raises(schema.NewerFormatError, match="format 4, this hqguide reads up to format 3"):
        schema.decode(b'{"format":4}', STEPS)


def test_the_first_change_after_an_update_keeps_the_old_file_as_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = b'{"format":1,"shelf":{"shopping":{"1":{"text":"esp32"}}}}'
    path.write_bytes(old)
    monkeypatch.setattr(schema, "MIGRATIONS", STEPS)
    lists = Lists(Notebook(path))
    assert lists.show()[0].text == "esp32"
    assert path.read_bytes() == old
    lists.add("ne555")
    assert json.loads(path.read_bytes())["format"] == 3
    assert path.with_name("notebook.json.bak").read_bytes() == old


def test_an_old_notebook_that_a_step_does_not_understand_is_damaged_not_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b'{"format":1,"tables":{}}')
    monkeypatch.setattr(schema, "MIGRATIONS", STEPS)
    assert "damaged: format 1 without 'shelf'" in refused(path).what
