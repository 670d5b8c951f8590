"""Facts against gold: precision, recall and F1 by type, under four ways to match, and accuracy by column.

`strict` asks for the same span, type and value; `overlap` for the same type and value on overlapping spans; `value` for the
same type and value anywhere in the article; `span` for the same span alone. Facts and gold are matched one to one within
an article, as many pairs as can be. A value is the number, the ends of the range and the TIMEX3 date with its days. A column
that a row of gold does not have was not labelled, and is asked for by no way.
"""
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from pydantic_core import from_json

from extractor import markup, semeval
from extractor.alignment import Row, grouped, matching, neighbours, of_one_type, overlapping, same_mention, same_span
from extractor.fact import TYPES

__all__ = ["ALL", "OTHER", "VALUE", "WAYS", "Report", "Row", "Score", "Scores",
           "empty_gold", "errors", "grouped", "matching", "rows", "same_value", "score"]
VALUE = ("number", "low", "high", "date", "date_start", "date_end")
OTHER = ("unit", "per", "modifier", "direction", "subject", "when", "relation", "relation_to", "source")
ALL = "all"
LINES = ".jsonl"


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

    def row(self) -> dict[str, Any]:
        """As plain numbers, rates rounded to four places."""
        return {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4),
                "gold": self.hits + self.missed, "found": self.hits + self.extra}


Scores: TypeAlias = dict[str, dict[str, Score]]


def no_scores() -> Scores:
    """Empty scores: way → type (`all` for the sum) → score."""
    return {way: {kind: Score() for kind in (*TYPES, ALL)} for way in WAYS}


@dataclass
class Report:
    """What scoring gave.

    `scores` are per way and type, `documents` the same per article (what intervals are drawn from), `schemas` those of
    SemEval-2013. Of the facts whose span and type are right, `columns` says how often each column is (its precision), and
    `filled` scores it where gold or fact fill it. `errors` is what went wrong, under `strict`.
    """

    scores: Scores = field(default_factory=lambda: no_scores())
    columns: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in (*VALUE, *OTHER)})
    errors: list[tuple[str, Row | None, Row | None]] = field(default_factory=list)
    filled: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in (*VALUE, *OTHER)})
    schemas: semeval.Outcome = field(default_factory=semeval.empty)
    documents: dict[str, Scores] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """As plain data for JSON."""
        return {way: {kind: score.row() for kind, score in by_type.items()} for way, by_type in self.scores.items()} | {
            "columns": {name: round(score.precision, 4) for name, score in self.columns.items()},
            "filled": {name: score.row() for name, score in self.filled.items()},
            "semeval": {schema: {kind: counts.row() for kind, counts in by_type.items()} for schema, by_type in self.schemas.items()},
            "documents": len(self.documents)}


def same_value(gold: Row, found: Row) -> bool:
    """Whether both are of one type and say the same value, as far as gold says it."""
    return bool(gold["type"] == found["type"]) and all(gold[name] == found.get(name) for name in VALUE if name in gold)


WAYS: dict[str, Callable[[Row, Row], bool]] = {
    "strict": lambda gold, found: same_span(gold, found) and same_value(gold, found),
    "overlap": lambda gold, found: overlapping(gold, found) and same_value(gold, found),
    "value": same_value,
    "span": same_span,
}


def score(gold: Iterable[Row], found: Iterable[Row], empty: Iterable[str] = ()) -> Report:
    """Score facts against gold. Facts of articles with no gold are left out; an article with gold and no facts counts as missed.

    `empty` are the ids of articles whose gold is that they have no facts: what is found there is extra.
    """
    predictions, labels, report = grouped(found), grouped(gold), Report()
    for doc in dict.fromkeys((*labels, *empty)):
        golds = labels.get(doc, [])
        facts = predictions.get(doc, [])
        near, alike = neighbours(golds, facts), of_one_type(golds, facts)
        report.documents[doc] = no_scores()
        for way, fits in WAYS.items():
            pairs = matching(golds, facts, fits, alike if way == "value" else near)
            _count(report.documents[doc][way], golds, facts, pairs)
            for kind, outcome in report.documents[doc][way].items():
                report.scores[way][kind] += outcome
            if way == "strict":
                report.errors += errors(golds, facts, pairs)
        _columns(report, golds, facts, matching(golds, facts, same_mention, near))
        semeval.add(report.schemas, golds, facts)
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
    """Count the labelled columns of paired facts that say the same."""
    for i, j in pairs.items():
        for name in (name for name in report.columns if name in golds[i]):
            said, read = golds[i][name], found[j].get(name)
            report.columns[name] += Score(hits=1) if said == read else Score(extra=1)
            if said == read is not None:
                report.filled[name] += Score(hits=1)
            elif said != read:
                report.filled[name] += Score(extra=int(read is not None), missed=int(said is not None))


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
    """The facts of a JSON Lines file, of a marked `.gold` file, or of every `.jsonl` file in a folder (where it has none, every `.gold`).

    Raises ValueError naming file and line for what is no fact, and for a path that holds none.
    """
    found: list[dict[str, Any]] = []
    for file in gold_files(path):
        if file.suffix == markup.SUFFIX:
            found += markup.read(file).facts
            continue
        found += _rows(file)
    if not found and path.suffix != markup.SUFFIX:
        raise ValueError(f"{path}: holds no facts")
    return found


def _rows(file: Path) -> list[dict[str, Any]]:
    """The facts of one JSON Lines file."""
    try:
        lines = file.read_bytes().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file}: is not UTF-8 (byte {error.start})") from None
    return [_row(file, number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def check_texts(gold: Iterable[Row], texts: Mapping[str, str]) -> None:
    """Raise ValueError for the first fact of gold that does not stand in its article: it is of another text, or the text was changed."""
    for row in gold:
        stands = texts[row["doc"]][row["start"]:row["end"]] if row["doc"] in texts else None
        if stands is not None and row.get("text") not in (None, stands):
            raise ValueError(f"{row['doc']}:{row['start']}-{row['end']}: the gold has {row['text']!r} where the article has {stands!r}: "
                             "it is gold of another text")


def gold_files(path: Path) -> list[Path]:
    """The files of gold that a path means."""
    if not path.is_dir():
        return [path]
    return sorted(path.rglob("*" + LINES)) or sorted(path.rglob("*" + markup.SUFFIX))


def empty_gold(path: Path) -> list[str]:
    """The ids of the articles whose file of gold holds no fact: that of a marked file, for JSON Lines the file's path in the folder."""
    drafts = [markup.read(file) for file in gold_files(path) if file.suffix == markup.SUFFIX]
    blank = [file for file in gold_files(path) if path.is_dir() and file.suffix == LINES and not file.read_bytes().strip()]
    return [each.doc for each in drafts if not each.facts] + [file.relative_to(path).with_suffix("").as_posix() for file in blank]


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
