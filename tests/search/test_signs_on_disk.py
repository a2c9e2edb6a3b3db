import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.synthetic_pack import write_pack
from bench.synthetic_slips import slip
from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.market.model import Name, Stall
from hqguide.market.pack import Market, load_market
from hqguide.market.places import key
from hqguide.search import signs_on_disk
from hqguide.search.shops import Signs, read_signs
from hqguide.search.signs_on_disk import FOLDER, open_signs, write_directory

STALLS = 600


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("market") / "pack"
    write_pack(folder, STALLS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signs_on_disk, "LARGE", STALLS)
        assert write_directory(folder) == folder / FOLDER
    yield folder


@pytest.fixture(scope="module")
def market(pack: Path) -> Market:
    return load_market(pack)


@pytest.fixture(scope="module")
def from_memory(market: Market) -> Signs:
    return read_signs(market)


@pytest.fixture(scope="module")
def from_disk(market: Market) -> Signs:
    signs = open_signs(market)
    assert signs is not None
    return signs


def names(market: Market) -> list[str]:
    every = (stall.name or Name() for stall in market.stalls)
    return [text for name in every for text in (name.zh, name.en) if text]


def spoilt(name: str, draw: random.Random) -> Sequence[str]:
    """A name as it stands, begun, without its beginning, and mistyped once, twice and in Chinese."""
    at = draw.randrange(len(name))
    cut = draw.randrange(1, len(name))
    wrong = name[:at] + draw.choice("鑫店x ") + name[at + 1 :]
    return name, name[:cut], name[cut:], slip(name, 1, draw), slip(name, 2, draw), wrong


def test_the_directory_names_the_same_stalls_as_a_look_at_every_name(
    market: Market, from_memory: Signs, from_disk: Signs
) -> None:
    draw = random.Random(5)  # noqa: S311 # drawn anew from a seed, nothing secret
    found = 0
    for name in draw.sample(names(market), 200):
        for text in spoilt(name, draw):
            expected = from_memory.named(key(text))
            assert from_disk.named(key(text)) == expected, text
            found += bool(expected)
    assert found > 400


@given(st.text("ab 鑫源电子商行 electronics", min_size=1, max_size=20).filter(key))
def test_whatever_is_typed_the_directory_names_the_same_stalls(
    from_memory: Signs, from_disk: Signs, text: str
) -> None:
    assert from_disk.named(key(text)) == from_memory.named(key(text))


def test_the_directory_knows_the_same_counters_by_whole_and_shortened_numbers(
    market: Market, from_memory: Signs, from_disk: Signs
) -> None:
    numbers = {stall.counter for stall in market.stalls if stall.counter}
    short = {number.replace("-", "") for number in numbers} | {number.split("-")[0] for number in numbers}
    for number in sorted(numbers | short | {number[:3] for number in numbers} | {"9Z999"}):
        assert list(from_disk.numbered(number)) == list(from_memory.numbered(number)), number
    assert all(from_disk.numbered(number) for number in numbers)


def test_a_stall_is_found_by_the_sound_of_its_name(market: Market, from_disk: Signs, pack: Path) -> None:
    language = Guide(pack).language
    for number, stall in list(enumerate(market.stalls))[:40]:
        assert stall.name
        assert stall.name.zh
        assert number in from_disk.heard(language.spell(stall.name.zh)), stall.name


def test_a_stall_is_found_by_the_sound_of_its_name_without_the_town(
    market: Market, from_disk: Signs, pack: Path
) -> None:
    language = Guide(pack).language
    number = next(n for n, s in enumerate(market.stalls) if s.name and str(s.name.zh).startswith("华强北"))
    name = market.stalls[number].name
    assert name
    assert number in from_disk.heard(language.spell(str(name.zh).removeprefix("华强北")))


@pytest.mark.parametrize("text", ["trading", "electronics", "dianrong"])
def test_what_many_names_hold_and_the_sound_of_goods_is_nobodys_name(from_disk: Signs, text: str) -> None:
    assert list(from_disk.heard(text)) == []


def test_find_answers_the_same_with_and_without_the_directory(pack: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    write_pack(bare, STALLS)
    draw = random.Random(6)  # noqa: S311 # drawn anew from a seed, nothing secret
    large, small = Guide(pack, tmp_path / "a"), Guide(bare, tmp_path / "b")
    market = large.market
    queries = [text for name in draw.sample(names(market), 25) for text in (name, slip(name, 1, draw))]
    queries += [str(stall.counter) for stall in draw.sample(market.stalls, 10)]
    queries += ["capacitor", "电容", f"{market.buildings[0].name.zh} 电阻"]
    for query in queries:
        assert large.find(query) == small.find(query), query


def test_a_counter_the_visitor_was_the_first_to_tell_of_is_found_beside_those_of_the_pack(
    market: Market, from_disk: Signs, pack: Path
) -> None:
    own = Stall("own-1", "counter", (), market.buildings[0].id, 1, "9Z-999", Name(en="Zanzibar Zippers"))
    seen = Market(pack, market.manifest, market.buildings, (*market.stalls, own), market.sources)
    signs = open_signs(seen)
    assert signs
    assert signs.numbered("9Z-999") == [STALLS]
    assert signs.named("zanzibar zippers") == [STALLS]
    name = key(str(market.stalls[7].name and market.stalls[7].name.zh))
    assert signs.named(name) == from_disk.named(name) != []


def test_a_directory_of_other_files_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs_on_disk, "LARGE", 20)
    write_pack(tmp_path / "pack", 20)
    write_directory(tmp_path / "pack")
    assert open_signs(load_market(tmp_path / "pack"))
    stalls = tmp_path / "pack" / "stalls.json"
    stalls.write_bytes(stalls.read_bytes() + b"\n")
    assert open_signs(load_market(tmp_path / "pack")) is None


def test_a_damaged_directory_says_how_to_build_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signs_on_disk, "LARGE", 20)
    write_pack(tmp_path / "pack", 20)
    folder = write_directory(tmp_path / "pack")
    assert folder is not None
    (arrays,) = folder.glob("data-*/arrays")
    arrays.write_bytes(arrays.read_bytes()[:-100])
    with pytest.raises(GuideError) as caught:
        open_signs(load_market(tmp_path / "pack"))
    assert caught.value.hint == "Run: hqguide data build"


def test_a_pack_that_became_small_loses_its_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path / "pack", 20)
    with monkeypatch.context() as patch:
        patch.setattr(signs_on_disk, "LARGE", 20)
        assert write_directory(tmp_path / "pack")
    assert write_directory(tmp_path / "pack") is None
    assert not (tmp_path / "pack" / FOLDER).exists()


def test_a_folder_of_words_alone_gets_no_directory(tmp_path: Path) -> None:
    assert write_directory(tmp_path) is None
