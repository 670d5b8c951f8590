"""A value's clause read off the tags alone: the verb that a value follows, and the noun phrase before that verb.

Heads go astray where a sentence strings clauses together (`Copper rose 2 percent, zinc added 15 cents and Delta Mining fell 4
percent`); what stands next to a verb does not. The walk goes left from the value, over other values, times, prepositions and
adverbs, to a verb, over its auxiliaries, to the noun phrase that ends there. It gives up at anything else.
"""
from extractor.phrases import DATED
from extractor.retagging import BOUNDARIES, FINITE, INTRANSITIVE, NOUNS, verbal
from extractor.sources import SAYING
from extractor.trees import RELATIVE, VERBAL, Places, Tree

LIGHT_TAGS = frozenset({"RB", "RBR", "RBS", "RP", "JJR", "$", "#", "PRP", "PRP$", "HYPH"})
LIGHT = frozenset("""to at by from about around over under some up down higher lower worth between more than less least nearly almost just
    only a an as many much total of and or in on wide long tall deep high""".split())
TOTALS = frozenset("total average maximum minimum record close high low peak finish equivalent".split())     # a total of 40
BESIDE_VALUE = frozenset({",", "and", "or", "(", ")"})       # goes on a list of values, else ends the clause
BESIDE_TIME = frozenset({"in", "on", "during", "for", "since", "of", "the"})
CHAIN = VERBAL | {"TO", "RB", "RBR", "RBS"}
LINKING = frozenset({"likely", "due", "set", "able", "expected"})     # is likely to reach
CHUNK = NOUNS | {"JJ", "JJR", "JJS", "CD", "POS", "HYPH", "VBN", "VBG", "AFX"}
NAMED = NOUNS | {"JJ"}
OPENING = frozenset({"DT", "PRP$", "PDT"})                            # begin a noun phrase
CLOSED = frozenset("""is are was were be been do does did has have had not no also never still then now here there so too however meanwhile
    nevertheless moreover""".split())
MAIN = frozenset({"ROOT", "conj", "parataxis", "ccomp", "advcl"})
SUBORDINATORS = frozenset("while as because if that though although whereas unless when after before until".split())
SMALL = frozenset("""up down higher lower by at between than about around nearly almost just only over under more less some as much many
    little""".split())
MOVED = frozenset({"up", "down", "higher", "lower"})
PLACES = frozenset("there here abroad overseas nationwide worldwide".split())
LIMIT = 40                                                   # tokens that one walk may take
PARENTHESIS = 14                                             # tokens between the commas after a noun


def verb_before(tree: Tree, first: int, values: Places, times: Places) -> int | None:
    """The verb that a value beginning at token `first` follows with nothing but values, times and small words between."""
    tokens, index, right = tree.tokens, first - 1, "value"
    for _ in range(LIMIT):
        if index < 0:
            return None
        token = tokens[index]
        if index in values:
            if token.tag in ("VBD", "VBN", "VBZ"):
                return index                                # cases doubled to 1,846
            right = "value"
        elif index in times:
            right = "time"
        elif token.tag.startswith("VB") and token.lower not in LIGHT:
            return index
        elif divided(tree, index, values):
            index, right = index - 1, "per"
        elif not _light(tree, index, right, values):
            return None
        elif not (right == "time" and token.lower in BESIDE_TIME):
            right = "word"
        index -= 1
    return None


def divided(tree: Tree, index: int, values: Places) -> bool:
    """Whether a token is what a value before it is divided by: `$82 a barrel`."""
    return (index > 1 and index - 2 in values and tree.tokens[index].tag in ("NN", "NNP")
            and tree.tokens[index - 1].lower in ("a", "an", "per", "/"))


def _light(tree: Tree, index: int, right: str, values: Places) -> bool:
    """Whether a token between a verb and a value says nothing of its own."""
    token = tree.tokens[index]
    if token.lower in BESIDE_VALUE:
        return index > 0 and (index - 1 in values or tree.tokens[index - 1].text in ")," or divided(tree, index - 1, values))
    if right == "time" and token.lower in BESIDE_TIME:
        return True
    if token.tag == "JJ" and index + 1 in values and tree.tokens[index - 1].lower in ("a", "an", "another"):
        return True                                         # at a steady 11 degrees
    if token.lower == "close" and token.tag in ("JJ", "RB"):
        return True                                         # fetches close to $5
    if token.lower in ("record", "net", "further", "combined") and index + 1 in values:
        return True                                         # by a record 14 percent
    if token.lower in TOTALS and index + 1 < len(tree.tokens) and tree.tokens[index + 1].lower == "of":
        return token.lower == "equivalent" or tree.tokens[index - 1].lower != "the"
    return token.lower in LIGHT or token.tag in LIGHT_TAGS


def subject_before(tree: Tree, verb: int, values: Places, times: Places) -> tuple[int, int] | None:
    """First and last token of the noun phrase that is the subject of a verb by its place; None where that is in doubt."""
    first = verb
    while first > 0 and (tree.tokens[first - 1].tag in CHAIN or tree.tokens[first - 1].lower in LINKING) and not (
            _capital(tree, first - 1) or tree.tokens[first - 1].lower in SAYING):
        first -= 1
    if tree.tokens[verb].tag not in FINITE and not any(_finite(tree, index) for index in range(first, verb + 1)):
        return _modified(tree, first, values | times)
    while first < verb and tree.tokens[first].tag.startswith("RB"):
        first += 1
    if first > 0 and tree.tokens[first - 1].tag == "CC" and tree.deps[verb] == "conj":
        return _joined(tree, first - 1, values, times)
    last = _before_value(tree, _before_commas(tree, first - 1), values)
    while last >= 0 and last in times:
        last -= 1
    if last > 0 and tree[last].lower in PLACES:
        last -= 1                                           # a quake there killed
    if aged := _aged(tree, last):
        found = noun_phrase(tree, aged - 1, values, times)
        return None if found is None else (found[0], last)
    if last > 0 and tree.tokens[last].tag == "PRP" and tree.tokens[last].text.islower() and tree.tokens[last - 1].tag == "IN":
        last -= 2                                           # the pressure below it was
    if last > 0 and tree.tokens[last].tag in ("IN", "TO") and last + 1 in times:
        last -= 1
    if last in values and is_age(tree, last):
        return years_old(tree, last, values)
    if last < 0 or not _nominal(tree, last) or last in values:
        return None
    return noun_phrase(tree, last, values, times)


def is_age(tree: Tree, last: int) -> bool:
    """Whether a token ends an age that may stand for a person: `the 24-year-old`."""
    return tree[last].lower == "old" and tree.hyphened(last)


def years_old(tree: Tree, last: int, values: Places) -> tuple[int, int]:
    """The age, ending in a token, that stands for who has it: `The 24-year-old has won five races`."""
    first = last
    while first > 0 and first - 1 in values:
        first -= 1
    return first, last


def _aged(tree: Tree, last: int) -> int:
    """The place of `aged` in a phrase that ends in an age (`grants for farmers aged 20 to 30`); 0 where it does not."""
    if last < 0 or tree.tokens[last].tag != "CD":
        return 0
    for index in range(last - 1, max(0, last - 6), -1):
        if tree.tokens[index].lower == "aged" and tree.is_noun(index - 1):
            return index
    return 0


def _joined(tree: Tree, conjunction: int, values: Places, times: Places) -> tuple[int, int] | None:
    """The subject of the verb that one after a conjunction shares it with: `The satellite weighs 640 kg and carries five cameras`."""
    for index in range(conjunction - 1, max(-1, conjunction - LIMIT), -1):
        token = tree.tokens[index]
        if token.text in ";:\"“”" or token.tag in ("WDT", "WP"):
            return None
        if token.tag in FINITE and index not in values:
            return subject_before(tree, index, values, times)
    return None


def _modified(tree: Tree, participle: int, others: Places) -> tuple[int, int] | None:
    """The noun phrase that a participle stands right behind: `watched the krone sliding to $1`, `goods priced at $5`."""
    noun = participle - 1
    if tree.tokens[participle].tag not in ("VBG", "VBN") or tree.tokens[participle].lower == "having" or noun < 0:
        return None
    if tree.tokens[noun].tag == "JJS" and noun > 0 and tree.tokens[noun - 1].tag == "DT":
        return noun, noun                                   # the largest measuring 5.1
    if not tree.is_noun(noun):
        return None
    first = _chunk(tree, noun)
    while first < noun and tree.tokens[first].tag in OPENING:
        first += 1
    return None if any(index in others for index in range(first, noun + 1)) else (first, noun)


def _before_value(tree: Tree, last: int, values: Places) -> int:
    """The noun before the values that a phrase ends in: `the offer of 318p a share`, `Homes from $1 million to $2 million`."""
    index = last
    while index > 0:
        place = index - 2 if divided(tree, index, values) else index
        start = place
        while start > 0 and start in values:
            start -= 1
        if start == place:
            return index
        index = start - 1 if tree.tokens[start].tag in ("IN", "TO") else start
    return last


def _before_commas(tree: Tree, last: int) -> int:
    """The token before what stands between commas at a token: `the tremor, in 2003, killed`, `Ford, which …, fell`."""
    if last < 0 or tree.tokens[last].text not in ",)":
        return last
    opening = "," if tree.tokens[last].text == "," else "("
    for index in range(last - 2, max(0, last - PARENTHESIS), -1):
        if tree.tokens[index].text == opening:
            relative = tree.tokens[index + 1].lower in RELATIVE or tree.tokens[index + 1].tag in ("VBN", "VBD", "VBG")
            verbal = any(tree.tokens[inner].tag in FINITE for inner in range(index + 1, last))
            return index - 1 if relative or not verbal else last
    return last


def _capital(tree: Tree, index: int) -> bool:
    """Whether a token is a name that the tagger took for an adverb or verb: capitalised, and no word of a closed class."""
    token = tree.tokens[index]
    return index > 0 and token.text[0].isupper() and token.tag.startswith(("RB", "VB", "IN", "UH")) and token.lower not in CLOSED


def _finite(tree: Tree, index: int) -> bool:
    """Whether a token is a finite verb, also where the tagger took a past tense for a participle."""
    token = tree.tokens[index]
    if token.tag in FINITE:
        return True
    if token.tag != "VBN":
        return False
    if token.lower not in INTRANSITIVE and tree.deps[index] not in MAIN:
        return not verbal(tree.tokens, index)               # Cases in the province doubled to 1,846
    for left in range(index - 1, -1, -1):
        if tree.tokens[left].tag in BOUNDARIES:
            break
        if tree.tokens[left].tag in FINITE:
            return False
    return True


def _nominal(tree: Tree, index: int) -> bool:
    """Whether a phrase may end in a token: a noun, a name that the tagger missed, an adjective used as a noun."""
    token = tree.tokens[index]
    if token.tag in NOUNS or _capital(tree, index) or (token.tag in ("RP", "IN") and tree.hyphened(index)):
        return True
    if token.tag == "CD":
        before = tree.tokens[index - 1] if index else token
        return (before.tag in NAMED or before.text == "No") and before.text[0].isupper()       # the Oriol 40, Orbit No 6
    return token.tag in ("JJ", "VBG") and (index == 0 or tree.tokens[index - 1].tag in (",", "CC", "DT", ":", "IN"))


def noun_phrase(tree: Tree, last: int, values: Places, times: Places) -> tuple[int, int] | None:
    """First and last token of the noun phrase that ends in a token, with the phrases before it that it hangs on by a preposition."""
    end = last
    first = _chunk(tree, last)
    while first > 0:
        if tree.tokens[first].tag in ("VBG", "VBN") and first < last and tree.is_noun(first - 1):
            end = last = first - 1                          # a bus carrying pilgrims
            first = _chunk(tree, last)
            continue
        before, noun = tree.tokens[first - 1], first - 2
        if before.tag == "IN" and before.dep != "mark" and noun > 0 and tree.tokens[noun].tag in ("VBN", "VBG") and tree.is_noun(noun - 1):
            last, first = noun - 1, _chunk(tree, noun - 1)
            end = end if first > 0 and tree.tokens[first - 1].tag == "IN" else last        # the load put on the beam
            continue
        solid = noun >= 0 and _nominal(tree, noun) and noun not in values
        if before.dep == "mark" or before.lower in SUBORDINATORS:
            break                                           # while zinc fell
        if before.tag == "IN" and first in times and not _owning(tree, first, times) and not solid:
            break                                           # and in 1665 plague killed
        if before.tag == "VBG" and noun > 0 and tree.tokens[noun].tag == "IN" and _nominal(tree, noun - 1):
            last, first = noun - 1, _chunk(tree, noun - 1)  # support for joining the union
            continue
        if before.tag == "IN" and noun >= 0 and noun in times:
            break                                           # lowered its forecast on Thursday as profit fell
        if before.tag in ("VBG", "VBN"):
            return (first - 2, end) if noun >= 0 and tree.tokens[noun].lower == "those" else None        # those given the pill lost
        if before.tag == "IN" or before.lower == "to":
            if before.lower == "of" and noun in values:
                break                                       # 38% of adults ate five portions
            if not solid:
                return None                                 # In morning trade Nintendo fell
        elif before.tag != "CC" or not solid or noun in times or not _joins(tree, first, last):
            break
        last = noun
        first = _chunk(tree, noun)
    dated = tree.tokens[end].lower in DATED
    while first < end and (tree.tokens[first].tag in OPENING or (first in times and not dated) or tree.tokens[first].tag == "POS"):
        first += 1
    return first, end


def _joins(tree: Tree, first: int, last: int) -> bool:
    """Whether the parse joins a token of a noun phrase to a noun before it."""
    return any(tree.dep(index) == "conj" for index in range(first, last + 1))


def noun_chunk(tree: Tree, last: int) -> tuple[int, int]:
    """First and last token of the noun phrase without prepositions and determiner that ends in a token."""
    first = _chunk(tree, last)
    while first < last and tree[first].tag in OPENING:
        first += 1
    return first, last


def _owning(tree: Tree, index: int, times: Places) -> bool:
    """Whether the time that begins at a token is a possessive: `from last month's storms`."""
    while index < len(tree.tokens) and index in times:
        index += 1
    return index < len(tree.tokens) and tree[index].tag == "POS"


def _within_name(tree: Tree, index: int) -> bool:
    """Whether a token joins two words of a name (`Western & Gulf`, `Orm/Lund`) or leads to its figure (`Orbit No 6`)."""
    word = tree.tokens[index].text
    if word not in ("&", "/", "No") or index == 0 or not tree.tokens[index - 1].text[0].isupper():
        return False
    return word != "No" or tree.tokens[index + 1].tag == "CD"


def _chunk(tree: Tree, last: int) -> int:
    """Where the noun phrase without prepositions that ends in a token begins, its determiner included."""
    first, tokens = last, tree.tokens
    while first > 0 and (tokens[first - 1].tag in CHUNK or _capital(tree, first - 1) or _within_name(tree, first - 1)
                         or tree.hyphened(first - 1)):
        if tokens[first].tag in ("VBG", "VBN") and tokens[first - 1].tag in NOUNS:
            break
        first -= 1
    return first - 1 if first > 0 and tokens[first - 1].tag in OPENING else first


def verbless(tree: Tree, first: int, values: Places, times: Places) -> tuple[int, int] | None:
    """The noun phrase before a value that a headline or list leaves the verb out of: `Talbot up 4 percent`, `, and Orvena by 3 percent`.

    `first` is the value's first token. After `by`, `at` and `between` the phrase opens with its clause.
    """
    index, words = first - 1, set()
    while index > 0 and (tree.tokens[index].lower in SMALL or tree.tokens[index].tag in ("RB", "$")):
        words.add(tree.tokens[index].lower)
        index -= 1
    if index < 0 or not tree.is_noun(index) or index in values or index in times:
        return None
    start = _chunk(tree, index)
    opens = start == 0 or tree.tokens[start - 1].text in (",", ";") or tree.tokens[start - 1].tag == "CC"
    gap = opens and start > 0 and (words & {"by", "at", "between"} or (not words and start - 2 in values))     # Blue had 49, Green 41
    if not words & MOVED and not gap:
        return None
    joined = gap and words and tree.tokens[start - 1].lower == "and" and start > 1 and tree.is_noun(start - 2)
    if joined and start - 2 not in values and start - 2 not in times:
        start = _chunk(tree, start - 2)                     # and fats and oils by 6 percent
    while start < index and tree.tokens[start].tag in OPENING:
        start += 1
    return None if any(place in values or place in times for place in range(start, index + 1)) else (start, index)
