"""Floors that a rule of the day shuts: their offers are taken from the list, with the reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from hqguide.market.closings import closing_rule
from hqguide.market.hours import ClosingRule, Opening
from hqguide.market.model import floor_label
from hqguide.market.pack import Market
from hqguide.route.itinerary import Item, LeftOut
from hqguide.route.sites import Site
from hqguide.route.windows import Hours
from hqguide.route.words import short_name

_NAMED = 4


class Shut(msgspec.Struct, frozen=True):
    """The rule that shuts each place, by its path, and each place in words."""

    rules: Mapping[str, ClosingRule] = {}
    words: Mapping[str, str] = {}

    def remaining(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """``items`` without the offers of places that are shut."""
        return tuple(
            replace(item, offers=tuple(offer for offer in item.offers if offer.place not in self.rules))
            for item in items
        )

    def reason(self, left: LeftOut, items: Sequence[Item]) -> LeftOut:
        """``left`` with the places of its offers among ``items`` that are shut, and by which rule."""
        places = [
            offer.place
            for item in items
            if (item.id, item.text) == (left.id, left.item)
            for offer in item.offers
        ]
        told = " ".join(self._told(place for place in places if place in self.rules))
        others = any(place not in self.rules for place in places)
        return replace(left, why=f"{told} {left.why}" if others else told) if told else left

    def warnings(self) -> Iterator[str]:
        """A sentence for each rule on the places it takes from the list."""
        for rule, names in self._places(self.rules):
            yield f"{rule.sentence} Nothing is planned at {names}."

    def _told(self, places: Iterable[str]) -> Iterator[str]:
        for rule, names in self._places(places):
            yield f"Shut that day: {names} ({rule.what}; {rule.basis})."

    def _places(self, places: Iterable[str]) -> Iterator[tuple[ClosingRule, str]]:
        """Each rule with the floors it shuts among ``places``, the first few by name."""
        rules: dict[str, ClosingRule] = {}
        floors: dict[str, list[str]] = {}
        for place in sorted(places):
            rule = self.rules[place]
            rules[rule.id] = rule
            floors.setdefault(rule.id, []).append(self.words[place])
        for identity, rule in rules.items():
            names = list(dict.fromkeys(floors[identity]))
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            yield rule, ", ".join(names[:_NAMED]) + more


def shut_of(market: Market, sites: Iterable[Site], today: date, opening: Hours | None) -> Shut:
    """The places among ``sites`` on floors that a rule shuts on the day; none when nobody knows hours."""
    if opening is None:
        return Shut()
    known: dict[str, Opening] = {}
    rules, words = {}, {}
    for site in sites:
        hall = site.building
        if hall.id not in known:
            known[hall.id] = opening(hall.id, today)
        rule = closing_rule(market, known[hall.id], site.level)
        if rule is not None and site.level is not None:
            rules[site.place] = rule
            words[site.place] = f"{short_name(hall)} {floor_label(site.level)}"
    return Shut(rules, words)
