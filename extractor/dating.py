"""The dates of a sentence as times that values may hold for.

None after words of bounds or records (`the lowest since 2019`), none that something is compared with (`more than in 2019`); after
`since` a time goes on to the article's day, and after `the quarter ended` it is that quarter.
"""
import re
from dataclasses import dataclass

from extractor.proposals import Proposal
from extractor.trees import NOWHERE, RELATIVE, Places, Span, Tree

THAN = re.compile(r"\bthan (?:in |on |at )?$")
THAN_IN = re.compile(r"(?:more |less |fewer )?than ")
ENDED = re.compile(r"\b(?:(?P<quarter>quarter)|(?P<months>\w+)[ -]months?) (?:ended|ending|to|through) (?:on )?$", re.IGNORECASE)
ENDING = ("ended ", "ending ", "to ", "through ", "on ")          # as that ends
MONTH = re.compile(r"(\d{4})-(\d\d)(?!\d)")
MONTHS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)}
BOUNDS = frozenset({"since", "until", "till", "before", "after"})
PUBLISHED = frozenset({"released", "published", "issued", "announced", "posted"})
ONGOING = re.compile(r"\b(?:up|down|higher|lower)\s[^,;]{0,25}$|\b(?:has|have|had|['’]ve)\b")
RECORD = re.compile(r"\b(?:\w+est|first|last|only|most|least|worst|best|record|high|low)\b[^,;]{0,40}$", re.IGNORECASE)
DAY = len("2024-01-01")
AMOUNTS = frozenset({"money", "percent", "quantity", "number"})


@dataclass(slots=True)
class Time:
    """A date that values may hold for: its value, its fact, and the token that heads it."""

    value: str
    fact: Proposal
    head: int
    measured: bool = False        # hangs on an amount in the parse, to date all of its clause: `fell 2 percent to 84 pence on Tuesday`
    aside: Span | None = None     # the offsets of the aside that it stands in
    lasting: bool = False         # now, or from a day until now: dates its own clause alone


def timed(tree: Tree, dates: list[Proposal], values: list[Proposal], news: dict[int, Proposal], today: str | None) -> list[Time]:
    """The dates of a sentence that its values may hold for."""
    amounts = tree.inside([amount(value) for value in values if value.type in AMOUNTS and not past(value, news)])
    return [time for date in dates if (time := usable(tree, date, today, amounts)) is not None]


def past(value: Proposal, news: dict[int, Proposal]) -> bool:
    """Whether a value is an old one, or restates one."""
    return id(value) in news or (value.relation == "same_as" and id(value.relation_to) in news)


def amount(value: Proposal) -> tuple[int, int]:
    """The offsets of a value with what it is divided by: `14 cents a share`."""
    return value.start, value.end + (len(value.per) + len(" a ") if value.per else 0)


def usable(tree: Tree, date: Proposal, today: str | None, amounts: Places = NOWHERE) -> Time | None:
    """A date as a time for values: from it to the article's day after `since`, and none after other words of bounds or records."""
    head = date_head(tree, date)
    if head is None or date.date is None:
        return None
    text, sentence = tree.sentence.text, tree.sentence
    above = tree.up(head)
    if text.find("than", max(sentence.start, date.start - 8), date.start + len("fewer than")) >= 0 and (
            THAN.search(text[max(sentence.start, date.start - 8):date.start]) or THAN_IN.match(text, date.start)):
        return None                                         # higher than a year before
    if above is not None and tree.tokens[above].lower in PUBLISHED and tree.deps[above] in ("acl", "advcl"):
        return None                                         # figures released on Tuesday
    case = tree.case(head)
    lead = text[sentence.start:date.start]
    if case not in BOUNDS:
        measured = above in amounts and (case in ("in", "at") or (case == "on" and len(date.date) >= DAY))
        return Time(ended(lead, date.date), date, head, lasting=date.date == "PRESENT_REF", measured=measured, aside=aside_of(tree, date))
    if case != "since" or today is None or RECORD.search(lead[-60:]) or not ONGOING.search(lead):
        return None
    return Time(f"{date.date}/{today}", date, head, lasting=True, aside=aside_of(tree, date))


def date_head(tree: Tree, date: Proposal) -> int | None:
    """The token that heads a date: not its month where the parse made that part of the noun after it (`On 31 July hospitals reported`)."""
    head = tree.head(date.start, date.end)
    if head is None or tree.dep(head) != "compound":
        return head
    inside = tree.indices(date.start, date.end)
    return next((index for index in inside if tree[index].head not in inside and tree.dep(index) in ("obl", "nmod")), head)


def ended(lead: str, date: str) -> str:
    """The period that ends at a date, after the words before it: `the quarter ended June 30`, `the three months to June`."""
    if not lead[-len("ending on "):].lower().endswith(ENDING):
        return date
    if "month" not in (near := lead[-len("quarter through on "):].lower()) and "quarter" not in near:
        return date
    match, day = ENDED.search(lead), MONTH.match(date)
    if match is None or day is None:
        return date
    year, month = int(day[1]), int(day[2])
    months = 3 if match["quarter"] else MONTHS.get(match["months"].lower(), 0)
    if match["quarter"] and month % 3 == 0:
        return f"{year}-Q{month // 3}"
    if not months:
        return date
    first = year * 12 + month - months
    return f"{first // 12}-{first % 12 + 1:02d}/{year}-{month:02d}"


def aside_of(tree: Tree, date: Proposal) -> Span | None:
    """The offsets of the aside between commas that a date stands in, a relative clause or participle; None where it stands in none."""
    tokens, inside = tree.tokens, tree.indices(date.start, date.end)
    first, last = inside.start - 1, inside.stop
    while first >= 0 and tokens[first].text not in ",;(":
        first -= 1
    if first < 0:
        return None
    while last < len(tokens) and tokens[last].text not in ",;)":
        last += 1
    closed = last < len(tokens)
    opening = tokens[first + 2 if tokens[first + 1].tag in ("RB", "JJ") else first + 1]              # first elected in 2006
    if not ((closed and opening.tag in ("VBN", "VBD", "VBG")) or opening.lower in RELATIVE):
        return None
    return tokens[first].start, tokens[last].start - 1 if closed else tree.sentence.end
