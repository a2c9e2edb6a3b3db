"""Cards on paper: the Chinese words as large as they fit, to cut out and hold out to a seller."""

from collections.abc import Iterator

from hqguide.export.pdf_paper import FONT, INK, SOFT, Paper
from hqguide.route.itinerary import Itinerary

ACROSS, DOWN, WIDE, TALL = 2, 5, 91.0, 50.0  # cards of a sheet, and millimetres of one
LARGEST, SMALLEST = 40.0, 12.0
_POINTS = 72 / 25.4

Card = tuple[str, str, str, str]


def put_cards(paper: Paper, walk: Itinerary) -> None:
    """A card for each item that has Chinese words, ten on a sheet."""
    for at, card in enumerate(_cards(walk)):
        place = at % (ACROSS * DOWN)
        if place == 0:
            paper.sheet.add_page()
        row, column = divmod(place, ACROSS)
        _card(paper, card, paper.sheet.l_margin + column * WIDE, paper.sheet.t_margin + row * TALL)


def _cards(walk: Itinerary) -> Iterator[Card]:
    """Chinese, pinyin, English and quantity of each item, once each."""
    told = [
        (item.zh, item.pinyin, item.text, f"{number}.  ×{item.quantity}")
        for number, stop in enumerate(walk.stops, 1)
        for item in stop.items
    ]
    told += [(left.zh, left.pinyin, left.item, "") for left in (*walk.unplaced, *walk.dropped)]
    return iter(dict.fromkeys(card for card in told if card[0]))


def _card(paper: Paper, card: Card, left: float, top: float) -> None:
    zh, pinyin, text, count = card
    sheet = paper.sheet
    sheet.set_draw_color(170, 170, 170)
    sheet.set_line_width(0.2)
    sheet.rect(left, top, WIDE, TALL)
    room = WIDE - 8
    sheet.set_text_color(*INK)
    size = _largest(paper, zh, room)
    _line(paper, zh, size, left, top + 20, room)
    sheet.set_text_color(*SOFT)
    for words, points, down in ((pinyin, 13, 31), (text, 10, 38), (count, 10, 45)):
        _line(paper, words, points, left, top + down, room)


def _largest(paper: Paper, words: str, room: float) -> float:
    """The size in points at which ``words`` take one line of ``room`` millimetres."""
    paper.sheet.set_font(FONT, size=LARGEST)
    wide = paper.sheet.get_string_width(paper.known(words))
    # A hair smaller than what just fits: rounding must not cost the end of a part number.
    return max(SMALLEST, min(LARGEST, 0.99 * LARGEST * room / wide)) if wide else LARGEST


def _line(paper: Paper, words: str, size: float, left: float, base: float, room: float) -> None:
    """One line in the middle of the card, cut with dots where it does not fit."""
    sheet = paper.sheet
    sheet.set_font(FONT, size=size)
    text = paper.known(words)
    if sheet.get_string_width(text) > room:
        while text and sheet.get_string_width(text + "…") > room:
            text = text[:-1]
        text += "…"
    sheet.text(left + (WIDE - sheet.get_string_width(text)) / 2, base, text)
