"""Values of components are read, told apart and compared."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.value_hints import hints
from hqguide.parts.values import parse


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("100nF", "capacitance", 1e-7),
        ("0.1UF", "capacitance", 1e-7),
        ("4u7", "capacitance", 4.7e-6),
        ("2p2", "capacitance", 2.2e-12),
        ("100n/50V", "capacitance", 1e-7),
        ("10μF", "capacitance", 1e-5),
        ("10微法", "capacitance", 1e-5),
        ("1F 5.5V", "capacitance", 1.0),
        ("10uH", "inductance", 1e-5),
        ("4k7", "resistance", 4700.0),
        ("4R7", "resistance", 4.7),
        ("R010", "resistance", 0.01),
        ("0R", "resistance", 0.0),
        ("10kΩ", "resistance", 1e4),
        ("1MEG", "resistance", 1e6),
        ("10欧姆", "resistance", 10.0),
        ("01C", "resistance", 1e4),
        ("600R@100MHz", "bead", 600.0),
        ("32.768kHz", "frequency", 32768.0),
        ("32.768K", "frequency", 32768.0),
        ("3.7V 2000mAh", "charge", 2.0),
        ("10uF16V", "voltage", 16.0),
        ("1/4W 10k", "power", 0.25),
        ("20ppm", "tolerance", 0.002),
        ("22AWG", "gauge", 22.0),
        ("AWG22", "gauge", 22.0),
        ("2.54mm", "millimetre", 0.00254),
        ("104", "code", 1e5),
        ("500MAH", "charge", 0.5),
        ("10MH", "inductance", 0.01),
    ],
)
def test_a_value_is_read_in_si_units(text: str, kind: str, number: float) -> None:
    assert parse(text).number(kind) == pytest.approx(number)


@pytest.mark.parametrize(
    "text", ["1N4148", "2N7002", "STM32F103C8T6", "ESP32", "W25Q64", "MAX232A", "hello", ""]
)
def test_a_part_number_is_no_value(text: str) -> None:
    values = parse(text)
    assert not values
    assert values.rest == text


def test_everything_in_a_bom_line_is_found() -> None:
    values = parse("100nF 0603 X7R 50V 10% 村田")
    assert [q.kind for q in values.quantities] == [
        "capacitance",
        "package",
        "dielectric",
        "voltage",
        "tolerance",
    ]
    assert (values.text("package"), values.text("dielectric"), values.rest) == ("0603", "X7R", "村田")


def test_a_footprint_is_a_package() -> None:
    assert parse("R_0603_1608Metric").text("package") == "0603"


@given(st.integers(1, 999), st.sampled_from(["pF", "nF", "uF"]))
def test_a_capacitance_keeps_its_number_in_every_unit(number: int, unit: str) -> None:
    scale = {"pF": -12, "nF": -9, "uF": -6}
    farad = Fraction(number) * Fraction(10) ** scale[unit]
    first = parse(f"{number}{unit}").number("capacitance")
    assert first == pytest.approx(float(farad))
    for other, power in scale.items():
        written = float(farad / Fraction(10) ** power)
        text = f"{written:.6f}".rstrip("0").rstrip(".")
        if float(text) == written and len(text) < 12:
            assert parse(f"{text}{other}").number("capacitance") == pytest.approx(first), text + other


@given(st.integers(10, 99), st.integers(0, 6))
def test_a_three_digit_code_is_two_digits_and_a_power_of_ten(digits: int, power: int) -> None:
    assert parse(f"{digits}{power}").number("code") == digits * 10**power


@given(st.text(max_size=300))
def test_no_text_breaks_the_parser(text: str) -> None:
    values = parse(text)
    assert len(values.rest) <= 4 * len(text) + 300
    assert all(weight > 0 for _, weight in hints(values))


@given(st.text(alphabet="0123456789./kKmMuUnpRrFHVAW%x 欧", max_size=40))
def test_no_number_breaks_the_parser(text: str) -> None:
    assert parse(text) == parse(text)
    hints(parse(text))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("100nF 0603", "passive.mlcc"),
        ("1000uF 16V", "passive.elcap"),
        ("0.1uF 275V X2", "passive.film"),
        ("1F", "passive.elcap"),
        ("X7R", "passive.mlcc"),
        ("4k7 0805", "passive.chipres"),
        ("5W 10R", "passive.resistor"),
        ("R010 2512", "passive.resistor"),
        ("10k 3950", "passive.thermistor"),
        ("4.7uH 3A", "passive.inductor"),
        ("120R@100MHz", "passive.inductor"),
        ("8MHz", "passive.crystal"),
        ("433MHz", "wireless.lora"),
        ("2.4GHz", "wireless.antenna"),
        ("3.7V 2000mAh", "battery.lithium"),
        ("500Wh", "power.inverter"),
        ("128GB", "pc.storage"),
        ("64Mbit", "ic.memory"),
        ("M3x10", "mech.hardware"),
        ("AWG22", "wire.wire"),
        ("3dBi", "wireless.antenna"),
        ("1200lm", "opto.led"),
        ("3.5 inch", "display.tft"),
        ("12V 2A", "power.adapter"),
        ("12V 100W", "power.smps"),
        ("12V", "power.adapter"),
        ("2.54mm 40P", "con.header"),
        ("5.08mm 2P", "con.terminal"),
        ("1.25mm 4P", "con.w2b"),
        ("0.5mm 24P", "con.fpc"),
        ("4P", "con.w2b"),
        ("1x40", "con.header"),
        ("4S", "battery.bms"),
        ("65W", "acc.charger"),
        ("3W", "passive.resistor"),
        ("2A", "passive.protection"),
        ("104", "passive.mlcc"),
        ("103 0603", "passive.chipres"),
        ("0805", "passive.chipres"),
    ],
)
def test_a_value_points_to_what_it_usually_is(text: str, first: str) -> None:
    assert hints(parse(text))[0][0] == first


def test_a_value_that_says_nothing_points_nowhere() -> None:
    assert hints(parse("5%")) == ()
    assert hints(parse("6.35mm")) == ()


@pytest.mark.parametrize(
    ("designator", "first"),
    [("R", "passive.chipres"), ("C", "passive.mlcc"), ("L", "passive.inductor"), ("FB", "passive.inductor")],
)
def test_a_designator_decides_between_readings_of_a_code(designator: str, first: str) -> None:
    assert hints(parse("330"), designator)[0][0] == first
