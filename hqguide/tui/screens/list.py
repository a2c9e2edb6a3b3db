"""List: type items, tick them off, see for which a place is on record."""

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from hqguide.errors import GuideError
from hqguide.tui.ask import ask
from hqguide.tui.commands import bindings
from hqguide.tui.faces.buylist import Coverage, item_lines, summary
from hqguide.tui.faces.results import hall_of
from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line, ink, wrap
from hqguide.tui.screens.base import ModeScreen
from hqguide.tui.visit import Visit
from hqguide.tui.widgets.chooser import Chooser, Row
from hqguide.tui.widgets.entry import Entry
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from hqguide.guide import Guide
    from hqguide.notebook.lists import ListItem, State


TELL_EVERY_S = 0.2


class ItemBox(Entry):
    """The box for a new item."""

    BINDINGS = bindings("list", box=True)


class ListScreen(ModeScreen):
    """The shopping list; the file is read again after every change, so nothing shown is a guess."""

    MODE = "list"
    BINDINGS = bindings("list")
    DEFAULT_CSS = """
    ListScreen #summary { height: 1; padding: 0 2; background: $surface; }
    ListScreen #rows { padding: 1 0; }
    ListScreen #empty { display: none; padding: 1 2; background: $background; }
    ListScreen.-empty #rows { display: none; }
    ListScreen.-empty #empty { display: block; }
    """

    class Covered(Message):
        """Where some more items may be bought, by their text."""

        def __init__(self, found: dict[str, Coverage]) -> None:
            super().__init__()
            self.found = found

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self._items: dict[str, ListItem] = {}
        self._covered: dict[str, Coverage] = {}
        self._deleted: list[ListItem] = []
        self._unread: GuideError | None = None

    def body(self) -> ComposeResult:
        """The box, the counts, the items."""
        yield ItemBox(self.look.say("list placeholder"))
        yield Page(self._summary, ident="summary")
        yield Chooser(self.look, ident="rows")
        yield Page(self._empty, ident="empty")

    def on_mount(self) -> None:
        """Start in the box when there is nothing yet, else on the items."""
        self.query_one(ItemBox if not self.visit.wanted else Chooser).focus()

    def guide_ready(self) -> None:
        """Read the list."""
        self.refresh_items()

    def relook(self) -> None:
        """Draw the items again in the look of now."""
        super().relook()
        self.query_one(ItemBox).placeholder = self.look.say("list placeholder")
        self._draw()

    def refresh_items(self, keep: str = "") -> None:
        """Read the list from the notebook and look up the places of new items."""
        guide = self.guide
        if guide is None:
            return
        try:
            items = guide.lists.show()
        except GuideError as error:
            self._unread = error
            self._draw(keep)
            return
        self._unread = None
        self._items = {str(item.id): item for item in items}
        self.visit.wanted = sum(item.state == "wanted" for item in items)
        self._draw(keep)
        self.relook_bars()
        missing = tuple(dict.fromkeys(item.text for item in items if item.text not in self._covered))
        if missing:
            self._look_up(guide, missing)

    def _draw(self, keep: str = "") -> None:
        chooser, look, covered = self.query_one(Chooser), self.look, self._covered
        rows = [
            Row(key, partial(item_lines, item, covered.get(item.text), look=look))
            for key, item in self._items.items()
        ]
        self.set_class(not rows or self._unread is not None, "-empty")
        chooser.show(rows, look, keep or chooser.key)
        self.query_one("#summary", Page).show(self._summary)
        self.query_one("#empty", Page).show(self._empty)

    @work(thread=True, exclusive=True, group="cover")
    def _look_up(self, guide: "Guide", texts: tuple[str, ...]) -> None:
        worker = get_current_worker()
        found: dict[str, Coverage] = {}
        told = monotonic()
        for text in texts:
            if worker.is_cancelled:
                return
            found[text] = _coverage(guide, text, self.look)
            # A long list is drawn a few times, not once an item.
            if monotonic() - told > TELL_EVERY_S:
                self.post_message(self.Covered(found))
                found, told = {}, monotonic()
        self.post_message(self.Covered(found))

    @on(Covered)
    def _place_found(self, event: Covered) -> None:
        self._covered |= event.found
        self._draw()

    @on(Entry.Left)
    def _to_rows(self) -> None:
        self.query_one(Chooser).focus()

    @on(Input.Submitted)
    def _add(self) -> None:
        from hqguide.notebook.quickline import read_wishes

        box, guide = self.query_one(ItemBox), self.guide
        typed = read_wishes(box.value)
        if guide is None or not typed[0].text:
            self.tell(self.look.say("not ready" if guide is None else "nothing typed"))
            return
        added = self.attempt(lambda: guide.lists.add_many(typed))
        if added:
            box.value = ""
            self.refresh_items(str(added[0].id))

    def action_box(self) -> None:
        """Back to the text box."""
        self.query_one(ItemBox).focus()

    def action_mark(self, state: "State") -> None:
        """Give the item a state, or take the state away when it has it."""
        guide, item = self.guide, self._chosen()
        if guide is not None and item is not None:
            after: State = "wanted" if item.state == state else state
            self.attempt(lambda: guide.lists.mark(item.id, after))
            self.refresh_items()

    def action_delete(self) -> None:
        """Take the item off the list; it is kept for undo."""
        guide, item = self.guide, self._chosen()
        if guide is None or item is None:
            return
        removed = self.attempt(lambda: guide.lists.remove(item.id))
        if removed is not None:
            self._deleted.append(removed)
            self.tell(self.look.say("deleted", item=f"{removed.quantity}x {removed.text}"))
        self.refresh_items(self._neighbour(str(item.id)))

    def action_undo(self) -> None:
        """Bring the last deleted item back, as it was."""
        guide = self.guide
        if guide is None or not self._deleted:
            self.tell(self.look.say("no undo"))
            return
        back = self.attempt(lambda: guide.lists.add_many([self._deleted[-1]])[0])
        if back is not None:
            self._deleted.pop()
            self.tell(self.look.say("restored", item=f"{back.quantity}x {back.text}"))
            self.refresh_items(str(back.id))

    def action_import(self) -> None:
        """Ask for a file and bring what is in it."""
        from hqguide.tui.screens.intake import IntakeScreen

        if self.guide is None:
            self.tell(self.look.say("not ready"))
            return
        self.app.push_screen(IntakeScreen(self.guide, self.look), self._imported)

    def _imported(self, said: str | None) -> None:
        self.refresh_items()
        if said:
            self.tell(said)

    def action_export(self) -> None:
        """Ask for a file name and write the list itself."""
        from hqguide.export.list_formats import LIST_FORMATS, render_list
        from hqguide.notebook.lists import DEFAULT_LIST
        from hqguide.tui.screens.export import ExportScreen

        guide, items = self.guide, tuple(self._items.values())
        if guide is None or not items:
            self.tell(self.look.say("not ready" if guide is None else "list empty"))
            return

        def write(fmt: str, path: "Path", force: bool) -> None:
            guide.save(render_list(fmt, guide.shopping(DEFAULT_LIST, items)), path, force=force)

        title, name = self.look.say("export list title"), f"{DEFAULT_LIST}.md"
        self.app.push_screen(ExportScreen(title, name, LIST_FORMATS, write, self.look), self._exported)

    def _exported(self, path: str | None) -> None:
        if path:
            self.tell(self.look.say("exported", path=path))

    @on(Chooser.Chosen)
    def action_find(self) -> None:
        """Search for the item."""
        item = self._chosen()
        if item is not None:
            self.visit.query = item.text
            self.app.switch_mode("find")

    def _chosen(self) -> "ListItem | None":
        item = self._items.get(self.query_one(Chooser).key)
        if item is None:
            self.tell(self.look.say("no item"))
        return item

    def _neighbour(self, key: str) -> str:
        """The item after ``key``, or the one before when it is the last."""
        keys = list(self._items)
        at = keys.index(key)
        return (keys[at + 1 : at + 2] or keys[max(at - 1, 0) : at] or [""])[0]

    def _summary(self, width: int) -> list[Line]:
        return [summary(tuple(self._items.values()), self._covered, width, self.look)] if self._items else []

    def _empty(self, width: int) -> list[Line]:
        if self._unread is not None:
            lines = [(ink(line, "warn"),) for line in str(self._unread).splitlines()]
        else:
            lines = [
                (ink(self.look.say("list empty"), "title"),),
                (ink(self.look.say("list empty hint"), "dim"),),
            ]
        return [wrapped for line in lines for wrapped in (*wrap(line, width), EMPTY)]


def _coverage(guide: "Guide", text: str, look: Look) -> Coverage:
    """The best place for ``text`` and the Chinese words for it, as far as they are on record."""
    try:
        answer = ask(guide, text, 1)
    except GuideError:
        return Coverage()
    first = next(iter(answer.categories), None)
    zh, pinyin = (first.term_zh or first.name_zh, first.pinyin) if first else ("", "")
    if not answer.places:
        return Coverage(zh=zh, pinyin=pinyin)
    hit = answer.places[0]
    spot = " ".join(part for part in (hit.floor, hit.counter) if part)
    return Coverage(hall_of(hit, look), spot, hit.as_of, zh, pinyin)
