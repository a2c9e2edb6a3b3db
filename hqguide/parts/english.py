"""Match English words against the English names of the pack, whole words first, spelling repaired last."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

import msgspec

from hqguide.parts.doubt import FACTOR
from hqguide.parts.everyday import ABSTRACT, EVERYDAY, THINGS, is_common
from hqguide.parts.everyday_pinyin import is_everyday_reading
from hqguide.parts.guesses import Word, lacking, resolve
from hqguide.parts.index import Hits
from hqguide.parts.language import Language, NameWords
from hqguide.parts.reading import Fits, Via
from hqguide.parts.spelling import nearest
from hqguide.parts.talk import is_talk

# A strange word this short may be a code (SPST) and counts less.
_CODE, _CODE_COUNTS = 4, 0.4
# What a word that no name explains takes away, less when the name holds the word that names the thing.
_STRANGE, _STRANGE_SEVERAL, _STRANGE_HEADLESS, _GUESSED_BESIDE_UNKNOWN = 0.15, 0.2, 0.3, 0.85

# What an everyday word for other goods leaves of a name: where those goods are what is wanted (handbag),
# and where they make other goods of those of a mixed category (dog food).
_OTHER_WANTED, _OTHER_OF_MIXED = 0.6, 0.8

# What is left of a one-word name that stands among the words of what a thing is for.
_ONLY_BEHIND = 0.8
# What a word of what a thing is for counts of one that names it.
_BEHIND_COUNTS = 0.7

# Part of the score a name gets for being there at all, for the share of the query it covers, and for
# holding the query's last word, which in English names the thing.
_INSIDE, _INSIDE_SHARE, _HEAD = 0.54, 0.42, 0.03
_AROUND, _AROUND_SHARE = 0.72, 0.24
_CROSSING, _CROSSING_SHARE, _CROSSING_LEAST, _HEADLESS = 0.36, 0.5, 0.45, 0.85
_SURE, _AS_ONE_LEAST, _AS_ONE_LIKE, _SEVERAL_LIKE = 0.75, 6, 0.8, 0.72


def read_english(
    query: Sequence[str],
    language: Language,
    heads: Sequence[str] = (),
    *,
    behind: Collection[str] = (),
    exact: bool = False,
    doubted: bool = False,
    strange: float = 1.0,
) -> Fits:
    """Fits of the English names for some words, or with ``exact`` only of those that are the words.

    ``heads`` are the words that may name the thing, by default the last; ``behind`` those that tell what it
    is for or where it is used. What shares one word with a ``doubted`` query is hardly meant. ``strange`` is
    what a word that no name holds counts: less in a description full of figures.
    """
    fits = Fits()
    if not query:
        return fits
    index = language.index
    phrase, joined = " ".join(query), "".join(query)
    if phrase in index.english:
        fits.add(index.english[phrase], 1.0, "alias")
    other = language.english_joined.get(joined, phrase)
    if other != phrase:
        fits.add(index.english[other], 0.985, "alias")
    if not exact and not all(word.replace(".", "").isdigit() for word in query):
        heads = heads or query[-1:]
        _by_words(query, heads, language, fits, strange, behind=behind, doubted=doubted)
        glued = _glued(query, language)
        if glued:
            _by_words(glued, glued[-1:], language, fits, strange, doubted=doubted)
        told = any(is_common(word) for word in query) or is_everyday_reading(joined)
        if fits.top < _SURE and not told:
            # The last of several words names the thing: where it is known, no repair may lose it.
            kept = query[-1] if len(query) > 1 and query[-1] in index.postings else ""
            _as_one(joined, language, fits, _SEVERAL_LIKE if len(query) > 1 else _AS_ONE_LIKE, kept)
    return fits


def _as_one(joined: str, language: Language, fits: Fits, least: float, kept: str) -> None:
    """Repair the whole query at once, for blanks in wrong places and slips in several words.

    Names less like it than ``least``, or without the word ``kept`` in them, are left out.
    """
    if len(joined) < _AS_ONE_LEAST or not joined.isalpha():
        return
    for name, similar in nearest(joined, language.english_joined_spellings):
        if similar >= least and kept in name:
            own = similar + lacking(joined, name)
            fits.add(language.index.english[language.english_joined[name]], own, "typo")


def _glued(query: Sequence[str], language: Language) -> tuple[str, ...]:
    """The query with neighbours written as one word where the pack knows that word; empty when none are."""
    postings = language.index.postings
    out: list[str] = []
    for word in query:
        if out and out[-1] + word in postings:
            out[-1] += word
        else:
            out.append(word)
    return tuple(out) if len(out) < len(query) else ()


class _Match:
    """What a name shares with the query: its own words, the places in the query, weight and likeness."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.places: set[int] = set()
        self.weight = 0.0
        self.likeness = 1.0


def _matches(read: Sequence[Word], language: Language) -> dict[int, _Match]:
    """Every name that shares a word with the query, but for those too slight to count."""
    postings = language.index.postings
    shared = Counter(chain.from_iterable(postings[form] for word in read for form, _ in word.forms))
    slight = _CROSSING_LEAST * sum(word.weight for word in read)
    several = sum(1 for word in read if word.forms) > 1
    out: dict[int, _Match] = {}
    for place, word in enumerate(read):
        light = several and word.weight < slight
        for form, similar in word.forms:
            for name in postings[form]:
                if light and shared[name] == 1 and name not in language.lone_names:
                    continue
                match = out.setdefault(name, _Match())
                if form in match.words:
                    continue
                match.words.add(form)
                if place not in match.places:
                    match.places.add(place)
                    match.weight += word.weight
                match.likeness = min(similar, match.likeness)
    return out


def _by_words(
    query: Sequence[str],
    heads: Sequence[str],
    language: Language,
    fits: Fits,
    counts: float = 1.0,
    *,
    behind: Collection[str] = (),
    doubted: bool = False,
) -> None:
    """Score every name that shares a word with the query; what no name explains ``counts`` so much."""
    read = _lighter(_without_asides(resolve(query, language), query, heads), counts)
    uses = _uses(read, query, behind)
    brands = frozenset(n for n in uses if not read[n].forms and not ABSTRACT.holds(query[n]))
    read = _behind_less(read, uses, brands)
    total = sum(word.weight for word in read) or 1.0
    guessed = {place for place, word in enumerate(read) if word.forms and word.via == "typo"}
    strange = guessed | {
        n
        for n, word in enumerate(read)
        if not word.forms and query[n].isalpha() and n not in brands
        if word.weight or not (query[n] in THINGS or is_talk(query[n]))
    }
    known = sum(1 for word in read if word.forms)
    last = {form for word, typed in zip(read, query, strict=True) if typed in heads for form, _ in word.forms}
    things = {typed for word, typed in zip(read, query, strict=True) if word.weight and typed in THINGS}
    for name, match in _matches(read, language).items():
        own, covered = language.name_words(name), match.weight / total
        if len(match.words) < own.distinct and match.words <= EVERYDAY:
            continue
        unknown = counts * sum(1.0 if len(query[n]) > _CODE else _CODE_COUNTS for n in strange - match.places)
        held = bool(last & match.words)
        complete = not unknown and len(match.places) == known
        score = _score(own, match.words, covered, held, complete=complete, language=language)
        several = own.distinct > 1 and len(match.words) >= own.distinct
        score *= max(
            0.0, 1 - unknown * (_STRANGE if held else _STRANGE_SEVERAL if several else _STRANGE_HEADLESS)
        )
        via: Via = "typo" if guessed & match.places else "words"
        if unknown and via == "typo":
            score *= _GUESSED_BESIDE_UNKNOWN
        hits = language.index.english[language.english_names[name]]
        if things - match.words:
            score *= _beside_other_goods(things - match.words, heads, hits, language)
        if doubted and not several:
            score *= FACTOR
        if not several and uses.issuperset(match.places):
            score *= _ONLY_BEHIND
        if score > 0:
            fits.add(hits, score * match.likeness, via)


def _without_asides(read: Sequence[Word], query: Sequence[str], heads: Sequence[str]) -> list[Word]:
    """The words with those that say nothing behind the thing wanted passed over: a gift for my daughter."""
    head = max((n for n, word in enumerate(query) if word in heads), default=len(query))
    return [
        msgspec.structs.replace(word, weight=0.0)
        if n > head and not word.forms and is_common(query[n])
        else word
        for n, word in enumerate(read)
    ]


def _uses(read: Sequence[Word], query: Sequence[str], behind: Collection[str]) -> frozenset[int]:
    """The places of the words that tell what a known thing is for; none when no known word stands before."""
    places = frozenset(n for n, word in enumerate(query) if word in behind)
    return places if any(word.forms for n, word in enumerate(read) if n not in places) else frozenset()


def _behind_less(read: Sequence[Word], uses: Collection[int], brands: Collection[int]) -> list[Word]:
    """The words with those of what the thing is for lighter, and unknown ones among them without weight."""
    return [
        msgspec.structs.replace(word, weight=0.0 if n in brands else word.weight * _BEHIND_COUNTS)
        if n in uses
        else word
        for n, word in enumerate(read)
    ]


def _lighter(read: list[Word], counts: float) -> list[Word]:
    """The words with the weight of those that no name holds multiplied by ``counts``."""
    if counts == 1.0:
        return read
    return [
        word if word.forms else msgspec.structs.replace(word, weight=word.weight * counts) for word in read
    ]


def _beside_other_goods(
    others: Collection[str], heads: Collection[str], hits: Hits, language: Language
) -> float:
    """What is left of a name when the query also names ``others``, goods that it does not hold."""
    if any(word in heads for word in others):
        return _OTHER_WANTED
    if all(word in language.index.postings for word in others):
        return 1.0
    mixed = all(language.by_id[language.index.targets[n].category].mixed for n in hits[::2])
    return _OTHER_OF_MIXED if mixed else 1.0


def _score(
    own: NameWords, have: set[str], covered: float, head: bool, *, complete: bool, language: Language
) -> float:
    """How well a name fits: it lies inside the query, around it, or they only overlap."""
    if len(have) >= own.distinct:
        return _INSIDE + _INSIDE_SHARE * covered + (_HEAD if head else 0.0)
    held = sum(language.word_weights[word] for word in have) / own.weight
    if complete:
        return _AROUND + _AROUND_SHARE * held + (0.02 if own.words[-1] in have else 0.0)
    if min(covered, held) < _CROSSING_LEAST:
        return 0.0
    score = _CROSSING + _CROSSING_SHARE * min(covered, held)
    return score + _HEAD if head else score * _HEADLESS
