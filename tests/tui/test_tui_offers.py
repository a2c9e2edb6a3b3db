"""Offers of stock lists and parts to take instead, as lines under a card."""

import pytest

from hqguide.search.answer import Answer, StockHit, SubstituteHit
from hqguide.tui.faces.offerlines import offer_lines
from hqguide.tui.look import Look
from hqguide.tui.runs import width_of
from tests.tui.fake_guide import PLACES

LOOK = Look()
OFFER = StockHit(
    "SYN358", "Synth", "SOP-8", 5000, "2245", 0.3, "CNY", "G-1", "broker", 7, "2026-11-01", False, 1.0
)
OLD = StockHit("SYN358", "", "", None, "", None, "", "", "broker", 8, "2020-11-01", True, 1.0)
INSTEAD = SubstituteHit("SYN359", "synthetic twin", "check pinout", "nowhere", "2026", PLACES[:1], (OFFER,))


def said(answer: Answer, width: int = 120) -> str:
    return "\n".join("".join(text for text, _ in line).rstrip() for line in offer_lines(answer, width, LOOK))


def test_an_offer_says_goods_price_counter_list_and_day() -> None:
    told = said(Answer("SYN358", "stock", stock=(OFFER, OLD)))
    assert "SYN358 Synth · SOP-8 · 2245 · 5,000 pcs · 0.3 CNY · G-1 · broker 2026-11-01" in told
    assert "broker 2020-11-01 old list" in told
    assert told.count("old list") == 1


def test_a_part_to_take_instead_says_why_what_to_check_and_where() -> None:
    told = said(Answer("SYN358", "category", substitutes=(INSTEAD,)))
    assert f"SYN359 synthetic twin · check pinout · {PLACES[0].place} · broker" in told


@pytest.mark.parametrize("width", [20, 40, 80])
def test_the_lines_keep_to_the_width(width: int) -> None:
    answer = Answer("SYN358", "stock", stock=(OFFER,), substitutes=(INSTEAD,))
    assert all(width_of(line) <= width for line in offer_lines(answer, width, LOOK))
    assert offer_lines(Answer("x", "nothing"), width, LOOK) == []
