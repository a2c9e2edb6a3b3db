"""The QR codes of a plan on paper, as filled squares."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from hqguide.export.pdf_paper import FONT, SOFT, Paper
from hqguide.export.qr import matrices
from hqguide.route.itinerary import Itinerary

ACROSS, WIDE, TALL = 2, 90.0, 98.0  # codes beside each other, and millimetres of one with its number


def put_codes(paper: Paper, walk: Itinerary, words: Mapping[str, str]) -> None:
    """All codes on sheets of their own, each with its number."""
    found = matrices(walk)
    sheet = paper.sheet
    if not found:
        return
    sheet.add_page()
    paper.title(words["codes"])
    paper.say(words["codesnote"], 9, soft=True)
    top = sheet.y
    for at, matrix in enumerate(found):
        if at % ACROSS == 0 and at:
            top += TALL
            if top + TALL > sheet.h - sheet.b_margin:
                sheet.add_page()
                top = sheet.t_margin
        left = sheet.l_margin + at % ACROSS * (WIDE + 2)
        _code(paper, matrix, left, top)
        sheet.set_font(FONT, size=9)
        sheet.set_text_color(*SOFT)
        sheet.text(left + WIDE / 2 - 3, top + WIDE + 3, f"{at + 1}/{len(found)}")


def _code(paper: Paper, matrix: Sequence[Sequence[int]], left: float, top: float) -> None:
    side = WIDE / len(matrix)
    paper.sheet.set_fill_color(0, 0, 0)
    for row, modules in enumerate(matrix):
        for start, length in _runs(modules):
            paper.sheet.rect(left + start * side, top + row * side, length * side, side, style="F")


def _runs(modules: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin and how many stand side by side."""
    at = 0
    for dark, same in groupby(modules):
        length = len(list(same))
        if dark:
            yield at, length
        at += length
