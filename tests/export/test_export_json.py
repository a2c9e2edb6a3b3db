import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.export.comeback import MAX_BYTES, MAX_LINES, is_ours, read_back
from hqguide.export.handout import Handout
from hqguide.export.json_file import ListFile, WalkFile, list_json, walk_json
from hqguide.export.list_formats import LIST_FORMATS, render_list
from hqguide.export.list_markdown import list_markdown
from hqguide.export.prepare import clean, plan_key
from hqguide.notebook.item import ListItem
from hqguide.route.itinerary import Itinerary
from tests.export.export_handouts import SPICY, at, compared, hostile, placed, walked
from tests.export.export_plans import filled, plan
from tests.export.export_shopping import shopping, shopping_filled
from tests.export.renew_golden import GOLDEN, as_bytes, contents

TICKS = {
    "hqguide": "ticks",
    "version": 1,
    "route": "0123456789abcdef",
    "items": [
        {"id": 3, "text": "USB-C connector", "state": "bought"},
        {"id": 0, "text": "镍带", "state": "not found"},
    ],
}


def back(value: object) -> tuple[ListItem, ...]:
    """The lines that come back from ``value`` as JSON."""
    return read_back(json.dumps(value).encode(), "ticks.json").lines


@pytest.mark.parametrize(
    "handout", [placed(), hostile(), Handout(plan(0))], ids=["tidy", "hostile", "no stop"]
)
def test_a_walk_is_read_back_as_it_was(handout: Handout) -> None:
    file = msgspec.json.decode(walk_json(handout), type=WalkFile)
    assert file.walk == clean(handout.itinerary)
    assert file.route == plan_key(clean(handout.itinerary))
    assert file.datum == "WGS-84"


@settings(max_examples=60)
@given(SPICY)
def test_any_text_survives_in_json_but_for_what_is_hidden(text: str) -> None:
    handout = Handout(walked(filled(text)), positions={text: at(0, text)})
    assert json.loads(walk_json(handout))["walk"]["start"] == clean(filled(text)).start
    found = msgspec.json.decode(list_json(shopping_filled(text)), type=ListFile)
    assert found.name == clean(filled(text)).start


def test_the_halls_come_with_position_accuracy_source_and_links() -> None:
    (hall,) = json.loads(walk_json(placed()))["halls"].values()
    assert (hall["lat"], hall["lon"], hall["accuracy_m"]) == (21.5, 114.5, 30.0)
    assert hall["source"] == "synthetic-source"
    assert set(hall["links"]) == {"amap", "baidu", "apple"}


def test_a_list_is_read_back_as_it_was() -> None:
    came = read_back(list_json(shopping()).encode(), "list.json")
    assert came.lines == shopping().lines
    assert not came.ticks


def test_a_walk_comes_back_as_the_list_it_was_made_from() -> None:
    came = read_back(walk_json(placed()).encode(), "walk.json")
    assert [(line.text, line.state) for line in came.lines][-2:] == [
        ("nickel strip 8 mm", "wanted"),
        ("desk microscope", "wanted"),
    ]
    assert len(came.lines) == 8
    assert came.lines[0].quantity == 100


def test_an_item_asked_for_at_several_stops_comes_back_once_and_one_bought_twice_twice() -> None:
    came = read_back(walk_json(compared()).encode(), "walk.json")
    assert [(line.id, line.text, line.quantity) for line in came.lines] == [
        (7, "relay", 4),
        (0, "fuse", 1),
        (0, "fuse", 1),
    ]


def test_ticks_come_back_as_states() -> None:
    came = read_back(json.dumps(TICKS).encode(), "ticks.json")
    assert came.ticks
    assert came.lines == (
        ListItem(3, "USB-C connector", state="bought"),
        ListItem(0, "镍带", state="not found"),
    )


def test_an_item_asked_for_at_several_stops_is_bought_when_it_was_bought_at_one() -> None:
    def said(state: str, item_id: int = 3) -> dict[str, object]:
        return {"id": item_id, "text": "x", "state": state}

    items = [said("not found"), said("bought"), said("not found"), said("not found", 4)]
    assert [line.state for line in back({**TICKS, "items": items})] == ["bought", "not found"]


@pytest.mark.parametrize(
    "wrapped",
    ["\ufeff{}", "\n\n{}\n", "From my phone: {} - sent later", "> {}"],
    ids=["bom", "blank", "words", "quote"],
)
def test_words_round_copied_ticks_are_passed_over(wrapped: str) -> None:
    text = wrapped.replace("{}", json.dumps(TICKS))
    assert len(read_back(text.encode(), "-").lines) == 2


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "not readable"),
        ({}, "not readable"),
        ({"hqguide": "ticks"}, "not readable"),
        ({"hqguide": "cake", "version": 1}, "of no known kind: 'cake'"),
        ({**TICKS, "version": 2}, "a ticks of version 2"),
        ({**TICKS, "version": "1"}, "not readable"),
        ({**TICKS, "items": [{"id": 1, "text": "x", "state": "eaten"}]}, "not readable"),
        ({**TICKS, "items": [{"id": "1", "text": "x", "state": "bought"}]}, "not readable"),
        ({**TICKS, "items": [{"text": "x", "state": "bought"}]}, "not readable"),
        ({**TICKS, "items": {}}, "not readable"),
        ({**TICKS, "items": TICKS["items"] * (MAX_LINES // 2 + 1)}, "10,002 lines"),  # type: ignore[operator]
        ({"hqguide": "list", "version": 1, "name": "x", "items": [{"id": 1, "text": 7}]}, "not readable"),
    ],
)
def test_what_is_not_an_export_is_refused_with_the_reason(value: object, said: str) -> None:
    with pytest.raises(GuideError) as caught:
        back(value)
    assert said in caught.value.what
    assert caught.value.where == "ticks.json"
    assert caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"hqguide"',
        b'{"hqguide": "ticks", "version": 1, "items": [',
        b"\xff\xfe{\x00}\x00",
        b'{"hqguide": "ticks\xff", "version": 1}',
        b'{"hqguide": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"hqguide": "ticks", "version": 1e999}',
        b" " * (MAX_BYTES + 1),
        b"<!doctype html><script>{}</script>",
    ],
    ids=["empty", "open", "cut", "cut later", "utf-16", "not utf-8", "deep", "infinite", "huge", "page"],
)
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(GuideError):
        read_back(data, "ticks.json")


@given(st.binary(max_size=60) | st.text(alphabet='{}[]",:hqguide1 ticks', max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_back(data, "x")
    except GuideError as error:
        assert error.what.isprintable()


def test_a_page_is_told_from_ticks_and_a_plain_list_from_both() -> None:
    assert is_ours(b'x {"hqguide": 1}', "message.txt")
    assert is_ours(b"", "ticks.JSON")
    assert is_ours(b"", "walk.html")
    assert not is_ours(b"10x 100nF", "list.txt")


def test_a_list_has_the_formats_that_make_sense_for_it_and_names_them() -> None:
    for fmt in LIST_FORMATS:
        assert render_list(fmt, shopping())
    with pytest.raises(GuideError, match="no format 'gpx'") as caught:
        render_list("gpx", shopping())
    assert "md, csv, xlsx, json" in caught.value.hint


@pytest.mark.parametrize("fmt", LIST_FORMATS)
def test_exports_of_a_list_equal_the_golden_bytes(fmt: str) -> None:
    golden = (GOLDEN / f"synthetic-list.{fmt}").read_bytes()
    assert contents(as_bytes(render_list(fmt, shopping()))) == contents(golden)


def test_a_list_reads_well_as_markdown() -> None:
    text = list_markdown(shopping())
    assert text.startswith(
        "# Shopping list shopping\n\n## To buy\n\n- [ ] 100 × **0.1 uF 0603 capacitor** · 贴片电容"
    )
    assert (
        ", at most ¥1.50 each\n  - 合成电子城 Synthetic Hall (test only) · 1F · counter 3100 · 样品电子: sign"
        in text
    )
    assert "\n\n## Not found\n\n- [ ] 1 × **nickel strip 8 mm**\n\n## Bought\n\n- [x] 20 × **USB-C" in text
    assert "\n  - Note: for the lamp\n" in text
    assert text.endswith("undated; source: synthetic-source\n")


def test_an_empty_itinerary_is_written_whole() -> None:
    assert set(json.loads(walk_json(placed()))["walk"]) == {
        field.encode_name for field in msgspec.structs.fields(Itinerary)
    }
