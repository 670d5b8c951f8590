"""The noun phrase of a token: which tokens belong to it, wherever the parse hung them, and where it begins and ends."""
from extractor.retagging import FINITE, NOUNS
from extractor.trees import NOWHERE, Places, Span, Tree

# Tags of what a phrase neither begins nor ends with, and such words.
EDGES = frozenset({"CC", "IN", "TO", "POS", "DT", "PRP$", ","})
REFERRING = frozenset("""its Its their Their his His our Our my My your Your it itself them themselves him himself her herself us worth own
    aged""".split())
# Nouns that a preposition other than `of` goes on, and the words of a noun phrase.
COMPLEMENTED = {
    "in": frozenset({"stake", "interest", "investment", "share", "holding"}),
    "on": frozenset({"tax", "duty", "levy", "tariff", "ban", "limit", "spending"}),
    "for": frozenset({"demand", "price", "bid", "fee", "fund", "rate", "forecast", "quota", "target"})}
OBJECT = NOUNS | {"DT", "JJ", "JJR", "JJS", "CD", "HYPH", "POS", "PRP$"}
# Relations of what stands before the word that it belongs to, and those that no noun before another has: the parse went astray.
STRAY = frozenset({"fixed", "case", "dep"})
MODIFYING = frozenset({"compound", "amod", "nsubj", "flat"}) | STRAY
COMPOUND = NOUNS | {"JJ", "HYPH"}
# Children that are no part of what a noun phrase names, whatever its size.
OUTSIDE = frozenset({"acl:relcl", "acl", "advcl", "appos", "parataxis", "cop", "nsubj", "nsubj:pass", "case", "mark", "cc:preconj", "obl",
                     "obl:unmarked", "advmod", "discourse", "dep", "expl", "aux", "ccomp", "orphan", "vocative", "list"})
DATED = frozenset({"contract", "contracts", "futures", "delivery"})          # named by a month: the March contract


def phrase(tree: Tree, index: int, values: Places = NOWHERE, dates: Places = NOWHERE, own: Places = NOWHERE,
           times: Places = NOWHERE) -> Span:
    """The offsets of a token's noun phrase: no determiner, relative clause or apposition, no date at its start, no time at its end.

    Nothing after the noun that holds one of `values` belongs to it, nor the value `own` whose subject it is, nor the number of a
    noun that is counted: `28 general schools` gives `general schools`.
    """
    tokens = tree.tokens
    counted = _run(tree, index, values) if index in values else NOWHERE
    included = _members(tree, index, values - counted if counted else values, own, counted)
    first = last = index
    while first - 1 in included:
        first -= 1
    while first < index and _edge(tree, first, NOWHERE if tokens[index].lower in DATED else dates):
        first += 1
    first = _named_from(tree, first, values, dates, own)
    first = _within_name(tree, _whole_word(tree, first, index, own), index)
    while last + 1 in included and tokens[last + 1].tag not in FINITE:
        last += 1
    while last + 1 < len(tokens) and _named_on(tree, last) and last + 1 not in values and last + 1 not in dates:
        last += 1                                       # the Small-Cap 600, the Orbit 14 Pro
    last = _to_name_end(tree, last, first)
    if _complemented(tree, last):
        last = _complement(tree, last, values | dates | times | own, times)
    while last > index and _edge(tree, last, times or dates):
        last -= 1
    if last == index:
        while _compounded(tree, last) and last + 1 not in values | dates | times | own:
            last += 1                                   # the Chilean composer, where the parse has the first word
    return tokens[first].start, tokens[last].end


def _within_name(tree: Tree, first: int, noun: int) -> int:
    """Where a phrase begins that would begin inside a name that holds its noun: with the name."""
    start, reached = tree.tokens[first].start, tree.tokens[noun].start
    for name in tree.sentence.names:
        if name.start < start < name.end and reached < name.end:
            first = min(first, tree.at(name.start))
    return first


def _to_name_end(tree: Tree, last: int, first: int) -> int:
    """Where a phrase ends that would end inside a name: with the name."""
    start, opening = tree.tokens[last].start, tree.tokens[first].start
    for name in tree.sentence.names:
        if name.start <= start < name.end and opening <= name.start:
            last = max(last, tree.at(name.end - 1))
    return last


def _complemented(tree: Tree, last: int) -> bool:
    """Whether a token is a noun with the preposition of its complement behind it: `of` after any, others after nouns that take them."""
    if last + 2 >= len(tree.tokens) or tree.tokens[last].tag not in NOUNS:
        return False
    case = tree.tokens[last + 1].lower
    return case == "of" or (case in COMPLEMENTED and tree.tokens[last].lower.removesuffix("s") in COMPLEMENTED[case])


def _complement(tree: Tree, last: int, barriers: Places, times: Places) -> int:
    """The end of a phrase whose last noun has a complement right behind it that the parse hung elsewhere; `last` where it has none.

    `the basic version of the Orbit 14 Pro`, `a stake in the port`
    """
    end = place = last + 1
    while end + 1 < len(tree.tokens) and end + 1 not in barriers and tree.tokens[end + 1].tag in OBJECT:
        end += 1
    if end == place or tree.tokens[end].tag not in NOUNS or end + 1 in barriers - times or tree.tokens[place + 1].text in REFERRING:
        return last
    included = _members(tree, end, barriers, NOWHERE, NOWHERE)
    while end + 1 in included and tree.tokens[end + 1].tag not in FINITE:
        end += 1
    return end


def whole(tree: Tree, index: int) -> Span:
    """The offsets of a token's noun phrase, whatever values and times it holds."""
    if index not in tree.phrases:
        tree.phrases[index] = phrase(tree, index)
    return tree.phrases[index]


def _run(tree: Tree, index: int, values: Places) -> Places:
    """The tokens of the value that a token belongs to."""
    first = last = index
    while first - 1 in values:
        first -= 1
    while last + 1 in values:
        last += 1
    return frozenset(range(first, last + 1))


def _named_from(tree: Tree, first: int, *barriers: Places) -> int:
    """Where a phrase begins that would begin inside a name or compound: with the words before it that point into it or beyond."""
    while first > 0:
        token = tree.tokens[first - 1]
        modifying = token.tag in ("NN", "JJ") and tree.deps[first - 1] in MODIFYING
        joined = modifying or token.tag in ("NNP", "NNPS") or (token.tag == "CD" and _numbered(tree, first - 1))
        if not joined or token.text in REFERRING or (token.head < first and token.dep not in STRAY):
            break
        if not (tree.tokens[first].tag in COMPOUND or _numbered(tree, first)) or any(first - 1 in places for places in barriers):
            break
        first -= 1
    return first


def _compounded(tree: Tree, last: int) -> bool:
    """Whether the noun after a singular noun belongs to it, though the parse made it an adverbial of the verb."""
    if last + 1 >= len(tree.tokens) or tree.tokens[last].tag not in ("NN", "NNP"):
        return False
    after = tree.tokens[last + 1]
    return after.tag in ("NN", "NNS") and after.text.islower() and after.dep in ("advmod", "dep", "obj", "xcomp", "fixed")


def _named_on(tree: Tree, last: int) -> bool:
    """Whether the token after another goes on a name with a figure in it."""
    token, after = tree.tokens[last], tree.tokens[last + 1]
    if after.tag == "CD":
        return token.tag in ("NNP", "NNPS")
    named = after.tag in NOUNS and after.text[0].isupper()
    return named and token.tag == "CD" and last > 0 and tree.tokens[last - 1].tag in NOUNS and tree.tokens[last - 1].text[0].isupper()


def _numbered(tree: Tree, index: int) -> bool:
    """Whether a token is the figure within a name: `Orbit 12 Pro`."""
    if not 0 < index < len(tree.tokens) - 1 or tree.tokens[index].tag != "CD" or not tree.tokens[index].text.isdigit():
        return False
    before, after = tree.tokens[index - 1], tree.tokens[index + 1]
    return before.tag in NOUNS and not before.text.islower() and after.tag in NOUNS and after.text[0].isupper()


def _whole_word(tree: Tree, first: int, noun: int, own: Places) -> int:
    """Where a phrase begins that would begin inside a hyphenated word: with the word, or after it where it holds the value ittree."""
    while first > 1 and tree.tokens[first - 1].text == "-" and tree.tokens[first - 1].end == tree.tokens[first].start:
        if first - 2 in own:
            return min(first + 1, noun)
        first -= 2
    return first


def _edge(tree: Tree, index: int, times: Places) -> bool:
    """Whether a phrase neither begins nor ends with a token."""
    token = tree.tokens[index]
    return token.tag in EDGES or token.text in REFERRING or not token.text[0].isalnum() or index in times


def _members(tree: Tree, noun: int, barriers: Places, own: Places, counted: Places) -> set[int]:
    """The tokens that belong to a noun's phrase, wherever they stand."""
    included, left, children = {noun}, [noun], tree.children
    before: set[int] = set()                            # what stands before its noun, with all that hangs on it
    while left:
        index = left.pop()
        for child in children[index]:
            if child < index != noun or index in before:
                before.add(child)
            if child in counted and tree.tokens[child].tag == "CD":
                continue
            value = _barred(tree, child, barriers) if child > index and child not in before else _measured(tree, child, own)
            if not value and not _apart(tree, index, child, top=index == noun):
                included.add(child)
                left.append(child)
    return included


def _apart(tree: Tree, index: int, child: int, top: bool) -> bool:
    """Whether a child says something of its noun without being part of its name."""
    token = tree.tokens[child]
    if token.dep == "acl:relcl":
        return True
    case = ""
    for below in reversed(tree.children[child]):
        word = tree.tokens[below].lower
        if word == "but":
            return True
        if tree.deps[below] == "case":
            case = word
    if case == "than":
        return True
    if token.lower == "aged" and child == index + 1:
        return False                                    # farmers aged 20 to 30
    if not top or (token.dep == "appos" and child == index + 1):                    # the ferry Santa Brígida
        return False
    if case == "of" and token.dep in ("appos", "obl"):
        return False
    if child == index + 1 and token.tag == "VBN" and tree.tokens[index].lower == "those":
        return False                                    # those given the pill
    nearer = child > index + 1 and tree.tokens[child - 1].tag in NOUNS
    if token.dep == "acl" and token.tag == "VBG" and nearer:                        # citizens studying in Russia
        return False
    if token.dep == "acl" and token.tag == "VBG" and tree.child(child, "mark") is not None:
        return False                                    # support for joining the union
    return token.dep in OUTSIDE or (token.dep.startswith("det") and child < index) or token.tag in ("PRP$", "WP$")


def _measured(tree: Tree, child: int, own: Places) -> bool:
    """Whether what stands before a noun is the value ittree or compared by it: not `three-day` in `a three-day winning run`."""
    return child in own or (tree.tokens[child].tag in ("JJR", "RBR", "CD") and _holds(tree, child, own))


def _barred(tree: Tree, child: int, barriers: Places) -> bool:
    """Whether what hangs behind a noun is a value or opens with one; the measure of an inner noun is none (`a home with a $9 loan`)."""
    return child in barriers or (tree.deps[child] != "nmod" and _holds(tree, child, barriers))


def _holds(tree: Tree, index: int, places: Places) -> bool:
    """Whether a token or what hangs on it is one of some tokens."""
    if index in places:
        return True
    left = list(tree.children[index]) if places else []
    while left:
        index = left.pop()
        if index in places:
            return True
        left += tree.children[index]
    return False
