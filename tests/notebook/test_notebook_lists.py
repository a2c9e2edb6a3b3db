"""Shopping lists: what is added is shown, merged, marked and removed as documented."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import ListItem, Lists
from hqguide.notebook.wording import same_key


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    return Lists(Notebook(tmp_path / "notebook.json"))


def test_a_new_notebook_is_empty_and_reading_it_creates_nothing(tmp_path: Path) -> None:
    lists = Lists(Notebook(tmp_path / "new" / "notebook.json"))
    assert lists.names() == ()
    assert lists.show() == ()
    assert lists.add_many([]) == ()
    assert list(tmp_path.iterdir()) == []


def test_an_added_item_is_shown_by_another_object(lists: Lists, tmp_path: Path) -> None:
    added = lists.add("  100nF\t0603 ", quantity=50, target_price=0.05, note="X7R")
    assert added == ListItem(id=1, text="100nF 0603", quantity=50, target_price=0.05, note="X7R")
    assert Lists(Notebook(tmp_path / "notebook.json")).show() == (added,)


def test_control_characters_do_not_enter_the_notebook(lists: Lists) -> None:
    item = lists.add("esp\x1b[31m32\nmodule", note="a\u202eb\r\nc")
    assert item.text == "esp[31m32 module"
    assert item.note == "ab c"


def test_the_same_text_again_adds_the_quantities_and_keeps_id_and_note(lists: Lists) -> None:
    lists.add("USB-C connector", 5, note="16 pin")
    assert lists.add("usb-c  CONNECTOR", 3) == ListItem(
        id=1, text="USB-C connector", quantity=8, note="16 pin"
    )
    again = lists.add("USB-C connector", target_price=0.8, note="gold")
    assert (again.quantity, again.target_price, again.note) == (9, 0.8, "16 pin; gold")
    again = lists.add("USB-C connector", note="gold")
    assert (again.quantity, again.target_price, again.note) == (10, 0.8, "16 pin; gold")
    assert lists.show() == (again,)


def test_what_was_bought_stays_on_record_when_the_same_is_wanted_anew(lists: Lists) -> None:
    lists.add("esp32", 10)
    lists.mark(1, "bought")
    assert lists.add("ESP32", 2).id == 2
    assert lists.add("esp32", 3).quantity == 5
    assert [(item.quantity, item.state) for item in lists.show()] == [(10, "bought"), (5, "wanted")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10MΩ", "10mΩ", False),
        ("1 mF", "1 MF", False),
        ("4K7", "4k7", True),
        ("8mhz crystal", "8MHz Crystal", True),
        ("5MM LED", "5mm led", True),
        ("１０ｋ", "10K", True),
        ("10k\u2126", "10k\u03a9", True),
        ("M3 screw", "m3 Screw", True),
        ("Straße", "STRASSE", True),
        ("100nF 0603", "100nF 0805", False),
    ],
)
def test_case_and_width_are_one_text_but_milli_and_mega_are_two(one: str, other: str, same: bool) -> None:
    assert (same_key(one) == same_key(other)) is same


def test_ids_are_never_given_twice_even_after_removal_and_clear(lists: Lists) -> None:
    lists.add("a")
    lists.add("b")
    assert lists.remove(2).text == "b"
    assert lists.add("c").id == 3
    assert lists.clear() == 2
    assert lists.add("d").id == 4
    assert lists.add("d", name="other").id == 1


def test_lists_are_apart_and_only_those_with_items_have_names(lists: Lists) -> None:
    lists.add("esp32", name="机器人")
    lists.add("ne555", name="  alarm ")
    lists.add("led")
    assert lists.names() == ("alarm", "shopping", "机器人")
    lists.remove(1, "alarm")
    assert lists.clear("机器人") == 1
    assert lists.names() == ("shopping",)
    assert lists.clear("机器人") == 0
    assert lists.show("never made") == ()


def test_marking_keeps_the_rest_of_the_item(lists: Lists) -> None:
    added = lists.add("esp32", 2, 12.5, "with antenna")
    marked = lists.mark(1, "not found")
    assert marked.state == "not found"
    assert lists.mark(1, "wanted") == added == lists.show()[0]


def test_an_unknown_id_is_told_with_what_is_there(lists: Lists) -> None:
    with pytest.raises(GuideError) as caught:
        lists.remove(1)
    assert str(caught.value) == "no item 1 in list 'shopping'\n  It is empty."
    lists.add_many([ListItem(0, f"part {number}") for number in range(10)], "bom")
    uses: tuple[Callable[[], object], ...] = (
        lambda: lists.remove(11, "bom"),
        lambda: lists.mark(11, "bought", "bom"),
    )
    for use in uses:
        with pytest.raises(GuideError, match="no item 11 in list 'bom'") as caught:
            use()
        assert caught.value.hint.startswith("It has 1 'part 0', 2 'part 1', ")
        assert caught.value.hint.endswith("8 'part 7' and 2 more.")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("text", "", "what to buy has 0 characters"),
        ("text", " \x1b\t", "what to buy has 0 characters"),
        ("text", "x" * 201, "what to buy has 201 characters"),
        ("note", "x" * 501, "a note has 501 characters"),
        ("quantity", 0, "0 is no quantity"),
        ("quantity", 1_000_001, "1000001 is no quantity"),
        ("quantity", 2.5, "2.5 is no quantity"),
        ("quantity", True, "True is no quantity"),
        ("target_price", 0, "0 is no price"),
        ("target_price", float("nan"), "nan is no price"),
        ("target_price", float("inf"), "inf is no price"),
        ("state", "lost", "'lost' is no state"),
    ],
)
def test_a_bad_line_is_refused_and_none_of_its_company_is_added(
    lists: Lists, field: str, value: object, told: str
) -> None:
    fields = {"id": 0, "text": "esp32", field: value}
    with pytest.raises(GuideError, match=told) as caught:
        lists.add_many([ListItem(0, "good"), ListItem(**fields)])  # type: ignore[arg-type]
    assert caught.value.hint
    assert lists.show() == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "two\nlines", "\x1b[0m", "a\u202eb", "\ud800"])
def test_a_bad_list_name_is_refused_everywhere(lists: Lists, name: str) -> None:
    uses = (
        lambda: lists.show(name),
        lambda: lists.add("esp32", name=name),
        lambda: lists.remove(1, name),
        lambda: lists.mark(1, "bought", name),
        lambda: lists.clear(name),
    )
    for use in uses:
        with pytest.raises(GuideError, match="is no name for a list") as caught:
            use()
        assert str(caught.value).replace("\n", "").isprintable()


def test_an_unknown_state_is_refused_with_the_known_ones(lists: Lists) -> None:
    lists.add("esp32")
    with pytest.raises(GuideError, match="'lost' is no state") as caught:
        lists.mark(1, "lost")  # type: ignore[arg-type]
    assert caught.value.hint == "Use one of: wanted, bought, not found."


def test_a_sum_beyond_the_limit_is_refused_and_the_item_kept(lists: Lists) -> None:
    lists.add("resistor", 600_000)
    with pytest.raises(GuideError, match="1200000 is no quantity"):
        lists.add("resistor", 600_000)
    assert lists.show()[0].quantity == 600_000


def test_notes_beyond_the_limit_are_refused_and_the_item_kept(lists: Lists) -> None:
    lists.add("resistor", note="x" * 300)
    with pytest.raises(GuideError, match="a note has 602 characters"):
        lists.add("resistor", note="y" * 300)
    assert lists.show()[0].note == "x" * 300


def test_lines_that_repeat_each_other_become_one_item(lists: Lists) -> None:
    lists.add("LED red", 1)
    got = lists.add_many(
        [ListItem(99, "led RED", 2), ListItem(99, "LED green"), ListItem(0, "Led red", 3, state="bought")]
    )
    assert got == (
        ListItem(1, "LED red", 3),
        ListItem(2, "LED green"),
        ListItem(3, "Led red", 3, state="bought"),
    )
    assert lists.show() == got


def test_more_than_nine_items_are_shown_in_the_order_added(lists: Lists) -> None:
    texts = [f"part {number}" for number in range(25)]
    lists.add_many([ListItem(0, text) for text in texts])
    assert lists.mark(2, "bought").id == 2
    assert [item.text for item in lists.show()] == texts


TEXTS = st.sampled_from(["esp32", "ESP32", "10MΩ", "10mΩ", "电阻"])
STEPS = st.one_of(
    st.tuples(st.just("add"), TEXTS, st.integers(1, 9)),
    st.tuples(st.just("mark"), st.integers(1, 6), st.sampled_from(["wanted", "bought", "not found"])),
    st.tuples(st.just("remove"), st.integers(1, 6), st.none()),
    st.tuples(st.just("clear"), st.none(), st.none()),
)
SAME = {"ESP32": "esp32"}


class Model:
    """The slow obvious list: rows of id, text, quantity, state in a plain list."""

    def __init__(self) -> None:
        self.rows: list[list[object]] = []
        self.last = 0

    def add(self, text: str, quantity: int) -> None:
        for row in self.rows:
            if SAME.get(str(row[1]), row[1]) == SAME.get(text, text) and row[3] == "wanted":
                row[2] = int(str(row[2])) + quantity
                return
        self.last += 1
        self.rows.append([self.last, text, quantity, "wanted"])

    def find(self, item_id: int) -> list[object] | None:
        return next((row for row in self.rows if row[0] == item_id), None)


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, max_size=10))
def test_any_run_of_changes_ends_as_in_the_obvious_list(steps: list[tuple[str, object, object]]) -> None:
    model = Model()
    with tempfile.TemporaryDirectory() as folder:
        lists = Lists(Notebook(Path(folder) / "notebook.json"))
        for verb, first, second in steps:
            if verb == "add":
                lists.add(first, second)  # type: ignore[arg-type]
                model.add(str(first), int(str(second)))
            elif verb == "clear":
                assert lists.clear() == len(model.rows)
                model.rows.clear()
            elif (row := model.find(int(str(first)))) is None:
                with pytest.raises(GuideError, match="no item"):
                    lists.remove(first)  # type: ignore[arg-type]
            elif verb == "remove":
                lists.remove(first)  # type: ignore[arg-type]
                model.rows.remove(row)
            else:
                lists.mark(first, second)  # type: ignore[arg-type]
                row[3] = second
        shown = [[item.id, item.text, item.quantity, item.state] for item in lists.show()]
    assert shown == model.rows
