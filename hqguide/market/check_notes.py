"""Rules for the field notes and the closing rules: sources, dates, references, slots."""

import re
from collections.abc import Iterator, Set
from datetime import date

import msgspec

from hqguide.errors import GuideError
from hqguide.market.check_buildings import doubles
from hqguide.market.check_dates import date_faults, first_day
from hqguide.market.check_problem import Problem
from hqguide.market.fieldnotes import Advice, Event, FieldNotes, Phrase, PricePoint
from hqguide.market.hours import Calendar, minutes
from hqguide.market.pack import Market

ABOUT = {"district", "hours", "holiday", "sunday"}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SLOT = re.compile(r"\{(\w+)\}")


class Known(msgspec.Struct, frozen=True):
    """What a note may refer to, and the day after which nothing can have happened."""

    market: Market
    categories: Set[str]
    today: date


def check_notes(notes: FieldNotes, known: Known) -> Iterator[Problem]:
    """Problems of the phrases, timeline, prices, price index and advice."""
    index = notes.price_index
    files = {
        "phrases.json": tuple(phrase.id for phrase in notes.phrases),
        "prices.json": tuple(price.id for price in notes.prices),
        "advice.json": tuple(advice.id for advice in notes.advice),
    }
    for file, ids in files.items():
        for double in doubles(ids):
            yield Problem(file, str(double), "id used twice")
    for phrase in notes.phrases:
        yield from _at("phrases.json", phrase.id, phrase_faults(phrase))
    for event in notes.timeline:
        yield from _at("timeline.json", event.date, event_faults(event, known))
    for price in notes.prices:
        yield from _at("prices.json", price.id, price_faults(price, known))
    for advice in notes.advice:
        yield from _at("advice.json", advice.id, advice_faults(advice, known))
    for event in index.history:
        yield from _at("price_index.json", event.date, event_faults(event, known))
    for reading in index.readings:
        yield from _at("price_index.json", "readings", source_faults(reading.sources, known))
    yield from _at("price_index.json", "", source_faults(index.sources, known))


def check_calendar(calendar: Calendar, known: Known) -> Iterator[Problem]:
    """Problems of the typical hours and the closing rules."""
    file = "holidays.json"
    if not calendar.typical or calendar.typical[0].applies_to != "district":
        yield Problem(file, "typical", "the first typical hours must be those of the district")
    for hours in calendar.typical:
        yield from _at(file, hours.applies_to, source_faults(hours.sources, known))
        yield from _at(file, hours.applies_to, date_faults(hours.as_of, known.today))
        try:
            times = [minutes(t) for t in (hours.open, hours.open_latest, hours.close, hours.close_latest)]
        except GuideError as error:
            yield Problem(file, hours.applies_to, error.what)
        else:
            if times != sorted(times):
                yield Problem(file, hours.applies_to, "the four times are not in order")
    for double in doubles(tuple(rule.id for rule in calendar.rules)):
        yield Problem(file, str(double), "id used twice")
    for rule in calendar.rules:
        found = [*source_faults(rule.sources, known), *date_faults(rule.as_of, known.today)]
        found += building_faults(rule.buildings, known)
        found += [
            f"{day!r} is not MM-DD" for day in (rule.first, rule.last) if day and not first_day(f"2024-{day}")
        ]
        if rule.binds and (rule.effect != "shut" or not rule.goods):
            found.append("binds, but does not say what it shuts")
        for head in rule.goods:
            if not any(f"{one}.".startswith(f"{head}.") for one in known.categories):
                found.append(f"unknown category {head!r}")
        yield from _at(file, rule.id, iter(found))


def _at(file: str, where: str, found: Iterator[str]) -> Iterator[Problem]:
    return (Problem(file, where, what) for what in found)


def source_faults(sources: tuple[str, ...], known: Known) -> Iterator[str]:
    """No source, or one the pack does not have."""
    if not sources:
        yield "names no source"
    for source in sources:
        if source not in known.market.sources:
            yield f"unknown source {source!r}"


def building_faults(buildings: tuple[str, ...], known: Known) -> Iterator[str]:
    """Buildings the pack does not have."""
    return (f"unknown building {one!r}" for one in buildings if one not in known.market.by_id)


def phrase_faults(phrase: Phrase) -> Iterator[str]:
    """Slots that differ between the languages, or text that is not Chinese."""
    for name, text in (("en", phrase.en), ("zh", phrase.zh), ("pinyin", phrase.pinyin)):
        if set(_SLOT.findall(text)) != set(phrase.slots):
            yield f"the slots of {name} are not {list(phrase.slots)}"
    if not _HAN.search(phrase.zh):
        yield "zh has no Chinese character"


def event_faults(event: Event, known: Known) -> Iterator[str]:
    """Sources, dates and buildings of an event."""
    yield from source_faults(event.sources, known)
    yield from date_faults(event.date, known.today)
    yield from date_faults(event.until, known.today)
    yield from building_faults(event.buildings, known)
    if event.until is not None and event.until < event.date:
        yield f"ends {event.until}, before it begins"
    if event.status == "two sources" and len(event.sources) < 2:
        yield "says two sources but names one"


def price_faults(price: PricePoint, known: Known) -> Iterator[str]:
    """Sources, date, place and amount of a price."""
    yield from source_faults(price.sources, known)
    yield from date_faults(price.as_of, known.today)
    if price.as_of is None and price.as_written is None:
        yield "has no date, not even as written"
    if price.yuan is None and price.printed is None:
        yield "has no amount"
    if price.yuan_high is not None and (price.yuan is None or price.yuan_high < price.yuan):
        yield "its higher amount is not higher"
    for category in price.categories:
        if category not in known.categories:
            yield f"unknown category {category!r}"
    if price.building is not None:
        building = known.market.by_id.get(price.building)
        if building is None:
            yield f"unknown building {price.building!r}"
        elif price.level is not None and building.floor(price.level) is None:
            yield f"level {price.level} is not a floor of {building.id}"


def advice_faults(advice: Advice, known: Known) -> Iterator[str]:
    """Sources and date of advice, and what it is about."""
    yield from source_faults(advice.sources, known)
    yield from date_faults(advice.as_of, known.today)
    if not advice.applies_to:
        yield "is about nothing"
    for about in advice.applies_to:
        if about not in ABOUT and about not in known.categories and about not in known.market.by_id:
            yield f"is about {about!r}, which is no category, building or topic"
    if advice.zh is not None and not _HAN.search(advice.zh):
        yield "zh has no Chinese character"
