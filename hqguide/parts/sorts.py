"""What the letters of a designator and the name of a footprint say about the sort of a part.

The letters follow IEEE 315 and the habits of EDA tools; a sort lists categories a part with such letters may
have, the usual one first. Footprint names are those of the libraries of KiCad, Altium, Eagle and EasyEDA.
"""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec


class Sort(msgspec.Struct, frozen=True):
    """A sort of part: its English word for a list, and the categories it may have, the usual one first.

    ``sure`` sorts stay in their categories; of the others (U, J, M ...) wording may say any.
    """

    word: str
    categories: tuple[str, ...]
    sure: bool = False


_PASSIVE_R = (
    "passive.chipres",
    "passive.resistor",
    "passive.thermistor",
    "passive.pot",
    "passive.protection",
    "passive.inductor",
)
_PASSIVE_C = ("passive.mlcc", "passive.elcap", "passive.tantalum", "passive.film")
_IC = (
    *(
        "ic",
        "ic.mcu",
        "ic.soc",
        "ic.memory",
        "ic.power",
        "ic.battery",
        "ic.display",
        "ic.analog",
        "ic.audio",
        "ic.logic",
    ),
    *(
        "ic.interface",
        "ic.motor",
        "ic.rf",
        "ic.obsolete",
        "opto.device",
        "wireless.wifi",
        "wireless.cellular",
    ),
    *(
        "wireless.lora",
        "wireless.rfid",
        "module.board",
        "module.kit",
        "power.module",
        "discrete.mosfet",
        "sensor.env",
    ),
    *(
        "sensor.motion",
        "sensor.distance",
        "sensor.process",
        "passive.protection",
        "passive.crystal",
        "em.audio",
    ),
    *(
        "passive.transformer",
        "opto.led",
        "display.oled",
        "display.char",
        "discrete.diode",
        "sensor",
        "discrete.bjt",
    ),
)
_CON = (
    *(
        "con",
        "con.header",
        "con.w2b",
        "con.terminal",
        "con.usb",
        "con.fpc",
        "con.rf",
        "con.dc",
        "con.data",
        "con.socket",
    ),
    *("con.power", "battery.primary", "wire.wire"),
)
_SORTS: tuple[tuple[str, Sort], ...] = (
    (
        "R RN RA RES RX RS RSENSE RSH RSHUNT RPACK RNET",
        Sort("resistor", _PASSIVE_R, sure=True),
    ),
    (
        "RV POT TRIM TM PT RPOT RT1",
        Sort(
            "potentiometer",
            (
                "passive.pot",
                "passive.protection",
            ),
            sure=True,
        ),
    ),
    (
        "VR RP",
        Sort(
            "potentiometer",
            (
                "passive.pot",
                "passive.chipres",
                "ic.power",
                "discrete.diode",
                "passive.protection",
            ),
        ),
    ),
    (
        "RT TH NTC PTC RTH THERM LDR PR",
        Sort(
            "thermistor",
            (
                "passive.thermistor",
                "passive.protection",
                "passive.resistor",
                "sensor.distance",
            ),
            sure=True,
        ),
    ),
    (
        "C CP CE CX CY CAP CT CIN COUT CBOOT CVCC CSS",
        Sort("capacitor", _PASSIVE_C, sure=True),
    ),
    (
        "L FB FL LF IND BEAD FER FLT EMI CMC LX",
        Sort(
            "inductor",
            (
                "passive.inductor",
                "passive.transformer",
                "wireless.antenna",
                "opto.led",
                "ic.rf",
            ),
        ),
    ),
    (
        "D CR VD DZ ZD DA TVS ESD ZEN DB",
        Sort(
            "diode",
            (
                "discrete.diode",
                "opto.led",
                "passive.protection",
                "opto.device",
                "discrete.power",
                "discrete.bjt",
            ),
        ),
    ),
    (
        "LED RGB NEO LD DL PWRLED",
        Sort(
            "LED",
            (
                "opto.led",
                "opto.strip",
                "opto.device",
            ),
        ),
    ),
    (
        "Q VT TR T FET MOS QN QP",
        Sort(
            "transistor",
            (
                "discrete.mosfet",
                "discrete.bjt",
                "discrete.power",
                "passive.crystal",
                "passive.transformer",
                "opto.device",
                "discrete.diode",
            ),
        ),
    ),
    (
        "U IC N AR REG VREG UC DD DA1",
        Sort("IC", _IC),
    ),
    (
        "A MOD M1 PCB MB BRD",
        Sort(
            "module",
            (
                "module.board",
                "module.kit",
                "power.module",
                "wireless.wifi",
                "ic",
                "display.oled",
                *_IC[1:],
            ),
        ),
    ),
    (
        (
            "J P CN CON CONN CONNECTOR JP JST X H HDR HEADER SV USB K XS XP TB TER TERM SL XT PL ST BNC SMA "
            "CARD JACK USBC DC SD SIM PWR SOCKET PJ JK XH DEBUG SWD UART I2C SPI ICSP ISP JTAG POWER"
        ),
        Sort("connector", _CON),
    ),
    (
        "SW S BTN KEY BUTTON SB PB PUSH DIP RESET BOOT RST TACT SWITCH MX",
        Sort(
            "switch",
            (
                "switch.button",
                "switch.encoder",
                "sensor.motion",
                "con.header",
            ),
        ),
    ),
    (
        "ENC RE EN ROT",
        Sort(
            "encoder",
            (
                "switch.encoder",
                "switch.button",
            ),
        ),
    ),
    (
        "RL RLY REL RELAY RY",
        Sort(
            "relay",
            (
                "switch.relay",
                "opto.device",
            ),
        ),
    ),
    (
        "F FU FUSE PF PPTC FS",
        Sort(
            "fuse",
            (
                "passive.protection",
                "passive.inductor",
            ),
        ),
    ),
    (
        "MOV VDR GDT Z",
        Sort(
            "varistor",
            (
                "passive.protection",
                "discrete.diode",
                "passive.resistor",
            ),
        ),
    ),
    (
        "Y XTAL OSC XT1 CRYSTAL XO",
        Sort("crystal", ("passive.crystal",), sure=True),
    ),
    (
        "BT BAT B BATT BH",
        Sort(
            "battery holder",
            (
                "battery.primary",
                "battery.lithium",
                "con.w2b",
                "em.audio",
                "discrete.diode",
            ),
        ),
    ),
    (
        "LS BZ SP SPK BUZZER BUZ MK MIC MK1 SPEAKER PZ",
        Sort(
            "buzzer",
            (
                "em.audio",
                "sensor.motion",
            ),
        ),
    ),
    (
        "ANT AE E ANTENNA",
        Sort(
            "antenna",
            (
                "wireless.antenna",
                "con.rf",
            ),
        ),
    ),
    (
        "TF XFMR",
        Sort("transformer", ("passive.transformer",), sure=True),
    ),
    (
        "MOT FAN",
        Sort("motor", ("em.motor",), sure=True),
    ),
    (
        "M",
        Sort(
            "motor",
            ("em.motor", "discrete.mosfet", "discrete.bjt", "module.board", "con.header", "wireless.wifi"),
        ),
    ),
    (
        "DS DISP LCD OLED DIS SEG TFT",
        Sort(
            "display",
            (
                "display.char",
                "display.oled",
                "display.tft",
                "opto.led",
                "opto.device",
            ),
        ),
    ),
    (
        "OK OC OPTO PC ISO",
        Sort(
            "optocoupler",
            (
                "opto.device",
                "ic.interface",
            ),
        ),
    ),
    (
        "W JW JMP",
        Sort(
            "wire",
            (
                "wire.wire",
                "con.header",
                "con.w2b",
            ),
        ),
    ),
    (
        "HS",
        Sort("heatsink", ("mech.hardware",), sure=True),
    ),
)

SORTS: Mapping[str, Sort] = MappingProxyType({name: sort for names, sort in _SORTS for name in names.split()})
"""Letters of a designator -> the sort of part."""


def sort_of(letters: str) -> Sort | None:
    """The sort that the capital letters of a designator name, ``None`` when they name none known."""
    return (
        SORTS.get(letters)
        or SORTS.get(letters.split("_", maxsplit=1)[0])
        or SORTS.get(letters.rsplit("_", maxsplit=1)[-1])
    )
