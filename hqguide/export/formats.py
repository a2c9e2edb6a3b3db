"""The formats a plan can be exported to, by the name the command line takes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from hqguide.errors import GuideError
from hqguide.export.markdown import to_markdown
from hqguide.export.phone import to_html
from hqguide.route.itinerary import Itinerary


class Format(msgspec.Struct, frozen=True):
    """One export format: what it is for, its file suffix with the dot, and its renderer."""

    title: str
    suffix: str
    render: Callable[[Itinerary], str]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "md": Format("Markdown, for paper and editors", ".md", to_markdown),
        "html": Format("one offline page for the phone", ".html", to_html),
    }
)


def format_named(fmt: str) -> Format:
    """The format called ``fmt``; a :class:`GuideError` names the known ones."""
    try:
        return FORMATS[fmt]
    except KeyError:
        known = ", ".join(FORMATS)
        raise GuideError(f"no export format {fmt!r}", hint=f"Known formats: {known}.") from None


def render(fmt: str, itinerary: Itinerary) -> str:
    """``itinerary`` in the format called ``fmt``; raises :class:`GuideError` for an unknown one."""
    return format_named(fmt).render(itinerary)
