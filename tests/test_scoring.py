"""Scores: matching, precision and recall, columns, errors, and files of facts."""
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import scoring


def fact(start: int, end: int, number: float | None = None, kind: str = "money", doc: str = "a", **columns: Any) -> dict[str, Any]:
    return {"doc": doc, "type": kind, "text": "x" * (end - start), "start": start, "end": end, "number": number} | columns


def f1s(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, float]:
    return {way: scores[scoring.ALL].f1 for way, scores in scoring.score(gold, found).scores.items()}


def test_the_same_facts_score_one() -> None:
    gold = [fact(0, 5, 1), fact(7, 9, 2), fact(0, 5, 1, doc="b")]
    assert f1s(gold, list(reversed(gold))) == {"strict": 1, "overlap": 1, "value": 1, "span": 1}


@pytest.mark.parametrize(("found", "strict", "overlap", "value", "span"), [
    (fact(0, 6, 1), 0, 1, 1, 0),                   # a longer span
    (fact(0, 5, 2), 0, 0, 0, 1),                   # another value
    (fact(0, 5, 1, "count"), 0, 0, 0, 1),          # another type
    (fact(5, 9, 1), 0, 0, 1, 0),                   # beside it
    (fact(5, 9, 1, doc="b"), 0, 0, 0, 0),          # in another article
    (fact(0, 5, 1, unit="EUR"), 1, 1, 1, 1),       # the unit is a column of its own
])
def test_what_each_way_asks_for(found: dict[str, Any], strict: int, overlap: int, value: int, span: int) -> None:
    assert f1s([fact(0, 5, 1)], [found]) == {"strict": strict, "overlap": overlap, "value": value, "span": span}


def test_a_column_that_gold_does_not_have_is_not_asked_for() -> None:
    bare = {"doc": "a", "type": "date", "start": 0, "end": 4}
    report = scoring.score([bare], [bare | {"date": "2024", "date_start": "2024-01-01", "when": "2024"}])
    assert report.scores["strict"][scoring.ALL].f1 == 1
    assert all(score == scoring.Score() for score in report.columns.values())


def test_matching_is_one_to_one_and_as_large_as_can_be() -> None:
    gold = [fact(0, 5, 1), fact(4, 9, 1)]
    found = [fact(3, 5, 1), fact(0, 3, 1)]         # the first fits both, the second only the first of gold
    score = scoring.score(gold, found).scores["overlap"][scoring.ALL]
    assert (score.hits, score.extra, score.missed) == (2, 0, 0)


def test_precision_and_recall_by_type() -> None:
    scores = scoring.score([fact(0, 2, 1), fact(3, 5, 1, "count")], [fact(0, 2, 1), fact(6, 8, 1)]).scores["strict"]
    assert (scores["money"].precision, scores["money"].recall, scores["count"].recall) == (0.5, 1.0, 0.0)


def test_columns_count_where_span_and_type_are_right() -> None:
    gold = [fact(0, 2, 1, unit="USD"), fact(3, 5, 2, unit="USD"), fact(6, 8, 3, unit=None), fact(9, 10, 4, unit="USD")]
    found = [fact(0, 2, 1, unit="USD"), fact(3, 5, 9, unit="EUR"), fact(6, 8, 3, unit=None), fact(9, 10, 4, "count", unit="USD")]
    report = scoring.score(gold, found)
    assert (report.columns["unit"].hits, report.columns["unit"].extra) == (2, 1)
    assert (report.columns["number"].hits, report.columns["number"].extra) == (2, 1)
    assert report.filled["unit"] == scoring.Score(hits=1, extra=1, missed=1)     # what both leave empty is no merit


def test_errors_name_what_went_wrong_in_text_order() -> None:
    gold, found = [fact(0, 2, 1), fact(3, 5, 2), fact(8, 9, 3)], [fact(3, 6, 2), fact(6, 7, 9), fact(8, 9, 3)]
    assert [name for name, _, _ in scoring.score(gold, found).errors] == ["missed", "different", "extra"]


def test_facts_of_articles_without_gold_are_left_out() -> None:
    assert f1s([fact(0, 2, 1)], [fact(0, 2, 1), fact(0, 2, 1, doc="other")])["strict"] == 1


@pytest.mark.parametrize("way", list(scoring.WAYS))
def test_what_is_near_is_all_that_can_fit(way: str) -> None:
    rows = [fact(start, start + length, number) for start in range(0, 20, 3) for length in (2, 7) for number in (1, 2)]
    gold, found = scoring.grouped(rows[::2])["a"], scoring.grouped(rows[1::3])["a"]
    report = scoring.score(gold, found)
    assert report.scores[way][scoring.ALL].hits == len(scoring.matching(gold, found, scoring.WAYS[way]))


def test_matching_of_a_thousand_alike_needs_no_deep_stack() -> None:
    alike = [fact(0, 1, 1) for _ in range(1500)]
    assert len(scoring.matching(alike, alike[:1499], scoring.WAYS["strict"])) == 1499


FACTS = st.builds(fact, st.integers(0, 8), st.integers(9, 12), st.sampled_from([1, 2]), st.sampled_from(["money", "count"]))
ROWS = st.lists(FACTS, max_size=6)


@settings(deadline=None)       # a busy machine is no failure
@given(ROWS, ROWS)
def test_scores_turn_with_their_sides(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    there, back = scoring.score(gold, found), scoring.score(found, gold)
    for way in scoring.WAYS:
        one, other = there.scores[way][scoring.ALL], back.scores[way][scoring.ALL]
        if gold and found:
            assert (one.precision, one.recall) == (other.recall, other.precision)
        assert 0 <= one.f1 <= 1
    assert there.scores["strict"][scoring.ALL].hits <= there.scores["overlap"][scoring.ALL].hits


@pytest.mark.parametrize(("content", "message"), [
    ('{"doc": "a"}\n', ":1: is no fact: it has no type, start, end"),
    ('{"doc": "a", "type": "money", "start": 0, "end": 1}\nnonsense\n', ":2: is not JSON"),
    ('{"doc": "a", "type": "wealth", "start": 0, "end": 1}\n', "'wealth' is no type of fact"),
    ("\n", "holds no facts"),
])
def test_files_that_hold_no_facts_say_why(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(content, encoding="utf8")
    with pytest.raises(ValueError, match=message):
        scoring.rows(path)
