"""An article with facts that a person labels: what every form of exchange reads and writes.

The forms hold the text, the spans and the short form of the columns (`shorthand`); here a row becomes a short form and back,
with what follows from the text: offsets, ids, the place of the subject, the days of a date, the targets of relations.
"""
import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from extractor import numbers
from extractor.fact import TEMPORAL, Fact
from extractor.shorthand import DAYS, UNITS, Short, write
from extractor.times import timex

FILLED_BY_PROGRAM = ("entities", "sentence", "sentence_start", "sentence_end", "assumed", "rule")
COLUMNS = tuple(name for name in Fact.model_fields if name not in FILLED_BY_PROGRAM)
OF_TYPE = {"percent": ("percent", "percentage point", "basis point"), "ratio": ("fraction", "times")}
BEFORE_CHRIST = re.compile(r"-\d{4}-|0000-")
LEAP_YEAR = "0004"     # whose months and days those of a year before Christ are checked by
GRAINS = {4: "year", 3: "decade", 2: "century"}        # by the digits of a value


@dataclass
class Labelled:
    """One article and the rows of its facts, in text order: the columns of `COLUMNS`, no more."""

    doc: str
    text: str
    date: str | None = None
    facts: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Mark:
    """One labelled stretch of text with what was written beside it, and the place to name when something is wrong with it."""

    start: int
    end: int
    short: Short
    place: str


def labelled(doc: str, text: str, date: str | None, rows: Sequence[Mapping[str, Any]]) -> Labelled:
    """Rows of any origin as labels of a text. Raises ValueError where they do not fit it, or overlap."""
    facts: list[dict[str, Any]] = [{name: row.get(name) for name in COLUMNS}
                                   for row in sorted(rows, key=lambda row: (row["start"], row["end"]))]
    reached = 0
    for fact in facts:
        if fact["doc"] != doc or text[fact["start"]:fact["end"]] != fact["text"]:
            raise ValueError(f"{fact['id']}: {fact['text']!r} does not stand in {doc} at {fact['start']}-{fact['end']}")
        if fact["start"] < reached:
            raise ValueError(f"{fact['id']}: overlaps the fact before it")
        if fact["subject"] is not None and text[fact["subject_start"]:fact["subject_end"]] != fact["subject"]:
            raise ValueError(f"{fact['id']}: the subject {fact['subject']!r} does not stand where it says")
        reached = fact["end"]
    return Labelled(doc, text, date, facts)


def described(article: Labelled, with_relations: bool = True) -> Iterator[str]:
    """The short form of every fact; without relations where the form of exchange draws them itself."""
    ids = [fact["id"] for fact in article.facts]
    pointed = {fact["relation_to"] for fact in article.facts} if with_relations else set()
    labels = {id: f"#{number}" for number, id in enumerate([id for id in ids if id in pointed], start=1)}
    for fact in article.facts:
        target = labels.get(fact["relation_to"]) if with_relations else None
        if with_relations and fact["relation_to"] is not None and target is None:
            raise ValueError(f"{fact['id']}: {fact['relation']} points to {fact['relation_to']}, which is no fact of the article")
        yield write(fact, days_of(fact["date"]) if fact["type"] == "date" else (None, None), labels.get(fact["id"]), target,
                    occurrence(article.text, fact))


def occurrence(text: str, fact: Mapping[str, Any]) -> int | None:
    """Which occurrence of its phrase a subject is: None for the nearest, -2 for the second before the fact, 1 for the first after."""
    subject, start, place = fact["subject"], fact["start"], fact["subject_start"]
    if subject is None or nearest(text, subject, start, fact["end"]) == place:
        return None
    if place < start:
        return -sum(1 for _ in occurrences(text, subject, place, start))
    return sum(1 for _ in occurrences(text, subject, start, place + 1))


def occurrences(text: str, phrase: str, start: int, end: int) -> Iterator[int]:
    """Where a phrase begins in `text[start:end]`; it may reach beyond."""
    place = text.find(phrase, start)
    while 0 <= place < end:
        yield place
        place = text.find(phrase, place + 1)


def nearest(text: str, phrase: str, start: int, end: int) -> int:
    """Where the occurrence of a phrase begins that is nearest to `text[start:end]`, the one before it where two are as near; -1: none."""
    before, after = text.rfind(phrase, 0, max(start - 1, 0) + len(phrase)) if start else -1, text.find(phrase, start)
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: max(place - end, start - place - len(phrase), 0), default=-1)


def numbered(text: str, phrase: str, start: int, count: int) -> int:
    """Where the occurrence begins that `occurrence` numbers so; -1: there is none."""
    if count < 0:
        before = list(occurrences(text, phrase, 0, start))
        return before[count] if len(before) >= -count else -1
    after = list(occurrences(text, phrase, start, len(text)))
    return after[count - 1] if 0 < count <= len(after) else -1


def completed(doc: str, text: str, date: str | None, marks: Sequence[Mark]) -> tuple[Labelled, list[str]]:
    """The marks of a text as rows, and what is wrong with them, a line for each with its place."""
    rows, problems = [], []
    labels: dict[str, str] = {}
    for mark in marks:
        try:
            row = _row(doc, text, mark)
            if mark.short.label in labels:
                raise ValueError(f"{mark.short.label} is the label of another fact")
        except ValueError as error:
            problems.append(f"{mark.place}: {text[mark.start:mark.end]!r}: {error}")
            row = {"id": ""}
        rows.append(row)
        if mark.short.label:
            labels[mark.short.label] = row["id"]
    for mark, row in zip(marks, rows, strict=True):
        if mark.short.target and row["id"]:
            row["relation_to"] = labels.get(mark.short.target)
            if row["relation_to"] in (None, row["id"]):
                problems.append(f"{mark.place}: {row['text']!r}: no other fact has the label {mark.short.target}")
    return Labelled(doc, text, date, rows), problems


def _row(doc: str, text: str, mark: Mark) -> dict[str, Any]:
    """One mark as a row, less the fact it points to. Raises ValueError for what breaks the contract of a fact."""
    columns, start, end = mark.short.columns, mark.start, mark.end
    kind = columns["type"]
    row = dict.fromkeys(COLUMNS) | {"doc": doc, "id": f"{doc}:{start}-{end}:{kind}", "text": text[start:end], "start": start, "end": end}
    row |= {"unit": UNITS.get(kind)} | columns
    if kind == "date" and not set(DAYS) & columns.keys():
        row |= dict(zip(DAYS, days_of(row["date"]), strict=True))
    if kind not in TEMPORAL and "number" not in columns:
        row |= number_in(text[start:end])
    if row["subject"] is not None:
        row |= _subject(text, row["subject"], mark)
    _check(row)
    return row


def number_in(text: str) -> dict[str, Any]:
    """The number that a fact's own text says, for a mark that gives none."""
    mentions = numbers.find(text, 0, len(text))
    if len(mentions) != 1:
        raise ValueError("the number is missing after the type (- where there is none)")
    return {name: None if value is None else int(value) if value == int(value) else float(value)
            for name, value in (("number", mentions[0].value), ("low", mentions[0].low), ("high", mentions[0].high))}


def _subject(text: str, subject: str, mark: Mark) -> dict[str, int]:
    """The offsets of a subject."""
    count = mark.short.occurrence
    place = nearest(text, subject, mark.start, mark.end) if count is None else numbered(text, subject, mark.start, count)
    if place < 0 or not subject:
        often = "" if count is None else f" as often as @{count:+d} says"
        raise ValueError(f"the subject {subject!r} does not stand in the article{often}")
    return {"subject_start": place, "subject_end": place + len(subject)}


def _check(row: Mapping[str, Any]) -> None:
    """Raise ValueError for a row that is no fact, or that no labeller means."""
    try:
        Fact(**(dict(row) | {"relation": None, "relation_to": None}))
    except ValidationError as error:
        said = (f"{'.'.join(map(str, each['loc']))} {each['msg']}".removeprefix(" Value error, ") for each in error.errors())
        raise ValueError("; ".join(said)) from None
    if row["type"] == "money" and not (len(row["unit"] or "") == 3 and row["unit"].isascii() and row["unit"].isupper()):
        raise ValueError(f"the unit of money is an ISO 4217 code, as USD: {row['unit']}")
    if row["unit"] not in OF_TYPE.get(row["type"], (row["unit"],)):
        raise ValueError(f"the unit of a {row['type']} is one of {', '.join(OF_TYPE[row['type']])}: {row['unit']!r}")
    if row["type"] == "quantity" and row["unit"] is None:
        raise ValueError("a quantity has a unit of measure, as kilometre")
    if row["type"] == "date" and row["unit"] is not None:
        raise ValueError(f"a date has no unit: {row['unit']!r}")
    for name in DAYS:
        if row[name] is not None:
            datetime.date.fromisoformat(LEAP_YEAR + row[name].lstrip("-")[4:] if BEFORE_CHRIST.match(row[name]) else row[name])


def days_of(value: str | None) -> tuple[str | None, str | None]:
    """First and last day of a TIMEX3 value or of two with a `/` between; nulls for what names no days of the calendar."""
    try:
        days = [_days(part) for part in (value or "").split("/")]
        return days[0][0], days[-1][1]
    except (ValueError, KeyError, IndexError, OverflowError):
        return None, None


def _days(value: str) -> tuple[str, str]:
    """First and last day of one TIMEX3 value, years and centuries before Christ as those of ISO 8601."""
    if value.startswith("BC"):
        number = int(value[2:])
        return timex.days_before_christ(number, None) if len(value) == 6 else timex.days_before_christ(None, number)
    found = _period(value)
    return found.first.isoformat(), found.last.isoformat()


def _period(value: str) -> timex.Period:
    """The period of the calendar that a TIMEX3 value names. Raises ValueError, KeyError or IndexError for any other value."""
    day = value.split("T")[0]
    if day.isdecimal():
        return timex.period(GRAINS[len(day)], datetime.date(int(day.ljust(4, "0")), 1, 1))
    year, rest = int(day[:4]), day[5:]
    if rest[0] in "QH":
        months = {"Q": 3, "H": 6}[rest[0]]
        return timex.period({"Q": "quarter", "H": "half"}[rest[0]], datetime.date(year, months * (int(rest[1:]) - 1) + 1, 1))
    if rest[0] == "W" and rest[1].isdecimal():
        return timex.period("weekend" if rest.endswith("-WE") else "week", datetime.date.fromisocalendar(year, int(rest[1:3]), 1))
    if rest in timex.SEASONS:
        return timex.season(year, rest)
    if len(rest) == 2:
        return timex.period("month", datetime.date(year, int(rest), 1))
    return timex.period("day", datetime.date(year, int(rest[:2]), int(rest[3:])))
