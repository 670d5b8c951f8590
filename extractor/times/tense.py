"""The tense of the verb that a time stands by: `past`, `future`, `told` (a past event's attribute), or None for none of them.

With the trained pipeline's tags the verbs are known; without it they are told by their endings and a list of the common
irregular ones.
"""
from extractor.proposals import Sentence
from extractor.tokens import Token

# Words that put what they govern ahead, whatever their own form: `due to expire Friday`, `payable Jan. 2`.
AHEAD = frozenset("will shall 'll ’ll wo would may might scheduled slated due payable expected effective upcoming".split())
SET = frozenset("set ready able about likely".split())
PAST = frozenset("was were had did said told went came took made gave got saw knew found thought became began left felt brought held wrote stood heard lost paid met "
                 "sold bought fell rose grew won led kept broke spoke drew ran sent built spent cut set put hit shot died fought chose drove flew wore caught struck "
                 "slid sank swept withdrew".split())
# Verbs whose infinitive tells what was done, not what is to come: `tried to flee on Monday`.
DONE = frozenset("tried managed began continued failed refused had used seemed appeared started attempted forced".split())
PRESENT = frozenset("is are has have 's ’s".split())
STATES = frozenset("is are has have says say 's ’s expects expect hopes hope believes believe thinks think wants want remains knows".split())
INFINITIVES = {True: frozenset({"VB", "VBP"}), False: frozenset({"VB", "VBP", "NN"})}
CLAUSE = frozenset(";:")
PREPOSITIONS = frozenset("in on at by since during early late and but also then".split())
OPENERS = frozenset(", and but - – — \" “ (".split())
REACH = 14


def tense(sentence: Sentence, start: int, end: int) -> str | None:
    """The tense of the nearest verb before a time's span in its clause, else of the nearest one after it."""
    tokens = sentence.tokens
    at = sentence.token_at(start)
    after = sentence.token_at(end - 1) + 1
    if _told(tokens, at, after):
        return "told"
    left, right = range(at - 1, max(-1, at - REACH), -1), range(after, min(len(tokens), after + REACH))
    until = at > 0 and tokens[at - 1].lower in ("until", "till")
    first, second = (right, left) if until or _opens(tokens, at) else (left, right)
    found = _nearest(sentence, first) or ("future" if until else _nearest(sentence, second))
    return None if found == "present" else found


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
    """Whether the time says which event it is (`Wednesday's ruling`, `the Oct. 23 attack`): mostly one of the past."""
    following = tokens[after] if after < len(tokens) else None
    if following is None:
        return False
    if following.tag == "POS" or following.lower in ("'s", "’s"):
        return True
    return at > 0 and tokens[at - 1].lower in ("the", "a", "an", "its", "his", "your", "their") and following.text.isalpha() and (
        following.tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG"))


def _verb(sentence: Sentence, at: int) -> str | None:
    """The tense that one token tells; None where it is no verb."""
    token = sentence.tokens[at]
    previous = sentence.tokens[at - 1] if at else None
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if token.lower in AHEAD or (token.lower in SET and following is not None and following.lower in ("for", "to")):
        return "future"
    if token.lower in ("soon", "early") and previous is not None and previous.lower == "as":
        return "future"
    if (previous is not None and previous.lower in ("be", "been") and token.tag in ("VBN", "VBD")) or token.lower in ("be", "been"):
        return None    # what stands before it has the tense
    infinitive = previous is not None and previous.lower == "to" and token.tag in INFINITIVES[sentence.parsed] and token.lower.isalpha()
    if infinitive:
        return "past" if at > 1 and sentence.tokens[at - 2].lower in DONE else "future"
    return _tagged(token) if sentence.parsed else _guessed(token)


def _tagged(token: Token) -> str | None:
    if token.tag in ("VBD", "VBN"):
        return "past"
    if token.tag in ("VBZ", "VBP"):
        return "present" if token.lower in STATES else "future"
    return None


def _guessed(token: Token) -> str | None:
    if token.lower in PAST or token.tag == "VBN":
        return "past"
    return "present" if token.lower in PRESENT else None
