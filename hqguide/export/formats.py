"""The formats a plan can be exported to, by the name the command line takes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from hqguide.errors import GuideError
from hqguide.export.markdown import to_markdown
from hqguide.export.phone import to_html
from hqguide.route.itinerary import Itinerary


class Format(msgspec.Struct, frozen=True):
    """One export format: what it is for, its file suffix with the dot, and its renderer.

    The renderer takes the plan and, as markup, a map of it; only some formats show the map.
    """

    title: str
    suffix: str
    render: Callable[[Itinerary, str | None], str]


def _markdown(itinerary: Itinerary, _map_svg: str | None) -> str:
    return to_markdown(itinerary)


def _phone(itinerary: Itinerary, map_svg: str | None) -> str:
    return to_html(itinerary, map_svg=map_svg)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "md": Format("Markdown, for paper and editors", ".md", _markdown),
        "html": Format("one offline page for the phone", ".html", _phone),
    }
)


def format_named(fmt: str) -> Format:
    """The format called ``fmt``; a :class:`GuideError` names the known ones."""
    try:
        return FORMATS[fmt]
    except KeyError:
        known = ", ".join(FORMATS)
        raise GuideError(f"no export format {fmt!r}", hint=f"Known formats: {known}.") from None


def render(fmt: str, itinerary: Itinerary, map_svg: str | None = None) -> str:
    """``itinerary`` in the format called ``fmt``; raises :class:`GuideError` for an unknown one.

    ``map_svg`` is trusted markup of our own map.
    """
    return format_named(fmt).render(itinerary, map_svg)
