"""What a value hangs on: the value it changed from, is compared with, is part of, ranks or restates.

The dependent fact points at the other one (facts.md). A rule looks at what stands between two values of one sentence and
names the relation; a value whose noun was left out (`compared to 329 last year`) takes type and unit over from its partner.
"""
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractor.fact import TEMPORAL
from extractor.proposals import Proposal

SHORT = 24            # characters: ` a tonne, up from `
LEAD = 40             # characters before `from` in which the words stand that it belongs to
REACH = 8             # values back that one may relate to
NEAR = 160            # characters between two values that one relation may span
_NOUN = r"(?:(?:an?\s+(?:[\w-]+\s+){0,2}?\w+|estimates?|forecasts?)\s+of\s+)?"      # from a forecast of 38 million
_OWN = r"(?:[\w.]+(?:['’]s|s['’])\s+(?:average\s+)?)?"                               # from Wednesday's $5.82
_HEDGE = (r"(?:(?:about|around|roughly|approximately|nearly|almost|some|just|only|over|under|(?:more|less|fewer) than|"
          r"as (?:many|much|few|little) as|at least|at most|up to|estimated|an?|the|its|record)\s+){0,2}")
FROM = re.compile(r"\b(?:(?P<up>up|higher|increase|rise|gain|growth)|(?P<down>down|lower|decrease|decline|drop|fall)|\w*changed|revised)?"
                  rf",?\s*(?:[\w.,]+\s+(?:percent|per\s+cent|%|points?|pence|cents)\s*,?\s*)?\bfrom\s+{_OWN}{_NOUN}{_HEDGE}$",
                  re.IGNORECASE)
FROM_FIRST = re.compile(rf"\bfrom\s+{_HEDGE}$", re.IGNORECASE)
JOINED = re.compile(r"\b(?:while|whereas|and|but|when)\b", re.IGNORECASE)
OR = re.compile(r"\bor\s+$")
TO = re.compile(rf"^[^;]{{0,80}}?\bto\s+{_HEDGE}$", re.IGNORECASE)
THEN_TO = re.compile(
    rf"^[^;.]{{0,90}}?\b(?:and|then|before|but)\s+(?:\w+\s+)?(?:increas|ris|rose|grew|grow|climb|jump|fell|fall|drop|declin|decreas|shr[ai]nk|expand|w[ae]nt)\w*"
    rf"(?:\s+(?:\w+ly|up|down))?\s+to\s+{_HEDGE}$", re.IGNORECASE)
COMPARED = re.compile(r"\b(?:compare[ds]?\s+(?:to|with)|versus|vs\.?|against|as\s+opposed\s+to|in\s+comparison\s+(?:to|with)|"
                      rf"(?P<verb>(?:miss|beat|top|exceed)(?:s|ed|ing)?))\s+{_OWN}{_NOUN}{_HEDGE}$", re.IGNORECASE)
INCLUDING = re.compile(r"\b(?:including|of\s+which|of\s+whom|among\s+(?:them|which|whom))\b", re.IGNORECASE)
CLAUSE = re.compile(r",\s+(?:and|but|while)\s+\w+ed\s", re.IGNORECASE)
AMONG = re.compile(r"(?:^|[.;:,\n\"“(])\s*(?:among|of|out\s+of)\s+(?:the|these|those|its|their|his|her|our|all|some)?\s*$", re.IGNORECASE)
OPENED = re.compile(rf"[^()\[\].;]*,\s+{_HEDGE}$", re.IGNORECASE)
RANKED = re.compile(r"(?:\s+(?:in|of|for)\s+[\w\s-]{1,40}?)?\s*\((?:or\s+|ranking\s+|in\s+)?(?:the\s+)?$", re.IGNORECASE)
PARTITIVE = re.compile(r"\s+of\s+(?:(?:the|these|those|its|his|her|their|our)\s+)?(?:[\w.]+['’]s\s+)?(?:\w+\s+)?$", re.IGNORECASE)
OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b", re.IGNORECASE)
OF_THOSE = re.compile(r"\bof\s+(?:them|these|those|which|whom)\s*,\s*$", re.IGNORECASE)
BRACKET = re.compile(rf"\s*[(\[]\s*{_HEDGE}$", re.IGNORECASE)
SCOPE = re.compile(r"\s+(?:in|from|for|of|at|on|by|to|through|under)\s")
RESTATED = re.compile(rf"\s*(?:,?\s*or|,?\s*equivalent\s+to|,?\s*equal\s+to|=)\s+{_HEDGE}$|\s*[(\[]\s*(?:or\s+)?{_HEDGE}$", re.IGNORECASE)
CHANGES = frozenset({"change_from", "compared_with"})
RESTATABLE = frozenset({"money", "quantity"})
SHARES = frozenset({"percent", "ratio"})
RELATED = SHARES | {"number", "ordinal"}       # types that may relate to a value of any other


@dataclass(slots=True)
class Pair:
    """Two values of one sentence, `first` before `second`, and the text between and around them."""

    text: str
    first: Proposal
    second: Proposal
    between: str        # the characters between the two values

    @property
    def lead(self) -> str:
        """The words of the sentence right before the first."""
        start = self.first.sentence.start if self.first.sentence else 0
        return self.text[max(start, self.first.start - 24):self.first.start]

    @property
    def comparable(self) -> bool:
        """Whether both measure the same thing, as far as type and unit tell; a bare number goes with anything."""
        a, b = self.first, self.second
        return (a.per == b.per or a.type == "number" or b.type == "number") and self.alike

    @property
    def alike(self) -> bool:
        """Whether both are of one type and unit, whatever they are divided by."""
        a, b = self.first, self.second
        if a.type != b.type:
            return a.type == "number" or b.type == "number"
        return a.unit == b.unit or a.type == "number" or a.unit is None or b.unit is None or borrows(b)


@dataclass(slots=True)
class Link:
    """A relation found: the dependent fact, the fact it points at, and the direction of change that the words tell."""

    dependent: Proposal
    relation: str
    other: Proposal
    direction: str | None = None


def change(pair: Pair) -> Link | None:
    """`rose to 5 from 3`, `5, up from 3`, `from 3 to 5`, `was 250 … and increased to 270`: new → old."""
    between = pair.between
    if "from" not in between and "to" not in between:
        return None
    if not pair.alike:
        return None
    found = FROM.search(between, max(0, between.rfind("from") - LEAD)) if "from" in between and not JOINED.search(between) else None
    lead = pair.text[max(0, pair.first.start - 40):pair.first.start]
    near = found is not None and len(between) < SHORT and not OR.search(lead)
    if found is not None and (pair.comparable or (near and pair.second.per is None)):
        return Link(pair.first, "change_from", pair.second, "up" if found["up"] else "down" if found["down"] else None)
    shared = pair.second.per is None or pair.comparable                                 # from $75 a barrel to $45
    if (shared and FROM_FIRST.search(lead) and TO.match(between)) or (pair.comparable and THEN_TO.match(between)):
        return Link(pair.second, "change_from", pair.first)
    return None


def comparison(pair: Pair) -> Link | None:
    """`324 institutions, compared to 329 last year`: current → the one it is compared with."""
    shared = pair.alike and (pair.second.per is None or pair.comparable)                # $17,250 a ton, against $21,880 a year ago
    found = COMPARED.search(pair.between) if shared and comparing(pair.between.lower()) else None
    if found is None or (found["verb"] and JOINED.search(pair.between)):
        return None                                         # 12 to 85 mg, and a quarter of the drinks exceeded the 32 mg limit
    return Link(pair.first, "compared_with", pair.second)


def comparing(between: str) -> bool:
    """Whether a text in small letters has a word in it that `COMPARED` may find: asked first, since that looks at every place of it."""
    return ("against" in between or "compar" in between or "opposed" in between or "vs" in between or "versus" in between
            or "beat" in between or "exceed" in between or "miss" in between or "top" in between)


def part(pair: Pair) -> Link | None:
    """`$9 billion, including $2 billion in loans`, `$8 million ($6 million in cash)`, `Among the 20 schools, 14 teach`: part → whole."""
    if not pair.comparable:
        return None
    bracketed = ("(" in pair.between or "[" in pair.between) and BRACKET.fullmatch(pair.between) and SCOPE.match(pair.text, pair.second.end)
    counted = pair.first.type == "count"
    if counted and pair.second.type in ("count", "quantity") and "of" in pair.between.lower() and PARTITIVE.fullmatch(pair.between):
        return Link(pair.first, "part_of", pair.second)
    elided = counted and pair.second.type == "count" and pair.second.unit is None
    among = elided and AMONG.search(pair.lead) and OPENED.fullmatch(pair.between)
    return Link(pair.second, "part_of", pair.first) if bracketed or among or including(pair.between) else None


def including(between: str) -> bool:
    """Whether the text between two values tells that the second is a part: `including`, with no clause begun since."""
    lower = between.lower()
    if "includ" not in lower and "which" not in lower and "whom" not in lower and "them" not in lower:
        return False
    found = INCLUDING.search(between)
    return found is not None and CLAUSE.search(between, found.end()) is None


def restated(text: str, value: Proposal) -> bool:
    """Whether a value restates the one before it in brackets: `430 million euros ($462 million)`."""
    return text[value.start - 1:value.start] in ("(", "[") and text[value.end:value.end + 1] in (")", "]")


def rank(pair: Pair) -> Link | None:
    """`7.85 percent (3rd place)`, `3.26 percent in exports (5th place)`: rank → value."""
    return Link(pair.second, "rank_of", pair.first) if pair.second.type == "ordinal" and RANKED.fullmatch(pair.between) else None


def restatement(pair: Pair) -> Link | None:
    """`seven miles (11 km)`, `$94.2 million, or 89 cents a share`: one amount in two units, second → first."""
    a, b = pair.first, pair.second
    units = a.type == b.type and a.type in RESTATABLE and (a.unit, a.per) != (b.unit, b.per)
    share = b.type in SHARES and a.type not in SHARES and "or" in pair.between           # 212 points, or 1.1 percent
    return Link(b, "same_as", a) if (units or share) and RESTATED.fullmatch(pair.between) else None


# One relation a fact: where two hold, the first of these (facts.md).
RULES: tuple[Callable[[Pair], Link | None], ...] = (change, comparison, part, rank, restatement)


def parts_of_them(text: str, values: list[Proposal]) -> None:
    """`43 homes, six of them`, `86 cases. Of those, 61`: a part of the count last named, in this sentence or the one before."""
    counts = [value for value in values if value.type in ("count", "number")]
    for whole, value in pairwise(counts):
        if value.start - whole.end > NEAR or not whole.unit or value.relation is not None:
            continue
        if OF_THEM.match(text, value.end) or OF_THOSE.search(text[max(0, value.start - 16):value.start]):
            value.type, value.relation, value.relation_to = "count", "part_of", whole


def relatable(first: Proposal, second: Proposal) -> bool:
    """Whether any rule is about two values of such types."""
    one, other = first.type, second.type
    return one == other or one == "number" or other in RELATED


def pairs(text: str, facts: list[Proposal]) -> Iterator[Pair]:
    """Every two values of one sentence that stand near each other, the nearest first."""
    values = [fact for fact in facts if fact.type is not None and fact.type not in TEMPORAL]
    for place, second in enumerate(values):
        for first in reversed(values[max(0, place - REACH):place]):
            if first.sentence is not second.sentence or second.start - first.end > NEAR:
                break
            if first.type == "ordinal" or not relatable(first, second):
                continue
            if first is values[0] or not restated(text, first):
                yield Pair(text, first, second, text[first.end:second.start])


def relate(text: str, facts: list[Proposal]) -> None:
    """Fill `relation` and `relation_to` of an article's kept proposals, and what an elided value takes over."""
    parts_of_them(text, [fact for fact in facts if fact.type is not None and fact.type not in TEMPORAL])
    found = list(pairs(text, facts))
    for rule in RULES:
        old: set[int] = set()              # a value is what one other changed from, or is compared with, not two
        for pair in found:
            link = rule(pair)
            if link is None or link.dependent.relation or link.other.relation_to is link.dependent:
                continue
            if link.relation in CHANGES:
                if id(link.other) in old:
                    continue
                old.add(id(link.other))
                take_over(link)
            link.dependent.relation, link.dependent.relation_to = link.relation, link.other
            link.dependent.direction = link.dependent.direction or link.direction


def take_over(link: Link) -> None:
    """Give a bare number the type and unit of the fact that it is compared with: `324 schools, compared to 329 last year`."""
    for bare, other in ((link.other, link.dependent), (link.dependent, link.other)):
        if bare.type == "number" and other.type in ("count", "percent", "quantity", "money") and bare.unit is None:
            bare.type, bare.unit, bare.rule = other.type, other.unit, f"{other.type}.elided"
    borrowed, unit = link.other.unit, link.dependent.unit
    if borrows(link.other) and link.other.type == link.dependent.type and borrowed != unit:
        link.other.unit = unit                              # 48 billion yen ($316 million), against a loss of 5 billion
        if link.other.assumed and borrowed and unit:
            link.other.assumed = link.other.assumed.replace(borrowed, unit)


def borrows(value: Proposal) -> bool:
    """Whether a value has its unit from another one."""
    return value.rule.endswith(".elided") or value.rule == "money.noun"
