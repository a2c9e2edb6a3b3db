"""A plan as one self-contained HTML page for a phone without a network."""

import base64
import hashlib
import json
from functools import cache
from importlib import resources
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import astuple

from hqguide.export.handout import Handout
from hqguide.export.links import DATUMS, links_of
from hqguide.export.phone_pictures import pictures_of, style_of, without_style
from hqguide.export.prepare import (
    clean,
    count_items,
    distance,
    duration,
    han_runs,
    money,
    plan_key,
    split_name,
    weekday,
)
from hqguide.export.qr import images
from hqguide.export.words import all_words, words_in

if TYPE_CHECKING:
    from jinja2 import Template


def to_html(handout: Handout) -> str:
    """The plan as one HTML page that loads nothing: style, script and pictures are inside it.

    The pictures are trusted markup of our own map renderer and go in as they are. Everything of the
    plan is escaped, and no datum is ever inside the script, whose hash the page's policy names.
    """
    from markupsafe import Markup

    walk = clean(handout.itinerary)
    script = _script()
    map_svg = without_style(handout.map_svg) if handout.map_svg else None
    return _template().render(
        walk=walk,
        walk_parts=tuple(zip_longest(walk.stops, walk.legs)),
        count=count_items(walk),
        day=weekday(walk.date),
        plan=plan_key(walk),
        language="zh" if handout.language == "zh" else "en",
        words=words_in(handout.language),
        map_svg=Markup(map_svg) if map_svg else None,  # noqa: S704 (our own renderer's markup)
        floors=pictures_of(handout, walk),
        drawn=bool(handout.map_svg),
        links=_links(handout),
        codes=images(walk),
        style=Markup(_asset("walk.css") + style_of(handout)),  # noqa: S704 (shipped with the package)
        script=Markup(script),  # noqa: S704 (shipped with the package)
        script_hash=_policy_hash(script),
    )


def _links(handout: Handout) -> tuple[tuple[tuple[str, str], ...], ...]:
    """For each stop the names of the map apps with the address that opens its hall; none inside one hall."""
    found = []
    before = ""
    for stop in handout.itinerary.stops:
        at = handout.positions.get(stop.building) if stop.building != before else None
        before = stop.building
        names = tuple(name for name, _ in DATUMS)
        found.append(tuple(zip(names, astuple(links_of(stop, at)), strict=True)) if at else ())
    return tuple(found)


def _asset(name: str) -> str:
    text = resources.files("hqguide.export").joinpath("templates", name).read_text("utf-8")
    return text.replace("\r\n", "\n")


def _script() -> str:
    """The page's words and behaviour, the same for every plan, without indentation and remarks."""
    table = json.dumps(all_words(), ensure_ascii=False, separators=(",", ":"))
    lines = (line.strip() for line in _asset("walk.js").splitlines())
    return f"const WORDS={table};\n" + "\n".join(line for line in lines if not line.startswith("//"))


def _policy_hash(script: str) -> str:
    """The source expression a Content-Security-Policy allows exactly this inline script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("hqguide.export"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        distance=distance, duration=duration, money=money, han=han_runs, names=split_name
    )
    return environment.get_template("walk.html.j2")
