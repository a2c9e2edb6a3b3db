"""What ``find`` answers: the stable JSON of the command line, and what every front end shows."""

from typing import Literal

import msgspec

AnswerKind = Literal["place", "category", "closed", "stock", "nothing"]


class CategoryHit(msgspec.Struct, frozen=True):
    """One meaning of the query: a category, how sure (0 to 1) and which step found it (``via``)."""

    id: str
    name_en: str
    name_zh: str
    pinyin: str
    score: float
    via: str
    term_en: str = ""
    term_zh: str = ""


class Evidence(msgspec.Struct, frozen=True):
    """One claim as shown: the words found, their date and where they come from."""

    claim: str
    sells: str
    as_of: str | None
    confidence: str
    method: str
    source: str
    note: str | None = None
    superseded: bool = False
    as_of_estimated: bool = False


class Reason(msgspec.Struct, frozen=True):
    """One factor of the rank of a place, and what it stands for; the factors multiply to the rank."""

    factor: float
    what: str


class PlaceHit(msgspec.Struct, frozen=True):
    """A place that answers, best first.

    ``place`` is the path ``show`` takes (``seg-plaza/2F/2955``). The claim fields are those of the
    best evidence; ``older`` holds what else is on record for the same place, superseded claims
    included. ``block`` is the part of a building the claim names, ``floors`` the floors it covers when it
    is about several. ``metres`` is set when a position to measure from was given, ``why`` when reasons
    were asked for.
    """

    place: str
    building: str
    building_name: str
    floor: str | None
    counter: str | None
    name: str | None
    sells: str
    categories: tuple[str, ...]
    score: float
    status: str
    as_of: str | None
    confidence: str
    method: str
    source: str
    note: str | None = None
    as_of_estimated: bool = False
    block: str | None = None
    floors: str | None = None
    metres: float | None = None
    older: tuple[Evidence, ...] = ()
    why: tuple[Reason, ...] = ()


class StockHit(msgspec.Struct, frozen=True):
    """An offer of a trader's list the user imported; what the list does not say is empty or ``None``.

    ``list`` is the list's name, ``line`` where the offer is in its file, ``price`` that of one piece in
    ``currency``; ``stale`` says that the list is older than the age it was imported with. ``score`` is 1
    for the very number.
    """

    part: str
    brand: str
    package: str
    quantity: int | None
    date_code: str
    price: float | None
    currency: str
    counter: str
    list: str
    line: int
    as_of: str
    stale: bool
    score: float


class SubstituteHit(msgspec.Struct, frozen=True):
    """A part to take instead: why, what to check first, who says so, and where it is to be had.

    ``source`` is a key of the references in the pack's ``equivalents.json``.
    """

    part: str
    why: str
    check: str
    source: str
    as_of: str
    places: tuple[PlaceHit, ...] = ()
    stock: tuple[StockHit, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """The whole answer to one query. ``places`` never holds a closed place; those are in ``closed``.

    ``stock`` are offers of imported lists; ``answer`` is ``stock`` when they are all there is.
    """

    query: str
    answer: AnswerKind
    categories: tuple[CategoryHit, ...] = ()
    places: tuple[PlaceHit, ...] = ()
    closed: tuple[PlaceHit, ...] = ()
    notes: tuple[str, ...] = ()
    stock: tuple[StockHit, ...] = ()
    substitutes: tuple[SubstituteHit, ...] = ()
