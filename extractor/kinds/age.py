"""How old someone or something is: `the 45-year-old`, `aged 12`, `Smith, 45,`, `ten years old`.

A bare number after a name and a comma is an age where it lies between 1 and 115 and a comma, bracket or stop follows.
"""
import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.numbers import next_from
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

UNITS = r"(?P<unit>year|yr|month|week|day|hour|decade|century)s?"
OLD = re.compile(
    rf"[ \u00a0-]*(?:{UNITS}[ -]*(?P<olds>olds?)\b|(?P<yo>y/?o|yo)\b|{UNITS.replace('<unit>', '<of>')} of age\b)", re.IGNORECASE)
AGED = re.compile(
    r"\b(?:aged|age|ages|aging|ageing|the age of|turn(?:s|ed|ing)?|at age|ages of)(?: (?:about|around|just|only|of|between|from|over"
    r"|under))*[ \u00a0]$",
    re.IGNORECASE)
TURN = re.compile(r"\bturn(?:s|ed|ing)?(?: (?:just|only))? $", re.IGNORECASE)
TURNED = re.compile(r"[.,;)!?]|\s(?:in|on|last|this|next|years|and|when|before|after)\b|$")
OTHER_UNIT = re.compile(r"[%\d$]|[ -](?:percent|per|points?|degrees|times|of|pounds|feet|kg|miles|people|goals)\b")
# A person who `will be 35 by May` or `was 12 when …`.
BEING = re.compile(r"\b(?:(?:he|she|who|I) (?:is|was|will be|would be|would have been|wasn't|isn't)|I'm|he's|she's)(?: (?:only|just"
                   r"|now|about|already|still))? $",
                   re.IGNORECASE)
WAS = re.compile(r"\b(?:was|is|were)(?: (?:only|just|about))? $")
WHEN = re.compile(r" (?:when (?:he|she|his|her|they|their|the)|at the time)\b")
BEEN = re.compile(r"\s(?:when|at the time|by|on|and|this|next|now|today|but|in [A-Z])|[.,;]")
NAME_BEFORE = re.compile(r"(?:[A-Z][\w'’.-]+(?:, (?:Jr|Sr)\.?)?|[a-z]+(?:er|or|ist|man|woman|ant|ent|father|mother))(?:, | ?\()$")
DECADE = re.compile(
    r"\b(?:in|into|reached) (?:his|her|their|my|our|your|its)(?: (?:early|mid|late|mid-to-late))?[ -]?"
    r"(?:(?P<number>[2-9]0)['’]?s|(?P<word>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b", re.IGNORECASE)
TEENS, OLDEST_TEEN = Decimal(13), Decimal(19)
DECADES = {"teens": TEENS} | {word: Decimal(10 * value) for value, word in enumerate(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2)}
LIFE = re.compile(
    r"\b(?:life expectancy|(?:median|average|mean|retirement|pension|drinking|voting|minimum) age|age limit)\b[^.;]{0,60}\b"
    r"(?:is|was|of|at|to|from|around|about|be)[ \u00a0](?:just |only |around |about |over |under |nearly |almost |roughly )?$",
    re.IGNORECASE)
PEOPLE_OVER = re.compile(
    r"\b(?:people|those|men|women|adults|children|anyone|everyone|residents|patients|voters|workers|kids|teens|persons|individuals"
    r"|citizens|boys|girls"
    r"|seniors|someone|players|students)(?: (?:who are|who were|aged?))? (?:over|under|older than|younger than|above"
    r"|below) (?:the age of )?$",
    re.IGNORECASE)
LAST_WORD = re.compile(r"([A-Za-z][\w'’.-]*) ?$")
FULL_NAME = re.compile(r"[A-Z][\w'’.-]+ [A-Z][\w'’.-]+ ?$")
DETERMINED = re.compile(r"\b(?:an?|the|his|her|their) (?:[\w-]+ ){0,3}[\w-]+$")
NO_PERSONS = frozenset("""January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Section Chapter Article Page Pages Figure Table
    Verse Psalm""".split())
OLDEST = Decimal(115)
LOOK_BACK = 90
NEXT = 3   # characters between two numbers of a list
FORMS = ("digits", "words", "mixed", "fraction")


def reading(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """The age that a mention is, by the words on either side of it."""
    text = sentence.text
    if old := OLD.match(text, mention.end, sentence.end):
        unit = (old.group("unit") or old.group("of") or "year").lower().replace("yr", "year")
        return numeric(sentence, mention, old.end(), "age", "age.years_old", unit=unit)
    follower = mention.follower
    if follower and mention.form == follower.form and OLD.match(text, follower.end, sentence.end):
        return numeric(sentence, mention, mention.end, "age", "age.shared_unit", unit="year")
    if (mention.value is not None and not 0 < mention.value <= OLDEST) or (mention.high is not None and mention.high > OLDEST):
        return None
    rule = stated(sentence, mention) or ("age.apposed" if apposed(sentence, mention) else None)
    return numeric(sentence, mention, mention.end, "age", rule, unit="year") if rule else None


def stated(sentence: Sentence, mention: NumberMention) -> str | None:
    """The rule by which words before a bare number make an age of it: `aged 12`, `she turned 30`, `people over 65`."""
    text, floor = sentence.text, max(sentence.start, mention.start - LOOK_BACK)
    if OTHER_UNIT.match(text, mention.end, sentence.end):
        return None
    if AGED.search(text, max(floor, mention.start - 32), mention.start):
        turn = TURN.search(text, floor, mention.start)
        return None if turn and not TURNED.match(text, mention.end, sentence.end) else "age.aged"
    if LIFE.search(text, floor, mention.start) or PEOPLE_OVER.search(text, floor, mention.start):
        return "age.stated"
    if mention.form in ("digits", "words") and WAS.search(text, floor, mention.start) and WHEN.match(text, mention.end, sentence.end):
        return "age.being"
    if mention.form in ("digits", "words") and BEING.search(text, floor, mention.start) and BEEN.match(text, mention.end, sentence.end):
        return "age.being"
    return None


def apposed(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a bare number stands beside a person: `John Smith, 45,`, `the driver (33)`."""
    if mention.form not in ("digits", "words") or mention.value is None or mention.value != mention.value.to_integral_value():
        return False
    if sentence.text[mention.end:mention.end + 1] not in (",", ")", ".", ";", "") or mention.end > sentence.end:
        return False
    floor = max(sentence.start, mention.start - 40)
    return NAME_BEFORE.search(sentence.text, floor, mention.start) is not None and _person(sentence, mention)


def _person(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether what stands before the comma can be a person: not a month, a place or an organisation."""
    text, end = sentence.text, mention.start - (1 if sentence.text[mention.start - 1] == "(" else 2)
    for name in sentence.names:
        if name.start < end <= name.end + 1:
            return name.label in ("PER", None)
    floor = max(sentence.start, end - 30)
    word = LAST_WORD.search(text, floor, end)
    if word is None or word.group(1) in NO_PERSONS or in_list(sentence, mention):
        return False
    if word.group(1)[0].islower():
        return DETERMINED.search(text, floor, end) is not None
    return FULL_NAME.search(text, floor, end) is not None or text[mention.end:mention.end + 2] == ", "


def in_list(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether the number stands in a list of numbers (`Section 5, 12, 15`) or of places with their figures (`Leeds, 3, Hull, 4`)."""
    index = next_from(sentence.numbers, mention.start)
    before, following = sentence.numbers[max(0, index - 1):index], sentence.numbers[index + 1:index + 2]
    return any(other.start - mention.end <= NEXT for other in following) or any(mention.start - other.end <= NEXT for other in before)


def _series(sentence: Sentence, mention: NumberMention, aged: NumberMention | None) -> Proposal | None:
    """The next age of a series."""
    if mention is not aged or OTHER_UNIT.match(sentence.text, mention.end, sentence.end):
        return None
    return numeric(sentence, mention, mention.end, "age", "age.series", unit="year")


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Ages among the sentence's number mentions, and decades of life (`in her 40s`)."""
    aged: NumberMention | None = None   # the next of a series of ages: `aged 5, 7 and 12`
    for mention in sentence.numbers:
        if mention.form in FORMS and (proposal := reading(sentence, mention) or _series(sentence, mention, aged)):
            aged = mention.follower if proposal.rule in ("age.aged", "age.series") else None
            yield proposal
    for match in DECADE.finditer(sentence.text, sentence.start, sentence.end):
        group = "number" if match.group("number") else "word"
        low = Decimal(match.group("number")) if match.group("number") else DECADES[match.group("word").lower()]
        high = OLDEST_TEEN if low == TEENS else low + 9
        yield Proposal(match.start(group), match.end(), "age", "age.decade", low=low, high=high, unit="year", sentence=sentence)


EXAMPLES = (
    Example("The 45-year-old was arrested.", ({"text": "45-year-old", "number": 45, "unit": "year"},)),
    Example("A boy aged 12 was found safe.", ({"text": "12", "number": 12, "unit": "year"},)),
    Example("John Smith, 45, of Leeds, denied it.", ({"text": "45", "number": 45},)),
    Example("The house is ten years old.", ({"text": "ten years old", "number": 10, "unit": "year"},)),
    Example("Her six-month-old daughter slept.", ({"text": "six-month-old", "number": 6, "unit": "month"},)),
    Example("At 6 weeks of age they can see.", ({"text": "6 weeks of age", "number": 6, "unit": "week"},)),
    Example("He died at the age of 91.", ({"text": "91", "number": 91},)),
    Example("Adults aged 18 and older may vote.", ({"text": "18", "modifier": "at_least"},)),
    Example("The woman, in her 40s, was unhurt.", ({"text": "40s", "low": 40, "high": 49},)),
    Example("Children aged 5 to 11 are eligible.", ({"text": "5 to 11", "low": 5, "high": 11},)),
    Example("The patient is an 87 yo man.", ({"text": "87 yo", "number": 87},)),
    Example("On March 5, 12 boats sank."),
    Example("They waited three years."),
    Example("A 10-year sentence was upheld."),
    Example("In chapters 4, 12, and 19 he explains it."),
    Example("The team turned 12 chances into goals."),
)
