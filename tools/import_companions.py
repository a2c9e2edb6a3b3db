"""Turn a folder of research notes into the companion files of the data pack.

Usage: python -m tools.import_companions RESEARCH_DIR DATA_DIR

Run it after ``import_research.py``, which writes ``sources.json`` anew. It reads ``geo.json``,
``floorplans.json``, ``phrases.json`` and ``curated/id_map.json`` of RESEARCH_DIR and writes
``streets.json``, ``metro.json``, ``floorplans.json`` and ``phrases.json``; the sources of
``companion_sources.json`` are added to ``sources.json``. The timeline, prices, price index, advice
and holidays are kept by hand.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from hqguide.market.model import Source
from tools.companion_ground import station_of, street_file
from tools.companion_phrases import phrases_of
from tools.companion_plans import plan_of
from tools.import_research import write


def write_lists(path: Path, record: msgspec.Struct) -> None:
    """Write a record whose fields are lists, one entry a line, so that changes read well in a diff."""
    lines = []
    for key, value in msgspec.to_builtins(record).items():
        if isinstance(value, list | tuple):
            rows = ",\n".join(json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in value)
            lines.append(f"{json.dumps(key)}:[\n{rows}\n]")
        else:
            lines.append(f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False)}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def add_sources(path: Path) -> int:
    """Merge the sources kept beside this tool into the pack's; returns how many."""
    sources = msgspec.json.decode(path.read_bytes(), type=dict[str, Source])
    mine = msgspec.json.decode(Path(__file__).with_name("companion_sources.json").read_bytes())
    for key, row in mine.items():
        known = msgspec.to_builtins(sources[key]) if key in sources else {}
        sources[key] = msgspec.convert({**known, **row}, Source)
    write(path, dict(sorted(sources.items())))
    return len(mine)


def main(research: Path, data: Path) -> None:
    """Convert, count, write."""

    def read(name: str) -> Any:
        return json.loads((research / name).read_text(encoding="utf-8"))

    geo, id_map = read("geo.json"), read("curated/id_map.json")
    ground = street_file(geo, id_map["by_file"]["geo.json"])
    write_lists(data / "streets.json", ground)
    stations = [station_of(row) for row in geo["metro"]]
    write(data / "metro.json", stations)
    plans = [plan_of(row, id_map["floorplans"][row["id"]]) for row in read("floorplans.json")]
    write(data / "floorplans.json", plans)
    phrases = phrases_of(read("phrases.json")["phrases"])
    write(data / "phrases.json", phrases)
    added = add_sources(data / "sources.json")
    print(f"{len(plans)} floor plans, {len(phrases)} phrases, {added} sources added or mended")
    print(
        f"{len(ground.streets)} streets, {len(ground.junctions)} junctions, "
        f"{len(ground.footprints)} footprints, {len(stations)} stations"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
