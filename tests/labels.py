"""Strategies of hypothesis: any text with any facts that the contract allows, as a person could have labelled them."""
import datetime
from typing import Any

from hypothesis import strategies as st

from extractor.labelled import Labelled, labelled

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("[](){}#\"\\= \n\r\t\u2028\ufeffaab5"), min_size=1, max_size=60)
PHRASES = st.none() | st.sampled_from(["nation", "mile per hour", "a \"b\"", "/", "up", "year", "percent", "x\ny"])
UNITS = {"money": st.just("USD"), "percent": st.sampled_from(["percent", "basis point"])}
AMOUNTS = st.integers(-10**15, 10**15) | st.floats(-1e9, 1e9)
DATES = st.sampled_from(["2024-03", "2023/2024", "P3M", "XXXX-WXX-1", "2013-03-21TNI", "PRESENT_REF", "199", "2023-Q3"])
DAYS = st.none() | st.dates(datetime.date(1000, 1, 1)).map(str)


def plain(text: str, start: int, end: int, subject: tuple[int, int] | None = None) -> Labelled:
    """An article with one fact."""
    row = {"doc": "a", "id": f"a:{start}-{end}:count", "type": "count", "text": text[start:end], "start": start, "end": end, "number": 1}
    place = {"subject": text[slice(*subject)], "subject_start": subject[0], "subject_end": subject[1]} if subject else {}
    return labelled("a", text, None, [row | place])


# White space at the ends of facts, and subjects that lie on facts: rare among drawn articles
CORNERS = [plain("a b", 1, 3), plain("a b", 0, 2), plain("a  b c", 2, 5), plain("a\nb\n", 1, 3), plain("a\nb\n", 0, 2), plain("\n", 0, 1),
           plain("aaa", 1, 2, (1, 3)), plain("aaaa", 1, 3, (0, 2)), plain("aa aa", 2, 3, (3, 5)), plain("a1aa", 1, 2, (3, 4))]


@st.composite
def columns(draw: st.DrawFn) -> dict[str, Any]:
    """The columns of one fact that stand for themselves."""
    kind = draw(st.sampled_from(["money", "percent", "count", "age", "date", "duration"]))
    row: dict[str, Any] = {"type": kind, "modifier": draw(st.sampled_from([None, "approximately", "at_least", "end"])),
                           "direction": draw(st.sampled_from([None, "up"])), "when": draw(st.none() | DATES), "source": draw(PHRASES)}
    if kind == "date":
        first, last = draw(DAYS), draw(DAYS)
        return row | {"date": draw(DATES), "date_start": min(first, last) if first and last else first,
                      "date_end": max(first, last) if first and last else last}
    low, high = draw(AMOUNTS), draw(AMOUNTS)
    amount = draw(st.sampled_from([{"number": low}, {"low": min(low, high), "high": max(low, high)}, {"high": high}, {}]))
    return row | amount | {"unit": draw(UNITS.get(kind, PHRASES)), "per": draw(PHRASES),
                           "date": "P3M" if kind == "duration" else None}


@st.composite
def articles(draw: st.DrawFn) -> Labelled:
    """An article with facts side by side, subjects anywhere in the text, and relations among the facts."""
    text, doc = draw(TEXTS), draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    rows: list[dict[str, Any]] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        row = {"doc": doc, "text": text[start:end], "start": start, "end": end} | draw(columns())
        first = draw(st.integers(0, len(text) - 1))
        last = draw(st.integers(first + 1, len(text)))
        if draw(st.booleans()):
            row |= {"subject": text[first:last], "subject_start": first, "subject_end": last}
        rows.append(row | {"id": f"{doc}:{start}-{end}:{row['type']}"})
    for row in rows:
        other = draw(st.sampled_from(rows))
        if other is not row and draw(st.booleans()):
            row |= {"relation": draw(st.sampled_from(["part_of", "same_as"])), "relation_to": other["id"]}
    return labelled(doc, text, draw(st.none() | st.dates(datetime.date(1000, 1, 1)).map(str)), rows)
