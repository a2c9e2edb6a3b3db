"""``hqguide here`` over a stand-in for the guide: sets, shows, forgets, and says how sure a direction is."""

import json

import msgspec
import pytest
from click.testing import CliRunner, Result

from hqguide.cli.here import command
from hqguide.errors import GuideError
from hqguide.market.district import District, load_district
from hqguide.market.pack import Market, load_market
from hqguide.market.whereabouts import Here, Near, from_here, locate


class StandIn:
    """Reads places with the shipped pack and remembers one in memory."""

    def __init__(self, market: Market, district: District) -> None:
        self.market = market
        self.district = district
        self.kept: Here | None = None

    def here(self) -> Here | None:
        return self.kept

    def set_here(self, text: str) -> Here:
        here = locate(self.market, self.district, text)
        self.kept = msgspec.structs.replace(here, as_of="2026-11-23T14:05+08:00")
        return self.kept

    def forget_here(self) -> bool:
        known, self.kept = self.kept is not None, None
        return known

    def near_here(self, count: int) -> tuple[Near, ...]:
        return from_here(self.kept, self.market, count) if self.kept else ()


@pytest.fixture(scope="module")
def market() -> Market:
    return load_market()


@pytest.fixture
def guide(market: Market) -> StandIn:
    return StandIn(market, load_district(market.folder))


def call(guide: StandIn, *words: str) -> tuple[int, Result]:
    """The command's own return value, which the frame turns into the exit code, and what it printed."""
    result = CliRunner().invoke(command, list(words), obj=guide, standalone_mode=False)
    return result.return_value if result.exception is None else -1, result


def test_a_place_is_set_and_shown_again(guide: StandIn) -> None:
    code, first = call(guide, "华强路", "A")
    assert code == 0
    lines = first.stdout.splitlines()
    assert lines[:5] == [
        "Huaqiang Road station exit A · 华强路站A口",
        "Set 2026-11-23 14:05",
        "Its sign names 深南大道北侧（东）, 赛格广场, 华强北路, 华强北路地铁商业街",
        "It leads to seg-plaza, hqew-1",
        "22.54304, 114.07994 WGS-84, ±260 m: middle of the station; where its exits stand is not on record",
    ]
    assert len(lines) == 11
    assert lines[5].startswith("    81 m N?  ±290 m  Huaqiang Electronic World, Store 3")
    assert lines[-1].startswith("?: the two points")
    assert call(guide)[1].stdout == first.stdout


def test_a_sure_direction_has_no_question_mark(guide: StandIn) -> None:
    code, shown = call(guide, "22.5441,114.0823", "-n", "9")
    assert code == 0
    lines = shown.stdout.splitlines()
    assert "typed; no datum was named, so it is read as WGS-84" in lines[2]
    assert any("?" not in line and " NE " in line for line in lines[3:-1])
    far = call(guide, "22.557,114.096", "-n", "1")[1].stdout.splitlines()
    assert "SW " in far[3]
    assert "?" not in "".join(far)


def test_names_states_and_paths_of_halls_are_shown(guide: StandIn) -> None:
    text = call(guide, "seg-plaza", "-n", "20")[1].stdout
    assert "Duhui" in text
    assert "都会电子城" in text
    assert "(duhui)" in text
    assert "(mini-port, unknown)" in text


def test_machines_get_the_place_and_the_halls(guide: StandIn) -> None:
    code, shown = call(guide, "seg-plaza/2F", "--json", "-n", "2")
    assert code == 0
    answer = json.loads(shown.stdout)
    assert answer["here"]["place"] == "seg-plaza/2F"
    assert answer["here"]["how"] == "floor"
    assert answer["here"]["position"]["accuracy_m"] == pytest.approx(50, abs=1)
    assert len(answer["near"]) == 2
    assert set(answer["near"][0]) >= {"place", "status", "metres", "off_by_m", "bearing", "heading"}
    assert set(answer["near"][0]["heading"]) == {"short", "en", "zh"}


def test_nothing_set_leaves_with_one_and_says_how_to_set_it(guide: StandIn) -> None:
    code, shown = call(guide)
    assert code == 1
    assert shown.stdout == ""
    assert "hqguide here 华强路 A" in shown.stderr
    code, shown = call(guide, "--json")
    assert code == 1
    assert json.loads(shown.stdout) == {"here": None, "near": []}


def test_forgetting_says_what_happened(guide: StandIn) -> None:
    call(guide, "seg-plaza")
    code, shown = call(guide, "--forget")
    assert (code, shown.stdout) == (0, "")
    assert "forgotten" in shown.stderr
    assert guide.kept is None
    code, shown = call(guide, "--forget", "--json")
    assert code == 0
    assert "No place was set" in shown.stderr
    assert json.loads(shown.stdout) == {"here": None, "near": []}


def test_forgetting_takes_no_place(guide: StandIn) -> None:
    call(guide, "seg-plaza")
    code, shown = call(guide, "--forget", "seg-plaza")
    assert code == -1
    assert "--forget takes no place" in str(shown.exception)
    assert guide.kept is not None


def test_a_place_nobody_published_a_point_for_is_shown_without_distances(guide: StandIn) -> None:
    code, shown = call(guide, "guangxun")
    assert code == 0
    assert "Position: not known" in shown.stdout
    assert len(shown.stdout.splitlines()) == 3


def test_what_cannot_be_read_changes_nothing(guide: StandIn) -> None:
    call(guide, "seg-plaza")
    code, shown = call(guide, "nowhere", "at", "all")
    assert code == -1
    assert isinstance(shown.exception, GuideError)
    assert guide.kept is not None


def test_a_place_in_one_language_is_not_said_twice(guide: StandIn) -> None:
    title = call(guide, "22.5441,114.0823")[1].stdout.splitlines()[0]
    assert title == "22.544100,114.082300 WGS-84"


def test_a_hostile_name_paints_nothing(guide: StandIn) -> None:
    guide.kept = Here(how="building", words="\x1b[31mred\nline", words_zh="\x1b]0;x\x07")
    text = call(guide)[1].stdout
    assert "\x1b" not in text
    assert "\x07" not in text
    assert len(text.splitlines()) == 2
