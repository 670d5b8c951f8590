"""The short form of columns: what it reads, what it refuses, and that it gives back what it wrote."""
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import shorthand

NONE = (None, None)
READ = [
    ("money 2,780,000 USD", {"type": "money", "number": 2780000, "unit": "USD"}),
    ("money >=80.50 USD / barrel", {"type": "money", "modifier": "at_least", "number": 80.5, "unit": "USD", "per": "barrel"}),
    ("percent down ~ 7.85", {"type": "percent", "direction": "down", "modifier": "approximately", "number": 7.85}),
    ("quantity 15..17 kilohertz", {"type": "quantity", "number": None, "low": 15, "high": 17, "unit": "kilohertz"}),
    ("count ..120 person", {"type": "count", "number": None, "low": None, "high": 120, "unit": "person"}),
    ("count 324 general education institution", {"type": "count", "number": 324, "unit": "general education institution"}),
    ("count - -", {"type": "count", "number": None, "unit": "-"}),
    ("quantity -5 degree", {"type": "quantity", "number": -5, "unit": "degree"}),
    ("quantity −5 degree", {"type": "quantity", "number": -5, "unit": "degree"}),
    ("date start 2024-03", {"type": "date", "modifier": "start", "date": "2024-03"}),
    ("date 2024-03 start", {"type": "date", "modifier": "start", "date": "2024-03"}),
    ("date 2023/2024 days=-", {"type": "date", "date": "2023/2024", "date_start": None, "date_end": None}),
    ("date 2024 days=2024-04-01..2025-03-31", {"type": "date", "date": "2024", "date_start": "2024-04-01", "date_end": "2025-03-31"}),
    ("duration ~P3M 3 month", {"type": "duration", "modifier": "approximately", "date": "P3M", "number": 3, "unit": "month"}),
    ("duration P2D/P6D 2..6 day", {"type": "duration", "date": "P2D/P6D", "number": None, "low": 2, "high": 6, "unit": "day"}),
    ("duration PXDE decade", {"type": "duration", "date": "PXDE", "unit": "decade"}),
    ('count 3 "up" source="a \\"source\\""', {"type": "count", "number": 3, "unit": "up", "source": 'a "source"'}),
    ("percent 5 unit=-", {"type": "percent", "number": 5, "unit": None}),
]


@pytest.mark.parametrize(("line", "columns"), READ, ids=lambda value: value if isinstance(value, str) else "")
def test_what_a_line_says(line: str, columns: dict[str, Any]) -> None:
    assert shorthand.read(line)[0].columns == columns


def test_labels_targets_and_occurrences_stand_beside_the_columns() -> None:
    short, end = shorthand.read('(#b money 5 USD subject@-2="oil" change_from=#a) and', 1, ")")
    assert (short.label, short.target, short.occurrence, short.columns["relation"], end) == ("#b", "#a", -2, "change_from", 48)


@pytest.mark.parametrize(("line", "message"), [
    ("", "the type comes first, one of money, percent"),
    ("wealth 5", "the type comes first"),
    ("money 5 USD colour=red", "there is no column 'colour'"),
    ("money 5 USD subject=oil exports", "'exports' is out of place"),
    ("money 5 USD when=", "a value is missing"),
    ('money 5 USD subject="oil', "cannot be read|a value is missing"),
    ('money 5 USD subject="\\q"', "no string in JSON"),
    ("money 5 USD change_from=money", "change_from points to the label"),
    ("date 2024 days=2024-01-01", "days are the first and the last"),
    ("money 5 (USD)", "cannot be read"),
    ("money 5 USD /", "after the /"),
])
def test_what_cannot_be_read_is_said(line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        shorthand.read(line)


def test_a_line_that_is_not_closed_is_said() -> None:
    with pytest.raises(ValueError, match=r"not closed with \)"):
        shorthand.read("money 5 USD", closing=")")


ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
PHRASES = st.none() | ANY | st.sampled_from(["USD", "PLN", "up", "-", "/", "start", "~", "mile per hour", "3 men", "X1", "when=5",
                                               "percent", "a  b", "year"])
AMOUNT = st.integers(-10**18, 10**18) | st.floats(allow_nan=False, allow_infinity=False)
AMOUNTS = st.one_of(st.just({}), st.builds(lambda number: {"number": number}, AMOUNT),
                    st.builds(lambda ends: {"low": min(ends), "high": max(ends)}, st.tuples(AMOUNT, AMOUNT)),
                    st.builds(lambda low: {"low": low}, AMOUNT), st.builds(lambda high: {"high": high}, AMOUNT))
QUALIFIERS = st.fixed_dictionaries({
    "unit": PHRASES, "per": PHRASES, "source": PHRASES, "when": PHRASES,
    "modifier": st.none() | st.sampled_from(["approximately", "more_than", "at_least", "less_than", "at_most", "start", "before"]),
    "direction": st.sampled_from([None, "up", "down"])})
DATES = st.none() | ANY | st.sampled_from(["2024-03", "2023/2024", "P3M", "XXXX-WXX-1", "2013-03-21TNI", "PRESENT_REF", "FY2024-Q3"])
DAYS = st.none() | st.dates().map(str)            # the record holds days of ISO 8601 alone
TIMES = st.fixed_dictionaries({"date": DATES, "date_start": DAYS, "date_end": DAYS})
TYPES = st.sampled_from(["money", "percent", "age", "count", "date", "duration"])


@settings(max_examples=500, deadline=None)
@given(TYPES, AMOUNTS, QUALIFIERS, TIMES, st.sampled_from([None, "#1"]), st.sampled_from([None, "#2"]), PHRASES,
       st.sampled_from([None, -2, 1]))
def test_any_row_comes_back_from_its_line(kind: str, amounts: dict[str, Any], qualifiers: dict[str, Any], times: dict[str, Any],
                                          label: str | None, target: str | None, subject: str | None, occurrence: int | None) -> None:
    row = {"type": kind, "subject": subject, "relation": "part_of" if target else None} | amounts | qualifiers | times
    line = shorthand.write(row, ("d", None), label, target, occurrence)
    short, end = shorthand.read(f"({line}) 5", 1, ")")
    given = {name: value for name, value in row.items() if value is not None}
    read = {"unit": shorthand.UNITS.get(kind), "date_start": "d", "date_end": None} | short.columns
    assert {name: value for name, value in read.items() if value is not None} == given
    assert (short.label, short.target, end) == (label, target, len(line) + 2)
    assert short.occurrence == (occurrence if subject is not None else None)
    assert "\n" not in line and json.dumps(line)
