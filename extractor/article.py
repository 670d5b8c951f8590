"""An article as it comes in, and its date and place as its metadata or dateline give them.

The text never changes after this: every offset of the program counts code points of `Article.text`.
"""
import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """One article: `date` and `place` where known, and `dated_by`, what gave the date (`given`, `metadata`, `dateline`)."""

    id: str
    text: str
    date: datetime.date | None = None
    place: str | None = None
    dated_by: str | None = None
