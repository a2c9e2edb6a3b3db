"""Offers of stock lists and parts to take instead, as ``find`` prints them."""

from hqguide.cli.output import line
from hqguide.search.answer import StockHit, SubstituteHit

PLACES_SHOWN = 2
SAME = 1.0


def show_stock(hits: tuple[StockHit, ...], indent: int = 0) -> None:
    """One line for each offer: number, goods, price, counter, list, its day, and whether it is stale."""
    for hit in hits:
        goods = " · ".join(part for part in (hit.brand, hit.package, hit.date_code) if part)
        pieces = f"{hit.quantity:,} pcs" if hit.quantity is not None else "quantity not said"
        money = f"{hit.price:g} {hit.currency or '(currency not said)'}" if hit.price is not None else ""
        told = " · ".join(part for part in (goods, pieces, money, hit.counter) if part)
        alike = "" if hit.score == SAME else "like it: "
        line(f"{alike}{hit.part}  {told}", indent=indent, style="title" if hit.score == SAME else None)
        stale = "STALE " if hit.stale else ""
        where = f"{stale}{hit.as_of} · list {hit.list}, line {hit.line}"
        line(where, indent=indent + 3, style="warn" if hit.stale else "dim")


def show_substitutes(hits: tuple[SubstituteHit, ...]) -> None:
    """Each part with the reason, what to check, the source, and where it is to be had."""
    for hit in hits:
        line(f"Instead: {hit.part}  {hit.why}", style="title")
        line(f"{hit.check} · {hit.source}, {hit.as_of}", indent=3, style="dim")
        for place in hit.places[:PLACES_SHOWN]:
            line(f"{place.place}  {place.sells} ({place.as_of or 'undated'})", indent=3)
        show_stock(hit.stock, indent=3)
