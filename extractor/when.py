"""When a value holds: the time in its own clause, in the clause above, or in the sentence before that set the scene.

The time is a date fact of the text, so that `when` carries its resolved value. Times of saying (`said on Thursday`) date the
saying, not what is said; a time that only describes a noun (`crude for May delivery`) or a record (`the lowest since 2019`) dates
nothing else. With `last year` beside a figure for a quarter or school year, `when` is that quarter or school year one year back
(facts.md).
"""
import re
from dataclasses import dataclass

from extractor.fact import TEMPORAL
from extractor.proposals import Proposal
from extractor.relations import CHANGES
from extractor.sources import says
from extractor.trees import Tree

RESOLVED = re.compile(r"\d{3}")                       # neither PRESENT_REF nor a day without its year
YEAR_BACK = re.compile(r"(?:the )?(?:same \w+ )?(?:(?:last|previous|prior) year|(?:a )?year (?:earlier|before|ago))", re.IGNORECASE)
FINER = re.compile(r"\d{4}-\w|\d{4}/\d{4}")           # a part of a year, or a school year
YEARS = re.compile(r"(?<![\d-])\d{4}(?=[-/]|$)")
BESIDE = 12                                           # characters: `from $2.8 billion in the year before`
POSSESSIVE = re.compile(r"['’]s?\s+$")
ABOVE = frozenset({"xcomp", "advcl", "conj", "ccomp", "parataxis"})
ALONGSIDE = frozenset({"part_of", "rank_of", "same_as"})      # holds for the time of the value that it belongs to
ENDED = re.compile(r"\b(?:(?P<quarter>quarter)|(?P<months>\w+)[ -]months?) (?:ended|ending|to|through) (?:on )?$", re.IGNORECASE)
MONTH = re.compile(r"(\d{4})-(\d\d)(?!\d)")
MONTHS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)}
BOUNDS = frozenset({"since", "until", "till", "before", "after"})
ONGOING = re.compile(r"\b(?:has|have|had|['’]ve)\b")
RECORD = re.compile(r"\b(?:\w+est|first|last|only|most|least|worst|best|record|high|low)\b[^,;]{0,40}$", re.IGNORECASE)
ATTRIBUTES = frozenset({"compound", "amod", "nummod", "nmod"})
TIMELESS = frozenset({"age"})
COUNTED = frozenset({"count"})


@dataclass(frozen=True, slots=True)
class Time:
    """A date that values may hold for: its value, its fact, and the token that heads it."""

    value: str
    fact: Proposal
    head: int


def assign(tree: Tree, facts: list[Proposal], scene: str | None, start: int = 0, today: str | None = None) -> str | None:
    """Fill `when` of one sentence's values.

    `scene` is the period that the paragraph has set so far; dates before the offset `start` belong to the article's head, whose
    day is `today`. Returns the scene after the sentence.
    """
    dates = [fact for fact in facts if fact.type == "date" and RESOLVED.match(fact.date or "") and fact.start >= start]
    times = [time for date in dates if (time := usable(tree, date, today)) is not None]
    values = [fact for fact in facts if fact.type not in TEMPORAL and fact.type not in TIMELESS]
    changed = [(value, value.relation_to) for value in values if value.relation in CHANGES and value.relation_to is not None]
    owned = {id(date): old for _, old in changed for date in dates if belongs(tree.sentence.text, date, old)}
    for value in values:
        head = tree.head(value.start, value.end)
        free = [time for time in times if owned.get(id(time.fact), value) is value]
        new = next((new for new, old in changed if old is value), None)
        if new is not None and new.start < value.start:     # `to 5 in 2023 from 3`: the time before an old value is the new one's
            free = [time for time in free if time.fact.start > value.start]
            value.when = None if head is None else nearest(tree, value, head, free)
        elif head is not None:
            value.when = nearest(tree, value, head, free) or (None if free or describes(tree, value, head) else scene)
    for value, old in changed:
        beside = [date for date in dates if owned.get(id(date)) is old and YEAR_BACK.fullmatch(tree.sentence.text, date.start, date.end)]
        if beside and FINER.match(value.when or ""):
            old.when = YEARS.sub(lambda year: str(int(year.group()) - 1), value.when or "")
    for value in values:
        if value.relation in ALONGSIDE and value.relation_to is not None and value.relation_to.sentence is value.sentence:
            value.when = value.when or value.relation_to.when
    olds = {id(old) for _, old in changed}
    told = [value.when for value in values if value.when and id(value) not in olds]
    return told[0] if told else None if dates else scene


def belongs(text: str, date: Proposal, old: Proposal) -> bool:
    """Whether a date stands right beside an old value: `$2.8 billion a year earlier`, `Wednesday's $5.82`."""
    after = 0 <= date.start - old.end <= BESIDE
    before = 0 < old.start - date.end <= 4 and POSSESSIVE.fullmatch(text, date.end, old.start) is not None
    return after or before


def usable(tree: Tree, date: Proposal, today: str | None) -> Time | None:
    """A date as a time for values: from it to the article's day after `since`, and none after other words of bounds or records."""
    head = tree.head(date.start, date.end)
    if head is None or date.date is None:
        return None
    text, sentence = tree.sentence.text, tree.sentence
    case = tree.case(head)
    lead = text[sentence.start:date.start]
    if case not in BOUNDS:
        return Time(ended(lead, date.date), date, head)
    if case != "since" or today is None or RECORD.search(lead[-60:]) or not ONGOING.search(lead):
        return None
    return Time(f"{date.date}/{today}", date, head)


def ended(lead: str, date: str) -> str:
    """The period that ends at a date, after the words before it: `the quarter ended June 30`, `the three months to June`."""
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


def nearest(tree: Tree, value: Proposal, head: int, times: list[Time]) -> str | None:
    """The time nearest to a value in its own phrase, else in its clause, else in a clause above or one that tells the occasion."""
    below = [time for time in times if head in tree.ancestors(time.head)]
    own = [time for time in below if not any(map(tree.is_verb, between(tree, time.head, head)))]
    if own:
        return closest(value, own)
    if describes(tree, value, head):
        return None
    apt = [time for time in times if dates_clause(tree, value, time)]
    clause: int | None = tree.clause(head)
    while clause is not None:
        inside = [time for time in apt if tree.clause(time.head) == clause]
        inside = inside or [time for time in apt if occasion(tree, clause, tree.clause(time.head))]
        if inside:
            return closest(value, inside)
        above = tree.up(clause)
        accompanies = tree[clause].dep == "acl" and tree[clause].tag == "VBG"            # celebrations marking the 100th anniversary
        if above is None or not (tree[clause].dep in ABOVE or accompanies) or says(tree, tree.clause(above)):
            return None
        clause = tree.clause(above)
    return None


def describes(tree: Tree, value: Proposal, head: int) -> bool:
    """Whether a count only describes a noun (`deaths in the four districts`), so that no time holds for it."""
    up = tree.up(head)
    if value.type not in COUNTED or up is None or value.relation is not None:
        return False
    return tree.dep(head) in ("nmod", "compound", "amod", "nummod") and tree.is_noun(up) and not total(tree, up)


def total(tree: Tree, noun: int) -> bool:
    """Whether a noun stands for the value after it: `a total of 263 agreements`."""
    return tree[noun].lower in ("total", "record", "average", "maximum", "minimum")


def occasion(tree: Tree, clause: int, below: int) -> bool:
    """Whether a clause tells on what occasion another holds: `14 people were killed when a bus overturned on Tuesday`."""
    mark = tree.child(below, "mark", "advmod")
    above = tree.up(below)
    joined = above == clause or (above is not None and tree.dep(above) == "conj" and tree.up(above) == clause)
    return joined and tree.dep(below) == "advcl" and mark is not None and tree[mark].lower in ("when", "as", "after")


def dates_clause(tree: Tree, value: Proposal, time: Time) -> bool:
    """Whether a time dates its clause, or what a value is about, and does not only describe some other noun."""
    up = tree.up(time.head)
    if up is None or tree.dep(time.head) not in ATTRIBUTES or not tree.is_noun(up):
        return True
    start, end = value.subject or (0, 0)
    inside = start <= tree[up].start < end
    return inside and (tree.case(time.head) != "" or tree[up].end >= end or tree.up(up) is None)


def between(tree: Tree, below: int, above: int) -> list[int]:
    """The tokens on the way up from one token to another, both left out."""
    path = []
    for index in tree.ancestors(below):
        if index == above:
            break
        path.append(index)
    return path


def closest(value: Proposal, found: list[Time]) -> str:
    """The time with the fewest characters between it and the value; the earlier of two."""
    return min(found, key=lambda time: max(time.fact.start - value.end, value.start - time.fact.end)).value
