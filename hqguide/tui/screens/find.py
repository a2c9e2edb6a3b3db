"""Find: a search box, the places, the card of the highlighted one."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input

from hqguide.tui.commands import bindings
from hqguide.tui.faces.welcome import loading_lines, welcome_lines
from hqguide.tui.runs import Line
from hqguide.tui.screens.base import ModeScreen
from hqguide.tui.visit import Visit
from hqguide.tui.widgets.bar import Bar
from hqguide.tui.widgets.chooser import Chooser
from hqguide.tui.widgets.entry import Entry
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.market.whereabouts import Here
    from hqguide.search.answer import Answer, PlaceHit, Reason


class SearchBox(Entry):
    """The box for what the reader needs."""

    BINDINGS = bindings("find", box=True)


class FindScreen(ModeScreen):
    """Search as one types; typing before the guide is loaded is kept and searched when it is."""

    MODE = "find"
    BINDINGS = bindings("find")
    DEFAULT_CSS = """
    FindScreen #meaning { background: $surface; padding: 0 2; }
    FindScreen #panes { layout: vertical; height: 1fr; layers: answer words; }
    FindScreen #words { layer: words; }
    FindScreen #rows { height: 4fr; padding: 1 0 0 0; }
    FindScreen #about { height: 6fr; }
    FindScreen #card, FindScreen #words { padding: 1 2; }
    FindScreen #where { display: none; height: 22; background: $surface; border-top: blank; }
    FindScreen.-huge #where { display: block; }
    FindScreen.-huge.-nowhere #where { display: none; }
    FindScreen.-short #rows, FindScreen.-short #card, FindScreen.-short #words {
        padding-top: 0; padding-bottom: 0;
    }
    FindScreen.-wide #panes { layout: horizontal; }
    FindScreen.-wide #rows { width: 11fr; height: 1fr; }
    FindScreen.-wide #about { width: 9fr; height: 1fr; }
    FindScreen.-card #rows { display: none; }
    """

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self._answer: Answer | None = None
        self._seen_from: Here | None = None
        self._hits: dict[str, PlaceHit] = {}
        self._carded = ""
        self._why: dict[str, tuple[Reason, ...]] = {}

    def body(self) -> ComposeResult:
        """The box, what was understood, the places and the card."""
        yield SearchBox(self.look.say("find placeholder"))
        yield Bar("meaning")
        with Container(id="panes"):
            yield Chooser(self.look, ident="rows")
            with Container(id="about"):
                yield Page(ident="card")
            # Lies over the others, so that coming and going it changes the size of neither.
            yield Page(ident="words")

    def on_mount(self) -> None:
        """Start in the box, with the words for a first look."""
        box = self.query_one(SearchBox)
        box.focus()
        self.watch(box, "value", self._typed, init=False)

    def guide_ready(self) -> None:
        """Search for what another screen asked for, or for what was typed meanwhile."""
        if self.visit.query is not None:
            box, query = self.query_one(SearchBox), self.visit.query
            self.visit.query = None
            self._answer = None
            box.value = query
            box.cursor_position = len(query)
            if self._answer is None:
                self._search(keep=False)
        elif self._answer is None or self._seen_from != self.visit.here:
            self._search(keep=False)

    def relook(self) -> None:
        """Draw the answer again in the look of now."""
        super().relook()
        self.query_one(SearchBox).placeholder = self.look.say("find placeholder")
        self._show_answer(self.query_one(Chooser).key)

    def _typed(self) -> None:
        """Search in the turn of the key, so that the key and its answer are painted in one frame."""
        # One message waits: that the text changed. With more keys behind it, it searches after them.
        if self.query_one(SearchBox).message_queue_size <= 1:
            self._search()

    @on(Input.Changed)
    def _changed(self) -> None:
        self._search()

    def _search(self, *, keep: bool = True) -> None:
        query = self.query_one(SearchBox).value.strip()
        if keep and self._answer is not None and self._answer.query.strip() == query:
            return
        self._answer, self._seen_from, self._why = None, self.visit.here, {}
        if self.guide is not None and query:
            from hqguide.tui.ask import ask
            from hqguide.tui.screens.find_pages import LIMIT

            guide = self.guide
            self._answer = self.attempt(lambda: ask(guide, query, LIMIT))
        self._show_answer()

    def _show_answer(self, keep: str = "") -> None:
        answer, heading, rows = self._answer, self.query_one("#meaning", Bar), self.query_one(Chooser)
        hits = (*answer.places, *answer.closed) if answer else ()
        self._hits = {hit.place: hit for hit in hits}
        with rows.prevent(Chooser.Highlighted):
            if answer is None:
                heading.show([])
                rows.show([], self.look)
            else:
                from hqguide.tui.screens import find_pages

                heading.show(*find_pages.heading(answer, self.look))
                rows.show(find_pages.rows_of(answer, self.look), self.look, keep)
        self._show_card(rows.key)

    @on(Chooser.Highlighted)
    def _highlighted(self) -> None:
        # The row of now: the list may have changed since the message was sent.
        if (place := self.query_one(Chooser).key) != self._carded:
            self._show_card(place)

    def _show_card(self, place: str) -> None:
        guide, answer, hit = self.guide, self._answer, self._hits.get(place)
        self._carded, words = place, self.query_one("#words", Page)
        words.visible = hit is None
        if guide is None or answer is None:
            words.show(self._idle)
            return
        from hqguide.tui.screens import find_pages

        if hit is None:
            words.show(find_pages.no_place(answer, self.look))
            return
        why = self._why.get(place)
        card = find_pages.card_of(guide, hit, answer, self.look, self.visit.here, why)
        self.query_one("#card", Page).show(card)
        if self.has_class("-huge"):
            self._show_where(guide, place)

    def _show_where(self, guide: "Guide", place: str) -> None:
        """Mark the place on a small map under the card."""
        from hqguide.tui.screens.find_pages import small_map
        from hqguide.tui.widgets.map_canvas import MapCanvas

        painter = small_map(guide, place, self.look)
        self.set_class(painter is None, "-nowhere")
        if not self.query(MapCanvas):
            canvas = MapCanvas("where")
            canvas.can_focus = False
            self.query_one("#about").mount(canvas)
        if painter is not None:
            self.query_one(MapCanvas).show(painter)

    def on_map_canvas_picked(self) -> None:
        """A click on the small map opens the large one."""
        self.action_on_map()

    def _idle(self, width: int) -> list[Line]:
        typed = bool(self.query_one(SearchBox).value.strip())
        if self.guide is None:
            return loading_lines(typed, width, self.look)
        return welcome_lines(self.guide.market, width, self.look)

    @on(Entry.Left)
    def _to_rows(self) -> None:
        if self._hits:
            self.query_one(Chooser).focus()

    @on(Chooser.Chosen)
    def _chosen(self) -> None:
        self.action_add()

    def action_box(self) -> None:
        """Back to the search box."""
        self.remove_class("-card")
        self.query_one(SearchBox).focus()

    def action_add(self) -> None:
        """Put what was searched for on the shopping list."""
        from hqguide.notebook.quickline import read_line

        guide, typed = self.guide, read_line(self.query_one(SearchBox).value)
        if guide is None or not typed.text:
            self.tell(self.look.say("not ready" if guide is None else "nothing typed"))
            return
        added = self.attempt(lambda: guide.lists.add_many([typed]))
        if added:
            self.attempt(self.count_wanted)
            self.relook_bars()
            self.tell(self.look.say("added", item=f"{added[0].quantity}x {added[0].text}"))

    def action_on_map(self) -> None:
        """Show the highlighted place on the map."""
        hit = self._hits.get(self.query_one(Chooser).key)
        if hit is None:
            self.tell(self.look.say("no place chosen"))
            return
        self.visit.place, self.visit.show_walk, self.visit.shade = hit.place, False, {}
        self.app.switch_mode("map")

    def action_where(self) -> None:
        """Shade the halls of the map by how much they are known to sell what was searched for."""
        from hqguide.tui.screens.find_pages import evidence_of

        answer = self._answer
        shade = evidence_of(answer) if answer else {}
        if answer is None or not shade:
            self.tell(self.look.say("nothing to shade"))
            return
        self.visit.shade, self.visit.shade_for = shade, answer.query
        self.visit.place, self.visit.show_walk = "", False
        self.app.switch_mode("map")

    def action_why(self) -> None:
        """Say in the cards why each place stands where it does, and leave it off again."""
        from hqguide.tui.screens.find_pages import reasons_of

        guide, answer, place = self.guide, self._answer, self.query_one(Chooser).key
        if guide is None or answer is None or not place:
            self.tell(self.look.say("no place chosen"))
            return
        # Reasons take longer than places, so they are asked for when they are wanted and for no key more.
        self._why = {} if self._why else self.attempt(lambda: reasons_of(guide, answer)) or {}
        self._show_card(place)

    def action_card(self) -> None:
        """Give the card the whole screen, and back."""
        self.toggle_class("-card")

    def action_scroll_card(self, direction: int) -> None:
        """Scroll the card by most of its height."""
        words = self.query_one("#words", Page)
        page = words if words.visible else self.query_one("#card", Page)
        page.scroll_relative(y=direction * max(page.size.height - 2, 1), animate=False)
