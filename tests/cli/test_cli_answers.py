"""The command line answers on stdout, talks on stderr and leaves with the exit code of the contract."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

Hq = Callable[..., Ran]

PLACE_KEYS = {"place", "building", "floor", "counter", "name", "sells", "score", "status"} | {
    *("as_of", "confidence", "method", "source")
}


def test_find_answers_people_with_place_words_date_and_source(hq: Hq) -> None:
    ran = hq("find", "usb-c", "connector")
    assert ran.code == 0
    assert "counter 31C165S" in ran.out
    assert "2024-01-07 · signage photo · medium · schi-photo" in ran.out
    assert "Type-C母座" in ran.out
    assert ran.err == ""


def test_find_answers_machines_with_the_keys_of_the_contract(hq: Hq) -> None:
    answer = json.loads(hq("find", "--json", "-n", "3", "电阻").out)
    assert set(answer) >= {"query", "answer", "categories", "places", "notes"}
    assert answer["answer"] == "place"
    assert len(answer["places"]) == 3
    assert set(answer["places"][0]) >= PLACE_KEYS
    assert set(answer["categories"][0]) >= {"id", "name_en", "name_zh", "pinyin", "score", "via"}


def test_nothing_found_leaves_with_one_and_says_what_to_try(hq: Hq) -> None:
    ran = hq("find", "zzzzqq", "xkcdplugh")
    assert ran.code == 1
    assert "Nothing found" in ran.out


def test_a_closed_hall_is_printed_as_closed(hq: Hq) -> None:
    ran = hq("find", "gaokede", "electronics", "market")
    assert "CLOSED" in ran.out
    assert "2019-04-02" in ran.out


def test_batch_answers_every_line_and_reports_the_one_it_cannot(hq: Hq, tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("\ufeffled\n\n\x01\n电容\n", encoding="utf-8")
    ran = hq("find", "--batch", str(file))
    answers = [json.loads(row) for row in ran.out.splitlines()]
    assert [a["answer"] for a in answers] == ["place", "nothing", "place"]
    assert "line 3: the query is empty" in ran.err
    assert ran.code == 0
    assert hq("find", "--batch", "-", stdin=b"led\n").out.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("find",), "the query is empty"),
        (("find", "x" * 10_001), "more than 10000 characters"),
        (("find", "--batch", "/nonexistent/file"), "cannot be read"),
        (("find", "led", "--batch", "-"), "either WORDS or --batch"),
        (("find", "led", "--near", "nowhere at all"), "no place called"),
        (("find", "led", "-n", "0"), "'-n'"),
        (("show", "nowhere at all"), "no place called"),
        (("show",), "Missing argument"),
        (("nonsense",), "No such command"),
        (("hours", "--on", "tomorrow"), "no date"),
        (("hours", "--at", "25:00"), "not a time of day"),
        (("hours", "nowhere at all"), "no place called"),
        (("export", "-f", "docx"), "docx"),
        (("route", "nolist"), "no list and no file"),
        (("find", "led", "--near", "Tokyo Akihabara 23C217"), "Tokyo Akihabara"),
        (("show", "Tokyo Akihabara 23C217"), "no place called"),
        (("list", "bought", "seven"), "an id is a number"),
        (("list", "remove"), "give the id"),
        (("list", "shopping", "frobnicate", "x"), "is no action"),
        (("list", "import", "/nonexistent/file"), "cannot be read"),
        (("--data", "/nonexistent", "find", "led"), "cannot be read"),
        (("say", " "), "say what"),
    ],
)
def test_bad_input_leaves_with_two_a_message_and_no_traceback(
    hq: Hq, words: tuple[str, ...], said: str
) -> None:
    ran = hq(*words)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_show_prints_a_building_a_floor_and_a_counter(hq: Hq) -> None:
    assert "5F" in hq("show", "seg-plaza").out
    floor = hq("show", "seg-plaza/2F")
    assert "Joined to seg-baohua/2F" in floor.out
    assert "more facts: --all" in floor.out
    assert "more facts" not in hq("show", "--all", "seg-plaza/2F").out
    assert "No stall with it is on record" in hq("show", "hqew-1/23C999").out
    assert json.loads(hq("show", "--json", "华强电子世界", "23C217").out)["place"] == "hqew-1/4F/23C217"
    assert "Position: not known" in hq("show", "maoye").out


def test_a_list_is_kept_marked_and_cleared(hq: Hq, tmp_path: Path) -> None:
    assert hq("list").err.startswith("The list 'shopping' is empty")
    hq("list", "add", "10x", "100nF", "0603", "--price", "0.1", "--note", "any brand")
    hq("list", "add", "usb-c connector", "--qty", "3")
    listed = hq("list").out
    assert "10 × 100nF 0603  [wanted]  ≤ 0.1 yuan  (any brand)" in listed
    items = json.loads(hq("list", "--json").out)
    assert [item["quantity"] for item in items] == [10, 3]
    assert "bought" in hq("list", "bought", str(items[0]["id"])).err
    assert "not found" in hq("list", "missing", str(items[1]["id"])).err
    hq("list", "wanted", str(items[1]["id"]))
    hq("list", "remove", str(items[0]["id"]))
    file = tmp_path / "list.txt"
    file.write_text("# for the lamp\n5x led strip\n\nresistor 10k\n", encoding="utf-8")
    assert "2 lines read" in hq("list", "lamp", "import", str(file)).err
    assert json.loads(hq("list", "names", "--json").out) == ["lamp", "shopping"]
    assert hq("list", "names").out.split() == ["lamp", "shopping"]
    assert len(json.loads(hq("list", "lamp", "--json").out)) == 2
    assert "2 items removed" in hq("list", "lamp", "clear").err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gbk"])
def test_a_list_with_bullets_and_boxes_is_read_as_its_wishes(hq: Hq, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "list.txt"
    file.write_text(
        "- 5x led strip\n- [ ] 电阻 10个\n1. -5V regulator\n* 3.3V regulator\n", encoding=encoding
    )
    assert hq("list", "import", str(file)).code == 0
    items = json.loads(hq("list", "--json").out)
    assert [(item.get("quantity", 1), item["text"]) for item in items] == [
        (5, "led strip"),
        (10, "电阻"),
        (1, "-5V regulator"),
        (1, "3.3V regulator"),
    ]


def test_what_is_ticked_off_in_a_file_is_not_bought_again(hq: Hq, tmp_path: Path) -> None:
    file = tmp_path / "list.md"
    file.write_text(
        "- [x] led strip\n- [ ] esp32 board\n- [ ]\n*\n☑ 10x 电阻\nX7R capacitor\n", encoding="utf-8"
    )
    assert (
        "4 items added to the list 'shopping', 2 of them ticked off as bought"
        in hq("list", "import", str(file)).err
    )
    items = json.loads(hq("list", "--json").out)
    assert [(item["text"], item.get("state", "wanted")) for item in items] == [
        ("led strip", "bought"),
        ("esp32 board", "wanted"),
        ("电阻", "bought"),
        ("X7R capacitor", "wanted"),
    ]
    plan = json.loads(hq("route", str(file), "--json").out)
    assert "led strip" not in json.dumps(plan)


def test_a_list_exported_as_markdown_comes_back_with_what_was_ticked_in_an_editor(
    hq: Hq, tmp_path: Path
) -> None:
    hq("list", "add", "!!", "5x", "esp32", "board", "--note", "the big one", "--price", "20")
    hq("list", "add", "led strip")
    file = tmp_path / "list.md"
    assert hq("export", "--list", "-f", "md", "-o", str(file)).code == 0
    file.write_text(file.read_text(encoding="utf-8").replace("- [ ] 1 ×", "- [x] 1 ×"), encoding="utf-8")
    assert "wanted → bought" in hq("list", "import", str(file)).err
    hq("list", "copy", "import", str(file))
    copied = json.loads(hq("list", "copy", "--json").out)
    kept = json.loads(hq("list", "--json").out)
    assert [{**item, "id": 0} for item in copied] == [{**item, "id": 0} for item in kept]


def test_a_route_buys_a_file_of_items_and_names_what_has_no_place(hq: Hq, tmp_path: Path) -> None:
    file = tmp_path / "want.txt"
    file.write_text("led strip\nphone screen\nesp32 board\nxyzzy gadgetron\n", encoding="utf-8")
    plan = json.loads(hq("route", str(file), "--on", "2026-11-24", "--json").out)
    assert {"stops", "legs", "total", "unplaced", "dropped", "warnings"} <= set(plan)
    assert {"from", "to", "metres", "seconds", "how"} <= set(plan["legs"][0])
    bought = [item["text"] for stop in plan["stops"] for item in stop["items"]]
    assert sorted(bought) == ["esp32 board", "led strip", "phone screen"]
    assert plan["unplaced"][0]["item"] == "xyzzy gadgetron"
    told = hq("route", str(file), "--on", "2026-11-24", "--from", "seg-plaza").out
    assert "No place on record: xyzzy gadgetron" in told
    assert "Assumed:" in told


def test_a_route_buys_a_bill_of_materials(hq: Hq, tmp_path: Path) -> None:
    bill = tmp_path / "board.csv"
    bill.write_text(
        'Reference,Value,Footprint,Qty\n"R1,R2",10k,R_0603_1608Metric,2\nJ1,USB-C,USB_C_Receptacle,1\n',
        encoding="utf-8",
    )
    plan = json.loads(hq("route", str(bill), "--json").out)
    bought = {item["text"]: item["quantity"] for stop in plan["stops"] for item in stop["items"]}
    assert sorted(bought.values()) == [1, 2]


def test_a_budget_is_read_as_people_write_it(hq: Hq, tmp_path: Path) -> None:
    file = tmp_path / "want.txt"
    file.write_text("led strip\nphone screen\n", encoding="utf-8")
    short = json.loads(hq("route", str(file), "--budget", "1m", "--json").out)
    assert short["stops"] == []
    assert len(short["dropped"]) == 2
    assert hq("route", str(file), "--budget", "1h30", "--json").code == 0
    for nonsense in ("soon", "0m", "99h"):
        assert hq("route", str(file), "--budget", nonsense).code == 2


def test_nothing_wanted_is_said(hq: Hq) -> None:
    hq("list", "add", "led")
    hq("list", "bought", "1")
    assert "nothing wanted" in hq("route").err


def test_an_export_writes_a_file_once_and_replaces_it_only_by_force(hq: Hq, tmp_path: Path) -> None:
    hq("list", "add", "led strip")
    target = tmp_path / "walk.html"
    assert hq("export", "-f", "html", "-o", str(target)).code == 0
    assert "<!doctype html>" in target.read_text(encoding="utf-8").lower()
    assert "<svg" in target.read_text(encoding="utf-8")
    before = target.read_bytes()
    refused = hq("export", "-f", "html", "-o", str(target))
    assert refused.code == 2
    assert target.read_bytes() == before
    assert hq("export", "-f", "md", "-o", str(target), "--force").code == 0
    assert hq("export", "-f", "md").out == target.read_text(encoding="utf-8")


def test_hours_tell_the_record_the_usual_pattern_and_the_closed(hq: Hq) -> None:
    assert "09:30-18:30" in hq("hours", "seg-plaza", "--on", "2026-11-24").out
    sunday = hq("hours", "--on", "2026-11-29", "--at", "10:30").out
    assert "perhaps open" in sunday
    assert "70 %" in sunday
    assert "closed since 2019-04-02" in hq("hours", "gaokede-electronics").out
    assert json.loads(hq("hours", "--json", "--on", "2026-11-24").out)["basis"] == "typical"


def test_say_gives_the_chinese_for_a_part_and_for_a_phrase(hq: Hq) -> None:
    assert "贴片电阻" in hq("say", "chip resistor").out
    phrase = hq("say", "do you have this", "--item", "usb-c connector")
    assert "Type-C" in phrase.out
    assert hq("say", "--json", "can I pay by phone").out.startswith("[{")
    assert hq("say", "zzzzqq xkcd").code == 1


def test_data_commands_check_count_cite_and_build(hq: Hq, tmp_path: Path) -> None:
    assert hq("data", "check").code == 0
    assert "no problems" in hq("data", "check").err
    stats = hq("data", "stats").out
    assert "865 claims" in stats
    assert "Nobody is known to sell" in stats
    assert json.loads(hq("data", "stats", "--json").out)["claims"] == 865
    assert "hqbs-photo" in hq("data", "sources").out
    assert "osm-gta-sz" in json.loads(hq("data", "sources", "--json").out)


def test_a_broken_pack_is_reported_by_file_and_place(hq: Hq, tmp_path: Path) -> None:
    (tmp_path / "pack.json").write_text('{"format": 1, "name": 5}', encoding="utf-8")
    ran = hq("--data", str(tmp_path), "find", "led")
    assert ran.code == 2
    assert "pack.json" in ran.err
    problems = hq("data", "check", str(tmp_path))
    assert problems.code == 2
    assert "pack.json" in problems.out
    assert json.loads(hq("data", "check", str(tmp_path), "--json").out)


def test_the_version_and_the_help_are_told(hq: Hq) -> None:
    assert "hqguide" in hq("--version").out
    shown = hq("--help").out
    for name in ("find", "show", "list", "route", "export", "hours", "say", "data", "keys"):
        assert name in shown
    assert hq().out == shown
