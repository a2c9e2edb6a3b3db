"""``hqguide list import`` of what comes back: an exported JSON file, or the ticks of the phone page."""

import sys

from hqguide.cli.output import talk
from hqguide.errors import FOUND, NOTHING_FOUND
from hqguide.intake import read_file
from hqguide.notebook.returned import Returned

STDIN = "-"


def read_input(words: str, limit: int) -> bytes:
    """At most ``limit`` bytes and one of the file ``words``, of stdin for ``-``; GuideError if unreadable."""
    if words == STDIN:
        return sys.stdin.buffer.read(limit + 1)
    return read_file(words, limit)


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
