"""Names of schematic symbols, used as values, say what the part is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.language import Language
from hqguide.parts.symbols import of_symbol
from hqguide.parts.understand import understand


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Conn_01x04", "con.header"),
        ("Device:R_US", "passive.chipres"),
        ("R-EU_0207/10", "passive.resistor"),
        ("CPOL-EUE2-5", "passive.elcap"),
        ("USB_C_Receptacle_USB2.0", "con.usb"),
        ("SW_Push", "switch.button"),
        ("Q_NMOS_GSD", "discrete.mosfet"),
        ("Q_PNP_BEC", "discrete.bjt"),
        ("PINHD-1X6", "con.header"),
        ("Micro_SD_Card", "con.socket"),
        ("MountingHole", "mech.hardware"),
        ("MOUNT-HOLE3.2", "mech.hardware"),
        ("TestPoint", "con.socket"),
        ("PinHeader_1x04_P2.54mm_Vertical", "con.header"),
        ("OLED_0.91_Module_I2C", "display.oled"),
    ],
)
def test_a_name_of_a_library_is_told(language: Language, name: str, category: str) -> None:
    assert of_symbol(name) == category
    assert understand(name, language)[0].category == category


@pytest.mark.parametrize("text", ["", "R", "resistor", "led strip", "10k", "电阻", "x" * 100, "fuse box"])
def test_plain_words_and_values_are_no_symbols(text: str) -> None:
    assert of_symbol(text) == ""


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert isinstance(of_symbol(text), str)
