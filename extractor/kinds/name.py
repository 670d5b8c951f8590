"""Refusals: numbers inside names (`Boeing 737`, `iPhone 14 Pro`, `S&P 500`, `Section 427 Row 21`, `Model 3`, `BBC One`).

A numeral that follows a capitalised word with only a space between, and that counts nothing after it, is part of the
name. Where the trained pipeline has found the name, its extent decides.
"""
import re
from bisect import bisect_left

from extractor import elision, nouns, numbers, units
from extractor.proposals import Example, NumberMention, Proposal, Sentence
from extractor.tokens import CLOSED

# Things that are numbered. Those of the second list are such only with a capital.
NUMBERED = r"""section sections row room route highway interstate chapter article amendment appendix annex paragraph verse page pages
    pp? para volume vol psalm track gate platform terminal flight channel apartment apt suite lane ward precinct zone
    district figure fig table exhibit resolution proposition prop rule clause schedule episode version formula
    category cat type level grade tier lap hole seed runway pier no nos nr nrs h\.r number item step phase stage
    junction reference ref code size"""
NUMBERED_NAMES = r"""part book act scene day week class radio unit area division group game round lot bill question point title form season
    series model mark mk exit case file line bus building matchday protocol studio agenda test match war bowl expo"""
_any_case, _names = "|".join(NUMBERED.split()), "|".join(word.capitalize() for word in NUMBERED_NAMES.split())
NUMBERED_WORDS = frozenset(word.replace("h\\.r", "h.r").rstrip("?").lower() for word in (NUMBERED + " " + NUMBERED_NAMES).split()) | {"p"}
BEFORE_NUMBERED = re.compile(rf"\b(?:(?i:{_any_case})|(?P<name>{_names}))\.?[ \u00a0]$")
# The plurals of these before two or more: `seats 14 to 20`, `classes 9 and 10`.
SEVERAL_NUMBERED = re.compile(
    r"\b(?:numbers|seats|rows|rooms|pages|chapters|verses|sections|articles|paragraphs|lanes|lots|classes|grades|gates|exits|junctions|questions"
    r"|items|figures|tables|exhibits|platforms|rounds|weeks|years|districts|wards|routes|lines|highways)"
    r" (?:\d{1,4}(?:, | and | to |-|–| or | through |, and )){0,8}$", re.IGNORECASE)
# What a number is told for, of a code, a line to call: `the code is 5230`, `dial 911`, `a helpline, 104,`; engines by their cylinders.
CODED = re.compile(
    r"\b(?:(?:post(?:al)? ?|zip |area |access |pin |pass)?code|PIN|password|(?:phone|telephone|case|plate|flight) number|hotline"
    r"|helpline|extension)(?: is| was|:|,| on| at)? $|\b(?:dial(?:s|led|ling|ed|ing)?|press|phone[ds]?|text(?:s|ed)?) $", re.IGNORECASE)
CODES = ("code", "pin", "password", "number", "line", "extension")
# The words that CODED and CALLED can end in: one of them is looked for first.
CODE_LEADS = frozenset("""code postcode passcode pin password number hotline helpline extension press dial dials dialed dialled dialing
    dialling phone phones phoned text texts texted call calls called calling""".split())
LINKS = frozenset({"is", "was", "on", "at"})
JOINTS = frozenset({"and", "to", "or", "through"})
CALLED = re.compile(r"\bcall(?:s|ed|ing)? $", re.IGNORECASE)
SHORT_CODE = re.compile(r"\d{3}(?=[.,;)]|$| (?:if|or|and|for|to|when|in|after|at)\b)")
ENGINE = re.compile(r"\b(?:an?|the|its) (?:straight|flat|inline|in-line)[ -]$", re.IGNORECASE)
ENGINES = frozenset({"straight", "flat", "inline", "in-line"})
# Words that number things where nothing is counted after the number: `act 3`, `they act 3 times`.
LOWER_NUMBERED = frozenset("""line act scene part question lot bus tram train round game match book day week unit turn block case docket
    file""".split())
# Market indices that are named by how many shares they hold.
INDEX = re.compile(r"\b(?:S&P|S P|Nasdaq|NASDAQ|FTSE|Footsie|Dow|CAC|Nikkei|Stoxx|STOXX|Russell|ASX|S&P/ASX|DAX|TSX|Topix|CSI|Nifty"
                   r"|Fortune|Forbes|Global|TA|SMI|IBEX|OMX"
                   r"|Hang Seng|Wilshire|Midcap|MidCap|SmallCap)(?: (?:Index|index))?[ -]$")
BEFORE = re.compile(r"(?P<word>(?:[A-Z][\w'’&.+-]*|[a-z]{1,2}[A-Z]\w+|[A-Z]))[ -]$")
# Capitalised words that open sentences or clauses, and times and currencies: numbers after them are their own.
NOT_NAMES = frozenset("""The A An In On At By For With From Of To And Or But If When While As Since After Before Until During About
    Around Over Under More Less Nearly Almost Some At Only Just All Both Up Down That This These Those He She It They We You I His Her
    Its Their Our My Your There Here Then Now Another Every Each No Not Total Among Between Roughly Approximately Than Through Within
    Last Next First Where What Who How Why Is Are Was Were Has Have Had Will Would Can Could May Might Should Must Do Does Did Also Still
    Even Yet So Because Despite Across Against Including Like Scored Saw Add Adding Having Out Nor Upon Per Via Once Though Although
    Whereas Unlike Aged Age January February March April June July August September October November December Jan. Feb. Mar. Apr. Jun.
    Jul. Aug. Sept. Sep. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday Rs Rs. US U.S.""".split())
STREET_TYPES = (r"(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Boulevard|Blvd\.?|Square|Place|Way|Court|Terrace|Parkway|Plaza"
                r"|Crescent)")
AFTER_NAME = re.compile(r" (?:Pro|Plus|Max|MAX|Mini|Ultra|Air|SE|GT|XL|Series|Edition)\b")
CLOCK = re.compile(r" ?(?:GMT|UTC|BST|CET|CEST|IST|[ECMP][SD]?T)(?![\w])")   # zones after a time of day that is none of times/
MODEL = re.compile(r" [A-Z][\w-]*")
MODEL_LEAD = re.compile(r"\b(?:the|a|an|its|his|her|their|own|new|first|latest) $", re.IGNORECASE)
SINGULAR_VERB = re.compile(r" (?:is|was|has|does)\b")
LONGEST_MODEL = 4   # digits
DESIGNATION = range(3, 6)   # digits of a model's number, with no comma
ROUND = 5
SINGULAR = frozenset({"NN", "UH"})   # the tagger takes short nouns for interjections: jet
POSTAL = range(4, 7)        # digits of a postal code
POSTAL_LEAD = re.compile(r"[\d\w],[ \n]$|\n$")
SHORT_NUMBER = 3            # digits of a product's or a group's number
NAME_LEADS = frozenset("the a an all some most many these those its their his her our for of with by among".split())
REACH = 60
SPACES = frozenset(" -\u00a0")
SEVERAL_ENDS = frozenset("sS")   # the word itself stands before a first number, which needs another after it
YEARS = range(1900, 2040)
# Before a four-digit number that is an amount all the same.
AMOUNT_LEAD = re.compile(r"\b(?:about|around|some|nearly|almost|over|than|of|to|by|roughly|approximately|at|least|most|total|only|just"
                         r"|under|below|above|the|a) $",
                         re.IGNORECASE)
STREET = re.compile(rf" (?:[NSEW]\. )?(?:[A-Z][\w'’.-]+ ){{1,3}}{STREET_TYPES}(?![\w])")
MEASURED = re.compile(r" ?%| per ?cent\b| pct\b|[.,]\d")
COUNTS = re.compile(r" ?%| per ?cent\b| pct\b|[,.]\d|-?year|[-+]| points?\b|x\b")
TITLED = re.compile(r" [A-Z][\w ]{0,40}[.,]?[\"”'’]")
CLOSED_QUOTE = re.compile(",?[\"”’']")
QUOTES = tuple("'\"“‘")
WORD_BEFORE = re.compile(r"(?P<word>[^\s(]+)[ ]$")
WORD_AFTER = re.compile(r" [A-Z]")
VERSIONED = re.compile(r"[a-z][A-Z]|[A-Z]{2}")   # iOS 17.1 runs; USB 3.2
GROUP_OF = re.compile(r"\b(?:Group|Gang|Class|Committee|Rule|Power) of $")
AROUND = 15  # tokens on either side that a headline is told by
MOSTLY = 2   # at least half of a headline's words are capitalised


def named(sentence: Sentence, mention: NumberMention) -> str | None:
    """The rule by which a mention is part of a name, None where it is a number of its own; found once, and remembered."""
    if mention.named is None:
        mention.named = _named(sentence, mention) or False
    return mention.named if isinstance(mention.named, str) else None


def _named(sentence: Sentence, mention: NumberMention) -> str | None:
    text, floor = sentence.text, max(sentence.start, mention.start - 30)
    if mention.form not in ("digits", "words", "mixed"):
        return None
    index = bisect_left(sentence.names, mention.start, key=lambda name: name.start)
    if index and mention.end <= sentence.names[index - 1].end:
        return "name.recognised"
    if text[mention.start - 1:mention.start] in QUOTES:
        titled = mention.form == "words" and text[mention.start].isupper() and CLOSED_QUOTE.match(text, mention.end, sentence.end)
        if titled or TITLED.match(text, mention.end, sentence.end):
            return "name.title"
    if _coded(sentence, mention, floor):
        return "name.code"
    if mention.form == "words":
        return _spelled(sentence, mention, floor)
    if STREET.match(text, mention.end, sentence.end):
        return "name.address"
    if not mention.scale and CLOCK.match(text, mention.end, sentence.end):
        return "name.clock"
    if AFTER_NAME.match(text, mention.end, sentence.end):
        return "name.model"
    if _year(sentence, mention):
        return "name.year"
    word = text[floor:max(floor, mention.start - 1)].rpartition(" ")[2]
    capital = not word.islower()                                          # else no name ends here
    if (capital or word == "index") and INDEX.search(text, floor, mention.start):
        return "name.index"
    if _several_numbered(sentence, mention) or _lower_numbered(sentence, mention):
        return "name.numbered"
    if (word == "of" and GROUP_OF.search(text, floor, mention.start)) or _numbered(sentence, mention, floor):
        return "name.numbered"
    if _model(sentence, mention) or _designation(sentence, mention):
        return "name.model"
    opens = word.endswith(",") or text[mention.start - 1] == "\n"
    if opens and POSTAL_LEAD.search(text, floor, mention.start) and _place_follows(sentence, mention):
        return "name.postal_code"
    return _follows(sentence, mention, BEFORE.search(text, floor, mention.start) if capital else None)


def _spelled(sentence: Sentence, mention: NumberMention, floor: int) -> str | None:
    """The rule by which a number in words is part of a name."""
    if last_word(sentence, mention) in ENGINES and ENGINE.search(sentence.text, floor, mention.start):
        return "name.engine"
    if _numbered(sentence, mention, floor) or (
            sentence.text[mention.start].isupper() and GROUP_OF.search(sentence.text, floor, mention.start)):
        return "name.numbered"
    return "name.word" if _capitalised(sentence, mention) else None


def _numbered(sentence: Sentence, mention: NumberMention, floor: int) -> bool:
    """Whether a word before a number says that it numbers things: `Section 5`, `a Category 4 storm`; `Line 20 people up` counts."""
    if last_word(sentence, mention).rpartition("(")[2].rstrip(".") not in NUMBERED_WORDS:
        return False
    before = BEFORE_NUMBERED.search(sentence.text, floor, mention.start)
    if before is None or MEASURED.match(sentence.text, mention.end, sentence.end) or units.find(sentence.text, mention.end, sentence.end):
        return False
    return not (before.group("name") and before.start() == sentence.start and _counts(sentence, mention))


def last_word(sentence: Sentence, mention: NumberMention) -> str:
    """The word before a mention with a space or hyphen between, in lower case; empty where something else stands there. Remembered."""
    if mention.before is None:
        text, last = sentence.text, mention.start - 1
        spaced = last >= sentence.start and text[last] in SPACES
        mention.before = text[max(sentence.start, last - REACH):last].rpartition(" ")[2].lower() if spaced else ""
    return mention.before


def _coded(sentence: Sentence, mention: NumberMention, floor: int) -> bool:
    """Whether a number is a code, or a line to call."""
    last = last_word(sentence, mention)
    linked = last in LINKS and any(word in sentence.text[floor:mention.start].lower() for word in CODES)
    if not linked and last.rstrip(":,") not in CODE_LEADS:
        return False
    if CODED.search(sentence.text, floor, mention.start):
        return not _counts(sentence, mention)
    return CALLED.search(sentence.text, floor, mention.start) is not None and SHORT_CODE.match(
        sentence.text, mention.start, sentence.end) is not None


def _lower_numbered(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a word of much other use numbers what it names, as nothing is counted: `act 3, scene 2`, `the bus 42`."""
    return last_word(sentence, mention) in LOWER_NUMBERED and mention.form == "digits" and not _counts(sentence, mention)


def _several_numbered(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a number is one of several that number things."""
    last = last_word(sentence, mention)
    if not (last.endswith("s") or last in JOINTS or last[-1:] == "," or sentence.text[mention.start - 1:mention.start] in ("-", "–")):
        return False
    if SEVERAL_NUMBERED.search(sentence.text, max(sentence.start, mention.start - REACH), mention.start) is None:
        return False
    return mention.low is not None or mention.follower is not None or sentence.text[mention.start - 2:mention.start - 1] not in SEVERAL_ENDS


def _model(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a short numeral names the model of what follows: `the 787 Dreamliner`; `the 300 Spartans` are counted."""
    if len(sentence.text[mention.start:mention.end]) > LONGEST_MODEL:
        return False
    if not MODEL_LEAD.search(sentence.text, max(sentence.start, mention.start - 8), mention.start):
        return False
    if SINGULAR_VERB.match(sentence.text, mention.end, sentence.end):
        return True                                                       # the 486 is fast
    if not MODEL.match(sentence.text, mention.end, sentence.end):
        return False
    found = nouns.counted(sentence, mention.end)
    return found is not None and not nouns.is_plural(sentence.tokens[found.head]) and sentence.tokens[found.head].text[0].isupper()


def _designation(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether bare digits that are no round amount stand before one thing: `the 8088 chip`; `a 600 bed hospital` counts beds."""
    digits = sentence.text[mention.start:mention.end]
    if not (len(digits) in DESIGNATION and digits.isdigit() and int(digits) % ROUND) or sentence.text[mention.end:mention.end + 1] != " ":
        return False
    index = sentence.token_at(mention.end)
    after = sentence.tokens[index:index + 2]
    if not after or not after[0].text.islower() or after[0].tag not in SINGULAR or nouns.many(after[0]) or units.find(
            sentence.text, mention.end, sentence.end):
        return False
    return len(digits) == max(DESIGNATION) or len(after) == 1 or after[1].tag not in nouns.NOUNS


def _place_follows(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether bare digits stand before one proper name in an address: `Quay 3, 8012 Skarholm`."""
    digits = sentence.text[mention.start:mention.end]
    index = sentence.token_at(mention.end)
    if not (digits.isdigit() and len(digits) in POSTAL and index < len(sentence.tokens)):
        return False
    following = sentence.tokens[index]
    return following.text[0].isupper() and following.tag in ("NNP", "NN") and not following.lower.endswith("s")


def _follows(sentence: Sentence, mention: NumberMention, before: "re.Match[str] | None") -> str | None:
    """The rule for a numeral right after a capitalised word."""
    if before is None:
        return None
    opens = before.start() == sentence.start and not sentence.parsed
    if before.group("word") in NOT_NAMES or opens or before.group("word").endswith("."):
        return None
    if mention.value is not None and mention.value != mention.value.to_integral_value() and not before.group("word")[-1].isupper():
        return None
    if elision.gapped(sentence, mention):
        return None                                                       # Unity had 49, the Alliance 41
    if mention.value is not None and mention.value != mention.value.to_integral_value() and VERSIONED.search(before.group("word")):
        return "name.version"
    return None if _counts(sentence, mention) and not _before_things(sentence, mention, before) else "name.follows"


def _before_things(sentence: Sentence, mention: NumberMention, before: "re.Match[str]") -> bool:
    """Whether a name with its short number stands before things: `Windows 11 users will`; `In Germany 20 people` counts."""
    digits = sentence.text[mention.start:mention.end]
    if not digits.isdigit() or len(digits) > SHORT_NUMBER or COUNTS.match(sentence.text, mention.end, sentence.end) or units.find(
            sentence.text, mention.end, sentence.end):
        return False
    index = sentence.token_at(before.start())
    word = sentence.tokens[index]
    if word.tag.startswith("RB") or word.lower in CLOSED or word.lower.endswith(("ly", "wide")):
        return False
    if any(name.start <= before.start() < name.end and name.label in ("LOC", "PER") for name in sentence.names):
        return False
    if index:
        return sentence.tokens[index - 1].lower in NAME_LEADS
    found = nouns.counted(sentence, mention.end)
    return found is not None and any(token.tag.startswith(("VB", "MD")) for token in sentence.tokens[found.head + 1:found.head + 2])


def _year(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether four bare digits are a year that names something (`its 2018 sales`), not `about 2018 people` or `2000 people`."""
    written = sentence.text[mention.start:mention.end]
    if len(written) != 4 or not written.isdigit() or int(written) not in YEARS or int(written) % 100 == 0:
        return False
    if AMOUNT_LEAD.search(sentence.text, max(sentence.start, mention.start - 16), mention.start):
        return False
    return not COUNTS.match(sentence.text, mention.end, sentence.end) and units.find(sentence.text, mention.end, sentence.end) is None


def _capitalised(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a number word has a capital inside a sentence that is no headline: `BBC One`, `the Big Three`."""
    text = sentence.text
    if not text[mention.start].isupper() or text[mention.start:mention.end].isupper():
        return False
    before = WORD_BEFORE.search(text, max(sentence.start, mention.start - 30), mention.start)
    if before is None or mention.scale:
        return False
    word, goes_on = before.group("word").lstrip("\"'“‘"), WORD_AFTER.match(text, mention.end, sentence.end)
    if not word or not word[0].isupper() or word in NOT_NAMES:            # the Three Gorges Dam
        return goes_on is not None and word[-1:].islower() and not _headline(sentence, mention)
    return goes_on is None or not _headline(sentence, mention)


def _headline(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether most of the words around a mention have a capital."""
    index = sentence.token_at(mention.start)
    words = [token.text for token in sentence.tokens[max(0, index - AROUND):index + AROUND] if token.text[0].isalpha()]
    return sum(word[0].isupper() for word in words) * MOSTLY >= len(words)


def _counts(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a unit, a share, money or a plural noun follows, so that the numeral counts something."""
    if COUNTS.match(sentence.text, mention.end, sentence.end) or mention.scale or (mention.follower and mention.form == "words"):
        return True
    if units.find(sentence.text, mention.end, sentence.end):
        return True
    found = nouns.counted(sentence, mention.end)
    return found is not None and sentence.tokens[found.head].tag == "NNS" and sentence.text[found.start].islower()


def propose(sentence: Sentence) -> list[Proposal]:
    """Refusals of numerals that are part of names."""
    return [Proposal(mention.start, mention.end, None, rule, sentence=sentence, mention=mention)
            for mention in numbers.unclaimed(sentence) if (rule := named(sentence, mention))]


EXAMPLES = (
    Example("A Boeing 737 landed safely."),
    Example("She bought an iPhone 14 Pro."),
    Example("The S&P 500 was flat."),
    Example("He sat in Section 427 Row 21."),
    Example("They live at 10 Downing Street."),
    Example("It was painted before World War II."),
    Example("The Model 3 sold well."),
    Example("Turn to page 55."),
    Example("He was on BBC One."),
    Example("The lake behind the Three Gorges Dam is full."),
    Example("They saw “Ocean's Eleven” again."),
    Example("Police Arrest Five Men In Leeds Raid", ({"type": "count", "text": "Five Men"},)),
    Example("The 787 Dreamliner took off."),
    Example("Row F, seats 14 to 20, is kept."),
    Example("Pupils in classes 9 and 10 sat it."),
    Example("The postal code is now a thing; the code is 5230."),
    Example("A helpline, 104, is open; others may dial 911 or call 112."),
    Example("She wore size 11 boots."),
    Example("Take bus 42 and read act 3, scene 2, line 7."),
    Example("The numbers 4, 8 and 15 were drawn."),
    Example("The tablet on iOS 17.1 runs well."),
    Example("The Gang of Four met."),
    Example("He shot “Forty-Two”, a film."),
    Example("The court in case 12-345 met."),
    Example("It has a straight six, not a V8."),
    Example("The hall seats 1,200.", ({"type": "number", "text": "1,200"},)),
    Example("She called 300 voters.", ({"type": "count", "text": "300 voters"},)),
    Example("Its 2018 sales were poor."),
    Example("It will please all Galaxy 22 owners."),
    Example("Overnight 12 boats sank.", ({"type": "count", "text": "12 boats"},)),
    Example("He gave Smith 20 votes.", ({"type": "count", "text": "20 votes"},)),
    Example("The flaw is in its 80486 chip."),
    Example("Write to Quay 3, 8012 Skarholm."),
    Example("It has 486 employees.", ({"type": "count", "text": "486 employees"},)),
    Example("It is a 600 bed hospital.", ({"type": "count", "number": 600},)),
    Example("In Germany 20 people were hurt.", ({"type": "count", "text": "20 people"},)),
    Example("The Fortune 100 list is out."),
    Example("Take Route 66 to the coast."),
    Example("The firm makes Windows 10."),
    Example("The Dow rose 7% there.", ({"type": "percent", "text": "7%"},)),
    Example("With 275 guests it was full.", ({"type": "count", "text": "275 guests"},)),
    Example("Some 40 men left.", ({"type": "count", "text": "40 men"},)),
    Example("LaLiga has 20 clubs.", ({"type": "count", "text": "20 clubs"},)),
)
