"""Dates → rows of a calendar to draw: the years that occur, and in each the days covered, as a share of the year.

A scale true to time would crowd what is near and leave the rest empty (an article names this week and 1992); a row a year
keeps both legible.
"""
import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Mention = TypeVar("Mention")
Days = tuple[str | None, str | None]


@dataclass(frozen=True)
class Stretch(Generic[Mention]):
    """Days that are mentioned: `left` and `width` in percent of the year, `beyond` where they end in a later year."""

    label: str
    start: str
    end: str
    left: float
    width: float
    beyond: bool
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True)
class Year(Generic[Mention]):
    """A year in which stretches begin; `gap` is the number of years without any before it."""

    year: int
    gap: int
    stretches: list[Stretch[Mention]] = field(default_factory=list)


def lay_out(mentions: Iterable[Mention], days: Callable[[Mention], Days]) -> tuple[list[Year[Mention]], list[Mention]]:
    """The years in order of time, their stretches by first and last day; and the mentions that cover no days that a calendar has."""
    stretches: dict[tuple[datetime.date, datetime.date], list[Mention]] = {}
    dayless = []
    for mention in mentions:
        covered = parsed(*days(mention))
        if covered is None:
            dayless.append(mention)
        else:
            stretches.setdefault(covered, []).append(mention)
    years: list[Year[Mention]] = []
    for start, end in sorted(stretches):
        if not years or years[-1].year != start.year:
            years.append(Year(start.year, start.year - years[-1].year - 1 if years else 0))
        years[-1].stretches.append(stretch(start, end, stretches[start, end]))
    return years, dayless


def parsed(start: str | None, end: str | None) -> tuple[datetime.date, datetime.date] | None:
    """The days, None where there are none."""
    try:
        first = datetime.date.fromisoformat(start or "")
        return first, datetime.date.fromisoformat(end or "") if end else first
    except ValueError:
        return None


def stretch(start: datetime.date, end: datetime.date, mentions: list[Mention]) -> Stretch[Mention]:
    """One stretch of days within the year it begins in."""
    first = datetime.date(start.year, 1, 1)
    length = datetime.date(start.year, 12, 31).toordinal() - first.toordinal() + 1
    last = min(end, datetime.date(start.year, 12, 31))
    left = (start - first).days / length * 100
    width = ((last - start).days + 1) / length * 100
    return Stretch(label(start, end), start.isoformat(), end.isoformat(), round(left, 2), round(width, 2), end.year > start.year, mentions)


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def label(start: datetime.date, end: datetime.date) -> str:
    """The days in short, the year left to the heading: `4 Apr`, `Apr`, `Jan – Aug`, `whole year`, `1990 – 1999`."""
    whole = start.day == 1 and (end + datetime.timedelta(days=1)).day == 1 if end < datetime.date.max else start.day == 1
    if start == end:
        return f"{start.day} {MONTHS[start.month - 1]}"
    if whole and start.month == 1 and end.month == 12:
        return "whole year" if start.year == end.year else f"{start.year} – {end.year}"
    ends = [f"{MONTHS[day.month - 1]}" if whole else f"{day.day} {MONTHS[day.month - 1]}" for day in (start, end)]
    if start.year != end.year:
        return f"{ends[0]} – {ends[1]} {end.year}"
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} – {ends[1]}"
