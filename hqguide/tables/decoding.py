"""Bytes into text: byte order marks, UTF-16 without one, UTF-8, and the encodings old tools still write."""

import codecs
import re

from hqguide.errors import GuideError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and the encodings they promise."""
_OLD = ["gb18030", "big5", "shift_jis", "euc_kr", "cp1252", "cp1251"]
# Bytes that are signs of Western Windows text: € … – — quotes ™ ° ± ² ³ µ · Ø.
_SIGNS = frozenset(b"\x80\x85\x91\x92\x93\x94\x96\x97\x99\xa0\xae\xb0\xb1\xb2\xb3\xb5\xb7\xd8")
_HIGH = re.compile(rb"[\x80-\xff]+")
BINARY = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"MZ",
)
"""How files begin that are no text."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 64 * 1024
_LIKELY_KOREAN = 6
_MOST_CONTROL = 0.02


def decode(data: bytes, where: str) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding; :class:`GuideError` when it is no text."""
    if data.startswith(BINARY):
        raise no_text(where)
    text, encoding = _decoded(data, where)
    if full_of_controls(text[:_SAMPLE]):
        raise no_text(where)
    return text, encoding


def full_of_controls(sample: str) -> bool:
    """Whether ``sample`` has too many control characters to be text."""
    return len(_CONTROL.findall(sample)) > max(3, len(sample) * _MOST_CONTROL)


def no_text(where: str) -> GuideError:
    """The error for a file that is a picture, a program or anything else but text."""
    return GuideError(
        "is no text, whatever its name says",
        where=where,
        hint="Export it as CSV or XLSX and give that file.",
    )


def _decoded(data: bytes, where: str) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix("\ufeff"), encoding.removesuffix("-sig")
            except UnicodeDecodeError:
                break
    wide = wide_encoding(data)
    for encoding in (wide, "utf-8"):
        if encoding:
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    encoding = old_encoding(data)
    if not encoding:
        raise no_text(where)
    return data.decode(encoding, errors="replace"), encoding


def old_encoding(data: bytes) -> str:
    """The likely encoding of ``data`` that is neither UTF-8 nor UTF-16; empty when it reads like none."""
    if _western_signs(data):
        return "cp1252"
    sample = _whole_characters(data)
    return _chinese(sample) or _guess(sample)


def _whole_characters(data: bytes) -> bytes:
    """The beginning of ``data``, cut before a run of bytes that may be half a character."""
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE:
        last = sample.rfind(b"\n")
        sample = sample[:last] if last > 0 else sample
    return sample


def wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark has a zero byte in every other place of Latin text."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.05 else ""


def _western_signs(data: bytes) -> bool:
    """Whether all that is not ASCII are lone signs: ``470\\xb5F`` is µ, and valid GBK by chance only."""
    runs = _HIGH.findall(data)
    return all(len(run) == 1 and run[0] in _SIGNS for run in runs)


def _chinese(sample: bytes) -> str:
    """GB 18030 when every pair is a common character or sign of GB 2312, and it does not read as Korean."""
    runs = _HIGH.findall(sample)
    pairs = [run[at : at + 2] for run in runs for at in range(0, len(run) - len(run) % 2, 2)]
    if any(len(run) % 2 for run in runs) or not all(
        0xA1 <= p[0] <= 0xA3 or 0xB0 <= p[0] <= 0xD7 for p in pairs
    ):
        return ""
    if not all(p[1] >= 0xA1 for p in pairs):
        return ""
    korean = all(p[0] <= 0xC8 for p in pairs) and len(pairs) >= _LIKELY_KOREAN
    return "euc_kr" if korean else "gb18030"


def _guess(sample: bytes) -> str:
    """The most likely old encoding of a text that is not UTF-8; empty when it reads like none."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_OLD).best()
    return best.encoding if best else ""
