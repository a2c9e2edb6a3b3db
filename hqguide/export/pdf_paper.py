"""The sheets of the PDF: A4, one open font, tick boxes, page numbers, the same bytes each time."""

import datetime as dt
from typing import TYPE_CHECKING

from hqguide.errors import GuideError
from hqguide.export.prepare import day_of

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN, BOX, GUTTER = 14.0, 5.0, 9.0  # millimetres
INK, SOFT = (17, 17, 17), (85, 85, 85)
FONT = "hq"
# Stands for a character the font has not: emoji, rare scripts.
_UNKNOWN = "□"
_UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


class Paper:
    """Lines written one below the other; ``sheet`` is the fpdf2 document under them. Sizes are in points."""

    def __init__(self, sheet: "FPDF") -> None:
        self.sheet = sheet
        self._glyphs = sheet.fonts[FONT].cmap  # type: ignore[union-attr] # an embedded font has one

    def known(self, text: str) -> str:
        """``text`` with a box for each character the font has not."""
        return "".join(char if ord(char) in self._glyphs else _UNKNOWN for char in text)

    def need(self, tall: float) -> None:
        """Start a new page when fewer than ``tall`` millimetres are left on this one."""
        if self.sheet.will_page_break(tall):
            self.sheet.add_page()

    def write(self, text: str, size: float, x: float, width: float) -> None:
        """Wrap ``text`` into ``width`` millimetres from ``x`` at the current height."""
        self.sheet.set_font(FONT, size=size)
        self.sheet.set_x(x)
        self.sheet.multi_cell(width, size * 0.47, self.known(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def say(self, text: str, size: float, *, soft: bool = False) -> None:
        """A paragraph over the whole width."""
        self.sheet.set_text_color(*(SOFT if soft else INK))
        if text.strip():
            self.write(text, size, self.sheet.l_margin, self.sheet.epw)
            self.sheet.ln(0.8)

    def headline(self, text: str) -> None:
        """The title of the whole."""
        self.say(text, 20)

    def title(self, text: str) -> None:
        """The title of a part, with a line above."""
        sheet = self.sheet
        sheet.ln(2)
        sheet.set_draw_color(*SOFT)
        sheet.set_line_width(0.3)
        sheet.line(sheet.l_margin, sheet.y, sheet.l_margin + sheet.epw, sheet.y)
        sheet.ln(1.5)
        sheet.start_section(self.known(text))
        self.say(text, 13)

    def item(self, zh: str, pinyin: str, text: str, count: str, more: str) -> None:
        """One thing to buy behind a tick box: Chinese, then pinyin and English, then what else to know."""
        self.need(17)
        sheet = self.sheet
        sheet.set_draw_color(*INK)
        sheet.set_line_width(0.35)
        sheet.rect(sheet.l_margin + 1, sheet.y + 1, BOX, BOX)
        left, width = sheet.l_margin + GUTTER, sheet.epw - GUTTER
        sheet.set_text_color(*INK)
        self.write("   ".join(filter(None, (zh or text or "?", count))), 14, left, width)
        sheet.set_text_color(*SOFT)
        for line, size in (("   ".join(filter(None, (pinyin, text if zh else ""))), 9.5), (more, 8)):
            if line:
                self.write(line, size, left, width)
        sheet.ln(1.6)

    def data(self) -> bytes:
        """The document as bytes."""
        return bytes(self.sheet.output())


def new_paper(title: str, date: str, language: str) -> Paper:
    """An empty document called ``title`` with one page, dated by the day of the walk."""
    sheet = _new_sheet(title)
    sheet.set_margins(MARGIN, MARGIN)
    sheet.set_auto_page_break(True, margin=16)
    day = day_of(date)
    sheet.set_creation_date(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else _UNDATED)
    paper = Paper(sheet)
    sheet.set_title(paper.known(title))
    sheet.set_lang(language)
    sheet.set_creator("hqguide")
    sheet.set_producer("hqguide with fpdf2")
    sheet.add_page()
    return paper


def _new_sheet(title: str) -> "FPDF":
    """A document in A4 with the font, whose pages have ``title`` and their number below."""
    try:
        from fpdf import FPDF
        from pylopdf_fonts_zh_cn import sans_path
    except ImportError as missing:
        raise GuideError(
            f"the PDF export needs a package that is not installed ({missing.name})",
            hint="Install it in the folder of the guide: .venv/bin/pip install -e '.[print]'",
        ) from missing

    class Sheet(FPDF):
        """Pages with their number and the title below."""

        def footer(self) -> None:
            """Draw the last line of a page."""
            self.set_y(-11)
            self.set_font(FONT, size=8)
            self.set_text_color(*SOFT)
            self.cell(0, 5, f"{Paper(self).known(title)} · {self.page_no()}/{{nb}}", align="C")

    sheet = Sheet(format="A4", unit="mm")
    sheet.add_font(FONT, fname=sans_path())
    return sheet
