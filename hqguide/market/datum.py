"""Coordinates in the three datums used in China: reading them as typed, and converting them.

WGS-84 is what GPS and OpenStreetMap give. GCJ-02 (Amap, Tencent, Google's map of China) moves a point
by some hundred metres that vary from place to place, and BD-09 (Baidu) moves a GCJ-02 point once more.
At the market GCJ-02 is 605 m off and BD-09 about 1250 m.

Neither was published by its makers. The formulas are those of the transform that became public as
``wgtochina_lb`` and was put in order as EvilTransform, and of the BD-09 step published beside it;
coordtransform, gcoord and PRCoords compute the same. With x = longitude - 105, y = latitude - 35
(degrees), s(a) = sin(a π) and W = s(6x) + s(2x)::

    north = -100 + 2x + 3y + 0.2y² + 0.1xy + 0.2√|x| + ⅔ (20W + 20s(y) + 40s(y/3) + 160s(y/12) + 320s(y/30))
    east  =  300 +  x + 2y + 0.1x² + 0.1xy + 0.1√|x| + ⅔ (20W + 20s(x) + 40s(x/3) + 150s(x/12) + 300s(x/30))

are the metres GCJ-02 adds, turned into degrees on the Krasovsky 1940 ellipsoid (a = 6 378 245 m,
1/f = 298.3). BD-09 takes the GCJ-02 degrees as a plane, x to the east: it adds 2·10⁻⁵ sin(3000y°) to the
radius and 3·10⁻⁶ cos(3000x°) to the angle, then 0.0065 to x and 0.006 to y. The way back is found by
iteration, to less than a tenth of a millimetre. PRCoords notes that the services' own conversion adds a
little noise, which no formula gives.
"""

import re
import unicodedata
from collections.abc import Callable
from math import atan2, cos, hypot, pi, radians, sin, sqrt
from typing import Literal

import msgspec

from hqguide.errors import GuideError
from hqguide.text import plain

Datum = Literal["WGS-84", "GCJ-02", "BD-09"]
Degrees = tuple[float, float]

# The rectangle the public transform takes for China; it reaches into the neighbouring countries.
SOUTH, NORTH, WEST, EAST = 0.8293, 55.8271, 72.004, 137.8347
_SEMI_MAJOR = 6_378_245.0
_ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943
_SAME_DEGREES = 1e-11
_MOST_STEPS = 40

MAX_TEXT = 200
EXAMPLES = "Write 22.5441,114.0823 (WGS-84), gcj02 22.541337,114.087506 or bd09 114.088721,22.547631."
_HINTS: tuple[tuple[Datum, str], ...] = (
    ("WGS-84", r"wgs\W?84|gps|geo|osm"),
    ("GCJ-02", r"gcj\W?02|gcj|amap|gaode|高德|tencent|腾讯"),
    ("BD-09", r"bd\W?09|baidu|百度"),
)
_NUMBER = (
    r"([nsew北南东東西]?)\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*"
    r"(?:[°度]\s*(?:(\d{1,2}(?:\.\d{1,15})?)\s*['′分]\s*(?:(\d{1,2}(?:\.\d{1,15})?)\s*(?:\"|″|′′|''|秒))?)?)?"
    r"\s*([nsew北南东東西]?)"
)
_LABEL = r"(?:(?:lat(?:itude)?|lon(?:gitude)?|lng|纬度|经度)\s*[:=]?\s*)?"
_PAIR = re.compile(rf"{_LABEL}{_NUMBER}\s*[,;/ ]\s*{_LABEL}{_NUMBER}")
_ALONG, _ACROSS = frozenset("ns北南"), frozenset("ew东東西")


class Typed(msgspec.Struct, frozen=True):
    """A typed pair of coordinates in WGS-84 degrees, how it was written, and the radius rounding leaves.

    ``said`` is false when no datum was named and WGS-84 was taken.
    """

    lat: float
    lon: float
    datum: Datum
    said: bool
    rounding_m: float


def in_china(lat: float, lon: float) -> bool:
    """Whether the public transform moves this WGS-84 point: it is inside its rectangle round China."""
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST


def from_wgs84(lat: float, lon: float, datum: Datum) -> Degrees:
    """A WGS-84 point as latitude and longitude in ``datum``; outside China it stays as it is."""
    return _FORWARD[datum](lat, lon) if in_china(lat, lon) else (lat, lon)


def to_wgs84(lat: float, lon: float, datum: Datum) -> Degrees:
    """A point given in ``datum`` as WGS-84 latitude and longitude; outside China it stays as it is.

    Within 1.5 km of the edge of the rectangle two points can have one image; the inner one is returned.
    """
    if not (SOUTH - 1 <= lat <= NORTH + 1 and WEST - 1 <= lon <= EAST + 1):
        return lat, lon
    forward = _FORWARD[datum]
    guess = lat, lon
    for _ in range(_MOST_STEPS):
        image = forward(*guess)
        off = image[0] - lat, image[1] - lon
        guess = guess[0] - off[0], guess[1] - off[1]
        if hypot(*off) < _SAME_DEGREES:
            break
    return guess if in_china(*guess) else (lat, lon)


def convert(lat: float, lon: float, source: Datum, target: Datum) -> Degrees:
    """Latitude and longitude given in datum ``source``, in datum ``target``."""
    return (lat, lon) if source == target else from_wgs84(*to_wgs84(lat, lon, source), target)


def _shift(lat: float, lon: float) -> Degrees:
    """GCJ-02 for a WGS-84 point, wherever it is."""
    x, y = lon - 105, lat - 35
    both = 20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)
    along = both + 20 * sin(pi * y) + 40 * sin(pi * y / 3) + 160 * sin(pi * y / 12) + 320 * sin(pi * y / 30)
    across = both + 20 * sin(pi * x) + 40 * sin(pi * x / 3) + 150 * sin(pi * x / 12) + 300 * sin(pi * x / 30)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + along * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + across * 2 / 3
    flat = 1 - _ECCENTRICITY_SQUARED * sin(radians(lat)) ** 2
    metres_north = radians(1) * _SEMI_MAJOR * (1 - _ECCENTRICITY_SQUARED) / flat**1.5
    metres_east = radians(1) * _SEMI_MAJOR / sqrt(flat) * cos(radians(lat))
    return lat + north / metres_north, lon + east / metres_east


def _shift_twice(lat: float, lon: float) -> Degrees:
    """BD-09 for a WGS-84 point, wherever it is."""
    y, x = _shift(lat, lon)
    radius = hypot(x, y) + 2e-5 * sin(radians(3000 * y))
    angle = atan2(y, x) + 3e-6 * cos(radians(3000 * x))
    return radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065


def _stay(lat: float, lon: float) -> Degrees:
    return lat, lon


_FORWARD: dict[Datum, Callable[[float, float], Degrees]] = {
    "WGS-84": _stay,
    "GCJ-02": _shift,
    "BD-09": _shift_twice,
}


def read_coordinates(text: str) -> Typed | None:
    """The coordinates ``text`` is, or ``None`` when it is something else.

    Latitude and longitude come in either order: the larger number, or the letter beside it, tells them
    apart. Degrees are decimal or in minutes and seconds. Raises :class:`GuideError` for what means to be
    coordinates and is not.
    """
    if len(text) > MAX_TEXT:
        return None
    folded = " ".join(unicodedata.normalize("NFKC", text.replace("″", '"')).casefold().split())
    folded = re.sub("(?<=[北南东東西])[纬緯经經]", "", folded)
    datum, rest = _datum_of(folded)
    pair = _PAIR.fullmatch(rest.strip(" ,;:()[]"))
    if pair is None:
        if datum and not re.search(r"[a-z\u3400-\u9fff]{2}", rest):
            raise GuideError(f"no coordinates in {plain(text)!r}", hint=EXAMPLES)
        return None
    if datum is None and not re.search(r"[.°度]", rest):
        return None
    lat, lon = _in_order(pair.groups()[:5], pair.groups()[5:], text)
    here = to_wgs84(lat[0], lon[0], datum or "WGS-84")
    metres = radians(1) * _SEMI_MAJOR
    rounding = hypot(lat[1] * metres, lon[1] * metres * cos(radians(lat[0])))
    return Typed(*here, datum or "WGS-84", datum is not None, rounding)


def _datum_of(text: str) -> tuple[Datum | None, str]:
    """The datum named in ``text``, and the text without its name."""
    for datum, pattern in _HINTS:
        named = re.search(rf"\(?(?<![a-z])(?:{pattern})(?![a-z])\)?", text)
        if named:
            return datum, f"{text[: named.start()]} {text[named.end() :]}"
    return None, text


Parts = tuple[str | None, ...]
Angle = tuple[float, float, str]


def _in_order(one: Parts, two: Parts, text: str) -> tuple[Angle, Angle]:
    """Latitude and longitude out of two matched numbers in the order written."""
    first, second = _angle(one, text), _angle(two, text)
    swapped = first[2] in _ACROSS or second[2] in _ALONG if first[2] or second[2] else abs(first[0]) > 90
    lat, lon = (second, first) if swapped else (first, second)
    if lat[2] in _ACROSS or lon[2] in _ALONG or abs(lat[0]) > 90 or abs(lon[0]) > 180:
        raise GuideError(
            f"{plain(text)!r} is no latitude and longitude",
            hint=f"Latitude goes to 90 degrees, longitude to 180. {EXAMPLES}",
        )
    return lat, lon


def _angle(parts: Parts, text: str) -> Angle:
    """Degrees with sign, half of the last digit in degrees, and the letter of the direction or nothing."""
    before, degrees, minutes, seconds, after = parts
    number = next(part for part in (seconds, minutes, degrees) if part)
    unit = 3600 if seconds else 60 if minutes else 1
    size = abs(float(degrees or 0)) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    if float(minutes or 0) >= 60 or float(seconds or 0) >= 60 or (before and after):
        raise GuideError(f"{plain(text)!r} is no angle", hint=EXAMPLES)
    letter = before or after or ""
    sign = -1 if (degrees or "").startswith("-") or letter in ("s", "w", "南", "西") else 1
    half = 0.5 / 10 ** len(number.partition(".")[2]) / unit
    return sign * size, half, letter
