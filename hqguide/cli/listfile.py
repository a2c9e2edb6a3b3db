"""Files of things to buy: a bill of materials of any tool, told from a plain list by its content."""

from pathlib import Path

from hqguide.bom.model import Bom
from hqguide.cli.bom import list_item
from hqguide.cli.output import talk
from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.notebook.lists import ListItem

PLAIN_LISTS = ("", ".txt", ".md", ".list")


def bill_lines(guide: Guide, where: str) -> tuple[ListItem, ...] | None:
    """The items of the bill of materials in the file ``where``; ``None`` when it is a plain list.

    A text file is a bill when it names its columns. What was skipped is counted on stderr.
    """
    path = Path(where)
    if not path.is_file():
        return None
    plain = path.suffix.lower() in PLAIN_LISTS
    try:
        bill = guide.bom(path)
    except GuideError:
        if plain:
            return None
        raise
    if plain and not _names_columns(bill):
        return None
    talk(
        f"{where} is a bill of materials: {len(bill.items)} items, {len(bill.skipped)} rows skipped, "
        f"{len(bill.warnings)} doubts; `hqguide bom FILE` tells them"
    )
    return tuple(list_item(item) for item in bill.items)


def _names_columns(bill: Bom) -> bool:
    return not bill.format.startswith("list") and any(
        skipped.why == "the names of the columns" for skipped in bill.skipped
    )
