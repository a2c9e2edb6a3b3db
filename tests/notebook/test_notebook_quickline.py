"""A typed line into wording and quantity: marked quantities are read, sizes never are."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hqguide.notebook.quickline import read_quickline, read_wishes
from hqguide.text import plain


@pytest.mark.parametrize(
    ("line", "text", "quantity"),
    [
        ("10x 100nF 0603", "100nF 0603", 10),
        ("10 x 100nF 0603", "100nF 0603", 10),
        ("10X  100nF", "100nF", 10),
        ("usb-c connector x5", "usb-c connector", 5),
        ("usb-c connector x 5", "usb-c connector", 5),
        ("usb-c connector ×5", "usb-c connector", 5),
        ("3 pcs esp32", "esp32", 3),
        ("3pcs esp32", "esp32", 3),
        ("10 pcs of NE555", "NE555", 10),
        ("esp32 3 PCS", "esp32", 3),
        ("5 pieces heat shrink", "heat shrink", 5),
        ("电阻 100个", "电阻", 100),
        ("电阻100个", "电阻", 100),
        ("100个电阻", "电阻", 100),
        ("3 个 esp32", "esp32", 3),
        ("电阻×100", "电阻", 100),
        ("20x电阻", "电阻", 20),
        ("贴片电容 0603 50颗", "贴片电容 0603", 50),
        ("１０ｘ 电容", "电容", 10),
        ("1,000x 0402 resistor", "0402 resistor", 1000),
        ("100nF 0603 x100", "100nF 0603", 100),
        ("100nF 0603 x 100", "100nF 0603", 100),
        ("0603 x 5", "0603", 5),
        ("2x5 header x10", "2x5 header", 10),
        ("2x 4 pin header", "4 pin header", 2),
        ("M3x10 x50", "M3x10", 50),
        ("12V 2A adapter x2", "12V 2A adapter", 2),
        ("0.1uF 275V x2", "0.1uF 275V", 2),
        ("10x 0.1uF 275V X2", "0.1uF 275V X2", 10),
        ("1000000x pins", "pins", 1_000_000),
    ],
)
def test_a_marked_quantity_is_read(line: str, text: str, quantity: int) -> None:
    assert read_quickline(line) == (text, quantity)


@pytest.mark.parametrize(
    "line",
    [
        "M3x10",
        "M3 x 10",
        "screw M3 x10",
        "M3*10 螺丝",
        "2x5 header",
        "header 2x5",
        "header 2×5",
        "2 x 5 header",
        "12V 2A",
        "5 x 20 fuse",
        "5 x 20mm fuse",
        "heatsink 40 x 40 x 10",
        "40x40 x 10",
        "tube 5mm x 100",
        "PCIe x16",
        "0.1uF 275V X2",
        "安规电容 X2",
        "安规电容X2",
        "10x loupe",
        "100x probe",
        "10x 放大镜",
        "4xAA holder",
        "555 timer",
        "2 pin header",
        "10 esp32",
        "1.5x lens",
        "10-20 pcs",
        "0.5 pcs",
        "2片装电池",
        "4件套",
        "第3个",
        "2盘 0603 电阻",
        "线 5米",
        "开发板 5块",
        "0x foo",
        "007 pcs foo",
        "9999999x foo",
        "10x",
        "x5",
        "3 pcs",
        "",
    ],
)
def test_what_may_be_a_size_or_a_name_stays_in_the_text(line: str) -> None:
    assert read_quickline(line) == (line, 1)


WORDS = st.sampled_from(
    [
        "10x",
        "x",
        "x5",
        "3",
        "0603",
        "×",
        "100nF",
        "pcs",
        "of",
        "个",
        "电阻",
        "电阻100个",
        "M3",
        "12V",
        "1,000",
        "٣x",
    ]
)
LINES = st.one_of(
    st.text(), st.lists(WORDS, max_size=5).map(" ".join), st.lists(WORDS, max_size=5).map("".join)
)
CUT = re.compile(
    r"(?:pcs\.?|pieces|units|ea|of|[\d,，xX×✕*＊ｘＸ\s个個只隻颗顆枚件片支条條根粒张張台把])*", re.IGNORECASE
)


@settings(max_examples=60)
@given(LINES)
@example("3 pcs of x5")
@example("\x1b10x\u200d foo")
def test_it_never_raises_and_only_the_quantity_leaves_the_words(line: str) -> None:
    clean = " ".join(plain(line).split())
    text, quantity = read_quickline(line)
    assert 1 <= quantity <= 1_000_000
    assert text == text.strip()
    if quantity == 1 and text == clean:
        return
    assert text
    assert clean.startswith(text) or clean.endswith(text)
    cut = clean.removesuffix(text) if clean.endswith(text) else clean.removeprefix(text)
    assert CUT.fullmatch(cut)
    assert int("".join(char for char in cut if char.isdecimal())) == quantity


@settings(max_examples=40)
@given(st.integers(1, 1_000_000), st.sampled_from(["100nF 0603", "usb-c connector", "贴片电阻", "ESP32-S3"]))
def test_every_way_to_mark_a_quantity_reads_the_same(quantity: int, text: str) -> None:
    ways = (
        "{n}x {t}",
        "{n} x {t}",
        "{t} x{n}",
        "{t} × {n}",
        "{n} pcs {t}",
        "{t} {n}pcs",
        "{n}个 {t}",
        "{t} {n}个",
    )
    for way in ways:
        assert read_quickline(way.format(n=quantity, t=text)) == (text, quantity)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("10x 100nF 0603, 2 usb c", [(10, "100nF 0603"), (2, "usb c")]),
        ("10x 100nF; 5 usb-c plug, 3pcs tact", [(10, "100nF"), (5, "usb-c plug"), (3, "tact")]),
        ("100nF, 0603, 50 V", [(1, "100nF, 0603, 50 V")]),
        ("lm358, 3 tact switch", [(1, "lm358, 3 tact switch")]),
        ("5 usb-c connector", [(5, "usb-c connector")]),
        ("555 timer", [(1, "555 timer")]),
        ("7 segment display", [(1, "7 segment display")]),
        ("3 phase motor", [(1, "3 phase motor")]),
        ("12 V relay", [(1, "12 V relay")]),
        ("!! 2 relay 5v", [(2, "relay 5v")]),
    ],
)
def test_a_line_may_hold_several_counted_wishes(line: str, items: list[tuple[int, str]]) -> None:
    assert [(item.quantity, item.text) for item in read_wishes(line)] == items


@given(st.lists(st.sampled_from(["usb plug", "电阻 10k", "lm358", "M3 x 10 screw"]), min_size=1, max_size=4))
def test_no_wish_of_a_line_is_lost(wanted: list[str]) -> None:
    line = ", ".join(f"{count}x {text}" for count, text in enumerate(wanted, start=2))
    assert [(item.quantity, item.text) for item in read_wishes(line)] == list(enumerate(wanted, start=2))
