"""Reads treebanks in CoNLL-U into sentences of words, and words into documents over spaCy's own tokens.

A treebank splits text differently from spaCy in about one word of fifty (`3-year`, `don't`, `e-mail`), and the trained
pipeline only ever meets spaCy's tokens: tags and heads are carried over before training, so that the training data
says what is wanted of every token.
"""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

# Subtypes that tell something the words do not: passives, possessives, relative clauses, measures without a preposition.
SUBTYPES = frozenset({"nsubj:pass", "aux:pass", "obl:agent", "obl:unmarked", "nmod:poss", "nmod:unmarked", "nmod:desc", "acl:relcl",
                      "compound:prt", "det:predet", "cc:preconj"})
MARKS = {"-": "HYPH", "–": ":", "—": ":", ".": ".", ",": ",", ":": ":", ";": ":", "(": "-LRB-", ")": "-RRB-", '"': "''", "'": "POS",
         "$": "$"}
NOT_ANNOTATED = "-"


@dataclass(frozen=True)
class Word:
    """A word of a corpus and the white space after it. `head` counts the sentence's words, its own place for the root.

    `name` is an IOB tag, or `-` where nobody has looked.
    """

    text: str
    gap: str = " "
    tag: str = ""
    dep: str = ""
    head: int = 0
    name: str = NOT_ANNOTATED


@dataclass(frozen=True)
class Sentence:
    """A sentence of a corpus, its id, and whether its words carry heads."""

    id: str
    words: tuple[Word, ...]
    parsed: bool = True

    @property
    def text(self) -> str:
        """The sentence as running text."""
        return "".join(word.text + word.gap for word in self.words).rstrip()


def relation(dep: str) -> str:
    """The label that is trained for a UD relation: without its subtype unless that is kept, spaCy's `ROOT` for the root."""
    label = dep if dep in SUBTYPES else dep.partition(":")[0]
    return "ROOT" if label == "root" else label


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        if rows:
            name = next(line.partition("= ")[2] for line in lines if line.startswith("# sent_id"))
            yield Sentence(name, tuple(words(rows)))


def words(rows: Sequence[list[str]]) -> Iterator[Word]:
    """Words from CoNLL-U rows; the parts of a contraction (`don't`) share its text, whole with the first where it cannot be split."""
    contraction: list[str] = []
    last, space = 0, True
    for row in rows:
        if "-" in row[0]:
            last, space = int(row[0].partition("-")[2]), "SpaceAfter=No" not in row[9]
            first = int(row[0].partition("-")[0])
            parts = [other[1] for other in rows if other[0].isdigit() and first <= int(other[0]) <= last]
            contraction = parts if "".join(parts) == row[1] else [row[1]] + [""] * (len(parts) - 1)
        elif row[0].isdigit():
            index, head = int(row[0]), int(row[6])
            if index <= last:
                text, spaced = contraction.pop(0), space and index == last
            else:
                text, spaced = row[1], "SpaceAfter=No" not in row[9]
            yield Word(text, " " if spaced else "", row[4], relation(row[7]), head - 1 if head else index - 1)


def document(nlp: Language, sentences: Sequence[Sentence], separators: Sequence[str]) -> Doc:
    """Sentences as one document over spaCy's tokens; `separators` stand before each sentence but the first."""
    text, offsets, all_words, firsts = "", [], [], []
    for sentence, separator in zip(sentences, ["", *separators], strict=False):
        text, shift = text + separator, len(all_words)
        firsts.append(shift)
        for word in sentence.words:
            offsets.append((len(text), len(text) + len(word.text)))
            all_words.append(replace(word, head=word.head + shift))
            text += word.text + word.gap
        text = text.rstrip()
    plain = nlp.make_doc(text)
    made = Alignment(plain, all_words, offsets)
    doc = Doc(nlp.vocab, words=[t.text for t in plain], spaces=[bool(t.whitespace_) for t in plain],
              tags=made.tags, deps=made.deps, heads=made.heads,
              sent_starts=made.starts(firsts) if all(s.parsed for s in sentences) else None)
    add_names(doc, all_words, offsets)
    return doc


@dataclass
class Alignment:
    """Tags, relations and heads of a corpus's words carried over to spaCy's tokens."""

    doc: Doc
    words: Sequence[Word]
    offsets: Sequence[tuple[int, int]]
    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        count = len(self.doc)
        # White space, which spaCy keeps as tokens, hangs on the token before it.
        self.tags, self.deps, self.heads = ["_SP"] * count, ["dep"] * count, [max(0, i - 1) for i in range(count)]
        self.anchors: dict[int, int] = {}     # word → the token that stands for it
        groups = list(self.groups())
        for covered, tokens in groups:
            anchor = next((t for t in reversed(tokens) if any(c.isalnum() for c in self.doc[t].text)), tokens[-1])
            self.anchors |= dict.fromkeys(covered, anchor)
        for covered, tokens in groups:
            self.carry(covered, tokens)

    def groups(self) -> Iterator[tuple[list[int], list[int]]]:
        """The smallest groups of words and tokens that cover the same characters."""
        word = 0
        covered: list[int] = []
        tokens: list[int] = []
        for token in self.doc:
            if token.is_space:
                continue
            end = token.idx + len(token.text)
            tokens.append(token.i)
            while word < len(self.words) and self.offsets[word][0] < end:
                covered.append(word)
                word += 1
            while word < len(self.words) and self.words[word].text == "":
                covered.append(word)
                word += 1
            if self.offsets[covered[-1]][1] <= end:
                yield covered, tokens
                covered, tokens = [], []

    def carry(self, covered: list[int], tokens: list[int]) -> None:
        """The group's word nearest to the root gives its anchor tag and head, which makes no cycle; the rest hang on the anchor."""
        top = min(covered, key=self.depth) if len(covered) > 1 else covered[0]
        word, anchor = self.words[top], self.anchors[top]
        self.tags[anchor], self.deps[anchor], self.heads[anchor] = word.tag, word.dep, self.anchors.get(word.head, anchor)
        for token in tokens:
            if token != anchor:
                self.tags[token], self.deps[token] = filler(self.doc[token].text, word.tag)
                self.heads[token] = anchor

    def depth(self, word: int) -> int:
        """How many arcs lie between a word and its sentence's root."""
        depth = 0
        while self.words[word].head != word:
            word, depth = self.words[word].head, depth + 1
        return depth

    def starts(self, firsts: Sequence[int]) -> list[bool]:
        """For every token whether a sentence starts there."""
        begin = {self.anchors[word] for word in firsts}
        texts = {self.offsets[word][0] for word in firsts}
        return [token.i in begin or token.idx in texts for token in self.doc]


def filler(text: str, tag: str) -> tuple[str, str]:
    """Tag and relation for a token that is only a part of a word tagged `tag`."""
    if text in MARKS:
        return MARKS[text], "punct"
    if text[0].isdigit():
        return "CD", "nummod"
    return (tag, "compound") if text[0].isalpha() else ("SYM", "punct")


def add_names(doc: Doc, words: Sequence[Word], offsets: Sequence[tuple[int, int]]) -> None:
    """Set the document's names from the words' IOB tags; stretches that nobody has looked at stay open."""
    spans: list[Span] = []
    missing: list[Span] = []
    index = 0
    while index < len(words):
        stop = index + 1
        mark, _, label = words[index].name.partition("-")
        while stop < len(words) and mark == "B" and words[stop].name == f"I-{label}":
            stop += 1
        if mark == "B" or words[index].name == NOT_ANNOTATED:
            span = doc.char_span(offsets[index][0], offsets[stop - 1][1], label=label, alignment_mode="expand")
            exact = span is not None and (span.start_char, span.end_char) == (offsets[index][0], offsets[stop - 1][1])
            if span is not None:
                (spans if mark == "B" and exact else missing).append(span)
        index = stop
    taken = {i for span in spans for i in range(span.start, span.end)}
    gaps = sorted({i for span in missing for i in range(span.start, span.end)} - taken)
    doc.set_ents(spans, missing=[doc[i:i + 1] for i in gaps], default="outside")
