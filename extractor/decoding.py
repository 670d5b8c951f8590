"""The parser's greedy search over spaCy's transitions, without spaCy's loop.

spaCy's loop gives up the interpreter's lock, then takes it again for every unit of every state: more than half of its
time (measured with spaCy 3.8). Here the lock is kept, and all open states take a step together, as in spaCy's own
training. The trees are the same.
"""
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from thinc.api import Model

FACTORY = "locked_parser"
TOKENS = 2000       # at least, that are parsed together: 4 kB are computed for each before the first step


class LockedParser(DependencyParser):  # type: ignore[misc]  # spaCy has no types for it
    """spaCy's dependency parser with another greedy search."""

    def pipe(self, stream: Iterator[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Parse documents, a fair number at a time whatever `batch_size`."""
        for docs in portions(stream):
            self.set_annotations(docs, self.predict(docs))
            yield from docs

    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """The final states of documents."""
        states: list[Any] = self.moves.init_batch(docs)
        unfinished = [state for state in states if not state.is_final()]
        if unfinished:
            upper = self.model.get_ref("upper")
            weights, bias = upper.get_param("W").T, upper.get_param("b")
            primed = self.model.predict(docs)
            while unfinished:
                scores = primed.state2vec.predict(primed.get_token_ids(unfinished)) @ weights
                scores += bias
                unfinished = self.transition_states(unfinished, scores)
        return states


def portions(stream: Iterator[Doc]) -> Iterator[list[Doc]]:
    """Documents in lists of at least TOKENS tokens, but for the last."""
    docs: list[Doc] = []
    size = 0
    for doc in stream:
        docs.append(doc)
        size += len(doc)
        if size >= TOKENS:
            yield docs
            docs, size = [], 0
    if docs:
        yield docs


def register() -> None:
    """Make the component known to spaCy."""
    if not Language.has_factory(FACTORY):
        Language.factory(FACTORY, func=_make)


def _make(nlp: Language, name: str, model: Model[list[Doc], Any], min_action_freq: int) -> LockedParser:
    return LockedParser(nlp.vocab, model, name, min_action_freq=min_action_freq)
