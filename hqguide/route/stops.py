"""What a stop of the walk shows: the place, what to buy there and in which words, and what speaks for it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from hqguide.route.choice import Choice
from hqguide.route.errand import Errand
from hqguide.route.itinerary import Offer, Stop, StopItem
from hqguide.route.pins import inside
from hqguide.route.selection import Purchase
from hqguide.route.sites import Site
from hqguide.route.trip import quotes_for
from hqguide.route.words import site_words

PINNED = "You want to go there."
GOODS_NAMED = 8
MORE = "…"


def stop_of(
    errand: Errand, purchase: Purchase, later: Sequence[int], asked: Mapping[int, Sequence[int]]
) -> Stop:
    """The stop without its times."""
    choice = errand.choice
    site = choice.sites[purchase.site]
    offers = [choice.wanted[number].offers[purchase.site] for number in purchase.wanted]
    return Stop(
        place=site.place,
        building=site.building.id,
        building_name=str(site.building.name),
        floor=site.floor,
        counter=site.counter,
        name=site.name,
        arrive="",
        leave="",
        items=tuple(
            _stop_item(errand, number, purchase.site, later, asked[number])
            for number in _by_words(choice, purchase.wanted)
        ),
        why="; ".join(_whys(offers)) or PINNED,
        as_of=max((offer.as_of for offer in offers if offer.as_of), default=None),
        source=", ".join(dict.fromkeys(offer.source for offer in offers if offer.source)),
    )


def _by_words(choice: Choice, numbers: Sequence[int]) -> list[int]:
    """``numbers`` in the order of the list, but what is asked for by the same Chinese word together."""
    words = {number: choice.wanted[number].item.zh.partition(" ")[0] for number in numbers}
    first = list(dict.fromkeys(words.values()))
    return sorted(numbers, key=lambda number: first.index(words[number]))


def _whys(offers: Sequence[Offer]) -> Iterator[str]:
    """What speaks for the offers, once for each source and date: the goods looked for before the others."""
    claims: dict[tuple[str, str | None, str], list[str]] = {}
    for offer in offers:
        claims.setdefault((offer.source, offer.as_of, offer.confidence), []).append(offer.why)
    for (_, as_of, confidence), texts in claims.items():
        rows = [text.split(", ") for text in texts]
        goods = list(dict.fromkeys(word for column in zip_longest(*rows) for word in column if word))
        named = [word for word in goods if word != MORE]
        more = [MORE] if len(named) > GOODS_NAMED or MORE in goods else []
        words = ", ".join([*named[:GOODS_NAMED], *more])
        year = as_of[:4] if as_of else "undated"
        yield f"{words} ({year}, {confidence} confidence)" if confidence else words


def _stop_item(
    errand: Errand, number: int, site: int, later: Sequence[int], asked: Sequence[int]
) -> StopItem:
    choice = errand.choice
    wanted = choice.wanted[number]
    item = wanted.item
    other = _fallback(choice.sites, wanted.offers, site, later)
    price = wanted.offers[site].price
    compared = quotes_for(errand.trip, item.text) > 1
    return StopItem(
        text=item.text,
        quantity=item.quantity,
        zh=item.zh,
        pinyin=item.pinyin,
        fallback=other.place if other else None,
        else_at=site_words(other) if other else None,
        id=item.id,
        price=item.target_price if price is None else price,
        quote=asked.index(site) + 1 if compared else 0,
        quotes=len(asked) if compared else 0,
    )


def _fallback(
    sites: Sequence[Site], offers: Mapping[int, Offer], site: int, later: Sequence[int]
) -> Site | None:
    """Where to try next: the surest other place, one still ahead or in this building before others."""
    # A place this one lies in, or another unnumbered stall of its floor, is the same look along the aisles.
    here = sites[site]
    others = [
        other
        for other in offers
        if site_words(sites[other]) != site_words(here) and not inside(here.place, sites[other].place)
    ]
    if not others:
        return None
    building = sites[site].building.id
    best = min(
        others,
        key=lambda other: (
            -round(offers[other].weight, 1),
            other not in later,
            sites[other].building.id != building,
            -offers[other].weight,
            sites[other].place,
        ),
    )
    return sites[best]
