"""Rules for the kits: sources, dates, categories, and Chinese that is Chinese."""

import re
from collections.abc import Iterator

from hqguide.market.check_buildings import SLUG, doubles
from hqguide.market.check_dates import date_faults
from hqguide.market.check_notes import Known, source_faults
from hqguide.market.check_problem import Problem
from hqguide.market.kits import FILE, Kit, KitLine

_HAN = re.compile(r"[\u4e00-\u9fff]")


def check_kits(kits: tuple[Kit, ...], known: Known) -> Iterator[Problem]:
    """Problems of the kits, each with the kit and the line it is in."""
    for double in doubles(tuple(kit.id for kit in kits)):
        yield Problem(FILE, str(double), "id used twice")
    for kit in kits:
        found = [*source_faults(kit.sources, known), *date_faults(kit.as_of, known.today)]
        found += [] if SLUG.fullmatch(kit.id) else ["id is not made of a-z, 0-9 and single hyphens"]
        found += [] if kit.lines else ["has no lines"]
        found += [] if _HAN.search(kit.zh) else ["zh has no Chinese character"]
        found += [f"{double} is in it twice" for double in doubles(tuple(line.text for line in kit.lines))]
        yield from (Problem(FILE, kit.id, what) for what in found)
        for line in kit.lines:
            yield from (Problem(FILE, f"{kit.id}: {line.text}", what) for what in line_faults(line, known))


def line_faults(line: KitLine, known: Known) -> Iterator[str]:
    """Sources, date, categories and wording of a line."""
    yield from source_faults(line.sources, known)
    yield from date_faults(line.as_of, known.today)
    for category in line.categories:
        if category not in known.categories:
            yield f"unknown category {category!r}"
    if not line.text.strip():
        yield "has no text"
    if line.zh is not None and not _HAN.search(line.zh):
        yield "zh has no Chinese character"
