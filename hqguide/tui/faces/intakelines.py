"""What a file brings to the list, and what became of it: every line accounted for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line, Run, ink, wrap

if TYPE_CHECKING:
    from hqguide.bom.model import Bom
    from hqguide.export.comeback import Comeback
    from hqguide.intake import Intake
    from hqguide.notebook.lists import ListItem
    from hqguide.notebook.returned import Returned

INDENT = 4


def intake_lines(came: "Intake", name: str, width: int, look: Look) -> list[Line]:
    """What the file ``name`` brings: of a bill first its doubts and the rows skipped, then the items."""
    bill = came.bill
    if bill is None:
        head = look.say("import list", name=name, n=len(came.lines))
    else:
        head = look.say(
            "import bill",
            name=name,
            format=bill.format,
            n=len(came.lines),
            skipped=len(bill.skipped),
            doubts=len(bill.warnings),
        )
    out = wrap((ink(head, "title"),), width)
    out += _wrapped(_doubts(bill, look), width) if bill else []
    return [*out, EMPTY, *_wrapped((_item(line, look) for line in came.lines), width)]


def comeback_lines(came: "Comeback", name: str, width: int, look: Look) -> list[Line]:
    """What an export, or the ticks of the phone page, bring."""
    head = look.say("import ticks" if came.ticks else "import export", name=name, n=len(came.lines))
    lines = (_item(line, look) for line in came.lines)
    return [*wrap((ink(head, "title"),), width), EMPTY, *_wrapped(lines, width)]


def returned_lines(back: "Returned", width: int, look: Look) -> list[Line]:
    """What became of every line that came back, those that were not taken over first."""
    head = look.say(
        "import done",
        changed=len(back.changed),
        added=len(back.added),
        same=len(back.same),
        unmatched=len(back.unmatched),
    )
    rows: list[list[Run]] = [
        [ink("?  ", "warn"), *_item(left.item, look), ink(f"  {left.why}", "warn")] for left in back.unmatched
    ]
    rows += [
        [*_item(left.item, look), ink(f"  {look.say('import kept', why=left.why)}", "dim")]
        for left in back.differing
    ]
    rows += [
        [*_item(change.item, look), ink(f"  {look.say(f'state {change.before}')}", "faint")]
        for change in back.changed
    ]
    rows += [[ink("+  ", "good"), *_item(item, look)] for item in back.added]
    return [*wrap((ink(head, "title"),), width), EMPTY, *_wrapped(rows, width)]


def _doubts(bill: "Bom", look: Look) -> "Iterable[list[Run]]":
    for doubt in bill.warnings:
        rows = look.say("import row", row=", ".join(map(str, doubt.rows))) + ": " if doubt.rows else ""
        yield [ink(f"!  {rows}{doubt.what}", "warn")]
    for skipped in bill.skipped:
        row = look.say("import row", row=skipped.row)
        yield [ink(f"-  {row}: {skipped.text}", "dim"), ink(f"  {skipped.why}", "faint")]


def _item(line: "ListItem", look: Look) -> list[Run]:
    runs = [ink(f"{look.box(line.state)} {line.quantity}x ", "gold"), ink(line.text, "title")]
    return [*runs, ink(look.dot + line.note, "faint")] if line.note else runs


def _wrapped(rows: "Iterable[list[Run]]", width: int) -> list[Line]:
    return [line for row in rows for line in wrap(row, width, INDENT)]
