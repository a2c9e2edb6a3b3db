"""The answer to a query: what it means, who is on record for it, what is closed, what is not known."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from hqguide.errors import GuideError
from hqguide.market.fieldnotes import Advice
from hqguide.market.pack import Market
from hqguide.market.places import key, namesakes
from hqguide.parts.beside import Context
from hqguide.parts.language import Language
from hqguide.parts.normalise import fold, han, part_key, words
from hqguide.parts.understand import Meaning, understand
from hqguide.search.answer import Answer, AnswerKind, CategoryHit
from hqguide.search.clauses import Wish, wishes
from hqguide.search.doubts import doubts
from hqguide.search.hits import building_hit, place_hit, place_named, stall_hit
from hqguide.search.names import Named, read_names
from hqguide.search.offers import Offer, Shelf
from hqguide.search.rank import (
    Scored,
    Wanted,
    content_words,
    fits,
    nearer,
    own_first,
    score,
    spread,
    together,
)
from hqguide.text import plain

QUERY_LIMIT = 10_000
CLOSE_TO_BEST = 0.92
MEANINGS_PLACED = 5
ADVICE_SHOWN = 2
ADVICE_TOPICS = ("buying", "trust", "rest")
WORTH_A_PLACE = 0.015
BRAND_FIT = 0.8
NAMESAKES_SHOWN = 4
TYPED = ("alias", "words", "typo", "category")
GONE = ("closed", "converted")


class Knowledge(msgspec.Struct, frozen=True):
    """What an answer is made from: the market, who is on record for what, the words, the advice."""

    market: Market
    shelf: Shelf
    language: Language
    advice: tuple[Advice, ...] = ()


def find(
    query: str,
    known: Knowledge,
    *,
    limit: int = 10,
    metres: Mapping[str, float] | None = None,
    why: bool = False,
    context: Context | None = None,
) -> Answer:
    """Answer ``query`` with at most ``limit`` places, best first; with ``why`` each says its reasons.

    ``metres`` gives the distance of each building id from where the asker stands. With ``context``, the
    other columns of a line of a bill, the query names goods and no place. An empty query, or one of more
    than 10,000 characters, is a :class:`GuideError`.
    """
    text = _checked(query)
    if context:
        meanings = understand(text, known.language, context=context)
        asked = [Wish(text, meanings)] if meanings else []
        return _goods(text, asked, Named((), text), known, limit, metres or {}, why)
    place = place_named(known.market, text)
    if place:
        return Answer(text, "place", (), (place,))
    asked = _wishes(text, known.language)
    named = read_names(known.market, text, asked[0].meanings[0].score if asked else 0.0)
    if named.stalls:
        return _named_stalls(text, named, known.market, limit)
    if named.buildings:
        asked = _wishes(named.rest, known.language) if named.rest else []
        if not asked:
            return _named_buildings(text, named, known.market)
    return _goods(text, asked, named, known, limit, metres or {}, why)


def _wishes(text: str, language: Language) -> list[Wish]:
    names = language.index.english
    return wishes(
        text, lambda run: understand(run, language), lambda run: " ".join(words(fold(run))) in names
    )


def _checked(query: str) -> str:
    text = plain(query).strip()
    if not text or len(query) > QUERY_LIMIT:
        what = "the query is empty" if not text else f"the query has more than {QUERY_LIMIT} characters"
        raise GuideError(what, hint="Example: hqguide find usb-c connector")
    return text


def _goods(
    text: str,
    asked: Sequence[Wish],
    named: Named,
    known: Knowledge,
    limit: int,
    metres: Mapping[str, float],
    why: bool,
) -> Answer:
    wanted = [_wanted(wish, known.language) for wish in asked or [Wish(text, ())]]
    fit = together([fits(one, known.shelf, known.language) for one in wanted]) | _by_brand(text, known.shelf)
    ranked = score(fit)
    living = [s for s in ranked if s.score >= WORTH_A_PLACE and not _gone(s)]
    inside = {building.id for building in named.buildings}
    here = [s for s in living if s.spot.building and s.spot.building.id in inside]
    here = [s for s in here if s.spot.floor == named.floor] or here if named.floor else here
    meant = frozenset(m.category for one in wanted for m in one.meanings)
    closed = [building_hit(b) for b in named.buildings if b.status.state in GONE]
    notes: list[str] = []
    if named.buildings and not here and not closed:
        notes.append(f"No record of it in {named.buildings[0].label}; known elsewhere:")
    if not living:
        closed += [place_hit(s, meant) for s in ranked if _gone(s)][:3]
    chosen = own_first(spread(nearer(here or living, metres)), fit)[:limit]
    places = tuple(place_hit(s, meant, metres) for s in chosen)
    if why:
        from hqguide.search.explain import Grounds, with_reasons

        today = date.fromisoformat(known.market.manifest.as_of)
        places = with_reasons(places, chosen, Grounds(tuple(wanted), fit, known.language, today, metres))
    meanings = _merged(asked)
    year = int(known.market.manifest.as_of[:4])
    notes += doubts(wanted[0], meanings, known.shelf, known.language, places, year)
    notes += _advised(meanings, known.advice) if places else []
    kind: AnswerKind = "closed" if closed else "place" if places else "category" if meanings else "nothing"
    hits = tuple(_category(meaning, known.language) for meaning in meanings)
    return Answer(text, kind, hits, places, tuple(closed), tuple(notes))


def _merged(asked: Sequence[Wish]) -> tuple[Meaning, ...]:
    """The meanings of all wishes: the best of each first, then the others, one for each category."""
    firsts = [wish.meanings[0] for wish in asked]
    others = sorted((m for wish in asked for m in wish.meanings[1:]), key=lambda m: -m.score)
    best: dict[str, Meaning] = {}
    for meaning in firsts + others:
        best.setdefault(meaning.category, meaning)
    return tuple(best.values())


def _wanted(wish: Wish, language: Language) -> Wanted:
    """The meanings nearly as good as the best, and the words to compare with the signs.

    The name of a category is not what was asked when only an alias of it was typed.
    """
    best = wish.meanings[0].score if wish.meanings else 0.0
    close = tuple(m for m in wish.meanings if m.score >= CLOSE_TO_BEST * best)[:MEANINGS_PLACED]
    named = [m for m in close if m.via not in TYPED or m.term_en != language.category(m.category).name_en]
    wordings = tuple({content_words(m.term_en) for m in named} | {content_words(wish.words)})
    zh = named[0].term_zh if named else han(wish.words)
    return Wanted(close, wordings, zh, part_key(wish.words), key(wish.words))


def _by_brand(text: str, shelf: Shelf) -> dict[Offer, float]:
    """Offers of a brand when the whole query is that brand."""
    return dict.fromkeys(shelf.by_brand.get(key(text), ()), BRAND_FIT)


def _gone(place: Scored) -> bool:
    """Closed, or converted with only superseded evidence of the goods."""
    building = place.spot.building
    if building is None or building.status.state not in GONE:
        return False
    return building.status.state == "closed" or all(o.claim.superseded_by for o in place.offers)


def _advised(meanings: Sequence[Meaning], advice: Sequence[Advice]) -> list[str]:
    """The first pieces of advice about the goods found, with their year and sources."""
    if not meanings:
        return []
    category = meanings[0].category
    about = {category, category.partition(".")[0]}
    fitting = [a for a in advice if a.topic in ADVICE_TOPICS and about.intersection(a.applies_to)]
    fitting.sort(key=lambda piece: (category not in piece.applies_to, ADVICE_TOPICS.index(piece.topic)))
    return [piece.words() for piece in fitting[:ADVICE_SHOWN]]


def _category(meaning: Meaning, language: Language) -> CategoryHit:
    category = language.category(meaning.category)
    return CategoryHit(
        id=category.id,
        name_en=category.name_en,
        name_zh=category.name_zh,
        pinyin=category.pinyin,
        score=round(meaning.score, 4),
        via=meaning.via,
        term_en=meaning.term_en,
        term_zh=meaning.term_zh,
    )


def _named_buildings(text: str, named: Named, market: Market) -> Answer:
    """A query that is just a building's name; every building of that name is listed."""
    gone = tuple(building_hit(b) for b in named.buildings if b.status.state in GONE)
    living = tuple(building_hit(b, b.claims) for b in named.buildings if b.status.state not in GONE)
    notes = ["More than one building has this name."] if len(named.buildings) > 1 else []
    alike = [b for b in namesakes(market, text) if b not in named.buildings][:NAMESAKES_SHOWN]
    if alike:
        notes.append("Halls with the same word in their name: " + ", ".join(b.id for b in alike))
    return Answer(text, "place" if living else "closed", (), living, gone, tuple(notes))


def _named_stalls(text: str, named: Named, market: Market, limit: int) -> Answer:
    """A query that is a counter number or a shop's name."""
    return Answer(text, "place", (), tuple(stall_hit(stall, market) for stall in named.stalls[:limit]))
