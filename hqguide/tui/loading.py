"""Open the guide away from the screen, and say how it went."""

import gc
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


# A first letter, a misspelled word, pinyin, Chinese, a value, a part number: each reads by other means.
FIRST_QUERIES = ("u", "resistr", "dianzu", "电阻", "10k 0603", "LM358")


def prepare(guide: "Guide") -> None:
    """Make ready, while nobody types, what the first keys and the map need."""
    prepare_search(guide)
    prepare_maps(guide)
    # What is loaded now stays: looking through it for garbage would hold a frame up for some 50 ms.
    gc.freeze()


def prepare_search(guide: "Guide") -> None:
    """Read the first query of every kind, which loads code and fills what is kept."""
    from hqguide.tui.ask import ask
    from hqguide.tui.screens.find_pages import LIMIT

    for query in FIRST_QUERIES:
        with suppress(GuideError):
            ask(guide, query, LIMIT)


def prepare_maps(guide: "Guide") -> None:
    """Load what the map draws from, so that it opens at once; whatever is wrong is told when it opens."""
    with suppress(GuideError):
        guide.picture("", None, "en", 80, 24, False)
