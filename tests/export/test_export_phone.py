import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib import resources
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.export.handout import Handout
from hqguide.export.phone import to_html
from hqguide.export.prepare import clean, split_name
from hqguide.handouts import ROOM, ROOM_A_STOP
from hqguide.market.model import Position
from hqguide.route.itinerary import Itinerary, LeftOut, Stop, Total
from tests.export.export_plans import HOSTILE, asked, filled, hostile_plan, plan


def page_of(itinerary: Itinerary, **pictures: Any) -> str:
    return to_html(Handout(itinerary, **pictures))


FLOOR = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="hq-map" role="img" viewBox="0 0 9 9">'
    "<title>Synthetic &amp; floor</title><desc>d</desc><style>.synthetic{}</style><path d='M0 0h1'/></svg>"
)
HAN = ("span", {"lang": "zh"})
VOID = {"meta", "input", "link", "img", "br", "hr"}
LOADERS = {"link", "iframe", "object", "embed", "base", "form", "a", "video", "audio", "source"}


class Page(HTMLParser):
    """The elements of a page in order, with attributes and text, checked to be nested properly."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.code: dict[str, str] = {}
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"script", "style"}:
            self.code[self.open[-1]] = self.code.get(self.open[-1], "") + data
        else:
            self.words.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def shape(self) -> list[str]:
        """The elements without those of a run of Chinese and of QR codes, of which long texts need more."""
        code = {"figure", "img", "figcaption"}
        return [name for name, attrs in self.tags if name not in code and (name, attrs) != HAN]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(page_of(plan()))


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=30) | st.sampled_from(HOSTILE))
def test_no_datum_reaches_the_page_unescaped(text: str) -> None:
    datum = clean(filled(text)).start
    if datum:
        found = Page(page_of(filled(text)))
        zh, other = split_name(datum)
        benign = Page(page_of(filled(" ".join(["电"] * bool(zh) + ["x"] * bool(other)))))
        assert found.shape == benign.shape
        assert found.code == benign.code
        assert datum in "".join(found.words)


def test_a_hostile_plan_adds_no_element_no_attribute_and_no_script() -> None:
    hostile, tidy = Page(page_of(hostile_plan())), Page(page_of(plan()))
    assert {name for name, _ in hostile.tags} <= {name for name, _ in tidy.tags}
    assert {key for _, attrs in hostile.tags for key in attrs} <= {
        key for _, attrs in tidy.tags for key in attrs
    }
    assert hostile.code == tidy.code
    assert len(hostile.named("script")) == 1


@pytest.mark.parametrize("make", [plan, hostile_plan])
def test_the_page_loads_nothing_from_anywhere(make: Callable[[], Itinerary]) -> None:
    text = page_of(make())
    found = Page(text)
    assert not LOADERS & {name for name, _ in found.tags}
    assert all((img["src"] or "").startswith("data:image/png;base64,") for img in found.named("img"))
    assert all(str(one["href"]).startswith("#f") for one in found.named("use"))
    loading = {"srcset", "action", "style", "poster", "data", "background", "xlink:href"}
    assert not loading & {key for _, attrs in found.tags for key in attrs}
    assert not any(key.startswith("on") for _, attrs in found.tags for key in attrs)
    assert "url(" not in found.code["style"]
    assert "@import" not in found.code["style"]
    assert not re.search(
        r"https?:|fetch|XMLHttpRequest|WebSocket|import\s*\(|innerHTML|eval", found.code["script"]
    )


def test_the_policy_allows_our_script_by_its_hash_and_no_network(page: Page) -> None:
    (policy,) = [m["content"] for m in page.named("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    digest = base64.b64encode(hashlib.sha256(page.code["script"].encode()).digest()).decode()
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == f"'sha256-{digest}'"
    assert rules["img-src"] == "data:"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert {"http-equiv": "x-dns-prefetch-control", "content": "off"} in page.named("meta")
    assert set(rules) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}


def test_every_item_has_a_labelled_tick_box_and_a_button_for_its_card(page: Page) -> None:
    boxes = [str(attrs["aria-labelledby"]).split() for attrs in page.named("input")]
    buttons = [attrs.get("id") for attrs in page.named("button")]
    assert {word for word, _ in boxes} == {"w-bought", "w-missing"}
    assert len(boxes) == len({tuple(box) for box in boxes}) == 2 * 8
    assert {item for _, item in boxes} <= set(buttons)


def test_ids_are_unique_and_references_meet_one(page: Page) -> None:
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    named = (str(attrs["aria-labelledby"]).split() for _, attrs in page.tags if "aria-labelledby" in attrs)
    assert {name for names in named for name in names} <= set(ids)


def test_the_script_asks_only_for_elements_that_the_page_has(page: Page) -> None:
    wanted = set(re.findall(r'one\("([a-z-]+)"\)', page.code["script"]))
    assert wanted
    assert wanted <= {attrs["id"] for _, attrs in page.tags if "id" in attrs}


def test_every_word_of_the_interface_exists_in_both_languages(page: Page) -> None:
    words = json.loads(resources.files("hqguide.export").joinpath("templates/words.json").read_text("utf-8"))
    assert words["en"].keys() == words["zh"].keys()
    assert {attrs["data-w"] for _, attrs in page.tags if "data-w" in attrs} <= words["zh"].keys()
    carried = json.loads(page.code["script"].partition("=")[2].partition(";\n")[0])
    assert carried == words
    spoken = set(re.findall(r"(?:WORDS\[language\]|words)\.(\w+)", page.code["script"]))
    assert {"progress", "finished", "copy"} <= spoken
    assert spoken <= words["en"].keys() | {"split"}


def test_the_walk_is_told_stop_by_stop(page: Page) -> None:
    text = " ".join("".join(page.words).split())
    for part in (
        "Huaqiangbei walk 2026-11-23 Monday",
        "Start 10:00 Synthetic station, exit A (华强路站A口)",
        "0 of 8 bought",
        "2 h 13 min",
        "1.9 km",
        "¥186.50",
        "escalator to 1F, then left to row 1 310 m · 4 min",
        "10:00–10:09 合成电子城 Synthetic Hall (test only)",
        "Counter 3100",
        "Floor not known",
        "贴片电容tiēpiàn diànróng0.1 uF 50 V X7R 0603 capacitor×100",
        "If not here: synthetic-hall/4F/4001",
        "sign reads 贴片电容, 连接器 · as of 2013-04-14 · synthetic-source",
        "undated",
        "To the end",
        "镍带niè dàinickel strip 8 mm no record of where",
        "does not fit the time budget",
        "Synthetic Hall closes at 18:00",
        "walking 1.2 m/s outside",
    ):
        assert part in text


def test_chinese_is_marked_as_chinese_and_pinyin_as_pinyin(page: Page) -> None:
    assert page.named("html")[0]["lang"] == "en"
    assert {"lang": "zh"} in page.named("b")
    assert page.named("i") == [{"lang": "zh-Latn"}] * 8


def test_what_is_not_known_is_left_out_or_said_to_be_unknown() -> None:
    stop = Stop("h", "synthetic-hall", "", None, None, None, "10:00", "10:05", (), "", None, "")
    bare = Page(page_of(Itinerary("", "", "", (stop,), (), Total(0, 0), unplaced=(LeftOut("", ""),))))
    text = " ".join("".join(bare.words).split())
    assert "synthetic-hall" in text
    for unknown in ("Floor not known", "Counter not known", "undated", "source not given"):
        assert unknown in text
    assert "Cost" not in text
    assert "Assumed" not in text


def test_an_empty_plan_is_still_a_whole_page() -> None:
    empty = Page(page_of(Itinerary("", "", "", (), (), Total(0, 0))))
    assert "0 of 0 bought" in "".join(empty.words)
    assert not empty.named("input")


def test_the_map_goes_in_as_it_is_and_only_when_given() -> None:
    drawing = '<svg viewBox="0 0 1 1" role="img" aria-label="synthetic map"><path d="M0 0h1"></path></svg>'
    assert drawing in page_of(plan(), map_svg=drawing)
    assert 'class="card map"' not in page_of(plan())


def test_twenty_stops_take_at_most_fifty_two_kilobytes() -> None:
    assert len(page_of(plan(20, 1)).encode()) <= 52_000


def test_two_hundred_items_with_links_and_all_the_pictures_there_is_room_for_take_300_kilobytes() -> None:
    walk = plan(50, 4)
    share = (ROOM - 50 * ROOM_A_STOP) // 50
    floors = {
        stop.place: FLOOR.replace("></svg>", f">{at:{share - len(FLOOR)}}</svg>")
        for at, stop in enumerate(walk.stops)
    }
    at = Position(22.54, 114.08, 20.0, "synthetic", "synthetic-source")
    page = page_of(walk, map_svg=FLOOR + 12_000 * " ", floors=floors, positions={"synthetic-hall": at})
    assert 200_000 < len(page.encode()) <= 300_000


def test_a_floor_is_drawn_at_its_first_stop_and_referred_to_at_the_next() -> None:
    walk = plan(3)
    found = Page(
        page_of(walk, map_svg=FLOOR, floors=dict.fromkeys((stop.place for stop in walk.stops[:2]), FLOOR))
    )
    assert [attrs["id"] for attrs in found.named("g")] == ["f0"]
    assert [attrs["href"] for attrs in found.named("use")] == ["#f0"]
    assert found.code["style"].count(".synthetic{}") == 1
    assert [name for name, attrs in found.tags if attrs.get("aria-label") == "Synthetic & floor"] == ["svg"]
    assert "".join(found.words).count("No plan and no counter of this floor is on record.") == 1


def test_map_apps_are_offered_where_a_hall_is_reached_and_its_position_is_known() -> None:
    walk = plan(3)
    at = Position(22.54, 114.08, 20.0, "synthetic", "synthetic-source")
    elsewhere = msgspec.structs.replace(walk.stops[1], building="synthetic-tower")
    walk = msgspec.structs.replace(walk, stops=(walk.stops[0], walk.stops[0], elsewhere))
    links = Page(page_of(walk, positions={"synthetic-hall": at})).named("a")
    assert len(links) == 3
    assert all(str(link["href"]).startswith("https://") for link in links)
    assert {link["rel"] for link in links} == {"noopener noreferrer"}


def test_prices_waits_and_the_part_of_a_divided_walk_are_told() -> None:
    text = " ".join("".join(Page(page_of(asked())).words).split())
    assert "Monday · Person 2/3" in text
    assert "Ask the price: 1/2 Price known or wished: ¥0.50" in text
    assert "Opens later: wait 5 min" in text
    assert "Ask the price: 2/2 " in text
    assert "Person" not in "".join(Page(page_of(plan())).words)


def test_the_page_is_chinese_when_asked_for() -> None:
    found = Page(page_of(plan(), language="zh"))
    assert found.named("html")[0]["lang"] == "zh"
    text = "".join(found.words)
    assert "已买 0/8" in text
    assert "华强北采购路线" in text


def test_items_carry_the_number_of_their_line_for_the_way_back() -> None:
    walk = plan(1, 1)
    item = msgspec.structs.replace(walk.stops[0].items[0], id=7)
    walk = msgspec.structs.replace(walk, stops=(msgspec.structs.replace(walk.stops[0], items=(item,)),))
    ticks = [box for box in Page(page_of(walk)).named("input") if box["class"] == "tick"]
    assert [box["data-id"] for box in ticks] == ["7", "0", "0"]


def test_ticks_are_kept_under_the_key_of_the_plan() -> None:
    one, other = (Page(page_of(made)).named("html")[0]["data-plan"] for made in (plan(), plan(4)))
    assert one != other
    same = msgspec.structs.replace(plan(), warnings=())
    assert Page(page_of(same)).named("html")[0]["data-plan"] == one


def test_every_use_of_the_browser_store_is_guarded(page: Page) -> None:
    uses = re.findall(r"(try \{ )?(?:return )?localStorage\.", page.code["script"])
    assert len(uses) == 2
    assert all(uses)


def test_brackets_and_quotes_of_the_script_are_balanced(page: Page) -> None:
    bare = re.sub(r"/(?:\\.|\[[^\]]*\]|[^/\\\n\s])+/[gmi]*(?=[.,)])", "", page.code["script"])
    bare = re.sub(r'"(?:\\.|[^"\\\n])*"', "", bare)
    stack: list[str] = []
    for char in bare:
        if char in "([{":
            stack.append({"(": ")", "[": "]", "{": "}"}[char])
        elif char in ")]}":
            assert stack.pop() == char
    assert not stack
    assert '"' not in bare
    assert "`" not in bare
    assert "</" not in page.code["script"]
