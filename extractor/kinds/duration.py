"""Durations: lengths of time, counted or vague (`nearly two years`, `two-week`, `decades`).

`number` is in the unit as written, `date` is the TIMEX3 length. An age is none (`45-year-old`), nor is a length that
leads to a date (`three years ago`) or the `per` of a rate (`$3 a day`).
"""
from collections.abc import Iterator

from extractor.divisors import divisor
from extractor.proposals import Example, Proposal, Sentence
from extractor.times.readings import Length


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """The durations among the sentence's time mentions."""
    for mention in sentence.times:
        reading = mention.reading
        if isinstance(reading, Length) and mention.value is not None:
            yield Proposal(mention.start, mention.end, "duration", mention.rule, number=reading.number, low=reading.low, high=reading.high,
                           unit=reading.unit, per=divisor(sentence.text, mention.end, sentence.end), modifier=mention.modifier,
                           date=mention.value, assumed=mention.assumed, sentence=sentence, mention=mention)


EXAMPLES = (
    Example("It took 2 hours, 17 minutes and 45 seconds.", ({"text": "2 hours, 17 minutes and 45 seconds", "date": "PT2H17M45S"},)),
    Example("He signed a five-and-a-half-year deal.", ({"text": "five-and-a-half-year", "number": 5.5, "unit": "year"},)),
    Example("She works 35 hours a week.", ({"text": "35 hours", "date": "PT35H", "per": "week"},)),
    Example("It lasted two years and a day was lost.", ({"text": "two years", "per": None},)),
    Example("He ran a 4.3 second dash.", ({"text": "4.3 second", "number": 4.3},)),
    Example("The strike lasted three months.", ({"text": "three months", "date": "P3M", "number": 3, "unit": "month"},)),
    Example("He served a two-week ban.", ({"text": "two-week", "date": "P2W", "number": 2, "unit": "week"},)),
    Example("Repairs take two to six days.", ({"text": "two to six days", "date": "P2D/P6D", "low": 2, "high": 6, "number": None},)),
    Example("They waited nearly two years.", ({"text": "nearly two years", "date": "P2Y", "modifier": "approximately"},)),
    Example("The feud has gone on for decades.", ({"text": "decades", "date": "PXDE", "number": None, "unit": "decade"},)),
    Example("It took more than a year.", ({"text": "more than a year", "date": "P1Y", "modifier": "more_than"},)),
    Example("The flight lasts 1 hour and 30 minutes.",
            ({"text": "1 hour and 30 minutes", "date": "PT1H30M", "number": 1.5, "unit": "hour"},)),
    Example("Prices doubled over the past three years.", ({"text": "the past three years", "date": "P3Y"},)),
    Example("Rain is expected for a few days.", ({"text": "a few days", "date": "PXD", "number": None},)),
    Example("The term runs four and a half years.", ({"text": "four and a half years", "date": "P4Y6M", "number": 4.5},)),
    Example("He was away for a couple of weeks.", ({"text": "a couple of weeks", "date": "P2W", "number": 2},)),
    Example("Sales hit a record in the year ended June 30.", ({"text": "the year", "date": "P1Y"},)),
    Example("She ran it in 2:22:05.", ({"text": "2:22:05", "date": "PT2H22M5S", "unit": "hour"},)),
    Example("It stood for hundreds of years.", ({"text": "hundreds of years", "date": "PXY", "low": 100, "high": 1000},)),
    Example("It was open for a quarter of a century.", ({"text": "a quarter of a century", "date": "P25Y", "number": 0.25},)),
    Example("The final was extended from four days to five.", ({"text": "four days"}, {"text": "five", "date": "P5D", "unit": "day"})),
    Example("She spoke over four days.", ({"text": "four days", "modifier": None},)),
    Example("A 10-year-old law bars it."),
    Example("Vaccines for children under 12 months are due."),
    Example("The 45-year-old is two years older."),
    Example("She left three years ago."),
    Example("Guards earn $3 a day."),
    Example("The second man came second."),
    Example("He is 12 years of age."),
    Example("Three quarters of the members agreed."),
)
