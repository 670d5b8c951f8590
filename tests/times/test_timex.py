"""The value algebra: periods, their values and days, neighbours, lengths."""
import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.times import timex
from extractor.times.timex import Date, Period, period

DAY = Date(2024, 4, 23)
GRAINS = sorted(timex.RANK, key=timex.RANK.__getitem__)
days = st.dates(min_value=Date(1000, 1, 1), max_value=Date(2900, 12, 31))


@pytest.mark.parametrize(("grain", "value", "first", "last"), [
    ("day", "2024-04-23", "2024-04-23", "2024-04-23"), ("week", "2024-W17", "2024-04-22", "2024-04-28"),
    ("weekend", "2024-W17-WE", "2024-04-27", "2024-04-28"), ("month", "2024-04", "2024-04-01", "2024-04-30"),
    ("quarter", "2024-Q2", "2024-04-01", "2024-06-30"), ("half", "2024-H1", "2024-01-01", "2024-06-30"),
    ("season", "2024-SP", "2024-03-01", "2024-05-31"), ("year", "2024", "2024-01-01", "2024-12-31"),
    ("decade", "202", "2020-01-01", "2029-12-31"), ("century", "20", "2000-01-01", "2099-12-31"), ("millennium", "2", "2000-01-01",
    "2999-12-31"),
])
def test_the_period_of_a_day(grain: str, value: str, first: str, last: str) -> None:
    found = period(grain, DAY)
    assert (found.value, found.first.isoformat(), found.last.isoformat()) == (value, first, last)


def test_winter_begins_in_the_december_of_its_year() -> None:
    winter = timex.season(2023, "WI")
    assert (winter.value, winter.first, winter.last) == ("2023-WI", Date(2023, 12, 1), Date(2024, 2, 29))
    assert period("season", Date(2024, 1, 15)) == winter


@pytest.mark.parametrize(("found", "count", "value"), [
    (period("month", DAY), -4, "2023-12"), (period("quarter", DAY), 3, "2025-Q1"), (period("week", Date(2024, 12, 30)), -1, "2024-W52"),
    (period("decade", DAY), -1, "201"), (period("weekend", DAY), -1, "2024-W16-WE"), (period("year", DAY), 1, "2025"),
])
def test_neighbours(found: Period, count: int, value: str) -> None:
    assert found.shift(count).value == value


def test_a_year_before_29_february_is_the_28th() -> None:
    assert Period("day", Date(2024, 2, 29)).years_later(-1).first == Date(2023, 2, 28)


def test_what_lies_outside_the_calendar_is_an_error() -> None:
    with pytest.raises((ValueError, OverflowError)):
        period("year", DAY).shift(9000)


@pytest.mark.parametrize(("amount", "unit", "value"), [
    ("3", "month", "P3M"), ("90", "minute", "PT90M"), ("2.5", "year", "P2Y6M"), ("2.5", "hour", "PT2H30M"), ("1.5", "week", "P1.5W"),
    ("2", "decade", "P20Y"),
    ("3", "quarter", "P3Q"), ("1", "fortnight", "P2W"), ("0.5", "hour", "PT30M"), ("1.5", "day", "P1DT12H"), (None, "year", "PXY"),
    (None, "hour", "PTXH"),
    (None, "decade", "PXDE"), ("1000", "year", "P1000Y"),
])
def test_lengths(amount: str | None, unit: str, value: str) -> None:
    assert timex.length(None if amount is None else Decimal(amount), unit) == value


def test_fiscal_periods_begin_after_the_month_that_ends_the_year_before() -> None:
    found = timex.fiscal(Period("quarter", Date(2024, 1, 1)), 2024, 9)
    assert (found.value, found.first, found.last) == ("FY2024-Q1", Date(2023, 10, 1), Date(2023, 12, 31))


@given(days, st.sampled_from(GRAINS))
def test_a_period_covers_the_day_that_it_is_of(day: Date, grain: str) -> None:
    found = period(grain, day)
    assert found.first <= found.last
    assert found.covers(day) or grain == "weekend"


@given(days, st.sampled_from(GRAINS), st.integers(-50, 50))
def test_shifting_goes_there_and_back(day: Date, grain: str, count: int) -> None:
    found = period(grain, day)
    count = count if grain not in ("century", "millennium") else count % 3
    there = found.shift(count)
    assert there.shift(-count) == found
    assert (there.first > found.last) == (count > 0)


@given(days, st.sampled_from(GRAINS))
def test_neighbours_leave_no_gap(day: Date, grain: str) -> None:
    if grain not in ("weekend", "millennium"):
        found = period(grain, day)
        assert found.shift(1).first == found.last + datetime.timedelta(days=1)
