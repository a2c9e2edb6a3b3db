"""The one door: opens a data pack and a notebook. Every front end calls it and only it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from math import hypot
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
    from hqguide.map.marks import Mark
    from hqguide.market.district import District
    from hqguide.market.fieldnotes import Advice, FieldNotes, Phrase
    from hqguide.market.floorplan import FloorPlan
    from hqguide.market.hours import Opening, Openness
    from hqguide.market.whereabouts import Here, Near
    from hqguide.notebook.lists import ListItem, Lists
    from hqguide.notebook.position import Whereabouts
    from hqguide.parts.language import Language
    from hqguide.route.itinerary import Item, Itinerary
    from hqguide.route.pace import Pace
    from hqguide.route.trip import Trip
    from hqguide.search.find import Knowledge

OFFERS_A_ITEM = 12
WORTH_A_STOP = 0.4
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
        """The market as the pack has it."""
        return load_market(self.folder)

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
    def pace(self) -> "Pace":
        """How long walking, floors and stops take."""
        from hqguide.route.pace import load_pace

        return load_pace(self.market.folder)

    @cached_property
    def fieldnotes(self) -> "FieldNotes":
        """Phrases, advice, history and prices."""
        from hqguide.market.fieldnotes import load_fieldnotes

        return load_fieldnotes(self.market.folder)

    def warm(self) -> None:
        """Load what :meth:`find` needs and run one query, so that the first real one is quick."""
        self.find("usb connector")

    def find(self, query: str, limit: int = 10, near: str | None = None) -> Answer:
        """Who sells what ``query`` calls it, measured from ``near`` or from where the user said to be.

        Raises :class:`~hqguide.errors.GuideError` for an empty or over-long query or an unknown place.
        """
        from hqguide.search.find import find

        return find(
            query,
            self._known,
            limit=limit,
            metres=self._metres_from(self._locate(near)) if near else self._metres_from_here,
        )

    def show(self, place: str) -> Card:
        """What is known of a building, floor or counter, with advice about it; a GuideError if unknown."""
        found = card(self.market, resolve(self.market, place))
        advice = tuple(piece.words() for piece in self._advice if found.building in piece.applies_to)
        return structs.replace(found, notes=advice + found.notes)

    def _locate(self, text: str) -> "Here":
        from hqguide.market.whereabouts import locate

        return locate(self.market, self.district, text)

    @cached_property
    def _metres_from_here(self) -> Mapping[str, float]:
        from hqguide.notebook.book import Notebook

        if not Notebook(self._notebook).path.exists():
            return {}
        try:
            here = self.here()
        except GuideError:
            return {}  # A search needs no notebook; whatever is wrong with it is told when it is used.
        return self._metres_from(here) if here else {}

    def _metres_from(self, here: "Here") -> Mapping[str, float]:
        """Straight distance in metres from ``here`` to every building with a position."""
        from hqguide.market.projection import around

        if here.position is None:
            return {}
        plane = around(here.position.lat, here.position.lon)
        spots = {
            b.id: plane.metres(b.position.lat, b.position.lon) for b in self.market.buildings if b.position
        }
        return {building: hypot(*spot) for building, spot in spots.items()}

    def bom(self, path: Path, boards: int = 1, spare: float = 0.0) -> "Bom":
        """The bill of materials in ``path`` as things to buy; a file that is none is a GuideError."""
        from hqguide.bom.bill import read_bill

        return read_bill(path, self.language, boards, spare)

    def items(self, lines: Sequence["ListItem"]) -> tuple["Item", ...]:
        """List lines as the planner wants them: Chinese wording and the places that may sell each."""
        return tuple(self._item(line) for line in lines if line.state == "wanted")

    def _item(self, line: "ListItem") -> "Item":
        from hqguide.route.itinerary import Item, Offer
        from hqguide.search.phrasebook import say_aloud

        answer = self.find(line.text, limit=OFFERS_A_ITEM)
        first = answer.categories[0] if answer.categories else None
        best = max((place.score for place in answer.places), default=1.0)
        return Item(
            id=line.id,
            target_price=line.target_price,
            text=line.text,
            quantity=line.quantity,
            zh=(first.term_zh or first.name_zh) if first else "",
            pinyin=say_aloud(first, self.language) if first else "",
            offers=tuple(
                Offer(
                    place=place.place,
                    weight=round(min(1.0, place.score), 4),
                    as_of=place.as_of,
                    why=place.sells,
                    confidence=place.confidence,
                    source=place.source,
                )
                for place in answer.places
                if place.score >= WORTH_A_STOP * best
            ),
        )

    def plan(self, lines: Sequence["ListItem"], trip: "Trip") -> "Itinerary":
        """One walk that buys the wanted lines; what cannot be bought is named in the itinerary."""
        from hqguide.route.plan import plan
        from hqguide.route.verify import verify

        items = self.items(lines)
        found = plan(self.market, self.district, self.pace, items, trip, self._opening_hours)
        wrong = verify(found, self.market, self.district, self.pace, items, trip)
        if wrong:
            raise GuideError(f"the plan does not check: {'; '.join(wrong)}", hint="Please report this list.")
        return found

    def _opening_hours(self, building: str, day: date) -> "Opening":
        from hqguide.market.hours import opening

        return opening(self.market, building, day)

    def opening(self, place: str, day: date) -> "Opening":
        """Opening hours of the building ``place`` names, or of the district when it is empty."""
        from hqguide.market.hours import opening

        building = resolve(self.market, place).building if place else None
        return opening(self.market, building.id if building else None, day)

    def halls_open(self, day: date, at: str) -> "tuple[tuple[str, Openness], ...]":
        """Halls with hours on record that are or may be open at ``HH:MM``."""
        from hqguide.market.hours import halls_open

        return halls_open(self.market, day, at)

    def render(self, itinerary: "Itinerary", fmt: str) -> str:
        """``itinerary`` in the export format called ``fmt``; an unknown one is a GuideError."""
        from hqguide.export.formats import render

        return render(fmt, itinerary, self.map_of(itinerary))

    def map_of(self, itinerary: "Itinerary") -> str:
        """The district with the stops of ``itinerary`` numbered, as SVG markup."""
        from hqguide.map.marks import mark_hall
        from hqguide.map.svg import district_svg

        found = (
            mark_hall(self.market.by_id[stop.building], "en", number)
            for number, stop in enumerate(itinerary.stops, start=1)
            if stop.building
        )
        stops = [mark for mark in found if mark]
        path = [point for leg in itinerary.legs for point in leg.points]
        return district_svg(self.district, self.market, stops=stops, path=path)

    def export(self, itinerary: "Itinerary", fmt: str, path: Path, *, force: bool = False) -> None:
        """Write ``itinerary`` to ``path``; the file that is there stays whole when that fails."""
        self.save(self.render(itinerary, fmt), path, force=force)

    def save(self, text: str, path: Path, *, force: bool = False) -> None:
        """Write ``text`` to ``path``; the file that is there stays whole when that fails."""
        from hqguide.export.write import write_text

        write_text(path, text, force=force)

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
            marks=self._here_marks(),
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
            marks=self._here_marks(),
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

    def _here_marks(self) -> "tuple[Mark, ...]":
        from hqguide.map.marks import Mark

        here = self.here()
        if here is None or here.position is None:
            return ()
        at = here.position
        return (Mark(at.lat, at.lon, "You are here", here.place, at.accuracy_m),)

    @cached_property
    def _whereabouts(self) -> "Whereabouts":
        from hqguide.notebook.book import Notebook
        from hqguide.notebook.position import Whereabouts

        return Whereabouts(Notebook(self._notebook))

    def here(self) -> "Here | None":
        """Where the user said to be last, or ``None``."""
        return self._whereabouts.get()

    def set_here(self, text: str) -> "Here":
        """Read ``text`` as a place and remember it; what is no place here is a GuideError."""
        self.__dict__.pop("_metres_from_here", None)
        return self._whereabouts.set(self._locate(text))

    def forget_here(self) -> bool:
        """Forget where the user is; whether a place was set."""
        self.__dict__.pop("_metres_from_here", None)
        return self._whereabouts.forget()

    def near_here(self, count: int = 5) -> "tuple[Near, ...]":
        """The halls nearest to the place set last; none when there is none or it has no position."""
        from hqguide.market.whereabouts import from_here

        here = self.here()
        return from_here(here, self.market, count) if here else ()

    def say(self, words: str, item: str = "") -> "tuple[Phrase, ...]":
        """Shop phrases that read like ``words``, else the Chinese for a part; best first.

        ``item`` fills the slots of a phrase with its Chinese wording.
        """
        from hqguide.search.phrasebook import say

        return say(words, item, self.fieldnotes.phrases, self.language)
