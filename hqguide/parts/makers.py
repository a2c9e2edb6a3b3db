"""Makers' names around a part number: ``AP2553W6-7 (DIODES)``, ``Bourns PEC11R-4225F-S0024``.

A number of a known kind says what it is; the name beside it may be a word of the trade and mean something
else (Diodes, Crystal, Champion).
"""

import re

from hqguide.parts.families import read_part
from hqguide.parts.language import Language
from hqguide.parts.normalise import fold, words

_NAMES = """
3peak abracon acp adafruit aerosemi ai-thinker aishi allegro alliance alpha alps altera amass amd
amphenol amphenol-fci amphenol-icc amphenol-rf analog analog-devices anpec aos apem artery asix atmel
avago avx awinic bestep bolt boomele bosch bourns brightking broadcom buydisplay c&k champion chemi-con
chilisin chipanalog chipown chipsea cinch cirrus citizen ckmtw cliff cnctech coilcraft comchip cree cts
cui cypress dallas darfon davicom deca degson diodes diotec dongwoon dorabo ebyte ecs eic elmos epcos
epson espressif etron everlight evq exar fairchild fci fenghua fibocom finder firstohm fmd foryard fosan
fox ftdi fujitsu galaxy gct genesys giantec gigadevice goertek goodsky guerte h&m hammond hanbo hanrun
hanxia harting harwin hirose hoauc holtek holychip honeywell hongfa hosonic hottech hro hynix ichaus idt
infineon injoinic inolux intel intersil invensense isabellenhütte issi ixys jae jiangsu-changjing jieling
jinghua jl johanson jst jushuo kaihua kailh kemet kento keystone kingbright kinghelm kingstate knowles
koa kycon kyocera laird lattice lelon linear link-pp lite-on liteon littelfuse lrc lumissil luxeon
macronix marvell maxim maxlinear mcc mdd mean-well meanwell melexis memsic micrel microchip micron
microne mill-max mini-circuits mitsubishi molex mornsun mps msksemi multicomp murata nanya national
nationstar natlinear nch ndk neoway neutrik nexperia nichicon nidec nkk nordic novosense nuvoton nxp
ohmite omron on-semi on-shore onsemi osram panasonic panjit phoenix phoenix-contact piher pololu powtran
prolific pui pulse puya rakwireless ralec realtek recom reliapro renesas richtek ricoh rohm rubycon runic
samsung samtec samwha samxon sanken sanyo schurter seeed semtech sensirion sg-micro sgmicro sharp
shou-han shouhan silan silergy silicon-labs singi sitime skyworks slkor sofng songle spansion sparkfun st
stackpole stmicro stmicroelectronic stmicroelectronics sullins sumida sunlord susumu switchcraft taitien
taiyo taiyo-yuden taoglas tdk te te-connectivity techpublic telit texas texas-instruments ti torex
toshiba traco traco-power tsc twgmc txc tyco u-blox ublox uni-royal uniroyal unisonic utc valuepro viking
vishay vishay-dale walsin waveshare wch weltrend wima winbond winsemi winstar wolfson worldsemi wuerth
wurth wurth-elektronik würth würth-elektronik xfcn xilinx xinglight xkb xlsemi xp-power xunpu yageo
yamaichi yangjie yxc zilog
"""
_MAKERS = frozenset(_NAMES.split())
_IN_BRACKETS = re.compile(r"(\S{4,40})\s*[(（]([^()（）\d]{2,30})[)）]\s*")
_BEFORE = re.compile(r"([^\W\d][\w&.-]*(?: [^\W\d][\w&-]*)?) (\S*\d\S{2,})")
_SURE = 0.85


def without_maker(text: str, language: Language) -> str:
    """The part number alone where nothing but a maker's name stands beside it; any other text as it is."""
    if text.endswith((")", "）")):
        found = _IN_BRACKETS.fullmatch(text)
        number = found[1] if found else ""
    else:
        found = _BEFORE.fullmatch(text)
        number = found[2] if found and _is_maker(found[1], language) else ""
    return number if number and _is_number(number, language) else text


def _is_maker(name: str, language: Language) -> bool:
    """Whether a text is a maker's name: one that is known, or words that no name of goods has."""
    name = name.lower()
    return name.replace(" ", "-") in _MAKERS or not any(
        word in language.index.postings for word in words(fold(name))
    )


def _is_number(text: str, language: Language) -> bool:
    """Whether a text is a part number of a known kind."""
    return any(char.isdigit() for char in text) and any(
        fit.score >= _SURE for fit in read_part(text, language)[:1]
    )
