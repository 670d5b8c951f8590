"""Resolution: values and days by class, against an article of Tuesday, 23 April 2024 unless the row says another date."""
import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from times_of import TUESDAY, rows, sentences_of, times_of

from extractor.times import anchor
from extractor.times.timeline import Timeline

ABSOLUTE = [
    ("It opened on April 4, 1992.", "1992-04-04"), ("It opened in March 2020.", "2020-03"), ("It opened in 2004.", "2004"),
    ("It grew in Q3 2023.", "2023-Q3"),
    ("It grew in the second half of 2023.", "2023-H2"), ("It was dry in the summer of 2003.", "2003-SU"), ("The 1990s were dry.", "199"),
    ("It was built in the 19th century.", "18"), ("It fell in 44 BC.", "BC0044"), ("It was filed on 2023-02-28.", "2023-02-28"),
    ("It was filed on 02/28/2023.", "2023-02-28"), ("It was filed on 28.2.2023.", "2023-02-28"), ("It grew from 2010 to 2015.",
    "2010/2015"),
    ("It grew in 2012–13.", "2012/2013"), ("In the 2019-20 season he scored.", "2019/2020"), ("It fell on Easter 2024.", "2024-03-31"),
    ("It fell on Thanksgiving 2023.", "2023-11-23"), ("It fell on Labor Day 2023.", "2023-09-04"),
    ("It ran from Nov. 2022 to Feb. 2023.", "2022-11/2023-02"),
    ("It ran from November through February 2023.", "2022-11/2023-02"), ("It opened on Nov. 5, 2012, at 10:30 a.m.", "2012-11-05T10:30"),
    ("It ended on the last day of 2014.", "2014-12-31"), ("It began in the first week of May 2023.", "2023-W18"),
    ("It fell in early March 2022.", "2022-03"),
    ("It opened in the year two thousand.", "2000"), ("It grew in the '60s.", "196"), ("It grew in fiscal 2023.", "2023"),
    ("The 1400s were dry.", "14"), ("It rose in the early 1900s.", "19"), ("He died around the year 120.", "0120"),
    ("It was built from 1806 to 1811.", "1806/1811"),
    ("It lasted from 1939 to '45.", "1939/1945"),
    ("It is held on the second Tuesday of May 2023.", "2023-05-09"), ("It took two centuries.", "P2CE"),
    ("It took a century and a half.", "P150Y"), ("It took a quarter of a century.", "P25Y"),
    ("It grew in the same period of 2022.", "2022"),
]
CLOCKS = [
    ("It is open from 11:00 to 15:00.", "2024-04-23T11:00/2024-04-23T15:00"),
    ("It is open from 7 to 9 p.m.", "2024-04-23T19:00/2024-04-23T21:00"),
    ("It is open from 11 to 3 p.m.", "2024-04-23T11:00/2024-04-23T15:00"),
    ("It snowed from 10 p.m. to 2 a.m.", "2024-04-23T22:00/2024-04-24T02:00"),
    ("It ran between 1:50 a.m. and 2:35 a.m. on Aug. 11 last year.", "2023-08-11T01:50/2023-08-11T02:35"),
    ("Doors open at half past seven.", "2024-04-23T07:30"), ("It struck at 7:15 Friday evening.", "2024-04-19T19:15"),
    ("Doors open at a quarter to nine.", "2024-04-23T08:45"),
    ("It struck at ten past six in the evening.", "2024-04-23T18:10"), ("She ran it in 2:22:05.", "PT2H22M5S"),
    ("They ran in 64:10.", "PT64M10S"), ("It took 66 million years.", "P66000000Y"), ("It exploded 11,000 years ago.", "PAST_REF"),
    ("It lasted 1:33.", "PT1M33S"),
]
RELATIVE = [
    ("It fell last year.", "2023"), ("It falls next month.", "2024-05"), ("It fell this week.", "2024-W17"), ("It fell last quarter.",
    "2024-Q1"),
    ("It fell yesterday.", "2024-04-22"), ("It falls tomorrow night.", "2024-04-24TNI"), ("It fell last night.", "2024-04-22TNI"),
    ("It fell three years ago.", "2021"), ("It fell 10 days ago.", "2024-04-13"), ("It fell six weeks ago.", "2024-W11"),
    ("It fell two decades ago.", "2004"),
    ("It fell over the weekend.", "2024-W16-WE"), ("It will open this weekend.", "2024-W17-WE"), ("It fell the day before yesterday.",
    "2024-04-21"),
    ("It will open two weeks from now.", "2024-W19"), ("It fell last Christmas.", "2023-12-25"), ("It opened last August.", "2023-08"),
    ("It opens next January.", "2025-01"), ("It opens this summer.", "2024-SU"), ("It fell earlier this year.", "2024"),
    ("It will open early next year.", "2025"),
    ("It is now shut.", "PRESENT_REF"), ("It fell recently.", "PAST_REF"), ("It will open in the future.", "FUTURE_REF"),
    ("It fell last decade.", "201"),
    ("It fell the year before last.", "2022"), ("It opens at year-end.", "2024"), ("It fell last winter.", "2023-WI"),
    ("It fell this century.", "20"),
]
# Left out and told by tense: the article is of a Tuesday in April.
BY_TENSE = [
    ("Police arrested him on Thursday.", "2024-04-18"), ("The trial will resume on Thursday.", "2024-04-25"), ("He spoke on Tuesday.",
    "2024-04-23"),
    ("Talks are scheduled for Monday.", "2024-04-29"), ("They plan to meet on Friday.", "2024-04-26"), ("It sank on Monday night.",
    "2024-04-22TNI"),
    ("It sank in December.", "2023-12"), ("The plant will close in December.", "2024-12"), ("It sank in March.", "2024-03"),
    ("Oct. 23 was a quiet day.", "2023-10-23"),
    ("The dividend is payable on May 2.", "2024-05-02"), ("The Dec. 5 attack killed two.", "2023-12-05"),
    ("Wednesday's ruling was clear.", "2024-04-17"),
    ("The bank expects to post a loss for the first quarter.", "2024-Q1"), ("Profit rose in the fourth quarter.", "2023-Q4"),
    ("The law will take effect on Jan. 1.", "2025-01-01"), ("The accord was signed on the last Friday.", "2024-04-19"),
    ("The permit had been due to lapse Friday.", "2024-04-19"), ("Unions planned a strike on Friday.", "2024-04-26"),
    ("Nothing has moved since May 2.", "2023-05-02"), ("The talks were extended until Friday.", "2024-04-26"),
    ("The club cut its output in May.", "2024-05"), ("Traders are waiting for figures on Friday.", "2024-04-26"),
    ("Police are investigating a fire on Friday.", "2024-04-19"), ("It has to be passed by Dec. 31.", "2024-12-31"),
    ("It expires on Dec. 31.", "2024-12-31"), ("The office will report March sales on time.", "2024-03"),
    ("They play on Wednesday week.", "2024-05-01"), ("It opened on the 1st of this month.", "2024-04-01"),
    ("It was decided to open, up 44% on November.", "2023-11"),
    ("Heat was forecast to ease by Saturday.", "2024-04-27"), ("Bonds will be auctioned in the fourth quarter.", "2024-Q4"),
    ("Rain is forecast for Thursday.", "2024-04-25"), ("We expect volumes to recover in the fourth quarter.", "2024-Q4"),
    ("It forecast a loss on Thursday.", "2024-04-18"),
    ("It is due by mid-century.", "20"),
    ("The game was held over to Friday.", "2024-04-26"),
    ("The Foxes beat the Mills on Friday.", "2024-04-19"),
    ("The market reopens at 9:30 a.m. on Wednesday.", "2024-04-24T09:30"),
    ("Shares slid to $5 on Thursday.", "2024-04-18"),
    ("Sales rose in the December quarter.", "2023-Q4"),
    ("It happened on May 3 last year.", "2023-05-03"), ("It was eight years ago this week.", "2016-W17"),
    ("It will move to the last Sunday in September.", "2024-09-29"),
]
UNDATED = [
    ("It ended on April 23.", "XXXX-04-23"), ("It ended on Thursday.", "XXXX-WXX-4"), ("It fell last year.", "XXXX"),
    ("It fell last week.", "XXXX-WXX"),
    ("It fell yesterday.", "XXXX-XX-XX"), ("It fell in March.", "XXXX-03"), ("It fell in the third quarter.", "XXXX-Q3"),
    ("It fell last month.", "XXXX-XX"),
    ("It fell at 10:30 p.m.", "XXXX-XX-XXT22:30"), ("It fell last Christmas.", "XXXX-12-25"), ("It is now shut.", "PRESENT_REF"),
    ("It fell three years ago.", "XXXX"),
    ("It opened on April 4, 1992.", "1992-04-04"), ("It fell last summer.", "XXXX-SU"),
]
# What was spoken of before: each row an article of several sentences, and the value of its last time.
SPOKEN = [
    (["The embassy opened on April 4, 1992.", "The school opened that same year."], "1992"),
    (["Ties began in 1992.", "Trade began two years later."], "1994"),
    (["He was shot on Oct. 23, 1998.", "He died the next day."], "1998-10-24"),
    (["He was shot on Oct. 23, 1998.", "Earlier that day he had called."], "1998-10-23"),
    (["Last year, on May 11–12, it rained."], "2023-05-11/2023-05-12"),
    (["Net rose in the third quarter.", "It lost $3 million a year earlier."], "2022-Q3"),
    (["Net rose in the third quarter.", "It lost $3 million in the year-ago quarter.", "Sales rose in the quarter."], "2023-Q3"),
    (["Net rose in the first quarter.", "It lost $3 million in the 2022 period."], "2022-Q1"),
    (["Sales rose in the quarter ended Feb. 29."], "2024-02-29"),
    (["It opened on March 4.", "Guards left at 9 p.m."], "2024-03-04T21:00"),
    (["He won in 2010.", "He lost the following year."], "2011"),
    (["He won in 2010.", "He lost the year before."], "2009"),
    (["In the first nine months, net was $3 million.", "It lost $1 million in the year-ago period."], "2023"),
    (["In the second quarter of 2022, ended June 30, it lost."], "2022-06-30"),
    (["Net rose in the fourth quarter.", "It sees a gain in the third quarter of 2025.", "It lost a year earlier."], "2022-Q4"),
    (["It opened on March 4.", "It rained.", "It snowed.", "It shut at 9 p.m."], "2024-04-23T21:00"),
    (["It opened on April 22.", "It rained.", "It snowed.", "It shut at 9 p.m."], "2024-04-22T21:00"),
    (["They voted on Monday.", "Results will be known by 9 p.m."], "2024-04-23T21:00"),
    (["Since April 2 the peso has lost a tenth, and by 3 p.m. it was at 20."], "2024-04-23T15:00"),
    (["Net rose in the third quarter.", "It lost $3 million in the same period of 2022."], "2022-Q3"),
    (["It fell in 1989.", "Few were left at the turn of the century."], "20"),
    (["Sales fell in March.", "They rose in the same month a year ago."], "2023-03"),
    (["Net rose in the third quarter.", "It lost $3 million in the same period a year earlier."], "2022-Q3"),
    (["It snowed on Monday night.", "The worst came between 1 a.m. and 4 a.m."], "2024-04-23T01:00/2024-04-23T04:00"),
    (["It snowed on Monday night.", "It will thaw by Friday.", "Ploughs went out at 10:30 p.m."], "2024-04-22T22:30"),
    (["It snowed on Monday night.", "Power should be back by Tuesday evening.", "Ploughs went out at 10:30 p.m."], "2024-04-22T22:30"),
    (["The rate was 12% in 2019, down from 13.8% in 2018.", "It rose on the year before."], "2018"),
    (["The rate was 12% in 2019.", "He came from London in 2017.", "He fell the year before."], "2016"),
    (["They won on Monday.", '"Five days ago I was ill," she said.', "The game began at 7 p.m."], "2024-04-22T19:00"),
    (["He spoke on Monday.", "A fourth dose followed a year later."], "XXXX"),
    (["Net in the quarter that ended on Dec. 31 fell from a year earlier."], "2022-Q4"),
    (["It was seized on 27 October 2017.", "Judges met on Friday.", "It was a third of all sold that year."], "2017"),
    (["Sales rose from $5 million in the third quarter of 2022.", "It lost $3 million a year earlier."], "2023"),
    (["It fell in 1998.", "It could be gone by the middle of the century."], "20"),
    (["It fell in 1998.", "It was gone by the end of the century."], "19"),
    (["It cost more than last year, and a hot February spoils it."], "2024-02"),
    (["Polls opened at 7 a.m. and closed at 6 p.m. on Monday.", "All was calm at 6 p.m."], "2024-04-22T18:00"),
    (["It was above Monday's close.", "It rose by 10 a.m. in Rome."], "2024-04-23T10:00"),
    (["They won last night.", "Fans had set off at 5 a.m."], "2024-04-22T05:00"),
    (["Few came in March.", "There were 30 cases in the month."], "2024-03"),
    (["They travel to third-placed Aro next Saturday, kick-off 3pm."], "2024-04-27T15:00"),
    (["Its forecasts, published on Feb. 11, were lower.", "He spoke at 3 p.m."], "2024-04-23T15:00"),
    (["Net rose in the third quarter.", "Wages were higher in August than a year before."], "2022-08"),
    (["We shall meet in May or on the 11th."], "2024-05-11"), (["They met in March and on the 11th."], "2024-04-11"),
    (["A hole opened on 3 March 1881.", "Nobody died.", "It was deeper by the end of the week."], "1881-W09"),
    (["It opened on Monday.", "It will close by the end of the week."], "2024-W17"),
    (["He left home.", "Two years later he was dead."], "XXXX"),
]


@pytest.mark.parametrize(("text", "value"), ABSOLUTE + CLOCKS + RELATIVE + BY_TENSE)
def test_values(text: str, value: str) -> None:
    assert [found for _, found in rows(text)] == [value]


@pytest.mark.parametrize(("text", "value"), UNDATED)
def test_without_an_article_date_nothing_is_taken_from_today(text: str, value: str) -> None:
    assert [found for _, found in rows(text, date=None)] == [value]


def test_a_day_that_nothing_resolves_ends_what_was_spoken_of() -> None:
    assert rows("He began in August 2006.", "They play on Wednesday.", "They leave three days later.", date=None)[-1][1] == "XXXX-XX-XX"


@pytest.mark.parametrize(("texts", "value"), SPOKEN)
def test_times_counted_from_what_was_spoken_of(texts: list[str], value: str) -> None:
    assert rows(*texts)[-1][1] == value


@pytest.mark.parametrize(("text", "first", "last"), [
    ("It fell from January through August 2023.", "2023-01-01", "2023-08-31"), ("It ran April 11–12.", "2024-04-11", "2024-04-12"),
    ("It fell in early March 2022.", "2022-03-01", "2022-03-31"), ("It fell in the 1990s.", "1990-01-01", "1999-12-31"),
    ("It is now shut.", None, None), ("The troughs are of about 850 BC.", "-0849-01-01", "-0849-12-31"),
    ("It fell in 1 BC.", "0000-01-01", "0000-12-31"), ("It stood from 850 BC to 600 BC.", "-0849-01-01", "-0599-12-31"),
    ("It was made between 900 and 800 BC.", "-0899-01-01", "-0799-12-31"), ("It fell in the 3rd century BC.", "-0299-01-01", "-0200-12-31"),
    ("It grew in FY 2022-23.", None, None), ("Output rose in 2021-22.", None, None),
    ("It grew in 2012–15.", "2012-01-01", "2015-12-31"), ("It grew in 2021-2022.", "2021-01-01", "2022-12-31"),
    ("In the 2022/2023 school year it rose.", None, None), ("It fell on Thursday night.", "2024-04-18", "2024-04-18"),
    ("It fell from Monday to Thursday.", "2024-04-22", "2024-04-25"),
    ("It fell between 2010 and 2015.", "2010-01-01", "2015-12-31"), ("It fell last week.", "2024-04-15", "2024-04-21"),
])
def test_days(text: str, first: str | None, last: str | None) -> None:
    mention, = times_of(text)
    assert (mention.date_start, mention.date_end) == (first, last)


@pytest.mark.parametrize(("text", "assumed"), [
    ("It fell on April 11.", "year: from the article's date"), ("In 2010, on April 11, it fell.", "year: from the date spoken of"),
    ("It fell on Thursday.", "day: from the article's date"), ("It fell on 03/04/2023.", "order: month before day"),
    ("It fell on 3.4.2023.", "order: day before month"),
    ("It fell on 03/03/2023.", None), ("It fell in the '60s.", "century: of a year in two digits"), ("It fell last year.", None),
    ("It fell in 2010.", None),
])
def test_what_was_assumed(text: str, assumed: str | None) -> None:
    assert times_of(text)[-1].assumed == assumed


def test_fiscal_years_end_when_the_user_says() -> None:
    mention, quarter = times_of("It grew in fiscal 2023 and shrank in Q1 FY24.", fiscal_year_end=9)
    assert (mention.value, mention.date_start, mention.date_end) == ("FY2023", "2022-10-01", "2023-09-30")
    assert (quarter.value, quarter.date_start, quarter.date_end) == ("FY2024-Q1", "2023-10-01", "2023-12-31")


def test_the_timeline_can_be_looked_at() -> None:
    sentence, = sentences_of("The embassy opened on April 4, 1992, and the school that same year.")
    timeline = Timeline(TUESDAY)
    for mention in sentence.times:
        anchor.settle(sentence, mention, timeline)
    assert timeline.spoken is not None
    assert (timeline.spoken.value, timeline.year) == ("1992", 1992)
    assert sentence.times[1].anchored_by == "spoken 1992-04-04"


def test_times_told_to_compare_leave_the_reference_alone() -> None:
    sentence, = sentences_of("Net rose in the third quarter from a loss a year earlier.")
    timeline = Timeline(TUESDAY)
    for mention in sentence.times:
        anchor.settle(sentence, mention, timeline)
    assert timeline.quarter is not None
    assert timeline.quarter.value == "2023-Q3"


MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
THREE = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


FORMATS = [
    "{month} {day}, {year}", "{short} {day}, {year}", "{three} {day}, {year}", "{month} {day} {year}", "{three} {day} {year}",
    "{day} {month} {year}",
    "{day} {short} {year}", "{day} {three} {year}", "{day} {month}, {year}", "{month} {nth}, {year}", "{short} {nth}, {year}",
    "{nth} {month} {year}",
    "{nth} of {month} {year}", "{nth} of {month}, {year}", "the {nth} of {month}, {year}", "the {nth} of {month} {year}",
    "{month} the {nth}, {year}",
    "{month} {nth} {year}", "{weekday}, {month} {day}, {year}", "{weekday}, {short} {day}, {year}", "{weekday} {month} {day}, {year}",
    "{weekday}, {day} {month} {year}", "{weekday} {day} {month} {year}", "{weekday}, {nth} {month} {year}",
    "{weekday}, the {nth} of {month} {year}",
    "{weekday}, {month} {nth}, {year}", "{year}-{mm}-{dd}", "{mm}/{dd}/{year}", "{m}/{d}/{year}", "{d}.{m}.{year}", "{dd}.{mm}.{year}",
    "{mm}-{dd}-{year}",
    "{year}/{mm}/{dd}", "{day}-{three}-{year}", "{three}-{day}-{year}", "{three}/{day}/{year}", "{day}/{three}/{year}",
    "{month} {dd}, {year}",
    "{dd} {month} {year}", "{weekday}, {three} {day}, {year}",
]


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)), st.sampled_from(FORMATS))
def test_any_date_in_any_format_comes_back_as_itself(day: datetime.date, form: str) -> None:
    written = form.format(month=MONTHS[day.month - 1], short=SHORT[day.month - 1], three=THREE[day.month - 1],
                          weekday=WEEKDAYS[day.weekday()], nth=ordinal(day.day), day=day.day, d=day.day, dd=f"{day.day:02d}", m=day.month,
                          mm=f"{day.month:02d}", year=day.year)
    assert rows(f"It was signed on {written} in Oslo.") == [(written, day.isoformat())]


def test_there_are_forty_formats() -> None:
    assert len(set(FORMATS)) >= 40


PHRASES = st.sampled_from([text for text, _ in ABSOLUTE + RELATIVE + BY_TENSE + UNDATED] + [text for texts, _ in SPOKEN for text in texts])


@given(st.lists(PHRASES, min_size=1, max_size=6), st.none() | st.dates(datetime.date(2, 1, 1), datetime.date(9998, 1, 1)))
def test_intervals_are_never_inverted(texts: list[str], date: datetime.date | None) -> None:
    for mention in times_of(*texts, date=date):
        assert mention.value
        assert (mention.date_start is None) == (mention.date_end is None)
        assert mention.date_start is None or mention.date_start <= (mention.date_end or "")


PIECES = st.sampled_from("last next the of 0001 9999 years ago 99999 weeks later early 31 February from to Monday 00:00 a.m. the 1990s "
                         "century 0th 31/02/2023 2023-02-31 29 quarter after before Christmas week".split())


@given(st.text(max_size=60) | st.lists(PIECES, max_size=20).map(" ".join), st.none() | st.dates())
def test_no_text_and_no_article_date_breaks_it(text: str, date: datetime.date | None) -> None:
    assert all(mention.value for mention in times_of(text, date=date))


CODE = """
import datetime
from times_of import rows
for text in ("It fell on 03/04/2023.", "It fell on Thursday.", "It fell last year, on 5.6.1999."):
    print(rows(text, date=None), rows(text, date=datetime.date(2024, 4, 23)))
"""


@pytest.mark.parametrize(("zone", "language"), [
    ("UTC", "C"), ("Pacific/Kiritimati", "tr_TR.UTF-8"), ("America/Los_Angeles", "de_DE.UTF-8")])
def test_the_clock_zone_and_locale_change_nothing(zone: str, language: str) -> None:
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parent.parent)])
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True,
                          env=os.environ | {"TZ": zone, "LC_ALL": language, "PYTHONPATH": paths})
    assert done.stdout.splitlines() == [
        "[('03/04/2023', '2023-03-04')] [('03/04/2023', '2023-03-04')]",
        "[('Thursday', 'XXXX-WXX-4')] [('Thursday', '2024-04-18')]",
        "[('last year', 'XXXX'), ('5.6.1999', '1999-06-05')] [('last year', '2023'), ('5.6.1999', '1999-06-05')]"]
