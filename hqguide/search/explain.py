"""Why a place stands where it does: the factors that multiply to its rank, each in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from hqguide.market.evidence import CONFIDENCE, HALF_LIFE_YEARS, SUPERSEDED, years_old
from hqguide.market.model import Claim
from hqguide.parts.language import Language
from hqguide.parts.normalise import part_key
from hqguide.parts.understand import Meaning
from hqguide.search.answer import PlaceHit, Reason
from hqguide.search.offers import Offer, focus
from hqguide.search.rank import (
    BUILDING_FACTOR,
    FLOOR_SHARE,
    GROUP_SELLS,
    HINT_SHARE,
    STATUS,
    Scored,
    Wanted,
    nearness,
    relation,
    seen_there,
    wording,
)

_EXACT = 4
_MORE = 1.0001


class Grounds(msgspec.Struct, frozen=True):
    """What the ranking of one answer rests on: the wishes, how well each offer fits, the day, distances."""

    wanted: tuple[Wanted, ...]
    fit: Mapping[Offer, float]
    language: Language
    today: date
    metres: Mapping[str, float]


def with_reasons(
    hits: Sequence[PlaceHit], places: Sequence[Scored], grounds: Grounds
) -> tuple[PlaceHit, ...]:
    """``hits``, which show ``places`` in the same order, each with its reasons."""
    return tuple(
        msgspec.structs.replace(hit, why=explain(place, grounds))
        for hit, place in zip(hits, places, strict=True)
    )


def explain(place: Scored, grounds: Grounds) -> tuple[Reason, ...]:
    """The factors of the rank of ``place``: its score, and how much being near lifts it.

    A factor of 1 is left out unless it tells something; the product of the rest is the rank but for rounding.
    """
    leading, share, kind = _leading(place)
    reasons = [*_fit(leading, grounds), *_worth(leading.claim, grounds.today)]
    if share != 1.0:
        reasons.append(Reason(share, kind))
    state = place.spot.building.status.state if place.spot.building else "unknown"
    points = grounds.fit[leading] * leading.worth * share * STATUS[state]
    if place.score > points * _MORE > 0:
        reasons.append(Reason(place.score / points, f"{len(place.offers) - 1} more records here agree"))
    if STATUS[state] != 1.0:
        reasons.append(Reason(STATUS[state], f"building: {state}"))
    near = nearness(place, grounds.metres)
    if place.spot.building and place.spot.building.id in grounds.metres:
        away = grounds.metres[place.spot.building.id]
        reasons.append(Reason(near, f"{away:.0f} m from where you are"))
    if seen_there(place, leading):
        reasons.append(Reason(1.0, "you saw it here yourself: before the others"))
    return tuple(Reason(round(reason.factor, _EXACT), reason.what) for reason in reasons)


def _leading(place: Scored) -> tuple[Offer, float, str]:
    """The offer that speaks for the place, the share it counts with there, and why that share."""
    spot = place.spot
    if spot.stall:
        return place.offers[0], 1.0, ""
    if not spot.floor:
        return place.offers[0], BUILDING_FACTOR, "said of the whole building, on no floor"
    own = next((offer for offer in place.offers if offer.spot.stall is None), None)
    if own:
        return own, FLOOR_SHARE, "said of the whole floor, at no counter"
    return place.offers[0], HINT_SHARE, "the floor is known by its stalls only"


def _worth(claim: Claim, today: date) -> Iterator[Reason]:
    """What the claim is worth: confidence, age by its method, superseded, how many goods it lists."""
    yield Reason(CONFIDENCE[claim.confidence], f"confidence {claim.confidence}")
    age, half = years_old(claim.as_of, today), HALF_LIFE_YEARS[claim.method]
    old = f"{age:.1f} years old" if claim.as_of else f"undated, taken as {age:.0f} years old"
    yield Reason(float(0.5 ** (age / half)), f"{old}; {claim.method} counts half every {half:.0f} years")
    if claim.superseded_by:
        yield Reason(SUPERSEDED, "superseded by a newer record")
    if focus(claim) < 1.0:
        yield Reason(focus(claim), f"lists {len(claim.goods)} kinds of goods, a catalogue")


def _fit(offer: Offer, grounds: Grounds) -> Iterator[Reason]:
    """How the offer fits what was asked: the meaning, how near its goods are, how far the words agree."""
    fit = grounds.fit[offer]
    if len(grounds.wanted) > 1:
        yield Reason(fit, f"fits {len(grounds.wanted)} wishes taken together")
        return
    wanted = grounds.wanted[0]
    numbers = [part_key(number) for number in offer.claim.part_numbers]
    if wanted.part and any(n.startswith(wanted.part) or wanted.part.startswith(n) for n in numbers):
        yield Reason(fit, "the part number itself is on record")
        return
    line = _best_line(offer, wanted, grounds.language)
    if line is None or not line.near or fit > line.near * line.meaning.score * _MORE:
        yield Reason(fit, "the words asked stand in its record")
        return
    meant = grounds.language.category(line.meaning.category)
    yield Reason(line.meaning.score, f"understood as {meant.name_en} {meant.name_zh} ({line.meaning.via})")
    if line.near != 1.0:
        yield Reason(
            line.near, "sells a kind of it" if line.near > GROUP_SELLS else "sells its group at large"
        )
    words = "under just that name" if line.words == 1.0 else "in part of the words" if line.words else ""
    yield Reason(fit / line.near / line.meaning.score, f"its record says so {words or 'in other words'}")


class _Line(msgspec.Struct, frozen=True):
    """Goods of an offer beside a meaning: how near their category is, and how far the words agree."""

    meaning: Meaning
    near: float
    words: float


def _best_line(offer: Offer, wanted: Wanted, language: Language) -> _Line | None:
    """The goods of the offer that fit best what is wanted."""
    lines = (
        _Line(meaning, relation(meaning.category, sold, language), wording(wanted, (offer, goods)))
        for meaning in wanted.meanings
        for goods in offer.claim.goods
        for sold in goods.categories
    )
    return max(lines, key=lambda line: line.near * line.meaning.score * (1 + line.words), default=None)
