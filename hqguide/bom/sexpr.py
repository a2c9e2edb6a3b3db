"""S-expressions, as KiCad writes its files: nested lists of words and quoted texts."""

import re
from collections.abc import Iterator, Sequence

from hqguide.errors import GuideError

_TOKEN = re.compile(
    r'\s*(?:(?P<open>\()|(?P<close>\))|"(?P<text>(?:[^"\\]|\\.)*)"|(?P<word>[^\s()"]+))', re.DOTALL
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_DEEPEST = 200

Node = list["Node | str"]


def parse(text: str, where: str) -> Node:
    """The first expression of ``text``; :class:`GuideError` when its brackets do not match."""
    stack: list[Node] = [[]]
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if not found:
            break
        at = found.end()
        if found["open"]:
            stack.append([])
            if len(stack) > _DEEPEST:
                raise _broken(where)
        elif found["close"]:
            if len(stack) == 1:
                raise _broken(where)
            done = stack.pop()
            stack[-1].append(done)
            if len(stack) == 1:
                return done
        else:
            stack[-1].append(_plain(found))
    raise _broken(where)


def _plain(found: re.Match[str]) -> str:
    if found["word"] is not None:
        return found["word"]
    return _ESCAPE.sub(lambda e: _ESCAPED.get(e[1], e[1]), found["text"])


def _broken(where: str) -> GuideError:
    return GuideError("brackets do not match: the file is damaged or cut off", where=where)


def named(node: Sequence["Node | str"], name: str) -> Iterator[Node]:
    """The lists inside ``node`` that begin with ``name``."""
    for inner in node:
        if isinstance(inner, list) and inner and inner[0] == name:
            yield inner


def word(node: Sequence["Node | str"], name: str, default: str = "") -> str:
    """The first word of the first list called ``name``: ``yes`` of ``(in_bom yes)``."""
    for inner in named(node, name):
        return inner[1] if len(inner) > 1 and isinstance(inner[1], str) else default
    return default
