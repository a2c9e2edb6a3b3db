"""``hqguide list import`` of what comes back: an exported JSON file, or the ticks of the phone page."""

import sys
from pathlib import Path

from hqguide.cli.output import talk
from hqguide.errors import FOUND, NOTHING_FOUND, GuideError
from hqguide.notebook.returned import Returned

STDIN = "-"


def read_input(words: str, limit: int) -> bytes:
    """At most ``limit`` bytes and one of the file ``words``, of stdin for ``-``; GuideError if unreadable."""
    if words == STDIN:
        return sys.stdin.buffer.read(limit + 1)
    try:
        with Path(words).open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror or error})", where=words) from error
    except ValueError as error:
        raise GuideError(f"not a file name ({error})", where=repr(words)) from error


def tell(name: str, back: Returned) -> int:
    """Say what came back into the list ``name``; :data:`NOTHING_FOUND` when no line could be matched."""
    for change in back.changed:
        talk(f"{change.item.id:>3}  {change.item.text}: {change.before} → {change.item.state}")
    for item in back.added:
        talk(f"{item.id:>3}  {item.text}: added, {item.quantity} [{item.state}]")
    for left in back.differing:
        talk(f"{left.item.id:>3}  {left.item.text}: kept as it is here ({left.why})")
    for left in back.unmatched:
        talk(f"  ?  {left.item.text} ({left.item.state}): {left.why}")
    talk(
        f"list {name!r}: {len(back.changed)} changed, {len(back.added)} added, "
        f"{len(back.same)} known already, {len(back.unmatched)} not matched"
    )
    return FOUND if back.changed or back.added or back.same else NOTHING_FOUND
