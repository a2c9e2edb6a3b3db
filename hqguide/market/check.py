"""The keeper of a data pack: every rule a pack must meet, run over a folder.

The rules themselves are in the ``check_*`` modules. A file that cannot be decoded is one problem;
the rules that need it are then left out, all others still run.
"""

import json
from collections.abc import Callable, Iterator, Set
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from hqguide.errors import GuideError
from hqguide.market.check_buildings import SLUG, check_buildings
from hqguide.market.check_claims import check_claims
from hqguide.market.check_dates import first_day
from hqguide.market.check_ground import check_plans, check_stations, check_streets
from hqguide.market.check_kits import check_kits
from hqguide.market.check_notes import Known, check_calendar, check_notes
from hqguide.market.check_problem import Problem
from hqguide.market.check_text import check_text, strings, written_files
from hqguide.market.check_ways import check_ways
from hqguide.market.district import Station, StreetFile
from hqguide.market.fieldnotes import load_fieldnotes
from hqguide.market.floorplan import load_floorplans
from hqguide.market.floorways import load_floorways
from hqguide.market.hours import Calendar
from hqguide.market.kits import load_kits
from hqguide.market.pack import Market, load_market, read_file

__all__ = ["Problem", "check"]

T = TypeVar("T")


class CategoryId(msgspec.Struct):
    """The one field of a category this check needs; its other fields are checked where they are used."""

    id: str


def check(folder: Path) -> tuple[Problem, ...]:
    """Every problem of the pack in ``folder``, in order of file and place; none for a clean pack."""
    found = [*check_text(folder)]
    market = _read(lambda: load_market(folder), found)
    rows = _read(lambda: read_file(folder, "categories.json", tuple[CategoryId, ...]), found)
    notes = _read(lambda: load_fieldnotes(folder), found)
    calendar = _read(lambda: read_file(folder, "holidays.json", Calendar), found)
    ground = _read(lambda: read_file(folder, "streets.json", StreetFile), found)
    stations = _read(lambda: read_file(folder, "metro.json", tuple[Station, ...]), found)
    plans = _read(lambda: load_floorplans(folder), found)
    ways = _read(lambda: load_floorways(folder), found)
    kits = _read(lambda: load_kits(folder), found)
    if market is None:
        return tuple(sorted(set(found)))
    categories = {row.id for row in rows or ()}
    today = first_day(market.manifest.as_of) or date.max
    known = Known(market, categories, today)
    found += check_buildings(market, today)
    found += check_pack(market, folder)
    if rows is not None:
        found += check_claims(market, categories, today)
        found += check_notes(notes, known) if notes else ()
        found += check_kits(kits, known) if kits is not None else ()
    found += check_calendar(calendar, known) if calendar else ()
    found += check_streets(ground, market, today) if ground else ()
    found += check_stations(stations, market, today) if stations is not None else ()
    found += check_plans(plans, market, today) if plans is not None else ()
    found += check_ways(ways, plans, market) if ways and plans is not None else ()
    return tuple(sorted(set(found)))


def _read(load: Callable[[], T], found: list[Problem]) -> T | None:
    """What ``load`` reads; a broken file becomes a problem instead."""
    try:
        return load()
    except GuideError as error:
        path = Path(error.where)
        found.append(Problem(path.name, "", error.what))
        return None


def check_pack(market: Market, folder: Path) -> Iterator[Problem]:
    """Problems of the manifest and of the list of sources."""
    as_of = first_day(market.manifest.as_of)
    if as_of is None or len(market.manifest.as_of) != len("2026-11-23"):
        yield Problem("pack.json", "as_of", "must be a full date")
    used = _words(folder)
    for key, source in market.sources.items():
        if not SLUG.fullmatch(key):
            yield Problem("sources.json", key, "key is not made of a-z, 0-9 and single hyphens")
        empty = [name for name in ("title", "kind", "licence", "where") if not getattr(source, name)]
        if empty:
            yield Problem("sources.json", key, f"says nothing of its {', '.join(empty)}")
        if key not in used:
            yield Problem("sources.json", key, "no record names it")


def _words(folder: Path) -> Set[str]:
    """Every string of every file but the sources, to see which sources are in use."""
    found: set[str] = set()
    for path in written_files(folder):
        if path.name != "sources.json":
            try:
                found.update(text for _, text in strings(json.loads(path.read_bytes())))
            except (ValueError, RecursionError):
                continue
    return found
