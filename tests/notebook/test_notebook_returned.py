from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.item import ListItem, State
from hqguide.notebook.lists import Lists
from hqguide.notebook.returned import Returned, take_list, take_ticks


@pytest.fixture
def book(tmp_path: Path) -> Notebook:
    """A notebook with a list of three lines, the second of them bought."""
    notebook = Notebook(tmp_path / "notebook.json")
    lists = Lists(notebook)
    lists.add("USB-C connector", 10)
    lists.add("led strip", 2, note="warm white")
    lists.add("soldering iron")
    lists.mark(2, "bought")
    return notebook


def tick(item_id: int, text: str, state: State = "bought") -> ListItem:
    """A tick of the phone page."""
    return ListItem(item_id, text, state=state)


def states(book: Notebook, name: str = "shopping") -> list[tuple[int, str, str]]:
    """Number, text and state of the lines of a list."""
    return [(item.id, item.text, item.state) for item in Lists(book).show(name)]


def count(back: Returned) -> tuple[int, ...]:
    """How many lines changed, were known, were added and were not matched."""
    return len(back.changed), len(back.same), len(back.added), len(back.unmatched)


def test_ticks_set_states_by_number_and_text(book: Notebook) -> None:
    back = take_ticks(book, "shopping", [tick(1, "USB-C connector"), tick(3, "soldering iron", "not found")])
    assert [(change.item.id, change.before, change.item.state) for change in back.changed] == [
        (1, "wanted", "bought"),
        (3, "wanted", "not found"),
    ]
    assert [state for *_, state in states(book)] == ["bought", "bought", "not found"]
    assert Lists(book).show()[0].quantity == 10


def test_a_tick_known_already_is_said_to_be(book: Notebook) -> None:
    assert count(take_ticks(book, "shopping", [tick(2, "led strip")])) == (0, 1, 0, 0)


@pytest.mark.parametrize(
    ("ticked", "why"),
    [
        (tick(9, "hammer"), "not on the list"),
        (tick(1, "hammer"), "not on the list, where 1 is USB-C connector"),
        (tick(0, "usb connector"), "not on the list"),
    ],
)
def test_a_tick_for_what_is_not_there_changes_nothing_and_is_told(
    book: Notebook, ticked: ListItem, why: str
) -> None:
    before = states(book)
    back = take_ticks(book, "shopping", [ticked])
    assert [(left.item, left.why) for left in back.unmatched] == [(ticked, why)]
    assert states(book) == before


@pytest.mark.parametrize("item_id", [0, 3, 77, -1])
def test_a_number_that_is_not_that_of_the_text_gives_way_to_the_text(book: Notebook, item_id: int) -> None:
    back = take_ticks(book, "shopping", [tick(item_id, "usb-c  CONNECTOR")])
    assert [change.item.id for change in back.changed] == [1]


def test_milli_and_mega_are_not_the_same_line(book: Notebook) -> None:
    Lists(book).add("10MΩ resistor")
    assert count(take_ticks(book, "shopping", [tick(0, "10mΩ resistor")])) == (0, 0, 0, 1)


def test_of_two_lines_of_one_text_the_number_decides_else_the_one_still_wanted(book: Notebook) -> None:
    Lists(book).add("led strip")
    assert [change.item.id for change in take_ticks(book, "shopping", [tick(0, "led strip")]).changed] == [4]
    Lists(book).add("led strip")
    assert [change.item.id for change in take_ticks(book, "shopping", [tick(5, "led strip")]).changed] == [5]


def test_a_text_that_could_be_either_line_is_not_guessed(book: Notebook) -> None:
    Lists(book).add("led strip")
    Lists(book).mark(4, "bought")
    (left,) = take_ticks(book, "shopping", [tick(0, "led strip", "not found")]).unmatched
    assert left.why == "on the list, or named, more than once"


def test_one_line_is_not_ticked_twice(book: Notebook) -> None:
    back = take_ticks(book, "shopping", [tick(0, "soldering iron"), tick(3, "soldering iron", "not found")])
    assert [change.item.state for change in back.changed] == ["not found"]
    assert len(back.unmatched) == 1


def test_a_refused_line_leaves_the_whole_list_as_it_was(book: Notebook) -> None:
    before = book.path.read_bytes()
    with pytest.raises(GuideError):
        take_ticks(book, "shopping", [tick(1, "USB-C connector"), tick(2, "x" * 1000)])
    with pytest.raises(GuideError):
        take_list(book, "shopping", [ListItem(0, "new thing"), ListItem(0, "x", quantity=0)])
    assert book.path.read_bytes() == before


def test_ticks_never_add_a_line(book: Notebook) -> None:
    take_ticks(book, "other", [tick(1, "USB-C connector")])
    assert Lists(book).names() == ("shopping",)


def test_a_list_comes_into_an_empty_one_whole_and_a_second_time_changes_nothing(book: Notebook) -> None:
    lines = Lists(book).show()
    assert count(take_list(book, "copy", lines)) == (0, 0, 3, 0)
    assert [item[1:] for item in states(book, "copy")] == [item[1:] for item in states(book)]
    before = book.path.read_bytes()
    assert count(take_list(book, "copy", lines)) == (0, 3, 0, 0)
    assert book.path.read_bytes() == before


def test_a_list_brings_what_was_bought_and_what_is_new_and_takes_nothing_back(book: Notebook) -> None:
    back = take_list(
        book,
        "shopping",
        [
            ListItem(1, "USB-C connector", 10, state="bought"),
            ListItem(2, "led strip", 2, note="warm white"),
            ListItem(3, "heat gun", 1),
        ],
    )
    assert count(back) == (1, 1, 1, 0)
    assert states(book) == [
        (1, "USB-C connector", "bought"),
        (2, "led strip", "bought"),
        (3, "soldering iron", "wanted"),
        (4, "heat gun", "wanted"),
    ]


def test_another_quantity_price_or_note_is_told_and_not_taken(book: Notebook) -> None:
    line = ListItem(2, "led strip", 7, 2.5, "cold white", "bought")
    (left,) = take_list(book, "shopping", [line]).differing
    assert left.why.split("; ") == [
        "quantity 2 here, 7 there",
        "target price not given here, 2.5 there",
        "note warm white here, cold white there",
    ]
    kept = Lists(book).show()[1]
    assert (kept.quantity, kept.target_price, kept.note) == (2, None, "warm white")


def test_an_added_line_gets_a_number_never_given_before(book: Notebook) -> None:
    Lists(book).remove(3)
    (item,) = take_list(book, "shopping", [ListItem(3, "heat gun")]).added
    assert item.id == 4


def test_nothing_that_came_back_changes_nothing(book: Notebook) -> None:
    assert take_list(book, "shopping", []) == Returned()


TEXTS = st.sampled_from(["a", "A", "b", "c c"])
LINES = st.lists(
    st.builds(
        ListItem, st.integers(0, 6), TEXTS, st.integers(1, 3), state=st.sampled_from(["wanted", "bought"])
    ),
    max_size=8,
)


@given(have=LINES, came=LINES)
def test_every_line_that_comes_back_is_accounted_for_and_nothing_is_unbought(
    have: list[ListItem], came: list[ListItem], tmp_path_factory: pytest.TempPathFactory
) -> None:
    book = Notebook(tmp_path_factory.mktemp("book") / "notebook.json")
    Lists(book).add_many(have)
    before = {item.id: item for item in Lists(book).show()}
    back = take_list(book, "shopping", came)
    after = {item.id: item for item in Lists(book).show()}
    assert sum(count(back)) == len(came)
    assert {item.id for item in back.added} == after.keys() - before.keys()
    changed = {change.item.id for change in back.changed}
    for item_id, item in before.items():
        assert (after[item_id] != item) == (item_id in changed)
        assert item.state == "wanted" or after[item_id].state != "wanted"
