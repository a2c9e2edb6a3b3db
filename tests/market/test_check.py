"""The keeper of the data pack: a clean synthetic pack, and one test for each rule that breaks it."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hqguide.market.check import Problem, check
from hqguide.market.check_text import faults
from hqguide.market.pack import default_folder

Pack = dict[str, Any]
SOURCE = "synthetic-source"


def claim(key: str, **more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": key,
        "method": "field survey",
        "confidence": "high",
        "source": SOURCE,
        "goods": [{"zh": "电阻", "en": "resistors", "categories": ["passive"]}],
        "as_of": "2024-05-01",
    }
    return {**base, **more}


def synthetic_pack() -> Pack:
    """Two joined halls, three stalls and one of everything else; no real place is in it."""
    position = {"lat": 22.5, "lon": 114.0, "accuracy_m": 10, "basis": "made up", "source": SOURCE}
    halls: list[dict[str, Any]] = [
        {
            "id": f"synthetic-hall-{number}",
            "name": {"zh": "试验楼", "en": f"Synthetic Hall {number}"},
            "kind": "electronics market",
            "status": {"state": "open", "as_of": "2025", "source": SOURCE},
            "aliases": [{"text": "SH", "lang": "en", "kind": "short"}],
            "position": {**position, "lat": 22.545, "lon": 114.08 + number / 1000},
            "hours": [
                {"days": "daily", "open": "09:30", "close": "18:00", "source": SOURCE, "as_of": "2025"}
            ],
            "floors": [
                {"level": -1, "label": "B1"},
                {
                    "level": 1,
                    "label": "1F",
                    "joined": [{"building": f"synthetic-hall-{3 - number}", "level": 1}],
                    "claims": [claim(f"floor-{number}")],
                },
                {"level": 2, "label": "2F"},
            ],
            "claims": [claim(f"hall-{number}", says="service", goods=[])],
            "market_floors": 2,
            "metro": [{"station": "Test Road 试验路 (L9)", "source": SOURCE, "exit": "A"}],
            "counter_rules": [
                {
                    "regex": r"^(\d)([A-Z])(\d{3})$",
                    "example": "2A015",
                    "reads": "floor|zone|serial",
                    "source": SOURCE,
                }
            ],
            "sources": [SOURCE],
        }
        for number in (1, 2)
    ]
    halls[0]["floors"][2]["plans"] = ["fp-synthetic"]
    square = [[10, 10], [20, 10], [20, 20]]
    return {
        "pack": {"format": 1, "name": "Synthetic", "version": "1", "as_of": "2026-01-31"},
        "categories": [{"id": "passive"}, {"id": "ic"}, {"id": "ic.mcu"}],
        "sources": {
            SOURCE: {"title": "Made up", "kind": "test", "licence": "none", "where": "here"},
            "synthetic-map": {"title": "Map", "kind": "test", "licence": "ODbL 1.0", "where": "here"},
        },
        "buildings": halls,
        "stalls": [
            {
                "id": "stall-1",
                "kind": "counter",
                "building": "synthetic-hall-1",
                "level": 2,
                "counter": "2A001",
                "claims": [claim("stall-1"), claim("stall-old", as_of="2013", superseded_by="stall-1")],
            },
            {"id": "stall-2", "kind": "area", "claims": [claim("stall-2", as_of="2024")]},
        ],
        "streets": {
            "attribution": "© OpenStreetMap contributors",
            "licence": "ODbL-1.0",
            "licence_url": "https://example.invalid",
            "origin": "made up",
            "source": "synthetic-map",
            "date": "2025-09-04",
            "changes": "none",
            "streets": [
                {
                    "kind": "primary",
                    "points": [[22.545, 114.08], [22.546, 114.08]],
                    "quality": "good",
                    "name_zh": "试验路",
                }
            ],
            "junctions": [{"roads": ["试验路"], "lat": 22.545, "lon": 114.08}],
            "footprints": [
                {
                    "osm_id": "way/1",
                    "points": [[22.545, 114.08], [22.546, 114.08]],
                    "building": "synthetic-hall-1",
                }
            ],
            "stations": [{"name_zh": "试验路", "lat": 22.545, "lon": 114.08, "osm_id": "way/2"}],
        },
        "metro": [
            {
                "id": "test-road",
                "name_zh": "试验路",
                "name_en": "Test Road",
                "lines": ["9"],
                "platforms": [{"line": "9", "position": {**position, "lat": 22.545, "lon": 114.08}}],
                "exits": [{"name": "A"}],
                "exits_source": SOURCE,
                "exits_as_of": "2023",
            }
        ],
        "floorplans": [
            {
                "id": "fp-synthetic",
                "building": "synthetic-hall-1",
                "level": 2,
                "as_of": "2013-04-14",
                "source": SOURCE,
                "evidence": "made up",
                "up": {"direction": "north", "basis": "made up"},
                "outline": [[0, 0], [100, 0], [100, 50], [0, 50]],
                "accuracy": {"units": 1},
                "size": [100, 50],
                "blocks": [{"id": "b1", "kind": "shops", "poly": square}],
                "counters": [{"number": "2A002", "poly": square, "confidence": "high"}],
            }
        ],
        "phrases": [
            {
                "id": "find.part",
                "topic": "find",
                "en": "Do you have {part}?",
                "zh": "有{part}吗？",
                "pinyin": "yǒu {part} ma",
                "slots": ["part"],
            }
        ],
        "timeline": [
            {"date": "1988-03", "event": "It opens.", "sources": [SOURCE], "buildings": ["synthetic-hall-1"]}
        ],
        "prices": [
            {
                "id": "price-1",
                "item": "resistor",
                "kind": "goods",
                "sources": [SOURCE],
                "place": "hall",
                "as_of": "2024",
                "yuan": 1,
                "yuan_high": 2,
                "building": "synthetic-hall-1",
                "level": 2,
                "categories": ["passive"],
            }
        ],
        "price_index": {
            "name_en": "Index",
            "name_zh": "指数",
            "released": "2007",
            "authority": "made up",
            "indices": 1,
            "families": [{"en": "all"}],
            "readings": [{"sources": [SOURCE], "values": {"all": 100.0}, "change": {}}],
            "history": [{"date": "2009", "event": "It grows.", "sources": [SOURCE]}],
            "not_known": [],
            "sources": [SOURCE],
        },
        "advice": [
            {
                "id": "advice-1",
                "topic": "hours",
                "text": "Come late.",
                "applies_to": ["hours", "passive", "synthetic-hall-1"],
                "sources": [SOURCE],
                "confidence": "low",
                "as_of": "2020",
                "zh": "几点开门？",
            }
        ],
        "holidays": {
            "typical": [
                {
                    "open": "10:00",
                    "open_latest": "12:00",
                    "close": "18:00",
                    "close_latest": "18:30",
                    "as_of": "2017",
                    "sources": [SOURCE],
                }
            ],
            "rules": [
                {
                    "id": "rule-1",
                    "when": "national day",
                    "what": "all",
                    "effect": "shut",
                    "text": "Shut.",
                    "as_of": "2018",
                    "sources": [SOURCE],
                    "confidence": "low",
                    "first": "10-01",
                    "buildings": ["synthetic-hall-1"],
                }
            ],
        },
    }


def write_pack(folder: Path, pack: Pack) -> Path:
    for name, content in pack.items():
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return folder


def put(value: Any, *path: str | int) -> Callable[[Pack], None]:
    """A change that sets ``value`` at ``path``; a last step of ``+`` appends to the list there."""

    def change(pack: Pack) -> None:
        target: Any = pack
        for step in path[:-1]:
            target = target[step]
        if path[-1] == "+":
            target.append(copy.deepcopy(value))
        else:
            target[path[-1]] = value

    return change


HALL = ("buildings", 0)
STALL = ("stalls", 0)
CLAIM = ("stalls", 0, "claims", 0)
PLAN = ("floorplans", 0)
GOODS = {"zh": "电阻", "en": "resistors", "categories": ["passive"]}
SYNTHETIC = synthetic_pack()

BREAKS: list[tuple[str, Callable[[Pack], None], str, str]] = [
    # buildings
    ("a building id twice", put("synthetic-hall-2", *HALL, "id"), "buildings.json", "id used twice"),
    ("a building id in capitals", put("Hall", *HALL, "id"), "buildings.json", "id is not made of"),
    ("no name", put({}, *HALL, "name"), "buildings.json", "neither a Chinese nor an English name"),
    (
        "an alias twice",
        put(SYNTHETIC["buildings"][0]["aliases"][0], *HALL, "aliases", "+"),
        "buildings.json",
        "alias twice",
    ),
    (
        "a wrong floor label",
        put("3F", *HALL, "floors", 2, "label"),
        "buildings.json",
        "level 2 is labelled '3F'",
    ),
    (
        "a floor twice",
        put({"level": 2, "label": "2F"}, *HALL, "floors", "+"),
        "buildings.json",
        "not in order",
    ),
    ("level 0", put({"level": 0, "label": "0F"}, *HALL, "floors", "+"), "buildings.json", "level 0"),
    ("more market floors than floors", put(3, *HALL, "market_floors"), "buildings.json", "3 market floors"),
    ("a place far off", put(22.6, *HALL, "position", "lat"), "buildings.json", "outside the district"),
    ("a perfect position", put(0, *HALL, "position", "accuracy_m"), "buildings.json", "claims to be exact"),
    ("hours not HH:MM", put("9:30", *HALL, "hours", 0, "open"), "buildings.json", "are not HH:MM"),
    ("hours that are none", put("25:00", *HALL, "hours", 0, "open"), "buildings.json", "not a time of day"),
    ("closing first", put("08:00", *HALL, "hours", 0, "close"), "buildings.json", "closes at 08:00"),
    ("a status to come", put("2027", *HALL, "status", "as_of"), "buildings.json", "lies after"),
    ("a one-sided joint", put([], *HALL, "floors", 1, "joined"), "buildings.json", "on one side only"),
    (
        "a joint to nowhere",
        put([{"building": "synthetic-hall-2", "level": 9}], *HALL, "floors", 1, "joined"),
        "buildings.json",
        "which is not known",
    ),
    (
        "a source of a building",
        put(["nobody"], *HALL, "sources"),
        "buildings.json",
        "unknown source 'nobody'",
    ),
    (
        "a broken pattern",
        put("(", *HALL, "counter_rules", 0, "regex"),
        "buildings.json",
        "is not a regular expression",
    ),
    (
        "an example that does not fit",
        put("B12", *HALL, "counter_rules", 0, "example"),
        "buildings.json",
        "does not fit its example",
    ),
    (
        "groups without a name",
        put("floor|zone", *HALL, "counter_rules", 0, "reads"),
        "buildings.json",
        "does not name its 3 groups",
    ),
    (
        "a metro station not listed",
        put("Elsewhere", *HALL, "metro", 0, "station"),
        "buildings.json",
        "unknown metro station",
    ),
    # claims and stalls
    ("a claim id twice", put("floor-1", *CLAIM, "id"), "stalls.json", "claim id used twice"),
    ("a claim id in capitals", put("Floor", *CLAIM, "id"), "stalls.json", "id is not made of"),
    ("an unknown source", put("nobody", *CLAIM, "source"), "stalls.json", "unknown source 'nobody'"),
    ("a date to come", put("2026-02-01", *CLAIM, "as_of"), "stalls.json", "lies after 2026-01-31"),
    ("a date before the market", put("1913", *CLAIM, "as_of"), "stalls.json", "lies before 1979"),
    ("a date in words", put("April 2013", *CLAIM, "as_of"), "stalls.json", "is not YYYY"),
    ("a date that never was", put("2013-02-30", *CLAIM, "as_of"), "stalls.json", "is not YYYY"),
    (
        "an estimate of nothing",
        put({**claim("c1", as_of=None), "as_of_estimated": True}, "stalls", 1, "claims", 0),
        "stalls.json",
        "yet calls it estimated",
    ),
    (
        "a machine that is sure",
        put("machine-written", *CLAIM, "method"),
        "stalls.json",
        "confidence must be low",
    ),
    ("a claim that says nothing", put([], *CLAIM, "goods"), "stalls.json", "says nothing"),
    ("goods without a word", put([{"categories": []}], *CLAIM, "goods"), "stalls.json", "without a word"),
    ("goods twice", put([GOODS, GOODS], *CLAIM, "goods"), "stalls.json", "goods twice"),
    (
        "an unknown category",
        put(["fruit"], *CLAIM, "goods", 0, "categories"),
        "stalls.json",
        "unknown category 'fruit'",
    ),
    (
        "a category twice",
        put(["ic", "ic"], *CLAIM, "goods", 0, "categories"),
        "stalls.json",
        "a category twice",
    ),
    (
        "superseded by nobody",
        put("nobody", "stalls", 0, "claims", 1, "superseded_by"),
        "stalls.json",
        "which is not another claim",
    ),
    (
        "superseded by itself",
        put("stall-old", "stalls", 0, "claims", 1, "superseded_by"),
        "stalls.json",
        "which is not another claim",
    ),
    (
        "a chain of superseded claims",
        put("hall-1", *CLAIM, "superseded_by"),
        "stalls.json",
        "superseded itself",
    ),
    ("superseded by an older claim", put("2012", *CLAIM, "as_of"), "stalls.json", "which is older"),
    (
        "superseded by another building",
        put("floor-2", "stalls", 0, "claims", 1, "superseded_by"),
        "stalls.json",
        "another building",
    ),
    ("a stall id twice", put("stall-2", *STALL, "id"), "stalls.json", "stall id used twice"),
    (
        "a counter twice",
        put({**SYNTHETIC["stalls"][0], "id": "stall-3", "claims": [claim("c3")]}, "stalls", "+"),
        "stalls.json",
        "two stalls with one counter number",
    ),
    ("a stall without claims", put([], "stalls", 1, "claims"), "stalls.json", "has no claim"),
    ("a counter of no building", put("counter", "stalls", 1, "kind"), "stalls.json", "of kind area exactly"),
    ("a doubtful number", put("2A00?", *STALL, "counter"), "stalls.json", "is not certain"),
    ("an unknown building", put("elsewhere", *STALL, "building"), "stalls.json", "unknown building"),
    ("an unknown floor", put(7, *STALL, "level"), "stalls.json", "level 7 is not a floor"),
    ("a number of another floor", put("1A001", *STALL, "counter"), "stalls.json", "reads floor ['1']"),
    # the ground
    ("no credit", put("a map", "streets", "attribution"), "streets.json", "must be credited"),
    ("another licence", put("CC0", "streets", "licence"), "streets.json", "must be credited"),
    ("a map source unknown", put("nobody", "streets", "source"), "streets.json", "unknown source"),
    (
        "a map source of another licence",
        put(SOURCE, "streets", "source"),
        "streets.json",
        "is not under ODbL",
    ),
    ("a map of the future", put("2027", "streets", "date"), "streets.json", "lies after"),
    (
        "a street of one point",
        put([[22.545, 114.08]], "streets", "streets", 0, "points"),
        "streets.json",
        "fewer than two",
    ),
    (
        "a street elsewhere",
        put([[0, 0], [1, 1]], "streets", "streets", 0, "points"),
        "streets.json",
        "outside",
    ),
    (
        "a named unnamed street",
        put("unnamed", "streets", "streets", 0, "name_basis"),
        "streets.json",
        "is called unnamed",
    ),
    ("a junction elsewhere", put(10, "streets", "junctions", 0, "lat"), "streets.json", "outside"),
    (
        "a footprint of nobody",
        put("elsewhere", "streets", "footprints", 0, "building"),
        "streets.json",
        "unknown building",
    ),
    ("a station twice", put(SYNTHETIC["metro"][0], "metro", "+"), "metro.json", "id used twice"),
    (
        "a station from the open map",
        put("synthetic-map", "metro", 0, "platforms", 0, "position", "source"),
        "metro.json",
        "belongs in streets.json",
    ),
    ("a station source", put("nobody", "metro", 0, "exits_source"), "metro.json", "unknown source"),
    (
        "a station elsewhere",
        put(0, "metro", 0, "platforms", 0, "position", "lat"),
        "metro.json",
        "outside the district",
    ),
    ("exits of the future", put("2031", "metro", 0, "exits_as_of"), "metro.json", "lies after"),
    ("an exit twice", put({"name": "A"}, "metro", 0, "exits", "+"), "metro.json", "exit A twice"),
    # floor plans
    ("a plan twice", put(SYNTHETIC["floorplans"][0], "floorplans", "+"), "floorplans.json", "id used twice"),
    ("a plan no floor names", put(1, *PLAN, "level"), "floorplans.json", "names it"),
    ("a plan that is missing", put("fp-other", *PLAN, "id"), "buildings.json", "unknown plan 'fp-synthetic'"),
    ("a plan source", put("nobody", *PLAN, "source"), "floorplans.json", "unknown source"),
    ("a plan of the future", put("2027-01-01", *PLAN, "as_of"), "floorplans.json", "lies after"),
    ("a line for a polygon", put([[0, 0], [1, 1]], *PLAN, "outline"), "floorplans.json", "fewer than three"),
    (
        "a polygon off the sheet",
        put([[0, 0], [1, 1], [999, 0]], *PLAN, "outline"),
        "floorplans.json",
        "off the",
    ),
    (
        "a block twice",
        put(SYNTHETIC["floorplans"][0]["blocks"][0], *PLAN, "blocks", "+"),
        "floorplans.json",
        "two blocks",
    ),
    (
        "a counter without a place",
        put({"number": "2A003", "confidence": "low"}, *PLAN, "counters", "+"),
        "floorplans.json",
        "neither a shape nor a block",
    ),
    (
        "a counter without a number",
        put({"block": "b1", "confidence": "low"}, *PLAN, "counters", "+"),
        "floorplans.json",
        "a counter without a number",
    ),
    (
        "a plan counter twice",
        put(SYNTHETIC["floorplans"][0]["counters"][0], *PLAN, "counters", "+"),
        "floorplans.json",
        "counter 2A002 twice",
    ),
    (
        "a plan counter of another floor",
        put("1A002", *PLAN, "counters", 0, "number"),
        "floorplans.json",
        "reads floor ['1']",
    ),
    # notes
    ("a phrase twice", put(SYNTHETIC["phrases"][0], "phrases", "+"), "phrases.json", "id used twice"),
    ("a slot in one language", put("有吗？", "phrases", 0, "zh"), "phrases.json", "the slots of zh"),
    ("a phrase without Chinese", put("{part}?", "phrases", 0, "zh"), "phrases.json", "no Chinese character"),
    ("an event without a source", put([], "timeline", 0, "sources"), "timeline.json", "names no source"),
    ("an event ending first", put("1987", "timeline", 0, "until"), "timeline.json", "before it begins"),
    ("one source called two", put("two sources", "timeline", 0, "status"), "timeline.json", "names one"),
    (
        "an event somewhere",
        put(["elsewhere"], "timeline", 0, "buildings"),
        "timeline.json",
        "unknown building",
    ),
    ("an event to come", put("2027", "timeline", 0, "date"), "timeline.json", "lies after"),
    ("a price without a date", put(None, "prices", 0, "as_of"), "prices.json", "has no date"),
    ("a price without an amount", put(None, "prices", 0, "yuan"), "prices.json", "has no amount"),
    ("a price upside down", put(0.5, "prices", 0, "yuan_high"), "prices.json", "is not higher"),
    ("a price of fruit", put(["fruit"], "prices", 0, "categories"), "prices.json", "unknown category"),
    ("a price elsewhere", put("elsewhere", "prices", 0, "building"), "prices.json", "unknown building"),
    ("a price on no floor", put(8, "prices", 0, "level"), "prices.json", "level 8 is not a floor"),
    (
        "an index reading of nobody",
        put(["nobody"], "price_index", "readings", 0, "sources"),
        "price_index.json",
        "unknown",
    ),
    ("an index of nobody", put([], "price_index", "sources"), "price_index.json", "names no source"),
    ("advice about fruit", put(["fruit"], "advice", 0, "applies_to"), "advice.json", "is no category"),
    ("advice about nothing", put([], "advice", 0, "applies_to"), "advice.json", "is about nothing"),
    ("advice in no Chinese", put("when?", "advice", 0, "zh"), "advice.json", "no Chinese character"),
    ("no district hours", put([], "holidays", "typical"), "holidays.json", "those of the district"),
    ("hours in disorder", put("09:00", "holidays", "typical", 0, "close"), "holidays.json", "not in order"),
    ("hours in words", put("ten", "holidays", "typical", 0, "open"), "holidays.json", "not a time of day"),
    (
        "a rule twice",
        put(SYNTHETIC["holidays"]["rules"][0], "holidays", "rules", "+"),
        "holidays.json",
        "twice",
    ),
    ("a rule on no day", put("13-01", "holidays", "rules", 0, "first"), "holidays.json", "is not MM-DD"),
    (
        "a rule for nobody",
        put(["elsewhere"], "holidays", "rules", 0, "buildings"),
        "holidays.json",
        "unknown building",
    ),
    # pack and sources
    ("a review in a month", put("2026-01", "pack", "as_of"), "pack.json", "must be a full date"),
    ("a source without a licence", put("", "sources", SOURCE, "licence"), "sources.json", "of its licence"),
    (
        "a source nobody names",
        put(SYNTHETIC["sources"][SOURCE], "sources", "spare"),
        "sources.json",
        "no record names it",
    ),
    (
        "a source key with a blank",
        put(SYNTHETIC["sources"][SOURCE], "sources", "a key"),
        "sources.json",
        "key is not made",
    ),
    # text
    ("a lost character", put("电\ufffd", *CLAIM, "note"), "stalls.json", "U+FFFD"),
    ("a control character", put("a\x1b[31m", *CLAIM, "note"), "stalls.json", "hidden character"),
    ("a direction override", put("a\u202eb", *CLAIM, "note"), "stalls.json", "hidden character"),
    ("a blank at the end", put("a ", *CLAIM, "note"), "stalls.json", "stray blanks"),
    ("two blanks", put("a  b", *CLAIM, "note"), "stalls.json", "stray blanks"),
    ("a lost name", put({"zh": "金??"}, *STALL, "name"), "stalls.json", "holds ??"),
    ("a mobile number", put("call 13812345678", *CLAIM, "note"), "stalls.json", "mobile number"),
    ("a land line", put("0755-12345678", *CLAIM, "note"), "stalls.json", "land line"),
    ("a foreign number", put("+852 1234 5678901", *CLAIM, "note"), "stalls.json", "international number"),
    ("an e-mail address", put("me@example.com", *CLAIM, "note"), "stalls.json", "e-mail address"),
    ("a QQ number", put("QQ：1234567", *CLAIM, "note"), "stalls.json", "chat id"),
    ("a WeChat id", put("微信 shop12345", *CLAIM, "note"), "stalls.json", "chat id"),
    ("a person", put("联系人在二楼", *CLAIM, "note"), "stalls.json", "person"),
]


def test_the_synthetic_pack_is_clean(tmp_path: Path) -> None:
    assert check(write_pack(tmp_path, synthetic_pack())) == ()


@pytest.mark.parametrize(
    ("change", "file", "what"), [case[1:] for case in BREAKS], ids=[c[0] for c in BREAKS]
)
def test_every_rule_finds_the_pack_that_breaks_it(
    tmp_path: Path, change: Callable[[Pack], None], file: str, what: str
) -> None:
    pack = synthetic_pack()
    change(pack)
    found = check(write_pack(tmp_path, pack))
    assert any(problem.file == file and what in problem.what for problem in found), found


@pytest.mark.parametrize("name", sorted(SYNTHETIC))
def test_a_file_that_is_not_json_is_a_problem_and_not_a_crash(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / f"{name}.json").write_text('[{"id": ', encoding="utf-8")
    assert Problem(f"{name}.json", "", "is not JSON") in check(tmp_path)


@pytest.mark.parametrize("name", sorted(SYNTHETIC))
def test_a_file_of_the_wrong_shape_names_itself(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / f"{name}.json").write_text("[1, 2]", encoding="utf-8")
    assert any(problem.file == f"{name}.json" for problem in check(tmp_path))


@pytest.mark.parametrize("name", sorted(SYNTHETIC))
def test_a_missing_file_names_itself(tmp_path: Path, name: str) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / f"{name}.json").unlink()
    assert any(problem.file == f"{name}.json" for problem in check(tmp_path))


def test_an_unknown_field_is_a_problem(tmp_path: Path) -> None:
    pack = synthetic_pack()
    pack["stalls"][0]["phone"] = "none"
    found = check(write_pack(tmp_path, pack))
    assert any(problem.file == "stalls.json" and "phone" in problem.what for problem in found)


def test_an_archive_number_is_not_taken_for_a_telephone() -> None:
    assert list(faults("file ids 13812345678, 17061388100")) == []
    assert list(faults("https://example.com/news/2018/13812345678.html")) == []
    assert list(faults("13812345678")) == ["holds a mobile number"]


@pytest.mark.parametrize("depth", [500, 900, 100_000])
def test_a_file_nested_very_deep_is_a_problem_and_not_a_crash(tmp_path: Path, depth: int) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / "prices.json").write_text("[" * depth + "]" * depth, encoding="utf-8")
    assert any(problem.file == "prices.json" for problem in check(tmp_path))


def test_a_built_index_may_hold_patterns(tmp_path: Path) -> None:
    write_pack(tmp_path, synthetic_pack())
    (tmp_path / "index.json").write_text('[["A??"]]', encoding="utf-8")
    assert check(tmp_path) == ()


def test_a_problem_reads_as_file_place_and_fault() -> None:
    assert str(Problem("a.json", "x", "is bad")) == "a.json: x: is bad"
    assert str(Problem("a.json", "", "is bad")) == "a.json: is bad"


def test_the_shipped_pack_is_clean() -> None:
    assert [str(problem) for problem in check(default_folder())] == []
