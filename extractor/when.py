"""When a value holds: the time in its own clause, in the clause above, or in the sentence before that set the scene.

The time is a date fact of the text, so that `when` carries its resolved value. Times of saying (`said on Thursday`) date the
saying, not what is said; a time that only describes a noun (`crude for May delivery`) or a record (`the lowest since 2019`) dates
nothing else. With `last year` beside a figure for a quarter or school year, `when` is that quarter or school year one year back
(facts.md).
"""
import datetime
import re
from dataclasses import dataclass

from extractor.dating import DAY, Time, timed
from extractor.fact import TEMPORAL
from extractor.proposals import Proposal
from extractor.relations import CHANGES, SHARES
from extractor.retagging import FINITE
from extractor.sources import says
from extractor.trees import RELATIVE, Tree

RESOLVED = re.compile(r"\d{3}|PRESENT_REF")           # no day without its year
YEAR_BACK = re.compile(r"(?:the )?(?:same \w+ )?(?:(?:last|previous|prior) year|(?:a )?year (?:earlier|before|ago))", re.IGNORECASE)
JOINT = re.compile(r";|,\s(?:and|but|while|whereas|then)\s")
BASE = re.compile(r"\s(?:on|over|than|versus|higher than|lower than)\s(?:the\s)?")
CALENDAR = re.compile(r"\d{4}-\d\d")
MORE_THAN = re.compile(r"\s(?:more|less|fewer|higher|lower)\sthan\s")
CLOCK = re.compile(r"T\d")
YEAR = re.compile(r"\d{4}(?:-Q\d)?")
WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[A-Z]+)?")
RECENT = 7                                            # days before the article's within which its event lies
QUOTES = "\"“'‘"
FINER = re.compile(r"\d{4}-\w|\d{4}/\d{4}")           # a part of a year, or a school year
YEARS = re.compile(r"(?<![\d-])\d{4}(?=[-/]|$)")
BESIDE = 12                                           # characters: `from $2.8 billion in the year before`
POSSESSIVE = re.compile(r"['’]s?\s+$")
ABOVE = frozenset({"xcomp", "advcl", "conj", "ccomp", "parataxis"})
ALONGSIDE = frozenset({"part_of", "rank_of", "same_as"})      # holds for the time of the value that it belongs to
WILL = frozenset({"will", "'ll", "’ll"})
PRESENT = frozenset({"is", "are", "has", "have"})
WITHIN = frozenset({"in", "on", "during", "between"})
SPEAKING = frozenset({"said", "say", "says", "told", "tells"})
ATTRIBUTES = frozenset({"compound", "amod", "nummod", "nmod"})
TIMELESS = TEMPORAL | {"age"}
COUNTED = frozenset({"count"})


@dataclass(slots=True)
class Scene:
    """The time that the text has set so far: for the paragraph, and for the event that the article tells."""

    today: str | None
    paragraph: str | None = None
    event: str | None = None
    begun: bool = False           # a sentence with a time has been read

    def tell(self, tree: Tree, times: list[Time], told: list[str], dated: bool) -> None:
        """Take over what a sentence sets: the paragraph's time from its values, the event's from the first that tells one."""
        today = self.today
        if not self.begun and times and today is not None:
            root = tree.root()
            if root is not None and tree.child(root, "nsubj") is not None:
                self.begun, self.event = True, event(tree, times, today)
        if not told and not dated:
            return
        running = f"/{today}"
        first = next((when for when in told if when != "PRESENT_REF" and not when.endswith(running)), None)
        clock = first is not None and CLOCK.search(first)
        self.paragraph = (self.event or (first or "")[:DAY]) if clock else first


def assign(tree: Tree, facts: list[Proposal], scene: Scene, start: int = 0) -> None:
    """Fill `when` of one sentence's values, from its own times or the `scene`, and tell the scene what it sets.

    Dates before the offset `start` belong to the article's head.
    """
    dates, values, news = [], [], {}
    for fact in facts:
        if fact.type == "date":
            if fact.start >= start and RESOLVED.match(fact.date or ""):
                dates.append(fact)
        elif fact.type not in TIMELESS:
            values.append(fact)
            if fact.relation in CHANGES:
                news[id(fact.relation_to)] = fact
    if not values and (scene.begun or scene.today is None or not dates):
        scene.paragraph = None if dates else scene.paragraph
        return
    times = timed(tree, dates, values, news, scene.today) if dates else []
    if times or scene.paragraph or scene.event:
        own = {} if not news else {
            id(date): old for old in values if id(old) in news for date in dates if belongs(tree.sentence.text, date, old)}
        for value in values:
            free = [time for time in times if own.get(id(time.fact), value) is value] if own else times
            value.when = hold(tree, value, free, news.get(id(value)), scene)
        if own:
            year_back(tree, dates, own, news)
    told = []
    for value in values:
        if value.relation in ALONGSIDE and value.relation_to is not None:
            value.when = value.when or value.relation_to.when
        if value.when and id(value) not in news:
            told.append(value.when)
    if told and times:
        owners = {time.value for time in times if tree.tokens[time.head].dep == "nmod:poss" or enclosed(tree, time)}   # Thursday's price
        told = [when for when in told if when not in owners]
    scene.tell(tree, times, told, bool(dates))


def hold(tree: Tree, value: Proposal, times: list[Time], new: Proposal | None, scene: Scene) -> str | None:
    """The time that a value holds for; `new` is the value that came after it, where it is an old one."""
    head = tree.head(value.start, value.end)
    if head is None:
        return None
    if times:
        times = beside_it(tree, value, times)
    if new is not None and new.start < value.start:         # `to 5 in 2023 from 3`: the time before an old value is the new one's
        return nearest(tree, value, head, [time for time in times if time.fact.start > value.start])
    if times:
        found = nearest(tree, value, head, times) or only(tree, value, head, times)
        inner = [] if found else [time for time in times if tree.clause(time.head) != tree.clause(head) and related(tree, time.head)]
        own = [time for time in inner if counted_by(tree, value, head, time)]
        if found or own or len(inner) < len(times):
            return found or (closest(value, own) if own else None)
    return None if describes(tree, value, head) else carried(tree, head, scene)


def counted_by(tree: Tree, value: Proposal, head: int, time: Time) -> bool:
    """Whether a time stands in the relative clause of the noun that a value counts: `40 samples that volunteers took in May`."""
    clause = tree.clause(time.head)
    counts = value.type in COUNTED or value.type == "ratio"
    return counts and clause > head and tree.tokens[clause].dep == "acl:relcl" and tree.up(clause) in (head, *tree.children[head])


def year_back(tree: Tree, dates: list[Proposal], own: dict[int, Proposal], news: dict[int, Proposal]) -> None:
    """With `a year earlier` beside an old value and a finer period for the new one, give the old one that period a year back."""
    for date in dates:
        old = own.get(id(date))
        period = None if old is None else news[id(old)].when
        if old is not None and period and FINER.match(period) and YEAR_BACK.fullmatch(tree.sentence.text, date.start, date.end):
            old.when = YEARS.sub(lambda year: str(int(year.group()) - 1), period)


def beside_it(tree: Tree, value: Proposal, times: list[Time]) -> list[Time]:
    """The times that may date a value by their place: none in an aside that the value is outside of, those of its own part first."""
    near = [time for time in times if not aside(value, time) and not another(tree, value, time)]
    more = MORE_THAN.match(tree.sentence.text, value.end) if near else None
    if more is not None:
        near = [time for time in near if not than(tree, more.end(), time)]
    if value.type in SHARES:
        near = [time for time in near if not base(tree, value, time)]
    if not near:
        return near
    start, end = part_of(tree, value.start)
    return [time for time in near if start <= time.fact.start < end] or [time for time in near if not time.lasting]


def another(tree: Tree, value: Proposal, time: Time) -> bool:
    """Whether a time in the possessive belongs to a noun that the value is not about: `41 percent above Thursday's price of 226p`."""
    if tree.tokens[time.head].dep != "nmod:poss" or tree.case(tree.tokens[time.head].head) in ("in", "at", "during"):
        return False                                        # in Sunday's election
    noun, head = tree.tokens[time.head].head, tree.head(value.start, value.end)
    start, end = value.subject or (0, 0)
    return not (start <= tree.tokens[noun].start < end or head == noun or (head is not None and tree.up(head) == noun and noun < head))


def than(tree: Tree, place: int, time: Time) -> bool:
    """Whether a time belongs to what a value is more than, from a place on: `about 9,000 more than came to the same match in 2023`."""
    return place < time.fact.start and tree.sentence.text.find(",", place, time.fact.start) < 0


def base(tree: Tree, value: Proposal, time: Time) -> bool:
    """Whether a time is what a change is counted from: `up 3.5% on 2018`, `4 percent over last year`."""
    return len(time.value) < DAY and BASE.fullmatch(tree.sentence.text, value.end, time.fact.start) is not None


def enclosed(tree: Tree, time: Time) -> bool:
    """Whether a time stands in a relative clause or participle, so that it sets no scene: `Berg, who won 58 percent in 2017, faces`."""
    if related(tree, time.head):
        return True
    tokens, comma = tree.tokens, time.head
    while comma >= 0 and tokens[comma].text not in ",;(":
        comma -= 1
    return comma >= 0 and (tokens[comma + 1].lower in RELATIVE or tokens[comma + 1].tag in ("VBN", "VBG"))


def part_of(tree: Tree, place: int) -> tuple[int, int]:
    """The offsets of the part of a sentence between semicolons or conjunctions after a comma that a place lies in."""
    sentence = tree.sentence
    start, end = sentence.start, sentence.end
    if tree.joints is None:
        tree.joints = [match.span() for match in JOINT.finditer(sentence.text, start, end)]
    for first, last in tree.joints:
        if first >= place:
            return start, first
        start = last
    return start, end


def aside(value: Proposal, time: Time) -> bool:
    """Whether a time stands in an aside between commas that a value is outside of: `The probe, launched in 2018, passed …`."""
    return time.aside is not None and not time.aside[0] < value.start <= time.aside[1]


def event(tree: Tree, times: list[Time], today: str) -> str | None:
    """The day of what a sentence tells that happened: the one time of its main clause, or of what its speaker says."""
    root = tree.root()
    if root is not None and says(tree, root):
        root = tree.child(root, "ccomp")
    if root is None or tense(tree, root) != "past" or tree.child(root, "nsubj") is None:
        return None
    main = {time.value for time in times if tree.clause(time.head) == root and not CLOCK.search(time.value)}
    days = {time.value for time in times if WHOLE_DAY.fullmatch(time.value) and recent(time.value, today) and not related(tree, time.head)}
    years = {value for value in main if YEAR.fullmatch(value) and 0 <= int(today[:4]) - int(value[:4]) <= 1}
    return days.pop() if len(days) == 1 else years.pop() if len(years) == len(main) == 1 else None


def related(tree: Tree, index: int) -> bool:
    """Whether a token stands in a relative clause or participle."""
    return tree.deps[index] == "acl" or any(tree.deps[up] == "acl" for up in tree.ancestors(index))


def recent(day: str, today: str) -> bool:
    """Whether a day is the article's or lies within the week before it."""
    return 0 <= (datetime.date.fromisoformat(today) - datetime.date.fromisoformat(day[:DAY])).days <= RECENT


def tense(tree: Tree, predicate: int) -> str | None:
    """The tense of a clause, `past` for what happened, `present` or `future`; None where its verb does not tell."""
    while tree.deps[predicate] in ABOVE and not tree.tokens[predicate].tag.startswith(("VBD", "VBZ", "VBP")):
        if tree.up(predicate) is None or tree.child(predicate, "aux", "cop") is not None:
            break
        predicate = tree.clause(tree.tokens[predicate].head)       # fell for a fifth day, losing 4 percent
    own = tree.tokens[predicate]
    verbs = [tree.tokens[child] for child in tree.children[predicate] if tree.deps[child] in ("aux", "cop")]
    finite = {token.lower: token.tag for token in verbs if token.tag in FINITE}
    if own.tag == "MD" or "MD" in finite.values():
        return "future" if not WILL.isdisjoint((own.lower, *finite)) else None
    bare = own.tag == "VBN" and tree.child(predicate, "aux") is None             # a past tense taken for a participle
    finite.pop("had", None)
    if bare or own.tag == "VBD" or "VBD" in finite.values():
        return "past"
    return "present" if own.tag in FINITE or not PRESENT.isdisjoint(finite) else None


def carried(tree: Tree, head: int, scene: Scene) -> str | None:
    """The time that a value without a time of its own takes over: the paragraph's, else the event's where it happened."""
    if scene.paragraph is None and (scene.event is None or tree.sentence.text[tree.sentence.start] in QUOTES):
        return None
    clause = tree.clause(head)
    told = tense(tree, clause)
    if scene.paragraph is not None:
        ahead = scene.today is not None and later(scene.paragraph, scene.today)
        lasting = "/" in scene.paragraph or len(scene.paragraph) < DAY
        return scene.paragraph if told == ("future" if ahead else "past") or (lasting and told is None) else None
    if told != "past" or any(tree.tokens[index].dep == "acl:relcl" for index in (clause, *tree.ancestors(clause))):
        return None
    return scene.event


def later(time: str, today: str) -> bool:
    """Whether a time begins after the article's day, or in a later year."""
    return time > today if CALENDAR.match(time) else time[:4].isdigit() and time[:4] > today[:4]


def belongs(text: str, date: Proposal, old: Proposal) -> bool:
    """Whether a date stands right beside an old value: `$2.8 billion a year earlier`, `Wednesday's $5.82`."""
    after = 0 <= date.start - old.end <= BESIDE
    before = 0 < old.start - date.end <= 4 and POSSESSIVE.fullmatch(text, date.end, old.start) is not None
    return after or before


def nearest(tree: Tree, value: Proposal, head: int, times: list[Time]) -> str | None:
    """The time nearest to a value in its own phrase, else in its clause, else in a clause above or one that tells the occasion."""
    own = [time for time in times if beneath(tree, time.head, head)] if tree.children[head] else []
    if own:
        return closest(value, own)
    if describes(tree, value, head):
        return None
    apt = [time for time in times if dates_clause(tree, value, time)]
    clause: int | None = tree.clause(head)
    while clause is not None and apt:
        speaks = tree.tokens[clause].lower in SPEAKING and says(tree, clause)                  # the governor said on Thursday
        inside = [] if speaks else [time for time in apt if tree.clause(time.head) == clause]
        inside = inside or [time for time in apt if occasion(tree, clause, tree.clause(time.head))]
        if inside:
            return closest(value, inside)
        above = tree.up(clause)
        accompanies = tree.tokens[clause].dep == "acl" and tree.tokens[clause].tag == "VBG"            # marking the 100th anniversary
        if above is None or not (tree.tokens[clause].dep in ABOVE or accompanies) or says(tree, tree.clause(above)):
            return None
        if tree.deps[clause] == "conj" and (tree.child(clause, "nsubj") is not None or tense(tree, clause) == "present"):
            apt = [time for time in apt if time.head < tree.clause(above)]       # will be capped until 2026, and the dividend is cut
        clause = tree.clause(above)
        apt = [time for time in apt if not time.lasting]
    return None


def only(tree: Tree, value: Proposal, head: int, times: list[Time]) -> str | None:
    """The one time of a sentence, where nothing speaks against it: it dates no saying, and the value is in no clause of its own."""
    if len(times) != 1 or times[0].lasting or times[0].measured or describes(tree, value, head) or not dates_clause(tree, value, times[0]):
        return None
    clause = tree.clause(head)
    between_them = range(tree.at(value.end), times[0].head)
    if any(tree.tokens[index].tag in FINITE or tree.tokens[index].lower == "than" for index in between_them):
        return None                                         # 5 million, and ended December with
    planned = tree.tokens[tree.clause(times[0].head)].tag == "VB"
    if planned and any(tree.tokens[index].tag in FINITE for index in range(times[0].head, head)):
        return None                                         # plans to close seven shops by March, and expects
    if any(tree.tokens[index].text == "," for index in between_them):
        return None                                         # first results within hours, final ones by Wednesday
    own = any(tree.tokens[index].dep in ("acl:relcl", "ccomp") for index in (clause, *tree.ancestors(clause)))
    return None if own or says(tree, tree.clause(times[0].head)) else times[0].value


def describes(tree: Tree, value: Proposal, head: int) -> bool:
    """Whether a count only describes a noun (`deaths in the four districts`), so that no time holds for it."""
    if value.type == "quantity" and "-" in tree.sentence.text[value.start:value.end]:
        return True                                         # a 15-kilo sack
    if value.type not in COUNTED:
        return False
    first, up = tree.at(value.start), tree.up(head)
    if first > 1 and tree.tokens[first - 1].tag == "PRP$" and tree.tokens[first - 2].lower == "of":
        return True                                         # seven of its 29 plants
    if up is None or value.relation is not None:
        return False
    return tree.deps[head] in ("nmod", "compound", "amod", "nummod") and tree.is_noun(up) and not total(tree, up)


def total(tree: Tree, noun: int) -> bool:
    """Whether a noun stands for the value after it: `a total of 263 agreements`."""
    return tree[noun].lower in ("total", "record", "average", "maximum", "minimum")


def occasion(tree: Tree, clause: int, below: int) -> bool:
    """Whether a clause tells on what occasion another holds: `14 people were killed when a bus overturned on Tuesday`."""
    mark = tree.child(below, "mark", "advmod")
    above = tree.up(below)
    joined = above == clause or (above is not None and tree.deps[above] == "conj" and tree.up(above) == clause)
    return joined and tree.deps[below] == "advcl" and mark is not None and tree.tokens[mark].lower in ("when", "as", "after")


def dates_clause(tree: Tree, value: Proposal, time: Time) -> bool:
    """Whether a time dates its clause, or what a value is about, and does not only describe some other noun."""
    up = tree.up(time.head)
    if time.measured:
        head = tree.head(value.start, value.end)
        return head is not None and tree.clause(time.head) == tree.clause(head)
    if up is None or tree.deps[time.head] not in ATTRIBUTES or not tree.is_noun(up):
        return True
    if trailing(tree, time, up) and tree.at(value.start) < up:
        return True
    own = tree.head(value.start, value.end)
    event = tree.tokens[time.head].dep == "nmod:poss" and tree.deps[up] == "obl" and tree.case(up) in ("in", "at", "during")
    if event and own is not None and tree.clause(time.head) == tree.clause(own):
        return True                                         # died in Friday's derailment
    start, end = value.subject or (0, 0)
    if not start <= tree.tokens[up].start < end or tree.case(time.head) != "":
        return start <= tree.tokens[up].start < end
    led = any(tree.tokens[index].tag == "IN" for index in range(tree.at(start), time.head))       # Brent crude for May delivery
    return not led


def trailing(tree: Tree, time: Time, noun: int) -> bool:
    """Whether a time ends a clause behind a noun of the verb's that the parse hung it on: `pulled $2 billion from funds in January`."""
    if tree.case(time.head) not in WITHIN or tree.dep(noun) != "obl":
        return False
    last, verb = tree.at(time.fact.end), tree.up(noun)
    ends = last >= len(tree.tokens) or tree[last].tag in (",", ".", "CC", ":")
    return ends and verb is not None and tree.is_verb(verb) and verb < noun


def beneath(tree: Tree, time: int, head: int) -> bool:
    """Whether a time hangs on a value, with no verb between."""
    for up in tree.ancestors(time):
        if up == head:
            return tree.up(time) == head or tree.case(time) != ""                       # not 2 degrees above the July average
        if tree.is_verb(up):
            return False
    return False


def closest(value: Proposal, found: list[Time]) -> str:
    """The time with the fewest characters between it and the value; the earlier of two."""
    if len(found) == 1:
        return found[0].value
    return min(found, key=lambda time: max(time.fact.start - value.end, value.start - time.fact.end)).value
