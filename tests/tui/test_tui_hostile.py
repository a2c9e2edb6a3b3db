"""Data with markup and control characters goes through every widget and paints nothing but text."""

import re

import pytest
from msgspec.structs import replace
from textual.content import Content

from hqguide.search.answer import Answer, CategoryHit
from hqguide.tui.app import GuideApp
from tests.tui.fake_guide import HALLS, OLD, PLACES, STALLS, FakeGuide
from tests.tui.seeing import loaded, screen_text, shows, type_text

EVIL = "[/pcs] [b]x[/b] [@click=app.quit]\x1b[31mred\x1b]0;t\x07\u202e\u2028\r\n\t$x"
SAFE = "[/pcs] [b]x[/b] [@click=app.quit][31mred]0;t"
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]")


@pytest.fixture
def evil(guide: FakeGuide) -> FakeGuide:
    """The synthetic guide with every word of its data hostile."""
    hit = replace(
        PLACES[0], building_name=EVIL, name=EVIL, sells=EVIL, note=EVIL, method=EVIL, source=EVIL,
        confidence=EVIL, as_of=EVIL, counter=EVIL, floor=EVIL,
        older=(replace(OLD, sells=EVIL, note=EVIL, source=EVIL),),
    )  # fmt: skip
    category = CategoryHit("resistor", EVIL, EVIL, EVIL, 1.0, EVIL)
    guide.answers["evil"] = Answer("evil", "place", (category,), (hit,), (hit,), (EVIL,))
    guide.answers["none"] = Answer(EVIL, "category", (category,), notes=(EVIL,))
    guide.answers["nothing"] = Answer(EVIL, "nothing", notes=(EVIL,))
    hall = replace(HALLS[0], name=replace(HALLS[0].name, zh=EVIL, en=EVIL), notes=EVIL)
    manifest = replace(guide.market.manifest, name=EVIL)
    stall = replace(STALLS[0], name=replace(HALLS[0].name, zh=EVIL, en=EVIL))
    guide.__dict__["market"] = replace(
        guide.market, buildings=(hall, *HALLS[1:]), stalls=(stall,), manifest=manifest
    )
    return guide


def check(app: GuideApp) -> None:
    """Only text stands on the screen."""
    assert not UNSAFE.search(screen_text(app))


async def test_hostile_answers_are_plain_text(evil: FakeGuide) -> None:
    app = GuideApp(opener=lambda: evil)
    async with app.run_test(size=(200, 60), notifications=True) as pilot:
        await loaded(pilot, app)
        await shows(pilot, SAFE)
        check(app)
        for query in ("evil", "none", "nothing"):
            await type_text(pilot, query)
            await shows(pilot, SAFE)
            check(app)
            await pilot.press("escape")


async def test_hostile_lists_walks_and_halls_are_plain_text(evil: FakeGuide) -> None:
    evil.answers["[/pcs] [b]x"] = evil.answers["evil"]
    evil.lists.add("[/pcs] [b]x", note="[/note] [@click=app.quit]")
    app = GuideApp(opener=lambda: evil)
    async with app.run_test(size=(200, 60), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "1x [/pcs] [b]x", "[/note] [@click=app.quit]", SAFE)
        check(app)
        await pilot.press("d")
        await shows(pilot, "Deleted: 1x [/pcs] [b]x")
        await pilot.press("u", "f8")
        await shows(pilot, "1x [/pcs] [b]x")
        check(app)
        await pilot.press("f6", "n")
        await shows(pilot, SAFE)
        check(app)
        await pilot.press("enter", "up")
        await shows(pilot, SAFE, "1 stall on record")
        check(app)
        await pilot.press("enter", "n", "n", "n", "n", "enter")
        await shows(pilot, SAFE, "2957")
        check(app)


async def test_no_widget_reads_markup(evil: FakeGuide, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = Content.from_markup.__func__  # type: ignore[attr-defined]

    def watched(cls: type[Content], /, markup: str | Content, **variables: object) -> Content:
        read.append(str(markup))
        content: Content = real(cls, markup, **variables)
        return content

    monkeypatch.setattr(Content, "from_markup", classmethod(watched))
    app = GuideApp(opener=lambda: evil)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "evil")
        await pilot.press("down", "enter")
        await shows(pilot, "On the list")
    assert not [text for text in read if "pcs" in text]
