from pathlib import Path

from hqguide.market.pack import load_market

ROOT = Path(__file__).resolve().parents[2]


def flat(page: str) -> str:
    return " ".join((ROOT / page).read_text(encoding="utf-8").split())


def test_the_readme_counts_the_data_as_they_are() -> None:
    market = load_market(ROOT / "data")
    claims = list(market.claims())
    numbered = sum(stall.counter is not None for stall in market.stalls)
    dates = [claim.as_of or "" for claim in claims]
    of_2013, of_april = (sum(date.startswith(when) for date in dates) for when in ("2013", "2013-04"))
    undated = dates.count("")
    readme = flat("README.md")
    assert (
        f"{len(claims)} claims about {len(market.buildings)} buildings and {len(market.stalls)} stalls, "
        f"{numbered} of them with a counter number, from {len(market.sources)} sources."
    ) in readme
    assert (
        f"**{of_2013} of the {len(claims)} claims are from 2013**, {of_april} of them from April of that year"
    ) in readme
    assert f"{undated} claims have no date." in readme
