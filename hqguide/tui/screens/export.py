"""Ask for a file name and write there; nothing is replaced without being asked twice."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from hqguide.errors import GuideError
from hqguide.export.formats import FORMATS, format_of
from hqguide.tui.look import Look
from hqguide.tui.screens.dialog import Dialog, path_of

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.route.itinerary import Itinerary

Write = Callable[[str, Path, bool], None]


class ExportScreen(Dialog[str]):
    """Dismissed with the path written.

    ``name`` is the file name offered, ``known`` are the formats to tell apart by its ending, and ``write``
    takes the format, the path, and whether to replace what is there.
    """

    def __init__(self, title: str, name: str, known: Collection[str], write: Write, look: Look) -> None:
        super().__init__(look, title, look.say("export hint", endings=_endings(known)))
        self._name, self._known, self._write_to = name, known, write
        self._force_for: Path | None = None

    def boxes(self) -> ComposeResult:
        """The file name."""
        yield Input(self._name, id="path", select_on_focus=False)

    @on(Input.Changed)
    def _renamed(self) -> None:
        self._force_for = None

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        path = path_of(event.value)
        fmt = format_of(path.name, self._known)
        if fmt is None:
            self.tell(self.look.say("export ending", endings=_endings(self._known)))
        elif path.is_file() and self._force_for != path:
            self._force_for = path
            self.tell(self.look.say("export exists"))
        else:
            self._export(fmt, path)

    def _export(self, fmt: str, path: Path) -> None:
        try:
            self._write_to(fmt, path, self._force_for == path)
        except GuideError as error:
            self.tell(str(error))
        else:
            self.dismiss(str(path.resolve()))


def walk_export(guide: "Guide", walk: "Itinerary", look: Look) -> ExportScreen:
    """The window that exports ``walk``; the walk of one of several people is named after its number."""
    part = f"-{walk.part}of{walk.parts}" if walk.parts else ""

    def write(fmt: str, path: Path, force: bool) -> None:
        guide.export(walk, fmt, path, force=force)

    name = f"huaqiangbei-{walk.date}{part}.html"
    return ExportScreen(look.say("export title"), name, FORMATS, write, look)


def _endings(known: Collection[str]) -> str:
    return " ".join(FORMATS[fmt].suffix for fmt in known)
