"""The published JSON Schemas are those of the structs, and cover every file of the room."""

import json
from pathlib import Path

from hqguide.market.schema import FILES, schemas, write_schemas

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "schema"


def test_the_published_schemas_have_not_drifted() -> None:
    for name, content in schemas().items():
        assert (PUBLISHED / name).read_bytes() == content, f"run tools/write_schemas.py: {name}"


def test_every_schema_says_which_file_it_is_for() -> None:
    for name, content in schemas().items():
        schema = json.loads(content)
        assert schema["title"] == name.replace(".schema", "")
        assert schema["$schema"].endswith("2020-12/schema")


def test_unknown_fields_are_refused_by_the_schema() -> None:
    stall = json.loads(schemas()["stalls.schema.json"])["$defs"]["Stall"]
    assert stall["additionalProperties"] is False
    assert set(stall["required"]) == {"id", "kind", "claims"}


def test_writing_makes_the_folder_and_every_file(tmp_path: Path) -> None:
    assert write_schemas(tmp_path / "new") == len(FILES)
    assert {path.name for path in (tmp_path / "new").iterdir()} == set(schemas())
