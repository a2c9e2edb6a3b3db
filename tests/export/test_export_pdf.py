import builtins
from io import BytesIO
from typing import Any

import msgspec
import pytest
import zxingcpp
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from hqguide.errors import GuideError
from hqguide.export.handout import Handout
from hqguide.export.pdf import to_pdf
from hqguide.export.qr_text import texts
from hqguide.route.itinerary import Itinerary, Stop, Total
from tests.export.export_plans import asked, hostile_plan, plan

MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="hq-map" viewBox="0 0 360 240"><title>t</title>'
    '<style>.x{}</style><path class="r0" fill="none" stroke="currentColor" d="M0 0L360 240"/>'
    '<text class="hall" x="20" y="30">synthetic hall 合成</text>'
    '<text class="on-accent" x="40" y="50" text-anchor="middle">7</text>'
    '<text class="street" x="9 9" y="60 70">华强</text>'
    '<text class="street" text-anchor="middle" transform="translate(90 90) rotate(-90)">turned</text></svg>'
)


def made(itinerary: Itinerary | None = None, **pictures: Any) -> bytes:
    return to_pdf(Handout(itinerary or plan(), **pictures))


def pages(data: bytes) -> list[str]:
    """The words of each page as PDFium reads them."""
    with PdfDocument(data) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def words(data: bytes) -> str:
    return " ".join(pages(data))


@pytest.fixture(scope="module")
def paper() -> bytes:
    return made(map_svg=MAP, floors={plan().stops[0].place: MAP, plan().stops[1].place: MAP})


def test_the_walk_is_told_stop_by_stop_with_all_that_is_needed_there(paper: bytes) -> None:
    text = words(paper)
    for part in (
        "Huaqiangbei walk 2026-11-23 Monday",
        "Start 10:00 Synthetic station, exit A (华强路站A口)",
        "Time 2 h 13 min",
        "On foot 1.9 km",
        "Cost ¥186.50",
        "1. 合成电子城 Synthetic Hall (test only)",
        "1F Counter 3100 10:00–10:09",
        "Floor not known",
        "贴片电容 ×100",
        "tiēpiàn diànróng 0.1 uF 50 V X7R 0603 capacitor",
        "If not here: synthetic-hall/4F/4001",
        "sign reads 贴片电容, 连接器 · as of 2013-04-14 · synthetic-source",
        "undated",
        "镍带",
        "no record of where",
        "does not fit the time budget of 2 h",
        "Synthetic Hall closes at 18:00",
        "walking 1.2 m/s outside",
        "synthetic hall 合成",
    ):
        assert part in text


def test_every_page_has_its_number_and_the_cards_stand_after_the_stops(paper: bytes) -> None:
    printed = pages(paper)
    assert all(
        f"Huaqiangbei walk 2026-11-23 · {at}/{len(printed)}" in text for at, text in enumerate(printed, 1)
    )
    (cards,) = [text for text in printed if "làotiětóu" in text and "Counter" not in text]
    assert "显微镜" in cards


def test_only_a_subset_of_one_open_font_is_embedded(paper: bytes) -> None:
    fonts: dict[str, Any] = {}
    for page in PdfReader(BytesIO(paper)).pages:
        found: Any = page["/Resources"]
        fonts |= {name: font.get_object() for name, font in found["/Font"].items()}
    assert {font["/BaseFont"].split("+")[1] for font in fonts.values()} == {"NotoSansSC"}
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
    assert len(to_pdf(Handout(plan()))) < 120_000


def test_every_code_on_paper_is_read_back_from_the_printed_page() -> None:
    walk = plan(12, 5)
    with PdfDocument(made(walk)) as document:
        seen = [zxingcpp.read_barcodes(page.render(scale=2).to_numpy()) for page in document]
    read = {code.text for codes in seen for code in codes}
    assert len(read) > 1
    assert read == set(texts(walk))


def test_equal_plans_give_equal_bytes_and_the_day_of_the_walk_as_their_date(paper: bytes) -> None:
    assert to_pdf(Handout(plan())) == to_pdf(Handout(plan()))
    undated = made(msgspec.structs.replace(plan(1), date="soon"))
    for data, day in ((paper, "2026-11-23"), (undated, "2000-01-01")):
        about = PdfReader(BytesIO(data)).metadata
        assert about is not None
        assert str(about.creation_date).startswith(day)


def test_hostile_texts_and_characters_without_a_glyph_do_no_harm(caplog: pytest.LogCaptureFixture) -> None:
    data = made(hostile_plan())
    reader = PdfReader(BytesIO(data))
    assert "<script>alert(1)</script>" in words(data)
    assert "emoji □□ □□□" in words(data)
    assert not any(page.get("/Annots") for page in reader.pages)
    assert "/JavaScript" not in str(reader.trailer["/Root"])
    assert not [record for record in caplog.records if "missing" in record.message]


def test_prices_waits_and_the_part_of_a_divided_walk_are_told() -> None:
    text = words(made(asked()))
    assert "Monday · Person 2/3" in text
    assert "Ask the price: 1/2 Price known or wished: ¥0.50" in text
    assert "Opens later: wait 5 min" in text


@pytest.mark.parametrize(
    "zh", ["模拟芯片 LM358", "贴片电阻 10k 0603", "ESP32模组 esp32", "贴片电容 100nF 0603 X7R 50V"]
)
def test_a_card_never_cuts_the_words_the_seller_must_read(zh: str) -> None:
    stop = plan().stops[0]
    walk = msgspec.structs.replace(
        plan(),
        stops=(msgspec.structs.replace(stop, items=(msgspec.structs.replace(stop.items[0], zh=zh),)),),
        legs=plan().legs[:1],
    )
    (cards,) = [text for text in pages(made(walk)) if zh in text and "Counter" not in text]
    assert "…" not in cards


def test_a_picture_is_clipped_to_its_frame() -> None:
    data = made(map_svg=MAP.replace("M0 0L360 240", "M-900 -900L900 900"))
    with PdfDocument(data) as document:
        margin = document[0].render(scale=2).to_pil().crop((0, 0, 40, 1600))
    assert margin.convert("L").getextrema() == (255, 255)


def test_a_bare_plan_says_what_is_not_known() -> None:
    stop = Stop("h", "synthetic-hall", "", None, None, None, "10:00", "10:05", (), "", None, "")
    text = words(made(itinerary=Itinerary("", "", "", (stop,), (), Total(0, 0))))
    assert "1. synthetic-hall" in text
    for unknown in ("Floor not known", "Counter not known", "undated", "source not given"):
        assert unknown in text
    assert "Cost" not in text
    assert "For a companion" in text


def test_a_plan_with_nothing_on_it_is_one_page_without_codes() -> None:
    (page,) = pages(made(Itinerary("", "", "", (), (), Total(0, 0))))
    assert "companion" not in page


def test_the_words_of_the_paper_are_chinese_when_asked_for() -> None:
    data = made(language="zh")
    assert str(PdfReader(BytesIO(data)).root_object["/Lang"]) == "zh"
    text = words(data)
    assert "华强北采购路线" in text
    assert "柜台 3100" in text


@pytest.mark.parametrize("missing", ["fpdf", "pylopdf_fonts_zh_cn"])
def test_without_the_extra_the_error_names_it(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == missing:
            raise ImportError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(GuideError) as caught:
        to_pdf(Handout(plan()))
    assert missing in caught.value.what
    assert "pip install -e '.[print]'" in str(caught.value.hint)
