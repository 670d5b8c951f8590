"""Lets the names' model learn from a bigger one's chances beside the corpora's names: they tell more than the names alone do."""
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
import spacy
from extractor.naming import NameTagger
from spacy.language import Language
from spacy.pipeline import Tagger
from spacy.training import Example
from thinc.api import Model

from backend import numpy_blas


class Teacher:
    """A trained model of names."""

    def __init__(self, path: Path) -> None:
        tagger: Any = numpy_blas()(spacy.load(path)).get_pipe("names")
        self.names = NameTagger(tagger.model, tagger.labels)
        self.order = numpy.argsort(tagger.labels)        # a pupil's tags are sorted

    def teach(self, examples: Sequence[Example]) -> None:
        """Write every tag's chances into the references' tensors, where a pupil looks for them."""
        for example, logs in zip(examples, self.names.predict([example.predicted for example in examples]), strict=True):
            example.reference.tensor = numpy.exp(logs[:, self.order])


class Pupil(Tagger):
    """A tagger that learns from its references' tags and, for a share, from the chances in their tensors if there are any."""

    taught = 0.0

    def get_loss(self, examples: Sequence[Example], scores: list[Any]) -> tuple[float, list[Any]]:
        """Loss and gradient. Where the reference has no tag, the chances are all there is to learn."""
        loss, gradients = super().get_loss(examples, scores)
        if not len(examples[0].reference.tensor):
            return loss, gradients
        for example, chances, gradient in zip(examples, scores, gradients, strict=True):
            share = numpy.array([[self.taught if token.tag else 1.0] for token in example.reference], dtype="float32")
            gradient *= 1 - share
            gradient += share * (chances - example.reference.tensor)
        return float(sum((gradient ** 2).sum() for gradient in gradients)), gradients


@Language.factory("pupil", default_config={"label_smoothing": 0.05, "taught": 0.7})
def pupil(nlp: Language, name: str, model: Model[Any, Any], label_smoothing: float, taught: float) -> Pupil:
    """The component that `names.cfg` trains."""
    made = Pupil(nlp.vocab, model, name, overwrite=True, label_smoothing=label_smoothing)
    made.taught = taught
    return made
