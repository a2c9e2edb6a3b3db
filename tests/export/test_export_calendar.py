import msgspec
import pytest
import vobject
from hypothesis import given, settings

from hqguide.errors import GuideError
from hqguide.export.course import course_of
from hqguide.export.handout import Handout
from hqguide.export.ics import to_ics
from tests.export.export_handouts import SPICY, at, dated, hostile, placed
from tests.export.export_plans import filled, plan


def events(handout: Handout) -> list[vobject.base.Component]:
    """The events of the calendar of ``handout``, as another program reads them."""
    return list(vobject.readOne(to_ics(handout)).vevent_list)


def test_another_program_reads_an_event_for_the_walk_and_one_for_every_stop() -> None:
    walk, *stops = events(placed())
    assert walk.summary.value == "Huaqiangbei walk, 2026-11-23"
    assert walk.transp.value == "TRANSPARENT"
    assert [stop.summary.value[:2] for stop in stops] == ["1.", "2.", "3."]
    first = stops[0]
    assert first.dtstart.value.isoformat() == "2026-11-23T10:00:00+08:00"
    assert first.dtend.value.isoformat() == "2026-11-23T10:09:00+08:00"
    assert first.geo.value == "21.5;114.5"
    assert "100 × 0.1 uF 50 V X7R 0603 capacitor · 贴片电容" in first.description.value
    assert first.location.value.endswith("1F · counter 3100")


def test_the_time_is_that_of_shanghai_and_the_zone_is_in_the_file() -> None:
    text = to_ics(placed())
    assert "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n" in text
    assert "DTSTART;TZID=Asia/Shanghai:20261123T100000" in text
    zone = vobject.readOne(text).vtimezone
    assert zone.standard.tzoffsetto.value == "+0800"


def test_lines_end_in_crlf_and_are_75_octets_at_most() -> None:
    data = to_ics(dated(hostile())).encode()
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # folding must not cut a character


@settings(max_examples=60)
@given(SPICY)
def test_no_text_becomes_a_property_or_a_component(text: str) -> None:
    handout = dated(Handout(filled(text), positions={text: at(0, text)}))
    walk, stop = events(handout)
    told = course_of(handout).stops[0]
    assert stop.description.value == "\n".join(told.lines)
    assert stop.summary.value == told.title
    assert {child.name for child in stop.getChildren()} <= {
        *("SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DTSTAMP", "UID", "GEO", "LOCATION")
    }
    assert walk.summary.value == course_of(handout).title


def test_a_line_break_in_a_name_cannot_start_a_property() -> None:
    (_, stop) = events(dated(Handout(filled("a\r\nATTENDEE:mailto:x@example.invalid\r\nEND:VEVENT"))))
    assert "attendee" not in stop.contents
    assert "a ATTENDEE:mailto:x@example.invalid END:VEVENT" in stop.summary.value


def test_the_same_plan_gives_the_same_file_and_another_plan_other_ids() -> None:
    assert to_ics(placed()) == to_ics(placed())
    ids = {event.uid.value for event in events(placed())}
    assert len(ids) == 4
    assert not ids & {event.uid.value for event in events(placed(4))}


def test_a_walk_past_midnight_goes_on_on_the_next_day() -> None:
    walk = plan(3)
    times = (("23:30", "23:50"), ("23:55", "00:10"), ("00:20", "00:20"))
    stops = tuple(
        msgspec.structs.replace(stop, arrive=arrive, leave=leave)
        for stop, (arrive, leave) in zip(walk.stops, times, strict=True)
    )
    late = msgspec.structs.replace(walk, stops=stops, depart="23:00")
    _, one, two, three = events(Handout(late))
    assert one.dtstart.value.isoformat() == "2026-11-23T23:30:00+08:00"
    assert two.dtend.value.isoformat() == "2026-11-24T00:10:00+08:00"
    assert three.dtstart.value.isoformat() == "2026-11-24T00:20:00+08:00"
    assert "dtend" not in three.contents


def test_a_stop_without_a_time_takes_the_whole_day() -> None:
    (_, stop) = events(dated(Handout(filled("x"))))
    assert stop.dtstart.value.isoformat() == "2026-11-23"


@pytest.mark.parametrize("date", ["", "tomorrow", "2026-02-30", "0001-01-01", "9999-12-31", "1991-09-15"])
def test_a_walk_without_a_day_is_no_calendar(date: str) -> None:
    with pytest.raises(GuideError, match="day of the walk") as caught:
        to_ics(Handout(msgspec.structs.replace(plan(), date=date)))
    assert "--on" in caught.value.hint
