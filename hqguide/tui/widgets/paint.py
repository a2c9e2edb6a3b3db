"""The inks: style names of runs into the colours of the theme, for every widget that draws lines."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from hqguide.tui.runs import Run
from hqguide.tui.themes import THEMES

# Ink: colour of the letters, colour of the ground (empty: that of the widget), attributes.
# A name with a dot that is not listed falls back to the part before the dot.
INKS: dict[str, tuple[str, str, str]] = {
    "title": ("foreground", "", "bold"),
    "dim": ("ink-dim", "", ""),
    "faint": ("ink-faint", "", ""),
    "gold": ("primary", "", ""),
    "gold.bold": ("primary", "", "bold"),
    "han": ("ink-han", "", "bold"),
    "good": ("success", "", ""),
    "warn": ("warning", "", ""),
    "bad": ("error", "", "bold"),
    "key": ("primary", "", "bold"),
    "on": ("background", "primary", "bold"),
    "off": ("ink-dim", "", ""),
    "row": ("foreground", "row-ground", ""),
    "rest": ("foreground", "row-rest", ""),
    "street": ("ink-street", "", ""),
    "street.primary": ("ink-faint", "", ""),
    "footprint": ("secondary", "", ""),
    "path": ("primary", "", "bold"),
    "hall": ("primary", "", "bold"),
    "hall.unsure": ("warning", "", ""),
    "hall.closed": ("error", "", ""),
    "station": ("success", "", "bold"),
    "stop": ("background", "primary", "bold"),
    "mark": ("primary", "", "bold"),
    "label": ("foreground", "", ""),
    "label.street": ("ink-dim", "", "italic"),
    "label.station": ("success", "", ""),
    "label.closed": ("error", "", ""),
    "label.stop": ("primary", "", "bold"),
    "label.mark": ("background", "primary", "bold"),
    "hall.shade3": ("background", "primary", "bold"),
    "hall.shade2": ("primary", "", "bold"),
    "hall.shade1": ("ink-dim", "", ""),
    "note": ("ink-dim", "", ""),
    "warning": ("warning", "", ""),
    "building": ("ink-dim", "", ""),
    "label.floor": ("primary", "", "bold"),
    "label.year": ("ink-dim", "", ""),
    "label.joined": ("success", "", ""),
    "outline": ("ink-dim", "", ""),
    "zone": ("ink-street", "", ""),
    "zone.wanted": ("primary", "", "bold"),
    "block": ("secondary", "", ""),
    "counter": ("secondary", "", ""),
    "counter.record": ("primary", "", "bold"),
    "void": ("ink-street", "", ""),
    "room": ("ink-faint", "", ""),
    "escalator": ("success", "", "bold"),
    "lift": ("success", "", "bold"),
    "stairs": ("success", "", "bold"),
    "toilet": ("success", "", ""),
    "exit": ("warning", "", "bold"),
    "link": ("warning", "", "bold"),
    "here": ("success", "", "bold"),
    "start": ("background", "success", "bold"),
    "label.zone": ("ink-dim", "", "italic"),
    "label.room": ("ink-faint", "", ""),
    "label.fixture": ("success", "", ""),
    "label.start": ("success", "", "bold"),
    "lit": ("foreground", "row-ground", "bold"),
    "scale": ("ink-dim", "", ""),
    "attribution": ("ink-dim", "", ""),
    "paper": ("qr-dark", "qr-light", ""),
}

_made: dict[str, dict[str, Style]] = {}


def colour(theme: Theme, name: str) -> str:
    """The colour a theme gives a name; themes that are not ours borrow the extra ones."""
    return str(theme.variables.get(name) or getattr(theme, name, None) or THEMES[0].variables.get(name, ""))


def inks(theme: Theme) -> dict[str, Style]:
    """The Rich style of every ink in ``theme``, made once a theme."""
    if theme.name not in _made:
        _made[theme.name] = {
            ink: Style.parse(" ".join([*attributes.split(), colour(theme, letters), *_on(theme, ground)]))
            for ink, (letters, ground, attributes) in INKS.items()
        } | {"": Style.null()}
    return _made[theme.name]


def _on(theme: Theme, ground: str) -> list[str]:
    return ["on", colour(theme, ground)] if ground else []


class Painted(Widget):
    """A widget that draws lines of runs."""

    _ground = Style.null()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips in ``crop``; the style of the widget's own ground is looked up once for all of them."""
        self._ground = self.rich_style
        return super().render_lines(crop)

    def strip(self, line: Iterable[Run], width: int, ground: str = "") -> Strip:
        """``line`` as a strip of exactly ``width`` columns on the widget's ground, or on that of an ink."""
        known = inks(self.app.current_theme)
        base = self._ground + known[ground] if ground else self._ground
        segments = [Segment(text, base + known[_listed(ink)]) for text, ink in line if text]
        return Strip(segments).adjust_cell_length(width, base)


def _listed(ink: str) -> str:
    """The ink itself, or the nearest one it belongs to."""
    while ink and ink not in INKS:
        ink = ink.rpartition(".")[0]
    return ink
