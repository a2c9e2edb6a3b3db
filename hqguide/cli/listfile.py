"""Reading a file of things to buy, with a word on stderr about what a bill of materials held."""

from hqguide.cli.output import talk
from hqguide.guide import Guide
from hqguide.intake import intake
from hqguide.notebook.lists import ListItem


def lines_of_file(guide: Guide, data: bytes, where: str) -> tuple[ListItem, ...]:
    """The items of the file ``where``, which begins with ``data``: a bill of materials or a plain list."""
    came = intake(data, where, guide.bom)
    if came.bill is not None:
        talk(
            f"{where} is a bill of materials: {len(came.bill.items)} items, "
            f"{len(came.bill.skipped)} rows skipped, {len(came.bill.warnings)} doubts; "
            "`hqguide bom FILE` tells them"
        )
    return came.lines
