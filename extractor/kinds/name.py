"""Refusals: numbers inside names (`Boeing 737`, `iPhone 14 Pro`, `S&P 500`, `Section 427 Row 21`, `Model 3`).

A numeral that follows a capitalised word with only a space between, and that counts nothing after it, is part of the
name. Where the trained pipeline has found the name, its extent decides.
"""
import re
from collections.abc import Iterator

from extractor import nouns, units
from extractor.proposals import Example, NumberMention, Proposal, Sentence

# A capitalised word right before the numeral: one that names things by number, or any other name.
NUMBERED = (r"Section|Sections|Row|Room|Route|Highway|Interstate|Chapter|Article|Amendment|Part|Volume|Vol\.?|Book|Psalm|Act|Scene|Track|Step|Day|Week|Stage|Phase|Tier|Level|"
            r"Grade|Class|Type|Category|Cat\.?|Gate|Platform|Terminal|Flight|Channel|Radio|Unit|Area|Zone|District|Ward|Precinct|Division|Group|Game|Round|Lap|Lot|"
            r"Figure|Fig\.?|Table|Appendix|Annex|Bill|Resolution|Proposition|Prop\.?|Question|Point|Rule|Title|Form|Schedule|Episode|Season|Series|Model|Mark|Mk\.?|Version|"
            r"Windows|Apollo|Formula|Super Bowl|World War|War|Top|Big|Group of|Fortune|Forbes|Hot|Air Force|Runway|Building|Pier|Bus|Line|Number|No\.?|Nos\.?|nr\.?|"
            r"Euro|Match|Test|Covid|Catch|Agenda|Vision|Horizon|Expo|Matchday|Article|Protocol|Chapter|Title|Agent|Studio|Cloud|Ocean's|Pac|SEC|Under|Minute")
BEFORE = re.compile(r"(?P<word>(?:[A-Z][\w'’&.+-]*|[a-z]{1,2}[A-Z]\w+|[A-Z]))[ -]$")
BEFORE_NUMBERED = re.compile(rf"\b(?:{NUMBERED})[ -]$")
LOWER_NUMBERED = re.compile(r"\b(?:page|pages|pp?\.|chapter|section|paragraph|para\.|verse|route|room|line|lane|no\.|number|nos?\.|nr\.|nrs\.|fig\.|figure|table|gate|platform|"
                            r"channel|flight|ward|apartment|apt\.|suite|unit|step|level|category|grade|stage|phase|tier|lot|exhibit|item|article|model|version|psalm|week|game|"
                            r"lap|hole|seed|group|type|interstate|highway|building|formula|size|rule|clause|act|volume|part)[ \u00a0]$", re.IGNORECASE)
NOT_NAMES = frozenset("""The A An In On At By For With From Of To And Or But If When While As Since After Before Until During About Around Over Under More
    Less Nearly Almost Some At Only Just All Both Up Down That This These Those He She It They We You I His Her Its Their Our My Your There Here Then Now
    Another Every Each No Not Total Among Between Roughly Approximately Than Through Within Last Next First Where What Who How Why Is Are Was Were Has Have Had
    Will Would Can Could May Might Should Must Do Does Did Also Still Even Yet So Because Despite Across Against Including Like Scored Saw Add Adding Having
    January February March April June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sept
    Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Rs Rs. USD EUR GBP RM US Aged Age Additionally Meanwhile However Currently Officially""".split())
AFTER_NAME = re.compile(r" (?:Pro|Plus|Max|Mini|Ultra|Air|SE|GT|XL|Series|Avenue|Street|Road|Lane|Drive|Boulevard|Square|Place|[A-Z][\w-]+ (?:Street|Road|Avenue|Lane|Drive|Boulevard|Square|Place|Way))\b")
STREET = re.compile(r" (?:[A-Z][\w'’.-]+ ){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Boulevard|Blvd\.?|Square|Place|Way|Court|Terrace|Parkway)\b")


def named(sentence: Sentence, mention: NumberMention) -> str | None:
    """The rule by which a mention is part of a name, None where it is a number of its own."""
    text = sentence.text
    lead = text[max(sentence.start, mention.start - 30):mention.start]
    if STREET.match(text, mention.end, sentence.end) and mention.form == "digits":
        return "name.address"
    if BEFORE_NUMBERED.search(lead) and (mention.form in ("digits", "words")) and not _counts(sentence, mention):
        return "name.numbered"
    if LOWER_NUMBERED.search(lead) and not _counts(sentence, mention):
        return "name.numbered"
    before = BEFORE.search(lead)
    if before is None or mention.form != "digits":
        return None
    if AFTER_NAME.match(text, mention.end, sentence.end):
        return "name.model"
    if before.group("word") in NOT_NAMES or mention.start - len(before.group()) == sentence.start and " " in before.group() and not sentence.parsed:
        return None
    if mention.value is not None and mention.value != mention.value.to_integral_value() and not re.search(r"[A-Z]$", before.group("word")):
        return None
    return None if _counts(sentence, mention) else "name.follows"


def _counts(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a unit, a share, money or a plural noun follows, so that the numeral counts something."""
    text = sentence.text
    if re.compile(r" ?%| per ?cent\b| pct\b|[,.]\d|-?year|[-+]| points?\b|x\b").match(text, mention.end, sentence.end) or mention.scale or mention.follower and mention.form == "words":
        return True
    if units.find(text, mention.end, sentence.end):
        return True
    found = nouns.counted(sentence, mention.end)
    return found is not None and sentence.tokens[found.head].tag == "NNS" and text[found.start].islower()


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Refusals of numerals that are part of names."""
    for mention in sentence.numbers:
        if mention.form in ("digits", "words") and (rule := named(sentence, mention)):
            yield Proposal(mention.start, mention.end, None, rule, sentence=sentence, mention=mention)


EXAMPLES = (
    Example("A Boeing 737 landed safely."),
    Example("She bought an iPhone 14 Pro."),
    Example("The S&P 500 was flat."),
    Example("He sat in Section 427 Row 21."),
    Example("They live at 10 Downing Street."),
    Example("It was painted before World War II."),
    Example("The Model 3 sold well."),
    Example("Turn to page 55."),
    Example("In Germany 20 people were hurt.", ({"type": "count", "text": "20 people"},)),
    Example("The Fortune 100 list is out."),
    Example("Take Route 66 to the coast."),
    Example("The firm makes Windows 10."),
    Example("The Dow rose 7% there.", ({"type": "percent", "text": "7%"},)),
    Example("With 275 guests it was full.", ({"type": "count", "text": "275 guests"},)),
    Example("Some 40 men left.", ({"type": "count", "text": "40 men"},)),
    Example("LaLiga has 20 clubs.", ({"type": "count", "text": "20 clubs"},)),
)
