"""Part numbers that stand for one another: values read from numberings, second sources, nothing invented."""

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.market.pack import default_folder
from hqguide.market.schema import schema_of
from hqguide.parts.equivalents import (
    FILE,
    Equivalents,
    EquivalentsFile,
    check_equivalents,
    load_equivalents,
)
from hqguide.parts.equivalents_codes import plain, read_code, shown, write_code

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "schema"


@pytest.fixture(scope="module")
def known() -> Equivalents:
    return load_equivalents(default_folder())


@pytest.mark.parametrize(
    ("number", "instead"),
    [
        ("RC0603FR-0710KL", ["0603WAF1002"]),
        ("0603WAF1002T5E", ["RC0603FR-0710K"]),
        ("0603WAJ0103T5E", ["RC0603JR-0710K"]),
        ("rc0402jr-074k7l", ["0402WGJ0472"]),
        ("CL10B104KB8NNNC", ["CC0603KRX7R9BB104", "CC0603KKX7R9BB104"]),
        ("GRM188R71H104KA93D", ["CL10B104KB", "CC0603KRX7R9BB104", "CC0603KKX7R9BB104"]),
        ("AMS1117-3.3", ["LM1117-3.3", "LD1117S33"]),
        ("LD1117-33", ["AMS1117-3.3", "LM1117-3.3", "LD1117S33"]),
        ("L7812CV", ["LM7812"]),
        ("SN74HC595N", ["MC74HC595", "M74HC595"]),
        ("CD4017BE", ["HEF4017B", "MC14017B", "HCF4017"]),
        ("LM358DR", ["LM2904", "LM258", "LM158"]),
        ("ULN2003AN", ["ULQ2003A", "SN75468"]),
        ("2N3904", ["MMBT3904", "PZT3904"]),
        ("1N4007", ["M7"]),
        ("CH340G", ["CH340C", "CH340B"]),
        ("GD32F103RCT6", ["STM32F103RCT6"]),
    ],
)
def test_a_number_is_read_and_written_in_the_other_numberings(
    known: Equivalents, number: str, instead: list[str]
) -> None:
    assert [one.part for one in known.of(number)] == instead


@pytest.mark.parametrize(
    "number",
    ["", "LM3588", "1N40071", "AMS1117", "RC0603FR-07", "0603WAF100", "CL10B104", "resistor", "STM32F103"],
)
def test_what_says_too_little_or_another_thing_has_no_equivalent(known: Equivalents, number: str) -> None:
    assert known.of(number) == ()


def test_an_equivalent_says_why_what_to_check_and_who_says_so(known: Equivalents) -> None:
    first = known.of("0603WAF1002T5E")[0]
    assert first.why == "chip resistor: 0603 ±1 % 10 kΩ"
    assert first.check.endswith("temperature coefficient; by the numbering: ask whether it is made")
    assert (first.source, first.as_of) == ("yageo-rc-l-2018", "2018-03-06")


def test_equivalence_goes_both_ways_where_both_can_be_written(known: Equivalents) -> None:
    for number in ("0603WAF1002", "CL10B104KB", "AMS1117-3.3", "LM358", "CD4017B"):
        for one in known.of(number):
            back = [other.part for other in known.of(one.part)]
            assert number in back, (number, one.part)


@given(st.sampled_from(["letter", "letter4", "zeros4", "zeros3"]), st.integers(100, 999), st.integers(0, 4))
def test_every_value_that_can_be_written_reads_back_the_same(code: str, digits: int, zeros: int) -> None:
    value = plain(Decimal(digits) * 10**zeros)
    written = write_code(code, value)
    assert not written or read_code(code, written) == value


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("letter", "4K7", "4700"),
        ("letter", "97R6", "97.6"),
        ("letter", "1M", "1000000"),
        ("letter", "R47", "0.47"),
        ("letter4", "10K0", "10000"),
        ("zeros4", "1002", "10000"),
        ("zeros3", "104", "100000"),
        ("zeros3", "4R7", "4.7"),
        ("tenths", "33", "3.3"),
        ("point", "5.0", "5"),
    ],
)
def test_values_are_read_as_iec_60062_writes_them(code: str, text: str, value: str) -> None:
    assert read_code(code, text) == value
    assert write_code(code, value) == text


def test_values_are_shown_with_their_units() -> None:
    assert [
        shown("ohms", "4700"),
        shown("picofarads", "100000"),
        shown("volts", "50"),
        shown("type", "C8T6"),
    ] == [
        *("4.7 kΩ", "100 nF", "50 V", ""),
    ]


def test_the_shipped_file_keeps_every_rule_and_its_schema() -> None:
    assert check_equivalents(default_folder()) == ()
    published = (PUBLISHED / "equivalents.schema.json").read_bytes()
    assert published == schema_of("equivalents", EquivalentsFile), "run tools/write_schemas.py"


def test_every_member_of_the_shipped_file_is_understood_by_its_own_family(known: Equivalents) -> None:
    for family in known.file.families:
        assert len({member.template for member in family.members}) == len(family.members), family.id
        assert sum(not member.only_read for member in family.members) >= 2, family.id


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"sources": {}}, "no source 'one'"),
        ({"codes": {}}, "no code 'size'"),
        ({"check": "fine"}, "does not say what to check"),
        ({"templates": ["A{size:size}", "B"]}, "needs two members"),
        ({"templates": ["A{size:size}"]}, "needs two members"),
        ({"sources": {"one": 1, "two": 1}}, "named nowhere"),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    write(tmp_path, change)
    assert any(problem in found for found in check_equivalents(tmp_path))
    with pytest.raises(GuideError, match="broken data"):
        load_equivalents(tmp_path)


def test_a_pack_without_the_file_has_no_equivalents(tmp_path: Path) -> None:
    assert load_equivalents(tmp_path).of("LM358") == ()
    assert check_equivalents(tmp_path) == ()
    (tmp_path / FILE).write_text("{", "utf-8")
    assert "broken data" in check_equivalents(tmp_path)[0]


def write(folder: Path, change: dict[str, object]) -> None:
    """A small file of two synthetic numberings, with one thing changed."""
    sources = change.get("sources", {"one": 1})
    assert isinstance(sources, dict)
    templates = change.get("templates", ["A{size:size}", "B{size:size}"])
    assert isinstance(templates, list)
    data = {
        "sources": {key: {"title": "synthetic", "where": "nowhere"} for key in sources},
        "codes": change.get("codes", {"size": {"1": "0603"}}),
        "families": [
            {
                "id": "synthetic",
                "what": "synthetic part",
                "check": change.get("check", "check all"),
                "members": [{"template": one, "source": "one"} for one in templates],
            }
        ],
    }
    (folder / FILE).write_bytes(msgspec.json.encode(data))
