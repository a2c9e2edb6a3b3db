"""Ask for a file name and write the walk there; nothing is replaced without being asked twice."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from hqguide.errors import GuideError
from hqguide.export.formats import FORMATS, format_of
from hqguide.tui.look import Look
from hqguide.tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.route.itinerary import Itinerary


class ExportScreen(Dialog[str]):
    """Dismissed with the path written."""

    def __init__(self, guide: "Guide", walk: "Itinerary", look: Look) -> None:
        super().__init__(look, look.say("export title"), look.say("export hint"))
        self._guide, self._walk = guide, walk
        self._force_for: Path | None = None

    def boxes(self) -> ComposeResult:
        """The file name."""
        yield Input(f"huaqiangbei-{self._walk.date}.html", id="path", select_on_focus=False)

    @on(Input.Changed)
    def _renamed(self) -> None:
        self._force_for = None

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        path = Path(event.value.strip()).expanduser()
        fmt = format_of(path.name)
        if fmt is None:
            endings = " ".join(form.suffix for form in FORMATS.values())
            self.tell(self.look.say("export ending", endings=endings))
        elif path.is_file() and self._force_for != path:
            self._force_for = path
            self.tell(self.look.say("export exists"))
        else:
            self._export(fmt, path)

    def _export(self, fmt: str, path: Path) -> None:
        try:
            self._guide.export(self._walk, fmt, path, force=self._force_for == path)
        except GuideError as error:
            self.tell(str(error))
        else:
            self.dismiss(str(path.resolve()))
