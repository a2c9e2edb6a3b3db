"""Which categories a value points to: 100nF 0603 to chip capacitors, 1000uF to electrolytics.

The weights (0 to 1) are judgements about what such a value usually is in a bill of materials or on a
counter, not measurements; only their order matters.
"""

from collections.abc import Callable, Mapping

from hqguide.parts.values import Values

Hints = dict[str, float]

_RADIO_MHZ = (315, 433.5, 470, 868, 915)
_HEADER_PITCH_MM = (2.54, 2.0, 1.27)
_TERMINAL_PITCH_MM = (3.5, 3.81, 5.0, 5.08, 7.5, 7.62)
_WAFER_PITCH_MM = (1.0, 1.25, 1.5, 2.5, 3.96)
_FPC_PITCH_MM = (0.3, 0.4, 0.5)
_CHIP_WATTS = 0.125
# Voltages of the E24 series that no supply has, as written on Zener diodes.
_ZENER = frozenset(
    ("2V4", "2V7", "3V6", "3V9", "4V3", "4V7", "5V1", "5V6", "6V2", "6V8", "7V5", "8V2", "9V1")
)


# What the letters of a reference designator say (IEEE 315).
_DESIGNATORS: Mapping[str, Hints] = {
    "R": {"passive.chipres": 0.9, "passive.resistor": 0.85},
    "C": {"passive.mlcc": 0.85, "passive.elcap": 0.75, "passive.film": 0.7, "passive.tantalum": 0.66},
    "L": {"passive.inductor": 0.95},
    "FB": {"passive.inductor": 1.0},
    "F": {"passive.protection": 0.95},
    "Y": {"passive.crystal": 0.95},
    "X": {"passive.crystal": 0.95},
    "K": {"switch.relay": 0.8},
    "VR": {"passive.pot": 0.9},
    "RV": {"passive.pot": 0.9},
}
_OTHERWISE = 0.6


def hints(values: Values, designator: str = "") -> tuple[tuple[str, float], ...]:
    """Categories with weights, best first; empty when neither values nor designator say anything."""
    out = _of_values(values)
    said = _DESIGNATORS.get(designator)
    if said:
        out = {
            category: out[category] if category in out and category in said else weight * _OTHERWISE
            for category, weight in out.items()
        } | {category: weight for category, weight in said.items() if weight > out.get(category, 0.0)}
    return tuple(sorted(out.items(), key=lambda item: (-item[1], item[0])))


def _of_values(values: Values) -> Hints:
    """Categories with weights for the values alone."""
    out: Hints = {}
    for reader in _READERS:
        for category, weight in reader(values).items():
            out[category] = max(weight, out.get(category, 0.0))
    if not out:
        for reader in _LAST_READERS:
            out = reader(values)
            if out:
                break
    return out


def _capacitor(values: Values) -> Hints:
    farad = values.number("capacitance")
    chip = values.has("dielectric") or values.has("package")
    if farad is None:
        if values.has("dielectric"):
            return {"passive.mlcc": 0.9}
        return {"passive.film": 0.85} if values.has("safety") else {}
    if values.has("safety"):
        return {"passive.film": 1.0}
    if farad >= 0.02:
        return {"passive.elcap": 1.0}
    if chip:
        return {"passive.mlcc": 1.0, "passive.tantalum": 0.5 if farad >= 1e-6 else 0.2}
    if farad >= 47e-6 - 1e-9:
        return {"passive.elcap": 0.95, "passive.tantalum": 0.6, "passive.mlcc": 0.55}
    if farad >= 1e-6 - 1e-9:
        return {"passive.mlcc": 0.85, "passive.elcap": 0.8, "passive.tantalum": 0.6}
    return {"passive.mlcc": 0.95, "passive.film": 0.7}


def _inductor(values: Values) -> Hints:
    return {"passive.inductor": 1.0} if values.has("inductance") or values.has("bead") else {}


def _resistor(values: Values) -> Hints:
    ohm = values.number("resistance")
    if values.has("beta"):
        return {"passive.thermistor": 1.0 if ohm is not None else 0.9}
    if ohm is None:
        return {}
    watts = values.number("power")
    chip = values.has("package")
    if watts is not None and watts > _CHIP_WATTS and not chip:
        speaker = {"em.audio": 0.9} if 2 <= ohm <= 32 and not float(ohm) % 2 else {}
        return {"passive.resistor": 1.0, **speaker}
    if 0 < ohm < 0.1:
        return {"passive.resistor": 1.0, "passive.chipres": 0.9}
    if chip or values.has("tolerance"):
        return {"passive.chipres": 1.0, "passive.resistor": 0.6}
    return {"passive.chipres": 0.9, "passive.resistor": 0.85, "passive.pot": 0.4}


def _frequency(values: Values) -> Hints:
    hertz = values.number("frequency")
    if hertz is None or values.has("bead"):
        return {}
    if any(abs(hertz / 1e6 - band) < 1.6 for band in _RADIO_MHZ):
        return {"wireless.lora": 1.0, "wireless.antenna": 0.8, "passive.crystal": 0.5}
    if 2.3e9 < hertz < 6e9:
        return {"wireless.antenna": 0.8, "wireless.wifi": 0.75}
    return {"passive.crystal": 0.95} if 1e4 < hertz <= 3e8 else {}


def _energy(values: Values) -> Hints:
    if values.has("charge"):
        return {"battery.lithium": 0.95, "acc.charger": 0.6}
    if values.has("energy"):
        return {"power.inverter": 0.75, "battery.lithium": 0.7}
    return {}


def _memory(values: Values) -> Hints:
    if values.has("memory"):
        return {"pc.storage": 0.9}
    return {"ic.memory": 0.8} if values.has("bits") else {}


def _hardware(values: Values) -> Hints:
    out: Hints = {}
    for kind, category in (("thread", "mech.hardware"), ("gauge", "wire.wire"), ("gain", "wireless.antenna")):
        if values.has(kind):
            out[category] = 1.0
    if values.has("light") or values.has("colour temperature"):
        out["opto.led"] = 0.8
    return out


def _screen(values: Values) -> Hints:
    metres = values.number("inch")
    if metres is None or metres < 0.008:
        return {}
    return {"display.tft": 0.66, "display.oled": 0.655}


def _supply(values: Values) -> Hints:
    if not values.has("voltage"):
        return {}
    if values.text("voltage").upper() in _ZENER and len(values.quantities) == 1:
        return {"discrete.diode": 0.8, "power.module": 0.66}
    if values.has("current"):
        return {"power.adapter": 0.8, "power.smps": 0.78, "power.module": 0.65}
    if values.has("power"):
        return {"power.smps": 0.74, "power.adapter": 0.7, "power.module": 0.66}
    return {"power.adapter": 0.67, "power.smps": 0.665, "power.module": 0.66}


def _pitch(values: Values) -> Hints:
    metres = values.number("millimetre")
    if metres is None:
        return {"con.w2b": 0.66, "con.header": 0.655} if values.has("pins") else {}
    pitch = metres * 1e3
    for pitches, kinds in (
        (_HEADER_PITCH_MM, {"con.header": 0.8, "con.w2b": 0.7, "con.fpc": 0.5}),
        (_TERMINAL_PITCH_MM, {"con.terminal": 0.8, "con.w2b": 0.66}),
        (_WAFER_PITCH_MM, {"con.w2b": 0.8, "con.fpc": 0.7, "con.header": 0.65}),
        (_FPC_PITCH_MM, {"con.fpc": 0.8}),
    ):
        if any(abs(pitch - known) < 0.001 for known in pitches):
            return kinds if values.has("pins") else {key: weight - 0.1 for key, weight in kinds.items()}
    return {}


def _cells(values: Values) -> Hints:
    return {"battery.bms": 0.7, "battery.lithium": 0.66} if values.has("cells") else {}


def _wattage(values: Values) -> Hints:
    watts = values.number("power")
    if watts is None or watts < 18:
        return {"passive.resistor": 0.66} if watts is not None else {}
    return {"acc.charger": 0.68, "power.smps": 0.67, "power.adapter": 0.66}


def _ampere(values: Values) -> Hints:
    return {"passive.protection": 0.66} if values.has("current") else {}


def _grid(values: Values) -> Hints:
    """``1x40`` and ``02x05`` are rows and columns of pins."""
    rows = values.text("grid").split("x")
    if len(rows) == 2 and rows[0].strip().lstrip("0") in ("1", "2") and rows[1].strip().isdigit():
        return {"con.header": 0.75}
    return {}


def _code(values: Values) -> Hints:
    if not values.has("code"):
        return {}
    if values.has("package"):
        return {"passive.chipres": 0.8, "passive.mlcc": 0.79}
    return {"passive.mlcc": 0.75, "passive.chipres": 0.745, "passive.film": 0.68, "passive.inductor": 0.66}


def _package(values: Values) -> Hints:
    if not values.has("package"):
        return {}
    return {"passive.chipres": 0.7, "passive.mlcc": 0.695, "opto.led": 0.65}


_Reader = Callable[[Values], Hints]
_READERS: tuple[_Reader, ...] = (
    *(_capacitor, _inductor, _resistor, _frequency),
    *(_energy, _memory, _hardware, _screen),
)
# Asked in turn, and only when nothing above knew the value.
_LAST_READERS: tuple[_Reader, ...] = (_supply, _pitch, _grid, _cells, _wattage, _ampere, _code, _package)
