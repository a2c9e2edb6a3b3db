"""The planned walk as a value: stops, legs, totals, what was left out and what was assumed."""

import msgspec

from hqguide.route.trip import Trip


class Item(msgspec.Struct, frozen=True):
    """One line of a shopping list as the planner sees it.

    ``zh`` is the Chinese wording to show a seller; ``offers`` are the places that may sell it. ``id`` is
    the number of the line in its list, 0 when it has none; it comes back with the item wherever the
    plan names it. ``target_price`` is in yuan for one piece. ``priority`` is 0 to 3: what is short of time
    is bought from the highest down.
    """

    text: str
    quantity: int
    zh: str = ""
    pinyin: str = ""
    offers: tuple["Offer", ...] = ()
    id: int = 0
    target_price: float | None = None
    priority: int = 0


class Offer(msgspec.Struct, frozen=True):
    """A place that may sell an item: its path, and how much the evidence is worth (0 to 1).

    ``why`` holds the words of the claim; ``source`` its key in the pack. ``price`` is what is on record for
    one piece there, in yuan.
    """

    place: str
    weight: float
    as_of: str | None
    why: str
    confidence: str = ""
    source: str = ""
    price: float | None = None


class StopItem(msgspec.Struct, frozen=True):
    """What to buy at a stop.

    ``fallback`` is the path of the next best place for it when this one fails, ``else_at`` its words.
    ``price`` in yuan for one piece is what is on record here, else the target. When sellers are compared,
    this is number ``quote`` of the ``quotes`` to ask, else both are 0.
    """

    text: str
    quantity: int
    zh: str
    pinyin: str
    fallback: str | None = None
    else_at: str | None = None
    id: int = 0
    price: float | None = None
    quote: int = 0
    quotes: int = 0


class Stop(msgspec.Struct, frozen=True):
    """One place of the walk. ``arrive`` and ``leave`` are ``HH:MM`` local time.

    ``wait`` is how many seconds of the stop pass before it opens. A stop without items is there because the
    walker pinned it.
    """

    place: str
    building: str
    building_name: str
    floor: str | None
    counter: str | None
    name: str | None
    arrive: str
    leave: str
    items: tuple[StopItem, ...]
    why: str
    as_of: str | None
    source: str
    wait: float = 0.0


class Leg(msgspec.Struct, frozen=True):
    """The way between two stops: metres walked, seconds taken, and the way in words.

    ``points`` are the nodes in the open it leads over, WGS-84 latitude and longitude in degrees.
    """

    origin: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    metres: float = 0.0
    seconds: float = 0.0
    how: str = ""
    points: tuple[tuple[float, float], ...] = ()


class LeftOut(msgspec.Struct, frozen=True):
    """An item that is not on the walk, the reason, and the Chinese words to ask for it."""

    item: str
    why: str
    zh: str = ""
    pinyin: str = ""
    id: int = 0
    quantity: int = 1


class Total(msgspec.Struct, frozen=True):
    """Sums over the walk; ``cost`` in yuan counts prices on record and target prices only."""

    seconds: float
    metres: float
    cost: float = 0.0


class Itinerary(msgspec.Struct, frozen=True):
    """A complete plan. ``legs`` has one entry more than ``stops`` when an end point was asked for.

    ``nearest_first_seconds`` is what going to the nearest counter each time would take. It counts the
    doubt about the places of both walks, so it is never less than ``total.seconds``. When not everything
    fits in, ``nearest_first_items`` is how many lines that walk would buy instead. ``doubt_seconds``
    is the expected time lost at places of this walk that no longer sell the item; no time includes it.
    ``proven`` says that no other choice of places and order costs less, doubt included, money too when the
    trip gives a value of time.

    ``trip`` is what was asked for, ``dwell`` the seconds for each stop and for each line that the times rest
    on. ``changes`` tell what differs from the plan before this one. When a walk
    is divided, this is number ``part`` of ``parts``, else both are 0.
    """

    start: str
    date: str
    depart: str
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    total: Total
    unplaced: tuple[LeftOut, ...] = ()
    dropped: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    nearest_first_seconds: float | None = None
    proven: bool = False
    end: str = ""
    doubt_seconds: float = 0.0
    nearest_first_items: int | None = None
    trip: Trip = Trip()
    dwell: tuple[float, float] | None = None
    changes: tuple[str, ...] = ()
    part: int = 0
    parts: int = 0
