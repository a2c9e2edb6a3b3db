"""Which drawing shows a place best: the district, a hall's floors, or a floor with the counter on it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from hqguide.map.building import draw_building
from hqguide.map.district import draw
from hqguide.map.floor import draw_floor
from hqguide.map.halls import hall_points
from hqguide.map.marks import Mark
from hqguide.map.svg import district_svg
from hqguide.map.svg_building import building_svg
from hqguide.map.svg_floor import floor_svg
from hqguide.map.view import fit
from hqguide.market.district import District
from hqguide.market.floorplan import FloorPlan
from hqguide.market.pack import Market
from hqguide.market.places import Place

Tongue = Literal["en", "zh", "both"]
Shade = Mapping[str, float] | None


def text_of(
    market: Market,
    district: District,
    plans: Sequence[FloorPlan],
    place: Place | None,
    *,
    size: tuple[int, int],
    marks: Sequence[Mark] = (),
    shade: Shade = None,
    language: Tongue = "en",
    ascii_only: bool = False,
) -> str:
    """The picture of ``place`` (the district for ``None``) in ``size`` columns and rows of text."""
    width, height = size
    if place is None or place.building is None:
        view = fit(district, width, height, hall_points(market))
        drawn = draw(
            district,
            market,
            view,
            width,
            height,
            marks=marks,
            language=language,
            shade=shade,
            ascii=ascii_only,
        )
    elif place.level is None:
        drawn = draw_building(market, place.building, width, height, language=language, ascii=ascii_only)
    else:
        drawn = draw_floor(
            market,
            plans,
            place.building,
            place.level,
            width,
            height,
            wanted=_wanted(place),
            language=language,
            ascii=ascii_only,
        )
    return drawn.text()


def svg_of(
    market: Market,
    district: District,
    plans: Sequence[FloorPlan],
    place: Place | None,
    *,
    marks: Sequence[Mark] = (),
    shade: Shade = None,
    language: Tongue = "en",
) -> str:
    """The picture of ``place`` (the district for ``None``) as one SVG."""
    if place is None or place.building is None:
        return district_svg(district, market, marks=marks, shade=shade, language=language)
    if place.level is None:
        return building_svg(market, place.building, language=language)
    return floor_svg(market, plans, place.building, place.level, wanted=_wanted(place), language=language)


def _wanted(place: Place) -> str | None:
    return place.counter or (place.stalls[0].id if place.stalls else None)
