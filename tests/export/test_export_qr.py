import importlib
import re
from types import ModuleType

import numpy as np
import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hqguide.export.handout import Handout
from hqguide.export.prepare import clean
from hqguide.export.qr import MARGIN, ROOM, drawn, images, limit_for, matrices, to_qr
from hqguide.export.qr_text import LIMIT, texts
from hqguide.route.itinerary import Itinerary
from tests.export.export_plans import filled, hostile_plan, plan
from tests.machine_tools import do_without

PLANS = {"short": plan(), "long": plan(40, 5), "hostile": hostile_plan(), "empty": plan(0)}
HALVES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}

Pixels = NDArray[np.uint8]


def picture(matrix: tuple[tuple[int, ...], ...] | list[list[int]], scale: int = 4) -> Pixels:
    """The code as a grey picture."""
    dark = np.kron(np.array(matrix, dtype=np.uint8), np.ones((scale, scale), dtype=np.uint8))
    return (255 * (1 - dark)).astype(np.uint8)


def modules(text: str) -> list[list[list[int]]]:
    """The modules of codes printed as half blocks."""
    found: list[list[list[int]]] = []
    for line in text.splitlines():
        if "/" in line:
            found.append([])
            continue
        pairs = [HALVES[char] for char in line]
        found[-1] += [[upper for upper, _ in pairs], [lower for _, lower in pairs]]
    return found


@pytest.fixture(scope="module")
def zbar() -> ModuleType:
    """The ZBar reader; its library is a package of the machine."""
    try:
        return importlib.import_module("pyzbar.pyzbar")
    except ImportError:
        do_without("no ZBar on this machine (apt-get install libzbar0)")


@pytest.mark.parametrize("name", PLANS)
def test_zbar_reads_every_code_back(zbar: ModuleType, name: str) -> None:
    read = []
    for matrix in matrices(PLANS[name]):
        pixels = picture(matrix)
        tall, wide = pixels.shape
        (symbol,) = zbar.decode((pixels.tobytes(), wide, tall), symbols=[zbar.ZBarSymbol.QRCODE])
        read.append(symbol.data.decode())
    assert tuple(read) == texts(PLANS[name])


@pytest.mark.parametrize("name", PLANS)
def test_another_reader_reads_every_code_back_from_what_the_terminal_prints(name: str) -> None:
    printed = modules(drawn(PLANS[name]))
    read = [zxingcpp.read_barcodes(picture(code))[0].text for code in printed]
    assert tuple(read) == texts(PLANS[name])


def test_the_route_is_told_in_few_words() -> None:
    (told,) = texts(plan(2))
    assert told.splitlines() == [
        "HQ 2026-11-23 1/1",
        "1 合成电子城 1F 3100",
        "-贴片电容 x100",
        "-USB-C母座 x20",
        "2 合成电子城 2F 3101",
        "-USB-C母座 x20",
        "-烙铁头 x3",
        "?",
        "-镍带",
        "-显微镜",
    ]


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=400), st.integers(90, 600))
def test_every_piece_fits_its_code_and_says_which_it_is(text: str, limit: int) -> None:
    found = texts(filled(text), limit)
    assert all(len(piece.encode()) <= limit for piece in found)
    heads = [piece.splitlines()[0] if piece else "" for piece in found]
    assert all(head.endswith(f" {at}/{len(found)}") for at, head in enumerate(heads, 1))


def test_a_plan_with_nothing_on_it_has_no_code() -> None:
    nothing = Itinerary("", "2026-11-23", "", (), (), plan().total)
    assert texts(nothing) == ()
    assert images(nothing) == ()


def test_every_item_is_in_some_piece_under_the_name_of_its_stop() -> None:
    walk = clean(plan(30, 5))
    stops: dict[str, list[str]] = {}
    for piece in texts(walk):
        title = ""
        for line in piece.splitlines()[1:]:
            if not line.startswith("-"):
                title = line
            stops.setdefault(title, []).extend([line] if line.startswith("-") else [])
    assert list(stops) == [
        f"{number} 合成电子城 {' '.join(filter(None, (stop.floor, stop.counter)))}"
        for number, stop in enumerate(walk.stops, 1)
    ] + ["?"]
    assert [len(lines) for lines in stops.values()] == [5] * 30 + [2]


def test_a_code_fits_eighty_columns_with_its_margin() -> None:
    full = Itinerary("", "2026-11-23", "", plan(40, 5).stops, (), plan().total)
    assert max(len(piece.encode()) for piece in texts(full)) > LIMIT - 60
    assert max(len(matrix) for matrix in matrices(full)) <= 80
    for matrix in matrices(full):
        assert not any(matrix[row][column] for row in range(MARGIN) for column in range(len(matrix)))


@pytest.mark.parametrize(("version", "room"), ROOM.items())
def test_a_version_holds_the_bytes_it_is_said_to_and_no_more(version: int, room: int) -> None:
    sizes = [
        segno.make("电" * 10 + "x" * (count - 30), encoding="utf-8", eci=True, error="l", micro=False).version
        for count in (room, room + 1)
    ]
    assert sizes == [version, version + 1]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (80, 40), (60, 50), (200, 60)])
@pytest.mark.parametrize("name", ["short", "long"])
def test_codes_fit_the_screen_with_their_number(name: str, columns: int, rows: int) -> None:
    text = drawn(PLANS[name], limit=limit_for(columns, rows))
    codes = [code.splitlines() for code in re.split(r"^\d+/\d+\n", text, flags=re.MULTILINE)[1:]]
    assert max(len(line) for code in codes for line in code) <= columns
    assert max(map(len, codes)) < rows


def test_a_screen_too_small_for_any_code_gets_the_smallest() -> None:
    assert limit_for(20, 10) == limit_for(80, 24, ascii_only=True) == ROOM[5]
    assert limit_for(200, 90, ascii_only=True) == LIMIT


def test_on_a_terminal_the_codes_are_black_on_white_whatever_its_colours() -> None:
    plain, coloured = drawn(plan()).splitlines(), drawn(plan(), coloured=True).splitlines()
    assert coloured[0] == plain[0] == "1/1"
    assert coloured[1:] == [f"\x1b[38;5;16;48;5;231m{row}\x1b[0m" for row in plain[1:]]


def test_the_same_codes_are_drawn_in_ascii() -> None:
    rows = drawn(plan(), ascii_only=True).splitlines()[1:]
    assert [[int(row[at] == "#") for at in range(0, len(row), 2)] for row in rows] == [
        list(row) for row in matrices(plan())[0]
    ]
    assert all(row.isascii() for row in rows)


def test_images_are_pictures_in_the_page_itself_and_the_format_is_the_plain_drawing() -> None:
    assert all(image.startswith("data:image/png;base64,") for image in images(plan(20)))
    assert to_qr(Handout(plan())) == drawn(plan())
