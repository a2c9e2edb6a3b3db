"""A plan as a PDF for paper: the stops with tick boxes, the map, cards to hold out, QR codes.

Needs the extra ``hqguide[print]``: fpdf2 draws, and Noto Sans SC (OFL-1.1) comes with
pylopdf-fonts-zh-cn. Only the glyphs that are used are embedded. Equal plans give equal bytes.
"""

from collections.abc import Mapping

from hqguide.export.handout import Handout
from hqguide.export.pdf_cards import put_cards
from hqguide.export.pdf_codes import put_codes
from hqguide.export.pdf_paper import Paper, new_paper
from hqguide.export.pdf_picture import height_of, put_picture
from hqguide.export.prepare import clean, count_items, distance, duration, money, weekday
from hqguide.export.words import words_in
from hqguide.route.itinerary import Itinerary, LeftOut, Leg, Stop, StopItem

MAP_WIDTH, FLOOR_WIDTH, TALLEST = 150.0, 96.0, 110.0  # millimetres


def to_pdf(handout: Handout) -> bytes:
    """The plan as the bytes of a PDF (A4); a GuideError names the extra to install when it is missing."""
    walk, words = clean(handout.itinerary), words_in(handout.language)
    title = " ".join(filter(None, (words["title"], walk.date)))
    paper = new_paper(title, walk.date, handout.language)
    _head(paper, walk, words)
    if handout.map_svg:
        _picture(paper, handout.map_svg, MAP_WIDTH)
    drawn: set[str] = set()
    for at, stop in enumerate(walk.stops):
        _stop(paper, at + 1, stop, walk.legs[at] if at < len(walk.legs) else None, words)
        floor = handout.floors.get(handout.itinerary.stops[at].place)
        if floor and floor not in drawn:
            drawn.add(floor)
            _picture(paper, floor, FLOOR_WIDTH)
    for leg in walk.legs[len(walk.stops) :]:
        paper.title(words["end"])
        _way(paper, leg)
    _left_out(paper, words["ask"], walk.unplaced)
    _left_out(paper, words["left"], walk.dropped)
    _notes(paper, words["assumed"], walk.assumptions)
    put_cards(paper, walk)
    put_codes(paper, walk, words)
    return paper.data()


def _head(paper: Paper, walk: Itinerary, words: Mapping[str, str]) -> None:
    day = weekday(walk.date)
    paper.headline(words["title"])
    person = f"· {words['person']} {walk.part}/{walk.parts}" if walk.parts else ""
    paper.say(" ".join(filter(None, (walk.date, words[f"day{day}"] if day is not None else "", person))), 11)
    paper.say(f"{words['start']} {walk.depart} {walk.start}", 11)
    facts = [
        (words["time"], duration(walk.total.seconds)),
        (words["foot"], distance(walk.total.metres)),
        (words["stops"], str(len(walk.stops))),
        (words["items"], str(count_items(walk))),
        (words["cost"], money(walk.total.cost) if walk.total.cost else ""),
    ]
    paper.say("   ".join(f"{name} {value}" for name, value in facts if value), 11)
    if walk.nearest_first_seconds is not None:
        paper.say(f"{words['nearest']} {duration(walk.nearest_first_seconds)}", 8.5, soft=True)
    if walk.proven:
        paper.say(words["proven"], 8.5, soft=True)
    _notes(paper, words["mind"], walk.warnings)


def _picture(paper: Paper, svg: str, width: float) -> None:
    tall = height_of(svg, width)
    width *= min(1.0, TALLEST / tall)
    paper.need(height_of(svg, width) + 4)
    put_picture(paper, svg, width)


def _stop(paper: Paper, number: int, stop: Stop, way: Leg | None, words: Mapping[str, str]) -> None:
    paper.need(46)
    if way:
        _way(paper, way)
    paper.title(f"{number}.  {stop.building_name or stop.building}")
    counter = f"{words['counter']} {stop.counter}" if stop.counter else words["nocounter"]
    where = [stop.floor or words["nofloor"], counter, stop.name or "", f"{stop.arrive}–{stop.leave}"]
    paper.say("   ".join(filter(None, where)), 11.5)
    if stop.wait:
        paper.say(f"{words['wait']} {duration(stop.wait)}", 10)
    for item in stop.items:
        paper.item(item.zh, item.pinyin, item.text, f"×{item.quantity}", _more(item, words))
    date = f"{words['asof']} {stop.as_of}" if stop.as_of else words["undated"]
    paper.say(" · ".join(filter(None, (stop.why, date, stop.source or words["nosource"]))), 7.5, soft=True)


def _more(item: StopItem, words: Mapping[str, str]) -> str:
    """Prices to ask and known, and the place to try next."""
    found = (
        f"{words['askprice']} {item.quote}/{item.quotes}" if item.quotes > 1 else "",
        f"{words['price']} {money(item.price)}" if item.price is not None else "",
        f"{words['otherwise']} {item.else_at or item.fallback}" if item.fallback else "",
    )
    return "   ".join(filter(None, found))


def _way(paper: Paper, way: Leg) -> None:
    paper.say(f"→ {way.how}  {distance(way.metres)} · {duration(way.seconds)}", 8.5, soft=True)


def _left_out(paper: Paper, title: str, left: tuple[LeftOut, ...]) -> None:
    if left:
        paper.need(30)
        paper.title(title)
    for item in left:
        paper.item(item.zh, item.pinyin, item.item, "", item.why)


def _notes(paper: Paper, title: str, texts: tuple[str, ...]) -> None:
    if texts:
        paper.need(20)
        paper.title(title)
    for text in texts:
        paper.say(f"• {text}", 9)
