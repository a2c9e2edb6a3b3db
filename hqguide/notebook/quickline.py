"""One typed line into what to buy and how many: ``10x 100nF 0603``, ``usb-c connector x5``, ``电阻 100个``.

A quantity is marked by a multiplication sign or a word for pieces. A bare number counts only what is put
on a list (``5 usb plugs``), never before a unit or as the name of a chip (``3 phase motor``, ``555 timer``).
What may be a size (``M3 x 10``, ``2x5 header``, ``5 x 20 fuse``) is part of the wording: a quantity left in
the text is seen at once, a size read as a quantity buys the wrong thing.
"""

import re
from collections.abc import Callable

from hqguide.notebook.item import ListItem
from hqguide.notebook.wording import MAX_PRIORITY, MAX_QUANTITY
from hqguide.parts.counts import bare_count, wishes_in
from hqguide.text import plain

_HAN = r"[\u4e00-\u9fff]"
_COUNT = r"(?P<count>\d{1,3}(?:[,，]\d{3})+|\d{1,7})"
_TIMES = r"[xX×✕*＊ｘＸ]"
# Pieces only: a reel, a bag, a set or a metre is not a piece, and 块 may mean yuan.
_PIECES_EN = r"(?:pcs\.?|pieces|units|ea)"
_PIECES_ZH = r"[个個只隻颗顆枚件片支条條根粒张張台把]"
_UNIT = r"(?:mm|cm|m|in|inch|\"|毫米|厘米|米)"

_SIZE = re.compile(
    rf"M?\d{{1,3}}(?:\.\d+)?{_UNIT}?|\d+(?:\.\d+)?{_UNIT}|\d[\d.]*(?:{_TIMES}\d[\d.]*)+{_UNIT}?",
    re.IGNORECASE,
)
_SMALL_SIZE = re.compile(r"M?\d{1,2}(?:\.\d+)?|pci-?e|express", re.IGNORECASE)
_ENLARGES = re.compile(
    r"loupe|magnif|microscope|lens|zoom|eyepiece|objective|probe|[大微物目]镜|镜头|探头", re.IGNORECASE
)

# X1 to X3 are safety classes of mains capacitors when written with a capital.
_NO_CLASS = r"(?!.*(?:V|VAC|cap|capacitors?|safety|电容|安规)\s?(?-i:X)[123]$)"

_MARKS = re.compile(r"(?P<before>[!！]+)\s*(?P<first>[^!！\s].*)|(?P<second>.*\S)\s(?P<after>[!！]+)")


def _any(_text: str) -> bool:
    return True


def _not_magnified(text: str) -> bool:
    return _ENLARGES.search(text) is None


def _no_size_first(text: str) -> bool:
    return _SIZE.fullmatch(text.split(maxsplit=1)[0]) is None


def _no_size_last(text: str) -> bool:
    return _SIZE.fullmatch(text.rsplit(maxsplit=1)[-1]) is None


def _no_small_size_last(text: str) -> bool:
    return _SMALL_SIZE.fullmatch(text.rsplit(maxsplit=1)[-1]) is None


# Each way to mark a quantity, with the condition on the words that remain; the first that fits is taken.
_RULES: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), condition)
    for pattern, condition in (
        (rf"{_COUNT}{_TIMES}(?:\s|(?={_HAN}))(?P<text>.+)", _not_magnified),
        (rf"{_COUNT}\s{_TIMES}\s(?P<text>.+)", _no_size_first),
        (rf"{_COUNT}\s?{_PIECES_EN}(?:\sof)?(?:\s|(?={_HAN}))(?P<text>.+)", _any),
        (rf"{_COUNT}\s?{_PIECES_ZH}(?![装裝套入])\s?(?P<text>.+)", _any),
        (rf"{_NO_CLASS}(?P<text>.+)\s{_TIMES}{_COUNT}", _no_small_size_last),
        (rf"(?P<text>.+)\s{_TIMES}\s{_COUNT}", _no_size_last),
        (rf"{_NO_CLASS}(?P<text>.*{_HAN}){_TIMES}\s?{_COUNT}", _any),
        (rf"(?P<text>.+\s|.*{_HAN}(?<!第)){_COUNT}\s?(?:{_PIECES_EN}|{_PIECES_ZH})", _any),
    )
)


def read_quickline(line: str) -> tuple[str, int]:
    """The wording in ``line`` and its quantity, 1 when none is marked. Never raises; no word is lost."""
    line = " ".join(plain(line).split())
    for pattern, condition in _RULES:
        match = pattern.fullmatch(line)
        if match and (count := _count(match["count"])) and condition(match["text"]):
            return match["text"].strip(), count
    return line, 1


def read_line(line: str) -> ListItem:
    """``line`` as an item of a list, not yet checked: wording, quantity and marks of priority."""
    words, priority = read_marks(line)
    text, quantity = read_quickline(words)
    if text == words and (counted := bare_count(words)):
        quantity, text = counted
    return ListItem(id=0, text=text, quantity=quantity, priority=priority)


def read_wishes(line: str) -> tuple[ListItem, ...]:
    """The items of ``line``: several when every one has its count, ``10x 100nF 0603, 2 usb c``."""
    pieces = wishes_in(line)
    items = tuple(map(read_line, pieces))
    counted = all(item.text != read_marks(piece)[0] for item, piece in zip(items, pieces, strict=True))
    return items if counted else (read_line(line),)


def read_marks(line: str) -> tuple[str, int]:
    """``line`` without the exclamation marks before or, set apart, behind it, and how many there were.

    ``! 10x 100nF`` and ``10x 100nF !!``: at most three count, and a line of marks alone is a wording.
    """
    line = " ".join(plain(line).split())
    match = _MARKS.fullmatch(line)
    if match is None:
        return line, 0
    return match["first"] or match["second"], min(len(match["before"] or match["after"]), MAX_PRIORITY)


def _count(digits: str) -> int | None:
    """The number, ``None`` when out of range or written like a code (``0603``)."""
    count = int(re.sub(r"\D", "", digits))
    return count if int(digits[0]) and count <= MAX_QUANTITY else None
