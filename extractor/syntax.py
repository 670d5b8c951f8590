"""Tags, heads and names of sentences: the only door to the trained pipeline, and where mentions meet tokens.

The pipeline sees only sentences that hold a mention or that linking asks for, an article's together and never several
articles': what goes through it in one batch changes the last digits of float sums (house.md), so a batch depends on
the article alone.
"""
import contextlib
import functools
import json
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extractor import name_forms, pipeline
from extractor.agreement import agree
from extractor.proposals import Name, Sentence
from extractor.tokens import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from threadpoolctl import ThreadpoolController

KEPT = 1000     # articles whose words spaCy remembers: the common ones are among them
ZONE = 500      # articles after which it forgets the words that are new in these
COLUMNS: list[int | str] = ["IDX", "LENGTH", "IS_SPACE", "TAG", "DEP", "HEAD"]


class Syntax:
    """Loads the bundled pipeline, or another with the same labels, when the first sentence needs it.

    `model` is a pipeline's name or path that takes the bundled one's place, `names_from` that of any pipeline that
    finds names and is used for these alone. Without a bundled pipeline (`pipeline.bundled()`) tags are guessed.
    """

    def __init__(self, enabled: bool = True, model: str | None = None, names_from: str | None = None) -> None:
        self.enabled = enabled and (model is not None or pipeline.bundled())
        self.model, self.names_from = model, names_from
        self._lock = threading.Lock()
        self._zone = contextlib.ExitStack()
        self._read = 0

    def load(self) -> None:
        """Load the pipelines now, not with the first sentence. Raises ValueError for one with other labels, OSError for none."""
        if self.enabled:
            _ = self._parser
        _ = self._namer

    def read(self, sentences: list[Sentence]) -> None:
        """Fill tokens and names of one article's sentences."""
        if self.enabled and sentences:
            with self._lock:
                self._renew()
                for sentence, doc in zip(sentences, run(self._parser, sentences), strict=True):
                    fill(sentence, doc)
            agree(sentences)
        if self._namer is not None and sentences:
            with self._lock:
                for sentence, doc in zip(sentences, run(self._namer, sentences), strict=True):
                    sentence.names = list(named(sentence, doc))

    def names(self, text: str) -> list[tuple[int, int, str | None]]:
        """Start, end and type (PER, ORG, LOC, None where in doubt) of the names in any text."""
        from extractor.sentences import split

        sentences = [Sentence(text, start, end) for start, end in split(text)]
        self.read(sentences)
        return [(name.start, name.end, name.label) for sentence in sentences for name in sentence.names]

    def _renew(self) -> None:
        """Let the pipeline forget words now and then: else its memory grows with the vocabulary of all articles.

        The first articles come before: in a memory zone spaCy's tokenizer remembers nothing, and takes five times as long.
        """
        if self._read >= KEPT and (self._read - KEPT) % ZONE == 0:
            self._zone.close()
            self._zone.enter_context(self._parser.memory_zone())
        self._read += 1

    @functools.cached_property
    def _parser(self) -> "Language":
        return pipeline.load(self.model)

    @functools.cached_property
    def _namer(self) -> "Language | None":
        return pipeline.load_for_names(self.names_from) if self.names_from else None


@functools.cache
def _bundled() -> Syntax:
    return Syntax()


def names(text: str) -> list[tuple[int, int, str | None]]:
    """Start, end and type (PER, ORG, LOC, None where in doubt) of the names in any text, by the bundled pipeline."""
    return _bundled().names(text)


def model_version() -> str | None:
    """Name and version of the bundled pipeline; None where there is none."""
    if not pipeline.bundled():
        return None
    meta = json.loads((pipeline.BUNDLED / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def run(nlp: "Language", sentences: list[Sentence]) -> "list[Doc]":
    """The sentences as documents that have gone through a pipeline, all of them through each component together."""
    docs = [nlp.make_doc(sentence.text[sentence.start:sentence.end]) for sentence in sentences]
    for doc in docs:
        doc.from_array("SENT_START", unbroken(len(doc)))
    with _matrices().limit(limits=1):
        for _, component in nlp.pipeline:
            docs = list(component.pipe(docs, batch_size=len(docs))) if hasattr(component, "pipe") else [component(doc) for doc in docs]
    return docs


def unbroken(length: int) -> Any:
    """SENT_START for a document that is one sentence: no token after the first begins another."""
    import numpy as np

    starts = np.full((length, 1), -1, dtype=np.int64)
    starts[:1] = 0
    return starts.view(np.uint64)


@functools.cache
def _matrices() -> "ThreadpoolController":
    """The thread pools of numpy's matrix products: for matrices as small as ours, one thread takes a sixth of the time of two."""
    from threadpoolctl import ThreadpoolController
    return ThreadpoolController()


def fill(sentence: Sentence, doc: "Doc") -> None:
    """Copy a parsed document's tokens and names into its sentence, with offsets into the article."""
    sentence.tokens = copied(sentence, doc)
    if len(sentence.tokens) < len(doc):
        _renumber(sentence, doc)
    sentence.names = list(named(sentence, doc))
    name_forms.mend(sentence)
    sentence.parsed = True


def copied(sentence: Sentence, doc: "Doc") -> list[Token]:
    """A document's tokens but for white space. Taken as one table: asking spaCy's own tokens takes several times as long."""
    text, start, names = sentence.text, sentence.start, labels(doc.vocab)
    table = doc.to_array(COLUMNS).view("int64").tolist()
    return [Token(first := start + index, end := first + length, word := text[first:end], word.lower(),
                  names[tag], names[dep], place + head)
            for place, (index, length, space, tag, dep, head) in enumerate(table) if not space]


class Labels(dict[int, str]):
    """Tags and relations by their hashes, read as signed numbers."""

    def __init__(self, strings: "StringStore") -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, key: int) -> str:
        label: str = self.strings[key % 2**64]
        self[key] = label
        return label


@functools.lru_cache(maxsize=4)
def labels(vocab: "Vocab") -> Labels:
    """The labels of a pipeline that have been met so far."""
    return Labels(vocab.strings)


def named(sentence: Sentence, doc: "Doc") -> Iterator[Name]:
    """The names of a sentence's document, with offsets into the article."""
    for start, end, label in pipeline.names(doc):
        yield Name(sentence.start + start, sentence.start + end, label)


def _renumber(sentence: Sentence, doc: "Doc") -> None:
    """Heads counted without the white-space tokens that were left out; what hung on one of these hangs on nothing."""
    places, kept = {}, 0
    for token in doc:
        if not token.is_space:
            places[token.i], kept = kept, kept + 1
    for kept_token in sentence.tokens:
        kept_token.head = places.get(kept_token.head, -1)
