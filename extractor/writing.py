"""Facts → JSON Lines, or a table for people."""
from collections.abc import Iterable
from itertools import groupby
from typing import IO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.fact import Fact

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


WIDE = 120      # columns of a terminal with room for the days covered and the rule


def show(facts: Iterable[Fact], console: Console) -> None:
    """Print facts as tables, one an article; what the terminal is too narrow for is cut in the words, never in a value."""
    wide = console.width >= WIDE
    for doc, group in groupby(facts, key=lambda fact: fact.doc):
        table = Table(title=Text(doc, style="bold"), title_justify="left", header_style="bold", box=None, pad_edge=False)
        table.add_column("place", justify="right", no_wrap=True, min_width=5)
        table.add_column("type", no_wrap=True, min_width=10)
        table.add_column("text", no_wrap=True, overflow="ellipsis", max_width=30 if wide else 24)
        table.add_column("value", no_wrap=True, min_width=16)
        table.add_column("about", no_wrap=True, overflow="ellipsis", min_width=18, max_width=44 if wide else 20)
        for name in ("days", "rule") if wide else ():
            table.add_column(name, no_wrap=True)
        for fact in group:
            cells = [f"{fact.start}", fact.type, " ".join(fact.text.split()), value(fact), fact.subject or ""]
            cells += [days(fact), fact.rule] if wide else []
            table.add_row(*(Text(cell) for cell in cells))
        console.print(table)
