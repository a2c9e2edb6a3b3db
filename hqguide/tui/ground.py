"""What maps are drawn from, read when first wanted; what cannot be read is left out, and said."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeVar

from hqguide.errors import GuideError

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.market.district import District
    from hqguide.market.floorplan import FloorPlan
    from hqguide.market.pack import Market

T = TypeVar("T")


class Ground:
    """Market, district and floor plans of a guide; a broken file counts as an empty one."""

    def __init__(self, guide: "Guide") -> None:
        self._guide = guide
        self._troubles: list[str] = []

    @property
    def market(self) -> "Market":
        """The halls."""
        return self._guide.market

    @cached_property
    def district(self) -> "District":
        """Streets and stations."""
        from hqguide.market.district import District

        return self._read(lambda: self._guide.district, District("", "", (), (), (), ()))

    @cached_property
    def plans(self) -> "tuple[FloorPlan, ...]":
        """The digitised floors."""
        return self._read(lambda: self._guide.floorplans, ())

    def troubles(self) -> tuple[str, ...]:
        """What could not be read since this was asked last."""
        found, self._troubles = tuple(self._troubles), []
        return found

    def _read(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except GuideError as error:
            self._troubles.append(str(error))
            return otherwise


@lru_cache(maxsize=1)
def ground_of(guide: "Guide") -> Ground:
    """The ground of ``guide``; kept."""
    return Ground(guide)
