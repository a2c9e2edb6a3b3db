"""What an item is called: wording to search and list by, and the Chinese to show the seller."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from hqguide.bom.category import Found, Understand
from hqguide.bom.designators import prefix
from hqguide.bom.model import BomLine
from hqguide.bom.package import CHIP, crystal_package, known_package
from hqguide.parts.sorts import SORTS
from hqguide.parts.values import parse
from hqguide.text import plain

LONGEST = 180
"""Characters of an item's wording; a list takes 200."""

_GENERIC = re.compile(
    r"(?:conn|screw[_ ]terminal|generic|header|pin[_ ]?hdr|sw[_ ]|switch|jumper|crystal|led|device|battery"
    r"|buzzer|micro[_ ]?sd|usb)[\w .\-]*",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?<![A-Za-z])(?:Vertical|Horizontal|HandSolder(?:ing)?|TopMnt|Pad\d[\w.]*|NumberPins\d+|Circular"
    r"|Clearance\w*|\d{4}Metric\w*|ThermalVias)(?![A-Za-z])"
)
_PITCH = re.compile(r"(?<![A-Za-z])P(\d\.\d{1,2}mm)")
_CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "passive.chipres": "贴片电阻",
        "passive.resistor": "插件电阻",
        "passive.mlcc": "贴片电容",
        "passive.film": "插件电容",
        "passive.elcap": "电解电容",
        "passive.tantalum": "钽电容",
        "passive.inductor": "电感",
    }
)
_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "passive.chipres": "chip resistor",
        "passive.resistor": "through-hole resistor",
        "passive.mlcc": "ceramic capacitor",
        "passive.film": "film capacitor",
        "passive.elcap": "electrolytic capacitor",
        "passive.tantalum": "tantalum capacitor",
        "passive.inductor": "inductor",
        "passive.thermistor": "thermistor",
        "passive.pot": "potentiometer",
        "passive.crystal": "crystal",
        "passive.protection": "fuse",
        "passive.transformer": "transformer",
        "discrete.diode": "diode",
        "discrete.mosfet": "MOSFET",
        "discrete.bjt": "transistor",
        "opto.led": "LED",
        "opto.device": "optocoupler",
        "con.header": "pin header",
        "con.w2b": "wire-to-board connector",
        "con.terminal": "terminal block",
        "con.usb": "USB connector",
        "con.fpc": "FPC connector",
        "con.rf": "RF connector",
        "con.dc": "DC socket",
        "con.data": "network connector",
        "con.socket": "IC socket",
        "switch.button": "switch",
        "switch.encoder": "encoder",
        "switch.relay": "relay",
        "ic.mcu": "microcontroller",
        "ic.power": "power IC",
        "ic.memory": "memory IC",
        "ic.logic": "logic IC",
        "ic.analog": "op amp",
        "ic.interface": "interface IC",
        "wireless.wifi": "WiFi module",
        "wireless.lora": "LoRa module",
        "wireless.antenna": "antenna",
        "em.audio": "buzzer",
        "battery.primary": "battery holder",
        "mech.hardware": "screw",
        "display.char": "character display",
        "display.oled": "OLED display",
        "module.board": "development board",
    }
)
_CHIPS = ("passive.chipres", "passive.mlcc")
# Words of library names as people say them; empty ones say nothing.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "sw": "switch",
        "conn": "connector",
        "pinheader": "pin header",
        "pinsocket": "pin socket",
        "terminalblock": "terminal block",
        "screwterminal": "screw terminal",
        "barreljack": "barrel jack",
        "audiojack": "audio jack",
        "rotaryencoder": "rotary encoder",
        "batteryholder": "battery holder",
        "ferritebead": "ferrite bead",
        "mountingpin": "",
        "odd": "",
        "even": "",
        "1ep": "",
        "generic": "",
    }
)
_SHAPED = ("con", "switch", "battery", "opto.led", "passive.crystal")


def traits(found: Found) -> tuple[str, ...]:
    """Dielectric, voltage, tolerance and power of a passive part, as written."""
    values = found.nominal.values if found.nominal else None
    if not values:
        return ()
    kinds = (
        ("dielectric", "voltage", "power", "tolerance") if found.passive != "R" else ("tolerance", "power")
    )
    return tuple(text for kind in kinds if (text := values.text(kind)))


def _number_in(value: str) -> str:
    """A maker's part number written behind the value: ``10uF GRM188R61A106ME69D``."""
    return next(
        (
            w
            for w in parse(value).rest.split()
            if len(w) > 6 and re.search(r"\d", w) and re.search(r"[A-Z]", w)
        ),
        "",
    )


def package_of(line: BomLine) -> str:
    """The package named in the footprint, else in the value or description; empty when none is."""
    return (
        known_package(line.footprint)
        or known_package(line.value)
        or known_package(line.description)
        or crystal_package(f"{line.footprint} {line.value} {line.description}")
    )


def text_of(line: BomLine, found: Found, understand: Understand) -> str:
    """Wording that a search understands as the category found, with value and package."""
    package = package_of(line)
    if found.nominal and not line.refs and not line.mpn:
        parts = [line.value or line.description]  # A list says it in its own words.
    elif found.nominal:
        parts = [found.nominal.text, package, *traits(found)]
    else:
        parts = _names(line, package, found)
    text = plain(" ".join(dict.fromkeys(part for part in parts if part)))[:LONGEST].strip()
    text = _said_clearly(text or _sort_word(line), line, found, understand)
    if (found.nominal and line.refs) or line.mpn not in text:
        # Behind the value, where it does not change what the value means.
        number = line.mpn or _number_in(line.value)
        text = f"{text} {plain(number)}" if number not in text else text
    return text[:LONGEST].strip()


def _said_clearly(text: str, line: BomLine, found: Found, understand: Understand) -> str:
    """``text``, with the kind of thing in front when alone it would mean another category."""
    if found.nominal and found.category in _CHIPS and CHIP.fullmatch(package_of(line)):
        return text  # A value with the size of a chip means nothing else.
    meanings = understand(text) if found.category else ()
    if not found.category or (meanings and meanings[0].category == found.category):
        return text
    word = _ENGLISH.get(found.category) or _sort_word(line)
    return f"{word} {text}" if word and word.lower() not in text.lower() else text


def _names(line: BomLine, package: str, found: Found) -> list[str]:
    """What a part without a plain value is called: its number, its value, else its description."""
    footprint = _spoken(line.footprint)
    value = "" if line.value.upper() in ("R", "C", "L") else _spoken(line.value)
    if found.category == "passive.crystal" and package:
        return [value or _frequency(line.description), package, line.mpn if line.mpn != value else ""]
    if line.mpn and line.mpn == line.value:
        return [line.mpn, package]
    if line.mpn:
        # A number alone tells a seller little where it is not a number of letters and digits.
        telling = re.search(r"[A-Za-z]", line.mpn) and re.search(r"\d", line.mpn)
        return [line.mpn] if telling else [line.description[:80] or value, line.mpn]
    told_by_shape = found.via in ("footprint", "designator", "name", "symbol") and found.category.startswith(
        _SHAPED
    )
    if value and footprint and value != footprint and (told_by_shape or _GENERIC.fullmatch(line.value)):
        if package == footprint:
            return [value, package]
        return [_each_once(f"{value} {footprint}")]
    if not value and not line.description and found.category in _CHINESE:
        return [_ENGLISH[found.category], package]
    if value:
        chip = package if any(c.isdigit() for c in line.value) or len(value) < 12 else ""
        return [value, chip if chip not in value else "", line.extra[:40]]
    return [_spoken(line.description)[:120] or footprint or line.supplier_part, ""]


def _frequency(text: str) -> str:
    """The frequency a text states, empty when it states none."""
    return parse(text).text("frequency")


def _spoken(name: str) -> str:
    """A library name as words: ``PinHeader_1x04_P2.54mm_Vertical`` is ``PinHeader 1x04 2.54mm``."""
    name = name.rsplit(":", 1)[-1] if "://" not in name and " " not in name else name
    named = "_" in name
    text = _NOISE.sub(" ", _PITCH.sub(r"\1", name.replace("_", " ")))
    words = text.split()
    return " ".join(filter(None, (_WORDS.get(word.lower(), word) for word in words) if named else words))[
        :120
    ]


def _each_once(text: str) -> str:
    """``text`` without words that it has already said: names of value and footprint repeat each other."""
    first: dict[str, str] = {}
    for word in text.split():
        first.setdefault(word.lower(), word)
    return " ".join(first.values())


def _sort_word(line: BomLine) -> str:
    sort = SORTS.get(prefix(line.refs[0])) if line.refs else None
    return sort.word if sort else (line.refs[0] if line.refs else "")


def chinese_of(line: BomLine, found: Found, names: Mapping[str, str]) -> str:
    """The wording to show the seller: what it is in Chinese, then value, package and part number.

    ``names`` are the Chinese names of categories.
    """
    term = found.term_zh or names.get(found.category, "")
    if found.category == "passive.inductor" and _is_bead(line):
        term = "磁珠"
    elif found.nominal:
        term = _CHINESE.get(found.category, term)
    if not found.nominal:
        parts = [term, *_names(line, package_of(line), found)]
    else:
        value = re.sub(r"(?<=\d)R$", "Ω", found.nominal.text)
        parts = [term, value, package_of(line), *traits(found), line.mpn]
    return plain(" ".join(dict.fromkeys(part for part in parts if part)))[:LONGEST]


def _is_bead(line: BomLine) -> bool:
    said = f"{line.description} {line.kind} {line.value}".lower()
    return "bead" in said or "@100m" in said or (bool(line.refs) and prefix(line.refs[0]) == "FB")
