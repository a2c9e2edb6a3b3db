"""Places scored for a query: how well the goods fit, how good the evidence is, how exact the place.

A place's score is fit times worth. Fit: 1 for the category asked, less for its group or a member of
it, more when the words found on the sign are the words asked. Worth: confidence halved with age
(:mod:`hqguide.market.evidence`). A floor gathers the evidence of its own sign and of the stalls on
it as independent hints; a stall stands for itself; a whole building is the vaguest answer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from hqguide.market.places import key
from hqguide.parts.everyday import is_common
from hqguide.parts.language import Language
from hqguide.parts.normalise import stem
from hqguide.parts.understand import Meaning
from hqguide.search.offers import Line, Offer, Shelf, Spot

GROUP_SELLS = 0.4
MEMBER_SELLS = 0.8
_EMPTY = frozenset(("a", "an", "the", "for", "of", "to", "in", "on", "and", "or", "with", "my"))

WORDS_SHARE = 0.4
WORDS_SHARE_WHEN_NAMED = 0.6
SIGN_FIT = 0.9
BUILDING_FACTOR = 0.8
FLOOR_SHARE = 0.9
HINT_SHARE = 0.3
STALLS_MAKE_A_FLOOR = 2
STATUS = {"open": 1.0, "unknown": 0.85, "closed": 0.0, "converted": 0.6}
STALLS_A_FLOOR = 3
NEAR_METRES = 400.0
NEAR_SHARE = 0.15
OWN = "own sighting"
OWN_FITS = 0.8
NAMED = frozenset(("alias", "category", "pinyin"))


class Wanted(msgspec.Struct, frozen=True):
    """What to look for: meanings of the query and its words for comparing with the signs."""

    meanings: tuple[Meaning, ...]
    words: tuple[frozenset[str], ...]
    zh: str
    part: str = ""
    phrase: str = ""


class Scored(msgspec.Struct, frozen=True, eq=False):
    """A spot with its score and the offers that earned it, best first."""

    spot: Spot
    score: float
    offers: tuple[Offer, ...]


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Stems of the telling English words of ``text``, for telling whether two wordings meet."""
    words = re.sub(r"[/\u3400-\u9fff]+", " ", key(text)).split()
    return frozenset(stem(word) for word in words if word not in _EMPTY)


def relation(wanted: str, sold: str, language: Language) -> float:
    """How far goods of category ``sold`` answer a wish for category ``wanted`` (0 to 1)."""
    if wanted == sold:
        return 1.0
    if language.category(wanted).parent == sold:
        return GROUP_SELLS
    if language.category(sold).parent == wanted:
        return MEMBER_SELLS
    return 0.0


def wording(wanted: Wanted, line: Line) -> float:
    """How far the goods name what is asked in the same words (0 to 1); half the words count a quarter."""
    goods = line[1]
    if wanted.zh and goods.zh and (wanted.zh in goods.zh or goods.zh in wanted.zh):
        return 1.0
    found = content_words(goods.en or "")
    best = 0.0
    for words in wanted.words:
        shared = len(words & found)
        if shared:
            best = max(best, (shared / len(words)) ** 2)
    return best


def fits(wanted: Wanted, shelf: Shelf, language: Language) -> dict[Offer, float]:
    """The offers that answer ``wanted`` and how well (0 to 1), by category and by part number."""
    best: dict[Offer, float] = {}
    lines = tuple(_lines(wanted, shelf, language))
    named = any(words == 1.0 for _, _, words in lines)
    share = WORDS_SHARE_WHEN_NAMED if named else WORDS_SHARE
    for offer, base, words in lines:
        best[offer] = max(best.get(offer, 0.0), base * (1.0 - share + share * words))
    for offer, share_named in _on_signs(wanted, shelf):
        best[offer] = max(best.get(offer, 0.0), SIGN_FIT * share_named**2)
    if len(wanted.part) >= 4:
        for number, offers in shelf.by_part.items():
            if number.startswith(wanted.part) or (wanted.part.startswith(number) and len(number) >= 5):
                best.update(dict.fromkeys(offers, 1.0))
    return {offer: fit for offer, fit in best.items() if not _in_vain(offer, wanted, shelf)}


def _in_vain(offer: Offer, wanted: Wanted, shelf: Shelf) -> bool:
    """Whether somebody asked for it there since the claim was made and did not get it."""
    if not shelf.missed:
        return False
    days = (
        shelf.missed.get(what, {}).get(offer.spot.path)
        for what in (wanted.phrase, *(key(m.term_zh or m.term_en) for m in wanted.meanings if m.via in NAMED))
    )
    return any(day is not None and (offer.claim.as_of or "") <= day for day in days)


def _lines(wanted: Wanted, shelf: Shelf, language: Language) -> Iterator[tuple[Offer, float, float]]:
    """Offers of the categories wanted, how near the category is, and how far the words agree.

    Of a mixed category only those whose words agree at all are offers.
    """
    for meaning in wanted.meanings:
        for sold in _related(meaning.category, language):
            base = meaning.score * relation(meaning.category, sold, language)
            mixed = language.category(meaning.category).mixed
            for line in shelf.by_category.get(sold, ()):
                words = wording(wanted, line)
                if words or not mixed:
                    yield line[0], base, words


def _on_signs(wanted: Wanted, shelf: Shelf) -> Iterator[tuple[Offer, float]]:
    """Offers whose goods say what is asked, whatever their category, and the share of the words they say.

    A Chinese phrase must stand on the sign; in English either all words asked do, or the sign has two
    words and more that are all asked.
    """
    phrase = wanted.phrase
    if not phrase.isascii():
        yield from ((o, 1.0) for o, goods in shelf.lines if len(phrase) >= 2 and phrase in (goods.zh or ""))
        return
    asked = content_words(phrase)
    if len(phrase) < 3 or all(is_common(word) for word in asked):
        return
    by_word = _lines_by_word(shelf)
    for number in sorted({n for word in asked for n in by_word.get(word, ())}):
        offer, goods = shelf.lines[number]
        words = content_words(goods.en or "")
        if (len(words) >= 2 and words <= asked) or asked <= words:
            yield offer, len(words & asked) / len(asked)


@lru_cache(maxsize=4)
def _lines_by_word(shelf: Shelf) -> Mapping[str, Sequence[int]]:
    """Word of the goods -> numbers of the lines that say it."""
    by_word: dict[str, list[int]] = {}
    for number, (_, goods) in enumerate(shelf.lines):
        for word in content_words(goods.en or ""):
            by_word.setdefault(word, []).append(number)
    return by_word


def together(parts: Sequence[Mapping[Offer, float]]) -> dict[Offer, float]:
    """Fits of several wishes in one: the share of them that an offer answers."""
    offers = dict.fromkeys(offer for part in parts for offer in part)
    return {offer: sum(part.get(offer, 0.0) for part in parts) / len(parts) for offer in offers}


def _related(category: str, language: Language) -> tuple[str, ...]:
    """The category itself, the group it is in, and the members it has."""
    parent = language.category(category).parent
    members = tuple(child.id for child in language.children(category))
    return (category, parent, *members) if parent else (category, *members)


def either(parts: Iterable[float]) -> float:
    """Probability that at least one of independent hints holds: noisy or."""
    miss = 1.0
    for part in parts:
        miss *= 1.0 - min(part, 0.999)
    return 1.0 - miss


def score(fit: Mapping[Offer, float]) -> list[Scored]:
    """Floors, stalls and buildings with the offers that fit, best first, before any limit."""
    here: dict[str, list[Offer]] = {}
    spots: dict[str, Spot] = {}
    for offer in sorted(fit, key=lambda o: (-fit[o] * o.worth, o.claim.id)):
        spot, floor = offer.spot, offer.spot.floor_path
        spots.setdefault(spot.path, spot)
        here.setdefault(spot.path, []).append(offer)
        if floor and spot.stall:
            spots.setdefault(floor, Spot(floor, spot.building, spot.floor))
            here.setdefault(floor, []).append(offer)
    scored = []
    for path, spot in spots.items():
        points = _points(spot, here[path], fit)
        if points > 0.0:
            state = spot.building.status.state if spot.building else "unknown"
            scored.append(Scored(spot, points * STATUS[state], tuple(here[path])))
    return sorted(scored, key=lambda s: (-s.score, s.spot.path))


def _points(spot: Spot, offers: Sequence[Offer], fit: Mapping[Offer, float]) -> float:
    """Points of one spot; 0 for a floor that only one stall speaks for, as the stall says it better."""
    points = [fit[o] * o.worth for o in offers]
    if spot.stall or not spot.floor:
        return points[0] * (1.0 if spot.stall else BUILDING_FACTOR)
    own = [n for n, offer in enumerate(offers) if offer.spot.stall is None]
    if not own:
        stalls = {offer.spot.path for offer in offers}
        return either(p * HINT_SHARE for p in points) if len(stalls) >= STALLS_MAKE_A_FLOOR else 0.0
    hints = (p * HINT_SHARE for n, p in enumerate(points) if n != own[0])
    return either((points[own[0]] * FLOOR_SHARE, *hints))


def spread(scored: Sequence[Scored]) -> list[Scored]:
    """The same places with at most a few stalls of one floor before the other floors had their turn."""
    seen: dict[str | None, int] = {}
    first: list[Scored] = []
    later: list[Scored] = []
    for place in scored:
        floor = place.spot.floor_path if place.spot.stall else None
        seen[floor] = seen.get(floor, 0) + 1
        (later if floor and seen[floor] > STALLS_A_FLOOR else first).append(place)
    return first + later


def nearness(place: Scored, metres: Mapping[str, float]) -> float:
    """The factor by which a place near the asker is lifted: 1 to 1.15; ``metres`` by building id."""
    away = metres.get(place.spot.building.id) if place.spot.building else None
    return 1.0 + (NEAR_SHARE * max(0.0, 1.0 - away / NEAR_METRES) if away is not None else 0.0)


def nearer(scored: Sequence[Scored], metres: Mapping[str, float]) -> list[Scored]:
    """The same places with nearby buildings lifted a little; ``metres`` by building id."""
    return sorted(scored, key=lambda place: (-place.score * nearness(place, metres), place.spot.path))


def own_first(scored: Sequence[Scored], fit: Mapping[Offer, float]) -> list[Scored]:
    """The same places with those first where the visitor saw what fits nearly as well as the best."""
    enough = OWN_FITS * max(fit.values(), default=0.0)
    return sorted(
        scored, key=lambda place: not any(seen_there(place, o) and fit[o] >= enough for o in place.offers)
    )


def seen_there(place: Scored, offer: Offer) -> bool:
    """Whether ``offer`` is what the visitor saw at this very place."""
    return offer.claim.method == OWN and offer.spot.path == place.spot.path
