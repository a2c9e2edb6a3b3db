import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from hqguide.export.handout import Handout
from hqguide.export.links import Links, links_of, to_links
from hqguide.market.model import Position
from tests.export.export_handouts import SPICY, at, hostile, placed
from tests.export.export_plans import filled, plan, stop

# A published pair: a pin of SEG Plaza in Amap's datum and the same place by OpenStreetMap (WGS-84).
SEG_WGS84, SEG_GCJ02 = (22.5440568, 114.0823344), (22.541337, 114.087506)


def query(address: str) -> dict[str, str]:
    """The parameters of a link."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def pair(text: str) -> tuple[float, float]:
    """Two numbers with a comma between."""
    first, second = text.split(",")
    return float(first), float(second)


def seg() -> Links:
    """The links to a stop where SEG Plaza stands."""
    return links_of(stop(0, 1), Position(*SEG_WGS84, 10.0, "test", "test"))


def test_amap_gets_gcj02_with_longitude_first_and_is_told_so() -> None:
    found = query(seg().amap)
    lon, lat = pair(found["position"])
    assert (lat, lon) == pytest.approx(SEG_GCJ02, abs=1e-4)
    assert found["coordinate"] == "gaode"


def test_baidu_gets_bd09_with_latitude_first_and_is_told_so() -> None:
    found = query(seg().baidu)
    # BD-09 is the GCJ-02 point moved on by about 0.006 degrees north and 0.0065 degrees east.
    assert pair(found["location"]) == pytest.approx((SEG_GCJ02[0] + 0.0061, SEG_GCJ02[1] + 0.0065), abs=3e-4)
    assert found["coord_type"] == "bd09ll"


def test_apple_gets_gcj02_with_latitude_first() -> None:
    assert pair(query(seg().apple)["ll"]) == pytest.approx(SEG_GCJ02, abs=1e-4)


def test_the_links_name_the_hall_in_chinese() -> None:
    links = seg()
    assert query(links.amap)["name"] == query(links.baidu)["title"] == query(links.apple)["q"] == "合成电子城"


@settings(max_examples=60)
@given(SPICY)
def test_no_name_adds_a_parameter_or_leaves_the_link(text: str) -> None:
    handout = Handout(filled(text), positions={text: at(0, text)})
    shown = links_of(handout.itinerary.stops[0], at(0))
    assert set(query(shown.amap)) == {"position", "name", "src", "coordinate", "callnative"}
    for link in (shown.amap, shown.baidu, shown.apple):
        assert re.fullmatch(r"https://[\w.]+/\w*\?[\w%=&.,~-]+", link, re.ASCII)
    tokens = MarkdownIt().parse(to_links(handout))
    links = [
        part.attrs["href"] for token in tokens for part in token.children or () if part.type == "link_open"
    ]
    assert len(links) == 3
    assert [urlsplit(str(link)).netloc for link in links] == [
        "uri.amap.com",
        "api.map.baidu.com",
        "maps.apple.com",
    ]


def test_a_stop_without_a_position_has_no_link_and_says_why() -> None:
    text = to_links(Handout(plan()))
    assert "https:" not in text
    assert text.count("No position of this hall is known") == 3


def test_the_page_says_each_datum_and_how_far_a_position_may_be_off() -> None:
    text = to_links(placed())
    for part in ("Amap 高德地图 in GCJ-02", "Baidu Maps 百度地图 in BD-09", "Apple Maps in GCJ-02"):
        assert part in text
    assert text.count("may be off by 30 m (source: synthetic-source)") == 3
    assert "1F · counter 3100" in text


def test_the_hostile_plan_makes_no_html() -> None:
    kinds = {token.type for token in MarkdownIt().parse(to_links(hostile()))}
    assert "html_block" not in kinds
