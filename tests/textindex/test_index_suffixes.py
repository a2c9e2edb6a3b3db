import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.textindex.signatures import characters, neighbours, sign_all
from hqguide.textindex.suffixes import DEPTH, END, sort_suffixes

strings = st.lists(st.text("ab1z村", max_size=70), max_size=30).map(sorted)


def blob_of(texts: list[str]) -> bytes:
    return b"".join(text.encode() + b"\n" for text in texts)


@settings(deadline=None)
@given(strings)
def test_suffixes_stand_in_the_order_of_their_first_bytes(texts: list[str]) -> None:
    blob = blob_of(texts)
    order = sort_suffixes(np.frombuffer(blob, np.uint8), lambda done, total: None).tolist()
    assert sorted(order) == [at for at, byte in enumerate(blob) if byte != END]
    heads = [blob[at : blob.index(b"\n", at)][:DEPTH] for at in order]
    assert heads == sorted(heads)


@settings(deadline=None)
@given(strings)
def test_all_signatures_at_once_are_those_of_each_string(texts: list[str]) -> None:
    blob = np.frombuffer(blob_of(texts), np.uint8)
    starts = np.cumsum([0, *(len(text.encode()) + 1 for text in texts)]).astype(np.int32)
    one, two = sign_all(blob, starts)
    assert one.tolist() == [characters(text.encode()) for text in texts]
    assert two.tolist() == [neighbours(text.encode()) for text in texts]
