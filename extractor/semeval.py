"""Facts against gold in the four schemas of SemEval-2013 task 9.1, as the library `nervaluate` counts them.

`strict` asks for span and type, `exact` for the span, `partial` gives half a point for an overlap of any type, `ent_type`
asks for the type on overlapping spans. What overlaps without being right is `incorrect`, what stands alone `missed` or
`spurious`. Unlike the ways of `scoring`, no value is asked for, and every found fact takes its gold in text order (the
right one nearest to it, else the first that overlaps). The scores of a type are taken among its own facts, so that a wrong
type counts as missed in one and spurious in the other.
"""
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from itertools import takewhile
from typing import Any

from extractor.alignment import Row, distance, overlapping, same_mention, same_span
from extractor.fact import TYPES

SCHEMAS: dict[str, Callable[[Row, Row], bool]] = {
    "strict": same_mention,
    "exact": same_span,
    "partial": same_span,
    "ent_type": lambda gold, found: overlapping(gold, found) and bool(gold["type"] == found["type"]),
}
OVERALL = "all"


@dataclass
class Counts:
    """The outcomes of one schema; counts add up."""

    correct: int = 0
    incorrect: int = 0
    partial: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))

    @property
    def precision(self) -> float:
        """The points earned by what was found; 0 where nothing was."""
        found = self.correct + self.incorrect + self.partial + self.spurious
        return (self.correct + self.partial / 2) / found if found else 0.0

    @property
    def recall(self) -> float:
        """The points earned of what gold has; 0 where it is empty."""
        gold = self.correct + self.incorrect + self.partial + self.missed
        return (self.correct + self.partial / 2) / gold if gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def row(self) -> dict[str, float | int]:
        """As plain numbers, rates rounded to four places."""
        return {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4), **vars(self)}


Outcome = dict[str, dict[str, Counts]]


def empty() -> Outcome:
    """No outcome yet: schema → type → counts."""
    return {schema: {kind: Counts() for kind in (*TYPES, OVERALL)} for schema in SCHEMAS}


def add(outcome: Outcome, golds: Sequence[Row], found: Sequence[Row]) -> None:
    """Count one article, both lists in text order."""
    by_type: dict[str, Any] = {OVERALL: (golds, found)} | {
        kind: ([row for row in golds if row["type"] == kind], [row for row in found if row["type"] == kind]) for kind in TYPES}
    for schema, counts in outcome.items():
        for kind, sides in by_type.items():
            counts[kind] += count(schema, *sides)


def count(schema: str, golds: Sequence[Row], found: Sequence[Row]) -> Counts:
    """The outcome of one schema for one article, both lists in text order."""
    right, counts = SCHEMAS[schema], Counts()
    free = deque(golds)
    for fact in found:
        while free and free[0]["end"] <= fact["start"]:
            free.popleft()
            counts.missed += 1
        meeting = [i for i, gold in enumerate(takewhile(lambda gold: gold["start"] < fact["end"], free))     # noqa: B023  used up at once
                   if overlapping(gold, fact)]
        best = min((i for i in meeting if right(free[i], fact)), key=lambda i: distance(free[i], fact), default=None)
        if not meeting:
            counts.spurious += 1
        elif best is not None:
            counts.correct += 1
        elif schema == "partial":
            counts.partial += 1
        else:
            counts.incorrect += 1
        if meeting:
            del free[meeting[0] if best is None else best]
    counts.missed += len(free)
    return counts
