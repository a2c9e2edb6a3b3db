"""A query taken apart once: scripts, words without those of a question, values, part numbers."""

import re
from functools import lru_cache

import msgspec

from hqguide.parts.counts import without_counts
from hqguide.parts.deeds import tells_a_deed
from hqguide.parts.everyday import PHRASES, THINGS, is_common
from hqguide.parts.normalise import HAN, MAX_QUERY, clean, content, fold, han, squash, words
from hqguide.parts.talk import is_talk
from hqguide.parts.values import Values, parse

# Words of a question, not of a thing.
_ASKING_TEXT = """
请问 哪里有卖 哪里可以买到 哪里能买到 哪里买得到 哪里可以买 哪里能买 哪里买 哪里有 哪里卖
哪儿有卖 哪儿有 哪儿卖 在哪里 在哪儿 在哪 哪里 哪儿 哪家有 哪家 哪层 几楼 我想买 我要买 我想要
我想找 我要找 我需要 我要 我想 想买 要买 想找 需要 有没有卖 有没有 有卖 多少钱 怎么卖 便宜 华强北
附近 老板 你好 谢谢 一个 一些 几个 这个 那个 可以买到 买得到 吗 呢 的 买 卖 找 最好
"""
_ASKING = tuple(sorted(_ASKING_TEXT.split(), key=len, reverse=True))
_PREPOSITIONS_TEXT = """
for with from in on to of without that which like between behind under when where while because so
"""
_PREPOSITIONS = frozenset(_PREPOSITIONS_TEXT.split())
# Behind these stands what the thing is for or where it is used, not what it is.
_PURPOSE = frozenset(("for", "from", "that", "which", "like", "when", "where", "while", "because", "so"))
_PLACE = _PURPOSE | {"in", "under", "inside", "with", "between", "behind"}
_HAN_OR_MARK = re.compile(rf"[{HAN}，。、？！；：（）【】]+")
_BREAK = re.compile(r"(?:[\s;|()]|,(?!\d)|(?<!\d),)+")
# I'm, don't, my wife's.
_CLITIC = re.compile(r"(?<=[a-z])'(?:m|re|ve|ll|d|s|t)\b")
_MEASURE = re.compile("^(?:那|这|一)?[种个款只条台部些块张把套支根盒卷]")
_CLAUSE = re.compile(r"[,;.!?]\s")
_DIGIT = re.compile(r"\d")
# Reference designators at the start of a BOM line: "C 100n", "R1,R2 10k", "FB3 600R 0603".
# The words of an address say nothing of the goods behind it.
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DESIGNATOR = re.compile(
    r"(?P<kind>FB|VR|RV|[RCLDQUJFYXKT])\d{0,3}(?:\s?[,-]\s?(?P=kind)?\d{1,3})*[\s:]+(?=\S*\d)"
)
# Nothing of the market is of these: driver of the year.
_TIMES = frozenset(("year", "day", "week", "month", "morning", "evening", "night", "moment"))
_LONGEST_PART = 40
_NOUN_OF_A_LIST = 3
_MOST_WORDS = 24
_PHRASE_LONGEST = 5


class Query(msgspec.Struct, frozen=True):
    """The parts of a query.

    ``every`` are all Latin words; ``words`` are English and ``chinese`` is squashed Chinese text, both
    without question words; ``chinese_head`` is the thing behind its last 的; ``clause`` are the words
    before the first comma of plain speech; ``bare`` and ``chinese_bare`` are without values too.
    ``heads`` are the words that may name the thing: the last one before a preposition, and in a BOM line
    of capitals (``SWITCH TACTILE``) the first. ``purpose`` are the words of what it is for, ``behind``
    these and those of where it is used; ``of_another`` says that it is part of something that is no goods
    (the socket of the eye). ``part_words`` are the words that ``parts`` fold into. ``apart`` are the
    words without a digit, ``letters`` these run together; ``typed`` is all Latin text run together;
    ``designator`` the letters of a reference designator.
    """

    text: str
    chinese: str
    chinese_bare: str
    chinese_head: str
    every: tuple[str, ...]
    words: tuple[str, ...]
    clause: tuple[str, ...]
    bare: tuple[str, ...]
    heads: tuple[str, ...]
    purpose: frozenset[str]
    behind: frozenset[str]
    of_another: bool
    parts: tuple[str, ...]
    part_words: frozenset[str]
    tokens: tuple[str, ...]
    letters: str
    apart: tuple[str, ...]
    typed: str
    designator: str
    values: Values

    @property
    def plain(self) -> bool:
        """Whether nothing but part numbers and values was typed."""
        return not self.chinese and self.part_words.issuperset(self.bare)


def take_apart(text: str) -> Query:
    """The parts of ``text``; at most :data:`~hqguide.parts.normalise.MAX_QUERY` characters are read."""
    cleaned = _LINK.sub(" ", clean(text[:MAX_QUERY])).strip()
    designator = _DESIGNATOR.match(cleaned)
    if designator:
        cleaned = cleaned[designator.end() :]
    cleaned = without_counts(cleaned)
    folded = fold(cleaned)
    asked = _without_asking(folded)
    latin = _HAN_OR_MARK.sub(" ", cleaned)
    values = parse(cleaned)
    tokens = [t for t in (token.strip(".:?!'\"") for token in _BREAK.split(latin)) if t]
    parts = tuple(t for t in tokens if _is_part(t))
    kept = _english(latin)
    apart = tuple(
        letters
        for token in tokens
        if not _DIGIT.search(token) and (letters := "".join(filter(str.isalpha, token.lower())))
    )
    rest = _english(_HAN_OR_MARK.sub(" ", values.rest))
    left = _without_asking(fold(values.rest))
    return Query(
        text=cleaned,
        chinese=squash(asked) if han(asked) else "",
        chinese_bare=squash(left) if han(left) else "",
        chinese_head=_head_of_chinese(folded),
        every=_every(latin),
        words=kept,
        clause=() if values or latin.isupper() else _english(_CLAUSE.split(latin, maxsplit=1)[0]),
        heads=_heads(latin, kept),
        purpose=_behind(latin, _PURPOSE),
        behind=_behind(latin, _PLACE),
        of_another=_of_another(latin),
        bare=tuple(w for w in rest if _tells(w, beside_values=bool(values))),
        parts=parts,
        part_words=frozenset(word for part in parts for word in words(fold(part))),
        tokens=tuple(tokens),
        letters="".join(apart),
        apart=apart,
        typed=squash(fold(latin)),
        designator=designator["kind"] if designator else "",
        values=values,
    )


def _without_asking(folded: str) -> str:
    """Chinese text without the words of a question; a text that is nothing else stays."""
    if not han(folded):
        return folded
    left = folded
    for phrase in _ASKING:
        left = left.replace(phrase, " ")
    return left if han(left) else folded


def _head_of_chinese(folded: str) -> str:
    """The thing behind what it is used for or a measure word: 电机 of 做小车用的那种电机; or empty."""
    before, _, head = folded.rpartition("的")
    measure = _MEASURE.match(head)
    if not before or not (measure or before.endswith("用")):
        return ""
    thing = squash(_without_asking(head[measure.end() if measure else 0 :]))
    return thing if len(han(thing)) > 1 else ""


def _english(latin: str) -> tuple[str, ...]:
    """The words of a Latin text without those of a question."""
    return content(_every(latin))[:_MOST_WORDS]


@lru_cache(maxsize=64)
def _every(latin: str) -> tuple[str, ...]:
    """All words of a Latin text, those of an everyday phrase run together: ``speedoflight``."""
    every = words(_CLITIC.sub("", fold(latin)))
    out: list[str] = []
    at = 0
    while at < len(every):
        sizes = range(min(_PHRASE_LONGEST, len(every) - at), 1, -1)
        size = next((n for n in sizes if PHRASES.holds("".join(every[at : at + n]))), 1)
        out.append("".join(every[at : at + size]))
        at += size
    return tuple(out)


def _heads(latin: str, kept: tuple[str, ...]) -> tuple[str, ...]:
    """The words that may name the thing: in ``switches for a front panel`` it is ``switch``.

    What a thing is ``of`` names it when that is none of ours: a hall of fame is no hall.
    """
    telling = tuple(word for word in kept if not _names_nothing(word)) or kept
    every = _every(latin)
    last = ""
    for at, word in enumerate(every):
        if word in _PREPOSITIONS and last:
            what = content(every[at + 1 :])[:1] if word == "of" else ()
            last = what[0] if what and what[0] in THINGS else last
            break
        if word in telling and not (last and word.isdigit()):
            last = word
    first = (kept[0],) if latin.isupper() and kept else _noun_of_a_list(latin)
    return (last, *first)


def _behind(latin: str, prepositions: frozenset[str]) -> frozenset[str]:
    """The words behind the first of some prepositions that the name of a thing stands before."""
    every = _every(latin)
    for at, word in enumerate(every):
        before = content(every[:at])
        purpose = word in prepositions or (word == "to" and tells_a_deed(every[at:]))
        if purpose and before and not _names_nothing(before[-1]):
            return frozenset(content(every[at + 1 :])) - frozenset(every[:at])
    return frozenset()


def _of_another(latin: str) -> bool:
    """Whether the thing is ``of`` something that everyday words tell of: the socket of the eye."""
    every = _every(latin)
    if "of" not in every[1:]:
        return False
    whose = content(every[every.index("of") + 1 :])
    return bool(whose) and all(is_common(word) and (word in _TIMES or not is_talk(word)) for word in whose)


def _names_nothing(word: str) -> bool:
    """Whether a word is an everyday one that names no thing."""
    return is_common(word) and word not in THINGS


def _noun_of_a_list(latin: str) -> tuple[str, ...]:
    """The noun a catalogue puts first: ``Switch, pushbutton, momentary, SPST``."""
    first, comma, _ = latin.partition(", ")
    named = content(words(fold(first)))
    return named[-1:] if comma and len(named) <= _NOUN_OF_A_LIST else ()


def _tells(word: str, *, beside_values: bool) -> bool:
    """Whether a word says something: a number does not, nor a lone letter beside values."""
    return any(c.isalpha() for c in word) and (len(word) > 1 or not beside_values)


def _is_part(token: str) -> bool:
    """Whether a token may be a part number: it has a digit and a likely length."""
    return 3 <= len(token) <= _LONGEST_PART and bool(_DIGIT.search(token)) and not token.endswith("Metric")
