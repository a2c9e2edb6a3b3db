"""Reference designators: ``R1-R4, R7`` into ``R1 R2 R3 R4 R7``, and whether a text is a list of them."""

import re

from hqguide.bom.limits import MAX_RANGE, MAX_REFS

_BREAK = re.compile(r"[\s,;，；、|&+]+")
_ONE = re.compile(
    r"(?:\d{1,2}[.:])?(?P<kind>[A-Za-zÄÖÜ_][A-Za-z_$.]{0,11}?)(?P<number>\d{1,5})(?P<unit>[A-Za-z]?|[._]\d{1,2})"
)
_LETTERS = re.compile(r"[A-Za-z]{1,4}")
_RANGE = re.compile(
    r"(?P<kind>[A-Za-z_$]{1,8})(?P<first>\d{1,5})\s*(?:-|–|—|~|\.{2,3}|to|bis|至|到)\s*"
    r"(?P<again>[A-Za-z_$]{0,8})(?P<last>\d{1,5})"
)
_AROUND_DASH = re.compile(
    r"(?<=\d)\s*(?:[-–—~]|\.{2,3}|\bto\b|\bbis\b|至|到)\s*(?=[A-Za-z_$]{0,8}\d)", re.IGNORECASE
)
_LOOSE = re.compile(r"(?<![A-Za-z0-9])([A-Z]{1,3})\s+(?=\d{1,4}(?![\d.]*[A-Za-z]))")
_SPELLED = re.compile(r"[A-Za-z][\w$.*?+\-/]{0,31}")


def split_refs(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The designators in ``text`` in order, each once, and remarks about what was odd.

    Ranges are spelled out when both ends have the same letters and the first number is not above the
    last; a word that is no designator is kept as it is, since boards name parts ``LED`` or ``EPROM``.
    """
    text = _LOOSE.sub(r"\1", text.strip())
    text = _AROUND_DASH.sub("-", text)
    out: dict[str, None] = {}
    odd: list[str] = []
    before = ""
    for word in (w.strip("()[]{}\"'") for w in _BREAK.split(text)):
        if not word or word in ("-", "~", "and", "und", "et"):
            continue
        found = _RANGE.fullmatch(word)
        names = _spell_out(found, word, odd) if found else (_short(word, before),)
        if len(out) + len(names) > MAX_REFS:
            odd.append(f"more than {MAX_REFS:,} designators: {word[:40]} and what follows are left out")
            break
        before = names[-1]
        for name in names:
            if name in out:
                odd.append(f"{name} is named twice")
            out[name] = None
    return tuple(out), tuple(dict.fromkeys(odd))


def _spell_out(found: re.Match[str], word: str, odd: list[str]) -> tuple[str, ...]:
    """The designators of a range; a word that only looks like one stays whole."""
    first, last = int(found["first"]), int(found["last"])
    if found["again"] not in ("", found["kind"]) or last < first:
        return (word,)
    if last - first >= MAX_RANGE:
        odd.append(f"the range {word} is too long to be spelled out")
        return (word,)
    width = len(found["first"]) if found["first"].startswith("0") else 0
    return tuple(f"{found['kind']}{number:0{width}d}" for number in range(first, last + 1))


def _short(word: str, before: str) -> str:
    """``2`` after ``R1`` is ``R2``: lists shorten what is the same."""
    if word.isdigit() and (previous := _ONE.fullmatch(before)):
        return f"{previous['kind']}{word}"
    return word


def prefix(ref: str) -> str:
    """The letters of a designator in capitals (``R`` of ``R12``), of a bare word all of it."""
    ref = ref.upper()
    found = _ONE.fullmatch(ref)
    if found:
        return found["kind"].rstrip("_.$") or found["kind"]
    word = re.match(r"[A-Z]+", ref)
    return word[0] if word else ""


def is_ref(word: str) -> bool:
    """Whether a word is a designator: ``R1``, ``U3A``, ``LED_2``."""
    return _ONE.fullmatch(word) is not None


def is_refs(text: str) -> bool:
    """Whether a whole text is a list of designators with numbers."""
    refs, _ = split_refs(text[:400])
    return bool(refs) and all(is_ref(ref) for ref in refs)


def may_be_refs(text: str) -> bool:
    """Whether a text in a column of designators can be one: ``R1``, ``LED``, ``EPROM-SOCKEL``, not prose."""
    words, _ = split_refs(text)
    known = sum(1 for word in words if is_ref(word))
    return known * 2 > len(words) or (len(words) == 1 and _SPELLED.fullmatch(words[0]) is not None)
