"""How old someone or something is: `the 45-year-old`, `aged 12`, `Smith, 45,`, `ten years old`.

A bare number after a name and a comma is an age where it lies between 1 and 115 and a comma, bracket or stop follows.
"""
import re
from collections.abc import Iterator
from decimal import Decimal

from extractor import nouns
from extractor.kinds.name import last_word
from extractor.numbers import next_from
from extractor.numerals import TENS
from extractor.proposals import Example, Name, NumberMention, Proposal, Sentence, numeric

UNITS = r"(?P<unit>year|yr|month|week|day|hour|decade|century)s?"
OLD = re.compile(
    rf"[ \u00a0-]*(?:{UNITS}[ -]*(?P<olds>olds?)\b|(?P<yo>y/?o|yo)\b|{UNITS.replace('<unit>', '<of>')} of age\b)", re.IGNORECASE)
AGED = re.compile(
    r"\b(?:aged|age|ages|aging|ageing|the age of|turn(?:s|ed|ing)?|at age|ages of)(?: (?:about|around|just|only|of|between|from|over"
    r"|under))*[ \u00a0]$",
    re.IGNORECASE)
TURN = re.compile(r"\bturn(?:s|ed|ing)?(?: (?:just|only))? $", re.IGNORECASE)
TO_TURN = re.compile(r"(?:\b(?:to|will|would|could|they|we|I|you|who|children|people|and|she'll|he'll)|['’]ll) $")
TURNED = re.compile(r"[.,;)!?]|\s(?:in|on|last|this|next|years|and|when|before|after)\b|$")
OTHER_UNIT = re.compile(r"[%\d$]|[ -](?:percent|per|points?|degrees|times|of|pounds|feet|kg|miles|people|goals)\b")
# A person who `will be 35 by May` or `was 12 when …`.
BEING = re.compile(
    r"\b(?:(?:he|she|who|I|(?:my|his|her|their|our|whose) (?:[a-z]+ )?(?:kid|son|daughter|boy|girl|child|baby|wife|husband|mother|father"
    r"|brother|sister|mum|mom|dad)) (?:is|am|was|will be|would be|would have been|wasn't|isn't)"
    r"|(?:he|she)['’]d be|I'm|he's|she's)"
    r"(?: (?:only|just|now|about|already|still))? $", re.IGNORECASE)
WAS = re.compile(r"\b(?:was|is|were)(?: (?:only|just|about))? $")
WHEN = re.compile(r" (?:when (?:he|she|his|her|they|their|the)|at the time)\b")
BEEN = re.compile(r"\s(?:when|at the time|by|on|and|this|next|now|today|but|in [A-Z])|[.,;]")
# Who stands before a number and a comma or bracket: a name, or a noun with what it is the mother of.
NAME_BEFORE = re.compile(r"(?P<who>[A-Z][\w'’.-]+(?:, (?:Jr|Sr)\.?)?"
                         r"|(?P<noun>[a-z]+)(?P<of> of (?:one|two|three|four|five|six|seven|eight|\d))?)"
                         r"(?:, (?:(?:then|now|only|just) )?| ?\()$")
PERSONAL = ("er", "or", "ist", "man", "men", "woman", "women", "ant", "ent", "father", "mother")   # endings of nouns of persons
KIN = frozenset("""girl boy son daughter wife husband brother sister child baby widow nephew niece aunt uncle cousin friend partner nurse
    cook clerk captain victim suspect toddler teen athlete pupil""".split())
# Nouns of those endings that are no persons.
NO_PERSON_NOUNS = frozenset("""number order other latter former letter chapter quarter corner winter summer river paper power water tower
    center matter member cluster cover layer sector factor error door floor fever temper timber border register september october
    november december percent cent moment event agreement document department government restaurant plant amount list gist mist parent
    apartment investment statement treatment argument instrument element parliament""".split())
DECADE = re.compile(
    r"\b(?:in|into|reached) (?:his|her|their|my|our|your|its)(?: (?:early|mid|late|mid-to-late))?[ -]?"
    r"(?:(?P<number>[2-9]0)['’]?s|(?P<word>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b", re.IGNORECASE)
DECADE_END = re.compile("0['’]?s")
TEENS, OLDEST_TEEN = Decimal(13), Decimal(19)
DECADES = {"teens": TEENS} | {word: Decimal(10 * value) for value, word in enumerate(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2)}
LIFE = re.compile(
    r"\b(?:life expectancy|(?:median|average|mean|retirement|pension|drinking|voting|minimum) age|age limit)\b(?:(?! and )[^.;]){0,60}\b"
    r"(?:is|was|of|at|to|from|around|about|be)[ \u00a0](?:just |only |around |about |over |under |nearly |almost |roughly )?$",
    re.IGNORECASE)
PEOPLE_OVER = re.compile(
    r"\b(?:people|those|men|women|adults|children|anyone|everyone|residents|patients|voters|workers|kids|teens|persons|individuals"
    r"|citizens|boys|girls"
    r"|seniors|someone|players|students)(?: (?:who are|who were|aged?))? (?:over|under|older than|younger than|above"
    r"|below) (?:the age of )?$",
    re.IGNORECASE)
# What is over or under a number by itself is people: `half of all buyers are under 35`, `one in six is over 60`.
SHARE_OF_PEOPLE = re.compile(
    r"(?:\b(?:half|thirds?|quarters?|fifths?|one in \w+|two in \w+|per ?cent|majority|most|people|buyers|members|users|owners|customers"
    r"|those [a-z]+|[a-z]+ in (?:three|four|five|six|seven|eight|nine|ten|20|100)|infected|readers|viewers|listeners|victims|workers"
    r"|residents|voters|patients|inmates|drivers|passengers|employees|students|players|refugees)\b|%)"
    r"[^.;,]{0,40} (?:is|are|was|were|will be|be) (?:over|under|older than|younger than|above|below) $", re.IGNORECASE)
YOUNGEST_UNMARKED = 16
YOUNGEST_SHARE = 5   # a lower number is something else
AT = re.compile(r"(?:^|[.“\"(;] ?)(?:At|Now|Still only) ?(?:just |only |barely )?$")
AT_SUBJECT = re.compile(r",? (?:he|she|I|[A-Z][\w'’-]+)\b")
# A person by age: `a goalkeeper of 41`.
PERSON_OF = re.compile(r"\b(?:an? (?:[^\W\d_]+ )?(?P<noun>[a-z]+)|(?:children|boys|girls|kids|teenagers|youths)) of (?:just |only )?$",
                       re.IGNORECASE)
OF_AGE = re.compile(r"[.,;)]|$| (?:and|or|who|whose|with|when|from|in|at|to|is|was|were|are|get|gets|got|has|had)\b")
# The youngest was 17 and the oldest 81.
YOUNGEST = re.compile(r"\b(?:youngest|oldest|eldest)(?: of (?:them|whom|the [a-z]+))? (?:(?:is|was|are|were|being|aged|just|only) )*$")
CENTURY = re.compile(r"\b(?:an?|the|its|his|her|their) (?P<unit>century|decade)-old\b", re.IGNORECASE)
SOMETHINGS = re.compile(r"\b(?P<number>[2-9]0|twenty|thirty|forty|fifty|sixty|seventy)-somethings?\b", re.IGNORECASE)
OLDER = re.compile(r"\b(?:older|younger) than $|\bof (?:them|whom|those) (?:over|under|above|below) $")
LIVED = re.compile(r"\b(?:die[ds]?|retire[ds]?|married|wed|orphaned|widowed) at (?:just |only )?$")
# A range or bound beside people: `those 18 to 29`, `adults 65 and older`; and `the 15-49 age group`.
PERSONS = frozenset("""those people adults voters children men women anyone everyone residents patients pupils students workers boys
    girls""".split())
SIDES = frozenset("over under than above below".split())
LIFE_LEADS = SIDES | frozenset("is was of at to from around about be just only nearly almost roughly".split())
AT_WORDS = frozenset({"at", "just", "only", "barely", "now"})
AGED_WORDS = frozenset("youngest oldest eldest is was are were being aged just only them whom".split())
# The last words before a number of all that make an age of it: without one of them there is nothing to look for.
LEADS = PERSONS | SIDES | AT_WORDS | AGED_WORDS | frozenset("""aged age ages aging ageing turn turns turned turning of about around between
    from to be been wasn't isn't i'm he's she's am already still nearly almost roughly""".split())
BOUND = re.compile(r" (?:and|or) (?:over|older|above|up|under|younger|below)\b")
BRACKET = re.compile(r"[- ](?:year )?age[- ](?:group|range|bracket)")
OVERS = re.compile(r"\b(?P<side>over|under)-(?P<age>\d\d)s\b", re.IGNORECASE)
# People by what they are to someone, before the ages of several: `His daughters, 34 and 31,`.
SEVERAL = re.compile(
    r"\b(?:his|her|their|the|two|three|four|whose|my|our)(?: [\w-]+){0,2} (?:daughters|sons|children|brothers|sisters|twins|boys|girls"
    r"|siblings|cousins|nephews|nieces|grandchildren|men|women|victims|suspects|teenagers|friends"
    r"|[a-z]+(?:[^p]ers|ors|ists|ants|ians)), $", re.IGNORECASE)
LISTED = re.compile(r"(?:, \d\d?)* and \d\d?(?=[,.;)]|$)")
LESSER = re.compile(r"[ -](?P<unit>month|week|day)s?\b(?![ -](?:old|ago|later|earlier))")   # children under 12 months
IN_BRACKETS = re.compile(r"[A-Z][\w'’-]+ \($")
LAST_WORD = re.compile(r"([A-Za-z][\w'’.-]*) ?$")
FULL_NAME = re.compile(r"[A-Z][\w'’.-]+ [A-Z][\w'’.-]+ ?$")
DETERMINED = re.compile(r"\b(?:an?|the|his|her|their|my|our|whose|['’]s|s['’]) (?:[\w'’-]+ ){0,3}[\w-]+$", re.IGNORECASE)
NO_PERSONS = frozenset("""January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Section Chapter Article Page Pages Figure Table
    Verse Psalm""".split())
OLDEST = Decimal(115)
LOOK_BACK = 90
NEXT = 3   # characters between two numbers of a list
FORMS = ("digits", "words", "mixed", "fraction")
GAPS = frozenset(" \u00a0-")
OLD_OPENS = frozenset("yYmMwWdDhHcC") | GAPS      # what OLD goes on with after one gap
GROUP_OPENS = frozenset("ya")                     # and BRACKET
CLOSING = frozenset({",", ")", ".", ";", ""})     # what follows an age in apposition


def old_after(text: str, end: int, limit: int) -> "re.Match[str] | None":
    """The `years old` or `months of age` after a number that ends at `end`."""
    gap = text[end:end + 1] in GAPS
    return OLD.match(text, end, limit) if text[end + gap:end + gap + 1] in OLD_OPENS else None


def reading(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """The age that a mention is, by the words on either side of it."""
    text = sentence.text
    if old := old_after(text, mention.end, sentence.end):
        unit = (old.group("unit") or old.group("of") or "year").lower().replace("yr", "year")
        return numeric(sentence, mention, old.end(), "age", "age.years_old", unit=unit)
    follower = mention.follower
    if follower and mention.form == follower.form and old_after(text, follower.end, sentence.end):
        return numeric(sentence, mention, mention.end, "age", "age.shared_unit", unit="year")
    if (mention.value is not None and not 0 < mention.value <= OLDEST) or (mention.high is not None and mention.high > OLDEST):
        return None
    last = last_word(sentence, mention)
    led = last in LEADS or last.endswith("s,")
    rule = stated(sentence, mention, last) if led else None
    if rule is None and (led or text[mention.end + 1:mention.end + 2] in GROUP_OPENS):
        rule = grouped(sentence, mention, last, led)
    closed = text[mention.end:mention.end + 1] in CLOSING and mention.end <= sentence.end
    if rule is None and (closed or sentence.parsed) and apposed(sentence, mention, closed):
        rule = "age.apposed"
    if rule is None:
        return None
    lesser = LESSER.match(text, mention.end, sentence.end) if rule in ("age.aged", "age.stated") else None
    return numeric(sentence, mention, lesser.end() if lesser else mention.end, "age", rule, unit=lesser["unit"] if lesser else "year")


def stated(sentence: Sentence, mention: NumberMention, last: str) -> str | None:
    """The rule by which words before a bare number, the last of them `last`, make an age of it: `aged 12`, `she turned 30`."""
    text, floor = sentence.text, max(sentence.start, mention.start - LOOK_BACK)
    if OTHER_UNIT.match(text, mention.end, sentence.end):
        return None
    if AGED.search(text, max(floor, mention.start - 32), mention.start):
        turn = TURN.search(text, floor, mention.start)
        if turn and turn.group().startswith("turn ") and not TO_TURN.search(text, floor, turn.start()):
            return None                                                   # the bend at turn 9
        return None if turn and not TURNED.match(text, mention.end, sentence.end) else "age.aged"
    if last in LIFE_LEADS and (LIFE.search(text, floor, mention.start) or PEOPLE_OVER.search(text, floor, mention.start)):
        return "age.stated"
    if last == "of" and person_of(sentence, mention, floor) and not counts(sentence, mention):
        return "age.stated"
    if last in AGED_WORDS and YOUNGEST.search(text, floor, mention.start) and OF_AGE.match(text, mention.end, sentence.end):
        return "age.stated"
    if last in SIDES and OLDER.search(text, floor, mention.start) and BEEN.match(text, mention.end, sentence.end):
        return "age.stated"
    if last in AT_WORDS:
        at = AT.search(text, max(floor, mention.start - 20), mention.start) and AT_SUBJECT.match(text, mention.end, sentence.end)
        if at or LIVED.search(text, floor, mention.start):
            return "age.at"
    if mention.form in ("digits", "words") and WHEN.match(text, mention.end, sentence.end) and WAS.search(text, floor, mention.start):
        return "age.being"
    if mention.form in ("digits", "words") and BEEN.match(text, mention.end, sentence.end) and BEING.search(text, floor, mention.start):
        return "age.being"
    return None


def grouped(sentence: Sentence, mention: NumberMention, last: str, led: bool) -> str | None:
    """The rule by which people stand before or after their ages: `those 18 to 29`, `adults 65 and older`, `half are under 35`."""
    text, floor = sentence.text, max(sentence.start, mention.start - LOOK_BACK)
    if mention.form == "digits" and BRACKET.match(text, mention.end, sentence.end):
        return "age.group"
    if not led:
        return None
    if last in PERSONS and (BOUND.match(text, mention.end, sentence.end) or mention.low is not None) and not counts(sentence, mention):
        return "age.group"
    if last in SIDES and (mention.value or 0) >= YOUNGEST_SHARE and SHARE_OF_PEOPLE.search(text, floor, mention.start) and BEEN.match(
            text, mention.end, sentence.end):
        return "age.stated"
    if last.endswith("s,") and SEVERAL.search(text, floor, mention.start) and LISTED.match(text, mention.end, sentence.end):
        return "age.aged"
    return None


def counts(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a plural noun follows, so that a number counts."""
    found = nouns.counted(sentence, mention.end)
    return found is not None and nouns.is_plural(sentence.tokens[found.head])


def apposed(sentence: Sentence, mention: NumberMention, closed: bool) -> bool:
    """Whether a bare number, `closed` by a mark, stands beside a person: `John Smith, 45,`, `the driver (33)`."""
    if mention.form not in ("digits", "words") or mention.value is None or mention.value != mention.value.to_integral_value():
        return False
    if _unmarked(sentence, mention):
        return True
    if not closed:
        return False
    floor = max(sentence.start, mention.start - 40)
    before = NAME_BEFORE.search(sentence.text, floor, mention.start)
    if before is None or (before["noun"] and not is_person(before["noun"])):
        return False
    return before["of"] is not None or _person(sentence, mention, before)


def _unmarked(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a number stands between a person's full name and a verb, in text that has lost its commas: `Ann Lee 44 has spent`."""
    if not sentence.parsed or mention.form != "digits" or (mention.value or 0) < YOUNGEST_UNMARKED:
        return False
    text, index = sentence.text, sentence.token_at(mention.end)
    if index >= len(sentence.tokens) or sentence.tokens[index].tag not in ("VBZ", "VBD", "MD"):
        return False
    return any(name.label == "PER" and name.end + 1 == mention.start and " " in text[name.start:name.end] for name in sentence.names)


def is_person(noun: str) -> bool:
    """Whether a noun names a person, by its ending or as kin."""
    return noun in KIN or (noun.endswith(PERSONAL) and noun not in NO_PERSON_NOUNS)


def person_of(sentence: Sentence, mention: NumberMention, floor: int) -> bool:
    """Whether `of` and a number tell a person's age: `a goalkeeper of 41`, `children of seven`; a father of three has three."""
    match = PERSON_OF.search(sentence.text, floor, mention.start)
    if match is None or mention.value is None or mention.value != mention.value.to_integral_value():
        return False
    noun = match["noun"]
    if noun is None or noun in KIN:
        return True
    return is_person(noun) and not noun.endswith(("father", "mother")) and mention.value >= YOUNGEST_UNMARKED


def _person(sentence: Sentence, mention: NumberMention, before: "re.Match[str]") -> bool:
    """Whether what stands before the comma can be a person: not a month, a place or an organisation."""
    text, end = sentence.text, before.end("who")
    for name in sentence.names:
        if name.start < end <= name.end:
            return name.label in ("PER", None) or _acts(sentence, name, mention)
    floor = max(sentence.start, end - 40)
    word = LAST_WORD.search(text, floor, end)
    if word is None or word.group(1) in NO_PERSONS or in_list(sentence, mention):
        return False
    if word.group(1)[0].islower():
        return DETERMINED.search(text, floor, end) is not None
    return FULL_NAME.search(text, floor, end) is not None or text[mention.end:mention.end + 2] == ", "


def _acts(sentence: Sentence, name: Name, mention: NumberMention) -> bool:
    """Whether what the tagger has for no person does something past its number, as a full name or first: `Iyengar, 27, reached`."""
    index = sentence.token_at(mention.end)
    after = sentence.tokens[index:index + 2]
    full = " " in sentence.text[name.start:name.end]
    return (full or name.start == sentence.start) and len(after) > 1 and after[0].text == "," and after[1].tag in ("VBD", "VBZ")


def in_list(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether the number stands in a list of numbers (`Section 5, 12, 15`) or of places with their figures (`Leeds, 3, Hull, 4`)."""
    index = next_from(sentence.numbers, mention.start)
    before, following = sentence.numbers[max(0, index - 1):index], sentence.numbers[index + 1:index + 2]
    return any(other.start - mention.end <= NEXT for other in following) or any(mention.start - other.end <= NEXT for other in before)


def _series(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """The next age of a series."""
    if OTHER_UNIT.match(sentence.text, mention.end, sentence.end) or counts(sentence, mention):
        return None
    return numeric(sentence, mention, mention.end, "age", "age.series", unit="year")


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Ages among the sentence's number mentions, and decades of life (`in her 40s`)."""
    aged: NumberMention | None = None   # the next of a series of ages: `aged 5, 7 and 12`
    others = False                      # whether someone's age was told in this way before: Kofi, 31, and Yaw (27)
    for mention in sentence.numbers:
        if mention.form not in FORMS:
            continue
        proposal = reading(sentence, mention) or (_series(sentence, mention) if mention is aged else None)
        proposal = proposal or (_another(sentence, mention) if others else None)
        if proposal:
            aged = mention.follower if proposal.rule in ("age.aged", "age.series") else None
            others = others or proposal.rule == "age.apposed"
            yield proposal
    yield from decades(sentence)


def _another(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """The age of one more person in brackets."""
    text = sentence.text
    if mention.form != "digits" or not 0 < (mention.value or 0) <= OLDEST or text[mention.end:mention.end + 1] != ")":
        return None
    if not IN_BRACKETS.search(text, max(sentence.start, mention.start - LOOK_BACK), mention.start):
        return None
    return numeric(sentence, mention, mention.end, "age", "age.apposed", unit="year")


def decades(sentence: Sentence) -> Iterator[Proposal]:
    """Decades of life (`in her 40s`), and bounds of them (`the over-50s`)."""
    text, start, end = sentence.text, sentence.start, sentence.end
    line = text[start:end].lower()
    for match in DECADE.finditer(text, start, end) if "ties" in line or "teens" in line or DECADE_END.search(line) else ():
        group = "number" if match.group("number") else "word"
        low = Decimal(match.group("number")) if match.group("number") else DECADES[match.group("word").lower()]
        high = OLDEST_TEEN if low == TEENS else low + 9
        yield Proposal(match.start(group), match.end(), "age", "age.decade", low=low, high=high, unit="year", sentence=sentence)
    if "-" not in line:
        return
    for match in CENTURY.finditer(text, start, end) if "e-old" in line or "y-old" in line else ():
        yield Proposal(match.start("unit"), match.end(), "age", "age.years_old", Decimal(1), unit=match["unit"].lower(), sentence=sentence)
    for match in SOMETHINGS.finditer(text, start, end) if "-something" in line else ():
        low = TENS.get(match["number"].lower()) or Decimal(match["number"])
        yield Proposal(match.start(), match.end(), "age", "age.decade", low=low, high=low + 9, unit="year", sentence=sentence)
    for match in OVERS.finditer(text, start, end) if "ver-" in line or "der-" in line else ():
        yield Proposal(match.start("age"), match.end(), "age", "age.bound", Decimal(match.group("age")), unit="year", sentence=sentence)


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
    Example("Half of all buyers are under 35.", ({"text": "35", "modifier": "less_than"},)),
    Example("Turnout among those 18 to 29 was low.", ({"text": "18 to 29", "low": 18, "high": 29},)),
    Example("A third will be older than 75 by 2035.", ({"text": "75", "modifier": "more_than"},)),
    Example("They relied on a goalkeeper of 41.", ({"text": "41"},)),
    Example("Some 76 per cent of them under five, they fled.", ({"text": "five", "modifier": "less_than"},)),
    Example("It is for 18- to 24-year-olds.", ({"text": "18- to 24-year-olds", "low": 18, "high": 24},)),
    Example("My kid is eight.", ({"text": "eight"},)),
    Example("The bench's maker, 83, sat down.", ({"text": "83"},)),
    Example("A mother of two, 41, and a girl, 9, fled.", ({"text": "41"}, {"text": "9"})),
    Example("The man (56) ran it; their son, then 12, helped.", ({"text": "56"}, {"text": "12"})),
    Example("A carpenter of eighty sat with a child of three.", ({"text": "eighty"}, {"text": "three"})),
    Example("Now 67, she is well; the youngest was 17 and the oldest 81.", ({"text": "67"}, {"text": "17"}, {"text": "81"})),
    Example("The 30-somethings danced.", ({"text": "30-somethings", "low": 30, "high": 39},)),
    Example("The number, 9, was drawn; a group of 12 cheered."),
    Example("They met in a century-old lodge in 2019.", ({"text": "century-old", "number": 1, "unit": "century"},)),
    Example("Adults 65 and older may apply.", ({"text": "65", "modifier": "at_least"},)),
    Example("It is common in the 15-49 age group.", ({"text": "15-49", "low": 15, "high": 49},)),
    Example("It is read by the over-50s.", ({"text": "50s", "number": 50, "modifier": "more_than"},)),
    Example("Children under 12 months go free.", ({"text": "12 months", "number": 12, "unit": "month"},)),
    Example("At 16, she is the youngest champion.", ({"text": "16"},)),
    Example("Two firefighters, 29 and 34, were hurt.", ({"text": "29"}, {"text": "34"})),
    Example("At 71 she is the oldest winner.", ({"text": "71"},)),
    Example("His daughters, 34 and 31, live abroad.", ({"text": "34"}, {"text": "31"})),
    Example("His brothers, Kofi Osei, 31, and Yaw (27), left.", ({"text": "31"}, {"text": "27"})),
    Example("It has 90 pupils aged 11 to 18, 38 rooms and a gym.", ({"text": "11 to 18"},)),
    Example("The mean age of 63 and an index of 27.4 were given.", ({"text": "63"},)),
    Example("At 16, the index is low."),
    Example("He was sold at 19 to a club."),
    Example("Prices are over 35."),
    Example("On March 5, 12 boats sank."),
    Example("They waited three years."),
    Example("A 10-year sentence was upheld."),
    Example("In chapters 4, 12, and 19 he explains it."),
    Example("He crashed at turn 9."),
    Example("She will turn 30 in May.", ({"text": "30"},)),
    Example("The team turned 12 chances into goals."),
)
