"""A claim's worth falls with age, doubt and being superseded."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hqguide.market.evidence import HALF_LIFE_YEARS, weight, years_old
from hqguide.market.model import Claim, Confidence, Method

TODAY = date(2026, 11, 23)


def claim(
    as_of: str | None,
    method: Method = "operator sign",
    confidence: Confidence = "high",
    superseded_by: str | None = None,
) -> Claim:
    return Claim("synthetic", method, confidence, "synthetic", as_of=as_of, superseded_by=superseded_by)


def test_a_month_or_a_year_counts_from_its_middle() -> None:
    assert years_old("2026", TODAY) < years_old("2026-01", TODAY)
    assert years_old("2026-11-23", TODAY) == 0.0
    assert 12.9 < years_old("2013", TODAY) < 13.5


def test_a_date_ahead_of_the_review_is_not_worth_more_than_today() -> None:
    assert weight(claim("2027-01"), TODAY) == weight(claim("2026-11-23"), TODAY)


def test_worth_halves_every_half_life() -> None:
    old = weight(claim("2016-11-23"), TODAY)
    assert abs(old - 0.5 ** (10.0 / HALF_LIFE_YEARS["operator sign"])) < 1e-3


def test_a_sign_of_the_operator_ages_slower_than_a_visitors_remark() -> None:
    assert weight(claim("2018"), TODAY) > weight(claim("2018", method="visitor report"), TODAY)


def test_doubt_and_being_superseded_cost() -> None:
    sure = weight(claim("2024"), TODAY)
    assert weight(claim("2024", confidence="low"), TODAY) < weight(claim("2024", confidence="medium"), TODAY)
    assert weight(claim("2024", superseded_by="newer"), TODAY) < sure / 2


@given(
    st.sampled_from([None, "1999", "2013-04", "2026-11-22"]),
    st.sampled_from(sorted(HALF_LIFE_YEARS)),
    st.sampled_from(["high", "medium", "low"]),
)
def test_worth_is_a_share(as_of: str | None, method: Method, confidence: Confidence) -> None:
    assert 0.0 < weight(claim(as_of, method, confidence), TODAY) <= 1.0
