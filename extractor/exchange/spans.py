"""Spans, notes and relations as other tools keep them → a labelled article, checked."""
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor import shorthand
from extractor.fact import TYPES
from extractor.labelled import Labelled, Mark, completed
from extractor.shorthand import RELATIONS

Relation = tuple[int, str, int]        # the numbers of two spans, and the name between


def checked(article: Labelled, problems: Sequence[str]) -> Labelled:
    """The article; raises ValueError with what is wrong, a line for each."""
    if problems:
        raise ValueError("\n".join(problems))
    return article


def assembled(doc: str, text: str, date: str | None, place: str, spans: Iterable[tuple[int, int, str, str]],
              relations: Sequence[Relation]) -> Labelled:
    """An article from spans (start, end, type, the short form of the columns) and relations between them, by number.

    A note whose type is another than the span's loses against it: people change the span's label and leave the note.
    """
    marks, problems, order = [], [], []
    for number, (start, end, kind, note) in enumerate(spans):
        where = f"{place}: span {start}-{end}"
        try:
            if kind not in TYPES or not 0 <= start < end <= len(text):
                raise ValueError(f"{kind!r} is no type of fact" if kind not in TYPES else "stands outside the text")
            short, _ = shorthand.read(note if note else kind)
        except ValueError as error:
            problems.append(f"{where}: {error}")
            continue
        short.columns["type"], short.label, short.target = kind, f"#{number}", None
        short.columns.pop("relation", None)
        marks.append(Mark(start, end, short, where))
        order.append(number)
    by_number = dict(zip(order, marks, strict=True))
    for one, name, other in relations:
        if name not in RELATIONS:
            problems.append(f"{place}: {name!r} is no relation: one of {', '.join(RELATIONS)}")
        elif one in by_number:
            by_number[one].short.columns["relation"], by_number[one].short.target = name, f"#{other}"
    marks.sort(key=lambda mark: (mark.start, mark.end))
    problems += [f"{after.place}: overlaps the span before it"
                 for mark, after in pairwise(marks) if after.start < mark.end]
    article, wrong = completed(doc, text, date, marks)
    return checked(article, problems + wrong)


def related(article: Labelled) -> list[Relation]:
    """The relations between an article's facts: the numbers of both, and the name between."""
    numbers = {fact["id"]: number for number, fact in enumerate(article.facts)}
    return [(number, fact["relation"], numbers[fact["relation_to"]]) for number, fact in enumerate(article.facts)
            if fact["relation_to"] in numbers]
