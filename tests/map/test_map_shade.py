import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.map.district import draw
from hqguide.map.shade import grade
from hqguide.map.svg import district_svg
from hqguide.market.district import District
from tests.map.map_ground import CENTRE, DISTRICT, MARKET

SHADE = {"synthetic-zh": 1.0, "synthetic-unsure": 0.5, "synthetic-hall": 0.1, "synthetic-closed": 1.0}
BARE = District("", "", (), (), (), ())


def signs(text: str) -> list[str]:
    return re.findall(r"(?<=\s)[#+\-](?=\s)", text.split("\n", 1)[1])


def test_halls_with_evidence_have_a_sign_by_how_much_and_a_legend_tells_it() -> None:
    drawing = draw(DISTRICT, MARKET, CENTRE, 90, 45, shade=SHADE)
    assert drawing.text().startswith("evidence: # much  + some  - little")
    styles = {run.style: run.text.strip() for row in drawing.rows for run in row if "shade" in run.style}
    assert styles == {"hall.shade3": "#", "hall.shade2": "+", "hall.shade1": "-"}
    assert any(run.style == "hall.closed" for row in drawing.rows for run in row)
    column = drawing.text().split("\n")
    row = next(at for at, line in enumerate(column) if " # " in line and at)
    assert drawing.at(column[row].index(" # ") + 1, row) == "synthetic-zh"


def test_without_shades_nothing_changes_and_none_is_dark() -> None:
    assert draw(DISTRICT, MARKET, CENTRE, 90, 45, shade={}) == draw(DISTRICT, MARKET, CENTRE, 90, 45)
    assert "evidence" not in draw(DISTRICT, MARKET, CENTRE, 90, 45).text()


def test_the_circle_of_an_unsure_hall_stays_when_it_is_shaded() -> None:
    close = msgspec.structs.replace(CENTRE, lat=CENTRE.lat - 0.001, lon=CENTRE.lon - 0.002, metres_per_cell=3)
    for shade in (None, SHADE):
        drawing = draw(DISTRICT, MARKET, close, 90, 45, shade=shade)
        assert any(run.style == "hall.ring" for row in drawing.rows for run in row)


def test_the_twin_shades_by_size_with_a_legend_and_dashes_the_unsure() -> None:
    svg = district_svg(DISTRICT, MARKET, shade=SHADE)
    for words in ("evidence:", "much", "some", "little"):
        assert f">{words}<" in svg
    assert len(set(re.findall(r'fill-opacity="[\d.]+" stroke="currentColor"[^>]* r="([\d.]+)"', svg))) == 3
    assert 'stroke-dasharray="1.4 1" cx' in svg
    assert "evidence" not in district_svg(DISTRICT, MARKET)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_district_without_streets_still_shows_its_halls_and_says_so(language: str) -> None:
    zh = language == "zh"
    said = "没有街道数据: 只画商场" if zh else "no streets on record: halls only"
    drawing = draw(BARE, MARKET, CENTRE, 90, 45, language="zh" if zh else "en")
    assert said in drawing.text()
    assert {"synthetic-hall", "synthetic-zh", "synthetic-closed"} <= set(drawing.things)
    assert said in district_svg(BARE, MARKET, language="zh" if zh else "en")
    assert said not in draw(DISTRICT, MARKET, CENTRE, 90, 45).text()


def test_halls_stand_where_they_would_with_streets() -> None:
    with_streets = draw(DISTRICT, MARKET, CENTRE, 90, 45)
    without = draw(BARE, MARKET, CENTRE, 90, 45)
    for hall in ("synthetic-zh", "synthetic-closed"):
        spots = []
        for drawing in (with_streets, without):
            marks = []
            for row, runs in enumerate(drawing.rows):
                column = 0
                for run in runs:
                    if run.style in ("hall", "hall.closed") and drawing.at(column, row) == hall:
                        marks.append((column, row))
                    column += sum(2 if ord(char) > 0x2E80 else 1 for char in run.text)
            spots.append(marks)
        assert spots[0] == spots[1] != []


@given(st.none() | st.floats())
def test_any_number_has_a_grade(share: float | None) -> None:
    assert grade(share) in (0, 1, 2, 3)
    assert [grade(value) for value in (0, 0.2, 0.5, 0.7, 1)] == [0, 1, 2, 3, 3]
