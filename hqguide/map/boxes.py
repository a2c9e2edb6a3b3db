"""Room for words on a drawn page: boxes that never overlap, inside a frame, first come first served."""

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in page units, y down."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than a border."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Boxes:
    """The boxes already taken on a page of ``width`` by ``height``."""

    def __init__(self, width: float, height: float) -> None:
        self._page = Box(0, 0, width, height)
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Keep ``box`` whatever is there."""
        self._taken.append(box)

    def place(self, boxes: Iterable[Box]) -> Box | None:
        """Take the first of ``boxes`` that is inside the page and free, and return it."""
        page = self._page
        for box in boxes:
            inside = box.left >= page.left and box.right <= page.right
            inside = inside and box.top >= page.top and box.bottom <= page.bottom
            if inside and not any(box.meets(other) for other in self._taken):
                self._taken.append(box)
                return box
        return None


def beside(x: float, y: float, gap: float, width: float, height: float) -> tuple[Box, ...]:
    """Boxes round a point at ``gap`` from it: right, left, below, above, then the four corners."""
    half, middle = width / 2, height / 2
    places = (
        (x + gap, y - middle),
        (x - gap - width, y - middle),
        (x - half, y + gap),
        (x - half, y - gap - height),
        (x + gap / 2, y + gap / 2),
        (x - gap / 2 - width, y + gap / 2),
        (x + gap / 2, y - gap / 2 - height),
        (x - gap / 2 - width, y - gap / 2 - height),
    )
    return tuple(Box(left, top, left + width, top + height) for left, top in places)
