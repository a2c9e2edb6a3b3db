"""Rules for the text of every data file: nothing private, nothing garbled, nothing hidden."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hqguide.market.check_problem import Problem
from hqguide.text import plain

PRIVATE = (
    ("mobile number", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")),
    ("land line", re.compile(r"(?<!\d)0\d{2,3}[-\s]?\d{7,8}(?!\d)")),
    ("international number", re.compile(r"\+\d{2,3}[-\s]?\d{2,4}[-\s]?\d{6,}")),
    ("e-mail address", re.compile(r"[\w.%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w@])")),
    ("chat id", re.compile(r"(QQ|WeChat(?: id)?|微信号?|Skype)\s*[:：]?\s*[\w-]*\d{4,}", re.IGNORECASE)),
    ("person", re.compile(r"(先生|女士|小姐|经理[:：]|联系人|\b(?:Mr|Ms|Mrs)\.? [A-Z])")),
)
# Long digit runs that are an address or an archive number, not a telephone.
_ADDRESS = re.compile(r"https?://\S+|github:\S+|\bfile ids? \d+(?:, \d+)*|\bids? \d{8,}(?:, \d{8,})*")
# Built from the other files, whose text is checked; it holds patterns in lists.
BUILT = {"index.json"}
# A note may quote a number as it was read, such as A1??; a pattern may hold a lazy quantifier.
_QUESTIONS_ALLOWED = {"regex", "pattern", "note", "evidence"}


def strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string of decoded JSON with its path, keys of objects included."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{path}/{key}", key
            yield from strings(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            name = inner.get("id") if isinstance(inner, dict) else None
            yield from strings(inner, f"{path}/{name or index}")
    elif isinstance(value, str):
        yield path, value


def faults(text: str) -> Iterator[str]:
    """What is wrong with one string."""
    if "\ufffd" in text:
        yield "holds U+FFFD, a character lost in a conversion"
    if plain(text) != text:
        yield "holds a control or hidden character"
    if text != text.strip() or "  " in text:
        yield "has stray blanks"
    bare = _ADDRESS.sub("", text)
    for what, pattern in PRIVATE:
        if pattern.search(bare):
            yield f"holds a {what}"


def written_files(folder: Path) -> list[Path]:
    """The JSON files of a pack in order of name, those built from others left out."""
    return sorted(path for path in folder.glob("*.json") if path.name not in BUILT)


def check_text(folder: Path) -> Iterator[Problem]:
    """Problems in the text of every JSON file of ``folder``."""
    for path in written_files(folder):
        try:
            texts = tuple(strings(json.loads(path.read_bytes())))
        except (ValueError, RecursionError):
            yield Problem(path.name, "", "is not JSON")
            continue
        for where, text in texts:
            for what in faults(text):
                yield Problem(path.name, where, what)
            field = where.rpartition("/")[2]
            if field not in _QUESTIONS_ALLOWED and re.search(r"[?？]{2}", text):
                yield Problem(path.name, where, "holds ??, text lost in a conversion")
