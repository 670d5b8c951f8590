"""The tense of the verb that a time stands by.

`past`, `future`, `present` (which tells of what is to come only beside a weekday: `they meet Monday`), `told` (the time says
which event it is, mostly one of the past: `Wednesday's ruling`), `since` (the past whatever its distance), or None. With the trained
pipeline's tags the verbs are known; without it they are told by their endings and a list of the common irregular ones.
"""
import re

from extractor.proposals import Sentence
from extractor.tokens import MODALS, Token

# Words that put what they govern ahead, whatever their own form: `due to expire Friday`, `payable Jan. 2`.
AHEAD = frozenset("must should will shall 'll ’ll wo would may might scheduled slated due payable expected effective upcoming".split())
SET = frozenset("set ready able about likely planned".split())
# What an infinitive hangs on where it tells what is to come; after other words it tells a purpose, and the main verb has the tense.
WILLING = frozenset("plan plans planned planning expect expects expected hope hopes hoped want wants wanted intend intends intended agree "
                    "agreed agrees "
                    "decide decided decides decision set due ready able likely vow vowed promise promised going scheduled slated order "
                    "ordered ask asked "
                    "urge urged supposed prepare prepared preparing seek seeks offer offered proposed proposal deadline continue has have "
                    "is are need forecast "
                    "needs refuse threatens threatened try trying aims aimed".split())
PAST = frozenset("was were had did said told went came took made gave got saw knew found thought became began left felt brought held "
                 "wrote stood "
                 "heard lost paid met sold bought fell rose grew won led kept broke spoke drew ran sent built spent cut put hit shot died "
                 "fought "
                 "chose drove flew wore caught struck slid sank swept withdrew".split())
REPORTING = frozenset("report reports reported reporting release releases released publish publishes published post posts posted announce "
                      "announces announced unveil unveils".split())
NOUNS = frozenset("NN NNS NNP NNPS JJ VBG".split())
AWAITING = frozenset("waiting awaiting expecting anticipating preparing planning hoping heading bracing gearing meeting voting talking "
                     "looking".split())
# In the present tense these tell what the calendar holds: `the licence expires on Dec. 31`.
RESUMING = frozenset("reopens opens closes resumes begins starts continues".split())
PUT_OFF = frozenset("postponed moved held delayed adjourned rescheduled pushed deferred forward over back".split())
EXPECTING = frozenset("expect expects want wants ask asks urge urges".split())     # they expect volumes to recover
SHARES = frozenset({"%", "percent", "cent", "points"})
EXPIRING = frozenset("expires expire ends matures lapses".split())
# Past tenses that the tagger may take for the plural of the present: the Foxes beat the Mills on Friday.
TOLD_PAST = (PAST - {"found", "felt"}) | frozenset("beat slid shed quit shut set split spread cost burst cast hurt".split())
STATES = frozenset("is are has have says say 's ’s 've ’ve expects expect hopes hope believes believe thinks think wants want remains "
                   "knows "
                   "estimates estimate shows show".split())
PREPOSITIONS = frozenset("in on at by since during early late and but also then".split())
OPENERS = frozenset(", and but - – — \" “ (".split())
CLAUSE = frozenset(";:")
DETERMINERS = frozenset("the a an its his your their".split())
INFINITIVES = {True: frozenset({"VB", "VBP"}), False: frozenset({"VB", "VBP", "NN"})}
VERBS = frozenset("VB VBD VBN VBP VBZ".split())
# Words that tell a tense whatever their tags.
TELLING = AHEAD | SET | PAST | STATES | EXPIRING | RESUMING | AWAITING | frozenset("planned soon early be been forecast".split())
# What a base form hangs on: without one of these before it is the tagger's slip for the present tense.
GOVERNING = frozenset(MODALS.split()) | frozenset("to do does did n't n’t not 'll ’ll 'd ’d let lets make makes made help helps helped "
                                                  "have and or but please".split())
POSSESSED = DETERMINERS | {"'", "’", "'s", "’s"}     # after these it is a noun: teachers' pay
PAST_FORM = re.compile(r"[^e]ed$")     # not need, proceed
REACH = 30


def tense(sentence: Sentence, start: int, end: int) -> str | None:
    """The tense of the nearest verb before a time's span in its clause, or after it where the time opens the clause."""
    tokens = sentence.tokens
    at, after = sentence.token_at(start), sentence.token_at(end - 1) + 1
    lead = tokens[at - 1].lower if 0 < at <= len(tokens) else ""
    if lead == "since":
        return "since"
    if lead == "of" and at > 1 and tokens[at - 2].lower == "as":
        return "past"
    if _told(tokens, at, after) or (lead in REPORTING and after < len(tokens) and tokens[after].tag in NOUNS):
        return "told"     # to report August sales
    if (lead == "on" and at > 1 and tokens[at - 2].lower in SHARES) or (lead == "with" and at > 1 and tokens[at - 2].lower == "compared"):
        return "since"     # up 44% on November
    if lead == "to" and any(token.lower in PUT_OFF for token in tokens[max(0, at - 6):at]):
        return "future"     # held over to Friday
    left, right = range(at - 1, max(-1, at - REACH), -1), range(after, min(len(tokens), after + REACH))
    if lead in ("until", "till"):
        return "past" if _opens(tokens, at - 1) and _nearest(sentence, right) == "past" else "future"
    first, second = (right, left) if _opens(tokens, at) else (left, right)
    return _nearest(sentence, first) or _nearest(sentence, second)


def _nearest(sentence: Sentence, places: range) -> str | None:
    """The tense of the first verb among places, up to the end of the clause."""
    for place in places:
        if sentence.tokens[place].text in CLAUSE:
            return None
        found = _verb(sentence, place)
        if found:
            return found
    return None


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether a time opens its clause: `, but in March a judge ruled`."""
    place = at - 1
    while place >= 0 and tokens[place].lower in PREPOSITIONS:
        if tokens[place].text in OPENERS:
            return True
        place -= 1
    return place < 0 or (tokens[place].text in OPENERS and at - place > 1)


def _told(tokens: list[Token], at: int, after: int) -> bool:
    """Whether the time says which event it is: `Wednesday's ruling`, `the Oct. 23 attack`."""
    if after >= len(tokens):
        return False
    following = tokens[after]
    if following.tag == "POS" or following.lower in ("'s", "’s"):
        return True
    noun = following.text.isalpha() and following.tag in NOUNS
    return noun and at > 0 and tokens[at - 1].lower in DETERMINERS


def _verb(sentence: Sentence, at: int) -> str | None:
    """The tense that one token tells; None where it is no verb, or leaves it to the words before it."""
    tokens, token = sentence.tokens, sentence.tokens[at]
    if token.tag not in VERBS and token.lower not in TELLING and not (at and tokens[at - 1].lower == "to"):
        return None     # as most tokens
    before = [tokens[at - back].lower if at >= back else "" for back in (1, 2, 3, 4)]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    planned = token.lower == "planned" and following in DETERMINERS
    if planned or token.lower in AHEAD or (token.lower in SET and following in ("for", "to")):
        return "past" if before[:2] == ["been", "had"] else "future"
    if before[0] == "as" and token.lower in ("soon", "early"):
        return "future"
    if token.lower == "be" and before[0] == "to" and before[1] in WILLING:
        return "past" if before[2:] == ["been", "had"] else "future"
    if token.lower in ("be", "been") or (token.tag in ("VBN", "VBD") and before[0] in ("be", "been")):
        return None
    if before[0] == "to" and token.tag in INFINITIVES[sentence.parsed] and token.lower.isalpha():
        if before[1] not in WILLING:
            return "future" if any(each.lower in EXPECTING for each in tokens[max(0, at - 6):max(0, at - 2)]) else None
        return "past" if before[2:] == ["been", "had"] else "future"     # it had been due to lapse Friday
    if token.lower == "forecast" and before[0] in ("is", "are"):
        return "future"
    if token.tag == "VBN" and before[0] in ("is", "are"):
        return "present"
    if token.lower in EXPIRING:
        return "future"
    if token.lower in RESUMING and before[0] not in DETERMINERS:
        return "present"
    if token.lower in AWAITING and before[0] in ("is", "are", "'re", "’re", "now", "already"):
        return "present"
    return _tagged(token, before) if sentence.parsed else _guessed(token)


def _tagged(token: Token, before: list[str]) -> str | None:
    if token.tag == "VB" and (before[0] in POSSESSED or not GOVERNING.isdisjoint(before)):
        return None     # what stands before it tells: will show
    if token.tag in ("VBD", "VBN") or (token.tag in ("VB", "VBP") and (token.lower in TOLD_PAST or PAST_FORM.search(token.lower))):
        return "past"     # whatever the tagger says: shares slid
    return "present" if token.tag in ("VB", "VBZ", "VBP") and token.lower not in STATES else "state" if token.lower in STATES else None


def _guessed(token: Token) -> str | None:
    if token.lower in PAST or token.tag in ("VBN", "VBD"):
        return "past"
    return "state" if token.lower in STATES else None
