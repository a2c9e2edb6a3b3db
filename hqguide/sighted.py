"""The market as the pack has it, with what the visitor saw laid over it.

A sighting becomes a claim of the method ``own sighting`` at its place, so that search, cards, plans and
exports show it like any other evidence, with its date and as the visitor's own.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from hqguide.errors import GuideError
from hqguide.market.model import Building, Claim, Goods, Name, Source, Stall, Status
from hqguide.market.pack import Market
from hqguide.market.places import Place, resolve
from hqguide.notebook.book import Notebook
from hqguide.notebook.sightings import Seen, Sighting, Sightings, new_sighting
from hqguide.notebook.walks import Mark, Tick
from hqguide.parts.language import Language
from hqguide.parts.normalise import han
from hqguide.parts.understand import understand
from hqguide.search.rank import NAMED

SOURCE = "own-notebook"
_SOURCE = Source("Your own sightings", "own sighting", "yours", "the notebook on this machine")
# A meaning weaker than this share of the best is not what was seen.
_SURE = 0.92
_TELLS: Mapping[Mark, Seen] = MappingProxyType({"bought": "sells", "not found": "lacks"})
_NUMBERS = ("part number", "part family")
_NUMBER = re.compile(r"(?=.*\d)[\w./+#-]{4,40}")


class Sight(msgspec.Struct, frozen=True):
    """What somebody wants to note: ``place`` and ``text`` as typed, the day, a trading name, a remark."""

    place: str
    seen: Seen
    on: date
    text: str = ""
    name: str = ""
    remark: str = ""


def sights_of(ticks: Iterable[Tick]) -> tuple[Sight, ...]:
    """What the ticks of a walk tell: a thing bought is sold there, one not found is not.

    A place that was closed may have been shut for the day only, so that tells nothing lasting.
    """
    return tuple(
        Sight(tick.place, _TELLS[tick.mark], date.fromisoformat(tick.at[:10]), tick.text)
        for tick in ticks
        if tick.text and tick.mark in _TELLS
    )


class Sighted:
    """The sightings in the notebook at ``path`` (default: the user's), and the market seen with them."""

    def __init__(self, path: Path | None = None) -> None:
        self._book = Notebook(path)
        self._kept = Sightings(self._book)

    def all(self) -> Mapping[int, Sighting]:
        """The sightings by number."""
        return self._kept.all()

    def add(self, market: Market, language: Language, sights: Iterable[Sight]) -> tuple[int, ...]:
        """Keep ``sights``; their numbers. :class:`GuideError`, and none is kept, when one cannot be."""
        return self._kept.add(*(read_sight(market, language, sight) for sight in sights))

    def remove(self, number: int) -> Sighting:
        """Take a sighting out and return it."""
        return self._kept.remove(number)

    def over(self, market: Market) -> Market:
        """``market`` with the sightings; as it is when there are none or they cannot be read.

        A search needs no notebook: what is wrong with it is told when it is used.
        """
        if not self._book.path.exists():
            return market
        try:
            return laid_over(market, self.all())
        except GuideError:
            return market


def read_sight(market: Market, language: Language, sight: Sight) -> Sighting:
    """``sight`` at its place, with the goods in its words understood; GuideError for what cannot be kept."""
    place = resolve(market, sight.place).path
    checked = new_sighting(place, sight.seen, sight.text, sight.on, name=sight.name, remark=sight.remark)
    meanings = understand(checked.text, language) if checked.text else ()
    sure = [meaning for meaning in meanings if meaning.score >= _SURE * meanings[0].score]
    numbered = any(meaning.via in _NUMBERS for meaning in sure)
    # Lacking one value or number says nothing of what else goes by the name of its kind.
    named = sure if sight.seen == "sells" else [meaning for meaning in sure if meaning.via in NAMED]
    words = dict.fromkeys((meaning.term_en, meaning.term_zh) for meaning in named)
    return replace(
        checked,
        term=next(iter(words))[0 if han(checked.text) else 1] if len(words) == 1 else "",
        categories=tuple(dict.fromkeys(meaning.category for meaning in sure)),
        part_numbers=tuple(filter(_NUMBER.fullmatch, checked.text.split())) if numbered else (),
    )


def laid_over(market: Market, sightings: Mapping[int, Sighting]) -> Market:
    """``market`` with each sighting as a claim at its place; those of unknown places are left out."""
    if not sightings:
        return market
    buildings = {building.id: building for building in market.buildings}
    stalls = {stall.id: stall for stall in market.stalls}
    for number, sighting in sorted(sightings.items(), key=lambda one: (one[1].on, one[0])):
        claim = _claim(number, sighting)
        try:
            place = resolve(market, sighting.place)
        except GuideError:
            continue
        if place.stalls or place.counter:
            stall = _stall(place, number, stalls)
            stalls[stall.id] = replace(stall, claims=_joined(stall.claims, claim))
        elif claim.says == "closed":
            stalls |= {stall.id: _closed(stall, claim) for stall in _within(place, stalls)}
        if place.building:
            home = buildings[place.building.id]
            buildings[home.id] = _in_building(home, market.by_id[home.id].status, place, claim)
    return Market(
        folder=market.folder,
        manifest=market.manifest,
        buildings=tuple(buildings.values()),
        stalls=tuple(stalls.values()),
        sources={**market.sources, SOURCE: _SOURCE},
    )


def _claim(number: int, sighting: Sighting) -> Claim:
    chinese = bool(han(sighting.text))
    goods = Goods(
        zh=(sighting.text if chinese else sighting.term) or None,
        en=(sighting.term if chinese else sighting.text) or None,
        categories=sighting.categories,
    )
    return Claim(
        id=f"own-{number}",
        method="own sighting",
        confidence="high",
        source=SOURCE,
        says=sighting.seen,
        goods=(goods,) if sighting.text else (),
        part_numbers=sighting.part_numbers,
        as_of=sighting.on,
        note=sighting.remark or None,
        name=_name(sighting.name),
    )


def _name(text: str) -> Name | None:
    if not text:
        return None
    return Name(zh=text) if han(text) else Name(en=text)


def _stall(place: Place, number: int, stalls: Mapping[str, Stall]) -> Stall:
    """The stall on record, or the counter the visitor was the first to tell of."""
    if place.stalls:
        return stalls[place.stalls[0].id]
    home = place.building.id if place.building else None
    known = (s for s in stalls.values() if s.building == home and s.counter == place.counter)
    fresh = Stall(f"own-{number}", "counter", (), home, place.level, place.counter)
    return next(known, fresh)


def _within(place: Place, stalls: Mapping[str, Stall]) -> list[Stall]:
    """The stalls on the floor ``place``, or in the hall when no floor is named."""
    if place.building is None:
        return []
    inside = (stall for stall in stalls.values() if stall.building == place.building.id)
    return [stall for stall in inside if place.level in (None, stall.level)]


def _closed(stall: Stall, claim: Claim) -> Stall:
    return replace(stall, claims=tuple(_superseded(one, claim) for one in stall.claims))


def _in_building(building: Building, known: Status, place: Place, claim: Claim) -> Building:
    """``building`` with ``claim`` about itself, a floor or a counter; ``known`` is its status in the pack.

    Closed as a whole, it is closed until something is seen there again.
    """
    if place.path == building.id:
        building = replace(building, claims=_joined(building.claims, claim))
        if claim.says == "closed":
            return replace(building, status=Status("closed", claim.as_of, claim.note, SOURCE))
    elif not place.counter and not place.stalls:
        floors = (
            replace(floor, claims=_joined(floor.claims, claim)) if floor.level == place.level else floor
            for floor in building.floors
        )
        building = replace(building, floors=tuple(floors))
    reopened = claim.says == "sells" and building.status.source == SOURCE
    return replace(building, status=known) if reopened else building


def _joined(claims: Iterable[Claim], claim: Claim) -> tuple[Claim, ...]:
    """``claims`` with ``claim``; one that says closed supersedes all that is older."""
    if claim.says == "closed":
        claims = (_superseded(one, claim) for one in claims)
    return (*claims, claim)


def _superseded(one: Claim, newer: Claim) -> Claim:
    older = (one.as_of or "") <= (newer.as_of or "")
    return replace(one, superseded_by=newer.id) if older else one
