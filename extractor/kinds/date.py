"""Dates: days, months, quarters, seasons, years, decades, times of day and ranges of them, absolute or relative.

Spans follow TIMEX3: determiner and modifier inside, preposition and possessive 's outside. What is a name is none
(`Theresa May`), nor is a length of time (`duration`) or a repeated time (`recurrence`).
"""
from extractor.proposals import Example, Proposal, Sentence
from extractor.times.grammar import TimeMention


def propose(sentence: Sentence) -> list[Proposal]:
    """The dates among the sentence's time mentions."""
    return [Proposal(mention.start, mention.end, "date", mention.rule, modifier=mention.modifier, date=mention.value,
                     date_start=mention.date_start, date_end=mention.date_end, assumed=mention.assumed, sentence=sentence, mention=mention)
            for mention in sentence.times
            if mention.type == "date" and mention.value is not None and not (sentence.names and in_name(sentence, mention))]


def in_name(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the mention is one word of a longer name of a person: `Theresa May`, `April Jones`."""
    length = mention.end - mention.start
    return any(name.label == "PER" and name.start <= mention.start and mention.end <= name.end and name.end - name.start > length
               for name in sentence.names)


EXAMPLES = (
    Example("A royal charter of 1246, the oldest, allowed it.", ({"text": "1246", "date": "1246"},)),
    Example("Between 1642 and 1646 armies held the town.", ({"text": "1642 and 1646", "date": "1642/1646"},)),
    Example("It sits on 15 January at 10.30am.", ({"text": "15 January at 10.30am", "date": "2024-01-15T10:30"},)),
    Example("The bridge opened on April 4, 1992.",
            ({"text": "April 4, 1992", "date": "1992-04-04", "date_start": "1992-04-04", "date_end": "1992-04-04"},)),
    Example("Exports fell from January through August 2023.",
            ({"text": "January through August 2023", "date": "2023-01/2023-08", "date_start": "2023-01-01", "date_end": "2023-08-31"},)),
    Example("Last year, on May 11–12, the city hosted a fair.",
            ({"text": "Last year", "date": "2023", "date_start": "2023-01-01", "date_end": "2023-12-31"},
             {"text": "May 11–12", "date": "2023-05-11/2023-05-12", "date_start": "2023-05-11", "date_end": "2023-05-12",
              "assumed": "year: from the date spoken of"})),
    Example("The embassy opened in 1994, and the school that same year.",
            ({"text": "1994", "date": "1994"}, {"text": "that same year", "date": "1994"})),
    Example("For the 2022/2023 academic year 250 places are set aside.",
            ({"text": "the 2022/2023 academic year", "date": "2022/2023", "date_start": None, "date_end": None},)),
    Example("The bank is now closed.", ({"text": "now", "date": "PRESENT_REF", "date_start": None},)),
    Example("Profit rose in the third quarter of 2023.",
            ({"text": "the third quarter of 2023", "date": "2023-Q3", "date_end": "2023-09-30"},)),
    Example("Police arrested him on Sunday night.", ({"text": "Sunday night", "date": "2024-04-21TNI", "date_start": "2024-04-21"},)),
    Example("Talks will resume on Thursday.", ({"text": "Thursday", "date": "2024-04-25"},)),
    Example("The firm was founded in the mid-1990s.",
            ({"text": "the mid-1990s", "date": "199", "modifier": "mid", "date_start": "1990-01-01"},)),
    Example("He resigned three weeks ago.", ({"text": "three weeks ago", "date": "2024-W14", "date_start": "2024-04-01"},)),
    Example("The vote is due on 5 May.", ({"text": "5 May", "date": "2024-05-05", "assumed": "year: from the article's date"},)),
    Example("She landed at 9:30 p.m. EST on Monday.", ({"text": "9:30 p.m. EST on Monday", "date": "2024-04-22T21:30"},)),
    Example("It was signed on 11.4.2023 in Rome.", ({"text": "11.4.2023", "date": "2023-04-11", "assumed": "order: day before month"},)),
    Example("The clinic opens from 7 to 9 p.m. on Friday.",
            ({"text": "7 to 9 p.m. on Friday", "date": "2024-04-26T19:00/2024-04-26T21:00", "date_start": "2024-04-26"},)),
    Example("Doors open at half past seven tomorrow.", ({"text": "half past seven tomorrow", "date": "2024-04-24T07:30"},)),
    Example("The fair moves to the last Sunday in September.", ({"text": "the last Sunday in September", "date": "2024-09-29"},)),
    Example("The town was founded about 850 BC.",
            ({"text": "about 850 BC", "date": "BC0850", "modifier": "approximately", "date_start": "-0849-01-01"},)),
    Example("It was built in the early 1800s.",
            ({"text": "the early 1800s", "date": "18", "modifier": "start", "date_end": "1899-12-31"},)),
    Example("Output rose in 2021-22.", ({"text": "2021-22", "date": "2021/2022", "date_start": None},)),
    Example("The talks begin on Thursday.", ({"text": "Thursday", "date": "XXXX-WXX-4", "date_start": None},), date=None),
    Example("It ended on April 23.", ({"text": "April 23", "date": "XXXX-04-23", "date_end": None},), date=None),
    Example("Prime Minister May said she may march on."),
    Example("The Sunday Times reviewed the play."),
    Example("The shop sold 2000 shirts and 1500 hats."),
    Example("The fall of the city took weeks, and prices fall still."),
    Example("It costs $1999 and weighs 12/16 of a pound."),
    Example("The score was 2-1 in the second game."),
    Example("Turn to page 1984 of the file."),
    Example("Highs in the 90s are forecast, and odds of 60:40 given."),
    Example("He scored at 7:42 of the third period."),
)
