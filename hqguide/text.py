"""Text from outside made safe to show: no control characters, no markup, known width."""

import unicodedata

# C0/C1 controls, bidirectional overrides and the like can repaint or reorder a terminal line.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_KEEP = {"\u200d", "\ufe0f"}
_WIDE = {"W", "F"}
_NO_WIDTH = {"Mn", "Me", "Cf"}


def plain(text: str) -> str:
    """``text`` on one line without control, format, surrogate or unassigned characters.

    White space of any kind becomes one blank, so that words never run together.
    """
    if text.isascii() and text.isprintable():
        return text
    out = []
    for char in text:
        if char in "\t\n\r\v\f\x85\u2028\u2029":
            out.append(" ")
        elif char in _KEEP or unicodedata.category(char) not in _HIDDEN:
            out.append(char)
    return "".join(out)


def cells(text: str) -> int:
    """Terminal columns ``text`` takes: Han and full-width characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(char) in _NO_WIDTH
        else 2
        if unicodedata.east_asian_width(char) in _WIDE
        else 1
        for char in text
    )
