"""What is sold on a floor, in short: the best statement on record in the reader's language, with its year."""

from hqguide.map.names import Tongue
from hqguide.map.wording import say
from hqguide.market.card import by_freshness
from hqguide.market.model import Claim, Floor, Goods

MOST_GOODS = 4


def best_claim(floor: Floor) -> Claim | None:
    """The newest statement about a floor that is neither superseded nor of low confidence, else any."""
    return next(iter(by_freshness(floor.claims)), None)


def goods_words(goods: Goods, language: Tongue) -> str:
    """Goods in one language where they have it, in both for ``both``."""
    if language == "both":
        return str(goods)
    return (goods.zh or goods.en or "") if language == "zh" else (goods.en or goods.zh or "")


def claim_words(claim: Claim, language: Tongue, most: int = 99) -> str:
    """The first ``most`` goods of a claim; what it says where that is not that they are sold."""
    goods = [words for goods in claim.goods if (words := goods_words(goods, language))]
    words = ", ".join((*goods[:most], *(["..."] if len(goods) > most else ())))
    return words if claim.says == "sells" else ": ".join(filter(None, (claim.says, words)))


def sold_words(floor: Floor, language: Tongue) -> str:
    """Goods and year of the best statement: ``tools (2026)``; empty without one."""
    claim = best_claim(floor)
    words = claim_words(claim, language, MOST_GOODS) if claim else ""
    return f"{words} ({claim.year or say('undated', language)})" if claim and words else ""
