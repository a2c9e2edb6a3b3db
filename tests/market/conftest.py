"""The shipped pack, loaded once."""

import pytest

from hqguide.market.pack import Market, load_market


@pytest.fixture(scope="session")
def market() -> Market:
    return load_market()
