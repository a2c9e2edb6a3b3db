"""The floors of a building from the top down, each with what one must know before taking the lift."""

from collections.abc import Iterator, Sequence

import msgspec

from hqguide.map.goods import best_claim, claim_words
from hqguide.map.names import Tongue
from hqguide.map.wording import say
from hqguide.market.model import Building, Floor, Stall, floor_label
from hqguide.market.pack import Market

EXACT_M = 10
# What an access note must say, and the short words for it.
_FLAGS = (
    ("hidden lift", ("hidden lift",)),
    ("no photos", ("no photo", "photographing", "filming")),
    ("stairs only", ("stairs only",)),
    ("offices", ("office floor",)),
)


class Storey(msgspec.Struct, frozen=True):
    """One floor in short: goods and year of the best statement, stalls, ways over, cautions, plan."""

    level: int
    label: str
    thing: str
    goods: str
    year: str
    stalls: int
    joined: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    plan: str


class Gap(msgspec.Struct, frozen=True):
    """Floors between two that are on record, of which nothing is."""

    words: str


def floor_thing(building: str, label: str) -> str:
    """``floor:<building>/<label>``."""
    return f"floor:{building}/{label}"


def storeys(market: Market, building: Building, language: Tongue) -> tuple[Storey, ...]:
    """The floors on record, the highest first."""
    here: dict[int | None, list[Stall]] = {}
    for stall in market.stalls_by_building.get(building.id, ()):
        here.setdefault(stall.level, []).append(stall)
    floors = sorted(building.floors, key=lambda floor: -floor.level)
    return tuple(_storey(building, floor, here.get(floor.level, ()), language) for floor in floors)


def with_gaps(rows: Sequence[Storey], language: Tongue) -> list[Storey | Gap]:
    """The floors with a word between those that do not follow each other; there is no floor 0."""
    out: list[Storey | Gap] = []
    for row in rows:
        above = out[-1] if out else None
        if isinstance(above, Storey):
            missing = [level for level in range(above.level - 1, row.level, -1) if level]
            if missing:
                first, last = floor_label(missing[-1]), floor_label(missing[0])
                key = "gap" if len(missing) > 1 else "gap-one"
                out.append(Gap(say(key, language, first=first, last=last)))
        out.append(row)
    return out


def storey_words(storey: Storey, language: Tongue) -> str:
    """A floor in one sentence: label, goods, year, stalls on record."""
    keys = {0: "no-stall", 1: "stall"}
    stalls = say(keys.get(storey.stalls, "stalls"), language, count=storey.stalls)
    year = f" ({storey.year})" if storey.year else ""
    return f"{storey.label}: {storey.goods}{year}; {stalls}"


def status_words(building: Building, language: Tongue) -> str:
    """Whether the building trades, with the date of that knowledge."""
    state = say(building.status.state, language)
    date = building.status.as_of
    return say("status", language, state=state, date=date) if date else state


def place_words(building: Building, language: Tongue) -> str:
    """How well the position is known: to about 10 m, with a radius, or not at all."""
    where = building.position
    if where is None:
        return say("place-unknown", language)
    key = "place-exact" if where.accuracy_m <= EXACT_M else "place-radius"
    return say(key, language, metres=f"{where.accuracy_m:g}")


def entrance_words(building: Building, language: Tongue) -> str:
    """The metro exits that lead to the building."""
    unknown = say("unknown-exit", language)
    exits = [
        say("exit-of", language, station=metro.station, exit=metro.exit or unknown)
        for metro in building.metro
    ]
    return say("metro", language, exits="; ".join(exits)) if exits else say("no-metro", language)


def _storey(building: Building, floor: Floor, stalls: Sequence[Stall], language: Tongue) -> Storey:
    goods, year = _sold(floor, stalls, language)
    return Storey(
        level=floor.level,
        label=floor.label,
        thing=floor_thing(building.id, floor.label),
        goods=goods,
        year=year,
        stalls=len(stalls),
        joined=tuple(
            (
                f"= {joint.building} {floor_label(joint.level)}",
                floor_thing(joint.building, floor_label(joint.level)),
            )
            for joint in floor.joined
        ),
        flags=tuple(dict.fromkeys(_flags(floor, language))),
        plan=f"# {say('has-plan', language)}" if floor.plans else "",
    )


def _sold(floor: Floor, stalls: Sequence[Stall], language: Tongue) -> tuple[str, str]:
    """Goods and year of the best statement about the floor, or else of its stalls, which then is said."""
    claim = best_claim(floor)
    if claim:
        return claim_words(claim, language), str(claim.year or say("undated", language))
    claims = [claim for stall in stalls for claim in stall.claims if claim.goods]
    if not claims:
        return say("no-evidence", language), ""
    goods = ", ".join(dict.fromkeys(claim_words(claim, language) for claim in claims))
    return say("by-stalls", language, goods=goods), str(max(c.year or 0 for c in claims) or "")


def _flags(floor: Floor, language: Tongue) -> Iterator[str]:
    for note in floor.access:
        words = note.casefold()
        found = [key for key, signs in _FLAGS if any(sign in words for sign in signs)]
        # A note that goes on with "but" reports sources that disagree.
        doubt = "?" if ", but " in words else ""
        yield from (f"{say(key, language)}{doubt}" for key in found)
        if not found and not (floor.joined and "joined" in words):
            yield say("access", language)
