"""The phone page driven in a real browser at the size of a phone and of a laptop, without a network."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Page

from tests.browser.conftest import Phone

SIZES = [(390, 844), (1280, 800)]
ROLES = {"button", "checkbox", "textbox", "link", "dialog", "image", "DisclosureTriangle", "region"}
SMALLEST = 44
CONTROLS = "button, input, summary, textarea, a"
NO_STORE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"


def nodes(page: Page) -> list[tuple[str, str]]:
    """Role and name of what the accessibility tree shows."""
    tree: dict[str, Any] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree["nodes"]
        if not node.get("ignored")
    ]


def violations(page: Page) -> list[str]:
    """What axe-core objects to, with the first element of each."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['any'][:1]}" for one in found]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_ticks_and_notes_are_there_again_after_the_browser_was_closed(
    kept_phone: Phone, pages: Path, width: int, height: int
) -> None:
    page = kept_phone.open(pages / "walk.html", width, height)
    page.get_by_role("checkbox", name="Bought 贴片电容").check()
    page.get_by_role("checkbox", name="Not found USB-C母座").first.check()
    page.get_by_role("textbox", name="Note").first.fill("moved to 4F")
    assert page.get_by_role("status").inner_text() == "1 of 8 bought, 1 not found"

    page = kept_phone.open(pages / "walk.html", width, height)
    assert page.get_by_role("status").inner_text() == "1 of 8 bought, 1 not found"
    assert page.get_by_role("checkbox", name="Bought 贴片电容").is_checked()
    assert page.get_by_role("checkbox", name="Not found USB-C母座").first.is_checked()
    assert page.get_by_role("textbox", name="Note").first.input_value() == "moved to 4F"
    assert page.locator(".stop.done .num").inner_text() == "1"
    assert page.locator(".stop.now .num").inner_text() == "2"
    assert not kept_phone.wrong


@pytest.mark.parametrize("name", ["walk.html", "real.html", "hostile.html"])
def test_no_request_leaves_and_nothing_goes_wrong(phone: Phone, pages: Path, name: str) -> None:
    page = phone.open(pages / name)
    for button in ("Next stop", "中文", "English", "Result as text"):
        page.get_by_role("button", name=button, exact=True).click()
    page.get_by_role("button", name="Close").click()
    page.locator(".codes summary").click()
    page.locator(".items button").first.click()
    page.get_by_role("button", name="Bought", exact=True).click()
    own = (pages / name).as_uri()
    assert phone.asked[0] == own
    assert {address for address in phone.asked if not address.startswith("data:image/png")} == {own}
    assert not phone.wrong


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_card_shows_the_chinese_as_large_as_it_fits(
    phone: Phone, pages: Path, width: int, height: int
) -> None:
    page = phone.open(pages / "walk.html", width, height)
    page.locator(".items button").first.click()
    card = page.get_by_role("dialog", name="贴片电容")
    assert card.is_visible()
    assert card.get_by_text("tiēpiàn diànróng").is_visible()
    big = page.locator("#big")
    size = big.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert size > min(width, height) / 6
    assert big.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
    assert big.evaluate("one => one.offsetHeight <= one.parentElement.clientHeight")
    page.get_by_role("button", name="Not found", exact=True).click()
    assert not card.is_visible()
    assert page.get_by_role("status").inner_text() == "0 of 8 bought, 1 not found"
    assert page.evaluate("document.activeElement.id") == "i0.0"


def test_bought_and_not_found_exclude_each_other(phone: Phone, pages: Path) -> None:
    page = phone.open(pages / "walk.html")
    bought = page.get_by_role("checkbox", name="Bought 贴片电容")
    missing = page.get_by_role("checkbox", name="Not found 贴片电容")
    bought.check()
    missing.check()
    assert not bought.is_checked()
    bought.check()
    assert not missing.is_checked()
    bought.uncheck()
    assert page.get_by_role("status").inner_text() == "0 of 8 bought"


def test_the_ticks_are_told_to_the_laptop_as_text_and_as_a_file(
    phone: Phone, pages: Path, tmp_path: Path
) -> None:
    page = phone.open(pages / "real.html")
    first, second = page.locator(".tick").all()[:2]
    first.check()
    second.locator("xpath=following-sibling::input").check()
    page.get_by_role("button", name="Ticks for the laptop").click()
    content = page.locator("#text").input_value()
    told = json.loads(content)
    assert told == {
        "hqguide": "ticks",
        "version": 1,
        "route": page.locator("html").get_attribute("data-plan"),
        "items": [
            {"id": int(box.get_attribute("data-id") or 0), "text": words, "state": state}
            for box, words, state in zip(
                (first, second),
                page.locator(".items button > span").all_inner_texts(),
                ("bought", "not found"),
                strict=False,
            )
        ],
    }
    assert all(item["id"] for item in told["items"])
    with page.expect_download() as caught:
        page.get_by_role("button", name="Save file").click()
    caught.value.save_as(tmp_path / "ticks.json")
    assert (tmp_path / "ticks.json").read_text("utf-8") == content
    assert caught.value.suggested_filename == f"hqguide-{told['route']}.json"


def test_a_line_asked_for_at_two_stops_is_bought_at_one_and_not_found_only_at_both(
    phone: Phone, pages: Path
) -> None:
    page = phone.open(pages / "asked.html")
    ticks, misses = page.locator(".stop .tick"), page.locator(".stop .miss")

    def states() -> list[str]:
        page.locator("#ticked").click()
        told = json.loads(page.locator("#text").input_value())
        page.locator("#report .close").click()
        return [item["state"] for item in told["items"]]

    assert states() == []
    misses.first.check()
    assert states() == []
    misses.last.check()
    assert states() == ["not found"]
    ticks.first.check()
    assert states() == ["bought"]
    misses.last.uncheck()
    assert states() == ["bought"]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", ["walk.html", "real.html", "hostile.html"])
def test_every_control_has_a_name_and_the_page_its_landmarks(
    phone: Phone, pages: Path, name: str, width: int, height: int
) -> None:
    found = nodes(phone.open(pages / name, width, height))
    assert [role for role, words in found if role in ROLES and not words.strip()] == []
    assert {"main", "banner", "contentinfo", "heading", "checkbox", "status"} <= {role for role, _ in found}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["walk.html", "real.html"])
def test_axe_finds_nothing_to_object_to(phone: Phone, pages: Path, name: str, dark: bool) -> None:
    page = phone.open(pages / name, dark=dark)
    page.locator(".tick").first.check()
    page.locator(".miss").nth(1).check()
    page.locator(".codes summary").click()
    assert violations(page) == []
    page.get_by_role("button", name="中文").click()
    assert violations(page) == []
    page.locator(".items button").first.click()
    assert violations(page) == []
    page.locator("#card .close").click()
    page.locator("#ticked").click()
    assert violations(page) == []


@pytest.mark.parametrize("name", ["walk.html", "real.html", "hostile.html"])
def test_everything_to_touch_is_44_pixels_and_nothing_is_wider_than_the_phone(
    phone: Phone, pages: Path, name: str
) -> None:
    page = phone.open(pages / name)
    small = page.locator(CONTROLS).evaluate_all(
        """(all, smallest) => all.filter(one => one.checkVisibility()).filter(one => {
            const box = one.getBoundingClientRect();
            return Math.min(box.width, box.height) < smallest;
        }).map(one => one.outerHTML.slice(0, 120))""",
        SMALLEST,
    )
    assert page.locator(CONTROLS).count() > 10
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_where_the_browser_keeps_nothing_the_page_works_and_says_so(phone: Phone, pages: Path) -> None:
    page = phone.open(pages / "walk.html", before=NO_STORE)
    assert page.get_by_text("This browser keeps nothing").is_visible()
    page.locator(".tick").first.check()
    assert page.get_by_role("status").inner_text() == "1 of 8 bought"
    assert not phone.wrong


def test_the_words_of_the_page_change_with_the_language(kept_phone: Phone, pages: Path) -> None:
    page = kept_phone.open(pages / "walk.html")
    page.get_by_role("button", name="中文").click()
    assert page.get_by_role("status").inner_text() == "已买 0/8"
    assert page.locator("html").get_attribute("lang") == "zh"
    page = kept_phone.open(pages / "walk.html")
    assert page.get_by_role("heading", name="华强北采购路线").is_visible()


def test_a_keyboard_reaches_the_controls_and_shows_where_it_is(phone: Phone, pages: Path) -> None:
    page = phone.open(pages / "walk.html", 1280, 800)
    seen = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        width = "getComputedStyle(document.activeElement).outlineWidth"
        seen.add((page.evaluate("document.activeElement.tagName"), page.evaluate(width)))
    assert {tag for tag, _ in seen} >= {"BUTTON", "INPUT"}
    assert {outline for _, outline in seen} == {"3px"}


def test_paper_has_the_stops_and_no_buttons_of_the_screen(phone: Phone, pages: Path) -> None:
    page = phone.open(pages / "real.html")
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert not page.locator("footer").is_visible()
    assert page.locator(".stop h2").first.is_visible()
    assert page.locator(".map svg").is_visible()
    assert page.locator(".tick").first.is_visible()


def test_a_floor_drawn_once_looks_the_same_at_every_stop_on_it(phone: Phone, pages: Path) -> None:
    page = phone.open(pages / "shared.html", 1280, 800)
    assert page.locator("use").count() == 2
    drawn, *again = [
        Image.open(BytesIO(one.screenshot())).convert("L").resize((85, 80))
        for one in page.locator(".plan svg.hq-map").all()
    ]
    # They stand at different fractions of a pixel, so they are compared from afar.
    apart = [ImageStat.Stat(ImageChops.difference(drawn, other)).mean[0] for other in again]
    assert len(apart) == 2
    assert max(apart) < 0.5
    assert ImageStat.Stat(drawn).stddev[0] > 10
    heights = page.locator(".plan svg.hq-map").evaluate_all("all => all.map(one => one.getBBox().height)")
    assert min(heights) > 100
