"""Write the golden pictures of the made-up district and the captures in docs/map.md anew.

Usage: python -m tests.map.renew_map
"""

import re
from pathlib import Path

from hqguide.map.district import draw
from hqguide.map.halls import hall_points
from hqguide.map.marks import Mark, mark_hall
from hqguide.map.svg import district_svg
from hqguide.map.view import View, fit
from hqguide.market.district import load_district
from hqguide.market.pack import default_folder, load_market
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
        "synthetic-map.svg": district_svg(DISTRICT, MARKET, None, (SHOP,), STOPS, path=WALK, language="both"),
    }


def captures() -> dict[str, str]:
    """Pictures of the shipped district by their name in docs/map.md."""
    folder = default_folder()
    district, market = load_district(folder), load_market(folder)
    chosen, station = mark_hall(market.by_id["seg-plaza"]), district.station("huaqiang-road")
    if not (chosen and station and station.position):
        raise SystemExit("the pack does not place SEG Plaza or Huaqiang Road station")
    way = View((chosen.lat + station.position.lat) / 2, (chosen.lon + station.position.lon) / 2, 4.5)
    halls = fit(district, 100, 32, hall_points(market))
    return {
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
