"""``find`` with a stock: offers beside places, substitutes with both, and nothing loaded without one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.stock.lookup import Stock
from hqguide.stock.part_words import part_words
from tests.stock.stock_lists import TODAY, brought_in, write

LIST = (
    "型号,品牌,数量,批号,封装,单价(元),位置\n"
    "AMS1117-3.3,AMS,5000,2245,SOT-223,0.28,SYN-1\n"
    "0603WAF1002T5E,UNI,100000,2301,0603,0.004,SYN-2\n"
    "SYNQX77Z,Synth,40,2250,QFN-32,3.5,SYN-3\n"
    "SYNBIGCHIP,Synth,1,,,,\n"
)


@pytest.fixture
def guide(home: Path, tmp_path: Path) -> Guide:
    brought_in(home / "stock", write(tmp_path, LIST, "synthetic.csv"))
    return Guide()


def test_an_offer_stands_beside_the_places(guide: Guide) -> None:
    answer = guide.find("ams1117 3.3")
    assert answer.answer == "place"
    assert [(hit.part, hit.quantity, hit.counter, hit.list) for hit in answer.stock] == [
        ("AMS1117-3.3", 5000, "SYN-1", "synthetic")
    ]
    assert answer.substitutes == ()


def test_offers_alone_make_an_answer(guide: Guide) -> None:
    answer = guide.find("SYNQX77Z")
    assert (answer.answer, answer.places, answer.notes) == ("stock", (), ())
    assert answer.stock[0].score == 1.0


def test_a_number_without_a_digit_is_found_exactly_only(guide: Guide) -> None:
    assert [hit.part for hit in guide.find("synbigchip").stock] == ["SYNBIGCHIP"]
    assert guide.find("synbigchi").stock == ()


def test_a_mistyped_number_finds_its_offer(guide: Guide) -> None:
    near = guide.find("SYNQX77ZZ").stock
    assert [hit.part for hit in near] == ["SYNQX77Z"]
    assert near[0].score < 1.0


def test_beside_a_number_that_is_there_one_that_differs_in_a_letter_is_no_answer(
    home: Path, tmp_path: Path
) -> None:
    content = LIST + "SYNQX77A,Synth,9,,,,\nSYNQX77Z-TR,Synth,8,,,,\n"
    brought_in(home / "stock", write(tmp_path, content, "synthetic.csv"))
    stock = Stock(home / "stock")
    assert [hit.offer.part for hit in stock.find("SYNQX77Z", TODAY)] == ["SYNQX77Z", "SYNQX77Z-TR"]
    assert {hit.offer.part for hit in stock.find("SYNQX77B", TODAY)} == {
        "SYNQX77Z",
        "SYNQX77A",
        "SYNQX77Z-TR",
    }


def test_words_and_values_do_not_look_at_the_stock(guide: Guide) -> None:
    for query in ("resistor", "电阻", "4k7 0603", "usb c"):
        assert guide.find(query).stock == ()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("STM32F103C8T6 LQFP48", ["STM32F103C8T6", "LQFP48"]),
        ("哪里有AMS1117-3.3卖", ["AMS1117-3.3"]),
        ("4k7 0603 100nF", []),
        ("74148", ["74148"]),
        ("led strip 5m", []),
        ("x" * 5000 + "1", []),
        ("\ud800\u202e1N4148", ["\ud800\u202e1N4148"]),
    ],
)
def test_only_what_reads_like_a_part_number_is_searched_near(query: str, words: list[str]) -> None:
    assert part_words(query) == words


def test_a_part_nobody_has_comes_with_parts_to_take_instead(guide: Guide) -> None:
    answer = guide.find("RC0603FR-0710KL")
    [instead] = answer.substitutes
    assert instead.part == "0603WAF1002"
    assert [hit.part for hit in instead.stock] == ["0603WAF1002T5E"]
    assert "check" in instead.check


def test_substitutes_name_the_places_on_record_for_them() -> None:
    answer = Guide().find("AMS1117-3.3")
    places = {hit.part: [place.place for place in hit.places] for hit in answer.substitutes}
    assert places["LM1117-3.3"] == []
    assert len(places["LD1117S33"]) >= 1
    assert Guide().find("LD1117S33CTR").substitutes == ()
    assert [hit.part for hit in Guide().find("LD1117S33CTR", instead=True).substitutes] == [
        "AMS1117-3.3",
        "LM1117-3.3",
    ]


def test_an_import_meanwhile_is_noticed(guide: Guide, home: Path, tmp_path: Path) -> None:
    assert guide.find("SYNNEW88").stock == ()
    brought_in(home / "stock", write(tmp_path, "型号,数量\nSYNNEW88,5\n", "second.csv"))
    assert [hit.quantity for hit in guide.find("SYNNEW88").stock if hit.score == 1.0] == [5]
    guide.stock.forget("second")
    guide.stock.forget("synthetic")
    assert guide.find("SYNNEW88").stock == ()


def test_an_empty_folder_finds_nothing(tmp_path: Path) -> None:
    stock = Stock(tmp_path)
    assert (stock.find("LM358", TODAY), stock.beginning("LM358", TODAY), stock.lists) == ((), (), ())


def test_without_a_stock_nothing_of_it_is_loaded(home: Path) -> None:
    code = (
        "import sys; from hqguide.guide import Guide; Guide().find('LM358'); Guide().find('resistor'); "
        "print([m for m in ('numpy', 'sqlite3', 'hqguide.stock.lookup') if m in sys.modules])"
    )
    environment = {**os.environ, "HQGUIDE_HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert done.stdout == "[]\n", done.stderr


def test_an_index_of_another_engine_says_what_to_do_and_is_rebuilt(guide: Guide, home: Path) -> None:
    for path in (home / "stock").glob("index-*/index.json"):
        path.write_text("{}", "utf-8")
    with pytest.raises(GuideError) as caught:
        guide.find("SYNQX77Z")
    assert caught.value.hint == "Run: hqguide stock rebuild"
    assert guide.stock.rebuild() == 1
    assert [hit.part for hit in guide.find("SYNQX77Z").stock] == ["SYNQX77Z"]
    assert Stock(home / "empty").rebuild() == 0
