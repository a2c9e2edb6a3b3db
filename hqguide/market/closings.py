"""Which floors a rule of the day shuts: those that sell mostly what the rule speaks of."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from hqguide.market.hours import ClosingRule, Opening
from hqguide.market.model import Claim
from hqguide.market.pack import Market

# A floor counts as a component floor when components are this part of the goods on record there.
MOSTLY = 0.5


def closing_rule(market: Market, opening: Opening, level: int | None) -> ClosingRule | None:
    """The rule that shuts a floor of the hall on the day of ``opening``; ``None`` when none binds there.

    A floor nobody knows, or without goods on record, is shut by no rule.
    """
    binding = [rule for rule in opening.warnings if rule.binds]
    if not binding or opening.building is None or level is None:
        return None
    goods = _goods_on(market, opening.building, level)
    return next((rule for rule in binding if goods and _part(rule, goods) >= MOSTLY), None)


def _part(rule: ClosingRule, goods: Counter[str]) -> float:
    """The part of ``goods`` that the rule speaks of."""
    named = sum(n for one, n in goods.items() if any(f"{one}.".startswith(f"{head}.") for head in rule.goods))
    return named / goods.total()


@lru_cache(maxsize=64)
def _goods_on(market: Market, building: str, level: int) -> Counter[str]:
    """How often each category of goods is on record on a floor, old claims that were replaced left out."""
    return Counter(
        category
        for claim in _claims(market, building, level)
        if claim.says == "sells" and claim.superseded_by is None
        for goods in claim.goods
        for category in goods.categories
    )


def _claims(market: Market, building: str, level: int) -> Iterator[Claim]:
    floor = market.by_id[building].floor(level)
    yield from floor.claims if floor else ()
    for stall in market.stalls_by_building.get(building, ()):
        if stall.level == level:
            yield from stall.claims
