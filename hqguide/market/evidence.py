"""How much a claim is worth: its confidence and method, halved every so many years.

The half-lives are our judgement of how fast each kind of knowledge ages in a market where an
operator's floor board outlives the tenants behind it; no source measured them. Ages are taken
from the day the pack was reviewed, so that the order of answers does not depend on the clock.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from hqguide.market.model import Claim

CONFIDENCE: Mapping[str, float] = MappingProxyType({"high": 1.0, "medium": 0.8, "low": 0.45})

HALF_LIFE_YEARS: Mapping[str, float] = MappingProxyType(
    {
        "operator sign": 10.0,
        "field survey": 8.0,
        "signage photo": 8.0,
        "map pin": 8.0,
        "registry": 8.0,
        "business card": 6.0,
        "vendor site": 6.0,
        "supplier record": 6.0,
        "press": 6.0,
        "visitor report": 6.0,
        "machine-written": 2.0,
        "own sighting": 8.0,
    }
)
UNDATED_YEARS = 10.0
SUPERSEDED = 0.25


def years_old(as_of: str | None, today: date) -> float:
    """Age in years of a date that may be a year or a month; those count from their middle.

    An undated claim counts as :data:`UNDATED_YEARS` old.
    """
    if not as_of:
        return UNDATED_YEARS
    parts = [int(part) for part in as_of.split("-")]
    month = parts[1] if len(parts) > 1 else 7
    day = parts[2] if len(parts) > 2 else 15 if len(parts) > 1 else 1
    return max(0.0, (today - date(parts[0], month, day)).days / 365.25)


def weight(claim: Claim, today: date) -> float:
    """Worth of ``claim`` between 0 and 1; a superseded claim keeps a quarter of it."""
    half_lives = years_old(claim.as_of, today) / HALF_LIFE_YEARS[claim.method]
    worth = CONFIDENCE[claim.confidence] * float(0.5**half_lives)
    return worth * SUPERSEDED if claim.superseded_by else worth
