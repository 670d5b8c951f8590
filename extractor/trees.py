"""A sentence's dependency tree: the head of a span, the clause that it stands in, and the noun phrase of a token.

Labels are those of Universal Dependencies, with subtypes (`nsubj:pass`); a token is its index in `Sentence.tokens`.
"""
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias

from extractor.proposals import Sentence
from extractor.retagging import FINITE, NOUNS, mend, retag
from extractor.tokens import Token

Span: TypeAlias = tuple[int, int]
Places: TypeAlias = AbstractSet[int]      # indices of tokens

NOWHERE: Places = frozenset()
PRONOUNS = frozenset({"PRP", "DT", "WP", "WDT", "EX", "PRP$", "WP$"})
EDGES = frozenset({"CC", "IN", "TO", "POS", "DT", "PRP$", ","})
REFERRING = frozenset("""its Its their Their his His our Our my My your Your it itself them themselves him himself her herself us worth own
    aged""".split())                                        # nor with these
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})
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
CROSSED = frozenset({"to", "from", "in", "on", "at", "by", "for", "with"})
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NO_PREDICATES = frozenset({"aux", "cop", "case", "amod"})        # relations of a verb that is no predicate
# Children that are no part of what a noun phrase names, whatever its size.
OUTSIDE = frozenset({"acl:relcl", "acl", "advcl", "appos", "parataxis", "cop", "nsubj", "nsubj:pass", "case", "mark", "cc:preconj", "obl",
                     "obl:unmarked", "advmod", "discourse", "dep", "expl", "aux", "ccomp", "orphan", "vocative", "list"})
DATED = frozenset({"contract", "contracts", "futures", "delivery"})          # named by a month: the March contract


class Bare(dict[str, str]):
    """Relations without their subtypes, worked out once each."""

    def __missing__(self, dep: str) -> str:
        self[dep] = bare = dep.partition(":")[0]
        return bare


BARE = Bare()


def circular(tokens: list[Token], before: list[int]) -> bool:
    """Whether heads that are not those of `before` run in a circle."""
    for start, token in enumerate(tokens):
        if token.head != before[start]:
            seen, index = {start}, token.head
            while index != -1 and tokens[index].head != index:
                if index in seen:
                    return True
                seen.add(index)
                index = tokens[index].head
    return False


class Tree:
    """The dependency tree of a parsed sentence, made when it is first looked at: many a sentence is asked nothing."""

    __slots__ = ("body", "children", "clauses", "deps", "ends", "grown", "heads", "joints", "phrases", "ranges", "sentence", "starts",
                 "tokens", "top")

    tokens: list[Token]
    starts: list[int]
    ends: list[int]
    deps: list[str]
    top: int | None
    children: list[list[int]]
    heads: dict[Span, int | None]
    ranges: dict[Span, range]
    clauses: dict[int, int]
    phrases: dict[int, Span]

    def __init__(self, sentence: Sentence, body: int = 0) -> None:
        """Of a parsed sentence; nothing of a dateline, which ends at the offset `body`, hangs on a word of the text after it."""
        self.sentence, self.body = sentence, body
        self.grown = False                                  # whether it has been looked at
        self.joints: list[Span] | None = None               # where its text is joined, once asked for

    def __getattr__(self, name: str) -> Any:
        if self.grown or name not in self.__slots__:
            raise AttributeError(name)
        self._grow()
        return getattr(self, name)

    def _grow(self) -> None:
        """Mend the tags and heads of the tokens, and note for each token what hangs on it."""
        self.grown = True
        self.tokens = tokens = self.sentence.tokens
        self.heads, self.ranges, self.clauses, self.phrases, self.top = {}, {}, {}, {}, None
        parsed = [token.head for token in tokens]
        retag(tokens)
        mend(tokens)
        if circular(tokens, parsed):
            for token, head in zip(tokens, parsed, strict=True):
                token.head = head
        self.starts, self.ends = [token.start for token in tokens], [token.end for token in tokens]
        self.deps = [BARE[token.dep] for token in tokens]
        children: list[list[int]] = [[] for _ in tokens]
        self.children = children
        dated = self.body if tokens and tokens[0].start < self.body else 0
        for index, token in enumerate(tokens):
            head = token.head
            if head == index:
                self.top = index if self.top is None else self.top
            elif head >= 0 and not (dated and token.start < dated <= self.starts[head]):
                children[head].append(index)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def dep(self, index: int) -> str:
        """A token's relation without its subtype."""
        return self.deps[index]

    def at(self, offset: int) -> int:
        """The first token that ends after an offset; the number of tokens where there is none."""
        return bisect_right(self.ends, offset)

    def indices(self, start: int, end: int) -> range:
        """The tokens that stand in a span of the text, however partly."""
        try:
            return self.ranges[start, end]
        except KeyError:
            first = bisect_right(self.ends, start)
            self.ranges[start, end] = found = range(first, bisect_left(self.starts, end, first))
            return found

    def begun(self, start: int, end: int) -> range:
        """The tokens that begin in a span of the text."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first))

    def head(self, start: int, end: int) -> int | None:
        """The token that heads a span: a noun of it, else any token, whose own head lies outside."""
        try:
            return self.heads[start, end]
        except KeyError:
            self.heads[start, end] = head = self._head(self.indices(start, end))
            return head

    def _head(self, inside: range) -> int | None:
        """The token that heads a range of tokens."""
        tokens, top = self.tokens, None
        for index in inside:
            token = tokens[index]
            if token.head not in inside or token.head == index:
                if token.tag in NOUNS:
                    return index
                top = index if top is None else top
        return top

    def detach(self, start: int, end: int) -> None:
        """Hang figures that the parse hung on a date on what the date hangs on: `four times this year`, `for 2025 to 1.1 percent`."""
        inside = self.indices(start, end)
        hung: list[int] = []
        for date in inside:
            if self.children[date]:
                hung += [child for child in self.children[date] if child not in inside and self._figure(child)]
        if not hung:
            return
        top = next((index for index in inside if self.tokens[index].head not in inside), None)
        above = None if top is None else self.up(top)
        for child in hung:
            if above is not None and child != above:
                self._hang(child, above)

    def raise_over(self, head: int, noun: int) -> None:
        """Hang a value on what a noun behind it hangs on, where the parse hung it on that over its preposition.

        `carried it 9 miles to the sea`
        """
        for child in self.children[noun]:
            if head < child and self.deps[child] == "case" and self.tokens[child].lower in CROSSED:
                above = self.up(noun)
                if above is not None and above != head:
                    self._hang(head, above)
                return

    def _hang(self, index: int, above: int) -> None:
        """Hang a token on another, as its adverbial."""
        below = self.tokens[index].head
        self.children[below] = [other for other in self.children[below] if other != index]
        self.children[above] = sorted([*self.children[above], index])
        self.tokens[index].head = above
        self.tokens[index].dep = self.deps[index] = "obl"

    def _figure(self, index: int) -> bool:
        """Whether a token is a figure or has one for its number."""
        return self.tokens[index].tag in ("CD", "$") or self.child(index, "nummod") is not None

    def hyphened(self, index: int) -> bool:
        """Whether a token goes on a hyphenated word: `loan-to-value`."""
        before = self.tokens[index - 1] if index else None
        return before is not None and before.text == "-" and before.end == self.tokens[index].start

    def inside(self, spans: list[Span]) -> Places:
        """The tokens that begin in some spans of the text."""
        if not spans:
            return NOWHERE
        places = set[int]()
        for start, end in spans:
            places.update(self.begun(start, end))
        return places

    def is_noun(self, index: int) -> bool:
        """Whether a token is a noun or name."""
        return self.tokens[index].tag in NOUNS

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb."""
        return self.tokens[index].tag in VERBAL

    def child(self, index: int, *deps: str) -> int | None:
        """The first child of a relation without its subtype."""
        for child in self.children[index]:
            if self.deps[child] in deps:
                return child
        return None

    def subject(self, verb: int) -> int | None:
        """The subject of a verb: the one after a comma where the parse has two (`A slugger with two titles, Berg entered …`)."""
        first = None
        for child in self.children[verb]:
            if self.deps[child] == "nsubj":
                if first is not None and child < verb and self.tokens[child].tag in NOUNS and self.tokens[child - 1].text == ",":
                    return child
                first = child if first is None else first
        return first

    def case(self, index: int) -> str:
        """The preposition of a noun, in lower case; empty where it has none."""
        for child in self.children[index]:
            if self.deps[child] == "case":
                return self.tokens[child].lower
        return ""

    def up(self, index: int) -> int | None:
        """A token's head; None for the root."""
        head = self.tokens[index].head
        return None if head == index or head == -1 else head

    def ancestors(self, index: int) -> Iterator[int]:
        """A token's head, its head's head, and so on to the root."""
        tokens, seen = self.tokens, {index}
        head = tokens[index].head
        while head != -1 and head not in seen:
            yield head
            seen.add(head)
            head = tokens[head].head

    def root(self) -> int | None:
        """The root of the sentence, or what hangs on its dateline where that took its place; None where it has no token."""
        if self.top is not None and self.tokens[self.top].start < self.body:
            foreign = (index for index, token in enumerate(self.tokens) if token.start >= self.body > self.tokens[token.head].start)
            return next((index for index in foreign if self.is_verb(index) or self.child(index, "nsubj") is not None), self.top)
        return self.top

    def clause(self, index: int) -> int:
        """The predicate that a token belongs to: itself or its nearest ancestor that is a verb or has a subject; else the root."""
        if index not in self.clauses:
            self.clauses[index] = self._clause(index)
        return self.clauses[index]

    def _clause(self, index: int) -> int:
        """The predicate that a token belongs to, sought along its ancestors."""
        tokens, deps, children = self.tokens, self.deps, self.children
        for _ in tokens:
            if tokens[index].tag in VERBAL and deps[index] not in NO_PREDICATES:
                return index
            if children[index] and self.child(index, "nsubj", "cop") is not None:
                return index
            head = tokens[index].head
            if head == index or head == -1:
                return index
            index = head
        return index

    def phrase(self, index: int, values: Places = NOWHERE, dates: Places = NOWHERE, own: Places = NOWHERE, times: Places = NOWHERE) -> Span:
        """The offsets of a token's noun phrase: no determiner, relative clause or apposition, no date at its start, no time at its end.

        Nothing after the noun that holds one of `values` belongs to it, nor the value `own` whose subject it is, nor the number of a
        noun that is counted: `28 general schools` gives `general schools`.
        """
        tokens = self.tokens
        counted = self._run(index, values) if index in values else NOWHERE
        included = self._members(index, values - counted if counted else values, own, counted)
        first = last = index
        while first - 1 in included:
            first -= 1
        while first < index and self._edge(first, NOWHERE if tokens[index].lower in DATED else dates):
            first += 1
        first = self._named_from(first, values, dates, own)
        first = self._within_name(self._whole_word(first, index, own), index)
        while last + 1 in included and tokens[last + 1].tag not in FINITE:
            last += 1
        while last + 1 < len(tokens) and self._named_on(last) and last + 1 not in values and last + 1 not in dates:
            last += 1                                       # the Small-Cap 600, the Orbit 14 Pro
        last = self._to_name_end(last, first)
        if self._complemented(last):
            last = self._complement(last, values | dates | times | own, times)
        while last > index and self._edge(last, times or dates):
            last -= 1
        if last == index:
            while self._compounded(last) and last + 1 not in values | dates | times | own:
                last += 1                                   # the Chilean composer, where the parse has the first word
        return tokens[first].start, tokens[last].end

    def _within_name(self, first: int, noun: int) -> int:
        """Where a phrase begins that would begin inside a name that holds its noun: with the name."""
        start, reached = self.tokens[first].start, self.tokens[noun].start
        for name in self.sentence.names:
            if name.start < start < name.end and reached < name.end:
                first = min(first, self.at(name.start))
        return first

    def _to_name_end(self, last: int, first: int) -> int:
        """Where a phrase ends that would end inside a name: with the name."""
        start, opening = self.tokens[last].start, self.tokens[first].start
        for name in self.sentence.names:
            if name.start <= start < name.end and opening <= name.start:
                last = max(last, self.at(name.end - 1))
        return last

    def _complemented(self, last: int) -> bool:
        """Whether a token is a noun with the preposition of its complement behind it: `of` after any, others after nouns that take them."""
        if last + 2 >= len(self.tokens) or self.tokens[last].tag not in NOUNS:
            return False
        case = self.tokens[last + 1].lower
        return case == "of" or (case in COMPLEMENTED and self.tokens[last].lower.removesuffix("s") in COMPLEMENTED[case])

    def _complement(self, last: int, barriers: Places, times: Places) -> int:
        """The end of a phrase whose last noun has a complement right behind it that the parse hung elsewhere; `last` where it has none.

        `the basic version of the Orbit 14 Pro`, `a stake in the port`
        """
        end = place = last + 1
        while end + 1 < len(self.tokens) and end + 1 not in barriers and self.tokens[end + 1].tag in OBJECT:
            end += 1
        if end == place or self.tokens[end].tag not in NOUNS or end + 1 in barriers - times or self.tokens[place + 1].text in REFERRING:
            return last
        included = self._members(end, barriers, NOWHERE, NOWHERE)
        while end + 1 in included and self.tokens[end + 1].tag not in FINITE:
            end += 1
        return end

    def whole(self, index: int) -> Span:
        """The offsets of a token's noun phrase, whatever values and times it holds."""
        if index not in self.phrases:
            self.phrases[index] = self.phrase(index)
        return self.phrases[index]

    def _run(self, index: int, values: Places) -> Places:
        """The tokens of the value that a token belongs to."""
        first = last = index
        while first - 1 in values:
            first -= 1
        while last + 1 in values:
            last += 1
        return frozenset(range(first, last + 1))

    def _named_from(self, first: int, *barriers: Places) -> int:
        """Where a phrase begins that would begin inside a name or compound: with the words before it that point into it or beyond."""
        while first > 0:
            token = self.tokens[first - 1]
            modifying = token.tag in ("NN", "JJ") and self.deps[first - 1] in MODIFYING
            joined = modifying or token.tag in ("NNP", "NNPS") or (token.tag == "CD" and self._numbered(first - 1))
            if not joined or token.text in REFERRING or (token.head < first and token.dep not in STRAY):
                break
            if not (self.tokens[first].tag in COMPOUND or self._numbered(first)) or any(first - 1 in places for places in barriers):
                break
            first -= 1
        return first

    def _compounded(self, last: int) -> bool:
        """Whether the noun after a singular noun belongs to it, though the parse made it an adverbial of the verb."""
        if last + 1 >= len(self.tokens) or self.tokens[last].tag not in ("NN", "NNP"):
            return False
        after = self.tokens[last + 1]
        return after.tag in ("NN", "NNS") and after.text.islower() and after.dep in ("advmod", "dep", "obj", "xcomp", "fixed")

    def _named_on(self, last: int) -> bool:
        """Whether the token after another goes on a name with a figure in it."""
        token, after = self.tokens[last], self.tokens[last + 1]
        if after.tag == "CD":
            return token.tag in ("NNP", "NNPS")
        named = after.tag in NOUNS and after.text[0].isupper()
        return named and token.tag == "CD" and last > 0 and self.tokens[last - 1].tag in NOUNS and self.tokens[last - 1].text[0].isupper()

    def _numbered(self, index: int) -> bool:
        """Whether a token is the figure within a name: `Orbit 12 Pro`."""
        if not 0 < index < len(self.tokens) - 1 or self.tokens[index].tag != "CD" or not self.tokens[index].text.isdigit():
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        return before.tag in NOUNS and not before.text.islower() and after.tag in NOUNS and after.text[0].isupper()

    def _whole_word(self, first: int, noun: int, own: Places) -> int:
        """Where a phrase begins that would begin inside a hyphenated word: with the word, or after it where it holds the value itself."""
        while first > 1 and self.tokens[first - 1].text == "-" and self.tokens[first - 1].end == self.tokens[first].start:
            if first - 2 in own:
                return min(first + 1, noun)
            first -= 2
        return first

    def _edge(self, index: int, times: Places) -> bool:
        """Whether a phrase neither begins nor ends with a token."""
        token = self.tokens[index]
        return token.tag in EDGES or token.text in REFERRING or not token.text[0].isalnum() or index in times

    def _members(self, noun: int, barriers: Places, own: Places, counted: Places) -> set[int]:
        """The tokens that belong to a noun's phrase, wherever they stand."""
        included, left, children = {noun}, [noun], self.children
        before: set[int] = set()                            # what stands before its noun, with all that hangs on it
        while left:
            index = left.pop()
            for child in children[index]:
                if child < index != noun or index in before:
                    before.add(child)
                if child in counted and self.tokens[child].tag == "CD":
                    continue
                value = self._barred(child, barriers) if child > index and child not in before else self._measured(child, own)
                if not value and not self._apart(index, child, top=index == noun):
                    included.add(child)
                    left.append(child)
        return included

    def _apart(self, index: int, child: int, top: bool) -> bool:
        """Whether a child says something of its noun without being part of its name."""
        token = self.tokens[child]
        if token.dep == "acl:relcl":
            return True
        case = ""
        for below in reversed(self.children[child]):
            word = self.tokens[below].lower
            if word == "but":
                return True
            if self.deps[below] == "case":
                case = word
        if case == "than":
            return True
        if token.lower == "aged" and child == index + 1:
            return False                                    # farmers aged 20 to 30
        if not top or (token.dep == "appos" and child == index + 1):                    # the ferry Santa Brígida
            return False
        if case == "of" and token.dep in ("appos", "obl"):
            return False
        if child == index + 1 and token.tag == "VBN" and self.tokens[index].lower == "those":
            return False                                    # those given the pill
        nearer = child > index + 1 and self.tokens[child - 1].tag in NOUNS
        if token.dep == "acl" and token.tag == "VBG" and nearer:                        # citizens studying in Russia
            return False
        if token.dep == "acl" and token.tag == "VBG" and self.child(child, "mark") is not None:
            return False                                    # support for joining the union
        return token.dep in OUTSIDE or (token.dep.startswith("det") and child < index) or token.tag in ("PRP$", "WP$")

    def _measured(self, child: int, own: Places) -> bool:
        """Whether what stands before a noun is the value itself or compared by it: not `three-day` in `a three-day winning run`."""
        return child in own or (self.tokens[child].tag in ("JJR", "RBR", "CD") and self._holds(child, own))

    def _barred(self, child: int, barriers: Places) -> bool:
        """Whether what hangs behind a noun is a value or opens with one; the measure of an inner noun is none (`a home with a $9 loan`)."""
        return child in barriers or (self.deps[child] != "nmod" and self._holds(child, barriers))

    def _holds(self, index: int, places: Places) -> bool:
        """Whether a token or what hangs on it is one of some tokens."""
        if index in places:
            return True
        left = list(self.children[index]) if places else []
        while left:
            index = left.pop()
            if index in places:
                return True
            left += self.children[index]
        return False
