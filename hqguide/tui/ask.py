"""Ask the guide, with the sound of the very words to say."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.search.answer import Answer, CategoryHit


def ask(guide: "Guide", query: str, limit: int) -> "Answer":
    """The guide's answer; the pinyin of each category is that of its term when it has a term of its own."""
    from msgspec.structs import replace

    answer = guide.find(query, limit=limit)
    return replace(answer, categories=tuple(_aloud(guide, one) for one in answer.categories))


def _aloud(guide: "Guide", category: "CategoryHit") -> "CategoryHit":
    if category.term_zh in ("", category.name_zh):
        return category
    from msgspec.structs import replace

    from hqguide.search.phrasebook import say_aloud

    return replace(category, pinyin=say_aloud(category, guide.language))
