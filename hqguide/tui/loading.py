"""Open the guide away from the screen, and say how it went."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from hqguide.errors import GuideError

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.market.whereabouts import Here


class Loaded(Message):
    """The guide is ready, with so many items wanted; ``trouble`` is what is wrong with the notebook.

    ``here`` is where the reader said to be.
    """

    def __init__(
        self,
        guide: "Guide",
        wanted: int,
        trouble: GuideError | None = None,
        here: "Here | None" = None,
    ) -> None:
        super().__init__()
        self.guide, self.wanted, self.trouble, self.here = guide, wanted, trouble, here


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
        wanted = sum(item.state == "wanted" for item in guide.lists.show())
        here = guide.here()
        if here is not None:
            guide.near_here(1)  # The first distance loads the geodesy; better here than between two keys.
        return Loaded(guide, wanted, here=here)
    except GuideError as error:
        return Loaded(guide, 0, error)


def prepare_maps(guide: "Guide") -> None:
    """Load what the map draws from, so that it opens at once; whatever is wrong is told when it opens."""
    with suppress(GuideError):
        guide.picture("", None, "en", 80, 24, False)
