"""Questions about a made-up market, each with every right answer. Seeded."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator

from bench.synthetic_judging import Neighbours
from bench.synthetic_slips import slip
from hqguide.market.pack import Market
from hqguide.parts.language import Language
from hqguide.search.directory import Listing
from hqguide.textindex.atoms import is_han
from hqguide.textindex.entries import BLURRED, CHINESE, COUNTER, ENGLISH, INITIALS, PINYIN, WHOLE
from hqguide.textindex.folding import fold

Question = tuple[str, list[int]] | tuple[str, list[int], list[int]]
"""Text and right entries; of a mistyped text also those it was made from."""
Asked = tuple[str, str, list[int], list[int]]
"""Kind, text, every right entry, and those the question was made from."""
# How southern speakers blur sounds, and back.
BLURS = (
    ("zh", "z"),
    ("sh", "s"),
    ("ch", "c"),
    ("ing", "in"),
    ("eng", "en"),
    ("ang", "an"),
    ("z", "zh"),
    ("s", "sh"),
)


def questions(market: Market, language: Language, listing: Listing, seed: int) -> Iterator[Asked]:
    """About 300 questions with the numbers of the right entries."""
    ask = _Asking(market, language, listing, random.Random(seed))  # noqa: S311 # drawn anew from a seed, nothing secret
    kinds: tuple[tuple[str, int, Callable[[], Question | None]], ...] = (
        ("Chinese, whole", 15, ask.chinese),
        ("Chinese, begun", 15, ask.chinese_begun),
        ("Chinese, inside", 10, ask.chinese_inside),
        ("English, whole", 15, ask.english),
        ("English, begun", 15, ask.english_begun),
        ("English, inside", 15, ask.english_inside),
        ("one slip", 24, lambda: ask.slipped(1)),
        ("two slips", 20, lambda: ask.slipped(2)),
        ("words swapped", 12, ask.swapped),
        ("pinyin, whole", 15, ask.pinyin),
        ("pinyin, begun", 12, ask.pinyin_begun),
        ("pinyin, blurred", 12, ask.pinyin_blurred),
        ("initials", 15, ask.initials),
        ("homophone", 12, ask.homophone),
        ("two groups", 24, ask.two_groups),
        ("run together", 12, ask.run_together),
        ("four groups", 12, ask.four_groups),
        ("counter", 15, ask.counter),
        ("goods", 20, ask.goods),
        ("goods, one slip", 12, ask.goods_slipped),
        ("goods, pinyin", 8, ask.goods_pinyin),
    )
    for kind, count, one in kinds:
        done = 0
        while done < count:
            question = one()
            if question and question[1]:
                done += 1
                yield kind, question[0], question[1], question[-1]


class _Asking:
    """Questions of each kind about a stall or group drawn at random."""

    def __init__(self, market: Market, language: Language, listing: Listing, draw: random.Random) -> None:
        self.market, self.language, self.draw = market, language, draw
        self.entries, self.listed = listing.entries, listing.listed
        self.first = len(listing.entries) - len(market.stalls)
        self.spelled = [
            (number, spelling)
            for number, entry in enumerate(listing.entries)
            for spelling in entry.spellings
            if spelling.kind not in (BLURRED, WHOLE)
        ]
        self.neighbours = Neighbours((number, s.text, s.begins) for number, s in self.spelled)
        self.written = [
            {s.text for s in entry.spellings if s.kind not in (PINYIN, INITIALS, BLURRED)}
            for entry in listing.entries[: self.first]
        ]
        self.members: dict[int, set[int]] = defaultdict(set)
        for number, entry in enumerate(listing.entries):
            for group in entry.groups:
                self.members[group].add(number)
        self.groups: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(listing.listed[: self.first]):
            self.groups[one.kind].append(number)
        self.sounding: dict[str, list[str]] = defaultdict(list)
        for char in sorted({char for stall in market.stalls if stall.name for char in stall.name.zh or ""}):
            self.sounding[language.spell(char)].append(char)

    def _name(self, kind: int) -> str:
        """A name of a stall drawn at random, folded."""
        entry = self.entries[self.draw.randrange(self.first, len(self.entries))]
        return next(s.text for s in entry.spellings if s.kind == kind)

    def _written(self) -> tuple[str, str]:
        """The Chinese and English name of a stall, as written."""
        name = self.draw.choice(self.market.stalls).name
        return (str(name.zh), str(name.en)) if name else ("", "")

    def _same(self, typed: str, *kinds: int) -> list[int]:
        return sorted({n for n, s in self.spelled if s.text == typed and (not kinds or s.kind in kinds)})

    def _holding(self, typed: str) -> list[int]:
        return sorted({n for n, s in self.spelled if typed in s.text})

    def _beginning(self, typed: str) -> list[int]:
        """Entries with a spelling in which a word, or a syllable of pinyin, begins with ``typed``."""
        found = ((n, s) for n, s in self.spelled if typed in s.text)
        return sorted({n for n, s in found if any(s.text.startswith(typed, at) for at in s.begins)})

    def chinese(self) -> Question:
        zh, _ = self._written()
        return zh, self._same(fold(zh))

    def _stem(self) -> str:
        """The Chinese name of a stall without the town before it."""
        entry = self.entries[self.draw.randrange(self.first, len(self.entries))]
        spelling = next(s for s in entry.spellings if s.kind == CHINESE)
        return spelling.text[spelling.begins[-1] :]

    def chinese_begun(self) -> Question:
        text = self._stem()[: self.draw.choice((2, 3))]
        return text, self._beginning(text)

    def chinese_inside(self) -> Question | None:
        stem = self._stem()
        return (stem[1:4], self._holding(stem[1:4])) if len(stem) >= 5 else None

    def english(self) -> Question:
        _, en = self._written()
        return en, self._same(fold(en), ENGLISH)

    def english_begun(self) -> Question:
        text = self._written()[1].lower()[: self.draw.randint(4, 7)].strip()
        return text, self._beginning(fold(text))

    def english_inside(self) -> Question | None:
        word = self._written()[1].lower().split()[0]
        if len(word) < 7:
            return None
        size = self.draw.randint(4, len(word) - 2)
        start = self.draw.randint(1, len(word) - size)
        text = fold(word[start : start + size])
        return text, self._holding(text)

    def slipped(self, count: int) -> Question | None:
        """The first word of an English name mistyped, alone or with the rest of the name."""
        name = self._written()[1].lower()
        word, _, rest = name.partition(" ")
        if len(word) < 4 + 2 * count or not word.isalpha():
            return None
        typed = slip(word, count, self.draw)
        if typed == word:
            return None
        if self.draw.random() < 0.5:
            return self._judged(f"{typed} {rest}", fold(name), self._same(fold(name), ENGLISH), count)
        return self._judged(typed, word, self._beginning(word), count)

    def _judged(self, typed: str, meant: str, right: list[int], slips: int) -> Question:
        """A mistyped text with all it may mean and with what was meant."""
        return typed, sorted({*right, *self.neighbours.as_near(fold(typed), meant, slips)}), right

    def swapped(self) -> Question | None:
        words = self._written()[1].lower().split()
        other = self.draw.sample(words, len(words))
        wanted = sorted(map(fold, words))
        stalls = range(self.first, len(self.entries))
        return (
            None
            if other == words
            else (" ".join(other), [n for n in stalls if sorted(self.entries[n].words) == wanted])
        )

    def pinyin(self) -> Question:
        sounds = self.language.spell(self._written()[0])
        joined = sounds.replace(" ", "")
        return self.draw.choice((sounds, joined)), self._same(joined, PINYIN)

    def pinyin_begun(self) -> Question | None:
        sounds = self.language.spell(self._stem()).split()
        whole = self.draw.choice((2, 3))
        text = "".join(sounds[:whole]) + sounds[whole][0] if len(sounds) > whole else ""
        return (text, self._beginning(text)) if text else None

    def pinyin_blurred(self) -> Question | None:
        sounds = self.language.spell(self._written()[0]).split()
        at = self.draw.randrange(len(sounds))
        sound, other = self.draw.choice(BLURS)
        if sound not in sounds[at] or (sound in "zs" and sounds[at].startswith(("zh", "sh"))):
            return None
        right = self._same("".join(sounds), PINYIN)
        sounds[at] = sounds[at].replace(sound, other, 1)
        return "".join(sounds), right

    def initials(self) -> Question | None:
        text = self._name(INITIALS)
        return (text, self._same(text, INITIALS)) if 4 <= len(text) <= 9 else None

    def homophone(self) -> Question | None:
        """A Chinese name with one character that sounds alike, the wrong choice of an input method."""
        name = fold(self._written()[0])
        at = self.draw.randrange(len(name))
        others = [char for char in self.sounding[self.language.spell(name[at])] if char != name[at]]
        if not others:
            return None
        typed = name[:at] + self.draw.choice(others) + name[at + 1 :]
        sound = self.language.spell(name).replace(" ", "")
        same = self.language.spell(typed).replace(" ", "") == sound
        return (typed, self._same(sound, PINYIN)) if same else None

    def _names(self, group: int) -> list[str]:
        """What a group is called, as people write it."""
        one = self.listed[group]
        if one.kind == "category":
            goods = self.language.category(one.id)
            return [goods.name_en, goods.said_zh, *goods.aliases_en, *goods.aliases_zh]
        if one.kind == "brand":
            return one.id.split()
        if one.kind == "building":
            hall = self.market.by_id[one.id]
            return [str(hall.name.zh), str(hall.name.en), *(alias.text for alias in hall.aliases)]
        return [one.id.lower(), one.id.replace("F", "楼")]

    def _called(self, group: int, *, han: bool | None = None) -> str:
        """One of the names of a group, in Chinese only if asked; empty when there is none."""
        names = [n for n in self._names(group) if len(n) > 1 and (han is None or (is_han(n) and han))]
        return self.draw.choice(names).lower() if names else ""

    def _all_of(self, *names: str) -> list[int]:
        """Stalls that belong to a group of each name; several groups may have one name."""
        sets = [
            set().union(*(self.members[g] for g in range(self.first) if fold(name) in self.written[g]))
            for name in names
        ]
        return sorted(set.intersection(*sets))

    def two_groups(self) -> Question | None:
        other = self.groups[self.draw.choice(("brand", "building"))]
        names = [self._called(self.draw.choice(group)) for group in (self.groups["category"], other)]
        right = self._all_of(*names)
        return (" ".join(self.draw.sample(names, 2)), right) if len(right) >= 3 else None

    def run_together(self) -> Question | None:
        """A brand and goods in Chinese without a blank, as a Chinese reader types them."""
        names = [
            self._called(self.draw.choice(self.groups[kind]), han=True) for kind in ("brand", "category")
        ]
        right = self._all_of(*names) if all(names) else []
        return ("".join(names), right) if len(right) >= 3 else None

    def four_groups(self) -> Question | None:
        """A floor, a brand, goods and a hall in any order."""
        entry = self.entries[self.draw.randrange(self.first, len(self.entries))]
        one = [[g for g in entry.groups if g in groups] for groups in self.groups.values()]
        if not all(one):
            return None
        names = [self._called(self.draw.choice(groups)) for groups in one]
        return " ".join(self.draw.sample(names, len(names))), self._all_of(*names)

    def counter(self) -> Question:
        """A counter number with the hall by its code or name, with or without a blank."""
        number = self.draw.randrange(len(self.market.stalls))
        stall = self.market.stalls[number]
        hall = self.market.by_id[str(stall.building)]
        code = hall.aliases[0].text
        text = self.draw.choice(
            (
                f"{code} {stall.counter}",
                f"{code}{stall.counter}".lower(),
                f"{hall.name.zh}{stall.counter}",
                f"{hall.aliases[1].text} {stall.counter}".lower(),
            )
        )
        right = self._same(fold(f"{code}{stall.counter}"), COUNTER)
        return text, right

    def goods(self) -> Question:
        text = self._called(self.draw.choice(self.groups["category"]))
        return text, [n for n in self._same(fold(text)) if n < self.first]

    def goods_slipped(self) -> Question | None:
        text = self._called(self.draw.choice(self.groups["category"]))
        typed = (
            slip(text, 1, self.draw) if len(text) >= 6 and fold(text).isalpha() and text.isascii() else text
        )
        if fold(typed) == fold(text):
            return None
        return self._judged(typed, fold(text), self._same(fold(text)), 1)

    def goods_pinyin(self) -> Question | None:
        text = self._called(self.draw.choice(self.groups["category"]), han=True)
        sound = fold(self.language.spell(text))
        return (sound, self._same(sound, PINYIN)) if len(text) > 1 else None
