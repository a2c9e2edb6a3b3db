"""What the name of a schematic symbol says: ``Conn_01x04``, ``R_US``, ``PINHD-1X6``, ``Q_NMOS_GSD``.

Bills of materials carry such names where nobody filled in a value. They are those of the libraries of
KiCad, Eagle, Altium and EasyEDA.
"""

import re
import unicodedata

from hqguide.parts.footprints import of_footprint

# Category, whole names without case; "_" stands for any of the signs that set their words apart.
_SYMBOLS: tuple[tuple[str, str], ...] = (
    (
        "passive.pot",
        r"R_(?:POT\w*|POTENTIOMETER\w*|VARIABLE\w*|TRIM\w*)|(?:TRIM_?)?POT(?:ENTIOMETER)?_\w+|TRIMPOT\w*",
    ),
    ("passive.thermistor", r"R_PHOTO\w*|LDR\d*|THERMISTOR_\w+|NTC_\w+|PTC_THERM\w*|R_NTC\w*"),
    (
        "passive.protection",
        r"(?:POLY)?FUSE_\w+|FUSE(?:HOLDER)?\d*|D_TVS\w*|VARISTOR\w*|GDT\w*|PTC_FUSE\w*|MOV_\w+",
    ),
    ("passive.resistor", r"R_SHUNT\w*|R_(?:EU|US)?_?(?:0204|0207|0309|0411|0414|0617|AXIAL)\w*|R_AXIAL\w*"),
    (
        "passive.chipres",
        r"R_(?:PACK|NETWORK|ARRAY)\w*|R_?SMALL\w*|R_?(?:EU|US)\w*|R_IEC\w*|RES(?:ISTOR)?_?\d{3,4}\w*|R_\d{4}\w*|RES_(?:SMD|CHIP|US|EU)\w*",
    ),
    (
        "passive.elcap",
        r"C_POL\w*|CP\d?(?:_SMALL\w*|_EU\w*|_US\w*|_ELEC\w*|_RADIAL\w*)?|C_?POL(?:_?(?:EU|US))?\w*|CAP_?POL\w*|C_ELEC\w*|CAPACITOR_POL\w*",
    ),
    (
        "passive.mlcc",
        r"C_SMALL\w*|C_?(?:EU|US)(?:_|C|\d)\w*|C_(?:FEEDTHROUGH|NONPOL\w*|UNPOLARI[SZ]ED\w*)|CAP_?(?:CER\w*|NP|NON_?POL\w*|\d{4})\w*|C_\d{4}\w*|CAPACITOR_NP\w*",
    ),
    (
        "passive.inductor",
        r"FERRITE_?BEAD\w*|L_(?:SMALL|CORE|FERRITE|IRON|COUPLED|COMMON|PACK|EU|US|\d{4})\w*|L_?(?:EU|US)\w*|IND(?:UCTOR)?_?\w*\d{4}\w*|EMI_?FILTER\w*|FB_SMALL|CHOKE_\w+",
    ),
    (
        "discrete.diode",
        r"D_(?:SMALL|ZENER|SCHOTTKY|BRIDGE|RECT\w*|SHOCKLEY|TUNNEL|VARICAP|CAPACITANCE|\w*_(?:KAC|AKA|ACK|KKA|A2|SERIES\w*|ALT|SMALL))\w*|ZENER_?DIODE\w*|DIODE_(?:SCH|ZEN|BRIDGE|SMD)\w*|D_DUAL\w*",
    ),
    (
        "opto.device",
        r"D_PHOTO\w*|Q_PHOTO\w*|OPTO(?:COUPLER)?_\w+|PHOTO(?:DIODE|TRANSISTOR)_\w+|IR_(?:RECEIVER|LED)\w*",
    ),
    (
        "opto.led",
        r"LED_(?:SMALL|DUAL|[RGBKAC]{3,5}|PAD|ALT|FILLED|\d+MM|\d{4})\w*|LED_?\d+MM\w*|NEOPIXEL\w*|LED_RGB\w*",
    ),
    ("discrete.mosfet", r"Q_(?:DUAL_)?[NP]MOS\w*|Q_N?JFET\w*|Q_PJFET\w*|MOSFET_[NP]\w*|[NP]MOS_\w+"),
    ("discrete.bjt", r"Q_(?:DUAL_)?(?:NPN|PNP)\w*|(?:NPN|PNP)_\w+|TRANSISTOR_(?:NPN|PNP)\w*"),
    ("discrete.power", r"Q_(?:N|P)?IGBT\w*|Q_TRIAC\w*|Q_SCR\w*|Q_DIAC\w*|TRIAC_\w+"),
    (
        "passive.crystal",
        r"CRYSTAL_?(?:GND\w*|SMALL\w*|HC49\w*|\d\w*)|RESONATOR_\w+|XTAL_\w+|OSCILLATOR_\w+|OSC_(?:SMD|XO)\w*",
    ),
    ("con.usb", r"USB_(?:A|B|C|OTG|MINI|MICRO|3)\w*|USB_?(?:A|B|C)_?(?:RECEPTACLE|PLUG|SOCKET|CONN\w*)\w*"),
    ("con.rf", r"CONN_?COAX\w*|CON_?(?:SMA|BNC|UFL|IPEX)\w*"),
    (
        "con.dc",
        r"BARREL_?JACK\w*|AUDIO_?JACK\w*|JACK_(?:DC|TRS|TS|TRRS|IN|OUT|STEREO|MONO)\w*|DC_?JACK\w*|POWER_?JACK\w*|XLR\d\w*|RCA_\w+",
    ),
    (
        "con.data",
        r"RJ(?:9|11|12|14|25|45)_?\w*|[468]P[2468]C\w*|HDMI_[A-E]\w*|D[ABCDE]\d\d_\w+|D_?SUB_?\w+|DIN_?\d(?:_\w+)?|MINI_?DIN_\w+",
    ),
    (
        "con.socket",
        r"(?:MICRO_?)?SD_?CARD\w*|SIM_?CARD\w*|TF_?CARD\w*|DIP_?\d+_?SOCKET|CARD_EDGE\w*|POGO_?PIN\w*",
    ),
    ("con.terminal", r"SCREW_?TERMINAL\w*|TERMINAL_?BLOCK\w*|TERM_?BLOCK\w*"),
    (
        "con.header",
        r"CONN(?:ECTOR)?_?\d{1,2}X\d{1,2}\w*|(?:SOLDER_?)?JUMPER(?:_\w+)?|JUMPER_?PAD\w*|PINHD_?\w*|PIN_?HEADER_\w+|HEADER_?\d{1,2}X?\d{0,2}\w*|HDR_?\d{1,2}X?\d{1,2}\w*|M\d\d(?:PTH|LOCK|SIP|NO_SILK\w*)\w*|MA\d\d_\d|CON(?:N)?_?\d{1,2}P?\w{0,4}|JP\dE|SJ2?W?|IDC_?\d+\w*",
    ),
    ("switch.encoder", r"ROTARY_?ENCODER\w*|SW_(?:COUPLED_)?JOYSTICK\w*|JOYSTICK_\w+|KEYPAD_\w+"),
    (
        "switch.button",
        r"SW_\w+|SWITCH_(?:MOM\w*|SPST|SPDT|DPDT|DIP|TACT\w*|PUSH\w*)\w*|TAC(?:T(?:ILE)?)?_?(?:SWITCH|SW)\w*|BUTTON_\w+|PUSH_?BUTTON\w*|DIP_?SW(?:ITCH)?_?\w*",
    ),
    ("switch.relay", r"RELAY_(?:SPDT|SPST|DPDT|DPST|SOLID\w*|\w+)|SSR_\w+"),
    (
        "battery.primary",
        r"BATTERY(?:_CELL|_HOLDER|_SINGLE)?\w*|BATT?_?(?:HOLDER|HLD|CR\d{4})\w*|COIN_?CELL\w*|CR\d{4}_?HOLDER",
    ),
    ("em.audio", r"BUZZER_?\w*|SPEAKER_?\w*|MICROPHONE_\w*|MIC_\w+|PIEZO_\w+"),
    ("em.motor", r"MOTOR_(?:DC|SERVO|AC)\w*|STEPPER_?MOTOR\w*|FAN_\w+"),
    ("wireless.antenna", r"ANTENNA_?\w*|ANT_(?:CHIP|PCB|DIPOLE)\w*"),
    ("passive.transformer", r"TRANSFORMER_\w+|XFMR_\w+"),
    (
        "mech.hardware",
        r"MOUNTING_?HOLE\w*|MOUNT_?(?:HOLE|PAD)\w*|HEAT_?SINK_\w+|STAND_?OFF\w*|SPACER_\w+|HOLE_?M\d\w*|HW_(?:SCREW|STANDOFF|NUT)\w*",
    ),
    ("con.socket", r"TEST_?P(?:OIN|A)[TD]\w*|TP_?(?:PAD|SMD|TH|\d+\.?\d*MM)\w*|TESTPAD\w*"),
    ("display.char", r"(?:CA|CC)\d{2}_\d{2}\w*|7_?SEG\w*|SEVEN_?SEG\w*|LCD_?\d{1,2}X\d{1,2}\w*"),
    ("display.oled", r"OLED_\w+|SSD1306_\w+"),
    # What no pattern above knows better: a connector named for what it serves.
    ("con.header", r"CONN_\w+"),
)
# Names run together with how they are mounted: BNCPTH, LEDSMD, RJ45PTH.
_MOUNTED: dict[str, str] = {
    name: category
    for category, names in (
        ("con.rf", "BNC SMA UFL MMCX MCX COAX"),
        ("con.usb", "USB USBA USBB USBC MICROUSB MINIUSB"),
        ("con.data", "RJ45 RJ11 HDMI DB9 DE9 DB25"),
        ("con.dc", "JACK DCJACK BARREL POWERJACK AUDIOJACK AUDIO RCA"),
        ("con.header", "HEADER CONN CON PINHD ICSP ISP"),
        ("opto.led", "LED LEDRGB"),
        ("switch.button", "BUTTON SWITCH TACT PUSHBUTTON"),
        ("passive.crystal", "CRYSTAL XTAL RESONATOR"),
        ("passive.pot", "POT TRIMPOT POTENTIOMETER"),
        ("em.audio", "BUZZER SPEAKER"),
        ("discrete.diode", "DIODE ZENER SCHOTTKY"),
        ("passive.inductor", "INDUCTOR FERRITE"),
        ("passive.protection", "FUSE POLYFUSE PTC VARISTOR"),
    )
    for name in names.split()
}
_MOUNTING = re.compile(r"_?(?:PTH|SMD|SMT|THT|THRU|TH)\d{0,2}")
_PATTERNS = tuple((category, re.compile(f"(?:{names})")) for category, names in _SYMBOLS)
_APART = re.compile(r"[\s_/.-]+")
_LONGEST = 60


def of_symbol(text: str) -> str:
    """The category of a symbol or footprint name, empty for any other text.

    A library in front (``Device:R_US``) is passed over. A name of plain words, such as ``Fuse``, is only
    one when it is written as a name: without blanks, its words joined by signs, digits or capitals.
    """
    name = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).strip().rpartition(":")[2]
    if not 2 <= len(name) <= _LONGEST or " " in name or not name.isascii():
        return ""
    key = _APART.sub("_", name.upper())
    if key != name.upper() or any(c.isdigit() for c in key) or not (name.islower() or name.istitle()):
        for category, pattern in _PATTERNS:
            if pattern.fullmatch(key):
                return category
        if (mounted := _MOUNTING.search(key)) and mounted.end() == len(key):
            return _MOUNTED.get(key[: mounted.start()], "")
    if name.count("_") >= 2:
        return next(iter(of_footprint(name)), "")
    return ""
