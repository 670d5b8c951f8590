"""What a value is about by what stands right beside it: its owner, its scope, the noun that it describes or that leads to it.

- an owner or scope: `the city's 38 ploughs`, `60 percent of its revenue`, `($6.4 billion in the non-oil sector)`
- a noun behind it: `a $150,000 contract`, `the best $200 phones`
- a noun before it: `imports of $1.99 million`, `a firm with 500 workers`, `a mirror 8 metres across`, `Ivo Lund (9.7 points)`
- what it is added to or taken from: `knocked $20 million off the estate's value`
"""
from extractor import clauses
from extractor.marks import COUNTED, HEDGES, Found, Sought
from extractor.retagging import FINITE
from extractor.sources import SAYING
from extractor.trees import Span, Tree

DIVIDED = frozenset({"percent", "ratio", "ordinal", "quantity", "money", "duration"})    # `of` after it names what it measures
HELD = frozenset({"percent", "ratio", "money"})
TOTALS = clauses.TOTALS | {"combined", "range"}
ADJECTIVES = frozenset({"money", "quantity", "percent"})     # the best $200 phones, a fast 5 kW charger
TAKING = ("wip", "shav", "knock", "slic", "cut", "trim", "slash", "strip", "lop", "deduct")
DIMENSIONS = frozenset("across wide long deep high tall thick".split())
PLACED = frozenset({"above", "below", "off", "beneath", "from"})       # a ledge 400 metres above the valley
SYMBOL = 3                # letters that the longest symbol of a unit may have
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH"})
ADVERBIAL = frozenset({"exchange", "total", "all", "return", "addition", "part", "turn", "cash", "advance", "fact", "court", "effect"})
LEADING = frozenset({"of", "with", "worth"})
SCOPES = frozenset({"in", "from", "for", "among", "at", "on", "to", "by", "of"})


def possessed(sought: Sought, head: int) -> int | None:
    """Whose a counted thing is: `the city's 38 ploughs`, `Norway's third-largest bank`."""
    tree, proposal = sought.tree, sought.proposal
    inside = sought.inside
    before, after = inside.start - 1, inside.stop
    if proposal.type == "count" and after + 1 < len(tree.tokens) and tree.tokens[after].lower == "of":
        whole = tree.up(after)
        partitive = whole is not None and proposal.rule == "count.partitive"
        owner = None
        if whole and partitive:
            owner = next((child for child in tree.children[whole] if tree.tokens[child].dep == "nmod:poss"), None)
        if owner is not None and owner > after and tree.is_noun(owner) and tree.tokens[head].dep != "nsubj":
            return owner                                    # two of Norway's ports
        named = tree.tokens[after + 1].tag in ("NNP", "NNPS") or tree.tokens[after + 1].text == "The"
        if proposal.unit and named and whole is not None and whole > after:
            return whole                                    # five new seasons of Harbour Street
    if proposal.type != "count" or before < 1 or tree.tokens[before].tag != "POS" or before - 1 in sought.marks.times:
        return None
    return before - 1 if tree.is_noun(before - 1) else None


def moved(sought: Sought, head: int) -> int | None:
    """What a value is added to or taken from: `knocked $20 million off the estate's value`, `adding 20 cents to the price`."""
    tree, proposal = sought.tree, sought.proposal
    after = sought.inside.stop
    if proposal.type not in ADJECTIVES or after >= len(tree.tokens) or tree.tokens[after].lower not in ("to", "from", "off", "onto"):
        return None
    verb = clauses.verb_before(tree, sought.inside.start, sought.marks.values, sought.marks.times)
    below = tree.up(after)
    if verb is None or below is None or below <= after or sought.is_value(below) or not tree.is_noun(below):
        return None
    return below if tree.tokens[verb].lower.startswith("add" if tree.tokens[after].lower in ("to", "onto") else TAKING) else None


def apposed(sought: Sought, head: int) -> tuple[int, int] | None:
    """The noun that a value is put beside as what it is now: `sees unemployment, now 5.2 percent, falling`."""
    tree, word = sought.tree, sought.inside.start - 1
    while word > 0 and tree[word].lower in HEDGES:
        word -= 1
    if word < 2 or tree[word].lower not in ("now", "currently") or tree[word - 1].text != "," or not tree.is_noun(word - 2):
        return None
    return None if sought.is_value(word - 2) else clauses.noun_phrase(tree, word - 2, sought.marks.values, sought.marks.dates)


def taken(sought: Sought, head: int) -> int | None:
    """What is taken as the one of a rank: `learned Russian as a second language`, `Ana Berg was named as its third coach`."""
    tree = sought.tree
    if sought.proposal.type != "ordinal" or tree.case(head) != "as":
        return None
    before = next(child for child in tree.children[head] if tree.deps[child] == "case") - 1
    if before >= 0 and tree.is_verb(before):
        return next((child for child in tree.children[before] if tree.tokens[child].dep == "nsubj:pass" and tree.is_noun(child)), None)
    named = before > 0 and (tree.is_noun(before) or (tree.tokens[before].tag == "JJ" and tree.tokens[before].text[0].isupper()))
    if not named or sought.is_value(before):
        return None
    while tree.deps[before] == "flat" and tree.up(before) == before - 1:
        before -= 1
    return before


def bracketed(sought: Sought, head: int) -> tuple[int, int] | None:
    """The name that a value stands behind in brackets: `Ana Berg (9.5 points), Ivo Lund (9.7 points)`."""
    tree, proposal = sought.tree, sought.proposal
    name = sought.inside.start - 2
    if name < 0 or tree.tokens[name + 1].text not in "([" or proposal.relation == "same_as":
        return None
    if not tree.is_noun(name) or sought.is_value(name):
        return None
    return clauses.noun_phrase(tree, name, sought.marks.values, sought.marks.dates)


def measured(sought: Sought, head: int) -> tuple[int, int] | None:
    """The noun that a measure stands right behind: `a mirror 8 metres across`, `landslides up to 6 feet deep`."""
    tree, after = sought.tree, sought.inside.stop
    noun = sought.inside.start - 1
    if sought.proposal.type == "quantity" and 0 < noun < after < len(tree.tokens) and tree.tokens[after].tag in FINITE:
        named = tree.tokens[noun].tag in ("NNP", "NNPS") and tree.tokens[noun - 1].text[0].isupper() and not sought.is_value(noun)
        return clauses.noun_chunk(tree, noun) if named else None                # Orbit Pro 16 inch is sold out
    if sought.proposal.type != "quantity" or after + 1 >= len(tree.tokens):
        return None
    placed = tree.tokens[after].lower in PLACED or (tree.tokens[after].lower in ("up", "down") and tree.tokens[after + 1].tag == "DT")
    if not placed and tree.tokens[after].lower not in DIMENSIONS:
        return None
    while noun > 0 and tree.tokens[noun].lower in HEDGES and tree.tokens[after].lower in DIMENSIONS:
        noun -= 1
    if noun < 0 or not tree.is_noun(noun) or sought.is_value(noun):
        return None
    if placed and tree.tokens[noun].tag in ("NNP", "NNPS"):
        return None                                         # at Lund 4 km above the dam
    return clauses.noun_chunk(tree, noun)


def _those(sought: Sought, those: int) -> tuple[int, int] | None:
    """`those tested`, `those aged 18 to 29` after a share."""
    tree, last = sought.tree, those + 1
    if tree[last].tag not in ("VBN", "JJ"):
        return None
    while tree[those + 1].lower == "aged" and last + 1 in sought.marks.values:
        last += 1
    return those, last


def scoped(sought: Sought, head: int) -> Found:
    """What stands right after a value as its own scope: `60 percent of its revenue`, `($6 billion in the non-oil sector)`."""
    tree, proposal = sought.tree, sought.proposal
    after = _past_brackets(sought, sought.inside.stop)
    if after >= len(tree.tokens) or after < head:
        return None
    case, dep, kind = tree.tokens[after].lower, tree.tokens[after].dep, proposal.type
    if dep != "case" and not (dep == "mark" and case == "of"):
        return None
    if kind == "percent" and case == "of" and after + 2 < len(tree.tokens) and tree.tokens[after + 1].lower == "those":
        return _those(sought, after + 1)
    below = tree.up(after)
    if below is None or below < after or sought.is_value(below) or not tree.is_noun(below):
        return None
    if case == "for" and sought.old and tree.tokens[sought.inside.start - 1].lower in ("against", "with", "to"):
        return below                                        # against 33 percent for the Greens
    if kind == "quantity" and tree.case(head) == "within":
        return None                                         # within 6 million km of the sun
    noun = tree.tokens[below]
    bare = after + 1 == below and noun.tag in ("NN", "NNS") and noun.lower not in ADVERBIAL      # $1 billion in gains
    if (case == "of" and kind in DIVIDED and not (kind in HELD and _held(sought, head))) or (case == "in" and kind == "money" and bare):
        return below
    return below if case in SCOPES and proposal.relation == "part_of" and kind not in COUNTED else None


def _past_brackets(sought: Sought, index: int) -> int:
    """The token after a restatement in brackets that begins at a token: `8,200 hectares (20,300 acres) of forest`."""
    tokens = sought.tree.tokens
    if index + 1 < len(tokens) and tokens[index].text == "(" and sought.is_value(index + 1):
        return next((place + 1 for place in range(index + 2, min(index + 10, len(tokens))) if tokens[place].text == ")"), index)
    return index


def _held(sought: Sought, head: int) -> bool:
    """Whether a value is what someone has, wins, buys or makes up: `Peru accounted for 9.4 percent of the imports` is about Peru."""
    tree, first = sought.tree, sought.inside.start - 1
    while first > 0 and tree.tokens[first].lower in HEDGES:
        first -= 1
    verb = tree.up(head)
    if verb is None or not tree.is_verb(verb) or tree.deps[head] not in ("obj", "obl") or tree.tokens[verb].lower in SAYING:
        return False
    if tree.case(head) == "with" or tree.tokens[first].text == ",":
        return False                                        # pay with $5 million of its cash; 64 flights, a third of the schedule
    named = tree.child(verb, "nsubj")
    above = tree.up(verb) if named is None and tree.deps[verb] == "conj" else None
    named = tree.child(above, "nsubj") if above is not None else named
    return named is not None and tree.tokens[named].dep == "nsubj" and named < verb < head


def described(sought: Sought, head: int) -> int | None:
    """The noun that a value stands before as an adjective: `a £95m impairment charge`, `the 5.2-litre engine`."""
    tree, proposal = sought.tree, sought.proposal
    hyphened = proposal.type == "count" and "-" in tree.sentence.text[proposal.start:proposal.end]         # a four-storey block
    if proposal.type in COUNTED and not hyphened:
        return None
    inside = sought.inside
    before, after = inside.start - 1, _past_brackets(sought, inside.stop)
    if proposal.per and after + 1 < len(tree.tokens) and tree.tokens[after].lower in ("a", "an", "per"):
        after += 2                                          # a $3,500 a month mortgage
        if before < 0 or tree.tokens[before].tag != "DT":
            return None
    if after >= len(tree.tokens):
        return None
    named = proposal.type == "number" and before > 0 and tree.tokens[before].tag == "NN" and tree.tokens[before - 1].tag == "DT"
    if named and tree.is_noun(after):
        return after                                        # a magnitude 7.0 quake
    while proposal.type == "duration" and before > 0 and tree.tokens[before].tag == "JJ" and tree.tokens[before].head not in inside:
        before -= 1                                         # the key 30-year rate
    determined = before >= 0 and tree.tokens[before].tag in ("DT", "PRP$", "POS")
    if determined and tree.tokens[before].tag == "DT" and tree.tokens[before].head in inside and tree.tokens[after - 1].tag == "NNS":
        return None                                         # the 5 miles
    loose = (proposal.type in ADJECTIVES or proposal.rule == "ratio.out_of") and tree.tokens[after - 1].tag != "NNS"
    bare = loose and _modifies(tree, after) and (tree.is_noun(after) or (tree.tokens[after].tag == "JJ" and _singular(sought)))
    if not determined and (not bare or tree.tokens[after].tag == "JJR"):
        return None                                         # winds are 30% weaker
    last = None
    while after < len(tree.tokens) and _modifies(tree, after) and after not in sought.marks.times:
        last, after = (after if tree.is_noun(after) else last), after + 1
    if last is None and "-" in tree.sentence.text[proposal.start:proposal.end] and after < len(tree.tokens) and tree.is_verb(after):
        last = after                                        # the 32-milligram limit, taken for a verb
    return last


def _singular(sought: Sought) -> bool:
    """Whether a measure's unit is a word in the singular, as before a noun: `the utility's 550 megawatt Odra wind farm`."""
    unit = sought.tree[sought.inside.stop - 1]
    return sought.proposal.type == "quantity" and unit.tag == "NN" and len(unit.text) > SYMBOL and not unit.lower.endswith("s")


def _modifies(tree: Tree, index: int) -> bool:
    """Whether a token after a value may stand between it and the noun that it describes, or be that noun."""
    token = tree.tokens[index]
    if token.lower in ("apiece", "each", "year", "month", "quarter", "week", "day"):
        return False                                        # 40 cents apiece, 9% year on year
    owning = token.tag == "POS" and index + 1 < len(tree.tokens) and tree.is_noun(index + 1)
    return owning or token.tag in MODIFIERS or (token.tag == "RB" and token.text[0].isupper()) or tree.hyphened(index)


def led(sought: Sought, head: int) -> int | None:
    """The noun before `of`, `with` or `worth` and a value: `imports of $2 million and exports of $3 million`, `a firm with 500 workers`.

    Read off the text, since the parse of a list or of a noun's many phrases goes astray.
    """
    tree, proposal = sought.tree, sought.proposal
    joint = sought.inside.start - 1
    while joint > 0 and tree.tokens[joint].lower in HEDGES:
        joint -= 1
    word, noun = tree.tokens[joint].lower if joint > 0 else "", joint - 1
    if word not in LEADING:
        return None
    if word == "with" and tree.tokens[noun].text == "," and noun - 1 in sought.marks.values:
        noun -= 1                                           # Britain's fourth-largest pub group, with 1,140 sites
    comma = word == "with" and tree.tokens[joint - 1].text == ","
    apposed = comma and noun in sought.marks.counted and tree.tokens[noun].tag in ("NN", "NNP")
    if not tree.is_noun(noun) or (sought.is_value(noun) and not apposed):
        return None
    if tree.tokens[noun].lower in TOTALS and tree.tokens[noun - 1].lower != "the":
        return None
    nounless = proposal.rule == "count.group" or (sought.old and proposal.rule.endswith(".elided"))
    if word == "of" and proposal.type in COUNTED and not nounless:
        return None
    return noun if word != "with" or apposed or tree.deps[noun] not in ("obj", "obl") or tree.tokens[noun].tag in ("NNP", "NNPS") else None


def named_before(sought: Sought) -> Span | None:
    """The name that an age stands behind: `Mayor-elect Maria Ortega, 45`."""
    tree = sought.tree
    comma = sought.inside.start - 1
    if comma > 0 and all(tree[index].tag == "NNP" and tree[index].text[0].isupper() for index in (comma - 1, comma)):
        comma += 1                                          # Ana Berg 44 has left
    elif comma <= 0 or tree[comma].text not in (",", "("):
        return None
    first = comma
    while first > 0 and (tree.hyphened(first) or tree.hyphened(first - 1) or (
            tree[first - 1].text[0].isupper() and (tree.is_noun(first - 1) or tree[first - 1].tag == "JJ"))):
        first -= 1                                          # Mayor-elect Maria Ortega
    return (tree[first].start, tree[comma - 1].end) if first < comma else None
