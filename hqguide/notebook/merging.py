"""Fresh lines into a list: numbered on, or added to the line that already asks for the same thing."""

from collections.abc import Mapping, Sequence

import msgspec

from hqguide.notebook import wording
from hqguide.notebook.item import ListItem


def merge(
    items: Mapping[int, ListItem], fresh: Sequence[ListItem], last: int
) -> tuple[dict[int, ListItem], list[int]]:
    """``items`` with ``fresh`` merged in, new ids counting on from ``last``, and the id each line got.

    Only a line still wanted grows: what was bought stays on record, and the same text is wanted anew.
    """
    merged = dict(items)
    wanted = {wording.same_key(item.text): item.id for item in items.values() if item.state == "wanted"}
    touched = []
    for line in fresh:
        key = wording.same_key(line.text)
        item_id = wanted.get(key) if line.state == "wanted" else None
        if item_id is None:
            item_id = last = last + 1
            merged[item_id] = msgspec.structs.replace(line, id=item_id)
            if line.state == "wanted":
                wanted[key] = item_id
        else:
            merged[item_id] = _grown(merged[item_id], line)
        touched.append(item_id)
    return merged, touched


def _grown(item: ListItem, more: ListItem) -> ListItem:
    """``item`` with the quantity of ``more`` on top; a price given now wins, no note or mark is dropped."""
    return msgspec.structs.replace(
        item,
        quantity=wording.clean_quantity(item.quantity + more.quantity),
        target_price=item.target_price if more.target_price is None else more.target_price,
        note=wording.join_notes(item.note, more.note),
        priority=max(item.priority, more.priority),
    )
