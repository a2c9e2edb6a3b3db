"""CPU milliseconds to draw one frame of the district map, after the first, over a pan and zoom tour.

Usage: python bench/map.py [PACK FOLDER]
"""

import sys
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from hqguide.map.district import draw
from hqguide.map.halls import hall_points
from hqguide.map.marks import mark_hall
from hqguide.map.svg import district_svg
from hqguide.map.view import View, fit
from hqguide.market.district import District, load_district
from hqguide.market.pack import Market, default_folder, load_market

SIZES = ((80, 24), (200, 60))
ROUNDS = 8


def tour(district: District, market: Market, width: int, height: int) -> list[View]:
    """Views a reader passes through: all halls, closer step by step, and once round at each scale."""
    view = fit(district, width, height, hall_points(market))
    views = []
    for _ in range(ROUNDS):
        views += [view, *(view.step(*way, width, height) for way in ((1, 0), (-1, 0), (0, 1), (0, -1)))]
        view = view.zoom(1)
    return views


def main() -> None:
    """Print one line for each size, and one for the SVG."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder()
    district, market = load_district(folder), load_market(folder)
    marks = [mark for building in market.buildings[:1] if (mark := mark_hall(building))]
    for width, height in SIZES:
        times = [process_time()]
        for view in tour(district, market, width, height):
            draw(district, market, view, width, height, marks=marks)
            times.append(process_time())
        frames = [1000 * (after - before) for before, after in pairwise(times)]
        rest = frames[1:]
        print(
            f"{width}x{height}: first {frames[0]:.1f} ms, then median {median(rest):.1f} ms, "
            f"p95 {quantiles(rest, n=20)[-1]:.1f} ms over {len(rest)} frames"
        )
    before = process_time()
    size = len(district_svg(district, market, marks=marks).encode())
    print(f"SVG: {1000 * (process_time() - before):.1f} ms, {size} bytes")


if __name__ == "__main__":
    main()
