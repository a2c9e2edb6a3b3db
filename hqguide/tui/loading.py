"""Open the guide away from the screen, and say how it went."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from hqguide.errors import GuideError

if TYPE_CHECKING:
    from hqguide.guide import Guide


class Loaded(Message):
    """The guide is ready, with so many items wanted; ``trouble`` is what is wrong with the notebook."""

    def __init__(self, guide: "Guide", wanted: int, trouble: GuideError | None = None) -> None:
        super().__init__()
        self.guide, self.wanted, self.trouble = guide, wanted, trouble


class Failed(Message):
    """The data pack cannot be read."""

    def __init__(self, error: GuideError) -> None:
        super().__init__()
        self.error = error


def load(opener: "Callable[[], Guide]") -> Loaded | Failed:
    """Open the guide, load what searching needs and read the shopping list."""
    try:
        guide = opener()
        guide.warm()
    except GuideError as error:
        return Failed(error)
    try:
        return Loaded(guide, sum(item.state == "wanted" for item in guide.lists.show()))
    except GuideError as error:
        return Loaded(guide, 0, error)
