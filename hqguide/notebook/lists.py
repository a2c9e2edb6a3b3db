"""Shopping lists in the notebook: add, show, mark, remove, clear."""

from collections.abc import Iterable, Mapping

import msgspec

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.item import ListItem, State, checked, checked_state
from hqguide.notebook.merging import merge
from hqguide.notebook.wording import clean_name, shown

__all__ = ["DEFAULT_LIST", "ListItem", "Lists", "State"]

DEFAULT_LIST = "shopping"
_SHOWN_ITEMS = 8


class Lists:
    """The lists of one notebook. Every call reads or changes the file; nothing is cached.

    All of them raise :class:`GuideError` for a notebook that cannot be read, changed or locked. TinyDB
    is loaded with the first call.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def names(self) -> tuple[str, ...]:
        """The lists that hold something, in alphabetical order."""
        from hqguide.notebook import rows

        with self._notebook.reading() as db:
            return rows.names(db)

    def show(self, name: str = DEFAULT_LIST) -> tuple[ListItem, ...]:
        """The items of a list in the order they were added; none for a list that does not exist."""
        from hqguide.notebook import rows

        name = clean_name(name)
        with self._notebook.reading() as db:
            return tuple(rows.read(rows.table_of(db, name), self._notebook.path).values())

    def add(
        self,
        text: str,
        quantity: int = 1,
        target_price: float | None = None,
        note: str = "",
        name: str = DEFAULT_LIST,
    ) -> ListItem:
        """Add an item; one still wanted under the same text grows by ``quantity``, keeping id and note."""
        line = ListItem(id=0, text=text, quantity=quantity, target_price=target_price, note=note)
        return self.add_many([line], name)[0]

    def add_many(self, lines: Iterable[ListItem], name: str = DEFAULT_LIST) -> tuple[ListItem, ...]:
        """Add every line (its ``id`` is ignored) or, when one is refused, none; the items as they are now."""
        from hqguide.notebook import rows

        name = clean_name(name)
        fresh = tuple(checked(line) for line in lines)
        if not fresh:
            return ()
        with self._notebook.changing() as db:
            table = rows.table_of(db, name)
            items = rows.read(table, self._notebook.path)
            last = max(rows.last_id(db, name, self._notebook.path), *items, 0)
            merged, touched = merge(items, fresh, last)
            rows.put(table, [merged[item_id] for item_id in dict.fromkeys(touched)])
            rows.keep_last_id(db, name, max(last, *touched))
        return tuple(merged[item_id] for item_id in touched)

    def remove(self, item_id: int, name: str = DEFAULT_LIST) -> ListItem:
        """Take an item off its list and return it; :class:`GuideError` for an unknown id."""
        from hqguide.notebook import rows

        name = clean_name(name)
        with self._notebook.changing() as db:
            table = rows.table_of(db, name)
            item = _find(rows.read(table, self._notebook.path), item_id, name)
            table.remove(doc_ids=[item_id])
        return item

    def mark(self, item_id: int, state: State, name: str = DEFAULT_LIST) -> ListItem:
        """Set the state of an item and return it; :class:`GuideError` for an unknown id or state."""
        from hqguide.notebook import rows

        name, state = clean_name(name), checked_state(state)
        with self._notebook.changing() as db:
            table = rows.table_of(db, name)
            found = _find(rows.read(table, self._notebook.path), item_id, name)
            item = msgspec.structs.replace(found, state=state)
            rows.put(table, [item])
        return item

    def clear(self, name: str = DEFAULT_LIST) -> int:
        """Remove every item of a list; how many there were. Until the next change the backup holds them."""
        from hqguide.notebook import rows

        name = clean_name(name)
        with self._notebook.changing() as db:
            table = rows.table_of(db, name)
            count = len(table)
            db.drop_table(table.name)
        return count


def _find(items: Mapping[int, ListItem], item_id: int, name: str) -> ListItem:
    if item_id in items:
        return items[item_id]
    there = [f"{item.id} {shown(item.text)}" for item in items.values()]
    more = f" and {len(there) - _SHOWN_ITEMS} more" if len(there) > _SHOWN_ITEMS else ""
    hint = f"It has {', '.join(there[:_SHOWN_ITEMS])}{more}." if there else "It is empty."
    raise GuideError(f"no item {item_id} in list {shown(name)}", hint=hint)
