"""Part numbers that stand for one another: the same value under another maker's numbering, second sources.

``equivalents.json`` holds families of templates such as ``RC{size}{tolerance}R-07{ohms:letter}L``. A number
that fits one template is read into its fields; every other template of the family that can say the
same fields gives an equivalent number. What is behind a template (package and packing letters) is the maker's
own and is left out, so an equivalent is how the number begins.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from hqguide.errors import GuideError
from hqguide.packfile import decode
from hqguide.parts.equivalents_codes import CODES, read_code, shown, write_code
from hqguide.parts.model import Record
from hqguide.parts.normalise import part_key

FILE = "equivalents.json"
BY_RULE = "by the numbering: ask whether it is made"
MOST = 12
"""Equivalents given for one number."""

_PLACE = re.compile(r"\{(?P<field>[a-z]+)(?::(?P<code>[a-z0-9 ]+))?\}")


class Reference(Record, frozen=True):
    """Where a template or a statement of compatibility comes from: title, place, date as exact as known."""

    title: str
    where: str
    date: str | None = None


class Member(Record, frozen=True):
    """One numbering: its template, whose it is, and the key of the reference that says so.

    One that is ``only_read`` says not enough to be written: it has letters the fields do not tell.
    """

    template: str
    source: str
    maker: str = ""
    only_read: bool = False


class EquivalentFamily(Record, frozen=True):
    """Numberings of one kind of part; ``check`` says what to compare before one is taken for another."""

    id: str
    what: str
    check: str
    members: tuple[Member, ...]


class EquivalentsFile(Record, frozen=True):
    """``equivalents.json``: references, tables of codes (code -> meaning), families."""

    sources: Mapping[str, Reference]
    codes: Mapping[str, Mapping[str, str]]
    families: tuple[EquivalentFamily, ...]


class Equivalent(msgspec.Struct, frozen=True):
    """A number to take instead: why, what to check first, and the reference (key, date) for its numbering."""

    part: str
    why: str
    check: str
    source: str
    as_of: str


class Equivalents(msgspec.Struct, frozen=True, dict=True):
    """The families of a pack, ready to be asked."""

    file: EquivalentsFile

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    def of(self, number: str) -> tuple[Equivalent, ...]:
        """What can be taken for the part ``number``, the surest family first; at most :data:`MOST`."""
        key = part_key(number)
        found: dict[str, Equivalent] = {}
        for one in self._of(key):
            if not key.startswith(part_key(one.part)):
                found.setdefault(one.part, one)
        return tuple(found.values())[:MOST]

    def _of(self, key: str) -> Iterator[Equivalent]:
        for family in self.file.families:
            read = next(
                (f for one in family.members if (f := self._fields(one.template, key)) is not None), None
            )
            if read is None:
                continue
            said = " ".join(word for field, value in read.items() if (word := shown(field, value)))
            why = f"{family.what}: {said}" if said else family.what
            for member in family.members:
                part = "" if member.only_read else self._written(member.template, read)
                if part:
                    source = self.file.sources[member.source]
                    # A rule of numbering can write numbers that no maker ever made.
                    check = f"{family.check}; {BY_RULE}" if read else family.check
                    yield Equivalent(part, why, check, member.source, source.date or "undated")

    def _fields(self, template: str, key: str) -> Mapping[str, str] | None:
        """The fields ``key`` says when it fits ``template``; ``None`` when it does not."""
        start = _PLACE.split(template, maxsplit=1)[0]
        if not key.startswith(start):
            return None
        found = self._pattern(template).match(key)
        if not found:
            return None
        fields: dict[str, str] = {}
        for at, place in enumerate(_PLACE.finditer(template), start=1):
            value = self._read(place["code"] or "", found[at])
            if value is None or fields.setdefault(place["field"], value) != value:
                return None
        return fields

    def _written(self, template: str, fields: Mapping[str, str]) -> str:
        """``template`` with ``fields``; empty when it needs others or cannot say one of them."""
        places = list(_PLACE.finditer(template))
        if {place["field"] for place in places} != set(fields):
            return ""
        out = template
        for place in places:
            text = self._write(place["code"] or "", fields[place["field"]])
            if not text:
                return ""
            out = out.replace(place[0], text, 1)
        return out

    def _pattern(self, template: str) -> re.Pattern[str]:
        """What a number of ``template`` looks like: a digit at its end is not followed by another."""
        if template not in self._patterns:
            out, last = "", 0
            for place in _PLACE.finditer(template):
                out += re.escape(template[last : place.start()]) + f"({self._regex(place['code'] or '')})"
                last = place.end()
            self._patterns[template] = re.compile(f"{out}{re.escape(template[last:])}(?!(?<=[0-9])[0-9])")
        return self._patterns[template]

    def _regex(self, code: str) -> str:
        table = self.file.codes.get(code)
        return "|".join(re.escape(one) for one in table) if table else CODES[code]

    def _read(self, code: str, text: str) -> str | None:
        table = self.file.codes.get(code)
        return table.get(text) if table else read_code(code, text)

    def _write(self, code: str, value: str) -> str:
        table = self.file.codes.get(code)
        if table is None:
            return write_code(code, value)
        return next((one for one, meaning in table.items() if meaning == value), "")


def load_equivalents(folder: Path) -> Equivalents:
    """The families of the pack in ``folder``, none when it has no such file; a broken one is a GuideError."""
    path = folder / FILE
    if not path.exists():
        return Equivalents(EquivalentsFile({}, {}, ()))
    file = decode(path, EquivalentsFile)
    wrong = next(problems(file), "")
    if wrong:
        raise GuideError(f"broken data: {wrong}", where=str(path))
    return Equivalents(file)


def check_equivalents(folder: Path) -> tuple[str, ...]:
    """Everything that is wrong with the file of the pack in ``folder``; nothing when it has none."""
    path = folder / FILE
    try:
        return tuple(problems(decode(path, EquivalentsFile))) if path.exists() else ()
    except GuideError as error:
        return (error.what,)


def problems(file: EquivalentsFile) -> Iterator[str]:
    """What is wrong with the families: unknown references or codes, templates that say different things."""
    for family in file.families:
        said = {frozenset(p["field"] for p in _PLACE.finditer(m.template)) for m in family.members}
        if len(family.members) < 2 or len(said) > 1:
            yield f"{family.id}: needs two members and more that say the same fields"
        if "check" not in family.check:
            yield f"{family.id}: does not say what to check"
        for member in family.members:
            if member.source not in file.sources:
                yield f"{family.id}: no source {member.source!r}"
            for place in _PLACE.finditer(member.template):
                if (place["code"] or "") not in {**CODES, **file.codes}:
                    yield f"{family.id}: no code {place['code']!r}"
    used = {member.source for family in file.families for member in family.members}
    yield from (f"source {key!r} is named nowhere" for key in file.sources if key not in used)
