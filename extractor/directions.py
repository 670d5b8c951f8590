"""Whether the text says that something went up or down by, or to, a value.

The words before a value are walked from right to left: over what may stand between (`by about another`) to a word of
change (`rose`, `a drop of`), or over the object of one (`cut its debt by`). Else the words after it are looked at
(`a 4 percent drop`, `3% lower`, `40 (down from 45)`), or the value before hands its direction on (`rose 11% to $94
million`, `lost 40 points, or 0.3%`).
"""
import re

from extractor.change_words import MOVED, NOUNS, PARTICLES, TRANSITIVE, WORDS
from extractor.proposals import Proposal, Sentence

# What may stand between the word of change and the value.
STEPS = frozenset("""by to of another an a about around almost nearly roughly approximately more less than over under just only as much
    at least some further again even up down in value its their his her the total additional record average well below above close back
    modest mere whopping massive slight sharp steep estimated overall fresh so far low high""".split())
# Words of change that say so only of what is measured, not of things counted: `lost three men`, `added two players`.
MEASURED_ONLY = frozenset("""lose loses lost losing loss losses shed sheds shedding gain gains gaining slow slows slowed slowing
    off up down advance advances advanced advancing dive dives dived contracted contracting improve improves improved higher lower
    narrow narrowed""".split()) | TRANSITIVE
GAINS = frozenset("gain gains loss losses".split())          # of money they are results, no changes
MEASURED = frozenset({"money", "percent", "quantity", "number", "ratio"})
POINTS = frozenset({"point", "basis point", "percentage point", "cent"})
UNCHANGING = frozenset({"date", "duration", "recurrence", "ordinal", "age", None})
TELLING = WORDS.keys() | {"by", "to", "from"}   # the words of change, and those that may lead farther back to one
NEAR = 4             # words looked at before all are read
TOKEN = re.compile(r"[^\W\d_][\w'’.-]*|[\d.,]*\d|[^\w\s]")
STOPPED = frozenset(",;:.()[]\"“”—–?!")
CLOSING = frozenset(".;:)]\"”?!") | {""}   # nothing that a direction is told by begins with them
LOOK_BACK = 80       # characters
LONGEST_STEP = 8     # words between the word of change and the value
FARTHEST_VERB = 8    # words back to the verb of such an object
LONGEST_OBJECT = 4   # words of its object: `cut its annual debt by`
RISES = "rise increase gain jump surge advance rally leap spike hike boost growth improvement uptick upturn raise rebound climb"
FALLS = "fall drop decline decrease slide tumble plunge loss dip cut reduction slump contraction downturn slowdown dive retreat"
AFTER = re.compile(
    r"(?:[- ]point)?(?:[ -](?!(?:and|or|of|in|on|for|to|from|with|by|the|an?|that|which|was|is|are|were|after|as|at|over|under|than"
    r"|this|last|said"
    r"|will|would|its|their)\b)[^\W\d_][\w-]*){0,2}?[ -](?:(?P<up>" + "|".join(RISES.split()) + r")|(?P<down>"
    + "|".join(FALLS.split()) + r"))s?\b"
    r"| (?:(?P<upper>more)|(?P<downer>less|fewer)) than (?:a (?:year|month|week|quarter)|last|in \d{4}|the (?:previous|same|year))\b"
    r"| of (?:(?P<ups>increases|hikes|rises)|(?P<downs>cuts|reductions|declines))\b", re.IGNORECASE)
# The words after a value that AFTER stops at, less two, and that nothing else begins with: no direction is told behind them.
JOINING = frozenset("""and in on for to from with by the a an that which was is are were after as at over under than this last said
    will would its their""".split())
LONGEST_JOINING = max(map(len, JOINING))
# Nouns of change that are results of money, and shapes of lengths: `a $5 million gain`, `a 20-foot drop`.
STATES = {"money": re.compile(r"\b(?:gain|loss)(?:s|es)?$", re.IGNORECASE),
          "quantity": re.compile(r"\b(?:cut|climb|dip|dive|slide|jump|leap|drop|fall|plunge|tumble|hike|advance)s?$", re.IGNORECASE)}
# `3% lower`, and `40 (down from 45)` for values of every type.
COMPARED = re.compile(r"(?:,(?= (?:higher|lower)\b))? (?:or so )?(?:(?P<up>higher|up)|(?P<down>lower|down))\b"
                      r"(?! (?:to|by|than|the|for|a)\b)", re.IGNORECASE)
FROM = re.compile(r",? ?\(?(?:(?P<up>up|higher)|(?P<down>down|lower))(?: [\d.]+ ?(?:%|percent|per cent|points))? from\b", re.IGNORECASE)
MOVED_BY = re.compile(r", \(?(?:(?P<up>up)|(?P<down>down)) (?:by )?(?:about |nearly |almost )?[$€£]?\d[\d.,]* ?"
                      r"(?:%|percent|per cent|points?|cents|pence)")
# Between a value with a direction and one that restates it or is the level reached.
RESTATED = re.compile(
    r",? or (?:(?:about|around|nearly|more than|roughly|almost|over) )?|,? ?\((?:about |or )?| ?/ ?"
    r"|(?:,? (?:higher|lower)| year[- ]on[- ]year)?,? (?:to|at)"
    r"(?: (?:end|close|finish|settle|trade|stand|reach)(?: at)?)?(?: (?:about|around|nearly|more than|roughly|a record"
    r"|almost|over|just))? "
    r"| an? (?:share|barrel|year) to | to a close of ", re.IGNORECASE)
OR = re.compile(r",? or (?:(?:about|around|nearly|more than|roughly|almost|over) )?")
LEVEL = re.compile(r" (?:[^;()]{0,60} )?to (?:(?:about|around|nearly|more than|roughly|a record|almost|over|just|as much as|as low as"
                   r"|below|above) )?")
REACHED = re.compile(r" to (?:[A-Z]{0,3}[$€£¥]|[A-Z]{2,3} ?)?\d")   # the level after an amount: `added 15 cents to $2.70`
MADE_UP = re.compile(r"g(?:ive|ives|ave|iven|iving)"
                     r"|ma(?:ke|kes|de|king)|end(?:s|ed|ing)?|sign(?:s|ed|ing)?|sets?|setting|take[sn]?|took|taking|bu(?:y|ys|ying)|bought"
                     r"|round(?:s|ed)?")
# Verbs that are multiples by themselves: `sales doubled`, `will halve`.
MULTIPLIED = re.compile(r"(?:(?P<down>halv)|doubl|tripl|trebl|quadrupl|quintupl)(?:es|ed|ing|(?P<base>e))", re.IGNORECASE)
# What stands before `double` where it is a verb.
TO_COME = re.compile(r"\b(?:to|will|would|could|should|may|might|can|must|[^\W\d_]+['’](?:d|ll))(?: almost| nearly| more than)? $")
# Between two values of one kind of which the second has no word of change: `the Dow fell 1%, the Nasdaq 0.5% and Apple by 2%`.
ELLIPSIS = re.compile(r",?(?: (?:and|or|the|while|[A-Z][\w&.'’/-]*|\d+)){0,7}(?: by(?: (?:about|nearly|almost|around))?)? ")


def words_before(sentence: Sentence, start: int) -> list[str]:
    """The words before a value in lower case, the nearest first, up to the last mark that ends a clause.

    None at all where the nearest lead to no word of change.
    """
    lead = sentence.text[max(sentence.start, start - LOOK_BACK):start]
    for chunk in reversed(lead.rstrip(" ").rsplit(" ", NEAR)[1:]):
        word = chunk.lower()
        if not word.isalpha() or word in TELLING:
            break
        if word not in STEPS and not word.endswith("ly"):
            return []
    found: list[str] = []
    for word in reversed(TOKEN.findall(lead.rpartition(", ")[2])):
        if word in STOPPED:
            break
        found.append(word.lower())
    return found


def measured(proposal: Proposal) -> bool:
    """Whether a value measures, not counts, so that every word of change may speak of it."""
    return proposal.type in MEASURED or (proposal.unit or "").rpartition(" ")[2] in POINTS


def word_of_change(sentence: Sentence, proposal: Proposal, words: list[str]) -> tuple[str, bool] | None:
    """The direction that the words before a value give, and whether the value is the old one (`rose from 5%`)."""
    steps: list[str] = []
    for position, word in enumerate(words[:LONGEST_STEP]):
        if word in WORDS:
            verbs = words[position + 1:position + FARTHEST_VERB] if word in NOUNS and {"by", "to"} & set(steps) else []
            if verb := next((word for word in verbs if word in TRANSITIVE), None):
                return WORDS[verb], "from" in steps                       # cut its forecast for growth by
            return _admitted(sentence, proposal, word, steps, words[position + 1] if position + 1 < len(words) else "")
        if word == "in" and steps[-1:] != ["value"]:
            break                                                         # the first decline in four sessions
        if word not in STEPS and word != "from" and not word.endswith("ly"):
            break
        steps.append(word)
    if not steps or not {"by", "to", "from"} & set(steps):
        return None
    near = None
    for distance, word in enumerate(words[len(steps):len(steps) + FARTHEST_VERB]):
        if word[0].isdigit() and not (len(word) == 4 and word.isdigit()):      # cut its 2021 forecast
            break
        if word not in WORDS or word in PARTICLES or not (measured(proposal) or "by" in steps):
            continue
        if word in TRANSITIVE:
            return WORDS[word], "from" in steps                           # cut its forecast for growth this year by
        near = near or (word if distance <= LONGEST_OBJECT else None)
    return (WORDS[near], "from" in steps) if near else None


def _admitted(sentence: Sentence, proposal: Proposal, word: str, steps: list[str], before: str) -> tuple[str, bool] | None:
    """The direction of a word of change right before a value, where it speaks of a value of this type."""
    old = "from" in steps
    if (word == "up" and MADE_UP.fullmatch(before)) or (word == "surge" and before == "storm"):
        return None
    if word in ("higher", "lower") and "than" in steps:
        return None
    if word in ("up", "off") and steps[-1:] == ["to"] and not MOVED.fullmatch(before):
        return None                                                       # up to 3%
    if word in MEASURED_ONLY and not measured(proposal) and not {"by", "to"} & set(steps):
        return None
    if proposal.type == "money" and word in GAINS and "of" in steps:
        return None
    if proposal.type == "money" and word.startswith("recover") and not {"by", "to", "from"} & set(steps):
        return None                                                       # police recovered £412,000
    if proposal.type == "ratio" and word.startswith("rais") and not {"by", "to", "from"} & set(steps):
        return None                                                       # it has raised a quarter
    if proposal.type == "money" and word in TRANSITIVE and not {"by", "to", "from"} & set(steps):
        return (WORDS[word], old) if REACHED.match(sentence.text, proposal.end, sentence.end) else None
    if proposal.type == "quantity" and word.startswith(("add", "lift")) and not {"by", "to", "from"} & set(steps):
        return None
    return WORDS[word], old


def after(sentence: Sentence, proposal: Proposal) -> str | None:
    """The direction that the words after a value give."""
    following = sentence.text[proposal.end:proposal.end + LONGEST_JOINING + 2]
    if following[:1] in CLOSING or (following[:1] == " " and following[1:].partition(" ")[0] in JOINING):
        return None
    told = FROM.match(sentence.text, proposal.end, sentence.end) or MOVED_BY.match(sentence.text, proposal.end, sentence.end)
    if told is None and measured(proposal) and proposal.rule != "ratio.times":   # a 1.3 times higher risk is a comparison
        limit = min(sentence.end, proposal.end + LOOK_BACK)
        compared = COMPARED.match(sentence.text, proposal.end, limit) if proposal.type != "quantity" else None   # 200 miles up
        told = compared or AFTER.match(sentence.text, proposal.end, limit)
    if told is None or (proposal.type in STATES and STATES[proposal.type].search(told.group())):
        return None
    return "up" if (told.lastgroup or "").startswith("up") else "down"


def carried(sentence: Sentence, proposal: Proposal, previous: Proposal | None, pending: str | None) -> str | None:
    """The direction that the value before hands on; `pending` is that of an old value whose new one may follow."""
    if previous is None:
        return None
    if pending is not None:
        return pending if previous.type == proposal.type and LEVEL.fullmatch(sentence.text, previous.end, proposal.start) else None
    if previous.direction is None:
        return None
    if RESTATED.fullmatch(sentence.text, previous.end, proposal.start):
        return previous.direction
    same = previous.type == proposal.type and previous.unit == proposal.unit and previous.type == "percent"
    return previous.direction if same and ELLIPSIS.fullmatch(sentence.text, previous.end, proposal.start) else None


def restates(sentence: Sentence, proposal: Proposal, previous: Proposal) -> bool:
    """Whether a value in brackets is the one before it in another unit: `more than 100 kilometres (60 miles)`."""
    between = sentence.text[previous.end:proposal.start].strip()
    if between not in ("(", "/") or previous.type != proposal.type or previous.unit == proposal.unit:
        return False
    return proposal.type in ("money", "quantity")


def _multiplied(sentence: Sentence, proposal: Proposal) -> str | None:
    """The direction of a verb that is a multiple by itself: `sales doubled`, `to halve the debt`."""
    verb = MULTIPLIED.fullmatch(sentence.text, proposal.start, proposal.end) if proposal.rule == "ratio.multiple" else None
    if verb is None or (verb["base"] and not TO_COME.search(sentence.text, max(sentence.start, proposal.start - 20), proposal.start)):
        return None
    return "down" if verb["down"] else "up"


def assign(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Fill `direction` of the numeric proposals of one sentence, in text order; a restatement takes its modifier over too."""
    previous, pending = None, None
    for proposal in proposals:
        if proposal.type in UNCHANGING:
            continue
        words = words_before(sentence, proposal.start)
        told = word_of_change(sentence, proposal, words) if words else None
        handed = carried(sentence, proposal, previous, pending)
        pending = told[0] if told and told[1] else None
        if told and not told[1]:
            proposal.direction = told[0]
        elif multiplied := _multiplied(sentence, proposal):
            proposal.direction = multiplied
        elif told is None:
            proposal.direction = handed or after(sentence, proposal)
            if previous and not handed and previous.direction is None and OR.fullmatch(sentence.text, previous.end, proposal.start):
                previous.direction = proposal.direction                   # 212 points, or 1.1 percent, lower
        if previous is not None and proposal.modifier is None and restates(sentence, proposal, previous):
            proposal.modifier = previous.modifier
        previous = proposal
