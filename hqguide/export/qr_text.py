"""A plan as a few lines of text for QR codes: stop by stop, what to buy there in Chinese."""

from collections.abc import Iterator, Sequence

from hqguide.export.prepare import clean, short_name
from hqguide.route.itinerary import Itinerary, Stop

# Bytes of one code. 424 fit version 13 at level L: 69 modules, 77 columns of a terminal with the margin.
LIMIT = 424
_HEAD_ROOM = 24


def texts(itinerary: Itinerary, limit: int = LIMIT) -> tuple[str, ...]:
    """The plan in pieces of at most ``limit`` bytes of UTF-8, each with a head such as ``HQ 2026-11-23 1/3``.

    There is none for a plan with nothing on it. A stop that goes on in the next piece is named there
    again. A line too long for a piece ends in ``…``.
    """
    walk = clean(itinerary)
    room = limit - _HEAD_ROOM
    pieces: list[list[str]] = [[]]
    for title, lines in _blocks(walk, room):
        for at, line in enumerate(lines or ("",)):
            fresh = [title, line] if at == 0 else [line]
            if _size(pieces[-1]) + _size(fresh) > room:
                pieces.append([])
                fresh = [title, line]
            pieces[-1] += filter(None, fresh)
    if not pieces[0]:
        return ()
    date = _cut(walk.date, 10)
    heads = (f"HQ {date} {number}/{len(pieces)}" for number in range(1, len(pieces) + 1))
    return tuple("\n".join((head, *piece)) for head, piece in zip(heads, pieces, strict=True))


def _blocks(walk: Itinerary, room: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Each stop as a title and its lines, then what has no stop; a line takes at most a third of ``room``."""
    for number, stop in enumerate(walk.stops, 1):
        lines = [_line(item.zh or item.text, item.quantity) for item in stop.items]
        yield _cut(f"{number} {_where(stop)}", room // 3), [_cut(line, room // 3) for line in lines]
    left = [*walk.unplaced, *walk.dropped]
    if left:
        yield "?", [_cut(_line(item.zh or item.item, item.quantity), room // 3) for item in left]


def _where(stop: Stop) -> str:
    """Hall, floor and counter as short as they can be said."""
    return " ".join(filter(None, (short_name(stop.building_name) or stop.building, stop.floor, stop.counter)))


def _line(text: str, quantity: int) -> str:
    return f"-{text} x{quantity}" if quantity != 1 else f"-{text}"


def _size(lines: Sequence[str]) -> int:
    """Bytes of the lines with a line end each."""
    return sum(len(line.encode()) + 1 for line in lines)


def _cut(text: str, room: int) -> str:
    """``text`` in at most ``room`` bytes, whole characters only."""
    data = text.encode()
    return text if len(data) <= room else data[: room - 3].decode(errors="ignore") + "…"
