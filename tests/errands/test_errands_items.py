"""Lines of a list as the planner wants them, also those that only their note makes clear."""

import pytest

from hqguide.guide import Guide
from hqguide.notebook.item import ListItem


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return Guide(notebook=tmp_path_factory.mktemp("items") / "notebook.json")


def test_a_line_that_is_not_understood_is_looked_for_by_the_chinese_of_its_note(guide: Guide) -> None:
    text = "zzqx SKQG WithStem"
    alone, noted, refs = guide.items(
        (
            ListItem(1, text),
            ListItem(2, text, note="轻触开关 SKQG · SW6 SW7"),
            ListItem(3, text, note="SW6 SW7 · for the lamp"),
        )
    )
    assert alone.offers == refs.offers == ()
    assert noted.offers
    assert noted.zh.startswith("轻触开关")
    assert noted.text == text


def test_a_line_that_is_understood_is_not_asked_by_its_note(guide: Guide) -> None:
    plain, noted = guide.items((ListItem(1, "led strip"), ListItem(2, "led strip", note="轻触开关")))
    assert noted.offers == plain.offers
