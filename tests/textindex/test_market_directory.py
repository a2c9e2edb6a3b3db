from itertools import islice
from pathlib import Path

import pytest

from bench.synthetic_market import synthetic_market
from bench.synthetic_questions import questions
from hqguide.market.pack import default_folder
from hqguide.parts.language import load_language
from hqguide.search.directory import MarketDirectory, build, listing
from hqguide.textindex.folding import fold

LANGUAGE = load_language(default_folder())
MARKET = synthetic_market(150, LANGUAGE, seed=3)
# The questions about names come before those about groups.
NAMES_ASKED = 120
LISTING = listing(MARKET, LANGUAGE)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> MarketDirectory:
    folder: Path = tmp_path_factory.mktemp("directory")
    build(MARKET, LANGUAGE, folder)
    return MarketDirectory(folder)


def test_groups_come_before_their_members_and_every_stall_is_listed() -> None:
    assert all(group < number for number, entry in enumerate(LISTING.entries) for group in entry.groups)
    stalls = [one.id for one in LISTING.listed if one.kind == "stall"]
    assert stalls == [stall.id for stall in MARKET.stalls]
    assert len(LISTING.entries) == len(LISTING.listed)


def test_every_stall_is_found_by_its_name_its_pinyin_and_its_number(directory: MarketDirectory) -> None:
    for stall in MARKET.stalls[:40]:
        assert stall.name is not None
        hall = MARKET.by_id[str(stall.building)]
        zh, en = str(stall.name.zh), str(stall.name.en)
        for text in (zh, en, LANGUAGE.spell(zh), f"{hall.aliases[0].text} {stall.counter}"):
            found = [LISTING.listed[number].id for number, _ in directory.search(text)]
            same = {s.id for s in MARKET.stalls if s.name and fold(str(s.name.zh)) == fold(zh)}
            assert stall.id in found or same & set(found), text


def test_traditional_characters_find_simplified_names(directory: MarketDirectory) -> None:
    found = directory.search("電容")
    assert found
    assert found == directory.search("电容")


def test_a_blurred_sound_and_a_floor_with_a_brand_are_understood(directory: MarketDirectory) -> None:
    stall = next(s for s in MARKET.stalls if s.claims[0].brands and s.level)
    brand = stall.claims[0].brands[0]
    found = [
        LISTING.listed[number].id
        for number, _ in directory.search(f"{stall.floor_label} {brand.split()[0]}", 30)
    ]
    assert stall.id in found


def test_most_questions_of_the_bench_are_answered_in_the_first_place(directory: MarketDirectory) -> None:
    asked = list(islice(questions(MARKET, LANGUAGE, LISTING, seed=10), NAMES_ASKED))
    first = sum((directory.search(text, 1) or [(-1, 0.0)])[0][0] in right for _, text, right, _ in asked)
    assert first / len(asked) > 0.9


def test_the_same_seed_gives_the_same_market_and_questions() -> None:
    again = synthetic_market(150, LANGUAGE, seed=3)
    assert again.stalls == MARKET.stalls
    once, twice = (questions(MARKET, LANGUAGE, LISTING, seed=5) for _ in range(2))
    assert list(islice(once, 40)) == list(islice(twice, 40))
