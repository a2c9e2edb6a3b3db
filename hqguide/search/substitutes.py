"""Parts to take instead of one that nobody is on record for, with the places that name them."""

from collections.abc import Iterator

from hqguide.parts.equivalents import Equivalent, Equivalents
from hqguide.parts.normalise import MAX_QUERY, part_key
from hqguide.search.answer import SubstituteHit
from hqguide.search.hits import place_hit
from hqguide.search.offers import Offer, Shelf
from hqguide.search.rank import score

WORDS_READ = 6
PLACES_EACH = 4
SHORTEST = 4


def numbers(query: str, equivalents: Equivalents) -> Iterator[tuple[str, tuple[Equivalent, ...]]]:
    """The words of ``query`` that are part numbers with equivalents, and those."""
    for word in query[:MAX_QUERY].split()[:WORDS_READ]:
        if any(char.isdigit() for char in word) and (found := equivalents.of(word)):
            yield word, found


def on_record(number: str, shelf: Shelf) -> dict[Offer, float]:
    """The offers of places that name just this part number, each fitting whole."""
    key = part_key(number)
    return {
        offer: 1.0
        for known, offers in shelf.by_part.items()
        if known.startswith(key) or (key.startswith(known) and len(known) > SHORTEST)
        for offer in offers
    }


def substitute(equivalent: Equivalent, shelf: Shelf) -> SubstituteHit:
    """The equivalent as an answer shows it, with the places on record for it."""
    places = score(on_record(equivalent.part, shelf))[:PLACES_EACH]
    return SubstituteHit(
        part=equivalent.part,
        why=equivalent.why,
        check=equivalent.check,
        source=equivalent.source,
        as_of=equivalent.as_of,
        places=tuple(place_hit(place, frozenset()) for place in places),
    )
