"""Turn a folder of curated research records into the market part of the data pack.

Usage: python tools/import_research.py RESEARCH_DIR DATA_DIR

Reads ``buildings.json``, ``claims.json`` and ``sources.json`` of RESEARCH_DIR; writes
``buildings.json``, ``stalls.json``, ``sources.json`` and ``pack.json``. A claim about a building
or a floor goes to that building or floor; every other claim becomes a stall, and claims about the
same counter of the same building share one stall. Nothing is left out: the counts are printed and
compared.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from hqguide.market.model import (
    Address,
    Alias,
    Building,
    Claim,
    CounterRule,
    Floor,
    Goods,
    Hours,
    Joint,
    MetroExit,
    Name,
    Position,
    Source,
    Stall,
    Status,
)
from hqguide.market.pack import FORMAT, Manifest

Row = dict[str, Any]

# One search result that lists a part says little of what else the trader sells.
ONE_HIT_SOURCES = ("ic-rfq", "ic-rfq-b")
# The part numbers there are search hints of the trader's site, not goods it says it has.
HINTS_NOT_GOODS = ("duhui-2c030",)
# Where research wrote a name with a character lost.
MENDED_NAMES = {"Xinxing() Laptop Adapter": "Xinxing Laptop Adapter"}


def clean(row: Row) -> Row:
    """``row`` without empty values and stray blanks, so that defaults stay unwritten."""
    tidy = {key: " ".join(value.split()) if isinstance(value, str) else value for key, value in row.items()}
    return {key: value for key, value in tidy.items() if value not in (None, [], "")}


def name_of(row: Row) -> Name | None:
    """The trading name of a research claim."""
    if not row["name"]:
        return None
    name = clean(row["name"])
    return Name(**{key: MENDED_NAMES.get(value, value) for key, value in name.items()})


def claim_of(row: Row, stall_name: Name | None = None) -> Claim:
    """One research claim as a pack claim; its name is kept where it is not the stall's."""
    label = row["floor_label"]
    name = name_of(row)
    return Claim(
        id=row["id"],
        says=row["says"],
        goods=tuple(Goods(zh=g["zh"], en=g["en"], categories=tuple(g["categories"])) for g in row["sells"]),
        brands=tuple(row["brands"]),
        part_numbers=() if row["id"] in HINTS_NOT_GOODS else tuple(row["part_numbers"]),
        as_of=row["as_of"],
        as_of_estimated=bool(row["as_of"]) and row["as_of_precision"] == "unknown",
        method=row["method"],
        confidence="low" if row["source"] in ONE_HIT_SOURCES else row["confidence"],
        source=row["source"],
        evidence=row["evidence"],
        note=row["note"],
        superseded_by=row["superseded_by"],
        block=row["block"],
        floors=label if label and row["level"] is None else None,
        name=name if stall_name and name != stall_name else None,
    )


def stalls_of(rows: list[Row]) -> list[Stall]:
    """Stalls from the claims that speak about one; the newest claim names it."""
    groups: dict[tuple[str | None, str], list[Row]] = {}
    for row in rows:
        key = (row["building"], row["counter"] or f"claim {row['id']}")
        groups.setdefault(key, []).append(row)
    stalls = []
    for group in groups.values():
        group.sort(key=lambda row: row["as_of"] or "", reverse=True)
        first = group[0]
        name = next((name for row in group if (name := name_of(row))), None)
        stalls.append(
            Stall(
                id=first["id"],
                kind=first["kind"] if first["building"] else "area",
                building=first["building"],
                level=next((row["level"] for row in group if row["level"] is not None), None),
                counter=first["counter"],
                name=name,
                claims=tuple(claim_of(row, name) for row in group),
            )
        )
    return stalls


def building_of(row: Row, claims: list[Row]) -> Building:
    """A research building with the claims about it and its floors put in place."""
    return Building(
        id=row["id"],
        name=Name(**clean(row["name"])),
        kind=row["kind"],
        status=Status(**clean(row["status"])),
        aliases=tuple(Alias(**alias) for alias in row["aliases"]),
        address=Address(**clean(row["address"] or {})),
        position=Position(**row["position"]) if row["position"] else None,
        hours=tuple(Hours(**clean(hours)) for hours in row["hours"]),
        floors=tuple(
            Floor(
                level=floor["level"],
                label=floor["label"],
                access=tuple(floor["access"]),
                joined=tuple(Joint(**joint) for joint in floor["joined"]),
                plans=tuple(floor.get("plans", ())),
                claims=tuple(
                    claim_of(c) for c in claims if c["kind"] == "floor" and c["level"] == floor["level"]
                ),
            )
            for floor in row["floors"]
        ),
        claims=tuple(claim_of(c) for c in claims if c["kind"] == "building"),
        market_floors=row["market_floors"],
        metro=tuple(MetroExit(**exit_) for exit_ in row["metro"]),
        counter_rules=tuple(CounterRule(**clean(rule)) for rule in row["counter_grammar"]),
        notes=row["notes"],
        sources=tuple(row["sources"]),
    )


def write(path: Path, records: object) -> None:
    """Write records as JSON, one record a line where it is a list, so that changes read well in a diff."""
    if isinstance(records, list):
        body = "[\n" + ",\n".join(msgspec.json.encode(r).decode() for r in records) + "\n]\n"
    elif isinstance(records, dict):
        lines = [f"{json.dumps(key)}:{msgspec.json.encode(r).decode()}" for key, r in records.items()]
        body = "{\n" + ",\n".join(lines) + "\n}\n"
    else:
        body = msgspec.json.format(msgspec.json.encode(records)).decode() + "\n"
    path.write_text(body, encoding="utf-8")


def main(research: Path, data: Path) -> None:
    """Convert, count, write."""

    def read(name: str) -> Any:
        return json.loads((research / name).read_text(encoding="utf-8"))

    rows, claims, source_rows = read("buildings.json"), read("claims.json"), read("sources.json")
    placed = {"floor", "building"}
    of_building: dict[str, list[Row]] = {row["id"]: [] for row in rows}
    of_stall = []
    for claim in claims:
        if claim["building"] and claim["kind"] in placed:
            of_building[claim["building"]].append(claim)
        else:
            of_stall.append(claim)
    buildings = [building_of(row, of_building[row["id"]]) for row in rows]
    stalls = stalls_of(of_stall)
    written = sum(len(s.claims) for s in stalls) + sum(
        len(b.claims) + sum(len(f.claims) for f in b.floors) for b in buildings
    )
    if written != len(claims):
        raise SystemExit(f"{len(claims)} claims read but {written} written")
    write(data / "buildings.json", buildings)
    write(data / "stalls.json", stalls)
    write(data / "sources.json", {key: Source(**clean(row)) for key, row in source_rows.items()})
    write(
        data / "pack.json",
        Manifest(format=FORMAT, name="Huaqiangbei", version="2026.11", as_of="2026-11-23"),
    )
    print(f"{len(buildings)} buildings, {len(stalls)} stalls, {written} claims, {len(source_rows)} sources")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
