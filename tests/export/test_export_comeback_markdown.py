"""Markdown that hqguide wrote, ticked in an editor or not, read back without losing a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.export.comeback import MAX_LINES, is_ours, read_back
from hqguide.export.list_markdown import list_markdown
from hqguide.export.markdown import to_markdown
from hqguide.export.shopping import Shopping
from hqguide.notebook.item import ListItem
from hqguide.notebook.wording import same_key
from hqguide.route.itinerary import Item
from tests.export.export_plans import plan
from tests.export.export_shopping import shopping

WORDS = st.text(alphabet=st.sampled_from("\\`*_[]()<>~|$#@!&;:/.+-=1 9xa\"'中é×¥,"), min_size=1, max_size=20)
PLAIN = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
LINES = st.builds(
    ListItem,
    id=st.just(0),
    text=PLAIN,
    quantity=st.integers(1, 1_000_000),
    target_price=st.none() | st.integers(1, 10**7).map(lambda cents: cents / 100),
    note=st.just("") | PLAIN,
    state=st.sampled_from(["wanted", "bought", "not found"]),
    priority=st.integers(0, 3),
)


def list_of(lines: list[ListItem]) -> Shopping:
    items = tuple(
        Item(id=0, text=line.text, quantity=line.quantity, zh="中文", pinyin="zhōng") for line in lines
    )
    return Shopping("test", tuple(lines), items, {})


def back(document: str) -> tuple[ListItem, ...]:
    came = read_back(document.encode(), "list.md")
    assert not came.ticks
    return came.lines


@given(st.lists(LINES, max_size=6, unique_by=lambda line: same_key(line.text)))
def test_any_list_comes_back_as_it_was(lines: list[ListItem]) -> None:
    came = back(list_markdown(list_of(lines)))
    assert sorted(came, key=lambda line: line.text) == sorted(lines, key=lambda line: line.text)


def test_what_was_ticked_in_an_editor_is_bought() -> None:
    document = list_markdown(shopping()).replace("- [ ] 100 ×", "- [x] 100 ×")
    assert {line.text: line.state for line in back(document)} == {
        "0.1 uF 0603 capacitor": "bought",
        "nickel strip 8 mm": "not found",
        "USB-C connector": "bought",
    }


def test_a_walk_comes_back_as_its_list_and_an_item_is_bought_when_ticked_at_any_stop() -> None:
    document = to_markdown(plan())
    assert [line.state for line in back(document)] == ["wanted"] * len(back(document))
    texts = [line.text for line in back(document)]
    assert len(texts) == len(set(texts))
    assert texts[-2:] == ["nickel strip 8 mm", "desk microscope"]
    second = document.replace("- [ ] 20 × **USB-C", "- [ ] 20 x **USB-C", 1).replace(
        "- [ ] 20 ×", "- [X] 20 ×"
    )
    assert next(line for line in back(second) if "USB-C" in line.text).state == "bought"


def test_it_is_known_by_its_heading_whatever_the_file_is_called() -> None:
    assert is_ours(b"\xef\xbb\xbf# Shopping list x\n", "notes.txt")
    assert is_ours(b"# Huaqiangbei walk, 2026-11-23\n", "-")
    assert not is_ours(b"# my parts\n- [ ] esp32\n", "list.md")


def test_more_lines_than_anybody_means_are_refused() -> None:
    rows = "".join(f"- [ ] 1 × **part {number}**\n" for number in range(MAX_LINES + 1))
    with pytest.raises(GuideError, match="10,001 lines"):
        back("# Shopping list x\n" + rows)
