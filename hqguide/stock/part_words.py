"""Which words of a query are worth a search among millions of part numbers."""

import re
import unicodedata

from hqguide.parts.values import parse
from hqguide.textindex.folding import LONGEST_KEY, fold

PARTS_OF_A_QUERY = 3
SHORTEST, SHORTEST_OF_DIGITS = 4, 5
_BREAK = re.compile(r"[\s,;|，；、()（）\u3400-\u9fff]+")


def part_words(query: str) -> list[str]:
    """The words of ``query`` that read like part numbers: a digit, some length, and no value (4k7, 0603)."""
    out = []
    for word in _BREAK.split(unicodedata.normalize("NFKC", query[: LONGEST_KEY * 2])):
        key = fold(word)
        long_enough = len(key) >= (SHORTEST_OF_DIGITS if key.isdigit() else SHORTEST)
        if long_enough and any(char.isdigit() for char in key) and not _is_value(word):
            out.append(word)
    return out[:PARTS_OF_A_QUERY]


def _is_value(word: str) -> bool:
    values = parse(word)
    return bool(values) and not values.rest
