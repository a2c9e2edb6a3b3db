"""Dots of a cell into one character: braille, or the ASCII stroke that looks most like them.

A cell is two dots wide and four high. ``DOT[y][x]`` is the bit of a dot in Unicode's braille order
(U+2800 plus the bits); braille is of neutral width, so it stays one column in every terminal.
"""

BRAILLE = 0x2800
DOT = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
SOLID = 7


def _stroke(bits: int) -> str:
    """The ASCII character for a pattern: ``#`` nearly full, ``+`` a crossing, else the direction."""
    rows = [[x for x in (0, 1) if bits & DOT[y][x]] for y in range(4)]
    left = [y for y in range(4) if 0 in rows[y]]
    right = [y for y in range(4) if 1 in rows[y]]
    tall = max(left + right) - min(left + right)
    flat = any(len(row) == 2 for row in rows)
    if bits.bit_count() >= SOLID:
        return "#"
    if bits.bit_count() == 1:
        return "."
    if not left or not right:
        return "|"
    if flat:
        return "+" if tall >= 2 else "-"
    if tall == 1:
        return "-"
    return "\\" if sum(left) / len(left) < sum(right) / len(right) else "/"


BRAILLE_CELLS = " " + "".join(chr(BRAILLE + bits) for bits in range(1, 256))
ASCII_CELLS = " " + "".join(_stroke(bits) for bits in range(1, 256))
