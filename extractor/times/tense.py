"""The tense of the verb that a time stands by: `past`, `future`, or None where the text does not say.

With the trained pipeline's tags the verbs are known; without it they are told by their endings and a list of the common
irregular ones.
"""
from extractor.proposals import Sentence
from extractor.tokens import Token

FUTURE = frozenset("will shall 'll ’ll wo tomorrow expects expected expect scheduled plans planned plan due set slated upcoming coming hopes aims intends intend "
                   "payable begins starts beginning starting opens takes ends expires effective promises vowed going hope until".split())
MODALS = frozenset("will shall 'll ’ll wo".split())
PAST = frozenset("was were had did said told went came took made gave got saw knew found thought became began left felt brought held wrote stood heard lost paid met "
                 "sold bought fell rose grew won led kept broke spoke drew ran sent built spent cut set put hit shot died fought chose drove flew wore caught struck "
                 "slid sank swept withdrew".split())
CLAUSE = frozenset(";:")
REACH = 14


def tense(sentence: Sentence, start: int, end: int) -> str | None:
    """The tense of the nearest verb before a time's span in its clause, else of the nearest one after it."""
    tokens = sentence.tokens
    at = sentence.token_at(start)
    for token_at in range(at - 1, max(-1, at - REACH), -1):
        if tokens[token_at].text in CLAUSE:
            break
        found = _verb(sentence, token_at)
        if found:
            return None if found == "present" else found
    after = sentence.token_at(end - 1) + 1
    for token_at in range(after, min(len(tokens), after + REACH)):
        if tokens[token_at].text in CLAUSE:
            break
        found = _verb(sentence, token_at)
        if found:
            return None if found == "present" else found
    return None


def _verb(sentence: Sentence, at: int) -> str | None:
    token = sentence.tokens[at]
    previous = sentence.tokens[at - 1] if at else None
    if token.lower in ("will", "shall", "'ll", "’ll", "wo", "scheduled", "slated", "due", "payable", "expected"):
        return "future"
    if token.lower in MODALS:
        return "future"
    if sentence.parsed:
        return _tagged(token, previous)
    if previous is not None and previous.lower == "to" and token.lower.isalpha() and token.tag in ("VB", "NN") and token.lower not in PAST:
        return "future" if token.tag == "VB" else None
    if token.lower in PAST or token.tag == "VBN":
        return "past"
    return "present" if token.lower in ("is", "are", "has", "have", "says") else None


def _tagged(token: Token, previous: Token | None) -> str | None:
    if token.tag == "VBD" or token.tag == "VBN":
        return "past"
    if token.tag == "VB" and previous is not None and previous.lower == "to":
        return "future"
    return "present" if token.tag in ("VBZ", "VBP") else None
