"""Scores, errors and changes → tables and lines for people."""
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from extractor.alignment import Row
from extractor.comparison import Change, totals
from extractor.intervals import Interval, intervals
from extractor.scoring import VALUE, Report


def show_scores(report: Report, console: Console, errors: bool = False) -> None:
    """Print scores by type, with intervals of F1, then those of SemEval-2013 and of the columns; with `errors`, what went wrong."""
    ranges = intervals(report.documents)
    others = [way for way in report.scores if way != "strict"]
    table = _table("type", "gold", "found", "P", "R", "F1", "95%", *others)
    for kind, total in report.scores["strict"].items():
        if total.hits + total.extra + total.missed:
            table.add_row(kind, str(total.hits + total.missed), str(total.hits + total.extra),
                          *_percent(total.precision, total.recall, total.f1), _between(ranges.get("strict", {}).get(kind)),
                          *_percent(*(report.scores[way][kind].f1 for way in others)))
    console.print(table)
    over = f"95% their interval over {len(report.documents)} articles" if ranges else "one article gives no interval"
    _line(console, f"P, R and F1 are strict, {over}; then F1 of {', '.join(others)}\n")
    _semeval(report, console)
    _columns(report, console)
    for name, gold, found in report.errors if errors else []:
        row = gold or found or {}
        _line(console, f"{name:9} {place(row)}  gold {brief(gold)}  found {brief(found)}")


def _percent(*rates: float) -> list[str]:
    """Rates as cells."""
    return [f"{100 * rate:.1f}" for rate in rates]


def _between(interval: Interval | None) -> str:
    """An interval as a cell; one article gives none."""
    return f"{100 * interval[0]:.0f}–{100 * interval[1]:.0f}" if interval else "–"


def _semeval(report: Report, console: Console) -> None:
    """Print the four schemas of SemEval-2013 over all types."""
    table = _table("SemEval-2013", "correct", "incorrect", "partial", "missed", "spurious", "P", "R", "F1")
    for schema, by_type in report.schemas.items():
        counts = by_type["all"]
        table.add_row(schema, *(str(number) for number in vars(counts).values()),
                      *_percent(counts.precision, counts.recall, counts.f1))
    console.print(table)
    console.print()


def _columns(report: Report, console: Console) -> None:
    """Print how often each column is right where span and type are, and its F1 where it is filled."""
    table = _table("column", "right", "filled", "F1 where filled")
    for name, right in report.columns.items():
        filled = report.filled[name]
        if right.hits + right.extra:
            told = f"{100 * filled.f1:.1f}" if filled.hits + filled.extra + filled.missed else "–"
            table.add_row(name, *_percent(right.precision), str(filled.hits + filled.missed), told)
    console.print(table)


def show_changes(changes: Sequence[Change], console: Console) -> None:
    """Print what was gained, lost and changed since an earlier run, then how much of it."""
    for change in changes:
        before, after = change.before or {}, change.after or {}
        told = " ".join(f"{name}: {before.get(name)!r} → {after.get(name)!r}" for name in change.columns) or brief(change.fact)
        _line(console, f"{change.kind:8} {change.verdict:6} {place(change.fact)}  {change.fact.get('text', '')!r}  {told}")
    verdicts = ", ".join(f"{sum(change.verdict == name for change in changes)} {name}" for name in ("better", "worse"))
    _line(console, ", ".join(f"{number} {kind}" for kind, number in totals(changes).items()) + f"; by gold {verdicts}")


def place(row: Row) -> str:
    """Where a fact stands."""
    return f"{row['doc']}:{row['start']}-{row['end']}"


def brief(row: Row | None) -> str:
    """A fact in a few words, for a list of errors."""
    if row is None:
        return "–"
    return f"{row['type']} {row.get('text')!r} " + " ".join(f"{name}={row[name]}" for name in VALUE if row.get(name) is not None)


def _table(first: str, *others: str) -> Table:
    """A plain table, numbers to the right."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _line(console: Console, text: str) -> None:
    """Print one line as it is."""
    console.print(text, highlight=False, markup=False, soft_wrap=True)
