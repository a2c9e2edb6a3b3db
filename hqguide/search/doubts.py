"""What an honest answer adds: no record, goods that no sign names, nothing but old evidence."""

from collections.abc import Sequence

from hqguide.parts.language import Language
from hqguide.parts.model import Category
from hqguide.parts.understand import Meaning
from hqguide.search.answer import PlaceHit
from hqguide.search.offers import Shelf
from hqguide.search.rank import Wanted, content_words, wording

OLD_YEARS = 8
SURE_BY_CATEGORY = ("value", "part family", "part number")


def doubts(
    wanted: Wanted,
    meanings: Sequence[Meaning],
    shelf: Shelf,
    language: Language,
    places: Sequence[PlaceHit],
    year: int,
) -> list[str]:
    """Notes for an answer given in ``year``; ``places`` are those shown."""
    if not meanings:
        return [] if places else ["Nothing in the guide reads like that."]
    category = language.category(meanings[0].category)
    meant, ask = _called(wanted, meanings[0], category), meanings[0].term_zh or category.said_zh
    if not places:
        return [f"No record of {meant} in the market. Ask for: {ask}"]
    notes: list[str] = []
    if meanings[0].via not in SURE_BY_CATEGORY and not _on_a_sign(wanted, category, shelf):
        known = _known_for(category, places, language).name_en
        notes.append(f"No source names {meant} itself; these places are known for {known}.")
    newest = max((place.as_of or "" for place in places), default="")
    if newest and int(newest[:4]) <= year - OLD_YEARS:
        notes.append(f"The newest record is from {newest[:4]}: expect the stall to have changed.")
    return notes


def _known_for(category: Category, places: Sequence[PlaceHit], language: Language) -> Category:
    """The category where any place is on record for it, else the group that made them answers."""
    if category.parent is None or any(category.id in place.categories for place in places):
        return category
    return language.category(category.parent)


def _called(wanted: Wanted, meaning: Meaning, category: Category) -> str:
    """What to call the thing: the term understood, or what was typed when that only meant a category."""
    if meaning.term_en and meaning.term_en != category.name_en:
        return f"{meaning.term_en} ({meaning.term_zh})" if meaning.term_zh else meaning.term_en
    return repr(wanted.phrase)


def _on_a_sign(wanted: Wanted, category: Category, shelf: Shelf) -> bool:
    """Whether a sign of the wanted categories says the very words, or the category itself was asked for."""
    if any(words >= content_words(category.name_en) for words in wanted.words):
        return True
    return any(
        wording(wanted, line) == 1.0
        for meaning in wanted.meanings
        for line in shelf.by_category.get(meaning.category, ())
    )
