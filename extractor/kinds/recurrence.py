"""Recurrences: repeated times, with the TIMEX3 value of a SET (`every Monday`, `twice a year`, `daily`).

What says of a thing what kind it is (`an annual report`, `a quarterly dividend`) is none, nor is the `per` of a rate.
"""
from collections.abc import Iterator

from extractor.proposals import Example, Proposal, Sentence


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """The recurrences among the sentence's time mentions."""
    for mention in sentence.times:
        if mention.type == "recurrence" and mention.value is not None:
            yield Proposal(mention.start, mention.end, "recurrence", mention.rule, modifier=mention.modifier, date=mention.value, sentence=sentence,
                           mention=mention)


EXAMPLES: tuple[Example, ...] = ()
