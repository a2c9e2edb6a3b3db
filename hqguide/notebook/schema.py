"""The notebook file: ``{"format": 1, "tables": {table: {id: row}}}`` in UTF-8 JSON, and its migrations."""

import codecs
from collections.abc import Callable
from typing import Annotated, Any

import msgspec

RowId = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]{0,15}$")]
Tables = dict[str, dict[RowId, dict[str, Any]]]
Step = Callable[[dict[str, Any]], dict[str, Any]]

# Step n (from 0) lifts the whole document of format n + 1 to n + 2. It loses nothing, and raises
# ValueError for a document it does not understand.
MIGRATIONS: tuple[Step, ...] = (
    # Format 2 adds the priority of a line and the walk under way; what format 1 holds stays as it is.
    lambda document: {**document, "format": 2},
)


class NewerFormatError(Exception):
    """The file was written by a later hqguide; ``found`` is its format, ``known`` the last one read here."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"notebook format {found}, this hqguide reads up to format {known}")


class _Header(msgspec.Struct, frozen=True):
    format: Annotated[int, msgspec.Meta(ge=1)]


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    tables: Tables


def decode(data: bytes, steps: tuple[Step, ...] | None = None) -> Tables:
    """The tables in ``data``, lifted to the current format by ``steps`` (default :data:`MIGRATIONS`).

    Raises :class:`NewerFormatError`, or :class:`ValueError` (of which the errors of msgspec and of
    UTF-8 are kinds) that says what is wrong and where.
    """
    steps = MIGRATIONS if steps is None else steps
    known = len(steps) + 1
    data = data.removeprefix(codecs.BOM_UTF8)  # some editors put it there
    if not data.strip():
        raise ValueError("the file is empty")
    try:
        version = msgspec.json.decode(data, type=_Header).format
        if version > known:
            raise NewerFormatError(version, known)
        document = msgspec.json.decode(data)
        for step in steps[version - 1 :]:
            document = step(document)
        return msgspec.convert(document, type=_Document).tables
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def encode(tables: Tables) -> bytes:
    """``tables`` as the bytes of a notebook of the current format, rows by id, indented for the eye."""
    in_order = {name: dict(sorted(table.items(), key=_row_number)) for name, table in tables.items()}
    document = _Document(format=len(MIGRATIONS) + 1, tables=in_order)
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _row_number(row: tuple[str, object]) -> int:
    return int(row[0])
