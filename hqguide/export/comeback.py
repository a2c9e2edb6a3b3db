"""Exported JSON or Markdown and the ticks of the phone page read back, with nothing in them trusted."""

from codecs import BOM_UTF8
from typing import Literal

import msgspec

from hqguide.errors import GuideError
from hqguide.export.comeback_markdown import HEADS, read_markdown
from hqguide.export.json_file import VERSION, ListFile, WalkFile
from hqguide.notebook.item import ListItem
from hqguide.route.itinerary import Itinerary
from hqguide.text import plain

MAX_BYTES = 8_000_000
MAX_LINES = 10_000
_HINT = (
    "hqguide reads what `hqguide export -f json` or `-f md` wrote, and what the phone page saved as ticked."
)


class Tick(msgspec.Struct, frozen=True):
    """What was done about one item on the phone."""

    id: int
    text: str
    state: Literal["bought", "not found"]


class TicksFile(msgspec.Struct, frozen=True, tag="ticks", tag_field="hqguide"):
    """The ticks of a phone page; ``route`` is the short hash of the walk it was made from."""

    version: Literal[1]
    route: str
    items: tuple[Tick, ...]


class Comeback(msgspec.Struct, frozen=True):
    """Lines read back. ``ticks`` says that they only tell states and add nothing."""

    lines: tuple[ListItem, ...]
    ticks: bool


class _Head(msgspec.Struct):
    hqguide: str
    version: int


_KINDS = {"walk": WalkFile, "list": ListFile, "ticks": TicksFile}


def is_ours(data: bytes, where: str) -> bool:
    """Whether ``data`` from the file ``where`` means to be something hqguide or its phone page wrote."""
    return (
        _head(data).startswith(HEADS)
        or b'"hqguide"' in data
        or where.lower().endswith((".json", ".html", ".htm"))
    )


def read_back(data: bytes, where: str) -> Comeback:
    """What ``data`` (from ``where``) brings back; words round the JSON, as of a message, are passed over.

    Raises :class:`GuideError` for anything else, for a newer version and for more than can be meant.
    """
    if len(data) > MAX_BYTES:
        raise GuideError(
            "too large to be an export", where=where, hint=f"At most {MAX_BYTES:,} bytes. {_HINT}"
        )
    if data.removeprefix(BOM_UTF8).lstrip()[:1] == b"<":
        hint = "The ticks stay in the phone's browser: save them with the button of the page."
        raise GuideError("a web page, which holds no ticks", where=where, hint=hint)
    if _head(data).startswith(HEADS):
        return Comeback(_bounded(read_markdown(data.decode("utf-8-sig", "replace")), where), ticks=False)
    start, end = data.find(b"{"), data.rfind(b"}")
    try:
        body = data[start : end + 1] if start >= 0 else data
        head = msgspec.json.decode(body, type=_Head)
        if head.hqguide in _KINDS and head.version == VERSION:
            return _comeback(msgspec.json.decode(body, type=_KINDS[head.hqguide]), where)
    except RecursionError:
        raise GuideError("nested too deeply", where=where, hint=_HINT) from None
    except ValueError as error:
        raise GuideError(f"not readable ({plain(str(error))})", where=where, hint=_HINT) from error
    kind = plain(head.hqguide)[:40]
    if head.hqguide in _KINDS:
        hint = f"This hqguide reads version {VERSION}. Update hqguide, or export again with this one."
        raise GuideError(f"a {kind} of version {head.version}", where=where, hint=hint)
    raise GuideError(f"of no known kind: {kind!r}", where=where, hint=_HINT)


def _comeback(file: WalkFile | ListFile | TicksFile, where: str) -> Comeback:
    if isinstance(file, WalkFile):
        lines = _of_walk(file.walk)
    elif isinstance(file, ListFile):
        fields = ListItem.__struct_fields__
        lines = tuple(ListItem(*(getattr(line, field) for field in fields)) for line in file.items)
    else:
        lines = tuple(ListItem(tick.id, tick.text, state=tick.state) for tick in file.items)
    ticks = isinstance(file, TicksFile)
    return Comeback(_settled(_bounded(lines, where)) if ticks else _bounded(lines, where), ticks)


def _head(data: bytes) -> str:
    return data[:64].decode("utf-8-sig", "replace")


def _bounded(lines: tuple[ListItem, ...], where: str) -> tuple[ListItem, ...]:
    if len(lines) > MAX_LINES:
        raise GuideError(f"{len(lines):,} lines", where=where, hint=f"At most {MAX_LINES:,}.")
    return lines


def _settled(ticks: tuple[ListItem, ...]) -> tuple[ListItem, ...]:
    """Each item once: one asked for at several stops was bought if it was bought at any of them."""
    found: dict[tuple[int, str], ListItem] = {}
    for tick in ticks:
        if tick.state == "bought" or (tick.id, tick.text) not in found:
            found[tick.id, tick.text] = tick
    return tuple(found.values())


def _of_walk(walk: Itinerary) -> tuple[ListItem, ...]:
    """The list a walk was made from, each item once even where several sellers are to be asked."""
    items = [item for stop in walk.stops for item in stop.items if item.quote <= 1]
    compared = {(item.id, item.text) for item in items if item.quotes}
    left = [left for left in (*walk.unplaced, *walk.dropped) if (left.id, left.item) not in compared]
    return (
        *(ListItem(item.id, item.text, item.quantity) for item in items),
        *(ListItem(item.id, item.item, item.quantity) for item in left),
    )
