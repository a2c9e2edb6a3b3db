"""The card of a place says what is on record about it, newest and surest first."""

from hqguide.market.card import by_freshness, card, goods_text
from hqguide.market.model import Claim, Goods
from hqguide.market.pack import Market
from hqguide.market.places import resolve


def synthetic(name: str, as_of: str | None, **rest: object) -> Claim:
    fields = {"method": "press", "confidence": "high", "source": "synthetic", **rest}
    return Claim(id=name, as_of=as_of, **fields)  # type: ignore[arg-type]


def test_newest_claims_come_first_then_doubtful_then_superseded_ones() -> None:
    claims = (
        synthetic("superseded", "2026", superseded_by="new"),
        synthetic("doubtful", "2026", confidence="low"),
        synthetic("undated", None),
        synthetic("old", "2013-04"),
        synthetic("new", "2025"),
    )
    assert [c.id for c in by_freshness(claims)] == ["new", "old", "undated", "doubtful", "superseded"]


def test_goods_are_told_in_the_words_found_and_other_statements_say_what_they_are() -> None:
    assert goods_text(synthetic("a", None, goods=(Goods("灯条", "LED strip"),))) == "灯条 LED strip"
    assert goods_text(synthetic("a", None, says="closed")) == "closed"
    repaired = synthetic("a", None, says="repairs", goods=(Goods(None, "phones"),))
    assert goods_text(repaired) == "repairs: phones"


def test_a_building_shows_its_floors_with_their_best_statement(market: Market) -> None:
    found = card(market, resolve(market, "hqew-2"))
    fifth = next(floor for floor in found.floors if floor.label == "5F")
    assert found.kind == "building"
    assert "LED" in fifth.goods
    assert fifth.as_of == "2026-01-04"
    assert all(fact.place == "hqew-2" for fact in found.facts)


def test_a_floor_shows_its_own_statements_before_those_of_its_stalls(market: Market) -> None:
    found = card(market, resolve(market, "duhui/4F"))
    assert found.kind == "floor"
    assert found.facts[0].goods == "工具 tools"
    assert found.facts[0].as_of == "2026-01-04"
    assert any(fact.superseded and "push buttons" in fact.goods for fact in found.facts)
    assert found.stalls


def test_a_counter_on_record_shows_who_is_there_and_a_number_alone_how_it_reads(market: Market) -> None:
    known = card(market, resolve(market, "seg-plaza/2F/2955"))
    assert (known.kind, known.name_en, known.counter, known.floor) == ("counter", "MJ", "2955", "2F")
    assert known.facts[0].source_title
    alone = card(market, resolve(market, "hqew-1/23C999"))
    assert alone.reading == "building 2, 4F, zone C, number 999"
    assert alone.facts == ()
    assert alone.stalls == ()


def test_every_place_of_the_pack_has_a_card_with_a_source_for_every_fact(market: Market) -> None:
    for building in market.buildings:
        for path in [building.id, *(f"{building.id}/{floor.label}" for floor in building.floors)]:
            found = card(market, resolve(market, path))
            assert found.place == path
            assert all(fact.source in market.sources for fact in found.facts)


def test_a_place_without_a_building_still_has_a_card(market: Market) -> None:
    found = card(market, resolve(market, "area-2f-map-2026"))
    assert found.building is None
    assert "hologram" in found.facts[0].goods
    assert found.status == "unknown"
