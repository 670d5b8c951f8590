"""Dates laid out as rows of a calendar."""
import pytest

from extractor.chronology import Days, lay_out


def days(mention: Days) -> Days:
    return mention


@pytest.mark.parametrize(("start", "end", "label", "left", "width"), [
    ("2023-01-01", "2023-12-31", "whole year", 0, 100),
    ("2023-01-01", "2023-01-01", "1 Jan", 0, 0.27),
    ("2023-12-31", "2023-12-31", "31 Dec", 99.73, 0.27),
    ("2024-02-01", "2024-02-29", "Feb", 8.47, 7.92),
    ("2023-01-01", "2023-08-31", "Jan – Aug", 0, 66.58),
    ("2023-04-11", "2023-04-12", "11 Apr – 12 Apr", 27.4, 0.55),
    ("2023-12-30", "2024-01-02", "30 Dec – 2 Jan 2024", 99.45, 0.55),
    ("1990-01-01", "1999-12-31", "1990 – 1999", 0, 100),
    ("9999-01-01", "9999-12-31", "whole year", 0, 100),
])
def test_a_stretch_has_its_place_in_the_year(start: str, end: str, label: str, left: float, width: float) -> None:
    (year,), rest = lay_out([(start, end)], days)
    (stretch,) = year.stretches
    assert (stretch.label, stretch.left, stretch.width, rest) == (label, left, width, [])
    assert stretch.beyond == (start[:4] != end[:4])


def test_years_are_in_order_with_the_gaps_between_them_and_like_days_together() -> None:
    mentions: list[Days] = [("2023-05-01", "2023-05-01"), ("1992-04-04", "1992-04-04"), ("2023-01-02", None), ("2023-05-01", "2023-05-01")]
    years, _ = lay_out(mentions, days)
    told = [(year.year, year.gap, [len(stretch.mentions) for stretch in year.stretches]) for year in years]
    assert told == [(1992, 0, [1]), (2023, 30, [1, 2])]


@pytest.mark.parametrize("mention", [(None, None), ("0000-01-01", "0000-01-01"), ("soon", "2023-01-01")])
def test_what_no_calendar_holds_is_left_over(mention: Days) -> None:
    assert lay_out([mention], days) == ([], [mention])
