"""Facts → JSON Lines, or a table for people; scores → a table."""
from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.fact import Fact
from extractor.scoring import VALUE, Report, Row

QUALIFIERS = {"approximately": "≈ ", "more_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ "}
ARROWS = {"up": "↑ ", "down": "↓ "}


def line(fact: Fact) -> str:
    """One fact as a line of JSON, with its line end."""
    return fact.model_dump_json() + "\n"


def write(facts: Iterable[Fact], stream: IO[str]) -> None:
    """Write one article's facts as JSON Lines, in one piece so that a killed run leaves whole lines."""
    stream.write("".join(map(line, facts)))


def value(fact: Fact) -> str:
    """A fact's value for people: its date, its number with the unit, or the two ends of its range."""
    if fact.date is not None:
        return fact.date
    ends = [fact.number] if fact.number is not None else [fact.low, fact.high]
    number = " – ".join(f"{end:,}" for end in ends if end is not None)
    unit = f" {fact.unit}" if fact.unit else ""
    per = f" per {fact.per}" if fact.per else ""
    return f"{ARROWS.get(fact.direction or '', '')}{QUALIFIERS.get(fact.modifier or '', '')}{number}{unit}{per}"


def days(fact: Fact) -> str:
    """The days that a date covers."""
    if fact.date_start is None or fact.date_start == fact.date_end:
        return ""
    return f"{fact.date_start} … {fact.date_end}"


def show(facts: Iterable[Fact], console: Console) -> None:
    """Print facts as a table, one article after the other."""
    table = Table(header_style="bold", box=None, pad_edge=False)
    table.add_column("place", justify="right")
    for name in ("type", "text", "value", "days", "about", "rule"):
        table.add_column(name)
    doc = None
    for fact in facts:
        if fact.doc != doc:
            doc = fact.doc
            table.add_section()
            table.add_row("", Text(doc, style="bold"), "", "", "", "", "")
        cells = (f"{fact.start}", fact.type, " ".join(fact.text.split()), value(fact), days(fact), fact.subject or "", fact.rule)
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)


def show_scores(report: Report, console: Console, errors: bool = False) -> None:
    """Print scores as a table; with `errors`, what was missed, extra or different below it."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("type")
    for name in ("gold", "found", *(f"{way} {rate}" for way in report.scores for rate in ("P", "R", "F1"))):
        table.add_column(name, justify="right")
    for kind, total in report.scores["strict"].items():
        if total.hits + total.extra + total.missed:
            rates = [rate for way in report.scores.values() for rate in (way[kind].precision, way[kind].recall, way[kind].f1)]
            table.add_row(kind, str(total.hits + total.missed), str(total.hits + total.extra), *(f"{100 * rate:.1f}" for rate in rates))
    console.print(table)
    right = "  ".join(f"{name} {100 * each.precision:.1f}" for name, each in report.columns.items())
    console.print(f"columns right, of strict matches: {right}", highlight=False, soft_wrap=True)
    for name, gold, found in report.errors if errors else []:
        row = gold or found or {}
        place = f"{row['doc']}:{row['start']}-{row['end']}"
        console.print(f"{name:9} {place}  gold {brief(gold)}  found {brief(found)}", highlight=False, markup=False, soft_wrap=True)


def brief(row: Row | None) -> str:
    """A fact in a few words, for a list of errors."""
    if row is None:
        return "–"
    return f"{row['type']} {row.get('text')!r} " + " ".join(f"{name}={row[name]}" for name in VALUE if row.get(name) is not None)
