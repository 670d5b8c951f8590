"""Facts against gold: precision, recall and F1 by type, under three ways to match.

`strict` asks for the same span, type and value; `overlap` for the same type and value on overlapping spans; `span` for the
same span alone. Predictions and gold are matched one to one within an article, as many pairs as can be (bipartite matching
by augmenting paths). A value is the number, the ends of the range and the TIMEX3 date with its days.
"""
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from pydantic_core import from_json

from extractor.fact import TYPES

Row: TypeAlias = Mapping[str, Any]
VALUE = ("number", "low", "high", "date", "date_start", "date_end")
OTHER = ("unit", "per", "modifier", "direction", "subject", "when", "relation", "source")
ALL = "all"


@dataclass
class Score:
    """True positives, false positives and false negatives; scores add up."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.hits + other.hits, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        found = self.hits + self.extra
        return self.hits / found if found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is none."""
        gold = self.hits + self.missed
        return self.hits / gold if gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def row(self) -> dict[str, float | int]:
        """As plain numbers, rates rounded to four places."""
        return {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4),
                "gold": self.hits + self.missed, "found": self.hits + self.extra}


@dataclass
class Report:
    """Scores per way of matching and type (`all` for the sum), right columns of strict matches, and what went wrong."""

    scores: dict[str, dict[str, Score]]
    columns: dict[str, Score] = field(default_factory=dict)
    errors: list[tuple[str, Row | None, Row | None]] = field(default_factory=list)

    def row(self) -> dict[str, Any]:
        """As plain data for JSON."""
        return {way: {kind: score.row() for kind, score in by_type.items()} for way, by_type in self.scores.items()} | {
            "columns": {name: round(score.precision, 4) for name, score in self.columns.items()}}


def same_span(gold: Row, found: Row) -> bool:
    """Whether both stand on the same characters."""
    return bool(gold["start"] == found["start"] and gold["end"] == found["end"])


def overlapping(gold: Row, found: Row) -> bool:
    """Whether the spans share a character."""
    return bool(gold["start"] < found["end"] and found["start"] < gold["end"])


def same_value(gold: Row, found: Row) -> bool:
    """Whether both are of one type and say the same value."""
    return bool(gold["type"] == found["type"]) and all(gold.get(name) == found.get(name) for name in VALUE)


WAYS: dict[str, Callable[[Row, Row], bool]] = {
    "strict": lambda gold, found: same_span(gold, found) and same_value(gold, found),
    "overlap": lambda gold, found: overlapping(gold, found) and same_value(gold, found),
    "span": same_span,
}


def matching(golds: Sequence[Row], found: Sequence[Row], fits: Callable[[Row, Row], bool]) -> dict[int, int]:
    """A largest one-to-one matching, as indices of gold → indices of found (Kuhn 1955, by augmenting paths)."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j, candidate in enumerate(found):
            if j not in seen and fits(golds[i], candidate):
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in range(len(golds)):
        place(i, set())
    return {i: j for j, i in sorted(taken.items())}


def grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by their article's id."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["doc"]].append(row)
    return groups


def score(gold: Iterable[Row], found: Iterable[Row]) -> Report:
    """Score facts against gold. Facts of articles with no gold are left out; an article with gold and no facts counts as missed."""
    golds, predictions = grouped(gold), grouped(found)
    report = Report({way: {kind: Score() for kind in (*TYPES, ALL)} for way in WAYS}, {name: Score() for name in OTHER})
    for doc, rows in golds.items():
        facts = predictions.get(doc, [])
        for way, fits in WAYS.items():
            pairs = matching(rows, facts, fits)
            _count(report.scores[way], rows, facts, pairs)
            if way == "strict":
                _columns(report, rows, facts, pairs)
                report.errors += errors(rows, facts, pairs)
    return report


def _count(scores: dict[str, Score], golds: Sequence[Row], found: Sequence[Row], pairs: Mapping[int, int]) -> None:
    """Add one article's outcome to the scores by type."""
    taken = set(pairs.values())
    outcomes = [(row["type"], Score(hits=1) if i in pairs else Score(missed=1)) for i, row in enumerate(golds)]
    outcomes += [(row["type"], Score(extra=1)) for j, row in enumerate(found) if j not in taken]
    for kind, outcome in outcomes:
        scores[kind] += outcome
        scores[ALL] += outcome


def _columns(report: Report, golds: Sequence[Row], found: Sequence[Row], pairs: Mapping[int, int]) -> None:
    """Count the columns of matched facts that say the same."""
    for i, j in pairs.items():
        for name in OTHER:
            same = golds[i].get(name) == found[j].get(name)
            report.columns[name] += Score(hits=1) if same else Score(extra=1)


def errors(golds: Sequence[Row], found: Sequence[Row], pairs: Mapping[int, int]) -> list[tuple[str, Row | None, Row | None]]:
    """What was `missed`, `extra` or `different` (overlapping, but in span, type or value), in text order."""
    rest = [row for j, row in enumerate(found) if j not in set(pairs.values())]
    wrong: list[tuple[str, Row | None, Row | None]] = []
    for row in (row for i, row in enumerate(golds) if i not in pairs):
        other = next((fact for fact in rest if overlapping(row, fact)), None)
        if other is not None:
            rest.remove(other)
        wrong.append(("different" if other else "missed", row, other))
    wrong += [("extra", None, fact) for fact in rest]
    return sorted(wrong, key=lambda error: (error[1] or error[2] or {})["start"])


def rows(path: Path) -> list[dict[str, Any]]:
    """The facts of a JSON Lines file, or of every `.jsonl` file in a folder.

    Raises ValueError naming file and line for what is no fact, and for a path that holds none.
    """
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    found = []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf8").splitlines(), start=1):
            if line.strip():
                found.append(_row(file, number, line))
    if not found:
        raise ValueError(f"{path}: holds no facts")
    return found


def _row(file: Path, number: int, line: str) -> dict[str, Any]:
    """One line of a file of facts."""
    try:
        row = from_json(line)
    except ValueError as error:
        raise ValueError(f"{file}:{number}: is not JSON: {error}") from None
    lacking = [name for name in ("doc", "type", "start", "end") if not isinstance(row, dict) or name not in row]
    if lacking:
        raise ValueError(f"{file}:{number}: is no fact: it has no {', '.join(lacking)}")
    if row["type"] not in TYPES:
        raise ValueError(f"{file}:{number}: {row['type']!r} is no type of fact: one of {', '.join(TYPES)}")
    return dict(row)
