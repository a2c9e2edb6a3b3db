"""What the name of a footprint, or of a symbol of KiCad, says about its category.

Names are those of the libraries of KiCad, Altium, Eagle and EasyEDA. Patterns ignore case and blanks.
"""

import re
from functools import cache, lru_cache

_REMEMBERED = 1024

_FOOTPRINTS: tuple[tuple[str, str], ...] = (
    (
        "passive.elcap",
        r"""CP_Elec|CAPAE|CP_Radial|CP_Axial|(?:^|[-_ ])Elec|ECAP|CAP[-_]?POL
        |(?:^|[^A-Z])E\d(?:[.,]\d)?-\d|PANA[SONIC]*_|CAP-TH|CAP-SMD_BD|_BD\d|RADIAL.*D\d
        |CASE-?[DEF]_ELEC|SUPERCAP
        |(?:^|[^A-Z0-9])D\d{1,2}(?:\.\d)?[X*](?:H|L)\d
        |^(?:SMD[_ ,]*)?\d{1,2}(?:\.\d)?[x*]\d{1,2}\.\d{1,2}(?:mm)?$
        |\bRADIAL\b.*\dmm""",
    ),
    (
        "passive.tantalum",
        r"""CP_EIA|TANT|T49\d[A-DVX]|EIA-?(?:3216|3528|6032|7343|2012)|CASE[-_]?[ABCDVXE](?![A-Za-z])
        |^(?:CAP|CP)[-_]?[ABCD](?:_|$)|SMC_[ABCD]$|(?:CAP|C)[-_]?(?:2917|2413|2312)(?!\d)""",
    ),
    ("passive.film", r"C_Disc|C_Rect|C_Radial|C025|C050|C075|C_Axial|CAP-DISC|FKS|MKS|^CAP-\d(?:\.\d)?\*\d"),
    ("opto.led", r"(?<!O)LED|WS2812|SK68\d\d|PLCC4|NEOPIXEL"),
    (
        "passive.crystal",
        r"""Crystal|XTAL|HC-?49|OSC[-_]|Oscillator|RESONATOR|FC-?135|OSC-SMD|ABM\d|SMD-3225_4P|MC-306""",
    ),
    ("con.usb", r"USB"),
    ("con.fpc", r"FPC|FFC|DF40|Molex_SlimStack|BoardToBoard|Hirose_FH|BTB|BM\d+B"),
    (
        "con.w2b",
        r"""JST|Molex_(?!.*USB)|WAFER|PicoBlade|KK-?254|(?:^|[-_ ])(?:XH|PH|ZH|GH|SH|EH|VH)(?:-?\d|[-_])
        |Dupont|MICROMATCH|CONN-(?:SMD|TH)_.*(?:XH|PH|ZH|GH|SH|WAFER)|DF13|Grove""",
    ),
    (
        "con.terminal",
        r"""TerminalBlock|Terminal_Block|Phoenix|WAGO|W237|OST-TB|SCREW.?TERM|KF\d{3}|KF-?2EDG|MKDS
        |DG\d{3}|MSTB|WJ\d{3}|(?<![A-Z])AK\d{3}|CONN-TH_P5""",
    ),
    (
        "con.header",
        r"""PinHeader|PinSocket|Pin_?Header|HDR|IDC|HEADER|(?<![0-9.A-Z])[1-4]X\d{1,2}(?![0-9X])
        |MA\d\d-\d|M0\d(?:PTH|LOCK)|PINHD|SIP-?\d|Samtec|ML\d{1,2}$|2\.54-\d\*\d|^FE\d\d""",
    ),
    ("con.rf", r"SMA_|U\.?FL|BNC|IPEX|Coax|MMCX|MCX|RF_?CON|SMA-"),
    (
        "con.dc",
        r"""Barrel|DC[-_]?Jack|DC-?IN|DC-?005|PJM?-?\d|Jack|POWER_JACK|AUDIO|3[.,]5MM|6[.,]35|WQP|KLDX|SJ1
        |SJ-?3|IEC|Banana""",
    ),
    ("con.data", r"RJ-?\d\d|HDMI|D-?SUB|DB-?9|DSUB|DisplayPort|VGA|MINI_?DIN|MagJack|DIN-\d"),
    (
        "con.socket",
        r"""micro_?SD|TF[-_]?CARD|(?<![A-Z])SIM(?![A-Z])|CardHolder|SD_CARD|DI[LP][-_ ]?(?:\d+[-_ ])?Socket
        |[-_ ]Socket\b|IC[ _]socket|ZIF|POGO|SDCARD|TF-SMD""",
    ),
    ("con.power", r"XT60|XT30|(?<![A-Z])EC5(?!\d)|Anderson|GX1[26]|(?<![A-Z0-9])M12(?!\d)|M8_"),
    ("switch.encoder", r"RotaryEncoder|PEC1[12]|EC11|Joystick|ENCODER"),
    (
        "switch.button",
        r"""^SW|Button|TACT|KEY[-_]|B3[FSU]|SW_|SW-|SWITCH|SPST|SPDT|DPDT|Cherry|MX[-_]|Kailh|EVQ|SKRP
        |SKH|TS-?1\d|DIP-?SW|PTS\d""",
    ),
    ("switch.relay", r"Relay|RELAY|SRD|G5[A-Z]|HF\d\d"),
    ("passive.protection", r"Fuse|FUSE|PTC|MF-|NANO2|DO-214AA_TVS|SMDJ|TVS"),
    ("em.audio", r"Buzzer|Speaker|(?<![A-Z])MIC(?![A-Z])|BUZ-|Microphone|PKM"),
    ("battery.primary", r"Battery|BAT[-_]|CR\d{4}|Keystone_(?:10|30)|18650|BH-"),
    ("wireless.wifi", r"ESP32|ESP-?12|ESP8266|ESP-?0[17]|(?<![A-Z])BLE(?![A-Z])|WIFIM|WIRELM"),
    ("wireless.lora", r"RFM\d|RA-0|LORA|RAK\d|SX127"),
    ("passive.pot", r"Potentiometer|TRIM|POT[-_]|Bourns_3\d|RES-ADJ|RK09|Alps_RK"),
    ("passive.transformer", r"Transformer|TRANS-(?:SMD|TH)|XFMR"),
    ("passive.protection", r"Varistor|MOV|RV_"),
    (
        "passive.inductor",
        r"""^(?:Inductor\w*:)?L_|^L_|IND[-_]|INDUCTOR|FXL|SRN|SWPA|CDRH|^L\d{4}|^FB|FERRITE|NR\d\d
        |Bourns_SR|MWSA|CKCS|XAL|DLW|^L0\d{3}""",
    ),
    (
        "passive.resistor",
        r"""R_Axial|AXIAL|^R-?EU?_?0207|RESISTOR_THT|^0207|RES-TH|DIN02|DIN03|R_Radial|RC0[123]$|AC01
        |R_Shunt""",
    ),
    ("passive.chipres", r"^(?:\w+:)?R_\d{4}|^R\d{4}|^RES|RESC|R_Array|^R_0"),
    ("passive.mlcc", r"^(?:\w+:)?C_\d{4}|^C\d{4}|CAPC|^C_0|^CAP_?\d{4}"),
    ("discrete.diode", r"^(?:\w+:)?D_|DO-?\d{2,3}|SOD-?\d|SM[ABC](?:F|J)?(?:_|$|-)|DIODE|MELF|(?<![A-Z])DIO"),
    ("passive.thermistor", r"Thermistor|NTC|LDR"),
    (
        "module.board",
        r"""RPi_Pico|Arduino|RaspberryPi|XIAO|NodeMCU|Nano|Feather|Teensy|DevKit|ProMicro|BluePill""",
    ),
    ("display.oled", r"OLED|SSD1306"),
    ("display.char", r"LCD|7SEG|HD44780|7-?Seg"),
    ("wireless.antenna", r"(?<![A-Z])ANT[-_]|Antenna"),
    ("mech.hardware", r"Heatsink"),
    ("opto.device", r"DIP-4_|OPTO|SMDIP-4"),
)
_THROUGH_HOLE = re.compile(
    r"THT|through[- ]hole|AXIAL|RADIAL|DISC|-TH\b|-TH_|_TH\b|PTH|^0207|DIN0[23]|P\d{1,2}\.\d\dmm"
    r"|RC0[123]$|AC01|C025|C050|RES400|CAP[23]00|^020[47]",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns with their categories; compiling them takes as long as a search, so only when needed."""
    return tuple((re.compile(words, re.IGNORECASE | re.VERBOSE), category) for category, words in _FOOTPRINTS)


@lru_cache(maxsize=_REMEMBERED)
def of_footprint(footprint: str) -> tuple[str, ...]:
    """The categories a footprint speaks for, the most telling first."""
    return tuple(dict.fromkeys(category for pattern, category in _patterns() if pattern.search(footprint)))


_LIBRARIES: tuple[tuple[str, str], ...] = (
    ("MCU_", "ic.mcu"),
    ("Regulator_", "ic.power"),
    ("Converter_DCDC", "power.module"),
    ("Reference_", "ic.analog"),
    ("Amplifier_Audio", "ic.audio"),
    ("Audio", "ic.audio"),
    ("Amplifier_", "ic.analog"),
    ("Comparator", "ic.analog"),
    ("Analog_", "ic.analog"),
    ("Memory_", "ic.memory"),
    ("Interface", "ic.interface"),
    ("Logic_", "ic.logic"),
    ("74x", "ic.logic"),
    ("4xxx", "ic.logic"),
    ("Timer", "ic.logic"),
    ("Driver_Motor", "ic.motor"),
    ("Driver_FET", "ic.motor"),
    ("Driver_LED", "ic.display"),
    ("Driver_Display", "ic.display"),
    ("Battery_Management", "ic.battery"),
    ("Power_Protection", "passive.protection"),
    ("Power_Management", "ic.power"),
    ("Sensor_Motion", "sensor.motion"),
    ("Sensor_Magnetic", "sensor.motion"),
    ("Sensor_Optical", "sensor.distance"),
    ("Sensor_Proximity", "sensor.distance"),
    ("Sensor_Distance", "sensor.distance"),
    ("Sensor_Current", "ic.analog"),
    ("Sensor", "sensor.env"),
    ("Isolator", "opto.device"),
    ("Relay", "switch.relay"),
    ("RF_Module", "wireless.wifi"),
    ("RF_", "ic.rf"),
    ("Transistor_FET", "discrete.mosfet"),
    ("Transistor_BJT", "discrete.bjt"),
    ("Transistor_IGBT", "discrete.power"),
    ("Triac_Thyristor", "discrete.power"),
    ("Diode", "discrete.diode"),
    ("LED", "opto.led"),
    ("Switch:SW_Rotary", "switch.encoder"),
    ("Switch", "switch.button"),
    ("CPLD", "ic.soc"),
    ("FPGA", "ic.soc"),
    ("CPU", "ic.soc"),
    ("Display_Character", "display.char"),
    ("Display_Graphic", "display.oled"),
    ("Transformer", "passive.transformer"),
    ("Motor", "em.motor"),
    ("Connector:USB", "con.usb"),
    ("Connector:Screw_Terminal", "con.terminal"),
    ("Connector:Conn_Coaxial", "con.rf"),
    ("Connector:Barrel_Jack", "con.dc"),
    ("Connector:AudioJack", "con.dc"),
    ("Connector_Audio", "con.dc"),
    ("Connector:RJ", "con.data"),
    ("Connector:HDMI", "con.data"),
    ("Connector:Micro_SD", "con.socket"),
    ("Connector_Generic", "con.header"),
    ("Device:RotaryEncoder", "switch.encoder"),
    ("Device:LED", "opto.led"),
    ("Device:D_TVS", "passive.protection"),
    ("Device:D", "discrete.diode"),
    ("Device:Q_N", "discrete.mosfet"),
    ("Device:Q_P", "discrete.mosfet"),
    ("Device:C_Polarized", "passive.elcap"),
    ("Device:CP", "passive.elcap"),
    ("Device:Crystal", "passive.crystal"),
    ("Oscillator", "passive.crystal"),
    ("Device:Polyfuse", "passive.protection"),
    ("Device:Fuse", "passive.protection"),
    ("Device:Varistor", "passive.protection"),
    ("Device:FerriteBead", "passive.inductor"),
    ("Device:L", "passive.inductor"),
    ("Device:R_Potentiometer", "passive.pot"),
    ("Device:R_Photo", "passive.thermistor"),
    ("Device:Thermistor", "passive.thermistor"),
    ("Device:Battery", "battery.primary"),
    ("Device:Buzzer", "em.audio"),
    ("Device:Speaker", "em.audio"),
    ("Device:Microphone", "em.audio"),
    ("Device:Antenna", "wireless.antenna"),
)


@lru_cache(maxsize=_REMEMBERED)
def of_library(symbol: str) -> str:
    """The category of a KiCad symbol such as ``Regulator_Linear:AMS1117-3.3``, empty for other libraries."""
    return (
        next((category for start, category in _LIBRARIES if symbol.startswith(start)), "")
        if ":" in symbol
        else ""
    )


def through_hole(footprint: str) -> bool:
    """Whether a footprint is one for wires through holes."""
    return _THROUGH_HOLE.search(footprint) is not None
