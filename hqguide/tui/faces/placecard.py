"""The card of a place: names, where, the words to say, evidence with its date, status, the way in."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hqguide.tui.faces.dates import about
from hqguide.tui.faces.fields import field, words
from hqguide.tui.faces.names import bare
from hqguide.tui.faces.results import CONFIDENCE_INKS, confidence, hall_of
from hqguide.tui.look import Look
from hqguide.tui.nearby import near_words
from hqguide.tui.runs import EMPTY, Line, Run, ink, wrap

if TYPE_CHECKING:
    from hqguide.market.card import Card
    from hqguide.market.whereabouts import Near
    from hqguide.search.answer import Answer, CategoryHit, Evidence, PlaceHit

STATE_INKS = {"open": "good", "closed": "bad", "converted": "warn"}


def card_lines(
    hit: "PlaceHit",
    card: "Card | None",
    answer: "Answer",
    width: int,
    look: Look,
    *,
    near: "Near | None" = None,
) -> list[Line]:
    """The whole card, the most useful first; ``card`` adds what is known of the place, ``near`` the way."""
    out: list[Line] = []
    out += wrap(_names(hit, card, look), width, 2)
    out += wrap(_spot(hit, card, look, near), width, 2)
    if hit in answer.closed:
        out += wrap((ink(look.say("closed notice"), "bad"),), width)
    out.append(EMPTY)
    out += say_lines(next(iter(answer.categories), None), width, look)
    out += field(look.say("sells"), [ink(hit.sells)], width)
    out += _evidence(hit, width, look)
    if card:
        out += place_facts(card, width, look)
    return out + _other_evidence(hit, width, look) + meaning_lines(answer, width, look)


def say_lines(category: "CategoryHit | None", width: int, look: Look) -> list[Line]:
    """The Chinese words to show the seller, with their sound and meaning."""
    if category is None:
        return []
    runs = [ink(category.term_zh or category.name_zh, "han")]
    if category.pinyin:
        runs.append(ink(f"  {category.pinyin}", ""))
    runs.append(ink(f"  {category.term_en or category.name_en}", ""))
    return field(look.say("say"), runs, width)


def meaning_lines(answer: "Answer", width: int, look: Look) -> list[Line]:
    """Every meaning the query may have, and by which step it was found."""
    out: list[Line] = []
    for number, one in enumerate(answer.categories if len(answer.categories) > 1 else ()):
        runs = [
            ink(one.name_zh, "han"),
            ink(f" {one.name_en}"),
            ink(f" ({look.say('via', via=one.via)})", "faint"),
        ]
        out += field("" if number else look.say("meanings"), runs, width)
    return out


def place_facts(card: "Card", width: int, look: Look) -> list[Line]:
    """What is known of the place whatever was searched: status, hours, metro, the way in, floors."""
    out: list[Line] = []
    status: list[Run] = [ink(card.status, STATE_INKS.get(card.status, "dim"))]
    if card.status_as_of:
        status.append(ink(f" {look.say('as of', date=card.status_as_of)}", "dim"))
    if card.status_note:
        status.append(ink(look.dot + card.status_note, "dim"))
    out += field(look.say("status"), status, width)
    for label, values in _facts(card, look):
        for number, value in enumerate(values):
            out += field("" if number else label, [ink(value, "dim")], width)
    for number, floor in enumerate(card.floors):
        runs = [
            ink(f"{floor.label:<4}", "gold"),
            ink(floor.goods or look.say("no record"), "" if floor.goods else "faint"),
        ]
        tail = [floor.as_of or "", look.say("stalls", n=floor.stalls) if floor.stalls else ""]
        runs += [ink(look.dot + part, "faint") for part in tail if part]
        out += field("" if number else look.say("floors"), runs, width)
    return out


def _facts(card: "Card", look: Look) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield look.say("access"), card.access
    yield look.say("joined"), card.joined
    yield look.say("hours"), card.hours
    yield look.say("metro"), card.metro
    yield look.say("address"), (card.address,) if card.address else ()
    yield look.say("note"), (*((card.reading,) if card.reading else ()), *card.notes)


def _names(hit: "PlaceHit", card: "Card | None", look: Look) -> list[Run]:
    """The building in Chinese and English."""
    runs = [ink(hall_of(hit, look), "title")]
    if card and card.kind == "building" and card.name_zh and card.name_zh not in hit.building_name:
        runs.insert(0, ink(card.name_zh + " ", "han"))
    return runs


def _spot(hit: "PlaceHit", card: "Card | None", look: Look, near: "Near | None") -> list[Run]:
    floor = hit.floor or hit.floors
    runs = [ink(floor or look.say("floor unknown"), "gold.bold" if floor else "faint")]
    if hit.block:
        runs += [(look.dot, "faint"), ink(hit.block, "gold")]
    if hit.counter:
        runs += [(look.dot, "faint"), ink(look.say("counter", counter=hit.counter), "gold.bold")]
    if hit.name:
        runs.append(ink(look.dot + hit.name, ""))
    if near is not None:
        runs += [(look.dot, "faint"), ink(near_words(near, look), "good")]
    elif hit.metres is not None:
        runs += [(look.dot, "faint"), ink(look.say("metres", n=round(hit.metres)), "dim")]
    if card and card.pinyin:
        runs += [(look.dot, "faint"), ink(bare(card.pinyin), "dim")]
    return runs


def _evidence(hit: "PlaceHit", width: int, look: Look) -> list[Line]:
    sure = look.say("confidence", word=confidence(hit.confidence, look), confidence=hit.confidence)
    runs = [
        ink(about(hit.as_of, look, hit.as_of_estimated), "title"),
        ink(look.dot + hit.method, ""),
        (look.dot, "faint"),
        ink(sure, CONFIDENCE_INKS.get(hit.confidence, "dim")),
    ]
    out = field(look.say("known"), runs, width)
    out += field(look.say("source"), [ink(hit.source, "dim")], width)
    if hit.note:
        out += field(look.say("note"), [ink(hit.note, "dim")], width)
    return out


def _other_evidence(hit: "PlaceHit", width: int, look: Look) -> list[Line]:
    out: list[Line] = []
    for one in hit.older:
        label = (
            look.say("older")
            if one.superseded or (one.as_of or "") < (hit.as_of or "")
            else look.say("other")
        )
        out += field(label, _older(one, look), width)
    return out


def _older(one: "Evidence", look: Look) -> list[Run]:
    parts = [
        about(one.as_of, look, one.as_of_estimated),
        one.method,
        confidence(one.confidence, look),
        one.source,
    ]
    runs = [ink(one.sells, ""), ink(look.dot + look.dot.join(parts), "dim")]
    if one.superseded:
        runs.append(ink(f" ({look.say('superseded')})", "warn"))
    if one.note:
        runs += words([f" {one.note}"], "faint")
    return runs


def no_place_lines(answer: "Answer", width: int, look: Look) -> list[Line]:
    """The page for an answer without a living place: what to ask for, or that nothing is known."""
    first = next(iter(answer.categories), None)
    out: list[Line] = []
    if first is None:
        out += wrap((ink(look.say("nothing", query=answer.query), "title"),), width)
        out += wrap((ink(look.say("nothing hint"), "dim"),), width)
    else:
        name = (first.term_en or first.name_en) if look.language == "en" else (first.term_zh or first.name_zh)
        out += wrap((ink(look.say("no record of", name=name), "title"),), width)
        if answer.closed:
            out += wrap((ink(look.say("only closed"), "warn"),), width)
        out += [EMPTY, (ink(look.say("ask for"), "dim"),), EMPTY]
        out += say_lines(first, width, look)
    out += [EMPTY, *meaning_lines(answer, width, look)]
    for note in answer.notes:
        out += [EMPTY, *wrap((ink(note, "dim"),), width)]
    return out
