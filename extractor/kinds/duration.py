"""Durations: lengths of time, counted or vague (`nearly two years`, `two-week`, `decades`).

`number` is in the unit as written, `date` is the TIMEX3 length. An age is none (`45-year-old`), nor is a length that
leads to a date (`three years ago`) or the `per` of a rate (`$3 a day`).
"""
from collections.abc import Iterator

from extractor.proposals import Example, Proposal, Sentence
from extractor.times.readings import Length


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """The durations among the sentence's time mentions."""
    for mention in sentence.times:
        reading = mention.reading
        if isinstance(reading, Length) and mention.value is not None:
            yield Proposal(mention.start, mention.end, "duration", mention.rule, number=reading.number, low=reading.low, high=reading.high, unit=reading.unit,
                           modifier=mention.modifier, date=mention.value, assumed=mention.assumed, sentence=sentence, mention=mention)


EXAMPLES: tuple[Example, ...] = ()
