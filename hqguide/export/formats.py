"""The formats a plan can be exported to, by the name the command line takes."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import msgspec

from hqguide.errors import GuideError
from hqguide.export.csv_file import walk_csv
from hqguide.export.geojson import to_geojson
from hqguide.export.gpx import to_gpx
from hqguide.export.handout import Handout
from hqguide.export.ics import to_ics
from hqguide.export.json_file import walk_json
from hqguide.export.kml import to_kml
from hqguide.export.links import to_links
from hqguide.export.markdown import to_markdown
from hqguide.export.pdf import to_pdf
from hqguide.export.phone import to_html
from hqguide.export.qr import to_qr
from hqguide.export.xlsx import walk_xlsx


class Format(msgspec.Struct, frozen=True):
    """One export format: what it is for, its file suffix with the dot, and its renderer.

    ``pictures`` says that the renderer shows the maps, which are drawn only then.
    """

    title: str
    suffix: str
    render: Callable[[Handout], str | bytes]
    pictures: bool = False


def _markdown(handout: Handout) -> str:
    return to_markdown(handout.itinerary)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "md": Format("Markdown, for paper and editors", ".md", _markdown),
        "html": Format("one offline page for the phone", ".html", to_html, pictures=True),
        "pdf": Format("paper: stops, maps, cards, QR codes", ".pdf", to_pdf, pictures=True),
        "csv": Format("a table, one row an item, for a spreadsheet", ".csv", walk_csv),
        "xlsx": Format("a quote sheet, items by sellers, for a spreadsheet", ".xlsx", walk_xlsx),
        "json": Format("everything, for other programs and for hqguide", ".json", walk_json),
        "ics": Format("calendar events (iCalendar)", ".ics", to_ics),
        "gpx": Format("waypoints and route for a map program (GPX 1.1)", ".gpx", to_gpx),
        "kml": Format("placemarks and line for a map program (KML 2.2)", ".kml", to_kml),
        "geojson": Format("points and line (GeoJSON)", ".geojson", to_geojson),
        "links": Format("links to Amap, Baidu Maps and Apple Maps", ".links.md", to_links),
        "qr": Format("QR codes of half blocks, for a phone without a network", ".qr.txt", to_qr),
    }
)


def format_named(fmt: str) -> Format:
    """The format called ``fmt``; a :class:`GuideError` names the known ones."""
    try:
        return FORMATS[fmt]
    except KeyError:
        known = ", ".join(FORMATS)
        raise GuideError(f"no export format {fmt!r}", hint=f"Known formats: {known}.") from None


def format_of(name: str, known: Iterable[str] = FORMATS) -> str | None:
    """The format of ``known`` that a file called ``name`` asks for by its ending, the longest that fits."""
    suffixes = {fmt: FORMATS[fmt].suffix for fmt in known}
    fits = [fmt for fmt, suffix in suffixes.items() if name.lower().endswith(suffix)]
    return max(fits, key=lambda fmt: len(suffixes[fmt]), default=None)


def render(fmt: str, handout: Handout) -> str | bytes:
    """``handout`` in the format called ``fmt``; raises :class:`GuideError` for an unknown one."""
    return format_named(fmt).render(handout)
