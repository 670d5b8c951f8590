"""The flow: an article's text in, its facts out. Each stage is one call, in the order of `Extractor.read`."""
import datetime
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from extractor import claims, directions, links, modifiers, numbers, numerals, pool, ranges, sentences
from extractor.article import Article, dated
from extractor.fact import TEMPORAL, Fact, facts, plain
from extractor.kinds import Kind, kinds
from extractor.pool import Outcome
from extractor.proposals import NumberMention, Proposal, Sentence
from extractor.syntax import Syntax
from extractor.times import anchor, grammar


@dataclass
class Reading:
    """Everything found in one article: its sentences with mentions, the proposals kept, and those that lost."""

    article: Article
    sentences: list[Sentence] = field(default_factory=list)
    kept: list[Proposal] = field(default_factory=list)
    lost: list[tuple[Proposal, Proposal]] = field(default_factory=list)

    @property
    def untaken(self) -> list[NumberMention]:
        """Number mentions that no rule took."""
        return [mention for sentence in self.sentences for mention in sentence.numbers
                if not any(p.start < mention.end and mention.start < p.end for p in self.kept)]


class Extractor:
    """Extracts facts from articles. Built once; safe to share between threads; pickles as its options.

    `syntax=False` runs the rules without the trained pipeline; `model` is the name or path of another spaCy pipeline
    with the same labels, `names` of one used for names alone; `partitive_one` counts `one of the …`;
    `fiscal_year_end` is the month in which fiscal years end.
    """

    def __init__(self, *, syntax: bool = True, partitive_one: bool = False, model: str | None = None, names: str | None = None,
                 fiscal_year_end: int = 12) -> None:
        self.options: dict[str, Any] = {"syntax": syntax, "partitive_one": partitive_one, "model": model, "names": names,
                                        "fiscal_year_end": fiscal_year_end}
        self.syntax = Syntax(syntax, model, names)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self.options,)

    def extract(self, text: str, date: datetime.date | str | None = None, id: str = "") -> list[Fact]:
        """The facts of one article's text in text order.

        `date` is the article's date (ISO 8601), `id` goes into the facts' `doc`. Offsets count code points of `text`.
        """
        return self.facts(Article(id=id, text=text, date=date))

    def facts(self, article: Article) -> list[Fact]:
        """The facts of one article in text order."""
        reading = self.read(article)
        return facts([record(reading.article, proposal) for proposal in reading.kept if proposal.type is not None])

    def pipe(self, articles: Iterable[Article], workers: int = 1, *, seconds: float | None = None, megabytes: int | None = None,
             errors: Literal["yield", "raise"] = "yield") -> Iterator[Outcome]:
        """Yield every article with its facts, in the order they come in.

        `workers` are processes; `seconds` limits the time that one article may take, `megabytes` the memory of a worker.
        For an article that fails, its `Failure` is yielded; with `errors="raise"` it is raised as a RuntimeError.
        """
        for article, outcome in pool.run(self, articles, workers, pool.Limits(seconds, megabytes)):
            if errors == "raise" and isinstance(outcome, pool.Failure):
                raise RuntimeError(f"{outcome.id}: {outcome.stage}: {outcome.error}")
            yield article, outcome

    def read(self, article: Article) -> Reading:
        """Every stage of the way, for `extract` and for `explain`."""
        article = dated(article)
        reading = Reading(article, self.mentions(article))
        self.syntax.read(reading.sentences)
        anchor.resolve(reading.sentences, article.date, fiscal_year_end=self.options["fiscal_year_end"])
        for sentence in reading.sentences:
            kept, lost = claims.settle(proposals(sentence))
            kept = ranges.join(sentence, kept)
            qualify(sentence, kept)
            reading.kept += kept
            reading.lost += lost
        links.link(article, reading.sentences, reading.kept)
        return reading

    def mentions(self, article: Article) -> list[Sentence]:
        """The sentences in which a number or time is mentioned."""
        found = []
        for start, end in sentences.shortened(article.text, sentences.split(article.text)):
            words = numerals.words(article.text, start, end)
            figures = numbers.find(article.text, start, end, words)
            times = grammar.find(article.text, start, end, words)
            if figures or times:
                found.append(Sentence(article.text, start, end, words, numbers=figures, times=times, place=article.place,
                                      partitive_one=self.options["partitive_one"]))
        return found


def _rebuild(options: dict[str, Any]) -> Extractor:
    return Extractor(**options)


def proposals(sentence: Sentence) -> list[Proposal]:
    """What every kind makes of a sentence; the kinds that lose to all others are asked last, for the numbers still free."""
    found: list[Proposal] = []
    outside = numbers.outside(sentence)
    for kind in asked_first(bool(outside)):
        found += kind.propose(sentence)
    sentence.unclaimed = claims.unclaimed(outside, found)
    for kind in asked_last(bool(sentence.unclaimed)):
        found += kind.propose(sentence)
    return found


@functools.cache
def asked_first(numbered: bool) -> tuple[Kind, ...]:
    """The kinds that are asked of a sentence first: without numbers outside times not those that need one."""
    return tuple(kind for name, kind in kinds().items() if name not in claims.LAST and (numbered or name not in claims.NUMERIC))


@functools.cache
def asked_last(numbered: bool) -> tuple[Kind, ...]:
    """The kinds that are asked last, without free numbers not those that need one."""
    return tuple(kinds()[name] for name in claims.LAST if numbered or name not in claims.NUMERIC)


def qualify(sentence: Sentence, kept: list[Proposal]) -> None:
    """Fill modifier and direction of the numeric facts that were kept."""
    for proposal in kept:
        if proposal.type is not None and proposal.type not in TEMPORAL:
            proposal.modifier = modifiers.modifier(sentence.text, proposal.start, proposal.end, sentence.start, sentence.end)
    directions.assign(sentence, kept)


def identity(article: Article, proposal: Proposal) -> str:
    """A fact's stable id."""
    return f"{article.id}:{proposal.start}-{proposal.end}:{proposal.type}"


def record(article: Article, proposal: Proposal) -> dict[str, Any]:
    """One proposal as the columns of the flat record of facts.md."""
    text, sentence, start, end = article.text, proposal.sentence, proposal.start, proposal.end
    assert sentence is not None and proposal.type is not None
    subject_start, subject_end = proposal.subject or (None, None)
    return {
        "doc": article.id, "id": identity(article, proposal), "type": proposal.type, "text": text[start:end],
        "start": start, "end": end, "number": plain(proposal.number), "low": plain(proposal.low), "high": plain(proposal.high),
        "unit": proposal.unit, "per": proposal.per, "modifier": proposal.modifier, "direction": proposal.direction,
        "date": proposal.date, "date_start": proposal.date_start, "date_end": proposal.date_end,
        "subject": text[subject_start:subject_end] if proposal.subject else None,
        "subject_start": subject_start, "subject_end": subject_end, "when": proposal.when, "relation": proposal.relation,
        "relation_to": identity(article, proposal.relation_to) if proposal.relation_to else None, "source": proposal.source,
        "entities": [{"text": text[n.start:n.end], "label": n.label, "start": n.start, "end": n.end} for n in sentence.names],
        "sentence": text[sentence.start:sentence.end], "sentence_start": sentence.start, "sentence_end": sentence.end,
        "assumed": proposal.assumed, "rule": proposal.rule}


def extract(text: str, date: datetime.date | str | None = None) -> list[Fact]:
    """The facts of one text, in the one-line form."""
    return Extractor().extract(text, date=date)
