import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hqguide.export.markdown import escape, to_markdown
from hqguide.export.prepare import clean
from hqguide.route.itinerary import Itinerary, LeftOut, Leg, Stop, Total
from tests.export.export_plans import HOSTILE, filled, hostile_plan, plan

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CONTEXTS = ("- {}", "# Title, {}", "- [ ] 3 × **{}** · rest", "  - {}", "Way: {} (3 m)", "## 1. {}")
SPICY = st.text(alphabet=st.sampled_from("\\`*_[]()<>~|$#@!&;:/.+-=1 9wxa\"'中é"), max_size=14)


def one_line(text: str) -> str:
    return clean(Itinerary(text, "", "", (), (), Total(0, 0))).start


def shape(document: str) -> list[str]:
    kinds = []
    for token in READER.parse(document):
        kinds.append(token.type)
        kinds.extend(child.type for child in token.children or () if child.type != "text")
    return kinds


def words(document: str) -> str:
    return "".join(
        child.content
        for token in READER.parse(document)
        for child in token.children or ()
        if child.type == "text"
    )


@pytest.mark.parametrize("context", CONTEXTS)
@given(text=SPICY | st.text(max_size=20))
@example(text="1. one")
@example(text="1)")
@example(text="- - -")
@example(text="===")
@example(text="a \\")
@example(text="&amp; &#60;")
@example(text="# x #")
def test_an_escaped_datum_is_read_back_as_the_same_plain_words(context: str, text: str) -> None:
    datum = one_line(text)
    if datum:
        document = context.format(escape(datum))
        assert shape(document) == shape(context.format("x"))
        assert words(document) == words(context.format("x")).replace("x", datum, 1).strip()


@pytest.mark.parametrize("text", ["0.1 uF 50 V X7R (0603)", "USB-C, 2.0 mm", 'R&D, 3/4" 5%', "4k7: 1.5 W"])
def test_ordinary_part_names_stay_readable_raw(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("https://example.invalid", "https\\://example.invalid"),
        ("www.example.invalid", "www\\.example.invalid"),
        ("a@example.invalid", "a\\@example.invalid"),
        ("~~x~~ $y$ |z|", "\\~\\~x\\~\\~ \\$y\\$ \\|z\\|"),
    ],
)
def test_links_struck_text_and_tables_of_markdown_dialects_are_defused(text: str, safe: str) -> None:
    assert escape(text) == safe


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_in_every_field_gives_the_same_document_structure(text: str) -> None:
    if one_line(text):
        assert shape(to_markdown(filled(text))) == shape(to_markdown(filled("x")))


def test_no_html_and_no_link_survives_in_the_hostile_plan() -> None:
    kinds = set(shape(to_markdown(hostile_plan())))
    assert kinds.isdisjoint(
        {"html_block", "html_inline", "link_open", "image", "code_inline", "fence", "hr", "em_open"}
    )


def test_the_walk_is_told_stop_by_stop_with_all_that_is_needed_there() -> None:
    text = to_markdown(plan())
    for part in (
        "# Huaqiangbei walk, 2026-11-23",
        "- Day: Monday",
        "- Start: Synthetic station, exit A (华强路站A口), 10:00",
        "- List: 8 items, 3 stops",
        "- Walk: 2 h 13 min, 1.9 km on foot",
        "- Cost: ¥186.50",
        "2 h 32 min",
        "(proved)",
        "## 1. 合成电子城 Synthetic Hall (test only)",
        "Where: **1F · counter 3100**",
        "When: 10:00 to 10:09",
        "Way: escalator to 1F, then left to row 1 (310 m, 4 min)",
        "- [ ] 100 × **0.1 uF 50 V X7R 0603 capacitor** · 贴片电容 (tiēpiàn diànróng)",
        "  - If not here: synthetic-hall/4F/4001",
        "Evidence: sign reads 贴片电容, 连接器; as of 2013-04-14; source: synthetic-source",
        "undated",
        "floor not known",
        "## To the end",
        "- [ ] 1 × **nickel strip 8 mm** · 镍带 (niè dài)\n  - no record of where",
        "- [ ] 1 × **desk microscope** · 显微镜 (xiǎnwēijìng)\n  - does not fit",
        "## Mind\n\n- Synthetic Hall closes",
        "## Assumed\n\n- walking 1.2 m/s",
    ):
        assert part in text


def test_what_is_not_known_is_left_out_or_said_to_be_unknown() -> None:
    stop = Stop("h", "synthetic-hall", "", None, None, None, "10:00", "10:05", (), "", None, "")
    bare = Itinerary("", "", "", (stop,), (Leg("", ""),), Total(0, 0), unplaced=(LeftOut("", ""),))
    text = to_markdown(bare)
    assert text.startswith("# Huaqiangbei walk\n\n- Start: not given, any time\n")
    assert "## 1. synthetic-hall\n" in text
    assert "Where: **floor not known · counter not known**" in text
    assert "Evidence: undated; source: not given" in text
    assert "Way: 0 m, 0 s" in text
    assert "- [ ] 1 × **?**\n" in text
    assert not {"Cost", "Day", "Mind", "Assumed"} & set(text.replace(":", " ").split())


def test_a_stop_without_a_way_to_it_is_still_told() -> None:
    text = to_markdown(msgspec.structs.replace(plan(2), legs=()))
    assert "## 2." in text
    assert "Way:" not in text


def test_the_document_ends_in_one_newline() -> None:
    text = to_markdown(plan())
    assert text.endswith("item\n")
    assert not text.endswith("\n\n")
