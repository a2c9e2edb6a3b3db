"""Read a counter number by the numbering of its building: ``23C217`` is building 2, 4F, zone C."""

import re
from functools import lru_cache

from hqguide.market.model import Building, CounterRule, Record, floor_label


class Reading(Record, frozen=True):
    """What a counter number says by one rule of its building; unknown parts are ``None``."""

    rule: CounterRule
    level: int | None = None
    block: str | None = None
    zone: str | None = None
    serial: str | None = None

    def words(self) -> str:
        """The reading in words, such as ``building 2, 4F, zone C, number 217``."""
        parts = (
            f"building {self.block}" if self.block else "",
            floor_label(self.level) if self.level else "",
            f"zone {self.zone}" if self.zone else "",
            f"number {self.serial}" if self.serial else "",
        )
        return ", ".join(part for part in parts if part)


@lru_cache(maxsize=256)
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def spellings(number: str) -> tuple[str, ...]:
    """``number`` as printed, then without hyphens, then the first of a range or list of counters."""
    text = number.strip().upper()
    first = re.split(r"[/,、~]", text)[0]
    return tuple(dict.fromkeys((text, text.replace("-", ""), first, first.split("-")[0])))


def _level(digits: str, rule: CounterRule) -> int | None:
    level = int(digits) + (1 if rule.floor_base == 0 else 0)
    return level or None


def readings(building: Building, number: str) -> tuple[Reading, ...]:
    """Every reading of ``number`` by the rules of ``building``, in the order of its rules.

    The printed form is tried first; a range such as ``3B071-072`` is read by its first number.
    """
    for spelling in spellings(number):
        found = []
        for rule in building.counter_rules:
            match = _compiled(rule.regex).match(spelling)
            if match:
                found.append(_reading(rule, match.groups(default="")))
        if found:
            return tuple(found)
    return ()


def _reading(rule: CounterRule, groups: tuple[str, ...]) -> Reading:
    parts: dict[str, str] = {}
    for name, value in zip(rule.reads.split("|"), groups, strict=True):
        parts[name] = parts.get(name, "") + value
    digits = parts.get("floor", "")
    return Reading(
        rule=rule,
        level=_level(digits, rule) if digits.isdigit() else None,
        block=parts.get("building") or None,
        zone=parts.get("zone") or None,
        serial=parts.get("serial") or None,
    )


def decode(building: Building, number: str) -> Reading | None:
    """The first reading of ``number`` in ``building``, or ``None`` when no rule fits."""
    found = readings(building, number)
    return found[0] if found else None
