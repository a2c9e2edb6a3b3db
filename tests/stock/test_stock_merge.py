"""The merge of equal rows in SQL beside a slow obvious one."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.stock.listfile import ListFile, write_list
from hqguide.stock.model import StockOffer
from hqguide.stock.staging import staging
from hqguide.textindex.folding import fold

OFFERS = st.builds(
    StockOffer,
    part=st.sampled_from(["SYN-1", "syn1", "SYN1", "SYN2", "合成3"]),
    brand=st.sampled_from(["A", "a", ""]),
    quantity=st.none() | st.integers(0, 9),
    price=st.sampled_from([None, 0.1, 0.2]),
    counter=st.sampled_from(["", "G1"]),
    as_of=st.sampled_from(["2026-11-01", "2026-11-02"]),
)


def merged(offers: list[StockOffer]) -> list[StockOffer]:
    """One of each identity, the newest day, then the last line; by folded number and line."""
    best: dict[tuple[object, ...], StockOffer] = {}
    for one in offers:
        same = (
            one.part.upper(),
            one.brand.upper(),
            one.package.upper(),
            one.counter,
            one.price,
            one.currency,
        )
        if same not in best or (best[same].as_of, best[same].line) < (one.as_of, one.line):
            best[same] = one
    return sorted(best.values(), key=lambda one: (fold(one.part), one.line))


@given(st.lists(OFFERS, max_size=25))
@settings(max_examples=60)
def test_rows_are_merged_like_the_obvious_way(drawn: list[StockOffer]) -> None:
    from msgspec.structs import replace

    offers = [replace(one, line=number) for number, one in enumerate(drawn, start=2)]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "list.sqlite"
        with staging(Path(name) / "list.part") as rows:
            rows.add(offers[:10], [], 10)
            rows.add(offers[10:], [], len(offers[10:]))
            write_list(rows.link, path)
        file = ListFile(path)
        keys = [key for key, _ in file.numbers()]
        found = [offer for key in keys for offer in file.offers(key)]
        counted = file.count()
        file.close()
    assert found == merged(offers)
    assert counted == (len(found), len({fold(one.part) for one in offers}))
    assert keys == sorted(keys)
