"""Where the user stands: set, forgotten, kept in the notebook, and how far the halls are from there."""

from collections.abc import Callable, Mapping
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING

from hqguide.errors import GuideError
from hqguide.market.pack import Market

if TYPE_CHECKING:
    from hqguide.map.marks import Mark
    from hqguide.market.district import District
    from hqguide.market.whereabouts import Here, Near


class Standing:
    """The place the user said to be at, kept in the notebook at ``notebook``; ``district`` is read late."""

    def __init__(self, market: Market, district: "Callable[[], District]", notebook: Path | None) -> None:
        from hqguide.notebook.book import Notebook
        from hqguide.notebook.position import Whereabouts

        self._market, self._district = market, district
        self._book = Notebook(notebook)
        self._whereabouts = Whereabouts(self._book)
        self._metres: Mapping[str, float] | None = None

    def here(self) -> "Here | None":
        """Where the user said to be last, or ``None``."""
        return self._whereabouts.get()

    def go(self, text: str) -> "Here":
        """Read ``text`` as a place and remember it; what is no place here is a GuideError."""
        self._metres = None
        return self._whereabouts.set(self._locate(text))

    def forget(self) -> bool:
        """Forget where the user is; whether a place was set."""
        self._metres = None
        return self._whereabouts.forget()

    def near(self, count: int) -> "tuple[Near, ...]":
        """The ``count`` halls nearest to the place set last; none when it has no position."""
        from hqguide.market.whereabouts import from_here

        here = self.here()
        return from_here(here, self._market, count) if here else ()

    def marks(self) -> "tuple[Mark, ...]":
        """The place set last as a mark on a map."""
        from hqguide.map.marks import Mark

        here = self.here()
        if here is None or here.position is None:
            return ()
        at = here.position
        return (Mark(at.lat, at.lon, "You are here", here.place, at.accuracy_m),)

    def metres(self, near: str | None = None) -> Mapping[str, float]:
        """Straight distance in metres to every hall with a position, from ``near`` or the place set."""
        if near:
            return self._metres_from(self._locate(near))
        if self._metres is None:
            self._metres = self._metres_from_here()
        return self._metres

    def _metres_from_here(self) -> Mapping[str, float]:
        if not self._book.path.exists():
            return {}
        try:
            here = self.here()
        except GuideError:
            return {}  # A search needs no notebook; whatever is wrong with it is told when it is used.
        return self._metres_from(here) if here else {}

    def _metres_from(self, here: "Here") -> Mapping[str, float]:
        from hqguide.market.projection import around

        if here.position is None:
            return {}
        plane = around(here.position.lat, here.position.lon)
        spots = {
            b.id: plane.metres(b.position.lat, b.position.lon) for b in self._market.buildings if b.position
        }
        return {building: hypot(*spot) for building, spot in spots.items()}

    def _locate(self, text: str) -> "Here":
        from hqguide.market.whereabouts import locate

        return locate(self._market, self._district(), text)
