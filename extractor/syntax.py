"""Tags, heads and names of sentences: the only door to the trained pipeline, and where mentions meet tokens.

The pipeline sees only sentences that hold a mention or that linking asks for, an article's together and never several
articles': what goes through it in one batch changes the last digits of float sums (house.md), so a batch depends on
the article alone.
"""
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.proposals import Name, Sentence
from extractor.tokens import Token, tokenize

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Syntax:
    """Loads the bundled pipeline, or another with the same labels, when the first sentence needs it."""

    def __init__(self, enabled: bool = True, model: str | None = None, names: str | None = None) -> None:
        self.enabled, self.model, self.names = enabled, model, names
        self._nlp: Language | None = None
        self._lock = threading.Lock()

    def read(self, sentences: list[Sentence]) -> None:
        """Fill tokens and names of one article's sentences."""
        if not self.enabled:
            for sentence in sentences:
                sentence.tokens = tokenize(sentence.text, sentence.start, sentence.end)
            return
        with self._lock:
            nlp = self._load()
            docs = [nlp.make_doc(sentence.text[sentence.start:sentence.end]) for sentence in sentences]
            for _, component in nlp.pipeline:
                docs = list(component.pipe(docs, batch_size=len(docs)))
            for sentence, doc in zip(sentences, docs, strict=True):
                fill(sentence, doc)

    def _load(self) -> "Language":
        if self._nlp is None:
            from extractor import pipeline
            self._nlp = pipeline.load(Path(self.model) if self.model else None)
        return self._nlp


def fill(sentence: Sentence, doc: "Doc") -> None:
    """Copy a parsed document's tokens and names into its sentence, with offsets into the article."""
    base = sentence.start
    sentence.tokens = [Token(base + t.idx, base + t.idx + len(t.text), t.text, t.lower_, t.tag_, t.dep_, t.head.i)
                       for t in doc if not t.is_space]
    if len(sentence.tokens) < len(doc):
        _renumber(sentence, doc)
    sentence.names = [Name(base + e.start_char, base + e.end_char, e.label_ or None) for e in doc.ents]
    sentence.parsed = True


def _renumber(sentence: Sentence, doc: "Doc") -> None:
    """Heads counted without the white-space tokens that were left out."""
    places, kept = {}, 0
    for token in doc:
        if not token.is_space:
            places[token.i], kept = kept, kept + 1
    for token in sentence.tokens:
        token.head = places.get(token.head, -1)
