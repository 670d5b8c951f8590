"""Whom a pronoun means, where that is certain.

Certain is what a clause says inside another whose subject is a name or noun (`the company said it has 40 shops`), and a pronoun
that opens a sentence right after one whose subject agrees with it (`The company runs 12 ferries. It carried 4 million people`).
A pronoun that is not certain stands as it is; one that no noun comes before names nothing.
"""
from dataclasses import dataclass

from extractor.phrases import whole
from extractor.trees import Span, Tree

NAMELESS = frozenset("i we you one everything something anything nothing everyone someone anyone this that".split())
PERSONS = frozenset({"he", "she"})
PRONOUNS = NAMELESS | PERSONS | {"it", "they"}
# Endings of nouns for deeds and qualities, which no `it` of a firm or thing stands for: `The closure will cost jobs. It employs 400.`
DEEDS = ("tion", "sion", "ment", "ure", "ing", "ness", "ity", "al")
INNER = frozenset({"ccomp", "advcl", "xcomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Topic:
    """What the last sentence was about: the noun that is its subject."""

    tree: Tree
    noun: int
    speaker: bool = False         # named after what is said, which has no subject that `it` may stand for

    @property
    def span(self) -> Span:
        """The offsets of the subject's phrase."""
        return whole(self.tree, self.noun)

    @property
    def named(self) -> bool:
        """Whether the subject is a name."""
        return self.tree[self.noun].text[0].isupper()

    @property
    def plural(self) -> bool:
        """Whether the subject is several; a name in the plural may be one firm (`Norvik Ferries`)."""
        return plural(self.tree, self.noun) and not (self.named and self.tree.child(self.noun, "conj") is None)

    @property
    def person(self) -> bool:
        """Whether the subject is a person's name, and nothing that `which` stands for."""
        tree, noun = self.tree, self.noun
        if any(tree[index].lower == "which" and tree.up(index) in tree.children[noun] for index in range(noun, len(tree.tokens))):
            return False
        words = [noun, *(child for child in tree.children[noun] if tree.dep(child) in ("flat", "appos") and tree[child].text[0].isupper())]
        return any(name.label == "PER" and any(name.start <= tree[word].start < name.end for word in words) for name in tree.sentence.names)


def topic(tree: Tree) -> Topic | None:
    """The subject of a sentence's main clause; a speaker named after what is said only where `it` stands for nothing in that."""
    root = tree.root()
    named = None if root is None else tree.child(root, "nsubj")
    if root is None or named is None or not tree.is_noun(named):
        return None
    said = next((child for child in tree.children[root] if tree.dep(child) == "ccomp" and child < named), None)
    if said is None:
        return Topic(tree, named)
    inner = tree.child(said, "nsubj")
    return Topic(tree, named, speaker=True) if inner is not None and (not tree.is_noun(inner) or plural(tree, inner)) else None


def plural(tree: Tree, noun: int) -> bool:
    """Whether a noun stands for several."""
    return tree[noun].tag in ("NNS", "NNPS") or tree.child(noun, "conj") is not None


def within_sentence(tree: Tree, pronoun: int) -> int:
    """The subject of the clause around a pronoun's where that is certain to be meant, else the pronoun itself."""
    for clause in tree.ancestors(pronoun):
        if tree.dep(clause) not in INNER:
            if not (tree.is_verb(clause) and tree.dep(clause) == "conj"):
                return pronoun
            first = _fitting(tree, tree.up(clause), pronoun)
            if first is not None:
                return first                                # Inflation will fall, and it could touch 2 percent
            continue
        outer = tree.up(clause)
        named = tree.child(outer, "nsubj") if outer is not None else None
        if named is not None and named < pronoun:
            fitting = _fitting(tree, outer, pronoun)
            return pronoun if fitting is None else fitting
    return pronoun


def _fitting(tree: Tree, clause: int | None, pronoun: int) -> int | None:
    """The subject of a clause where a pronoun after it may stand for it."""
    named = None if clause is None else tree.child(clause, "nsubj")
    if named is None or named > pronoun or not tree.is_noun(named):
        return None
    return named if Topic(tree, named).plural == (tree[pronoun].lower == "they") else None


def across_sentences(tree: Tree, pronoun: int, last: Tree | None) -> Span | None:
    """The phrase that a pronoun means, from the sentence before; its own offsets where that is in doubt, None where nothing was named."""
    token, sentence = tree[pronoun], tree.sentence
    opens = not any(map(tree.is_noun, range(pronoun)))
    before = topic(last) if opens and last is not None else None
    if before is not None and not sentence.text[before.tree.sentence.end:sentence.start].strip():
        several = token.lower == "they"
        agrees = before.plural == several or (several and before.named and not before.speaker)
        fits = agrees and before.person == (token.lower in PERSONS)
        deed = before.tree[before.noun].lower.endswith(DEEDS) and not before.named
        if fits and not deed and sentence.text[sentence.start].isalnum():
            return before.span
    if opens and not sentence.text[:sentence.start].strip():
        return None
    return token.start, token.end
