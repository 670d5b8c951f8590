"""What changed between two runs, and whether gold agrees."""
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.comparison import changes, totals


def fact(start: int, end: int, number: float, kind: str = "money", doc: str = "a", **columns: Any) -> dict[str, Any]:
    return {"doc": doc, "type": kind, "text": "x" * (end - start), "start": start, "end": end, "number": number} | columns


def test_gained_lost_and_changed_in_text_order_with_the_columns() -> None:
    before = [fact(0, 2, 1), fact(3, 5, 2, unit="USD"), fact(6, 8, 3), fact(9, 12, 4)]
    after = [fact(3, 5, 2, unit="EUR"), fact(6, 8, 3), fact(9, 13, 4), fact(20, 21, 5)]
    found = changes(before, after)
    assert [(change.kind, change.columns) for change in found] == [
        ("lost", ()), ("changed", ("unit",)), ("changed", ("end",)), ("gained", ())]
    assert totals(found) == {"gained": 1, "lost": 1, "changed": 2}


def test_gold_says_what_is_better_and_what_is_worse() -> None:
    gold = [fact(0, 2, 1, unit="USD"), fact(3, 5, 2, unit="USD"), fact(6, 8, 3)]
    before = [fact(0, 2, 9), fact(3, 5, 2, unit="USD"), fact(10, 11, 5)]
    after = [fact(0, 2, 1), fact(3, 5, 2, unit="EUR"), fact(6, 8, 3), fact(15, 16, 6)]
    assert [change.verdict for change in changes(before, after, gold)] == ["better", "worse", "better", "better", "worse"]


def test_articles_without_gold_get_no_verdict() -> None:
    assert [change.verdict for change in changes([], [fact(0, 1, 1, doc="b")], [fact(0, 1, 1)])] == [""]


FACTS = st.lists(st.builds(fact, st.integers(0, 8), st.integers(9, 12), st.sampled_from([1, 2]), st.sampled_from(["money", "count"])),
                 max_size=6, unique_by=lambda row: (row["start"], row["end"], row["type"]))


@settings(deadline=None)       # a busy machine is no failure
@given(FACTS, FACTS)
def test_every_fact_is_in_one_change_or_the_same_in_both(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    found = changes(before, after)
    assert [row for row in before if row not in after] == sorted(
        (change.before for change in found if change.before), key=before.index)      # type: ignore[arg-type]
    assert [row for row in after if row not in before] == sorted(
        (change.after for change in found if change.after), key=after.index)         # type: ignore[arg-type]
    assert changes(before, before) == []
