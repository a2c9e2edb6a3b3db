"""List lines as the planner wants them: Chinese wording and the places that may sell each."""

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from hqguide.errands.traders import PlaceOf, with_traders
from hqguide.notebook.book import Notebook
from hqguide.notebook.dwell import Stays, own_dwell
from hqguide.notebook.lists import ListItem
from hqguide.parts.language import Language
from hqguide.parts.normalise import han
from hqguide.route.itinerary import Item, Offer
from hqguide.route.pace import Pace
from hqguide.search.answer import Answer
from hqguide.search.phrasebook import say_aloud

OFFERS_A_ITEM = 12
WORTH_A_STOP = 0.4
LONGEST_TELLING = 48
_TELLS = re.compile(r"(?=.*\d)(?=.*[A-Za-zΩ%]|\d{4})[A-Za-z0-9][\w.,/+%Ω#()-]*")

Find = Callable[[str, int], Answer]
"""Who sells what the words mean, so many places at most."""


def items_of(
    lines: Iterable[ListItem], find: Find, language: Language, place_of: PlaceOf
) -> tuple[Item, ...]:
    """The lines still wanted, each with its offers: places whose evidence is near that of the best.

    ``place_of`` tells where the counters of imported traders' lists are.
    """
    return tuple(item_of(line, find, language, place_of) for line in lines if line.state == "wanted")


def item_again(line: ListItem, known: Item) -> Item:
    """``line`` with what is ``known`` of an item of the same wording."""
    return replace(
        known,
        id=line.id,
        quantity=line.quantity,
        target_price=line.target_price,
        priority=line.priority,
    )


def own_pace(pace: Pace, notebook: Notebook) -> Pace:
    """``pace`` with the dwell learnt from the visitor's own ticks, as soon as there are enough of them."""
    if not notebook.path.exists():
        return pace
    own = own_dwell(Stays(notebook).all(), pace.item.value)
    return pace.with_dwell(own.stop, own.item, f"your own ticks at {own.stops} stops") if own else pace


def said_to_seller(term: str, text: str) -> str:
    """The Chinese term with the values, sizes and part numbers of ``text``: 贴片电容 100nF 0603."""
    telling = " ".join(word for word in text.split() if _TELLS.fullmatch(word) and word not in term)
    return f"{term} {telling}".strip() if len(telling) <= LONGEST_TELLING else term


def _answer(line: ListItem, find: Find) -> Answer:
    """Who sells the line: by its text, else by the Chinese its note begins with, as bills write it there."""
    answer = find(line.text, OFFERS_A_ITEM)
    chinese = line.note.partition(" · ")[0]
    if answer.categories or answer.places or not han(chinese):
        return answer
    return find(chinese, OFFERS_A_ITEM)


def item_of(line: ListItem, find: Find, language: Language, place_of: PlaceOf = lambda _: None) -> Item:
    """One line, whatever its state; without ``place_of`` no trader's counter is known."""
    answer = _answer(line, find)
    first = answer.categories[0] if answer.categories else None
    best = max((place.score for place in answer.places), default=1.0)
    offers = tuple(
        Offer(
            place=place.place,
            weight=round(min(1.0, place.score), 4),
            as_of=place.as_of,
            why=place.sells,
            confidence=place.confidence,
            source=place.source,
        )
        for place in answer.places
        if place.score >= WORTH_A_STOP * best
    )
    return Item(
        id=line.id,
        target_price=line.target_price,
        text=line.text,
        quantity=line.quantity,
        priority=line.priority,
        zh=said_to_seller(first.term_zh or first.name_zh, line.text) if first else "",
        pinyin=say_aloud(first, language) if first else "",
        offers=with_traders(offers, answer.stock, place_of),
    )
