"""An answer of the guide joined with what the user's stock lists hold, and with parts to take instead."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from hqguide.search.answer import Answer, StockHit, SubstituteHit
from hqguide.search.find import Knowledge
from hqguide.search.find import find as find_places

if TYPE_CHECKING:
    from hqguide.parts.beside import Context
    from hqguide.parts.equivalents import Equivalents
    from hqguide.stock.lookup import Stock
    from hqguide.stock.model import FoundOffer

EXACT = 1.0
NO_SUBSTITUTE = "No part to take instead is on record."


def stock_folder(notebook: Path | None) -> Path:
    """Where the stock lies: beside ``notebook``, else beside the one of the user."""
    from hqguide.notebook.location import default_folder

    return (notebook.parent if notebook else default_folder()) / "stock"


def has_stock(notebook: Path | None) -> bool:
    """Whether any list was imported; nothing of the stock is loaded for the answer."""
    return (stock_folder(notebook) / "stock.json").exists()


def find(
    query: str,
    known: Knowledge,
    stock: "Stock | None",
    *,
    limit: int,
    metres: Mapping[str, float],
    why: bool = False,
    instead: bool = False,
    context: "Context | None" = None,
) -> Answer:
    """Places and offers for ``query``; ``stock`` is ``None`` where no list was imported.

    Parts to take instead are given when nobody is on record for a part number, or when ``instead`` asks
    for them; then a note says when there are none. Raises :class:`~hqguide.errors.GuideError` for an empty
    or over-long query or a damaged stock.
    """
    answer = find_places(query, known, limit=limit, metres=metres, why=why, context=context)
    today = datetime.now().astimezone().date()
    if stock:
        answer = _with_stock(answer, stock_hits(stock.find(answer.query, today)))
    if any(char.isdigit() for char in answer.query):
        found = _substitutes(answer, known, stock, today, instead)
        answer = structs.replace(answer, substitutes=found) if found else answer
    if instead and not answer.substitutes:
        answer = structs.replace(answer, notes=(*answer.notes, NO_SUBSTITUTE))
    return answer


def _with_stock(answer: Answer, offers: tuple[StockHit, ...]) -> Answer:
    """``answer`` with offers; when they are all there is they make the answer."""
    if answer.answer != "nothing" or not offers:
        return structs.replace(answer, stock=offers)
    return structs.replace(answer, answer="stock", stock=offers, notes=())


def _substitutes(
    answer: Answer, known: Knowledge, stock: "Stock | None", today: date, instead: bool
) -> tuple[SubstituteHit, ...]:
    """Equivalents of the part numbers asked that nobody has; of all of them when they were asked for."""
    from hqguide.search.substitutes import numbers, on_record, substitute

    had = any(hit.score == EXACT for hit in answer.stock)
    out: list[SubstituteHit] = []
    for number, equivalents in numbers(answer.query, _equivalents(known.market.folder)):
        if instead or not (had or on_record(number, known.shelf)):
            out += [substitute(one, known.shelf) for one in equivalents]
    if stock is None:
        return tuple(out)
    return tuple(structs.replace(hit, stock=stock_hits(stock.beginning(hit.part, today))) for hit in out)


@lru_cache(maxsize=2)
def _equivalents(folder: Path) -> "Equivalents":
    from hqguide.parts.equivalents import load_equivalents

    return load_equivalents(folder)


def stock_hits(found: "Iterable[FoundOffer]") -> tuple[StockHit, ...]:
    """Offers of the stock as an answer shows them."""
    return tuple(
        StockHit(
            part=one.offer.part,
            brand=one.offer.brand,
            package=one.offer.package,
            quantity=one.offer.quantity,
            date_code=one.offer.date_code,
            price=one.offer.price,
            currency=one.offer.currency,
            counter=one.offer.counter,
            list=one.list,
            line=one.offer.line,
            as_of=one.offer.as_of,
            stale=one.stale,
            score=round(one.score, 4),
        )
        for one in found
    )
