"""Dates: days, months, quarters, seasons, years, decades, times of day and ranges of them, absolute or relative.

Spans follow TIMEX3: determiner and modifier inside, preposition and possessive 's outside. What is a name is none
(`Theresa May`), nor is a length of time (`duration`) or a repeated time (`recurrence`).
"""
from collections.abc import Iterator

from extractor.proposals import Example, Proposal, Sentence
from extractor.times.grammar import TimeMention


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """The dates among the sentence's time mentions."""
    for mention in sentence.times:
        if mention.type == "date" and mention.value is not None and not in_name(sentence, mention):
            yield Proposal(mention.start, mention.end, "date", mention.rule, modifier=mention.modifier, date=mention.value, date_start=mention.date_start,
                           date_end=mention.date_end, assumed=mention.assumed, sentence=sentence, mention=mention)


def in_name(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the mention is one word of a longer name of a person: `Theresa May`, `April Jones`."""
    return any(name.label == "PER" and name.start <= mention.start and mention.end <= name.end and name.end - name.start > mention.end - mention.start
               for name in sentence.names)


EXAMPLES: tuple[Example, ...] = ()
