"""What part numbers of a family begin with, read off the family's regular expression.

A *head* is a rough picture of the first characters: itself, ``#`` for a digit, ``?`` for anything.
It may allow more than the expression does, never less, so that an expression whose heads do not fit
need not be compiled. Heads are made when the pack is built, which walks the parse tree of :mod:`re`,
no public interface; to test one takes nothing but comparing characters.
"""

import importlib
import re
from typing import Any

LENGTH = 6
"""The longest head, in characters."""

OPENING = 2
"""Heads are looked up by this many characters."""

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+./,"
_WIDEST = 300
_SPELLED_OUT = 3

_Heads = set[str]


def fits(head: str, key: str) -> bool:
    """Whether a part number can begin with ``head``."""
    if len(key) < len(head):
        return False
    for h, k in zip(head, key, strict=False):
        if h != k and h != "?" and not (h == "#" and k.isdigit()):
            return False
    return True


def openings(head: str) -> tuple[str, ...]:
    """Every first :data:`OPENING` characters the head stands for; a shorter head stands for itself."""
    out = [""]
    for char in head[:OPENING]:
        members = ALPHABET if char == "?" else "0123456789" if char == "#" else char
        out = [start + member for start in out for member in members]
    return tuple(out)


def heads(regex: str) -> tuple[str, ...]:
    """The heads of everything ``regex`` can match, sorted; ``""`` means any part number."""
    parser: Any = importlib.import_module("re._parser")
    done, open_ = _walk(parser.parse(regex, re.ASCII), {""})
    found = done | open_
    return tuple(sorted(h for h in found if not any(h[:n] in found for n in range(len(h)))))


def _walk(items: Any, open_: _Heads) -> tuple[_Heads, _Heads]:
    """Extend the open heads by ``items``: those that are final now, and those still growing."""
    done: _Heads = set()
    for op, value in items:
        more, open_ = _step(str(op), value, open_)
        done |= more
        full = {h for h in open_ if len(h) >= LENGTH}
        done |= full
        open_ = open_ - full
        if len(open_) > _WIDEST:
            return done | open_, set()
        if not open_:
            break
    return done, open_


def _step(op: str, value: Any, open_: _Heads) -> tuple[_Heads, _Heads]:
    """One item of the parse tree; what looks behind or ahead does not change a head."""
    if op == "LITERAL":
        return set(), {h + chr(value).upper() for h in open_}
    if op == "IN":
        return set(), {h + c for h in open_ for c in _members(value)}
    if op in ("ANY", "NOT_LITERAL"):
        return set(), {h + "?" for h in open_}
    if op == "SUBPATTERN":
        return _walk(value[-1], open_)
    if op == "BRANCH":
        sides = [_walk(branch, open_) for branch in value[1]]
        return set().union(*(done for done, _ in sides)), set().union(*(after for _, after in sides))
    if op in ("MAX_REPEAT", "MIN_REPEAT"):
        return _repeat(value[0], value[1], value[2], open_)
    return set(), open_


def _repeat(least: int, most: int, items: Any, open_: _Heads) -> tuple[_Heads, _Heads]:
    """``items`` between ``least`` and ``most`` times; beyond the head length more of them tells nothing."""
    done: _Heads = set()
    ends = set(open_) if least == 0 else set()
    for count in range(1, min(int(most), LENGTH) + 1):
        more, open_ = _walk(items, open_)
        done |= more
        if count >= least:
            ends |= open_
        if not open_:
            break
    return done, ends


def _members(value: Any) -> str:
    """The picture of a set such as ``[A-Z\\d]``: its few members spelled out, ``#`` or ``?``."""
    if any(str(op) == "NEGATE" for op, _ in value):
        return "?"
    test = "".join(_member(str(op), item) for op, item in value)
    inside = [c for c in ALPHABET if re.match(f"[{test}]", c)]
    if len(inside) <= _SPELLED_OUT:
        return "".join(inside) or "?"
    return "#" if all(c.isdigit() for c in inside) else "?"


def _member(op: str, item: Any) -> str:
    """One entry of a set as expression text."""
    if op == "LITERAL":
        return re.escape(chr(item))
    if op == "RANGE":
        return f"{re.escape(chr(item[0]))}-{re.escape(chr(item[1]))}"
    kinds = {"CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}
    return kinds.get(str(item), r"\w\W")
