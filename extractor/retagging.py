"""Tags and heads that the model got wrong, where the words around tell: a verb taken for a noun, a noun for a participle.

Tags are those of the Penn Treebank. Each rule needs a sentence that makes no sense as it is tagged.
"""
from extractor.tokens import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# Verbs that take no object, so that their past form after a noun is no participle.
INTRANSITIVE = frozenset("""amounted rose fell grew climbed dropped slid surged jumped plunged tumbled slipped soared declined stood came
    went averaged totaled totalled doubled tripled trebled quadrupled rallied advanced retreated shrank dipped sank""".split())
# Past forms that are the base form too, so that number does not tell.
UNCHANGED = frozenset("cost cut set hit put shut spread split beat read hurt".split())
COUNTING = NOUNS | {"CD"}
RETAGGED = frozenset({"NN", "NNS", "VBZ", "VBP", "VBN", "VBD", "VB"})
HAVING = frozenset({"has", "have", "had"})
PARTICIPLE = ("en", "ed")
PAST = frozenset({"VBN", "VBD", "VB"})
NOMINAL = frozenset({"forecast", "bid", "spread"})          # participles that are nouns after a noun
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BOUNDARIES = frozenset({",", ":", "CC", "WRB", "``", "''", "."})
TOWARDS = frozenset({"from", "at", "by", "to", "on", "in", "about", "between", "around", "up", "nearly", "roughly", "over", "under"})


def retag(tokens: list[Token]) -> None:
    """Make a verb of what the tagger took for a noun where its clause has none: `The batteries store 40 litres`, `A villa cost her $2m`.

    A noun and a noun of the other number (`batteries store`, `noise falls`) are subject and verb, with a value, an object or an
    infinitive after them.
    """
    for index, (before, token, after) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False), start=1):
        tag = token.tag
        if tag not in RETAGGED:
            continue
        if tag == "NN" or tag == "NNS":
            if before.tag in COUNTING:
                if token.text.islower() and _agrees(before, token, after) and _opens(tokens, index + 1) and not verbal(tokens, index):
                    token.tag = "VBP" if tag == "NN" else "VBZ"
            elif before.lower in HAVING and tag == "NN" and _perfected(tokens, index):
                perfect(tokens, index)                      # has risen 15 percent
        elif (tag == "VBZ" or tag == "VBP") and after.lower == "of":
            if before.tag in ("NN", "JJ", "CC", "DT"):
                token.tag = "NNS"                           # winds of up to 140 km per hour
        elif tag in PAST and token.lower in NOMINAL and index > 1:
            rename(tokens, index)


def _agrees(before: Token, token: Token, after: Token) -> bool:
    """Whether a noun may be the verb of the noun or number before it, by their number."""
    if before.tag == "CD":
        return after.tag == "DT" and token.tag == "NN"      # homes from $1 million to $2 million stay a week
    return token.lower in UNCHANGED or token.lower in INTRANSITIVE or (before.tag in ("NNS", "NNPS")) == (token.tag == "NN")


def rename(tokens: list[Token], index: int) -> None:
    """Make a noun of what the tagger took for a participle after a noun: `cut its growth forecast to 2 percent`."""
    token, before = tokens[index], tokens[index - 1]
    determined = any(tokens[place].tag in ("PRP$", "DT") for place in range(max(0, index - 4), index - 1))
    if determined and before.tag in ("NN", "NNS", "JJ") and token.head != index:
        token.tag, token.dep, token.head = "NN", before.dep, before.head
        before.dep, before.head = "compound", index


def perfect(tokens: list[Token], index: int) -> None:
    """Make a verb of what the tagger took for the object of its auxiliary: `attendance has risen 15 percent`."""
    auxiliary, token = tokens[index - 1], tokens[index]
    own = auxiliary.head != index - 1
    token.tag, token.dep, token.head = "VBN", auxiliary.dep, auxiliary.head if own else index
    for other in tokens:
        if other.head == index - 1 and other is not auxiliary and other is not token:
            other.head = index
    auxiliary.dep, auxiliary.head = "aux", index


def _perfected(tokens: list[Token], index: int) -> bool:
    """Whether what follows `has` is its participle, not its object: it ends like one, and a figure comes next, if after a preposition."""
    after = index + 1 + (tokens[index + 1].lower in TOWARDS)
    figure = after < len(tokens) and tokens[after].tag in ("CD", "$")
    return figure and tokens[index - 1].dep != "aux" and tokens[index].lower.endswith(PARTICIPLE)


def _opens(tokens: list[Token], index: int) -> bool:
    """Whether a token opens what follows a verb: a figure, a pronoun or determiner, `to` with an infinitive, `from` with a figure."""
    token, after = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if token.tag in ("CD", "$", "PRP", "DT"):
        return True
    if after is None:
        return False
    if token.lower in ("on", "in", "at") and after.tag in ("DT", "NNP") and tokens[-1].text == ".":
        return after.tag == "NNP" or tokens[index - 1].tag == "NN"           # pairs nest on the cliffs, the bond matures in May
    return (token.lower == "to" and after.tag == "VB") or (token.lower in TOWARDS and after.tag in ("CD", "$"))


def verbal(tokens: list[Token], index: int) -> bool:
    """Whether a token's clause has a finite verb besides, as far as commas and conjunctions bound it."""
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(tokens) and tokens[place].tag not in BOUNDARIES:
            if tokens[place].tag in FINITE:
                return True
            place += step
    return False


def mend(tokens: list[Token]) -> None:
    """Make the noun before a verb its subject where the parse took the sentence for a noun phrase (`The volume of trade amounted to …`)."""
    root = next((index for index, token in enumerate(tokens) if token.head == index), None)
    if root is None or tokens[root].tag not in NOUNS:
        return
    verbless = not any(token.tag in FINITE for token in tokens)
    verb = next((index for index, token in enumerate(tokens) if index > root and token.dep == "acl"
                 and (token.lower in INTRANSITIVE or (verbless and token.head == root and token.tag == "VBN"))), None)
    if verb is not None:
        tokens[verb].head, tokens[verb].dep = verb, "ROOT"
        tokens[root].head, tokens[root].dep = verb, "nsubj"
