"""Tags and heads that the model got wrong, where the words around tell: a verb taken for a noun, a noun for a participle.

Tags are those of the Penn Treebank. Each rule needs a sentence that makes no sense as it is tagged.
"""
from collections.abc import Callable

from extractor.tokens import CLOSED, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# Verbs that take no object, so that their past form after a noun is no participle.
INTRANSITIVE = frozenset("""amounted rose fell grew climbed dropped slid surged jumped plunged tumbled slipped soared declined stood came
    went averaged totaled totalled doubled tripled trebled quadrupled rallied advanced retreated shrank dipped sank""".split())
# Past forms that are the base form too, so that number does not tell.
UNCHANGED = frozenset("cost cut set hit put shut spread split beat read hurt".split())
COUNTING = NOUNS | {"CD"}
MODIFYING = frozenset({"DT", "JJ", "IN", "PRP$", "POS", "HYPH"})  # a noun behind them is one
NOMINAL_DEPS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod"})      # relations of no finite verb
OWNING = frozenset("its their his her our my your".split())
CLOSING = frozenset({"IN", ",", ".", "VBD", "VBZ", "VBP", "MD", "CC"})
LONGEST_UNKNOWN = 4             # letters of an abbreviation that was taken for a preposition
ADJECTIVAL = ("ic", "al", "ous", "ive", "ary", "ful", "less", "ible")
SUBSTANTIVAL = ("tion", "sion", "ment", "ity", "ness", "ance", "ence")
LONGEST_SMALL = 4               # letters of `just`, `only`
# Forms in -s that are no noun, so that one after a conjunction is a verb.
NEVER_NOUNS = frozenset("""weighs owns employs carries sells buys operates produces contains includes becomes loses brings generates
    delivers pays earns serves gives makes takes keeps expects""".split())
CLAUSAL = frozenset("said thought showed found added reported believed argued warned".split())       # verbs that a clause may follow
PLANNING = frozenset({"plans", "hopes", "aims"})            # that an infinitive follows
HAVING = frozenset({"has", "have", "had"})
PARTICIPLE = ("en", "ed")
PAST_ENDING = "ed"
FIGURES = frozenset({"CD", "$"})
OBJECTS = FIGURES | {"DT"}
QUALIFYING = frozenset({"NN", "JJ", "CC", "DT"})
NOMINAL = frozenset({"forecast", "bid", "spread"})          # participles that are nouns after a noun
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BOUNDARIES = frozenset({",", ":", "CC", "WRB", "``", "''", "."})
PHRASAL = NOUNS | {"JJ", "JJR", "JJS", "DT", "CD", "PRP$", "POS", "HYPH", "IN", "$", "TO"}     # tokens of a phrase behind a participle
SUBORDINATORS = frozenset("as that because if while although though whereas unless since after before until than so when".split())
AUXILIARIES = frozenset("is are was were has have had will would can could may might".split())
BASE_FORMS = frozenset({"VB", "VBP", "UH"})
SIMPLE = NOUNS | {"DT", "CD", "JJ", "HYPH", "PRP$", "RB"}    # tokens of a noun phrase that opens a sentence
UNATTACHED = frozenset({"ROOT", "obl:unmarked", "nmod:unmarked", "dep", "parataxis", "vocative", "list"})
MODIFIED = frozenset({"JJ", "VBG", "VBN", "NN"})
COMPARATIVES = frozenset("""weaker stronger higher lower faster slower larger smaller bigger cheaper dearer warmer colder heavier lighter
    longer shorter older younger wider deeper taller thinner thicker fewer greater richer poorer wetter drier fainter brighter""".split())
DEGREES = COMPARATIVES | frozenset("more less better worse latter former earlier later further".split())
NOMINAL_BEFORE = frozenset({"IN", "DT", "JJ", "PRP$"})
PHRASE = NOUNS | {"DT", "JJ", "CD", "$", "PRP$", "POS", "HYPH"}
COMPARED = frozenset({"CD", "RB", "VBZ", "VBP", "VBD"})     # 30 percent weaker than, is weaker than
MEASURES = frozenset({"%", "percent", "cent", "points", "times", "point"})
TOWARDS = frozenset({"from", "at", "by", "to", "on", "in", "about", "between", "around", "up", "nearly", "roughly", "over", "under"})


def retag(tokens: list[Token]) -> None:
    """Give words in small letters the tag that the words around leave them: `The batteries store 40 litres`, `A villa cost her $2m`."""
    for index, token in enumerate(tokens[1:-1], start=1):
        tag = token.tag
        if tag not in RULES or (tag == "IN" and token.lower in CLOSED):
            continue
        if tag in NOUNS and tokens[index - 1].tag in MODIFYING and (tag == "NN" or token.lower not in PLANNING):
            continue
        if token.text.islower():
            RULES[tag](tokens, index)


def _noun(tokens: list[Token], index: int) -> None:
    """A noun that is a verb, adverb or comparative.

    A noun and a noun of the other number (`batteries store`, `noise falls`) are subject and verb where their clause has none, with a
    value, an object or an infinitive after them.
    """
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    several = token.tag == "NNS" or (token.tag == "NNP" and token.lower.endswith("s"))
    if token.lower == "apiece":
        token.tag = "RB"
    elif before.tag in COUNTING or (token.lower in PLANNING and before.text[0].isupper()):
        if _agrees(before, token, after, several) and _opens(tokens, index + 1):
            steps = (-1,) if after.lower == "to" and token.lower in PLANNING else (-1, 1)
            if not verbal(tokens, index, steps):
                token.tag = "VBZ" if several else "VBP"
    elif before.tag == "CC":
        if several and after.tag in FIGURES and token.lower in NEVER_NOUNS:
            token.tag = "VBZ"                               # is 6 metres wide and weighs 700 kilograms
        elif after.tag in OBJECTS and CLOSED.get(token.lower) == "VBD" and token.lower not in UNCHANGED:
            token.tag = "VBD"                               # weighed 80 kilograms and drank 7 litres
    elif token.tag == "NN" and before.lower in HAVING and _perfected(tokens, index):
        perfect(tokens, index)                              # has risen 15 percent
    if (before.tag in COMPARED or before.lower in MEASURES) and (
            token.lower in COMPARATIVES or (after.lower == "than" and token.lower.endswith("er"))):
        token.tag = "JJR"                                   # 30 percent weaker than


def _adjective(tokens: list[Token], index: int) -> None:
    """An adjective that is a past form (`The index closed 1.02% higher`) or a noun (`their winning streak to nine games`)."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if before.tag in COUNTING and after.tag in FIGURES and token.lower.endswith(PAST_ENDING) and not verbal(tokens, index):
        token.tag = "VBD"
    elif before.tag in MODIFIED and after.tag in ("TO", "IN") and _owned(tokens, index):
        token.tag = "NN"
        if before.head == token.head:
            before.head, before.dep = index, "amod"


def _comparative(tokens: list[Token], index: int) -> None:
    """A comparative that is a noun, since it ends a phrase with an article: `at the pier,`."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if before.tag == "DT" and before.lower != "no" and after.tag in CLOSING and token.lower not in DEGREES:
        token.tag = "NN"


def _adverb(tokens: list[Token], index: int) -> None:
    """An adverb that is a noun: `Its well is deep`, `tonnes of grout into`."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if before.lower in OWNING and after.tag in FINITE:
        token.tag, token.dep = "NN", "nsubj"
    elif before.lower == "of" and after.tag in CLOSING and len(token.text) > LONGEST_SMALL and not token.lower.endswith("ly"):
        token.tag = "NN"


def _preposition(tokens: list[Token], index: int) -> None:
    """A preposition of no closed class that is an abbreviation: `an ev start-up`."""
    token = tokens[index]
    if token.text.isalpha() and len(token.text) < LONGEST_UNKNOWN:
        token.tag = "NN"


def _third_person(tokens: list[Token], index: int) -> None:
    """A verb in -s that is a plural."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if token.dep in NOMINAL_DEPS or (after.lower == "of" and before.tag in QUALIFYING):
        token.tag = "NNS"                                   # packhorses carried; winds of up to 140 km per hour
    elif before.tag in NOUNS and after.lower in AUXILIARIES and not _has_subject(tokens, index):
        token.tag = "NNS"                                   # price increases are expected
    elif before.tag in NOUNS and (verb := _governor(tokens, index)) is not None:
        govern(tokens, index, verb)                         # struck the Odra highlands


def _base_form(tokens: list[Token], index: int) -> None:
    """A base form that is a noun, adjective or past form."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if before.tag == "POS":
        possess(tokens, index)                              # teachers' pay
    elif token.tag == "VBP":
        if token.lower in INTRANSITIVE:
            token.tag = "VBD"                               # volumes shrank
        elif after.lower == "of" and before.tag in QUALIFYING:
            token.tag = "NNS"
    elif before.tag in NOMINAL_BEFORE and before.dep != "mark" and before.lower != "to":
        token.tag = "NN"                                    # gallons of brine
    elif before.tag == "CC" and token.lower.endswith(ADJECTIVAL if after.tag in NOUNS else SUBSTANTIVAL):
        token.tag = "JJ" if after.tag in NOUNS else "NN"    # and barometric pressure dropped
    elif token.lower in NOMINAL:
        rename(tokens, index)


def _past_form(tokens: list[Token], index: int) -> None:
    """A past form or participle that is the other one, or a noun."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if token.lower in NOMINAL:
        rename(tokens, index)
    elif token.tag == "VBD" and token.lower == "aged":
        token.tag = "VBN"                                   # farmers aged 20 to 30 grew
    elif token.tag == "VBD" and before.tag in NOUNS and after.tag == "IN" and token.lower not in INTRANSITIVE:
        predicate = _predicate(tokens, index)
        if predicate is not None:
            reduce(tokens, index, predicate)                # a fossil found in a quarry is old


RULES: dict[str, Callable[[list[Token], int], None]] = {
    "NN": _noun, "NNS": _noun, "NNP": _noun, "JJ": _adjective, "JJR": _comparative, "RB": _adverb, "IN": _preposition, "VBZ": _third_person,
    "VBP": _base_form, "VB": _base_form, "VBD": _past_form, "VBN": _past_form}


def _has_subject(tokens: list[Token], index: int) -> bool:
    """Whether the parse has a subject for a token."""
    return any(token.head == index and token.dep.startswith("nsubj") for token in tokens[:index])


def _governor(tokens: list[Token], index: int) -> int | None:
    """The past form whose object a token ends, with a determiner between; None where there is none."""
    first = index - 1
    while first > 0 and tokens[first].tag in PHRASE:
        first -= 1
    verb = tokens[first]
    governs = verb.tag in ("VBD", "VBN") and verb.lower not in CLAUSAL and any(token.tag == "DT" for token in tokens[first:index])
    return first if governs else None


def govern(tokens: list[Token], index: int, verb: int) -> None:
    """Make a verb's object of what the tagger took for the verb of a clause, and hang on that verb what comes after it."""
    tokens[index].tag = "NNS"
    if _under(tokens, verb, index):
        return
    tokens[index].head, tokens[index].dep = verb, "obj"
    for place, token in enumerate(tokens):
        if token.head == index and place > index:
            token.head = verb
        elif token.head == index and token.dep.startswith("nsubj"):
            token.dep = "compound"


def _owned(tokens: list[Token], index: int) -> bool:
    """Whether a possessive pronoun opens the phrase that a token ends."""
    first = index - 1
    while first > 0 and tokens[first].tag in MODIFIED:
        first -= 1
    return tokens[first].tag == "PRP$"


def _under(tokens: list[Token], index: int, above: int) -> bool:
    """Whether a token hangs on another, however far below it."""
    for _ in tokens:
        if index == above:
            return True
        if tokens[index].head in (index, -1):
            return False
        index = tokens[index].head
    return True


def possess(tokens: list[Token], index: int) -> None:
    """Make a noun of what the tagger took for a verb after a possessive, and hang its owner on it: `a rise in teachers' pay`."""
    token, owner = tokens[index], tokens[index - 2]
    token.tag = "NN"
    if index > 1 and owner.tag in NOUNS and owner.head != index - 2 and not _under(tokens, index - 2, index):
        token.head, token.dep, owner.head, owner.dep = owner.head, owner.dep, index, "nmod:poss"
        for other in tokens[max(0, index - 5):index - 2]:
            if other.head == index - 2 and other.dep == "case":
                other.head = index


def _predicate(tokens: list[Token], index: int) -> int | None:
    """The predicate of the noun before a past form with a preposition behind, where that verb comes after: `a jaw found in Odra is old`."""
    place = index + 1
    while place < len(tokens) and tokens[place].tag in PHRASAL and tokens[place].lower not in SUBORDINATORS:
        place += 1
    if place == len(tokens) or tokens[place].lower not in AUXILIARIES or tokens[place - 1].tag not in COUNTING:
        return None
    return tokens[place].head if tokens[place].dep.startswith(("cop", "aux")) else place


def reduce(tokens: list[Token], index: int, predicate: int) -> None:
    """Make a participle of a past form, and a predicate's subject of the noun before it."""
    participle, noun, main = tokens[index], tokens[index - 1], tokens[predicate]
    for other in tokens[index + 1:predicate]:
        if other.head == predicate and other.dep.startswith("nsubj"):
            other.head, other.dep = index, "obl"
    if main.head == index:
        main.head, main.dep = predicate if participle.head == index else participle.head, participle.dep
    if _under(tokens, predicate, index - 1):
        main.head, main.dep = (predicate, "ROOT") if noun.head in (index - 1, index) else (noun.head, noun.dep)
    participle.tag, participle.head, participle.dep = "VBN", index - 1, "acl"
    noun.head, noun.dep = predicate, "nsubj"
    for place in range(index - 2, -1, -1):
        if tokens[place].tag not in NOUNS:
            break
        tokens[place].head, tokens[place].dep = index - 1, "compound"


def _agrees(before: Token, token: Token, after: Token, several: bool) -> bool:
    """Whether a noun may be the verb of the noun or number before it, by their number."""
    if before.tag == "CD":
        return after.tag == "DT" and not several            # homes from $1 million to $2 million stay a week
    return token.lower in UNCHANGED or token.lower in INTRANSITIVE or (before.tag in ("NNS", "NNPS")) != several


def rename(tokens: list[Token], index: int) -> None:
    """Make a noun of what the tagger took for a participle after a noun: `cut its growth forecast to 2 percent`."""
    token, before = tokens[index], tokens[index - 1]
    if index < 2:
        return
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


def verbal(tokens: list[Token], index: int, steps: tuple[int, ...] = (-1, 1)) -> bool:
    """Whether a token's clause has a finite verb besides, before it or after it, as far as commas and conjunctions bound it."""
    for step in steps:
        place = index + step
        while 0 <= place < len(tokens) and tokens[place].tag not in BOUNDARIES:
            if tokens[place].tag in FINITE:
                return True
            place += step
    return False


def mend(tokens: list[Token]) -> None:
    """Make the noun before a verb its subject where the parse took the sentence for a noun phrase (`The volume of trade amounted to …`)."""
    if len(tokens) > 1 and tokens[0].tag in BASE_FORMS and tokens[1].tag in FINITE and tokens[0].text[0].isupper():
        tokens[0].tag, tokens[0].head, tokens[0].dep = "NNP", tokens[1].head if tokens[1].dep == "aux" else 1, "nsubj"
    deps = [token.dep for token in tokens]
    for index in [place for place, dep in enumerate(deps) if dep == "acl"] if "acl" in deps else ():
        if tokens[index].tag == "VBD" and tokens[index].head == index - 1 and _unattached(tokens, index - 1):
            predicate(tokens, index - 1, index)             # 31 people drowned when a boat sank, police said
    root = next((index for index, token in enumerate(tokens) if token.head == index), None) if "ROOT" in deps else None
    if root is None or tokens[root].tag not in NOUNS:
        return
    verbless = not any(token.tag in FINITE for token in tokens)
    verb = next((index for index, token in enumerate(tokens) if index > root and token.dep == "acl" and token.lower != "aged"
                 and (token.lower in INTRANSITIVE or (verbless and token.head == root and token.tag == "VBN"))), None)
    if verb is not None:
        predicate(tokens, root, verb)
    elif verbless and tokens[-1].text == ".":
        first = next((index for index, token in enumerate(tokens) if token.tag not in SIMPLE), 0)
        if tokens[first].tag == "VBN" and tokens[first - 1].tag in NOUNS:
            predicate(tokens, first - 1, first)             # Two trains collided near Odra.
            for place, token in enumerate(tokens):
                if place < first - 1 and token.head >= first:
                    token.head, token.dep = first - 1, "compound"
                elif place > first and (token.head < first or token.head == place):
                    token.head, token.dep = first, "obl"


def _unattached(tokens: list[Token], noun: int) -> bool:
    """Whether a noun hangs on nothing that it may hang on: it has no preposition and is no subject or object."""
    return tokens[noun].dep in UNATTACHED and not any(token.head == noun and token.dep == "case" for token in tokens[:noun])


def predicate(tokens: list[Token], noun: int, verb: int) -> None:
    """Put a verb in the place of the noun that it was hung on, with that for its subject."""
    token, subject = tokens[verb], tokens[noun]
    token.tag = "VBD" if token.tag == "VBN" else token.tag
    token.head, token.dep = (verb, "ROOT") if subject.head in (noun, verb) else (subject.head, "ccomp")
    subject.head, subject.dep = verb, "nsubj"
