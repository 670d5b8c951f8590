"""The time expressions of one text, resolved: what the tests of this folder look at."""
import datetime

from extractor.proposals import Sentence
from extractor.times import anchor, grammar
from extractor.times.grammar import TimeMention

TUESDAY = datetime.date(2024, 4, 23)


def sentences_of(*texts: str) -> list[Sentence]:
    """Each text as one sentence of an article, with guessed tags."""
    article, sentences = " ".join(texts), []
    start = 0
    for text in texts:
        end = start + len(text)
        sentences.append(Sentence(article, start, end, times=grammar.find(article, start, end)))
        start = end + 1
    return sentences


def times_of(*texts: str, date: datetime.date | None = TUESDAY, fiscal_year_end: int = 12) -> list[TimeMention]:
    """The resolved mentions of an article's sentences."""
    sentences = sentences_of(*texts)
    anchor.resolve(sentences, date, fiscal_year_end)
    return [mention for sentence in sentences for mention in sentence.times]


def rows(*texts: str, date: datetime.date | None = TUESDAY, fiscal_year_end: int = 12) -> list[tuple[str, str | None]]:
    """Text and value of every mention."""
    article = " ".join(texts)
    return [(article[m.start:m.end], m.value) for m in times_of(*texts, date=date, fiscal_year_end=fiscal_year_end)]
