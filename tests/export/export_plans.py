"""Synthetic plans for the export tests. No hall, counter or price in them exists."""

import msgspec

from hqguide.route.itinerary import Itinerary, LeftOut, Leg, Stop, StopItem, Total

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror="alert(1)">',
    "' onclick='alert(1)",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "*bold* _it_ `code` ~~gone~~ [link](javascript:alert(1)) ![i](x) | a | $x$",
    "# heading",
    "- [x] - list",
    "1. one",
    "---",
    "> quote &lt; &#60; &amp; R&D",
    "line one\n# line two\r\n\r\n    code",
    "see https://example.invalid/a?b=c and www.example.invalid or a@example.invalid",
    "right\u202eto left\u202c, zero\u200bwidth, \x1b[31mred\x00",
    "emoji 🔌🧲 👩‍🔧",
    "]]> --> <!-- </style></script></textarea>",
    "trailing \\",
    "",
)
LONG = "很长的名字" * 40 + "AVeryLongWordWithoutABreak" * 12


GOODS = (
    ("0.1 uF 50 V X7R 0603 capacitor", "贴片电容", "tiēpiàn diànróng", 100),
    ("USB-C connector, 16 pin", "USB-C母座", "USB-C mǔzuò", 20),
    ("Soldering iron tip, K type", "烙铁头", "làotiětóu", 3),
    ("STM32F103C8T6", "单片机", "dānpiànjī", 5),
    ("Heat-shrink tube 3 mm", "热缩管", "rèsuōguǎn", 1),
)


def wanted(number: int, second: bool) -> StopItem:
    """The ``number``-th of the synthetic goods; the second item of a stop has a fallback."""
    text, zh, pinyin, quantity = GOODS[number % len(GOODS)]
    return StopItem(text, quantity, zh, pinyin, "synthetic-hall/4F/4001" if second else None)


def stop(number: int, items: int) -> Stop:
    """One stop of the synthetic hall; some have no known floor, counter, name or date."""
    floor = f"{number % 5 + 1}F"
    clock = 600 + 14 * number
    return Stop(
        place=f"synthetic-hall/{floor}/{3100 + number}",
        building="synthetic-hall",
        building_name="合成电子城 Synthetic Hall (test only)",
        floor=floor if number != 2 else None,
        counter=str(3100 + number) if number % 4 != 3 else None,
        name="样品电子 Sample Electronics" if number % 2 else None,
        arrive=f"{clock // 60}:{clock % 60:02d}",
        leave=f"{(clock + 9) // 60}:{(clock + 9) % 60:02d}",
        items=tuple(wanted(number + i, i == 1) for i in range(items)),
        why="sign reads 贴片电容, 连接器",
        as_of="2013-04-14" if number != 1 else None,
        source="synthetic-source",
    )


def leg(number: int, walk: list[Stop]) -> Leg:
    """The way to stop ``number`` of ``walk``."""
    start = walk[number - 1].place if number else "Synthetic station, exit A"
    how = f"escalator to {number % 5 + 1}F, then left to row {number + 1}"
    return Leg(start, walk[number].place, 310.0 - 5 * number, 260.0, how)


def plan(stops: int = 3, items: int = 2) -> Itinerary:
    """A tidy plan of a synthetic hall with ``stops`` stops of ``items`` items each."""
    walk = [stop(number, items) for number in range(stops)]
    legs = [leg(number, walk) for number in range(stops)]
    legs.append(
        Leg(walk[-1].place if walk else "", "Synthetic station, exit A", 1210.0, 960.0, "back to exit A")
    )
    return Itinerary(
        start="Synthetic station, exit A (华强路站A口)",
        date="2026-11-23",
        depart="10:00",
        stops=tuple(walk),
        legs=tuple(legs),
        total=Total(seconds=7980.0, metres=1930.0, cost=186.5),
        unplaced=(LeftOut("nickel strip 8 mm", "no record of where", "镍带", "niè dài"),),
        dropped=(LeftOut("desk microscope", "does not fit the time budget of 2 h", "显微镜", "xiǎnwēijìng"),),
        warnings=("Synthetic Hall closes at 18:00; the last stop is at 17:40.",),
        assumptions=("walking 1.2 m/s outside, 1.0 m/s inside", "60 s a stop and 10 s an item"),
        nearest_first_seconds=9120.0,
        proven=True,
    )


def asked() -> Itinerary:
    """One of three walks of one plan; its item is asked for at two stops, the second not open yet."""
    one, two = plan(2, 1).stops
    item = msgspec.structs.replace(one.items[0], id=7, price=0.5, quote=1, quotes=2, fallback=None)
    again = msgspec.structs.replace(item, quote=2, price=None)
    stops = (
        msgspec.structs.replace(one, items=(item,)),
        msgspec.structs.replace(two, items=(again,), wait=300.0),
    )
    return msgspec.structs.replace(plan(2, 1), stops=stops, part=2, parts=3)


def hostile_plan() -> Itinerary:
    """A plan in which every text is hostile or far too long."""
    stops = tuple(
        Stop(
            place=text,
            building=text,
            building_name=text,
            floor=text,
            counter=text,
            name=text,
            arrive=text,
            leave=text,
            items=(StopItem(text, 10**9, text, text, text),),
            why=text,
            as_of=text,
            source=text,
        )
        for text in (*HOSTILE, LONG)
    )
    left = tuple(LeftOut(text, text, text, text) for text in HOSTILE)
    return Itinerary(
        start=HOSTILE[1],
        date=HOSTILE[0],
        depart=HOSTILE[2],
        stops=stops,
        legs=tuple(Leg(text, text, 0.0, 30.0, text) for text in HOSTILE),
        total=Total(0.0, 0.0),
        unplaced=left,
        dropped=left,
        warnings=(*HOSTILE, LONG),
        assumptions=HOSTILE,
    )


def filled(datum: str) -> Itinerary:
    """A plan in which every text is ``datum``."""
    stop = Stop(
        datum,
        datum,
        datum,
        datum,
        datum,
        datum,
        datum,
        datum,
        (StopItem(datum, 2, datum, datum, datum),),
        datum,
        datum,
        datum,
    )
    left = (LeftOut(datum, datum, datum, datum),)
    leg = Leg(datum, datum, 1.0, 60.0, datum)
    return Itinerary(datum, datum, datum, (stop,), (leg, leg), Total(60, 1), left, left, (datum,), (datum,))
