"""Articles with their facts → one HTML page to look at before a table is trusted.

The page is self-contained: style, script and records are inside it, and its content security policy lets it fetch nothing. What is
drawn is decided here, as plain data; `report.html` lays it out, `report.css` gives it its looks, `report.js` makes it answer. Without
script the page still shows the text with its facts, the tables and the timelines.
"""
import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from extractor import chronology, scoring
from extractor.article import Article, dated
from extractor.chronology import Year
from extractor.fact import TYPES, Fact
from extractor.writing import days, value

Row: TypeAlias = Mapping[str, Any]
TITLE = "Facts in the text"
# One sign a type, so that no reader needs the colour.
SIGNS = {"money": "$", "percent": "%", "count": "#", "quantity": "↔", "age": "A", "ordinal": "№", "ratio": "÷", "number": "N",
         "date": "D", "duration": "T", "recurrence": "↻"}
# What comparing with gold can say of a fact: its sign, its name, and what it means.
VERDICTS = {
    "right": ("✓", "right", "all as in the gold"),
    "columns": ("~", "columns differ", "span, type and value are right, other columns differ"),
    "different": ("≠", "different", "overlaps a fact of the gold; span, type or value differ"),
    "extra": ("+", "extra", "found, but not in the gold"),
    "missed": ("−", "missed", "in the gold, but not found"),
}
# A relation as read from the fact that points, and from the fact pointed to.
RELATIONS = {
    "change_from": ("changed from", "changed to"), "compared_with": ("compared with", "basis of comparison for"),
    "part_of": ("part of", "has the part"), "rank_of": ("rank of", "ranks as"), "same_as": ("same as", "same as"),
}
# Controls would be dropped or altered by an HTML parser: their pictures take one character each, too.
PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {127: 0x2421} | dict.fromkeys(range(128, 160), 0xFFFD)
LONE_RETURN = re.compile(r"\r(?!\n)")
YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?")


@dataclass(frozen=True)
class Item:
    """One fact on the page: found, or in the gold alone.

    `key` names it in the page, `differences` are the columns in which the gold says something else (name, gold, found), and
    `wanted` is the span that the gold gives it.
    """

    key: str
    fact: Fact
    verdict: str | None = None
    differences: tuple[tuple[str, str, str], ...] = ()
    wanted: tuple[int, int] | None = None

    @property
    def value(self) -> str:
        """The value for people."""
        return pictured(value(self.fact))

    @property
    def span(self) -> str:
        """The length of a duration, the days of a date where its value does not say them, the time that another value holds for."""
        if self.fact.type == "duration" and self.fact.unit:
            return pictured(value(self.fact.model_copy(update={"date": None})))
        if self.fact.date and YEAR_OR_MONTH.fullmatch(self.fact.date):
            return ""
        return days(self.fact) or (f"in {self.fact.when}" if self.fact.when else "")

    @property
    def columns(self) -> dict[str, str]:
        """The columns that are filled, as text."""
        return {name: pictured(written(column)) for name in Fact.model_fields if (column := getattr(self.fact, name)) not in (None, "", [])}


@dataclass(frozen=True)
class Part:
    """A stretch of the article's text as HTML, with the item that stands on it."""

    html: Markup
    item: Item | None = None


@dataclass(frozen=True)
class Sheet:
    """One article on the page."""

    key: str
    article: Article
    items: list[Item]
    judged: bool
    parts: list[Part] = field(default_factory=list)
    years: list[Year[Item]] = field(default_factory=list)
    dayless: list[Item] = field(default_factory=list)

    def held(self, dates: Iterable[Item]) -> list[Item]:
        """The facts whose values hold for a time that is mentioned."""
        times = {item.fact.date for item in dates}
        return [item for item in self.items if item.fact.when in times and item.verdict != "missed"]

    @property
    def wrong(self) -> int:
        """How many facts were missed, extra or different."""
        return sum(item.verdict in ("different", "extra", "missed") for item in self.items)


def render(readings: Iterable[tuple[Article, list[Fact]]], gold: Iterable[Row] | None = None, title: str = TITLE) -> str:
    """The page as HTML (write it as UTF-8); with `gold` it shows what was missed, extra or different.

    Articles for which there is no gold are shown without a verdict.
    """
    golds = scoring.grouped(gold or ())
    sheets = [sheet(number, article, facts, golds.get(article.id)) for number, (article, facts) in enumerate(readings, start=1)]
    judged = [row for one in sheets if one.judged for row in golds[one.article.id]]
    found = [item.fact.model_dump() for one in sheets if one.judged for item in one.items if item.verdict != "missed"]
    return page(sheets, title, scoring.score(judged, found).scores["strict"][scoring.ALL] if judged else None)


def page(sheets: Sequence[Sheet], title: str, score: scoring.Score | None) -> str:
    """The template filled in."""
    script = source("js")
    items = [item for one in sheets for item in one.items]
    types: Counter[str] = Counter(item.fact.type for item in items)
    verdicts = Counter(item.verdict for item in items)
    return template().render(
        title=pictured(title), sheets=sheets, style=Markup(source("css")), script=Markup(script), digest=digest(script), score=score,
        records={one.key: record(one) for one in sheets}, signs=SIGNS, verdicts=VERDICTS, found=len(items) - verdicts["missed"],
        types=[(kind, types[kind]) for kind in TYPES if kind in types],
        judgements=[(name, verdicts[name]) for name in VERDICTS if name in verdicts]) + "\n"


@cache
def template() -> Template:
    """The page's layout, which escapes all that it is not told to trust."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"line": one_line, "breakable": breakable}
    return environment.from_string(source("html"))


def source(suffix: str) -> str:
    """One of the files that the page is made of."""
    return files("extractor").joinpath(f"report.{suffix}").read_text(encoding="utf8")


def digest(script: str) -> str:
    """The script's hash, by which the page's policy knows it and runs no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf8")).digest()).decode("ascii")


def sheet(number: int, article: Article, facts: Sequence[Fact], golds: Sequence[Row] | None) -> Sheet:
    """One article with its facts; `golds` None: there is nothing to compare with."""
    key = f"a{number}"
    article = dated(article)
    items = [Item("", fact) for fact in facts] if golds is None else compared(article, facts, golds)
    items.sort(key=lambda item: (item.fact.start, item.fact.end))
    items = [replace(item, key=f"{key}f{place}") for place, item in enumerate(items, start=1)]
    dates = [item for item in items if item.fact.type == "date" and item.verdict != "missed"]
    years, dayless = chronology.lay_out(dates, lambda item: (item.fact.date_start, item.fact.date_end))
    return Sheet(key, article, items, golds is not None, list(parts(article.text, items)), years, dayless)


def compared(article: Article, facts: Sequence[Fact], golds: Sequence[Row]) -> list[Item]:
    """Every fact with its verdict, and what was missed."""
    found = [fact.model_dump() for fact in facts]
    place = {id(row): index for index, row in enumerate(found)}
    pairs = scoring.matching(golds, found, scoring.WAYS["strict"])
    items = []
    for i, j in pairs.items():
        differences = differing(article, golds[i], found[j])
        items.append(Item("", facts[j], "columns" if differences else "right", differences))
    for verdict, gold, row in scoring.errors(golds, found, pairs):
        if row is None and gold is not None:
            items.append(Item("", golden(article, gold), verdict))
        elif row is not None:
            differences = differing(article, gold, row) if gold else ()
            items.append(Item("", facts[place[id(row)]], verdict, differences, (gold["start"], gold["end"]) if gold else None))
    return items


def differing(article: Article, gold: Row, found: Row) -> tuple[tuple[str, str, str], ...]:
    """The columns that were labelled and say something else than what was found: name, gold, found."""
    said = {**gold, "text": article.text[gold["start"]:gold["end"]]}
    names = (name for name in ("text", "type", *scoring.VALUE, *scoring.OTHER) if name in said)
    return tuple((name, pictured(written(said[name])), pictured(written(found.get(name))))
                 for name in names if said[name] != found.get(name))


def golden(article: Article, row: Row) -> Fact:
    """A row of gold as a fact, unchecked: a draft may lack columns, and is shown all the same."""
    start, end = (min(max(row[name], 0), len(article.text)) for name in ("start", "end"))
    given = {name: row[name] for name in Fact.model_fields if row.get(name) is not None}
    own = {"doc": article.id, "id": f"{article.id}:{row['start']}-{row['end']}:{row['type']}", "text": article.text[start:end]}
    return Fact.model_construct(**own | given | {"start": start, "end": end})


def parts(text: str, items: Sequence[Item]) -> Iterable[Part]:
    """The text cut at its facts. Where two overlap, as what was missed can overlap what was found, the first has the stretch they share."""
    golds = sorted(item.wanted for item in items if item.wanted is not None)
    text = LONE_RETURN.sub("\n", text)     # a return alone breaks the line, as it did where it was written
    at = 0
    for item in items:
        start = max(item.fact.start, at)
        yield Part(underlined(text, at, start, golds))
        at = max(item.fact.end, at)
        yield Part(underlined(text, start, at, golds), item)
    yield Part(underlined(text, at, len(text), golds))


def underlined(text: str, start: int, end: int, golds: Iterable[tuple[int, int]]) -> Markup:
    """A stretch of text as HTML, with what belongs to the span of a gold fact set off; the spans come in text order."""
    html, at = [], start
    for first, last in golds:
        first, last = max(first, at), min(last, end)
        if first < last:
            html += [shown(text[at:first]), Markup('<span class="gold">'), shown(text[first:last]), Markup("</span>")]
            at = last
    return Markup("").join([*html, shown(text[at:end])])


def shown(text: str) -> Markup:
    """Text as HTML that a parser gives back character by character."""
    return Markup(str(escape(pictured(text))).replace("\r", "&#13;"))


def pictured(text: str) -> str:
    """Text with pictures for control characters."""
    return text.translate(PICTURES)


def one_line(text: str) -> str:
    """Text for a cell."""
    return pictured(" ".join(text.split()))


def breakable(name: str) -> Markup:
    """A rule's name, which may break after its dots and underscores."""
    return Markup(str(escape(one_line(name))).replace(".", ".<wbr>").replace("_", "_<wbr>"))


def written(column: Any) -> str:
    """A column's value as text, numbers in full."""
    if isinstance(column, list):
        return ", ".join(f"{entity.text} ({entity.label})" if entity.label else str(entity.text) for entity in column)
    return "" if column is None else str(column)


def record(one: Sheet) -> dict[str, Any]:
    """What the script needs of an article: its facts by key, and the relations as key, key and name."""
    keys = {item.fact.id: item.key for item in reversed(one.items)}
    links = [(item.key, keys[item.fact.relation_to], *RELATIONS[item.fact.relation]) for item in one.items
             if item.fact.relation is not None and item.fact.relation_to in keys]
    facts = {item.key: {"type": item.fact.type, "value": item.value, "verdict": item.verdict, "columns": item.columns,
                        "differences": item.differences} for item in one.items}
    return {"facts": facts, "links": links}
