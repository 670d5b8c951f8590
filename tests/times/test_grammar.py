"""What the grammar finds: spans by class of expression, and what is no time. No values, no article date."""
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import numerals
from extractor.times import grammar
from extractor.times.lexer import lex, promising
from extractor.times.lexicon import CODES
from extractor.times.readings import Length, Repeat

# Sentences with their time expressions in brackets, as TIMEX3 has their extent.
DAYS = [
    "It opened on [April 4, 1992].", "It opened on [4 April 1992].", "It opened on [the 4th of July].", "It opened on [Wed., Sept. 3].",
    "It opened on [Sunday, March 8, 1998], in Rome.", "The ban ends [March 31].", "It ran [April 11–12] and [May 3 to May 5].",
    "It ran [11 to 12 April 2023].",
    "It closes on [Friday the 13th].", "It was filed on [2023-02-28] and [02/28/2023].", "We met on [Thursday night].",
    "We met [last Friday].",
    "We meet on [Friday of next week].", "They met on [April 9] and [10] in Oslo.", "They met on [9] and [10 April].",
    "He fled on [Christmas Eve].",
    "Shops open on [Thanksgiving Day 2023].", "It fell on [the previous Friday].", "It sank on [Nov. 5, 2012, at 10:30 a.m.]",
    "It sank at [9 a.m. EST Tuesday].", "It sank [around Nov. 6].", "The day's work began at [4 in the morning].",
    "It closes at [noon Saturday].", "It sank on [the morning of 3 March 1881].", "It sank on the night of [May 3],",
    "It fell on [May 3 last year].", "It fell on [3 June of this year].",
    "It is held on [the last Sunday in September].", "It is held on [the second Tuesday of May 2023].", "It has slept since [New Year].",
]
SERIES = [
    "On [May 3], [4] and [5] it rained.", "On [3], [4] and [5 May] it rained.", "On [the 3rd] and [4th of May] it rained.",
    "On [May 3], 4 and 5 people died.", "It grew in [the 18th] and [19th centuries].",
    "It grew in [the second] and [third quarters of 2023].", "It is sold in the second and third quarters.",
    "The [two-day], [36-hour] event.",
]
HOURS = [
    "It is open from [10 to 4] and from 9 to 5 in all [tomorrow].", "The gates open [half an hour] early, at [9.30].",
    "He leaves at [six in the morning].", "It begins at [9:30 Tuesday morning].", "It struck at [1430 hours on Tuesday].",
    "It struck after [1430 hours] of work.",
    "It is open from [11:00 to 15:00].", "It is open from [7 to 9 p.m.]", "It ran between [1 a.m. and 4 a.m.]",
    "It ran between [1:50 a.m. and 2:35 a.m. on Aug. 11].", "On [June 27], from [11:00 to 15:00], it is open.",
    "It ran from [9 a.m. Monday to 5 p.m. Tuesday].", "It struck at [4:12 a.m. local time].",
    "It struck at [3 p.m. Moscow time on Sunday].",
    "Doors open at [half past seven].", "Doors open at [a quarter to nine].", "It struck at [ten past six in the evening].",
    "Three were kept in bed [overnight].", "Fog held it up in [the morning].",
]
PERIODS = [
    "One day in [April] it rained.",
    "It opened on [the 1st of this month].",
    "It will be gone by [mid-century].", "It grew in the [April-to-June] quarter.",
    "It grew in [the full year 2023].", "It was dry in [the summer of 2015-16].", "It has grown since [the turn of the millennium].",
    "In [2023] we meet on [the 11th].", "In [2023] we played on the 11th hole.",
    "It is set for [the week] beginning [3 June].",
    "The cuts run past [March].",
    "It fell in [March 2020].", "It fell in [early March].",  "It fell in [late 2019].", "It fell in [mid-1990].",
    "The boom of [the mid-1980s] ended.",
    "The boom of [the '80s] ended.", "It rose in [the first half of 2023].", "It rose in [the third quarter].",
    "Its [third-quarter] profit rose.",
    "It rose in [Q3 2024].", "It rose in [Q3 FY24].", "It rose in [fiscal 2023].", "It rose in [the second quarter of last year].",
    "It rose in [last year's first quarter].", "It was built in [the 19th century].", "It is warm in [the spring of 2021].",
    "It starts in [the fall].",
    "It starts [this summer].", "In [the 2019-20 season] he scored.", "It grew from [2010 to 2015].", "It grew between [2010 and 2015].",
    "It grew in [2012–13].", "It ended by [the end of the year].", "It ended at [the beginning of October].", "It ended [June last year].",
    "By [the year 2000] it had gone.", "He died [around the year 120].", "It was built from [1806 to 1811].",
    "It stood between [A.D. 900 and 1100].",
    "It was ten times the figure for [1800].", "In [2018] people told us so.", "\"In [2018] people told us so.\"",
    "It rose in [FY 2022-23].",
    "It rose in [the 2021-22 financial year].", "It rose in [this financial year].", "It rose in [the same period of 2022].",
    "It grew by [end-September].",
    "It grew in [the June quarter].", "It grew in [the December 2022 quarter].", "It was built [around 1890].",
    "It lost more in [the same period a year earlier].", "It grew in [the same month a year ago].", "It ended in [44 BC].",
    "It ended in [the last week of July].", "It ended in [April of this year].",
]
RELATIVE = [
    "It burned [a hundred and forty years ago].", "He sold a hundred and left [three days later].",
    "It fell [last year].", "It fell [earlier this month].", "It falls [early next week].", "It fell [the following day].",
    "It fell [that same year].",
    "It fell [yesterday].", "It falls [tomorrow night].", "It fell [the day before yesterday].", "It fell [the day before Christmas].",
    "It fell [three years ago].", "It fell [nearly two years ago].", "It fell [a year earlier].",
    "It was 22% less than [a year earlier].", "It fell [more than a year ago].", "It fell [two days later].",
    "It fell [the year before].",
    "It falls on [Wednesday week].", "It falls [the week after next].", "It falls [two weeks from now].",
    "It falls [two days after Christmas].",
    "It falls in [the week of March 9].",
    "It is [now] shut.", "It was [recently] shut.", "It will shut [soon].", "It did well in [the past].",
    "It will shut in [the near future].",
    "It shut in [recent years].", "It is quiet [these days].", "The [year-ago] loss was larger.", "It fell in [the year-earlier quarter].",
    "It rose in [the corresponding period last year].", "It closes at [year-end].", "It fell [late Tuesday].",
    "It fell [this past spring].", "It was [eight years ago this week].", "It was found [three days later] in a barn.",
]
LENGTHS = [
    "It took [2hr 6min 41sec] to cross.", "They waited [two hundred and six days].",
    "It lasted [three months].", "A [two-week] ban.", "The [two-week] ban.", "It took [two to six days].",
    "It took [nearly two years].", "It took [at least 10 days].",
    "It took [more than four hours].", "It took [a year and a half].", "It took [half an hour].", "It went on for [years].",
    "It went on for [several weeks].",
    "It took [the past three years].", "It takes [the next 12 to 18 months].", "It lasted [a three-year period].",
    "It took [a decade or so].",
    "It takes [2 1/2 hours].", "It takes [twenty-five minutes].", "A [decades-long] feud.", "It rained [all day].",
    "It took [a hundred years].", "It stood for [hundreds of years].", "It slept for [tens of thousands of years].",
    "It took [a quarter of a century].", "It took [three quarters of an hour].", "The second storm in [a week] hits town.",
    "It came [a day] late.", "She spoke over [four days].", "It lasted [over four days].", "It went from [four days] to [five].",
    "It lasted [1:33].", "Start tablets [a fortnight] before the season.", "She drove [an hour] to see it.",
    "They waited [an hour] for it.", "It shut for [ten or even 20 days].",
    "It is open [seven days], [364 days] a year.",
    "It takes between [10 and 14 years].", "It lasted [1.2 million years].", "It began [400 million years] before that.",
    "It melted [a month] too soon.",
    "The walk that took [15 minutes] earlier in the day takes long.",
    "He left at [a week]'s notice.", "He slept for the best part of [an hour].", "It rained in [a single day].",
    "It starts [20 days] earlier than it did.",
    "They work [40 hours] a week, [35 hours] per week.", "He ran a [4.3 second] dash.",
    "She ran it in [2:22:05].", "They passed halfway in [64:10].", "His third [two-week] ban.",
]
REPEATS = [
    "It opens [every Monday].", "It opens [each July].", "It opens [each February] and [March].", "It opens [daily].",
    "It opens [twice a year].", "It opens [every two weeks].",
    "It opens on [Sundays].",
    "It opens on [Tuesday nights].", "It opens [every other day].", "He walks [less than once a week].",
    "It blinks [twice every 30 seconds].",
    "It erupts [every three or four years].", "It opens on [the first Monday of every month].", "It was stepped up to [twice a week].",
    "It is read [twice weekly].", "It leaves [every half hour].",
]
NO_TIMES = [
    "Prime Minister May said she may march on.", "March on, they said.", "The Sunday Times and the Daily Herald wrote so.",
    "He came second and the second man fell.",
    "The sun sets.", "He sat still, she wed him.", "Prices fall, the fall in prices and a spring in his step.",
    "The hotline is open 24/7.", "It ended 2-1.",
    "About 2000 people and 1500 cows came.", "It costs $2012 or £1999.", "See page 1984, room 2010 or flight 1776.",
    "The 45-year-old is two years old.",
    "A 10-year-old law.", "Version 1.2.3 of 192.168.1.10.", "Call 138-2010-2015.", "It is one light year and ten light years away.",
    "He earns $3 a day and sells 40 cars a month.", "Black Sabbath played to 60 percent.", "An annual report and a quarterly dividend.",
    "Once more, once and for all.",
    "The minutes of the meeting.", "A quarter of them left, three quarters of us stayed.", "Time and again, time after time.",
    "She was born in the 2000m final.", "Highs in the 90s melted it.", "Support fell among the over-50s.",
    "Vaccines for children under 12 months.",
    "It rose from a quarter to nine tenths.",
    "It was priced at odds of 60:40 and won in 3:30.", "Its largest daily rise.", "In 1450 cases, nobody was told.",
    "Chinese New Year parades.",
    "Overnight rates rose in overnight trading.", "He read it in the morning paper.", "The year 12 pupils sat it.", "It sold for 1800.",
    "It closed at 9.30 and the rate began at 4.75 percent.",
    "The last quarter of it was eaten.", "He earns $3 a day after tax.", "He scored at 7:42 of the third period.", "The Year 10s came.",
    "It weighs one hundred and three quarters.", "The site is called 78,000 times a minute.",
    "It sold about 1500 and around 1890 people came.",
]


def marked(text: str) -> tuple[str, list[str]]:
    return text.replace("[", "").replace("]", ""), [part.split("]")[0] for part in text.split("[")[1:]]


def spans(text: str) -> list[str]:
    return [text[mention.start:mention.end] for mention in grammar.find(text, 0, len(text))]


@pytest.mark.parametrize("example", DAYS + SERIES + HOURS + PERIODS + RELATIVE + LENGTHS + REPEATS)
def test_spans(example: str) -> None:
    text, expected = marked(example)
    assert spans(text) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(("examples", "reading"), [(LENGTHS, Length), (REPEATS, Repeat)])
def test_kinds_of_reading(examples: list[str], reading: type) -> None:
    for example in examples:
        text, _ = marked(example)
        assert all(isinstance(mention.reading, reading) for mention in grammar.find(text, 0, len(text))), text


@pytest.mark.parametrize(("text", "expected"), [
    ("In early March it rained.", "start"), ("The late 1980s were dry.", "end"), ("The middle of October was dry.", "mid"),
    ("It took about a week.", "approximately"), ("It took at least a week.", "at_least"), ("It took less than a week.", "less_than"),
    ("It took up to 30 days.", "at_most"), ("It took over a week.", "more_than"), ("It took a week or more.", "at_least"),
    ("In March it rained.", None),
])
def test_modifiers(text: str, expected: str | None) -> None:
    assert [mention.modifier for mention in grammar.find(text, 0, len(text))] == [expected]


def test_offsets_count_from_the_start_of_the_article() -> None:
    text = "First it rained. Then, on May 5, it stopped."
    mention, = grammar.find(text, 17, len(text))
    assert text[mention.start:mention.end] == "May 5"


def test_a_sentence_without_any_trigger_is_not_lexed() -> None:
    for text, answer in ("The company makes shoes, hats and gloves for 300 shops.", False), ("It makes shoes in May.", True):
        assert promising(text, 0, len(text), numerals.words(text, 0, len(text))) is answer


def test_number_words_become_one_lexeme() -> None:
    text = "nineteen ninety-seven, twenty-five, two thousand, twenty-first"
    lexemes = lex(text, 0, len(text), numerals.words(text, 0, len(text))).lexemes
    assert [(lexeme.name, lexeme.number) for lexeme in lexemes if lexeme.name != "COMMA"] == [
        ("YEAR", 1997), ("NUMW", 25), ("NUMW", 2000), ("ORD", 21)]


@pytest.mark.parametrize("unit", [
    "last ", "twenty ", "between ", "9 and ", "the end of ", "1,1", "a.", "2012-", "May ", "year-", "the quarter ended ", "1/2/"])
def test_long_lines_take_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert isinstance(grammar.find(text, 0, len(text)), list)


WORDS = st.sampled_from("May last the of in 1990s 2012 3rd first quarter year years ago a two – - / to , . ' Tuesday early earlier night "
                        "10:30 p.m. EST next this every week after before Christmas half century 12/11/2003 and between from now recently "
                        "'s fiscal Q3 FY24 ½ 0 99999999999999999999".split())


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_ordered_spans_of_its_own(text: str) -> None:
    mentions = grammar.find(text, 0, len(text))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))


@given(st.text(alphabet=sorted(CODES.values()), min_size=1, max_size=8))
def test_a_rule_matches_only_where_it_can_begin(symbols: str) -> None:
    for rule in grammar.RULES:
        match = rule.pattern.match(symbols)
        assert not rule.openings.isdisjoint((symbols[:1], symbols[:2])) or match is None or not match.group()
