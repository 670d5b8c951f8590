"""The four schemas of SemEval-2013 against the library that people know them from."""
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import semeval
from extractor.alignment import grouped
from extractor.fact import TYPES

try:
    from nervaluate.strategies import StrictEvaluation  # noqa: F401  of 1.0, which wants Python 3.11
except ImportError:
    known = None
else:
    import nervaluate as known


def fact(start: int, end: int, kind: str, doc: str = "a") -> dict[str, Any]:
    return {"doc": doc, "type": kind, "start": start, "end": end}


def ours(gold: list[dict[str, Any]], found: list[dict[str, Any]], docs: str) -> semeval.Outcome:
    outcome, golds, facts = semeval.empty(), grouped(gold), grouped(found)
    for doc in docs:
        semeval.add(outcome, golds.get(doc, []), facts.get(doc, []))
    return outcome


def theirs(gold: list[dict[str, Any]], found: list[dict[str, Any]], docs: str) -> dict[str, Any]:
    def sides(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        groups = grouped(rows)
        return [[{"label": row["type"], "start": row["start"], "end": row["end"] - 1} for row in groups.get(doc, [])] for doc in docs]

    return known.Evaluator(sides(gold), sides(found), tags=list(TYPES), loader="dict").evaluate()


# spans of less than a hundred characters: beyond, the library asks for a hundredth of the span, not for one character
SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda span: (span[0], span[0] + span[1]))
ROWS = st.lists(st.builds(lambda span, kind, doc: fact(*span, kind, doc), SPANS, st.sampled_from(["money", "count", "date"]),
                          st.sampled_from("ab")), max_size=14)


@pytest.mark.skipif(known is None, reason="no nervaluate of 1.2 or newer: pip install 'nervaluate>=1.2' (Python 3.11 or newer)")
@settings(max_examples=500, deadline=None)
@given(ROWS, ROWS)
def test_counts_and_rates_are_those_of_nervaluate(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    mine, wanted = ours(gold, found, "ab"), theirs(gold, found, "ab")
    for schema in semeval.SCHEMAS:
        for kind, result in [("all", wanted["overall"][schema]), *((kind, by[schema]) for kind, by in wanted["entities"].items())]:
            counts = mine[schema][kind]
            assert vars(counts) == {name: getattr(result, name) for name in vars(counts)}, (schema, kind)
            assert (counts.precision, counts.recall, counts.f1) == pytest.approx((result.precision, result.recall, result.f1))


@pytest.mark.parametrize(("found", "outcomes"), [
    (fact(0, 5, "money"), ("correct", "correct", "correct", "correct")),
    (fact(0, 5, "count"), ("incorrect", "correct", "correct", "incorrect")),
    (fact(2, 9, "money"), ("incorrect", "incorrect", "partial", "correct")),
    (fact(5, 9, "money"), ("spurious", "spurious", "spurious", "spurious")),
])
def test_what_each_schema_makes_of_a_fact(found: dict[str, Any], outcomes: tuple[str, ...]) -> None:
    counted = ours([fact(0, 5, "money")], [found], "a")
    for schema, outcome in zip(semeval.SCHEMAS, outcomes, strict=True):
        assert getattr(counted[schema]["all"], outcome) == 1, schema
