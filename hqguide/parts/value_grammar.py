"""How values of components are written: one pattern per kind, in the order they claim the text.

Patterns run over :func:`spelled` text, case kept (``m`` is milli, ``M`` mega). Numbers are in group
``n``, the unit prefix in ``p``, the digits after an infix letter (4k7) in ``d``.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

CHIP_SIZES = (
    *("01005", "0201", "0402", "0603", "0805", "1206", "1210", "1806", "1808"),
    *("1812", "2010", "2220", "2225", "2512", "2520", "3216", "3225", "5032", "7050"),
)
"""Inch and metric codes of chip packages, as written on reels and in BOMs."""

_WORDS = (
    ("千欧姆", "kohm"),
    ("兆欧姆", "Mohm"),
    ("千欧", "kohm"),
    ("兆欧", "Mohm"),
    ("毫欧", "mohm"),
    ("欧姆", "ohm"),
    ("欧", "ohm"),
    ("微法", "uF"),
    ("皮法", "pF"),
    ("纳法", "nF"),
    ("法拉", "F"),
    ("微亨", "uH"),
    ("毫亨", "mH"),
    ("纳亨", "nH"),
    ("毫安时", "mAh"),
    ("安时", "Ah"),
    ("毫安", "mA"),
    ("兆赫", "MHz"),
    ("千赫", "kHz"),
    ("英寸", "inch"),
    ("毫米", "mm"),
    ("寸", "inch"),
    ("伏", "V"),
    ("安", "A"),
    ("瓦", "W"),
    ("±", " "),
    ("*", "x"),
    ("~", "-"),
)

_N = r"(?<![\w.])(?P<n>\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s?"
# A number may follow a unit without a blank (10uF16V); a length may follow anything (XH2.54mm).
_UNIT_BEFORE = r"(?:(?<![\w.])|(?<=\d[munpk][FHf])|(?<=\d[VvRkKM])|(?<=\d[pnumk]))"
_G = _UNIT_BEFORE + r"(?P<n>\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s?"
_L = r"(?<![\d.])(?P<n>\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s?"
_END = r"(?![A-Za-z0-9])"
# A file read in a wrong encoding has lost signs: 470 ?F was µF, 3350?mAh had a blank.
_LOST_MICRO = re.compile(r"(?<=\d)\s?[?\ufffd](?=[FH](?![A-Za-z]))")
_LOST_SPACE = re.compile(r"(?<=\d)[?\ufffd](?=(?:[pnumk]?[FHAVWm]|mAh|mm|k)(?![A-Za-z]))")
_LETTER_END = r"(?![A-Za-z])"
_OHM = r"(?:[oO][hH][mM][sS]?)"

# Kind, characters of which the text must hold one (none: any text), pattern.
_PATTERNS = (
    ("bead", "@", _N + rf"(?P<p>[kK]?)(?:R|{_OHM})?\s?@\s?100(?:\s?[mM](?:[hH][zZ])?)?" + _END),
    ("capacitance", "FfpnuUPN", _G + r"(?P<p>[pnumPNU])[fF]" + _LETTER_END),
    ("capacitance", "FfpnuUPN", r"(?<![\w.])(?P<n>\d{1,3})(?P<p>[pnu])(?P<d>\d{1,2})" + _END),
    ("capacitance", "FfpnuUPN", _N + r"(?P<p>[pnu])" + _END),
    ("capacitance", "FfpnuUPN", r"(?<![\w.-])(?P<n>\d{1,4}(?:\.\d{1,3})?)\s?(?P<p>)F(?![\w-])"),
    ("inductance", "Hh", _G + r"(?P<p>[pnumPNUM]?)H" + _LETTER_END),
    ("inductance", "Hh", _G + r"(?P<p>[pnumPNU])h" + _LETTER_END),
    ("frequency", "zZkK", _G + r"(?P<p>[kKMG]?)[hH][zZ]" + _LETTER_END),
    ("frequency", "zZkK", r"(?<![\w.])(?P<n>32\.768)\s?(?P<p>[kK])" + _END),
    ("charge", "hH", _G + r"(?P<p>[mM]?)[aA][hH]" + _LETTER_END),
    ("energy", "hH", _G + r"(?P<p>[kK]?)W[hH]" + _LETTER_END),
    ("resistance", "RrkKMmohO", r"(?<![\w.])(?P<n>\d{1,4})(?P<p>[RrkKM])(?P<d>\d{1,3})" + _END),
    ("resistance", "RrkKMmohO", _G + rf"(?P<p>[kKMmGu]?)\s?{_OHM}" + _LETTER_END),
    ("resistance", "RrkKMmohO", _N + r"(?P<p>M)(?:EG|eg)" + _LETTER_END),
    ("resistance", "RrkKMmohO", _N + r"(?P<p>[kKMR])" + _END),
    ("resistance", "RrkKMmohO", r"(?<!\w)(?P<p>R)(?P<d>\d{2,4})" + _END),
    ("voltage", "vV", r"(?<![\w.])(?P<n>\d{1,3})(?P<p>)[vV](?P<d>\d{1,2})" + _END),
    ("voltage", "vV", _G + r"(?P<p>[kKm]?)[vV](?:DC|AC|dc|ac)?" + _LETTER_END),
    ("current", "A", _G + r"(?P<p>[mu]?)A" + _LETTER_END),
    ("power", "W", r"(?<![\w.])(?P<n>\d{1,3}/\d{1,3}|\d{1,6}(?:\.\d{1,4})?)\s?(?P<p>[mkK]?)W" + _LETTER_END),
    ("tolerance", "%pP", _G + "%"),
    ("tolerance", "%pP", _G + "(?:ppm|PPM)" + _LETTER_END),
    ("dielectric", "0XYNC", r"(?<![A-Za-z0-9])(?P<t>X7R|X5R|X6S|X7S|X7T|X8R|Y5V|NP0|NPO|C0G|COG|Z5U)" + _END),
    ("safety", "XYBK", r"(?<![A-Za-z0-9])(?P<t>X2|X1|Y1|Y2|CBB\d{0,2}|MKP)" + _END),
    (
        "package",
        "",
        rf"(?<![\w.])(?:[CRLD]|LED)?(?P<t>{'|'.join(CHIP_SIZES)})(?:\s\d{{4}}Metric)?(?![\w.])",
    ),
    ("memory", "B", _G + r"(?P<p>[MGTmgt])B" + _LETTER_END),
    ("bits", "b", _G + r"(?P<p>[MGk])(?:bit|b)" + _LETTER_END),
    ("inch", 'in"', _L + r'(?:inch(?:es)?\b|in\b|")'),
    (
        "thread",
        "M",
        r"(?<!\w)(?P<t>M(?:1\.[246]|2\.5|2|3|4|5|6|8))(?:\s?[xX]\s?\d{1,3}(?:\.\d)?(?:mm)?)" + _END,
    ),
    (
        "thread",
        "DI",
        r"(?<!\w)(?P<t>(?:DIN|ISO)\s?(?:84|85|125|127|439|562|912|916|933|934|965|985|6921|6923|7380|7984|7985|7991|4014|4017|4026|4032|4762|10642|14580|7045|7046|7047|7049|7089|7092|7093)(?:-\d)?)"
        + _END,
    ),
    (
        "grid",
        "x",
        r"(?<![\w.])(?P<t>\d{1,4}(?:\.\d{1,2})?(?:\s?x\s?\d{1,4}(?:\.\d{1,2})?){1,2})\s?(?:mm)?" + _END,
    ),
    ("millimetre", "mM", _L + "(?:mm|MM)" + _LETTER_END),
    ("pins", "pP针芯", r"(?<![\w.-])(?P<n>\d{1,3})\s?(?:[pP]|[pP]in|PIN|[pP]os|POS|针|芯)s?" + _END),
    ("gauge", "gG", r"(?i)(?<!\w)AWG\s?#?(?P<n>\d{1,2})|(?P<n2>\d{1,2})\s?AWG" + _END),
    ("light", "lm", _G + "(?:lm|mcd)" + _LETTER_END),
    ("gain", "B", _G + "dBi" + _LETTER_END),
    ("colour temperature", "K", r"(?<![\w.])(?P<n>[2-9]\d00)\s?K" + _END),
    ("cells", "S", r"(?<!\w)(?P<n>\d{1,2})S(?:\d{1,2}P)?" + _END),
    ("beta", "", r"(?<![\w.])(?P<n>3380|3435|3470|3950|3977|4050)[Kk]?" + _END),
    ("eia96", "", r"(?<!\w)(?P<n>0[1-9]|[1-8]\d|9[0-6])(?P<p>[ZYRXSABHCDEF])" + _END),
    ("code", "", r"(?<![\w.])(?<![A-Za-z\d]-)(?P<n>[1-9]\d[0-9])(?P<p>[JKMGFZ]?)(?![\w.]|-[A-Za-z\d])"),
)


@lru_cache(maxsize=len(_PATTERNS))
def _compiled(number: int) -> re.Pattern[str]:
    """A pattern, compiled when a text first needs it: all at once would delay every start."""
    return re.compile(_PATTERNS[number][2])


def patterns(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The kinds and patterns that may find something in ``text``, in the order they claim it."""
    held = set(text)
    if held.isdisjoint("0123456789"):
        return
    for number, (kind, needed, _) in enumerate(_PATTERNS):
        if not needed or not held.isdisjoint(needed):
            yield kind, _compiled(number)


def spelled(text: str) -> str:
    """Cleaned ``text`` with Chinese and typographic units written as Latin ones, and a lost µ put back."""
    if "?" in text or "\ufffd" in text:
        text = _LOST_SPACE.sub(" ", _LOST_MICRO.sub("u", text))
    for word, unit in _WORDS:
        if word in text:
            text = text.replace(word, unit)
    return text
