"""What a value is about by what it hangs on in the parse: along its verb to the subject or object, along its noun to what that names.

- along the verb: `the quota was 250`, `raised its dividend to 5 cents`, `which has 13,000 workers`
- along the noun: `a 4 percent drop in sales`, `a drop for the index to 980 points`
"""
from extractor import clauses
from extractor.beside import DIMENSIONS, TOTALS
from extractor.marks import COUNTED, HEDGES, Found, Sought
from extractor.pronouns import NAMELESS, PRONOUNS, plural, within_sentence
from extractor.retagging import FINITE, INTRANSITIVE, NOUNS
from extractor.sources import SAYING, says
from extractor.trees import RELATIVE, Tree

OBJECTS = NOUNS | {"PRP"}
BOUNDS = frozenset({"over", "under", "above", "below"})
FARTHEST = 6     # verbs that a value may be away from the one that names its subject
# Nouns that name a change or an amount of something else: the subject is what changes.
CHANGE = frozenset("""rise increase gain jump surge advance rally leap spike hike boost growth improvement uptick raise rebound climb
    fall drop decline decrease slide tumble plunge loss dip cut reduction slump contraction downturn slowdown discount dive retreat change
    difference total average rate level number amount figure share proportion percentage majority maximum minimum range premium swing
    shift""".split())
LEVELS = frozenset("total average rate level number amount figure share proportion percentage range".split())
DEALING = frozenset({"trade", "trading", "dealings", "session", "hours", "turn", "total", "all"})      # in which prices move
COMPARING = frozenset("above below behind ahead more less higher lower short beyond".split())
# Endings of nouns that name what someone does.
DEEDS = ("tion", "sion", "ment", "livery", "posal", "oval", "ival", "ing", "loss", "purchase", "sale", "order", "launch", "equivalent")
DIRECTIONS = frozenset(a + b for a in ("", "north", "south") for b in ("east", "west", "north", "south")) | {"away", "off"}
GIVING = ("give", "gave", "giving", "award", "hand", "grant", "offer", "sent", "lent", "owe")
HELD_BY = frozenset({"with", "of", "by"})
# Verbs whose object is the subject of the infinitive after it: `expects the rate to end the year at 3.75 percent`.
CONTROL = ("expect", "see", "saw", "allow", "caus", "forc", "help", "want", "ask", "enabl", "project", "estimat", "forecast", "push")
PREDICATES = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RP"})      # 90 miles wide, 0.7 percent lower, up 3 points
CLAUSES = frozenset({"xcomp", "conj", "advcl", "ccomp", "parataxis", "acl"})
OBLIQUE = frozenset({"to", "from", "by", "at", "for", "between", "as"})


def by_clause(sought: Sought, head: int) -> Found:
    """The subject by the clause: the value's own where it is the predicate, else that of what it hangs on."""
    tree = sought.tree
    head = _total(tree, head)
    if tree.is_verb(head) and tree.tokens[head].text.isalpha():    # to double the levy; prices tripled; not RM2.70
        thing = tree.child(head, "obj")
        if thing is not None and thing in sought.inside:
            return _upwards(sought, head)                   # gave up 500 rushing yards
        placed = None
        if tree.tokens[head].lower in INTRANSITIVE:
            placed = clauses.subject_before(tree, head, sought.marks.solid, sought.marks.dates)
        if placed is not None and thing is None and placed[0] not in sought.marks.values:
            return placed
        return thing if thing is not None and tree.is_noun(thing) else _of_verb(sought, head, head)
    if sought.proposal.type in COUNTED and tree.deps[head] == "nsubj":
        return _place(sought, head)
    for index in (head, *sought.inside) if tree.deps[head] != "nsubj" else ():
        named = tree.child(index, "nsubj") if tree.children[index] else None
        if named is not None and named < head:
            return _antecedent(tree, named)
    return _upwards(sought, head)


def _total(tree: Tree, head: int) -> int:
    """The token that stands for a value in its clause: `total` in `a total of 263 agreements`."""
    up = tree.up(head)
    if up is not None and tree.deps[head] == "nmod" and tree.case(head) == "of" and tree.tokens[up].lower in TOTALS:
        return up
    return head


def aged(sought: Sought, head: int) -> Found:
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
    deeds = [below for index in inside for child in tree.children[index] if tree.deps[child] == "acl" for below in tree.children[child]]
    for index in (*tree.children[head], *tree.children[verb], *deeds):
        if index > head and tree.deps[index] in ("nmod", "obl") and tree.case(index) in ("in", "at", "on") and not sought.is_value(index):
            return index
    return None


def _upwards(sought: Sought, head: int) -> Found:
    """The subject by what a value's head hangs on: a noun that it modifies, or a verb."""
    tree = sought.tree
    dep, up = tree.deps[head], tree.up(head)
    if up is None:
        return None
    if dep == "obl" and tree.is_noun(up) and tree.child(up, "cop", "nsubj") is None:
        dep = "nmod"                                        # shootings at two mosques
    if sought.proposal.type == "count" and dep == "nmod" and _done_to(sought, head, up):
        return _of_verb(sought, up, up) if tree.child(up, "cop") is not None else _upwards(sought, up)
    if dep == "nmod" and tree.tokens[up].lower.rstrip("s") in CHANGE and tree.case(head) == "to":
        return of_noun(sought, up)                         # a drop for the index to 980 points
    if _given(sought, up):
        return up                                           # gave the Reds 58 seats
    after = sought.inside.stop + 1
    if after < len(tree.tokens) and tree.is_verb(after) and _between_commas(sought):
        placed = clauses.subject_before(tree, after, sought.marks.solid, sought.marks.dates)
        if placed is not None:
            return placed                                   # Snowfall at the airport, 17 inches, broke the record
    if up < sought.inside.start and clauses.divided(tree, up, sought.marks.values) and up not in tree.ancestors(up - 2):
        return by_clause(sought, up - 2)                    # 700 km a day at an average of 40
    if sought.proposal.type == "count" and _unheld(sought, head, up, dep):
        return None
    if up in sought.marks.values:
        return by_clause(sought, up)
    if tree.tokens[up].lower == "record" and up == sought.inside.start - 1:
        return _upwards(sought, up)                         # by a record 14 percent
    if _astray(sought, head, up, dep):
        return None
    if dep == "conj" and tree.is_noun(up) and _between_commas(sought):
        return of_noun(sought, up)                         # Snowfall at the airport, 17 inches, broke the record
    if dep in ("nmod", "appos", "compound", "amod", "nummod", "parataxis", "dep", "det") and not tree.is_verb(up):
        return of_noun(sought, up)
    if tree.is_verb(up) or tree.child(up, "nsubj", "cop") is not None or tree.tokens[up].tag in PREDICATES:
        return _of_verb(sought, up, head)
    return of_noun(sought, up) if tree.is_noun(up) else None


def _astray(sought: Sought, head: int, up: int, dep: str) -> bool:
    """Whether what a value hangs on tells nothing of its subject: a comparison, a place, a length of time or a slip of the parse."""
    tree, kind = sought.tree, sought.proposal.type
    if kind == "count" and (tree.tokens[up].lower == "compared" or (dep == "obl" and _mere_place(sought, head))):
        return True
    if dep in ("conj", "appos", "nmod", "parataxis") and _compared(sought):
        return True                                         # 3 metres in the centre, 30 centimetres above the record
    if dep == "conj" and not tree.is_verb(up) and not (tree.is_noun(up) and _between_commas(sought)):
        return True                                         # 79 years for men and 83 years for women: the parse joins it to the men
    if dep == "obl" and kind == "duration" and tree.case(head) == "in" and _past(tree, up):
        return True                                         # carried it to the coast in nine days; but `will be built in nine years`
    return dep == "nummod" and kind == "count"              # 14 offer courses: the verb was taken for what is counted


def _unheld(sought: Sought, head: int, up: int, dep: str) -> bool:
    """Whether what is counted acts itself, or is only spoken of, so that nobody has or does it."""
    tree = sought.tree
    if dep == "nmod" and tree.case(head) == "with" and _definite(sought):
        return True                                         # wins with the top three seeds still in
    if _acting(sought, head, up) or _accompanying(tree, head):
        return True
    held = dep == "nmod" and tree.case(head) in HELD_BY and up not in sought.marks.values
    return dep in ("appos", "parataxis", "nmod") and not held           # two of the five miners


def _mere_place(sought: Sought, head: int) -> bool:
    """Whether what is counted are places where something is: `known in 23 countries`, `found at 103 of them`."""
    tree, after, before = sought.tree, sought.inside.stop, sought.inside.start - 2
    case = tree.case(head)
    if case == "in" and before > 0 and tree[before].lower.startswith(("bring", "brought", "tak", "took")) and tree.is_verb(before):
        return False                                        # brought in 120 crews
    return case in ("in", "across") or (case == "at" and after < len(tree.tokens) and tree[after].lower == "of")


def _given(sought: Sought, noun: int) -> bool:
    """Whether a noun right before a value is who gets it: `gave the Reds 58 seats`."""
    tree, before = sought.tree, sought.inside.start - 1
    if noun > before or tree.deps[noun] not in ("iobj", "obj"):
        return False
    while before > 0 and tree.tokens[before].lower in HEDGES:
        before -= 1
    verb = tree.up(noun)
    return noun == before and tree.is_noun(noun) and verb is not None and tree.tokens[verb].lower.startswith(GIVING)


def _definite(sought: Sought) -> bool:
    """Whether a definite article stands before a value, with an adjective or none between."""
    tree, before = sought.tree, sought.inside.start - 1
    before -= before > 0 and tree[before].tag in ("JJ", "JJS")
    return before >= 0 and tree[before].lower in ("the", "these", "those")


def _acting(sought: Sought, head: int, up: int) -> bool:
    """Whether what is counted opens a clause of its own that the parse lost: `expects savings, but some 230 jobs will go`."""
    tree = sought.tree
    if tree.dep(head) != "conj" or not tree.is_verb(up) or tree.child(head, "cc") is None:
        return False
    return any(tree[index].tag in FINITE for index in range(sought.inside.stop, len(tree.tokens)))


def _accompanying(tree: Tree, head: int) -> bool:
    """Whether what is counted acts in a phrase of its own: `with 40 students enrolled`."""
    participle = tree.child(head, "acl")
    return tree.case(head) == "with" and participle is not None and participle == head + 1 and tree[participle].tag in ("VBN", "VBG")


def _past(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what happened or has happened."""
    chain = [verb, *(child for child in tree.children[verb] if tree.dep(child) in ("aux", "cop"))]
    return any(tree[index].tag == "VBD" or tree[index].lower in ("has", "have") for index in chain)


def _done_to(sought: Sought, head: int, noun: int) -> bool:
    """Whether what is counted hangs on the name of a deed, to be about who does it: `the delivery of 63,000 cars`, `cuts on 50 goods`."""
    tree = sought.tree
    if not tree.is_noun(noun) or noun in sought.marks.values or tree.deps[noun] not in ("obj", "obl", "ROOT", "xcomp"):
        return False
    case = tree.case(head)
    return case in ("on", "for", "to") or (case == "of" and tree.tokens[noun].lower.endswith(DEEDS))


def _between_commas(sought: Sought) -> bool:
    """Whether a value stands between commas."""
    inside = sought.inside
    tokens = sought.tree.tokens
    return inside.start > 0 and inside.stop < len(tokens) and tokens[inside.start - 1].text == tokens[inside.stop].text == ","


def _compared(sought: Sought) -> bool:
    """Whether a value after a comma tells by how much something is above or below something else."""
    inside, tokens = sought.inside, sought.tree.tokens
    if inside.stop >= len(tokens) or tokens[inside.stop].lower not in COMPARING:
        return False
    first = inside.start - 1
    while first > 0 and tokens[first].lower in HEDGES:
        first -= 1
    return first > 0 and tokens[first].text == ","


def of_noun(sought: Sought, noun: int) -> Found:
    """The noun that a value modifies; where it names a change or level, what changes."""
    tree = sought.tree
    if tree.tokens[noun].lower in DIRECTIONS:
        return _upwards(sought, noun)                       # 25 km southwest of the town
    if tree.tokens[noun].lower.rstrip("s") not in CHANGE:
        return noun if tree.is_noun(noun) else None
    for child in tree.children[noun]:
        if tree.deps[child] == "nmod" and tree.case(child) in ("in", "of", "for") and not sought.is_value(child) and tree.is_noun(child):
            return noun if tree.tokens[noun].lower.rstrip("s") in LEVELS else _owned(tree, child)
    after = noun + 1
    if after + 1 < len(tree.tokens) and tree.tokens[after].tag == "IN" and tree.tokens[after].lower == "in" and noun > sought.inside.start:
        below = tree.up(after)
        aside = below is None or below <= after or sought.is_value(below)
        if below is not None and not aside and tree.is_noun(below) and tree.tokens[below].lower not in DEALING:
            return noun if tree.tokens[noun].lower.rstrip("s") in LEVELS else _owned(tree, below)    # lead to a 25 percent drop in sales
    inner = next((child for child in tree.children[noun] if tree.deps[child] == "compound" and not sought.is_value(child)), None)
    if inner is not None:
        return noun if tree.tokens[noun].lower.rstrip("s") in LEVELS else inner      # a 60 Hz refresh rate, a 4 percent price rise
    return _upwards(sought, noun) if tree.deps[noun] not in ("nsubj", "root", "ROOT") else noun


def _owned(tree: Tree, noun: int) -> int:
    """The noun that a possessive goes before where the parse took its owner for it: `a rise in teachers' pay`."""
    if noun + 1 < len(tree.tokens) and tree[noun + 1].tag == "POS":
        return next((index for index in range(noun + 2, min(noun + 6, len(tree.tokens))) if tree.is_noun(index)), noun)
    return noun


def _of_verb(sought: Sought, verb: int, head: int) -> Found:
    """What a verb says the value of: its object where the value is what it goes to, else its subject."""
    tree = sought.tree
    thing = tree.child(verb, "obj")
    if thing is not None and _measured(sought, verb, head, thing):
        return thing if tree.is_noun(thing) else None       # put him on 44 percent
    current, seen = verb, {verb}
    for _ in range(FARTHEST):
        named = tree.subject(current)
        if named is not None:
            return _by_subject(sought, verb, current, named, head)
        finite = tree.tokens[current].tag in FINITE or (tree.tokens[current].tag == "VBN" and tree.child(current, "aux") is not None)
        if finite and tree.tokens[current].lower not in SAYING:
            placed = clauses.subject_before(tree, current, sought.marks.solid, sought.marks.dates)
            if placed is not None and (placed[0] not in sought.marks.values or clauses.is_age(tree, placed[1])):
                return placed                               # where the parse found no subject, by its place
        up = tree.up(current)
        if up is None or up in seen or not _climbs(tree, current, up):
            return None
        controls = tree.tokens[up].lower.startswith(CONTROL)
        infinitive = tree.deps[current] == "xcomp" or (
            controls and (tree.tokens[current].tag == "VBG" or tree.child(current, "mark") is not None))
        controlled = tree.child(up, "obj") if infinitive else None
        if controlled is not None and tree.tokens[controlled].tag in OBJECTS and not sought.is_value(controlled):
            return controlled                               # pulled the sector 0.7 percent lower
        behind = tree.is_noun(up) and tree.deps[current] == "acl"
        if behind and up not in sought.marks.counted and sought.is_value(up) and tree.up(up) is not None:
            up = tree.tokens[up].head                              # spent 200 days in orbit, circling the planet 3,200 times
        elif behind and tree.up(up) is not None and tree.tokens[tree.tokens[up].head].lower.startswith(("becom", "became")):
            up = tree.tokens[up].head                              # becoming the second firm to cut 300 jobs
        elif behind:
            named = tree.child(up, "nsubj") if tree.child(up, "cop") is not None else None
            return up if named is None else _antecedent(tree, named)         # the firm was the biggest loser, falling 9 percent
        seen.add(up)
        current = up
    return None


def _by_subject(sought: Sought, verb: int, clause: int, named: int, head: int) -> Found:
    """What a value is about by the subject of a clause, its verb's own or that of one above it."""
    tree = sought.tree
    if says(tree, clause):
        relative = clause != verb and tree.dep(clause) == "acl" and tree.up(clause) is not None
        return tree[clause].head if relative else None      # a plan that critics say would cost $5 million; else who says it is its source
    if named > head and tree.case(head) == "with":
        return None                                         # With 97 of the seats declared, Blue had 49
    if tree.case(named) and tree[clause].tag in FINITE:
        placed = clauses.subject_before(tree, clause, sought.marks.solid, sought.marks.dates)
        if placed is not None and placed[0] < named <= placed[1] and placed[0] not in sought.marks.values:
            return placed                                   # Spending on drugs doubled
    if not sought.is_value(named):
        return _antecedent(tree, named)
    whole = _whole(sought, named)
    if whole is not None:
        return whole                                        # 38% of adults ate five portions
    return _antecedent(tree, named) if tree.is_noun(named) else _years_old(sought, named)


def _whole(sought: Sought, share: int) -> int | None:
    """The noun that a share is one of: `adults` in `38% of adults`."""
    tree = sought.tree
    return next((child for child in tree.children[share] if tree.dep(child) == "nmod" and tree.case(child) == "of" and tree.is_noun(child)
                 and not sought.is_value(child)), None)


def _climbs(tree: Tree, clause: int, up: int) -> bool:
    """Whether a clause without a subject may share that of what it hangs on."""
    if tree.deps[clause] in CLAUSES or tree.child(clause, "cc") is not None:
        return True
    if tree.tokens[clause].lower in clauses.MOVED and tree.child(up, "cop", "nsubj") is not None:
        return True                                         # it was the weakest, down 2 percent
    return tree.tokens[clause].lower in DIMENSIONS and tree.tokens[up].lower in DIMENSIONS               # 90 miles wide and 170 miles long


def _measured(sought: Sought, verb: int, head: int, thing: int) -> bool:
    """Whether a value behind a verb is about the verb's object: what it goes to, is bounded by or is put at."""
    tree, valued = sought.tree, sought.is_value(thing)
    oblique = sought.case(head) in OBLIQUE and sought.proposal.type != "duration" and tree.dep(head) in ("obl", "obj")
    if oblique and tree.is_noun(thing) and not valued:
        return True
    if tree.is_noun(thing) and thing + 1 == sought.inside.start - 1 and tree[thing + 1].lower in BOUNDS:
        return True                                         # studies investments over $40 million
    return tree[verb].lower.startswith("put") and not valued


def _years_old(sought: Sought, last: int) -> tuple[int, int] | None:
    """The age that stands for who has it: `The 24-year-old has won five races`."""
    tree = sought.tree
    return clauses.years_old(tree, last, sought.marks.values) if clauses.is_age(tree, last) else None


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
    token = tree.tokens[noun]
    if token.dep == "expl" or token.tag == "EX":
        return None
    if token.lower in RELATIVE:
        clause = tree.up(noun)
        while clause is not None and tree.tokens[clause].dep != "acl:relcl":
            clause = tree.up(clause)
        return _related(tree, noun, tree.up(clause)) if clause is not None else None
    if token.lower not in PRONOUNS or token.tag not in ("PRP", "NN", "DT"):
        return noun
    return None if token.lower in NAMELESS else within_sentence(tree, noun)
