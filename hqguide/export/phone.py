"""A plan as one self-contained HTML page for a phone without a network."""

import base64
import hashlib
import json
from functools import cache
from importlib import resources
from itertools import zip_longest
from typing import TYPE_CHECKING

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
from hqguide.route.itinerary import Itinerary

if TYPE_CHECKING:
    from jinja2 import Template

_SPOKEN = ("title", "progress", "finished", "copy", "copied")


def to_html(itinerary: Itinerary, *, map_svg: str | None = None) -> str:
    """The plan as one HTML page that loads nothing: style, script and map are inside it.

    ``map_svg`` is trusted markup of our own map renderer and goes in as it is. Everything of the
    plan is escaped, and no datum is ever inside the script, whose hash the page's policy names.
    """
    from markupsafe import Markup

    walk = clean(itinerary)
    words = json.loads(_asset("words.json"))
    script = _script(words)
    return _template().render(
        walk=walk,
        walk_parts=tuple(zip_longest(walk.stops, walk.legs)),
        count=count_items(walk),
        day=weekday(walk.date),
        plan=plan_key(walk),
        words=words["en"],
        map_svg=Markup(map_svg) if map_svg else None,  # noqa: S704 (our own renderer's markup)
        style=Markup(_asset("walk.css")),  # noqa: S704 (shipped with the package)
        script=Markup(script),  # noqa: S704 (shipped with the package)
        script_hash=_policy_hash(script),
    )


def _asset(name: str) -> str:
    text = resources.files("hqguide.export").joinpath("templates", name).read_text("utf-8")
    return text.replace("\r\n", "\n")


def _script(words: dict[str, dict[str, str]]) -> str:
    """The page's words and behaviour, the same for every plan, without indentation and remarks.

    English words that stand in the page are read from there.
    """
    carried = {"en": {key: words["en"][key] for key in _SPOKEN}, "zh": words["zh"]}
    table = json.dumps(carried, ensure_ascii=False, separators=(",", ":"))
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
