"""An article as it comes in, and its date and place as its metadata or dateline give them.

The text never changes after this: every offset of the program counts code points of `Article.text`.
"""
import datetime
import re
from itertools import chain
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from extractor.proposals import Sentence
from extractor.times import anchor, grammar

HEAD = 3000   # characters in which metadata and dateline are looked for
_METADATA = (
    r"[ \t\ufeff>*#-]*(?:date(?:line)?|dated|(?:first )?published|publication[ -]date|pub[ -]?date|posted|(?:last )?updated|issued)"
    r"(?: (?:on|at))?[ \t]*[:=-]?[ \t]+(?P<day>[^\n]{4,60})")
_MONTH = (r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
          r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?")
_DAY = rf"(?P<day>{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]*){0,3}"
_REGION = r"(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})"
_AGENCY = r" ?(?:\([A-Z][\w .&/-]{1,30}\)|/[A-Z][\w .&-]{1,30}/)"
# `BAKU, Azerbaijan, April 23.`  `LONDON, March 5 (Reuters) -`  `OSLO, Norway - 18 June 2020 -`  `WASHINGTON (AP) —`  `NEW DELHI:`
# `CLEVELAND--(BUSINESS WIRE)--Nov. 21, 2019--`  `NEW YORK, Nov. 21, 2019 /PRNewswire/ --`
DATELINE = re.compile(
    rf"(?P<place>{_CAPITALS}{_REGION}??)(?<!-)"
    rf"(?:(?:,? | [-–—] | ?--? ?{_AGENCY} ?--? ?){_DAY}(?:{_AGENCY})?(?: ?(?:--?|[—–:])|\.(?=\s))"
    rf"|{_AGENCY} ?(?:--?|[—–:])|(?: (?:--?|[—–])|:)(?= ))")
# `Saturday, 7 May 2022` as a line of its own, or with place, byline, desk or hour: `By our reporter · 7 May 2022, 10:30 GMT | Science`
_FIELD = r"[ \t]*[·•|—–][ \t]*"
_DATE_LINE = (
    rf"[ \t]*(?:[^\n·•|—–]{{1,60}}{_FIELD}){{0,2}}(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){{0,3}}, )?"
    rf"(?:[A-Z][a-z]+day,? )?(?P<day>{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})"
    rf"(?:,? (?:at )?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?)?(?:{_FIELD}[^\n·•|—–]{{1,60}}){{0,2}}[ \t]*$")
# Each for the first line, then for the others: the search for a line's beginning passes over what lies between.
METADATA = re.compile(_METADATA, re.IGNORECASE), re.compile("\n" + _METADATA, re.IGNORECASE)
DATE_LINE = re.compile(_DATE_LINE, re.MULTILINE), re.compile("\n" + _DATE_LINE, re.MULTILINE)
# What stands in capitals before a dash or colon without being a place.
LABELS = frozenset({"PRESS RELEASE", "NEWS RELEASE", "MEDIA RELEASE", "FOR IMMEDIATE RELEASE", "BREAKING", "UPDATE", "CORRECTION",
                    "ANALYSIS", "EXCLUSIVE", "OPINION", "REVIEW", "NOTE", "WARNING", "FACTBOX", "TIMELINE", "EXPLAINER", "LIVE"})
OPENING = re.compile(r"[ \t]*(?=[A-ZÀ-ÖØ-Þ]{2})")
NEXT_OPENING = re.compile("\n" + OPENING.pattern)


class Article(BaseModel):
    """One article to read.

    `date` is a `datetime.date` or an ISO 8601 string (a time of day after it is dropped); `dated_by` says what gave it:
    `given`, `metadata` or `dateline`. Raises `pydantic.ValidationError`, a `ValueError`, for any other date and for text
    that is no Unicode (half of a surrogate pair).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    text: str
    date: datetime.date | None = None
    place: str | None = None
    dated_by: str | None = None

    @field_validator("text")
    @classmethod
    def unicode(cls, text: str) -> str:
        """Refuse half of a surrogate pair, which no file can hold."""
        try:
            text.encode("utf8")
        except UnicodeEncodeError as error:
            raise ValueError(f"half of a surrogate pair at offset {error.start}") from None
        return text

    @field_validator("date", mode="before")
    @classmethod
    def iso(cls, value: Any) -> Any:
        """Read an ISO 8601 day, alone or before a time of day."""
        if isinstance(value, datetime.datetime):
            return value.date()
        if not isinstance(value, str):
            return value
        try:
            return datetime.date.fromisoformat(value.strip()[:10])
        except ValueError:
            raise ValueError(f"the date {value!r} is not ISO 8601 (YYYY-MM-DD)") from None


def day(text: str, start: int, end: int) -> datetime.date | None:
    """The first whole day, year included, that is written out in `text[start:end]`."""
    sentence = Sentence(text, start, end, times=grammar.find(text, start, end))
    anchor.resolve([sentence], None)
    for mention in sentence.times:
        if re.fullmatch(r"\d{4}-\d\d-\d\d(?:T.*)?", mention.value or ""):
            return datetime.date.fromisoformat((mention.value or "")[:10])
    return None


def dateline(text: str, start: int = 0) -> re.Match[str] | None:
    """The wire dateline that opens a line of the article's head, the first with a day before others; None where there is none."""
    found = None
    first = OPENING.match(text, start, HEAD)
    for opening in chain((first,) if first else (), NEXT_OPENING.finditer(text, start, HEAD)):
        match = DATELINE.match(text, opening.end(), HEAD + 200)
        if match and match["day"]:
            return match
        if match and match["place"] not in LABELS:
            found = found or match
    return found


def line_of(patterns: tuple[re.Pattern[str], re.Pattern[str]], text: str) -> re.Match[str] | None:
    """The first line of the article's head that a pattern fits: as its first line, as a later one."""
    first, later = patterns
    return first.match(text, 0, HEAD) or later.search(text, 0, HEAD)


def dated(article: Article) -> Article:
    """The article with date and place filled in: the date given, else of a metadata line, else of the dateline."""
    metadata = line_of(METADATA, article.text) or line_of(DATE_LINE, article.text)
    written = day(article.text, *metadata.span("day")) if metadata else None
    line = dateline(article.text, _after_day(article.text, metadata)) if metadata else None
    line = line or dateline(article.text)
    place = article.place or (line.group("place").split(",")[0].title() if line else None)
    date, source = article.date, "given" if article.date else None
    if date is None and written:
        date, source = written, "metadata"
    if date is None and line and line.group("day") and (written := day(article.text, *line.span("day"))):
        date, source = written, "dateline"
    return article.model_copy(update={"date": date, "place": place, "dated_by": source})


def _after_day(text: str, metadata: re.Match[str]) -> int:
    """Where a metadata line goes on after its date: the dateline may stand there."""
    mentions = grammar.find(text, *metadata.span("day"))
    return mentions[0].end if mentions else metadata.end()
