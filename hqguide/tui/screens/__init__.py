"""Screens: each owns the flow of one mode, and is imported when it is first wanted."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hqguide.tui.keys import Mode
    from hqguide.tui.screens.base import ModeScreen
    from hqguide.tui.visit import Visit


def screen_for(mode: "Mode", visit: "Visit") -> "ModeScreen":
    """A new screen for ``mode``."""
    room = import_module(f"hqguide.tui.screens.{mode}")
    screen: ModeScreen = getattr(room, f"{mode.capitalize()}Screen")(visit)
    return screen
