"""What the stages hand on: number mentions in, proposals out, and the sentence they stand in.

A mention is a number or time expression found in the text and not yet typed; a proposal is what a kind makes of
mentions: a fact to be, or a refusal (a name, a score, a code), which claims its stretch of text and emits nothing.
All offsets are half-open code points into the article's text.
"""
import functools
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extractor.tokens import Token, tokenize

if TYPE_CHECKING:
    from extractor.times.grammar import TimeMention


@dataclass(slots=True)
class NumberMention:
    """A number as written: a point `value`, or `low` and `high` (`15-17`, `dozens`)."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    form: str = "digits"          # digits, words, mixed, fraction, ordinal, vague, article
    scale: str | None = None      # the scale word or suffix that it ends in: million, bn, k, dozen
    parts: tuple["NumberMention", ...] = ()   # the two ends of a range that was written as one
    follower: "NumberMention | None" = None   # the next number of a series: 10, 20 and 30 km
    named: str | bool | None = None   # the rule by which it is part of a name, once asked for; False for none
    before: str | None = None         # the word before it, once asked for


@dataclass(slots=True)
class Name:
    """A name in the sentence; `label` is PER, ORG, LOC or None where its type is in doubt."""

    start: int
    end: int
    label: str | None


@dataclass
class Sentence:
    """One sentence of an article with everything found in it so far."""

    text: str                     # the whole article's text: offsets count from its start
    start: int
    end: int
    words: list[str] = field(default_factory=list)      # its `numerals.words`, to see at once what cannot stand in it
    numbers: list[NumberMention] = field(default_factory=list)
    times: list["TimeMention"] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    place: str | None = None      # the article's place, for a bare $
    parsed: bool = False          # tokens carry tags and heads of the trained pipeline, not guessed tags
    partitive_one: bool = False   # `one of the …` counts too
    untimed: list[NumberMention] | None = None    # the numbers that no time holds, once asked for (`numbers.outside`)
    unclaimed: list[NumberMention] | None = None  # of these the ones that a number alone can win, once the other kinds were asked

    @functools.cached_property
    def tokens(self) -> list[Token]:
        """Its tokens: as the trained pipeline has set them, else with guessed tags, made when they are first asked for."""
        return tokenize(self.text, self.start, self.end)

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after `offset`; len(tokens) when there is none."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low


@dataclass(slots=True)
class Proposal:
    """What one rule makes of a stretch of text. `type` None is a refusal: no fact is emitted there."""

    start: int
    end: int
    type: str | None
    rule: str
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    modifier: str | None = None
    direction: str | None = None
    date: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    assumed: str | None = None
    sentence: Sentence | None = None
    mention: "NumberMention | TimeMention | None" = None
    subject: tuple[int, int] | None = None     # offsets of the phrase that the value is about
    subject_by: str | None = None              # the rule that found it
    when: str | None = None
    relation: str | None = None
    relation_to: "Proposal | None" = None
    source: str | None = None


@dataclass(frozen=True)
class Example:
    """A sentence and the facts of its kind that it gives, each with the columns that matter.

    `date` is the article's date. With `failing` the example is a known failure, tested as a strict expected failure.
    """

    text: str
    facts: tuple[dict[str, Any], ...] = ()
    date: str | None = "2024-04-23"
    failing: str | None = None


def numeric(sentence: Sentence, mention: NumberMention, end: int, kind: str, rule: str, *, start: int | None = None,
            factor: Decimal = Decimal(1), unit: str | None = None, per: str | None = None, assumed: str | None = None) -> Proposal:
    """A proposal with a number mention's value times `factor`, spanning `start` (the mention's) to `end`."""
    number, low, high = mention.value, mention.low, mention.high
    return Proposal(mention.start if start is None else start, end, kind, rule, None if number is None else number * factor,
                    None if low is None else low * factor, None if high is None else high * factor, unit=unit, per=per, assumed=assumed,
                    sentence=sentence, mention=mention)
