"""Write the golden pictures of the made-up district and the captures in docs/map.md anew.

Usage: python -m tests.map.renew_map
"""

import re
from pathlib import Path

from hqguide.map.building import draw_building
from hqguide.map.district import draw
from hqguide.map.floor import draw_floor
from hqguide.map.halls import hall_points
from hqguide.map.marks import Mark, mark_hall
from hqguide.map.planview import PlanView
from hqguide.map.svg import district_svg
from hqguide.map.svg_building import building_svg
from hqguide.map.svg_floor import floor_svg
from hqguide.map.view import View, fit
from hqguide.market.district import load_district
from hqguide.market.floorplan import load_floorplans
from hqguide.market.pack import default_folder, load_market
from tests.map.map_floor import PLANS, TOWER, TOWN
from tests.map.map_ground import CENTRE, DISTRICT, LAT, LON, MARKET

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "map" / "golden"
PAGE = ROOT / "docs" / "map.md"

SHOP = Mark(LAT - 0.0005, LON + 0.0005, "Chosen 店", "synthetic-unsure", accuracy_m=40)
STOPS = (
    Mark(LAT + 0.0003, LON + 0.001, "Alpha", "synthetic-hall"),
    Mark(LAT - 0.001, LON - 0.002, "Beta", "synthetic-unsure"),
    Mark(LAT + 0.0003, LON + 0.001, "Alpha", "synthetic-hall"),
)
WALK = ((LAT - 0.002, LON - 0.002), (LAT - 0.002, LON), (LAT, LON))


def golden() -> dict[str, str]:
    """File names below tests/map/golden with what they must hold."""
    picture = draw(DISTRICT, MARKET, CENTRE, 80, 40, marks=(SHOP,), stops=STOPS, path=WALK, language="both")
    plain = draw(DISTRICT, MARKET, CENTRE, 80, 40, marks=(SHOP,), stops=STOPS, path=WALK, ascii=True)
    return {
        "synthetic-map.txt": picture.text() + "\n",
        "synthetic-map-ascii.txt": plain.text() + "\n",
        **floors(),
        "synthetic-map.svg": district_svg(DISTRICT, MARKET, None, (SHOP,), STOPS, path=WALK, language="both"),
    }


def floors() -> dict[str, str]:
    """Building, plan and schematic of the made-up hall at two sizes, in both languages and in ASCII."""
    small, large = (80, 24), (120, 36)
    pictures = {
        "building": draw_building(TOWN, TOWER, *small, chosen=2),
        "building-zh": draw_building(TOWN, TOWER, *large, chosen=-1, language="zh"),
        "building-ascii": draw_building(TOWN, TOWER, *small, ascii=True),
        "floor": draw_floor(TOWN, PLANS, TOWER, 2, *large, wanted="2A02"),
        "floor-zh": draw_floor(TOWN, PLANS, TOWER, 2, *small, wanted="2C44", language="zh"),
        "floor-ascii": draw_floor(TOWN, PLANS, TOWER, 2, *large, wanted="2B05", ascii=True),
        "schematic": draw_floor(TOWN, (), TOWER, 2, *small, wanted="2C44"),
        "schematic-zh": draw_floor(TOWN, (), TOWER, 2, *large, wanted="2A02", language="zh"),
    }
    texts = {f"synthetic-{name}.txt": picture.text() + "\n" for name, picture in pictures.items()}
    twins = {
        "synthetic-building.svg": building_svg(TOWN, TOWER, chosen=2),
        "synthetic-floor.svg": floor_svg(TOWN, PLANS, TOWER, 2, wanted="2A02", language="both"),
        "synthetic-schematic.svg": floor_svg(TOWN, (), TOWER, 2, wanted="2C44"),
    }
    return {**texts, **twins}


def captures() -> dict[str, str]:
    """Pictures of the shipped district by their name in docs/map.md."""
    folder = default_folder()
    district, market = load_district(folder), load_market(folder)
    chosen, station = mark_hall(market.by_id["seg-plaza"]), district.station("huaqiang-road")
    if not (chosen and station and station.position):
        raise SystemExit("the pack does not place SEG Plaza or Huaqiang Road station")
    way = View((chosen.lat + station.position.lat) / 2, (chosen.lon + station.position.lon) / 2, 4.5)
    halls = fit(district, 100, 32, hall_points(market))
    plans, by_id = load_floorplans(folder), market.by_id
    shade = {"seg-plaza": 1.0, "hqew-1": 0.7, "duhui": 0.4, "new-asia-1": 0.2}
    pacific = by_id["pacific-security"]
    close = PlanView(54, 57, 0.36)
    return {
        "building": draw_building(market, by_id["seg-plaza"], 80, 24, chosen=2).text(),
        "tools": draw_building(market, by_id["duhui"], 80, 16, chosen=4).text(),
        "plan": draw_floor(market, plans, by_id["seg-plaza"], 7, 110, 40, wanted="7812").text(),
        "close": draw_floor(market, plans, pacific, 2, 80, 24, wanted="2A20", view=close).text(),
        "blank": draw_floor(market, plans, by_id["hqew-1"], 4, 80, 24, wanted="23C217").text(),
        "numbers": draw_floor(
            market, plans, by_id["hqew-1"], 4, 80, 24, wanted="23C217", generic=True
        ).text(),
        "shade": draw(district, market, halls, 100, 32, shade=shade, ascii=True).text(),
        "way": draw(district, market, way, 80, 24, marks=(chosen,)).text(),
        "halls": draw(district, market, halls, 100, 32, language="zh").text(),
        "ascii": draw(district, market, halls, 100, 32, ascii=True).text(),
    }


def with_captures(page: str) -> str:
    """``page`` with every capture replaced by the picture of today."""
    for name, picture in captures().items():
        block = f"<!-- capture: {name} -->\n```text\n{picture}\n```\n<!-- end -->"
        place = rf"<!-- capture: {name} -->.*?<!-- end -->"
        page = re.sub(place, block.replace("\\", r"\\"), page, flags=re.DOTALL)
    return page


def main() -> None:
    """Write golden files and page."""
    for name, text in golden().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
    PAGE.write_text(with_captures(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
