"""English words that mean the same, belong together or tell nothing."""

from collections.abc import Mapping

# British to American, and the shorthand of BOM descriptions ("CAP CER 0.1UF") to whole words.
SAME: Mapping[str, str] = {
    "colour": "color",
    "coloured": "color",
    "colored": "color",
    "aluminium": "aluminum",
    "fibre": "fiber",
    "centre": "center",
    "grey": "gray",
    "tyre": "tire",
    "mould": "mold",
    "moulded": "molded",
    "moulding": "molding",
    "analyser": "analyzer",
    "analogue": "analog",
    "programme": "program",
    "enamelled": "enameled",
    "jewellery": "jewelry",
    "licence": "license",
    "adaptor": "adapter",
    "telly": "tv",
    "spanner": "wrench",
    "hoover": "vacuum",
    "insulating": "insulation",
    "mobo": "motherboard",
    "catalogue": "catalog",
    "disc": "disk",
    "cap": "capacitor",
    "res": "resistor",
    "ind": "inductor",
    "xtal": "crystal",
    "cer": "ceramic",
    "alum": "aluminum",
    "elec": "electrolytic",
    "tant": "tantalum",
    "conn": "connector",
    "recept": "receptacle",
    "rcpt": "receptacle",
    "hdr": "header",
    "trans": "transistor",
    "rect": "rectifier",
    "reg": "regulator",
    "sw": "switch",
    "pos": "position",
    "vert": "vertical",
    "pwr": "power",
    "xfmr": "transformer",
    "osc": "oscillator",
    "amp": "amplifier",
    "mic": "microphone",
    "batt": "battery",
    "bt": "bluetooth",
    "temp": "temperature",
    "accel": "accelerometer",
    "gyro": "gyroscope",
    "pot": "potentiometer",
    "tubing": "tube",
    "u.fl": "ufl",
    "seg": "segment",
    "fix": "repair",
    "fixed": "repair",
    "fixing": "repair",
    "mend": "repair",
    "mended": "repair",
    "mending": "repair",
    "repaired": "repair",
    "repairing": "repair",
}

# What a word means as the last of several: a patch lead is a cable, lead-free solder is not.
LAST: Mapping[str, str] = {"lead": "cable", "mobile": "phone"}

# Words written apart or together, as one.
JOINED: Mapping[tuple[str, str], str] = {
    ("wi", "fi"): "wifi",
    ("li", "po"): "lipo",
    ("li", "ion"): "liion",
    ("li", "poly"): "lipo",
    ("e", "ink"): "eink",
    ("e", "paper"): "epaper",
    ("op", "amp"): "opamp",
    ("type", "c"): "typec",
    ("usb", "c"): "typec",
    ("second", "hand"): "secondhand",
    ("surface", "mount"): "smd",
    ("through", "hole"): "throughhole",
    ("thru", "hole"): "throughhole",
    ("mother", "board"): "motherboard",
    ("3", "d"): "3d",
    ("plug", "in"): "plugin",
    ("u", "fl"): "ufl",
    ("i", "pex"): "ipex",
    ("bread", "board"): "breadboard",
    ("heat", "sink"): "heatsink",
    ("heat", "shrink"): "heatshrink",
    ("multi", "meter"): "multimeter",
    ("stripe", "board"): "stripboard",
    ("ear", "phone"): "earphone",
    ("ear", "bud"): "earbud",
    ("head", "phone"): "headphone",
    ("smart", "phone"): "smartphone",
    ("lap", "top"): "laptop",
    ("photo", "resistor"): "photoresistor",
    ("opto", "coupler"): "optocoupler",
    ("power", "bank"): "powerbank",
    ("touch", "screen"): "touchscreen",
    ("key", "board"): "keyboard",
    ("micro", "sd"): "microsd",
    ("u", "disk"): "udisk",
    ("micro", "bit"): "microbit",
    ("finger", "print"): "fingerprint",
    # Of one value, not mended.
    ("fixed", "resistor"): "resistor",
    ("fixed", "inductor"): "inductor",
    ("fixed", "capacitor"): "capacitor",
    ("fixed", "attenuator"): "attenuator",
}

# English words of a question, not of a thing.
_STOP_TEXT = """
a an the of for to in on at is are am be do does did it its i me my we us our you your he she they this
that these those need want wanted wants looking look where what which who how could would should may
buy buying get find sell sells selling seller shop shops store stall market some any please with and or
from near here there have has had there's cheap best good price much many about like
sold pcs qty
"""
STOP = frozenset(_STOP_TEXT.split())
# "Can" is a bus, unless somebody can.
WHO_CAN = ("i", "you", "we", "one", "someone", "anyone")
