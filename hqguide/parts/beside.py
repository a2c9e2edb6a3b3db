"""The columns beside a text in a bill of materials."""

from hqguide.parts.model import Record


class Context(Record, frozen=True):
    """The other columns of the line a text stands in; empty ones are not known."""

    designator: str = ""
    footprint: str = ""
    description: str = ""
    manufacturer: str = ""

    def __bool__(self) -> bool:
        return any((self.designator, self.footprint, self.description, self.manufacturer))
