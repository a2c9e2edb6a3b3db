from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from bench.synthetic_market import synthetic_market
from hqguide.market.model import Name, Stall
from hqguide.market.pack import Manifest, Market, default_folder, load_market
from hqguide.market.places import key
from hqguide.parts.language import load_language
from hqguide.search.names import read_names


def market_of(names: Sequence[str]) -> Market:
    stalls = tuple(Stall(f"synthetic-{n}", "shop", (), name=Name(en=name)) for n, name in enumerate(names))
    return Market(default_folder(), Manifest(1, "synthetic", "0", "2026-11-23"), (), stalls, {})


def slow_shops(names: Sequence[str], query: str) -> set[int]:
    """Every name compared with the query, one after the other."""
    folded = key(query)
    keys = [key(name) for name in names]
    same = {n for n, name in enumerate(keys) if name == folded}
    if same or len(folded) < 3:
        return same
    alike = {n for n, name in enumerate(keys) if fuzz.ratio(folded, name) >= 88}
    if folded.isascii():
        holding = {n for n, name in enumerate(keys) if len(folded) >= 6 and f" {folded} " in f" {name} "}
    else:
        holding = {n for n, name in enumerate(keys) if folded in name}
    return alike | (holding if len(holding) <= 5 else set())


names = st.lists(st.text("ab 鑫源", min_size=1, max_size=12), max_size=5)


@given(names, st.text("ab 鑫源", min_size=1, max_size=14).filter(key))
def test_shops_are_found_as_if_every_name_were_compared(texts: list[str], query: str) -> None:
    found = read_names(market_of(texts), query, 0.0).stalls
    assert {int(stall.id.removeprefix("synthetic-")) for stall in found} == slow_shops(texts, query)


def test_what_many_names_hold_is_no_shop() -> None:
    texts = [f"鑫源电子{n}号店" for n in range(6)]
    assert read_names(market_of(texts[:5]), "鑫源电子", 0.0).stalls
    assert read_names(market_of(texts), "鑫源电子", 0.0).stalls == ()


def test_a_large_market_is_read_the_same_way() -> None:
    market = synthetic_market(3_000, load_language(default_folder()))
    for stall in market.stalls[::300]:
        assert stall.name is not None
        assert stall in read_names(market, str(stall.name.zh), 0.0).stalls


def test_every_counter_of_the_pack_is_found_by_its_number_after_the_name_of_its_hall() -> None:
    market = load_market(default_folder())
    for stall in market.stalls:
        if stall.counter and stall.building:
            asked = f"{market.by_id[stall.building].name.zh} {stall.counter}"
            assert stall in read_names(market, asked, 0.0).stalls, asked


def test_a_number_with_a_hyphen_is_found_alone() -> None:
    market = load_market(default_folder())
    (stall,) = read_names(market, "E3-06", 0.0).stalls
    assert stall.counter == "E3-06"
