"""The reference times of an article as its text goes on: what a later time is counted from, in one object."""
from dataclasses import dataclass, field

from extractor.times.readings import Calendar, Deictic, Range, Reading
from extractor.times.timex import Date, Period

NEAR = 6       # days from the article's date: what happened then is still its news
CLOSE = 3      # sentences that one day holds for


@dataclass(slots=True)
class Timeline:
    """The article's date, and what its text has spoken of so far.

    `spoken` is the period last spoken of, `other_year` the last one outside the article's year, `day` the last day and `past` the last
    one that is not to come, each with the number of its sentence. `quarter` is the last quarter that is no forecast; it gives way
    (`months`) where the text goes on to so many months of the year. `year` is the year last told in this sentence, and `year_at`
    where it stands. `assumed` and `anchored_by` are of the mention at hand.
    """

    article: Date | None
    fiscal_year_end: int = 12
    spoken: Period | None = None
    spoken_in: int = 0
    other_year: Period | None = None
    day: Period | None = None
    day_in: int = 0
    past: Period | None = None
    past_in: int = 0
    sentence: int = 0
    quarter: Period | None = None
    months: bool = False
    year: int | None = None
    year_at: tuple[int, int] = (0, 0)
    assumed: list[str] = field(default_factory=list)
    anchored_by: str | None = None

    def begin_sentence(self) -> None:
        """A year holds for the later dates of its own sentence only."""
        self.year = None
        self.sentence += 1

    def begin_mention(self) -> None:
        """Forget what was assumed of the mention before."""
        self.assumed, self.anchored_by = [], None

    def remember(self, reading: Reading, found: Period, start: int, end: int, aside: bool = False, scene: bool = True,
                 ahead: bool = False) -> None:
        """Take a resolved period for what is spoken of, unless it is only told to compare (`aside`); its year holds for the sentence.

        A day that is no `scene` (`since Monday`) is not the one that clock times are of; one told `ahead` not that of past ones.
        """
        if names_year(reading):
            self.year, self.year_at = found.first.year, (start, end)
        if aside or compares(reading):
            return
        self.spoken, self.spoken_in = found, self.sentence
        if self.article is None or found.first.year != self.article.year:
            self.other_year = found
        if found.grain == "day" and scene:
            self.day, self.day_in = found, self.sentence
            if not ahead and (self.article is None or found.first <= self.article):
                self.past, self.past_in = self.day, self.day_in
        elif found.grain == "quarter" and (self.article is None or found.last < self.article):
            self.quarter, self.months = found, False

    def lose(self) -> None:
        """Forget what was spoken of: the text has gone on to a day that nothing resolves."""
        self.spoken = self.day = self.past = None

    def day_at_hand(self, past: bool = False) -> Period | None:
        """The day that a clock time can be of: one told close by, or close to the article's date; not `at Christmas` some way back.

        `past` asks for one that is not to come.
        """
        day, told_in = (self.past, self.past_in) if past else (self.day, self.day_in)
        if day is None:
            return None
        near = self.article is None or abs((day.first - self.article).days) <= NEAR
        return day if near or self.sentence - told_in < CLOSE else None

    def anchor(self, reading: Deictic) -> tuple[Period | None, str]:
        """What a time is counted from, and whether that is the article's date or the time spoken of."""
        article = Period("day", self.article) if self.article else None
        month = self.spoken is not None and self.spoken.grain == "month" and self.spoken_in == self.sentence
        if compares(reading) and self.quarter is not None and not month:
            return self.quarter, "spoken"
        if compares(reading) and self.months and self.article is not None and not reading.noun.startswith("year "):
            return Period("year", self.article.replace(month=1, day=1)), "article"
        if reading.anchor == "article":
            return article, "article"
        if reading.unit == "year" and reading.noun in ("that", "same") and reading.count == 0 and self.other_year is not None:
            return self.other_year, "spoken"     # else it would be this year
        same = {"day": self.day, "quarter": self.quarter}.get(reading.unit)
        if same is not None:
            return same, "spoken"
        if self.spoken is None and not reading.calendar and (reading.count or 0) > 0:
            return None, "spoken"    # two years later than nothing told
        return (self.spoken, "spoken") if self.spoken is not None else (article, "article")


def names_year(reading: Reading) -> bool:
    """Whether the text tells the year itself, so that later dates of the sentence can lie in it."""
    if isinstance(reading, Range):
        return names_year(reading.last)
    if isinstance(reading, Calendar):
        return reading.year is not None or reading.base is not None
    return isinstance(reading, Deictic) and reading.unit == "year"


def compares(reading: Reading) -> bool:
    """Whether a time is only told to compare with it (`a year earlier`): the text goes on with the one that it is compared to."""
    if not isinstance(reading, Deictic):
        return False
    return reading.noun.startswith("year ") or (not reading.calendar and reading.count == -1 and reading.unit == "year")
