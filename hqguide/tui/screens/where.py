"""Ask for a place in one line; what is no place is said, and can be mended."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from hqguide.errors import GuideError
from hqguide.tui.look import Look
from hqguide.tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from hqguide.market.whereabouts import Here


class WhereScreen(Dialog["Here"]):
    """Dismissed with what ``read`` makes of the line; what ``read`` refuses stays to be mended.

    ``about`` names the words of the window: ``where`` or ``here``.
    """

    DEFAULT_CSS = "WhereScreen #message { height: 6; }"

    def __init__(self, about: str, look: Look, read: "Callable[[str], Here]") -> None:
        super().__init__(look, look.say(f"prompt {about} title"), look.say(f"prompt {about} hint"))
        self._example, self._read = look.say(f"prompt {about} example"), read

    def boxes(self) -> ComposeResult:
        """The place."""
        yield Input("", self._example, id="place", select_on_focus=False)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        try:
            here = self._read(event.value)
        except GuideError as error:
            self.tell(str(error))
        else:
            self.dismiss(here)
