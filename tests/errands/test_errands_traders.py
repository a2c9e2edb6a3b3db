"""Imported traders' lists as places to buy at, with their prices."""

from msgspec.structs import replace

from hqguide.errands.items import item_of
from hqguide.errands.traders import counter_in, with_traders
from hqguide.market.pack import default_folder
from hqguide.notebook.lists import ListItem
from hqguide.parts.language import load_language
from hqguide.route.itinerary import Offer
from hqguide.search.answer import Answer, StockHit
from tests.errands.errand_worlds import A1, C1
from tests.route.route_worlds import grid_market

HIT = StockHit(
    part="NE555P", brand="", package="", quantity=100, date_code="", price=0.8, currency="CNY",
    counter=A1, list="synthetic-list", line=7, as_of="2026-11-01", stale=False, score=1.0,
)  # fmt: skip
KNOWN = Offer(A1, 0.4, "2024", "sells timers", "medium", "synthetic")
PLACE_OF = counter_in(grid_market())


def test_a_counter_on_record_gets_the_price_of_its_trader() -> None:
    assert with_traders([KNOWN], [HIT], PLACE_OF) == (replace(KNOWN, price=0.8),)


def test_another_counter_of_the_market_is_a_place_to_buy_at() -> None:
    known, fresh = with_traders([KNOWN], [replace(HIT, counter=C1)], PLACE_OF)
    assert known == KNOWN
    assert (fresh.place, fresh.price, fresh.weight, fresh.as_of) == (C1, 0.8, 1.0, "2026-11-01")
    assert (fresh.why, fresh.source) == ("NE555P on the list synthetic-list", "synthetic-list, line 7")


def test_of_several_prices_at_a_counter_the_lowest_counts() -> None:
    dear, unpriced = replace(HIT, price=2.0), replace(HIT, price=None)
    assert with_traders([KNOWN], [dear, HIT, unpriced], PLACE_OF)[0].price == 0.8


def test_a_price_in_dollars_is_no_price_in_yuan() -> None:
    assert with_traders([KNOWN], [replace(HIT, currency="USD")], PLACE_OF)[0].price is None


def test_what_is_stale_near_or_nowhere_is_left_aside() -> None:
    aside = [
        replace(HIT, stale=True),
        replace(HIT, score=0.8),
        replace(HIT, counter="no such counter"),
        replace(HIT, counter="synthetic-a"),
        replace(HIT, counter=""),
    ]
    assert with_traders([KNOWN], aside, PLACE_OF) == (KNOWN,)


def test_an_item_has_the_offers_of_traders() -> None:
    answer = Answer("NE555P", "stock", stock=(HIT,))
    line = ListItem(id=3, text="NE555P", priority=2)
    found = item_of(line, lambda _words, _count: answer, load_language(default_folder()), PLACE_OF)
    assert (found.id, found.priority, [offer.place for offer in found.offers]) == (3, 2, [A1])
    assert item_of(line, lambda _words, _count: answer, load_language(default_folder())).offers == ()
