"""How old someone or something is: `the 45-year-old`, `aged 12`, `Smith, 45,`, `ten years old`.

A bare number after a name and a comma is an age where it lies between 1 and 115 and a comma, bracket or verb follows.
"""
import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

UNITS = r"(?P<unit>year|yr|month|week|day|hour|decade|century)s?"
OLD = re.compile(rf"[ \u00a0-]*(?:{UNITS}[ -]*(?P<olds>olds?)\b|(?P<yo>y/?o|yo)\b|{UNITS.replace('<unit>', '<of>')} of age\b)", re.IGNORECASE)
AGED = re.compile(r"\b(?:aged|age|ages|aging|ageing|the age of|turn(?:s|ed|ing)?|at age)(?: (?:about|around|just|only|of|between|from|over|under))*[ \u00a0]$", re.IGNORECASE)
TURN = re.compile(r"\bturn(?:s|ed|ing)?(?: (?:just|only))? $", re.IGNORECASE)
BETWEEN_COMMAS = re.compile(r"[,)]| and (?=[A-Z])|[.;]?$|; |\.[\"”’']?(?= |$)|, | - ")
NAME_BEFORE = re.compile(r"(?:[A-Z][\w'’.-]+(?:, (?:Jr|Sr)\.?)?|[a-z]+(?:er|or|ist|man|woman))(?: ?\((?=\d)|, (?=\d))$")
DECADE = re.compile(r"\b(?:in|into|reached) (?:his|her|their|my|our|your|its)(?: (?:early|mid|late|mid-to-late))?[ -]?(?P<number>[2-9]0)['’]?s\b|"
                    r"\b(?:in|into) (?:his|her|their|my|our|your)(?: (?:early|mid|late))?[ -]?(?P<word>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
                    re.IGNORECASE)
WORDS = {"teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
LIFE = re.compile(r"\b(?:life expectancy|median age|average age|mean age|retirement age|pension age|drinking age|voting age|minimum age|age limit)\b[^.;]{0,60}\b"
                  r"(?:is|was|of|at|to|from|around|about|be)[ \u00a0](?:just |only |around |about |over |under |nearly |almost |roughly )?$", re.IGNORECASE)
PEOPLE_OVER = re.compile(r"\b(?:people|those|men|women|adults|children|anyone|everyone|residents|patients|voters|workers|kids|teens|persons|individuals|citizens|boys|girls|"
                         r"seniors|someone|players|students)(?: (?:who are|who were|aged?))? (?:over|under|older than|younger than|above|below) (?:the age of )?$", re.IGNORECASE)
OLDEST = Decimal(115)


def reading(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """The age that a mention is, by the words on either side of it."""
    text = sentence.text
    old = OLD.match(text, mention.end, sentence.end)
    if old:
        unit = (old.group("unit") or old.group("of") or "year").lower().replace("yr", "year")
        return numeric(sentence, mention, old.end(), "age", "age.years_old", unit=unit)
    followers = mention.follower
    if followers and OLD.match(text, followers.end, sentence.end) and mention.form == followers.form:
        return numeric(sentence, mention, mention.end, "age", "age.shared_unit", unit="year")
    if mention.value is not None and not 0 < mention.value <= OLDEST or mention.high is not None and mention.high > OLDEST:
        return None
    lead = text[max(sentence.start, mention.start - 90):mention.start]
    following = text[mention.end:mention.end + 1]
    if AGED.search(lead[-32:]) and not re.match(r"[%\d]|[ -](?:percent|per cent|points?|degrees|times|of)\b", text[mention.end:mention.end + 12]):
        if TURN.search(lead) and not re.match(r"[.,;)!?]|\s(?:in|on|last|this|next|years)\b|$", text[mention.end:sentence.end][:8]):
            return None
        return numeric(sentence, mention, mention.end, "age", "age.aged", unit="year")
    if (LIFE.search(lead) or PEOPLE_OVER.search(lead)) and not re.match(r"[%$]|[ -](?:percent|per|pounds|feet|kg|miles)", text[mention.end:mention.end + 9]):
        return numeric(sentence, mention, mention.end, "age", "age.stated", unit="year")
    if mention.form in ("digits", "words") and mention.value and mention.value == mention.value.to_integral_value() and following in (",", ")", ".", ";", ""):
        if NAME_BEFORE.search(lead[-40:]) and _person(sentence, mention):
            return numeric(sentence, mention, mention.end, "age", "age.apposed", unit="year")
    return None


def _person(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether what stands before the comma can be a person: not a month, a place or an organisation."""
    end = mention.start - 2
    for name in sentence.names:
        if name.start < end <= name.end + 1:
            return name.label in ("PER", None)
    lead = sentence.text[max(sentence.start, end - 30):end]
    word = re.search(r"([A-Za-z][\w'’.-]*) ?$", lead)
    if word is None or word.group(1) in MONTHS or text_is_list(sentence, mention):
        return False
    if word.group(1)[0].islower():
        return bool(re.search(r"\b(?:an?|the|his|her|their) (?:[\w-]+ )*$", lead[:word.start()]))
    return re.search(r"[A-Z][\w'’.-]+ [A-Z][\w'’.-]+ ?$", lead) is not None or sentence.text[mention.end:mention.end + 2] == ", "


def text_is_list(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether the number stands in a list of numbers (`Section 5, 12, 15`)."""
    return any(other is not mention and 0 <= other.start - mention.end <= 3 for other in sentence.numbers)


MONTHS = frozenset("January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec "
                   "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Ages among the sentence's number mentions, and decades of life (`in her 40s`)."""
    for mention in sentence.numbers:
        if mention.form in ("digits", "words", "mixed", "fraction"):
            proposal = reading(sentence, mention)
            if proposal:
                yield proposal
    for match in DECADE.finditer(sentence.text, sentence.start, sentence.end):
        group = "number" if match.group("number") else "word"
        low = Decimal(match.group("number") or WORDS[match.group("word").lower()])
        end = match.end()
        yield Proposal(match.start(group), end, "age", "age.decade", low=low, high=Decimal(19) if low == 13 else low + 9, unit="year", sentence=sentence)


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
