"""What an honest answer adds: no record, goods that no sign names, nothing but old evidence."""

from collections.abc import Sequence

from hqguide.parts.language import Language
from hqguide.parts.understand import Meaning
from hqguide.search.answer import PlaceHit
from hqguide.search.offers import Shelf
from hqguide.search.rank import Wanted, content_words

OLD_YEARS = 8
SURE_BY_CATEGORY = ("value", "part family", "part number", "category")


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
    first = language.category(meanings[0].category)
    ask = meanings[0].term_zh or first.name_zh
    if not places:
        return [f"No record of {meanings[0].term_en or first.name_en} in the market. Ask for: {ask}"]
    notes: list[str] = []
    if meanings[0].via not in SURE_BY_CATEGORY and not _on_a_sign(wanted, shelf):
        term = meanings[0].term_en or first.name_en
        notes.append(f"No source names {term} ({ask}) itself; these places are known for {first.name_en}.")
    newest = max((place.as_of or "" for place in places), default="")
    if newest and int(newest[:4]) <= year - OLD_YEARS:
        notes.append(f"The newest record is from {newest[:4]}: expect the stall to have changed.")
    return notes


def _on_a_sign(wanted: Wanted, shelf: Shelf) -> bool:
    """Whether any sign of the wanted categories has a word of the term, in either language."""
    for meaning in wanted.meanings:
        words, zh = content_words(meaning.term_en), meaning.term_zh
        for _, goods in shelf.by_category.get(meaning.category, ()):
            if words & content_words(goods.en or "") or (zh and goods.zh and (set(zh) & set(goods.zh))):
                return True
    return not any(m.term_en for m in wanted.meanings)
