import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib import resources

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.export.phone import to_html
from hqguide.export.prepare import clean, split_name
from hqguide.route.itinerary import Itinerary, LeftOut, Stop, Total
from tests.export.export_plans import HOSTILE, filled, hostile_plan, plan

VOID = {"meta", "input", "link", "img", "br", "hr"}
LOADERS = {"link", "img", "iframe", "object", "embed", "base", "form", "a", "video", "audio", "source"}


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
        """The elements without those that only mark a run of Chinese."""
        return [name for name, attrs in self.tags if attrs != {"lang": "zh"} or name != "span"]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(to_html(plan()))


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=30) | st.sampled_from(HOSTILE))
def test_no_datum_reaches_the_page_unescaped(text: str) -> None:
    datum = clean(filled(text)).start
    if datum:
        found = Page(to_html(filled(text)))
        zh, other = split_name(datum)
        benign = Page(to_html(filled(" ".join(["电"] * bool(zh) + ["x"] * bool(other)))))
        assert found.shape == benign.shape
        assert found.code == benign.code
        assert datum in "".join(found.words)


def test_a_hostile_plan_adds_no_element_no_attribute_and_no_script() -> None:
    hostile, tidy = Page(to_html(hostile_plan())), Page(to_html(plan()))
    assert {name for name, _ in hostile.tags} <= {name for name, _ in tidy.tags}
    assert {key for _, attrs in hostile.tags for key in attrs} <= {
        key for _, attrs in tidy.tags for key in attrs
    }
    assert hostile.code == tidy.code
    assert len(hostile.named("script")) == 1


@pytest.mark.parametrize("make", [plan, hostile_plan])
def test_the_page_loads_nothing_from_anywhere(make: Callable[[], Itinerary]) -> None:
    text = to_html(make())
    found = Page(text)
    assert not LOADERS & {name for name, _ in found.tags}
    loading = {"src", "href", "srcset", "action", "style", "poster", "data", "background", "xlink:href"}
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
    assert set(rules) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}


def test_every_item_has_a_labelled_tick_box_and_a_button_for_its_card(page: Page) -> None:
    boxes = [attrs["aria-labelledby"] for attrs in page.named("input")]
    buttons = [attrs.get("id") for attrs in page.named("button")]
    assert len(boxes) == len(set(boxes)) == 8
    assert set(boxes) <= set(buttons)


def test_ids_are_unique_and_references_meet_one(page: Page) -> None:
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["aria-labelledby"] for _, attrs in page.tags if "aria-labelledby" in attrs} <= set(ids)


def test_the_script_asks_only_for_elements_that_the_page_has(page: Page) -> None:
    wanted = set(re.findall(r'one\("([a-z-]+)"\)', page.code["script"]))
    assert wanted
    assert wanted <= {attrs["id"] for _, attrs in page.tags if "id" in attrs}


def test_every_word_of_the_interface_exists_in_both_languages(page: Page) -> None:
    words = json.loads(resources.files("hqguide.export").joinpath("templates/words.json").read_text("utf-8"))
    assert words["en"].keys() == words["zh"].keys()
    assert {attrs["data-w"] for _, attrs in page.tags if "data-w" in attrs} <= words["zh"].keys()
    carried = json.loads(page.code["script"].partition("=")[2].partition(";\n")[0])
    assert carried["zh"] == words["zh"]
    assert {*re.findall(r"WORDS\[language\]\.(\w+)", page.code["script"]), "progress", "finished"} == carried[
        "en"
    ].keys()


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
    bare = Page(to_html(Itinerary("", "", "", (stop,), (), Total(0, 0), unplaced=(LeftOut("", ""),))))
    text = " ".join("".join(bare.words).split())
    assert "synthetic-hall" in text
    for unknown in ("Floor not known", "Counter not known", "undated", "source not given"):
        assert unknown in text
    assert "Cost" not in text
    assert "Assumed" not in text


def test_an_empty_plan_is_still_a_whole_page() -> None:
    empty = Page(to_html(Itinerary("", "", "", (), (), Total(0, 0))))
    assert "0 of 0 bought" in "".join(empty.words)
    assert not empty.named("input")


def test_the_map_goes_in_as_it_is_and_only_when_given() -> None:
    drawing = '<svg viewBox="0 0 1 1" role="img" aria-label="synthetic map"><path d="M0 0h1"></path></svg>'
    assert drawing in to_html(plan(), map_svg=drawing)
    assert "<figure" not in to_html(plan())


def test_twenty_stops_take_at_most_forty_kilobytes() -> None:
    assert len(to_html(plan(20, 1)).encode()) <= 40_000


def test_ticks_are_kept_under_the_key_of_the_plan() -> None:
    one, other = (Page(to_html(made)).named("html")[0]["data-plan"] for made in (plan(), plan(4)))
    assert one != other
    same = msgspec.structs.replace(plan(), warnings=())
    assert Page(to_html(same)).named("html")[0]["data-plan"] == one


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
