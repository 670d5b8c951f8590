"""Finds names: every token's chances of beginning, continuing, ending or being a name, and the best way through them.

The chances are a softmax over BILUO tags of PER, ORG, LOC and MISC (any other name: peoples, events, products). MISC is
never given out; it keeps such names out of the other three. A name whose type is in doubt gets the label NAME: a wrong
type is worse than none.

A transition-based model finds names as well as this but takes longer, and does not say how sure it is.
"""
import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

Floats = NDArray[np.float32]

TYPES = ("PER", "ORG", "LOC", "MISC")
IN_DOUBT = "NAME"
MARKS = "BILU"
SURE = 0.5            # the share of the best type's chances below which a type is in doubt
PLAIN = -0.5          # a tag whose chance has a logarithm above this leaves no doubt about the type
OUTSIDE = -0.15       # a token whose chance of being outside has a logarithm above this ends the stretch that is looked at
NEVER = -1e9


def follows(before: str, after: str) -> bool:
    """Whether a BILUO tag can follow another."""
    if before[0] in "BI":
        return after[0] in "IL" and after[2:] == before[2:]
    return after[0] in "BUO"


class NameTagger:
    """The component `names`: sets a document's names."""

    def __init__(self, model: "Model[Any, Any]", labels: Sequence[str] = ()) -> None:
        self.model = model
        self.set_labels(labels)

    def set_labels(self, labels: Sequence[str]) -> None:
        """The BILUO tags in the order of the model's scores."""
        self.tags = tuple(labels)
        self.outside = self.tags.index("O") if self.tags else 0
        moves = [[0 if follows(before, after) else NEVER for after in self.tags] for before in self.tags]
        self.moves: Floats = np.array(moves, dtype=np.float32)
        self.opens: Floats = np.array([0 if tag[0] in "BUO" else NEVER for tag in self.tags], dtype=np.float32)
        self.closes: Floats = np.array([0 if tag[0] in "LUO" else NEVER for tag in self.tags], dtype=np.float32)
        # For every mark the places of the types' tags.
        self.types = {mark: np.array([self.tags.index(f"{mark}-{kind}") for kind in TYPES]) for mark in MARKS if self.tags}

    @property
    def labels(self) -> tuple[str, ...]:
        """The types that documents' names get."""
        return (*TYPES[:3], IN_DOUBT)

    def __call__(self, doc: "Doc") -> "Doc":
        """Set one document's names."""
        return next(self.pipe([doc]))

    def pipe(self, stream: "Iterable[Doc]", *, batch_size: int = 64) -> "Iterator[Doc]":
        """Set the names of documents, `batch_size` at a time."""
        for docs in batches(stream, batch_size):
            self.set_annotations(docs, self.predict(docs))
            yield from docs

    def predict(self, docs: "Sequence[Doc]") -> list[Floats]:
        """Logarithms of every token's chances of each tag."""
        if not any(len(doc) for doc in docs):
            return [np.zeros((0, len(self.tags)), dtype=np.float32) for _ in docs]
        scores = np.concatenate(self.model.predict(docs))
        scores -= scores.max(axis=1, keepdims=True)
        scores -= np.log(np.einsum("ij->i", np.exp(scores)))[:, None]
        stops = itertools.accumulate(map(len, docs))
        return [scores[stop - len(doc):stop] for doc, stop in zip(docs, stops, strict=True)]

    def set_annotations(self, docs: "Sequence[Doc]", chances: list[Floats]) -> None:
        """Set names from chances."""
        from spacy.tokens import Span

        stops = list(itertools.accumulate(map(len, docs)))
        found = self.names(np.concatenate(chances), stops)
        name = next(found, None)
        for doc, stop in zip(docs, stops, strict=True):
            spans, start = [], stop - len(doc)
            while name and name[0] < stop:
                spans.append(Span(doc, name[0] - start, name[1] - start, label=name[2]))
                name = next(found, None)
            if spans:
                doc.set_ents(spans)

    def names(self, logs: Floats, stops: Sequence[int] = ()) -> Iterator[tuple[int, int, str]]:
        """First token, token after the last, and label of each name, from the chances of documents that end at `stops`."""
        inside: list[int] = np.flatnonzero(logs[:, self.outside] < OUTSIDE).tolist()
        best: list[int] = logs.argmax(axis=1).tolist()
        for start, stop in stretches(inside, frozenset(stops)):
            likeliest = [self.tags[place] for place in best[start:stop]]
            sensible = self.sensible(likeliest)
            path = likeliest if sensible else self.best(logs[start:stop])
            begin = start
            for place, tag in enumerate(path, start):
                if tag[0] in "BU":
                    begin = place
                if tag[0] in "LU":
                    own = range(begin, place + 1)
                    plain = sensible and all(logs[token, best[token]] > PLAIN for token in own)
                    label = tag[2:] if plain else self.label(logs[begin:place + 1])
                    if label != "MISC":
                        yield begin, place + 1, label

    def sensible(self, path: list[str]) -> bool:
        """Whether a sequence of tags begins, continues and ends as names do: the likeliest tags mostly do."""
        return path[0][0] in "BUO" and path[-1][0] in "LUO" and all(map(follows, path, path[1:]))

    def best(self, logs: Floats) -> list[str]:
        """The most probable sequence of tags that makes sense (Viterbi)."""
        score = logs[0] + self.opens
        back = []
        for row in logs[1:]:
            paths = score[:, None] + self.moves
            back.append(paths.argmax(axis=0))
            score = paths.max(axis=0) + row
        place = int((score + self.closes).argmax())
        found = [place]
        for pointers in reversed(back):
            place = int(pointers[place])
            found.append(place)
        return [self.tags[place] for place in reversed(found)]

    def label(self, logs: Floats) -> str:
        """The type of the name over these tokens, or NAME if no type has most of the chances."""
        marks = "U" if len(logs) == 1 else "B" + "I" * (len(logs) - 2) + "L"
        types = sum(row[self.types[mark]] for mark, row in zip(marks, logs, strict=True)) / len(logs)
        shares = np.exp(types - types.max())
        best = int(shares.argmax())
        return TYPES[best] if TYPES[best] == "MISC" or shares[best] >= SURE * shares.sum() else IN_DOUBT

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write model and tags into a pipeline's folder."""
        Path(path).mkdir(exist_ok=True)
        (Path(path) / "model").write_bytes(self.model.to_bytes())
        (Path(path) / "tags.json").write_text(json.dumps(self.tags) + "\n", encoding="utf-8")

    def from_disk(self, path: Path, **_: Any) -> "NameTagger":
        """Read model and tags from a pipeline's folder."""
        self.model.from_bytes((Path(path) / "model").read_bytes())
        self.set_labels(json.loads((Path(path) / "tags.json").read_text(encoding="utf-8")))
        return self


def batches(stream: "Iterable[Doc]", size: int) -> "Iterator[list[Doc]]":
    """Lists of at most `size` documents."""
    documents = iter(stream)
    while batch := list(itertools.islice(documents, size)):
        yield batch


def stretches(places: list[int], starts: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Start and stop of each run of consecutive numbers, where none of the `starts` continues one."""
    start, place = -1, -2
    for following in places:
        if following != place + 1 or following in starts:
            if start >= 0:
                yield start, place + 1
            start = following
        place = following
    if start >= 0:
        yield start, place + 1


def register() -> None:
    """Make the component known to spaCy under the name `names`."""
    from spacy.language import Language

    if not Language.has_factory("names"):
        Language.factory("names", func=_make)


def _make(nlp: "Language", name: str, model: "Model[list[Doc], list[Any]]") -> NameTagger:
    return NameTagger(model)
