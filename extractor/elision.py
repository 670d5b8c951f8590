"""Numbers whose noun is left out: `14 offer courses`, `a crowd of 52,318`, `it closed seven`, `At least 31, including …`.

They are counts of things that the text does not name beside them; what they leave out is found, where it can be, in the fact that
they are compared or coordinated with (`ranges.py`, `relations.py`). Levels, readings and results are none: `the index hit 38,000`.
"""
import re

from extractor import nouns, numbers
from extractor.change_words import WORDS
from extractor.divisors import divisor
from extractor.proposals import NumberMention, Proposal, Sentence, numeric
from extractor.tokens import BASES, CLOSING, Token

COUNTING = frozenset({"digits", "mixed", "words"})   # forms that a group can have its number in
PREDICATES = frozenset({"VBP", "VBZ", "VBD", "VB", "VBN", "VBG"})
BEING = frozenset("is are was were be been being am".split())
GAPPED = re.compile(r"(?:,|;|,? and|,? while|,? but) (?:the |its )?(?:[^\W\d_][\w&'’.-]* ){1,3}")
LONGEST_LIST = 8   # numbers that a verb may be left out before
VERBS = frozenset({"VBP", "VBZ", "VBD", "VB", "MD"})
CLAUSE_ENDS = frozenset({"IN", "CC", ".", ",", ";", ":", "RB"})   # tags after a number that stands for its noun
BASE_VERBS = frozenset(BASES.split())   # verbs whatever the tagger says, where a clause opens
HEDGES = (r"(?:(?:up to|as many as|about|around|some|nearly|almost|roughly|at least|more than|fewer than|less than|over|only|just|another"
          r"|an estimated|a further|now|a record) ){0,2}$")
HEDGE = re.compile(r"(?<= )" + HEDGES)
# What a clause can open after.
OPENING = re.compile(
    r"(?:^|[,;:(“\"] ?|\b(?:and|while|but|that|which|than|of which|of whom|with|another|leaving|left|the|these|those|all|other"
    r"|first|last|next) )"
    + HEDGES, re.IGNORECASE)
LOOK_BACK = 44
# Verbs whose object is people, be they named or not: `killed at least 9`.
AFFECTING = re.compile(
    r"\b(?:kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|displac(?:es|ed|ing)|arrest(?:s|ed|ing)|detain(?:s|ed|ing)|hospitali[sz]ed)"
    r" " + HEDGES, re.IGNORECASE)
# Participles and adjectives of people that a number stands before alone: `another 20 injured`, `12 dead`.
AFFECTED = frozenset("""killed injured wounded dead missing hurt arrested detained hospitalized hospitalised displaced stranded
    rescued""".split())
COMPARES = re.compile(r" than\b|[,.;:)]|$")   # 12 more than last year; `12 more boats` has its noun
MORE = frozenset({"more", "fewer", "less"})
OF_NUMBER = re.compile(r" of \d[\d,]*(?=[.,;)]|$| (?:with|and|but|in|to|so|this|last)\b)")
EVERY = re.compile(r" (?:an?|per|each|every) (?:second|minute|hour|day|night|week|month|quarter|year)\b"
                   r"(?! (?:ago|earlier|later|before|after))")
COMPARED = re.compile(r"\b(?:with|to|from|against|versus) (?:an average of )?" + HEDGES)
LEFT_OVER = re.compile(r" to (?:play|go|spare|come)\b")
INCLUDING = re.compile(r",? including\b")
# Nouns that name a number of people or events, with what may stand between one and its number.
CLAUSE = 70
HEADCOUNT = re.compile(
    r"\b(?:population|crowd|attendance|membership|workforce|headcount|enrol?lment|audience|toll|deaths|fatalities|casualties|infections"
    r"|injuries|births|cases|claims|registrations|applications|approvals|arrivals|admissions|bookings|vacancies|permits|visits"
    r"|visitors|arrests|(?:father|mother|family|party|group|team|crew|staff|cast|capacity) of|pop|payrolls|labou?r force"
    r"|(?:rig|body|head) count"
    r"|numbers? of [^\W\d_]+|number [a-z]+(?:ed|ing)|totals?|tally|number(?:ed|s|ing)"
    r"|number(?= (?:about|around|nearly|some|almost|over|more)\b))\b"
    r"(?:[^.;:()%$£€\"“]{0,50}?\b(?:of|to|at|from|was|were|is|are|reached|hit|by|totall?ed|numbered|topped|exceeded|above)|[,:.])?\s+"
    r"(?:(?:initially|now|still|already) )?" + HEDGES, re.IGNORECASE)
# A list of labels: `Injured: 4,877 Missing: 6`.
LABELLED = re.compile(r"\b(?:[^\W\d_]+(?:ed|[^\Ws]s)|[Dd]ead|[Mm]issing|[Hh]urt): $")
NOT_BARE = re.compile(r"[ -]?(?:[%\d$£€]|per ?cent|points?\b|years?\b|(?:19|20)\d\d)|[-/:]\w")
# Nouns in the singular that are past tenses as well, and that no number above one counts.
PAST_OR_NOUN = frozenset({"rose", "fell", "saw", "left", "felt", "bore", "ground", "wound"})
UNBEATEN = re.compile(r"\b(?:the|its|his|her|their|our) (?:last|first|next|other|past) $|\b(?:unbeaten|winless|undefeated|scoreless) in "
                      + HEDGES + r"|\b(?:from|of) a possible $|\d of $|\b(?:top|last|bottom|final) $", re.IGNORECASE)
AT_A_TIME = re.compile(r" at a time\b")
# A group by its number: `a pack of 17`; not what is measured: `a temperature of 40`.
GROUP = re.compile(r"\ban? (?:[^\W\d_]+ ){0,2}?(?P<noun>[^\W\d_]+) of " + HEDGES, re.IGNORECASE)
MEASURES = frozenset("""age angle average chill code degree depth distance factor frequency grade handicap height high index length level
    low magnitude mark mass multiple par percentage pressure price probability rank rate rating ratio reading record scale score size speed
    strength temperature threshold valuation value volume weight width yield""".split())
# Verbs whose object is a level, a reading or a code: `hit 38,000`, `dial 911`.
LEVELLING = frozenset("""hit hits hitting reach reaches reached reaching touch touches touched touching top tops topped topping pass passes
    passed passing cross crosses crossed crossing exceed exceeds exceeded exceeding near nears neared nearing approach approached
    measure measures measured measuring register registered read reads equal equals equalled dial dialled dialed dialing call calls
    called calling press pressed phone phoned text texted""".split())


def opens_clause(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a clause opens with a mention, so that it can be the subject of a verb after it."""
    return OPENING.search(sentence.text[max(sentence.start, mention.start - LOOK_BACK):mention.start]) is not None


def verb_before(sentence: Sentence, mention: NumberMention) -> Token | None:
    """The verb that a number stands right after, hedges aside: `treated about 600`."""
    floor = max(sentence.start, mention.start - LOOK_BACK)
    hedge = HEDGE.search(sentence.text, floor, mention.start)
    index = sentence.token_at(hedge.start() if hedge else mention.start) - 1
    if index > 0 and sentence.tokens[index].tag == "RP" and sentence.tokens[index].lower != "down":
        index -= 1                                                        # he struck out 13
    if index < 0 or sentence.tokens[index].tag not in PREDICATES or sentence.tokens[index].lower in BEING:
        return None
    passive = sentence.tokens[index].tag == "VBN" and index and sentence.tokens[index - 1].lower in BEING
    return None if passive else sentence.tokens[index]                    # they were outnumbered 3 to 1


def depends(sentence: Sentence, mention: NumberMention) -> str:
    """How the parse has a number depend: a subject or object by itself stands for its noun."""
    if not sentence.parsed:
        return ""
    token = sentence.tokens[sentence.token_at(mention.end - 1)]
    if token.dep.startswith("nsubj"):
        return "subject"
    small = mention.scale in (None, "hundred", "thousand")                # what is bought for two million is money
    verb = verb_before(sentence, mention) if token.dep.startswith(("obj", "obl")) and small else None
    if verb is None or verb.lower in LEVELLING or (verb.lower in WORDS and mention.form == "digits"):
        return ""                                                         # the index lost 97
    return "object"


def gapped(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a number goes on with a list whose verb is left out: `Unity had 49, the Alliance 41 and smaller parties seven`."""
    index = numbers.next_from(sentence.numbers, mention.start)
    if not sentence.parsed or not 0 < index < len(sentence.numbers):
        return False
    following = sentence.numbers[index]
    for before in reversed(sentence.numbers[max(0, index - LONGEST_LIST):index]):
        if not GAPPED.fullmatch(sentence.text, before.end, following.start):
            return False
        verb = verb_before(sentence, before)
        if verb is not None:
            return verb.lower not in WORDS and verb.lower not in LEVELLING
        following = before
    return False


def is_one_thing(token: Token) -> bool:
    """Whether a token is a noun in the singular: no number above one counts it."""
    return token.tag == "NN" and not nouns.many(token)


def is_verb(sentence: Sentence, index: int) -> bool:
    """Whether a token is a finite verb, or a participle with nothing after it that it could modify: `six scored and …`."""
    token, following = sentence.tokens[index], sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if token.tag in VERBS or token.lower in BASE_VERBS:
        return True
    if token.tag != "VBN":
        return False
    return following is None or following.tag in CLOSING or following.tag == "CC" or not following.text[0].isalnum()


def elided(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """The count that a bare number is, by what stands around it."""
    value = mention.value if mention.value is not None else mention.low
    if value is None or value != value.to_integral_value():
        return None
    index = sentence.token_at(mention.end)
    following = sentence.tokens[index] if index < len(sentence.tokens) else None
    if following is not None and following.start <= mention.end and sentence.text[mention.end].isalnum():
        return None                                                       # 22pm, Apt. 3B
    rule = _told_after(sentence, mention, index, following) if following else None
    if rule is None and not NOT_BARE.match(sentence.text, mention.end, sentence.end):
        rule = _told_before(sentence, mention)
    if rule is None:
        return None
    per = divisor(sentence.text, mention.end, sentence.end)
    return numeric(sentence, mention, mention.end, "count", rule, unit="person" if rule == "count.persons" else None, per=per)


def _told_after(sentence: Sentence, mention: NumberMention, index: int, following: Token) -> str | None:
    """The rule by which the word after a number says that a noun is left out."""
    text, lead = sentence.text, max(sentence.start, mention.start - LOOK_BACK)
    if following.lower == "who":
        return "count.persons"
    if text.startswith(" the number of ", mention.end):
        return "count.elided"                                             # it raised to nine the number of boats
    if following.lower in MORE and COMPARES.match(text, following.end, sentence.end):
        return "count.more"
    if following.lower in AFFECTED or (following.tag in CLAUSE_ENDS and AFFECTING.search(text, lead, mention.start)):
        return "count.affected"
    if EVERY.match(text, mention.end, sentence.end) and mention.form != "words" and not COMPARED.search(text, lead, mention.start):
        return "count.elided"                                             # 77,000 a day; what is compared takes its noun over
    if OF_NUMBER.match(text, mention.end, sentence.end) or LEFT_OVER.match(text, mention.end, sentence.end):
        return "count.elided"                                             # lost 16 of 21, with 51 to play
    if INCLUDING.match(text, mention.end, sentence.end) or (following.tag == "PRP" and text.endswith("the ", lead, mention.start)):
        return "count.elided"                                             # the 61 it needs
    acts = following.lower in PAST_OR_NOUN or is_verb(sentence, index) or (mention.value != 1 and is_one_thing(following))
    return "count.elided" if acts and opens_clause(sentence, mention) else None


def _told_before(sentence: Sentence, mention: NumberMention) -> str | None:
    """The rule by which the words before a bare number, or the parse, say that it counts."""
    if mention.form not in COUNTING:
        return "count.elided" if depends(sentence, mention) == "subject" else None
    text, floor = sentence.text, max(sentence.start, mention.start - CLAUSE)
    if HEADCOUNT.search(text, floor, mention.start) or LABELLED.search(text, floor, mention.start):
        return "count.headcount"
    if UNBEATEN.search(text, floor, mention.start) or AT_A_TIME.match(text, mention.end, sentence.end):
        return "count.elided"
    group = GROUP.search(text, floor, mention.start) if text.find(" of ", floor, mention.start) >= 0 else None
    if group and group.group("noun").lower() not in MEASURES and not group.group("noun").isupper():
        return "count.group"
    return "count.elided" if depends(sentence, mention) or gapped(sentence, mention) else None
