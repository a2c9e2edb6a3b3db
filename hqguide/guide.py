"""The one door: opens a data pack and a notebook. Every front end calls it and only it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from hqguide.errors import GuideError
from hqguide.market.card import Card, card
from hqguide.market.pack import Market, load_market
from hqguide.market.places import resolve
from hqguide.search.answer import Answer

if TYPE_CHECKING:
    from hqguide.atlas import Tongue
    from hqguide.bom.model import Bom
    from hqguide.errands.planning import Errands
    from hqguide.errands.progress import Progress
    from hqguide.errands.walking import Walking
    from hqguide.export.shopping import Shopping
    from hqguide.market.district import District
    from hqguide.market.fieldnotes import Advice, FieldNotes, Phrase
    from hqguide.market.floorplan import FloorPlan
    from hqguide.market.hours import Opening, Openness
    from hqguide.market.whereabouts import Here, Near
    from hqguide.notebook.lists import ListItem, Lists
    from hqguide.notebook.returned import Returned
    from hqguide.notebook.sightings import Sighting
    from hqguide.parts.beside import Context
    from hqguide.parts.language import Language
    from hqguide.route.itinerary import Item, Itinerary
    from hqguide.route.pace import Pace
    from hqguide.route.trip import Trip
    from hqguide.search.find import Knowledge
    from hqguide.sighted import Sight, Sighted
    from hqguide.standing import Standing
    from hqguide.stock.lookup import Stock

PLAN_SECONDS = 5.0
PLACES_SHADED = 200


class Guide:
    """The pack in ``folder`` and the notebook in ``notebook`` (defaults: shipped pack, user's folder).

    Nothing is read before it is needed; what is read is kept. Not safe for use by two threads at
    once while it loads: call :meth:`warm` in one and wait for it.
    """

    def __init__(self, folder: Path | None = None, notebook: Path | None = None) -> None:
        self.folder = folder
        self._notebook = notebook

    @cached_property
    def market(self) -> Market:
        """The market as the pack has it, with what the user saw laid over it."""
        return self._sighted.over(load_market(self.folder))

    @cached_property
    def _sighted(self) -> "Sighted":
        from hqguide.sighted import Sighted

        return Sighted(self._notebook)

    @property
    def sightings(self) -> "Mapping[int, Sighting]":
        """What the user saw, by number."""
        return self._sighted.all()

    def note(self, *sights: "Sight") -> tuple[int, ...]:
        """Keep what the user saw; the numbers. GuideError for an unknown place or what cannot be kept."""
        numbers = self._sighted.add(self.market, self.language, sights)
        self._forget_market()
        return numbers

    def note_walk(self) -> tuple[int, ...]:
        """Keep what the ticks of the walk under way tell of its places; the numbers."""
        from hqguide.sighted import sights_of

        walk = self.walking.now()
        return self.note(*sights_of(walk.ticks)) if walk else ()

    def forget_sighting(self, number: int) -> "Sighting":
        """Take a sighting out of the notebook and return it; GuideError for an unknown number."""
        gone = self._sighted.remove(number)
        self._forget_market()
        return gone

    def _forget_market(self) -> None:
        for name in ("market", "_known", "errands", "_standing"):
            self.__dict__.pop(name, None)

    @cached_property
    def language(self) -> "Language":
        """Categories, terms and part families."""
        from hqguide.parts.language import load_language

        return load_language(self.market.folder)

    @cached_property
    def _known(self) -> "Knowledge":
        from hqguide.search.find import Knowledge
        from hqguide.search.offers import stock

        return Knowledge(self.market, stock(self.market), self.language, self._advice)

    @cached_property
    def _advice(self) -> "tuple[Advice, ...]":
        from hqguide.market.fieldnotes import Advice
        from hqguide.market.pack import read_file

        return read_file(self.market.folder, "advice.json", tuple[Advice, ...])

    @cached_property
    def lists(self) -> "Lists":
        """The user's shopping lists."""
        from hqguide.notebook.book import Notebook
        from hqguide.notebook.lists import Lists

        return Lists(Notebook(self._notebook))

    @cached_property
    def district(self) -> "District":
        """Streets, junctions, footprints and metro of the district."""
        from hqguide.market.district import load_district

        return load_district(self.market.folder)

    @cached_property
    def drawn_district(self) -> "District":
        """The district for drawing: without the street file the halls alone can still be drawn."""
        from hqguide.market.district import District

        try:
            return self.district
        except GuideError:
            return District("", "", (), (), (), ())

    @cached_property
    def floorplans(self) -> "tuple[FloorPlan, ...]":
        """The digitised floor plans."""
        from hqguide.market.floorplan import load_floorplans

        return load_floorplans(self.market.folder)

    @cached_property
    def _written_pace(self) -> "Pace":
        from hqguide.route.pace import load_pace

        return load_pace(self.market.folder)

    @property
    def pace(self) -> "Pace":
        """How long walking, floors and stops take: as in the pack, the dwell as learnt from the visitor."""
        from hqguide.errands.items import own_pace
        from hqguide.notebook.book import Notebook

        return own_pace(self._written_pace, Notebook(self._notebook))

    @cached_property
    def errands(self) -> "Errands":
        """Plans for shopping lists."""
        from hqguide.errands.planning import Errands, Ground

        return Errands(Ground(self.market, self.district, self.language, self._first), lambda: self.pace)

    def _first(self, words: str, count: int) -> Answer:
        return self.find(words, limit=count)

    @cached_property
    def walking(self) -> "Walking":
        """The walk under way."""
        from hqguide.errands.walking import Walking
        from hqguide.notebook.book import Notebook

        return Walking(
            Notebook(self._notebook), lambda: self._written_pace, lambda text: resolve(self.market, text).path
        )

    @cached_property
    def fieldnotes(self) -> "FieldNotes":
        """Phrases, advice, history and prices."""
        from hqguide.market.fieldnotes import load_fieldnotes

        return load_fieldnotes(self.market.folder)

    def warm(self) -> None:
        """Load what :meth:`find` needs and run one query, so that the first real one is quick."""
        self.find("usb connector")

    def find(
        self,
        query: str,
        limit: int = 10,
        near: str | None = None,
        *,
        why: bool = False,
        instead: bool = False,
        context: "Context | None" = None,
    ) -> Answer:
        """Who sells what ``query`` calls it, measured from ``near`` or from where the user said to be.

        Offers of imported stock lists stand beside the places; with ``why`` each place says its reasons,
        with ``instead`` parts to take instead are told even when the part itself is on record. ``context``
        are the other columns of a line of a bill: then the query names goods and no place.
        Raises :class:`~hqguide.errors.GuideError` for an empty or over-long query or an unknown place.
        """
        from hqguide.finding import find, has_stock

        return find(
            query,
            self._known,
            self.stock if has_stock(self._notebook) else None,
            limit=limit,
            metres=self._standing.metres(near),
            why=why,
            instead=instead,
            context=context,
        )

    @cached_property
    def stock(self) -> "Stock":
        """The traders' lists the user imported."""
        from hqguide.finding import stock_folder
        from hqguide.stock.lookup import Stock

        return Stock(stock_folder(self._notebook))

    def show(self, place: str) -> Card:
        """What is known of a building, floor or counter, with advice about it; a GuideError if unknown."""
        found = card(self.market, resolve(self.market, place))
        advice = tuple(piece.words() for piece in self._advice if found.building in piece.applies_to)
        return structs.replace(found, notes=advice + found.notes)

    def bom(self, path: Path, boards: int = 1, spare: float = 0.0) -> "Bom":
        """The bill of materials in ``path`` as things to buy; a file that is none is a GuideError."""
        from hqguide.bom.bill import read_bill

        return read_bill(path, self.language, boards, spare)

    def items(self, lines: Sequence["ListItem"]) -> tuple["Item", ...]:
        """List lines as the planner wants them: Chinese wording and the places that may sell each."""
        return self.errands.items(lines)

    def plan(self, lines: Sequence["ListItem"], trip: "Trip") -> "Itinerary":
        """One walk that buys the wanted lines; what cannot be bought is named in the itinerary."""
        return self.errands.plan(lines, trip, PLAN_SECONDS)

    def better_plans(self, lines: Sequence["ListItem"], trip: "Trip") -> Iterator["Itinerary"]:
        """Ever better plans, the first within moments; stop listening at any time."""
        return self.errands.better(lines, trip, PLAN_SECONDS)

    def split_plan(self, lines: Sequence["ListItem"], trip: "Trip", people: int) -> "tuple[Itinerary, ...]":
        """The list divided among ``people`` who walk at once, an itinerary each."""
        return self.errands.split(lines, trip, people, PLAN_SECONDS)

    def replan(self, here: str = "", at: str = "") -> "Progress":
        """The walk under way planned anew from ``here`` at ``HH:MM``, and what that changes."""
        return self.walking.replan(self.errands, here=here, at=at)

    def opening(self, place: str, day: date) -> "Opening":
        """Opening hours of the building ``place`` names, or of the district when it is empty."""
        from hqguide.market.hours import opening

        building = resolve(self.market, place).building if place else None
        return opening(self.market, building.id if building else None, day)

    def halls_open(self, day: date, at: str) -> "tuple[tuple[str, Openness], ...]":
        """Halls with hours on record that are or may be open at ``HH:MM``."""
        from hqguide.market.hours import halls_open

        return halls_open(self.market, day, at)

    def render(self, itinerary: "Itinerary", fmt: str, language: "Tongue" = "en") -> str | bytes:
        """``itinerary``, checked anew, in the format ``fmt``; GuideError for a wrong plan or format."""
        from hqguide.handouts import rendered

        walk, plans = self.errands.check(itinerary), self.floorplans
        return rendered(self.market, self.drawn_district, plans, walk, fmt, language)

    def export(
        self,
        itinerary: "Itinerary",
        fmt: str,
        path: Path,
        *,
        force: bool = False,
        language: "Tongue" = "en",
    ) -> None:
        """Write ``itinerary`` to ``path``; the file that is there stays whole when that fails."""
        self.save(self.render(itinerary, fmt, language), path, force=force)

    def save(self, content: str | bytes, path: Path, *, force: bool = False) -> None:
        """Write ``content`` to ``path``; the file that is there stays whole when that fails."""
        from hqguide.handouts import save

        save(content, path, force=force)

    def shopping(self, name: str, lines: Sequence["ListItem"]) -> "Shopping":
        """The list ``name`` to be written out without a walk: ``lines`` with the words to find each by."""
        from hqguide.errands.items import item_of
        from hqguide.export.shopping import shopping_of

        items = (item_of(line, self._first, self.language) for line in lines)
        return shopping_of(self.market, name, lines, items)

    def take_back(self, name: str, data: bytes, where: str) -> "Returned":
        """Bring exported JSON, or the ticks of the phone page, from ``where`` into the list ``name``."""
        from hqguide.export.comeback import read_back
        from hqguide.notebook.book import Notebook
        from hqguide.notebook.returned import take_list, take_ticks

        came = read_back(data, where)
        return (take_ticks if came.ticks else take_list)(Notebook(self._notebook), name, came.lines)

    def picture(
        self, place: str, where: str | None, language: "Tongue", width: int, height: int, ascii_only: bool
    ) -> str:
        """``place`` (the district when empty) drawn as text; ``where`` shades the halls by its evidence."""
        from hqguide.atlas import text_of

        return text_of(
            self.market,
            self.drawn_district,
            self.floorplans,
            resolve(self.market, place) if place else None,
            size=(width, height),
            marks=self._standing.marks(),
            shade=self.shade(where) if where else None,
            language=language,
            ascii_only=ascii_only,
        )

    def picture_svg(self, place: str, where: str | None, language: "Tongue") -> str:
        """The same picture as SVG."""
        from hqguide.atlas import svg_of

        return svg_of(
            self.market,
            self.drawn_district,
            self.floorplans,
            resolve(self.market, place) if place else None,
            marks=self._standing.marks(),
            shade=self.shade(where) if where else None,
            language=language,
        )

    def shade(self, query: str) -> Mapping[str, float]:
        """For each hall that answers ``query``, the score of its best place as a share of the best of all."""
        places = self.find(query, limit=PLACES_SHADED).places
        most = max((place.score for place in places), default=1.0)
        best: dict[str, float] = {}
        for place in places:
            if place.building:
                best[place.building] = max(best.get(place.building, 0.0), place.score / most)
        return best

    @cached_property
    def _standing(self) -> "Standing":
        from hqguide.standing import Standing

        return Standing(self.market, lambda: self.district, self._notebook)

    def here(self) -> "Here | None":
        """Where the user said to be last, or ``None``."""
        return self._standing.here()

    def set_here(self, text: str) -> "Here":
        """Read ``text`` as a place and remember it; what is no place here is a GuideError."""
        return self._standing.go(text)

    def forget_here(self) -> bool:
        """Forget where the user is; whether a place was set."""
        return self._standing.forget()

    def near_here(self, count: int = 5) -> "tuple[Near, ...]":
        """The halls nearest to the place set last; none when there is none or it has no position."""
        return self._standing.near(count)

    def say(self, words: str, item: str = "") -> "tuple[Phrase, ...]":
        """Shop phrases that read like ``words``, else the Chinese for a part; best first.

        ``item`` fills the slots of a phrase with its Chinese wording.
        """
        from hqguide.search.phrasebook import say

        return say(words, item, self.fieldnotes.phrases, self.language)
