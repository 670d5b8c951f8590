"""What a value measures, counts for or says something of: its subject, read off the dependency tree.

Every rule goes from the head of the value's span to one noun, or gives up: a wrong subject is worse than none.

- along the verb: `Nvidia advanced 8%`, `the quota was 250`, `raised its dividend to 5 cents`, `which has 13,000 workers`
- along the noun: `imports of $1.99 million`, `a $150,000 contract`, `a 4 percent drop in sales`, `60 percent of its revenue`
- in brackets and lists with a scope of their own: `($6.4 billion in the non-oil sector)`
- beside the name: `John Smith, 45,`
"""
import re
from dataclasses import dataclass
from typing import TypeAlias

from extractor import clauses
from extractor.fact import TEMPORAL
from extractor.pronouns import NAMELESS, PRONOUNS, Topic, across_sentences, plural, within_sentence
from extractor.proposals import Proposal
from extractor.relations import CHANGES
from extractor.sources import SAYING, says
from extractor.trees import FINITE, RELATIVE, Places, Span, Tree

Found: TypeAlias = int | tuple[int, int] | None      # the noun that heads a subject, or the first and last token of its phrase
FARTHEST = 6     # verbs that a value may be away from the one that names its subject
DIVIDED = frozenset({"percent", "ratio", "ordinal", "quantity", "money"})    # `of` after it names what it measures
COUNTED = frozenset({"count", "ordinal"})
# Nouns that name a change or an amount of something else: the subject is what changes.
CHANGE = frozenset("""rise increase gain jump surge advance rally leap spike hike boost growth improvement uptick raise rebound climb
    fall drop decline decrease slide tumble plunge loss dip cut reduction slump contraction downturn slowdown discount dive retreat change
    difference total average rate level number amount figure share proportion percentage majority maximum minimum range premium swing
    shift""".split())
LEVELS = frozenset("total average rate level number amount figure share proportion percentage range".split())
HELD = frozenset({"percent", "ratio", "money"})
TOTALS = clauses.TOTALS | {"combined", "range"}
ADJECTIVES = frozenset({"money", "quantity", "percent"})     # the best $200 phones, a fast 5 kW charger
TAKING = ("wip", "shav", "knock", "slic", "cut", "trim", "slash", "strip", "lop", "deduct")
COMPARING = frozenset("above below behind ahead more less higher lower short beyond".split())
# Endings of nouns that name what someone does.
DEEDS = ("tion", "sion", "ment", "livery", "posal", "oval", "ival", "ing", "loss", "purchase", "sale", "order", "launch", "equivalent")
AGED = re.compile(r"[^,]\s(?:aged|age of|in the)\s$")        # no aside: women aged 25, the 15-49 age group
DIMENSIONS = frozenset("across wide long deep high tall thick".split())
HEDGES = frozenset("about around roughly approximately nearly almost some only just over under more less than at least up to between a an "
                   "the as little many much".split())
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH"})
DIRECTIONS = frozenset(a + b for a in ("", "north", "south") for b in ("east", "west", "north", "south")) | {"away", "off"}
OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your", "whose", "each", "both", "all", "which", "who", "that"})
HELD_BY = frozenset({"with", "of", "by"})
# Verbs whose object is the subject of the infinitive after it: `expects the rate to end the year at 3.75 percent`.
CONTROL = ("expect", "see", "saw", "allow", "caus", "forc", "help", "want", "ask", "enabl", "project", "estimat", "forecast", "push")
PREDICATES = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RP"})      # 90 miles wide, 0.7 percent lower, up 3 points
CLAUSES = frozenset({"xcomp", "conj", "advcl", "ccomp", "parataxis", "acl"})
ADVERBIAL = frozenset({"exchange", "total", "all", "return", "addition", "part", "turn", "cash", "advance", "fact", "court", "effect"})
PLACES = frozenset({"in", "from", "at", "on", "by", "for", "among", "between", "across"})
SCOPES = frozenset({"in", "from", "for", "among", "at", "on", "to", "by", "of"})
OBLIQUE = frozenset({"to", "from", "by", "at", "for", "between", "as"})


@dataclass(frozen=True, slots=True)
class Marks:
    """The tokens of a sentence's values and times."""

    values: Places
    times: Places
    dates: Places
    counted: Places               # values that count a noun
    solid: Places                 # values that no phrase holds: not `the four districts` in `deaths in the four districts`
    old: frozenset[int]           # values by identity that another changed from or is compared with: they share that one's subject


def counted_noun(tree: Tree, proposal: Proposal) -> Span | None:
    """The noun that a count counts, without its number."""
    inside = [index for index in tree.indices(proposal.start, proposal.end) if tree[index].tag not in ("CD", "HYPH", "IN")]
    return (tree[inside[0]].start, tree[inside[-1]].end) if inside and proposal.unit else None


def marks(tree: Tree, facts: list[Proposal]) -> Marks:
    """The marks of a sentence with its facts."""
    values: list[Span] = []
    times: list[Span] = []
    dates: list[Span] = []
    counted: list[Span] = []
    solid: list[Span] = []
    for fact in facts:
        span = (fact.start, fact.end)
        if fact.type in TEMPORAL:
            times.append(span)
            if fact.type == "date":
                dates.append(span)
            continue
        values.append(span)
        if fact.type in COUNTED and fact.unit:
            counted.append(span)
        if not inner(tree, fact):
            solid.append(span)
    old = frozenset(id(fact.relation_to) for fact in facts if fact.relation in CHANGES)
    return Marks(tree.inside(values), tree.inside(times), tree.inside(dates), tree.inside(counted), tree.inside(solid), old)


def inner(tree: Tree, fact: Proposal) -> bool:
    """Whether a value may stand within a noun's phrase: `deaths in the four districts`, `women aged 25`, `a second stroke`."""
    if fact.type == "age":
        return AGED.search(tree.sentence.text[max(0, fact.start - 12):fact.start]) is not None
    if fact.type not in COUNTED:
        return False
    head = tree.head(fact.start, fact.end)
    case = "" if head is None else tree.case(head)
    return case != "" if fact.type == "ordinal" else bool(fact.unit) and case in PLACES


@dataclass(frozen=True, slots=True)
class Sought:
    """A value whose subject is sought: its proposal, its sentence's tree, and what is marked in it."""

    proposal: Proposal
    tree: Tree
    marks: Marks
    inside: range                 # the value's own tokens

    @property
    def old(self) -> bool:
        """Whether another value changed from this one or is compared with it."""
        return id(self.proposal) in self.marks.old

    def is_value(self, index: int) -> bool:
        """Whether a token belongs to a value or time."""
        return index in self.marks.values or index in self.marks.times


def find(proposal: Proposal, tree: Tree, marked: Marks, before: Topic | None = None) -> Span | None:
    """The offsets of a value's subject, None where the text names none; `before` is what the sentence before was about."""
    own = tree.indices(proposal.start, proposal.end)
    sought = Sought(proposal, tree, marked, own)
    head = tree.head(proposal.start, proposal.end)
    beside = _named_before(sought) if proposal.type == "age" else None
    if beside is not None:
        return beside
    found = None if head is None else _subject(sought, head)
    if isinstance(found, tuple):
        first, last = found
        first += tree[first].lower == "own" and first < last
        if any(index in marked.times and tree[index + 1].tag == "IN" for index in range(first, last)):
            return None                                     # two minutes into stoppage time Ross headed in
        while last > first and (last in marked.times or tree[last].tag in ("IN", "DT")):
            last -= 1
        return tree[first].start, tree[last].end
    if found is not None and (tree[found].lower in OWNERS or tree[found].start < tree.body <= proposal.start):
        return None
    if found is not None and tree.dep(found) == "appos" and tree.up(found) == found - 1 and not sought.is_value(found - 1):
        found -= 1                                          # the ferry Santa Brígida
    if found is not None and tree[found].tag == "PRP":
        filler = proposal.type in ("ordinal", "duration") and tree[found].lower == "it"      # It was the third case, it took two years
        return None if filler else across_sentences(tree, found, before)
    if found is None or not tree[found].text[0].isalnum() or tree[found].tag in ("VBN", "VBD", "VBG"):
        return None
    if sought.is_value(found) and found not in marked.counted:
        return None
    if proposal.type == "age" and tree[found].start < proposal.start:
        return _bare(tree, found, tree.phrase(found, marked.values, marked.dates))
    return tree.phrase(found, marked.solid, marked.dates, frozenset(range(own.start, own.stop + (2 if proposal.per else 0))), marked.times)


def _bare(tree: Tree, noun: int, phrase: Span) -> Span:
    """A noun's phrase up to what follows the noun or name: `people aged 12` gives `people`."""
    last = noun
    while last + 1 < len(tree.tokens) and tree.is_noun(last + 1) and tree[last + 1].end <= phrase[1]:
        last += 1
    return phrase[0], tree[last].end


def _subject(sought: Sought, head: int) -> Found:
    """The noun that a value headed by a token is about: by the rule that looks closest at the value, in this order."""
    if sought.proposal.type == "age":
        aged = _aged(sought, head)
        return _adjacent(sought, head) if aged is None else aged
    if sought.proposal.type == "duration" and _spanning(sought.tree, head):
        return None                                         # when, not how long
    if sought.proposal.rule == "count.partitive" and sought.proposal.number == 1:
        return None                                         # one of the best
    for rule in NEAR if sought.old else NEAR + FAR[:1] if sought.proposal.type == "ordinal" else NEAR + FAR:
        found = rule(sought, head)
        if found is not None:
            return found
    return None


def _spanning(tree: Tree, head: int) -> bool:
    """Whether a length of time tells when something happened, not how long it took: `after nine hours`, `within a day`."""
    case, dep = tree.case(head), tree.dep(head)
    return (case in ("after", "within") and dep in ("obl", "nmod")) or (case == "in" and dep == "nmod")     # a rise in three years


def _adjacent(sought: Sought, head: int) -> tuple[int, int] | None:
    """The noun phrase before the verb that a value follows at once: `Copper rose 2 percent and zinc added 15 cents`."""
    tree, proposal = sought.tree, sought.proposal
    if tree.is_verb(head):
        return None                                         # prices tripled
    verb = clauses.verb_before(tree, sought.inside.start, sought.marks.values, sought.marks.times)
    first = sought.inside.start
    if proposal.type == "count" and first > 0 and tree[first - 1].lower in ("in", "across") and tree.dep(first - 1) == "case":
        return None                                         # mere places: in 23 countries
    if verb is None and (proposal.type not in COUNTED or proposal.rule.endswith(".elided")):
        return clauses.verbless(tree, sought.inside.start, sought.marks.values, sought.marks.times)
    if verb is not None and tree[verb].lower.startswith("put") and tree[verb + 1].tag == "PRP":
        return None                                         # a survey put him on 44 percent
    if verb is None or (tree[verb].lower in SAYING and not tree[verb].lower.startswith("add")):
        return None
    found = clauses.subject_before(tree, verb, sought.marks.solid, sought.marks.dates)
    return None if found is not None and found[0] in sought.marks.values else found


def _clause(sought: Sought, head: int) -> Found:
    """The subject by the clause: the value's own where it is the predicate, else that of what it hangs on."""
    tree = sought.tree
    head = _total(tree, head)
    if tree.is_verb(head):                                  # to double the levy; prices tripled
        thing = tree.child(head, "obj")
        return thing if thing is not None and tree.is_noun(thing) else _of_verb(sought, head, head)
    if sought.proposal.type in COUNTED and tree.dep(head) == "nsubj":
        return _place(sought, head)
    for index in (head, *sought.inside):
        named = tree.child(index, "nsubj")
        if named is not None and tree.dep(head) != "nsubj" and named < head:
            return _antecedent(tree, named)
    return _upwards(sought, head)


def _possessed(sought: Sought, head: int) -> int | None:
    """Whose a counted thing is: `the city's 38 ploughs`, `Norway's third-largest bank`."""
    tree, proposal = sought.tree, sought.proposal
    inside = sought.inside
    before, after = inside.start - 1, inside.stop
    if proposal.type == "count" and after + 1 < len(tree.tokens) and tree[after].lower == "of":
        whole = tree.up(after)
        owner = None if whole is None or proposal.rule != "count.partitive" else tree.child(whole, "nmod:poss")
        if owner is not None and owner > after and tree.is_noun(owner) and tree[head].dep != "nsubj":
            return owner                                    # two of Norway's ports
        named = tree[after + 1].tag in ("NNP", "NNPS") or tree[after + 1].text == "The"
        if proposal.unit and named and whole is not None and whole > after:
            return whole                                    # five new seasons of Harbour Street
    if proposal.type != "count" or before < 1 or tree[before].tag != "POS" or before - 1 in sought.marks.times:
        return None
    return before - 1 if tree.is_noun(before - 1) else None


def _moved(sought: Sought, head: int) -> int | None:
    """What a value is added to or taken from: `wiped $340 million from the company's value`, `adding 20 cents to the price`."""
    tree, proposal = sought.tree, sought.proposal
    after = tree.at(proposal.end)
    if after >= len(tree.tokens) or proposal.type not in ADJECTIVES or tree[after].lower not in ("to", "from", "off", "onto"):
        return None
    verb = clauses.verb_before(tree, sought.inside.start, sought.marks.values, sought.marks.times)
    below = tree.up(after)
    if verb is None or below is None or below <= after or sought.is_value(below) or not tree.is_noun(below):
        return None
    return below if tree[verb].lower.startswith("add" if tree[after].lower in ("to", "onto") else TAKING) else None


def _bracketed(sought: Sought, head: int) -> tuple[int, int] | None:
    """The name that a value stands behind in brackets: `John Gant (0.5 WAR), Alex Reyes (0.4 WAR)`."""
    tree, proposal = sought.tree, sought.proposal
    name = sought.inside.start - 2
    if name < 0 or tree[name + 1].text not in "([" or not tree.is_noun(name) or sought.is_value(name) or proposal.relation == "same_as":
        return None
    return clauses.noun_phrase(tree, name, sought.marks.values, sought.marks.dates)


def _measured(sought: Sought, head: int) -> tuple[int, int] | None:
    """The noun that a measure stands right behind: `a mirror 8 metres across`, `landslides up to 6 feet deep`."""
    tree, after = sought.tree, sought.inside.stop
    if sought.proposal.type != "quantity" or after >= len(tree.tokens) or tree[after].lower not in DIMENSIONS:
        return None
    noun = sought.inside.start - 1
    while noun > 0 and tree[noun].lower in HEDGES:
        noun -= 1
    if noun < 0 or not tree.is_noun(noun) or sought.is_value(noun):
        return None
    return clauses.noun_chunk(tree, noun)


def _those(sought: Sought, those: int) -> tuple[int, int] | None:
    """`those tested`, `those aged 18 to 29` after a share."""
    tree, last = sought.tree, those + 1
    if tree[last].tag not in ("VBN", "JJ"):
        return None
    while tree[those + 1].lower == "aged" and last + 1 in sought.marks.values:
        last += 1
    return those, last


def _scoped(sought: Sought, head: int) -> Found:
    """What stands right after a value as its own scope: `60 percent of its revenue`, `($6 billion in the non-oil sector)`."""
    tree, proposal = sought.tree, sought.proposal
    after = _past_brackets(sought, tree.at(proposal.end))
    if after >= len(tree.tokens) or tree[after].dep != "case" or after < head:
        return None
    if proposal.type == "percent" and tree[after].lower == "of" and after + 2 < len(tree.tokens) and tree[after + 1].lower == "those":
        return _those(sought, after + 1)
    below = tree.up(after)
    if below is None or below < after or sought.is_value(below) or not tree.is_noun(below):
        return None
    case, kind = tree[after].lower, proposal.type
    if kind == "quantity" and tree.case(head) == "within":
        return None                                         # within 6 million km of the sun
    bare = after + 1 == below and tree[below].tag in ("NN", "NNS") and tree[below].lower not in ADVERBIAL      # $1 billion in gains
    if (case == "of" and kind in DIVIDED and not (kind in HELD and _held(tree, head))) or (case == "in" and kind == "money" and bare):
        return below
    return below if case in SCOPES and proposal.relation == "part_of" and kind not in COUNTED else None


def _past_brackets(sought: Sought, index: int) -> int:
    """The token after a restatement in brackets that begins at a token: `8,200 hectares (20,300 acres) of forest`."""
    tree = sought.tree
    if index + 1 < len(tree.tokens) and tree[index].text == "(" and sought.is_value(index + 1):
        return next((place + 1 for place in range(index + 2, min(index + 10, len(tree.tokens))) if tree[place].text == ")"), index)
    return index


def _held(tree: Tree, head: int) -> bool:
    """Whether a value is what someone has, wins, buys or makes up: `Peru accounted for 9.4 percent of the imports` is about Peru."""
    verb = tree.up(head)
    if verb is None or not tree.is_verb(verb) or tree.dep(head) not in ("obj", "obl") or tree[verb].lower in SAYING:
        return False
    named = tree.child(verb, "nsubj")
    above = tree.up(verb) if named is None and tree.dep(verb) == "conj" else None
    named = tree.child(above, "nsubj") if above is not None else named
    return named is not None and tree[named].dep == "nsubj" and named < verb


def _attributive(sought: Sought, head: int) -> Found:
    """The noun that a value stands before as an adjective: `a £95m impairment charge`, `the 5.2-litre engine`."""
    tree, proposal = sought.tree, sought.proposal
    inside = sought.inside
    before, after = inside.start - 1, _past_brackets(sought, inside.stop)
    if proposal.per and after + 1 < len(tree.tokens) and tree[after].lower in ("a", "an", "per"):
        after += 2                                          # a $3,500 a month mortgage
        if before < 0 or tree[before].tag != "DT":
            return None
    hyphened = proposal.type == "count" and "-" in tree.sentence.text[proposal.start:proposal.end]         # a four-storey block
    if (proposal.type in COUNTED and not hyphened) or after >= len(tree.tokens):
        return None
    determined = before >= 0 and tree[before].tag in ("DT", "PRP$", "POS")
    if determined and tree[before].tag == "DT" and tree[before].head in inside and tree[after - 1].tag == "NNS":
        return None                                         # the 5 miles
    loose = (proposal.type in ADJECTIVES or proposal.rule == "ratio.out_of") and tree[after - 1].tag != "NNS"
    bare = loose and tree.is_noun(after) and _modifies(tree, after)
    if not determined and (not bare or tree[after].tag == "JJR"):
        return None                                         # winds are 30% weaker
    last = None
    while after < len(tree.tokens) and _modifies(tree, after) and after not in sought.marks.times:
        last, after = (after if tree.is_noun(after) else last), after + 1
    if last is None and "-" in tree.sentence.text[proposal.start:proposal.end] and after < len(tree.tokens) and tree.is_verb(after):
        last = after                                        # the 32-milligram limit, taken for a verb
    return None if last is None else _of_noun(sought, last)


def _modifies(tree: Tree, index: int) -> bool:
    """Whether a token after a value may stand between it and the noun that it describes, or be that noun."""
    if tree[index].lower in ("apiece", "each", "year", "month", "quarter", "week", "day"):
        return False                                        # 40 cents apiece, 9% year on year
    owning = tree[index].tag == "POS" and index + 1 < len(tree.tokens) and tree.is_noun(index + 1)
    return owning or tree[index].tag in MODIFIERS or tree.hyphened(index) or (tree[index].tag == "RB" and tree[index].text[0].isupper())


def _beside(sought: Sought, head: int) -> int | None:
    """The noun before `of`, `with` or `worth` and a value: `imports of $2 million and exports of $3 million`, `a firm with 500 workers`.

    Read off the text, since the parse of a list or of a noun's many phrases goes astray.
    """
    tree, proposal = sought.tree, sought.proposal
    joint = sought.inside.start - 1
    while joint > 0 and tree[joint].lower in HEDGES:
        joint -= 1
    word, noun = tree[joint].lower if joint > 0 else "", joint - 1
    if word == "with" and tree[noun].text == "," and noun - 1 in sought.marks.values:
        noun -= 1                                           # Britain's fourth-largest pub group, with 1,140 sites
    if word not in ("of", "with", "worth") or not tree.is_noun(noun) or sought.is_value(noun):
        return None
    if tree[noun].lower in TOTALS and tree[noun - 1].lower != "the":
        return None
    nounless = proposal.rule == "count.group" or (sought.old and proposal.rule.endswith(".elided"))
    if word == "of" and proposal.type in COUNTED and not nounless:
        return None
    return noun if word != "with" or tree.dep(noun) not in ("obj", "obl") or tree[noun].tag in ("NNP", "NNPS") else None


def _total(tree: Tree, head: int) -> int:
    """The token that stands for a value in its clause: `total` in `a total of 263 agreements`."""
    up = tree.up(head)
    if up is not None and tree.dep(head) == "nmod" and tree.case(head) == "of" and tree[up].lower in TOTALS:
        return up
    return head


def _named_before(sought: Sought) -> Span | None:
    """The name that an age stands behind: `Mayor-elect Maria Ortega, 45`."""
    tree = sought.tree
    comma = sought.inside.start - 1
    if comma <= 0 or tree[comma].text not in (",", "("):
        return None
    first = comma
    while first > 0 and (tree.hyphened(first) or tree.hyphened(first - 1) or (
            tree[first - 1].text[0].isupper() and (tree.is_noun(first - 1) or tree[first - 1].tag == "JJ"))):
        first -= 1                                          # Mayor-elect Maria Ortega
    return (tree[first].start, tree[comma - 1].end) if first < comma else None


def _aged(sought: Sought, head: int) -> Found:
    """Whose age it is: the name that it stands beside, or what is said to be that old."""
    tree = sought.tree
    named = tree.child(head, "nsubj")
    if named is not None:
        return _antecedent(tree, named)
    noun = sought.inside.start - 2
    if noun > 0 and tree[noun + 1].lower in ("aged", "under", "over"):
        noun -= tree[noun].text == ","                      # a temporary clerk, aged 19
        if tree.is_noun(noun):
            return noun
    up = tree.up(head)
    if up is None:
        return None
    if tree[up].lower in ("age", "group") and tree.up(up) is not None and tree.is_noun(tree[up].head):
        above = tree[up].head                               # children below the age of five, women in the 15-49 age group
        return tree[above].head if tree[above].lower == "group" and tree.is_noun(tree[above].head) else above
    if tree.is_noun(up) and tree.dep(head) in ("appos", "amod", "nummod", "nmod", "acl", "compound", "parataxis", "dep", "list"):
        return up
    if tree.dep(head) in ("obl", "advcl", "xcomp", "obj", "conj", "advmod"):
        return _of_verb(sought, up, head)
    return None


def _place(sought: Sought, head: int) -> int | None:
    """Where what there is, is: `There are 324 institutions in Azerbaijan`. A counted noun that acts itself has no subject."""
    tree = sought.tree
    verb = tree.up(head)
    if verb is None or tree.child(verb, "expl") is None:
        return None
    inside = sought.inside
    deeds = [below for index in inside for child in tree.children[index] if tree.dep(child) == "acl" for below in tree.children[child]]
    for index in (*tree.children[head], *tree.children[verb], *deeds):
        if index > head and tree.dep(index) in ("nmod", "obl") and tree.case(index) in ("in", "at", "on") and not sought.is_value(index):
            return index
    return None


def _upwards(sought: Sought, head: int) -> Found:
    """The subject by what a value's head hangs on: a noun that it modifies, or a verb."""
    tree = sought.tree
    dep, up = tree.dep(head), tree.up(head)
    if up is None:
        return None
    if sought.proposal.type == "count" and dep == "nmod" and _done_to(sought, head, up):
        return _of_verb(sought, up, up) if tree.child(up, "cop") is not None else _upwards(sought, up)
    if dep == "nmod" and tree.case(head) == "to" and tree[up].lower.rstrip("s") in CHANGE:
        return _of_noun(sought, up)                         # a drop for the index to 1,350 points
    if sought.proposal.type == "count" and dep in ("appos", "parataxis", "nmod") and not (
            dep == "nmod" and tree.case(head) in HELD_BY and up not in sought.marks.values):
        return None                                         # two of the five miners
    if up in sought.marks.values:
        return _clause(sought, up)
    if tree[up].lower == "record" and up == sought.inside.start - 1:
        return _upwards(sought, up)                         # by a record 14 percent
    if sought.proposal.type == "count" and (tree[up].lower == "compared" or (dep == "obl" and tree.case(head) in ("in", "across"))):
        return None                                         # mere places, and what is compared
    if dep in ("conj", "appos", "nmod") and _compared(sought):
        return None                                         # 3 metres in the centre, 30 centimetres above the record
    if dep == "conj" and tree.is_noun(up) and _between_commas(sought):
        return _of_noun(sought, up)                         # Snowfall at the airport, 17 inches, broke the record
    if dep == "conj" and not tree.is_verb(up):
        return None                                         # 79 years for men and 83 years for women: the parse joins it to the men
    if dep == "obl" and sought.proposal.type == "duration" and tree.case(head) == "in" and _past(tree, up):
        return None                                         # carried it to the coast in nine days; but `will be built in nine years`
    if dep == "nummod" and sought.proposal.type == "count":
        return None                                         # 14 offer courses: the verb was taken for what is counted
    if dep in ("nmod", "appos", "compound", "amod", "nummod", "parataxis", "dep", "det") and not tree.is_verb(up):
        return _of_noun(sought, up)
    if tree.is_verb(up) or tree.child(up, "nsubj", "cop") is not None or tree[up].tag in PREDICATES:
        return _of_verb(sought, up, head)
    return _of_noun(sought, up) if tree.is_noun(up) else None


def _past(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what happened or has happened."""
    chain = [verb, *(child for child in tree.children[verb] if tree.dep(child) in ("aux", "cop"))]
    return any(tree[index].tag == "VBD" or tree[index].lower in ("has", "have") for index in chain)


def _done_to(sought: Sought, head: int, noun: int) -> bool:
    """Whether what is counted hangs on the name of a deed, to be about who does it: `the delivery of 63,000 cars`, `cuts on 50 goods`."""
    tree = sought.tree
    if not tree.is_noun(noun) or noun in sought.marks.values or tree.dep(noun) not in ("obj", "obl", "ROOT", "xcomp"):
        return False
    case = tree.case(head)
    return case in ("on", "for", "to") or (case == "of" and tree[noun].lower.endswith(DEEDS))


def _between_commas(sought: Sought) -> bool:
    """Whether a value stands between commas."""
    inside = sought.inside
    tokens = sought.tree.tokens
    return inside.start > 0 and inside.stop < len(tokens) and tokens[inside.start - 1].text == tokens[inside.stop].text == ","


def _compared(sought: Sought) -> bool:
    """Whether a value after a comma tells by how much something is above or below something else."""
    inside = sought.inside
    tokens, first = sought.tree.tokens, inside.start - 1
    while first > 0 and tokens[first].lower in HEDGES:
        first -= 1
    return first > 0 and tokens[first].text == "," and inside.stop < len(tokens) and tokens[inside.stop].lower in COMPARING


def _of_noun(sought: Sought, noun: int) -> Found:
    """The noun that a value modifies; where it names a change or level, what changes."""
    tree = sought.tree
    if tree[noun].lower in DIRECTIONS:
        return _upwards(sought, noun)                       # 25 km southwest of the town
    if tree[noun].lower.rstrip("s") not in CHANGE:
        return noun if tree.is_noun(noun) else None
    for child in tree.children[noun]:
        if tree.dep(child) == "nmod" and tree.case(child) in ("in", "of", "for") and not sought.is_value(child) and tree.is_noun(child):
            return noun if tree[noun].lower.rstrip("s") in LEVELS else _owned(tree, child)
    inner = tree.child(noun, "compound")
    if inner is not None and not sought.is_value(inner):
        return inner
    return _upwards(sought, noun) if tree.dep(noun) not in ("nsubj", "root", "ROOT") else noun


def _owned(tree: Tree, noun: int) -> int:
    """The noun that a possessive goes before where the parse took its owner for it: `a rise in teachers' pay`."""
    if noun + 1 < len(tree.tokens) and tree[noun + 1].tag == "POS":
        return next((index for index in range(noun + 2, min(noun + 6, len(tree.tokens))) if tree.is_noun(index)), noun)
    return noun


def _of_verb(sought: Sought, verb: int, head: int) -> Found:
    """What a verb says the value of: its object where the value is what it goes to, else its subject."""
    tree = sought.tree
    if tree.dep(head) == "obl" and tree.case(head) in OBLIQUE and sought.proposal.type != "duration":
        thing = tree.child(verb, "obj")
        if thing is not None and tree.is_noun(thing) and not sought.is_value(thing):
            return thing
    put = tree.child(verb, "obj") if tree[verb].lower.startswith("put") else None
    if put is not None and not sought.is_value(put):
        return put if tree.is_noun(put) else None           # put him on 44 percent
    current, seen = verb, {verb}
    for _ in range(FARTHEST):
        named = tree.child(current, "nsubj")
        if named is None and tree[current].tag in FINITE and tree[current].lower not in SAYING:
            placed = clauses.subject_before(tree, current, sought.marks.solid, sought.marks.dates)
            if placed is not None and placed[0] not in sought.marks.values:
                return placed                               # where the parse found no subject, by its place
        if named is not None and says(tree, current):
            return None                                     # who says it is its source, not what it is about
        if named is not None and named > head and tree.case(head) == "with":
            return None                                     # With 97 of the seats declared, Blue had 49
        if named is not None:
            return None if sought.is_value(named) and not tree.is_noun(named) else _antecedent(tree, named)
        up = tree.up(current)
        if up is None or up in seen or tree.dep(current) not in CLAUSES:
            return None
        infinitive = tree.dep(current) == "xcomp" or (tree[up].lower.startswith(CONTROL) and tree.child(current, "mark") is not None)
        if infinitive and (controlled := tree.child(up, "obj")) is not None and not sought.is_value(controlled):
            return controlled                               # pulled the sector 0.7 percent lower
        if tree.is_noun(up) and tree.dep(current) == "acl":
            named = tree.child(up, "nsubj") if tree.child(up, "cop") is not None else None
            return up if named is None else _antecedent(tree, named)         # the firm was the biggest loser, falling 9 percent
        seen.add(up)
        current = up
    return None


def _related(tree: Tree, pronoun: int, antecedent: int | None) -> int | None:
    """The noun that a relative pronoun stands for: the parse's, unless its number is not the verb's and that of the noun next to it is."""
    if antecedent is None or pronoun + 1 >= len(tree.tokens):
        return antecedent
    near = pronoun - 1
    while near > 0 and tree[near].tag in (",", "CD"):
        near -= 1
    one = tree[pronoun + 1].tag == "VBZ" or tree[pronoun + 1].lower == "was"
    several = tree[pronoun + 1].tag == "VBP" or tree[pronoun + 1].lower == "were"
    wrong = (one and plural(tree, antecedent)) or (several and not plural(tree, antecedent)) or tree[antecedent].lower in NAMELESS
    return near if wrong and tree.is_noun(near) and (several if plural(tree, near) else one) else antecedent


def _antecedent(tree: Tree, noun: int) -> int | None:
    """A clause's subject, the noun that it relates to where it is a relative pronoun; none for `it` and `there` as fillers."""
    token = tree[noun]
    if token.dep == "expl" or token.tag == "EX":
        return None
    if token.lower in RELATIVE:
        clause = tree.up(noun)
        while clause is not None and tree[clause].dep != "acl:relcl":
            clause = tree.up(clause)
        return _related(tree, noun, tree.up(clause)) if clause is not None else None
    if token.lower not in PRONOUNS or token.tag not in ("PRP", "NN", "DT"):
        return noun
    return None if token.lower in NAMELESS else within_sentence(tree, noun)


# The rules in the order in which they are asked: what stands beside the value first, then its clause.
NEAR = (_possessed, _moved, _measured, _scoped, _attributive, _bracketed, _beside)
FAR = (_adjacent, _clause)
