"""Loads the bundled pipeline: tagger, parser and names over spaCy's tokens, as `training/` makes it.

What spaCy would do by itself is done here in less time and space: weights are stored as float16 and cast back, matrices
are multiplied by numpy's BLAS (thinc's default takes 1.4 to 1.6 times as long), and the tok2vecs are replaced by look-ups
(`lookup.py`). All of it is given to this pipeline's own models; nothing is set for the process.
"""
import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model, Ops

BUNDLED = Path(__file__).parent / "model"
# Labels that only this scheme has, of Penn Treebank tags and of Universal Dependencies.
TAGS = frozenset({"NN", "NNP", "CD", "VBD"})
RELATIONS = frozenset({"nsubj", "obj", "obl", "nmod", "nummod", "case"})
# The names of other pipelines by their types; what is not listed is no person, organisation or place.
NAME_LABELS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "NAME": None}

SIGN = re.compile(r"[-+−](?=[$£€¥])")
UNIT = re.compile(r"(?<=[0-9+])(?!(?:st|nd|rd|th)$)(?:[^\W\d_]{2,}|[º°])$")
NUMERIC = frozenset("0123456789.,+-−")


class ForeignLabels(ValueError):
    """A pipeline was given whose labels are not those that the rules read."""


def bundled() -> bool:
    """Whether this installation has the bundled pipeline."""
    return (BUNDLED / "config.cfg").exists()


def load(path: Path | str | None = None) -> "Language":
    """The bundled pipeline, or another by its path or the name of its package.

    Raises OSError where there is none, ForeignLabels where it does not fit.
    """
    nlp = _read(BUNDLED if path is None else path)
    missing = [*_missing(nlp, "tagger", TAGS), *_missing(nlp, "parser", RELATIONS)]
    if missing:
        raise ForeignLabels(f"the pipeline {path} has other labels than the rules read (it lacks {', '.join(missing)}): one with Penn "
                            "Treebank tags and Universal Dependencies is needed; this one can be used for names alone (names=, --names)")
    return nlp


def load_for_names(path: Path | str) -> "Language":
    """Any spaCy pipeline that finds names."""
    nlp = _read(path)
    labels = {label for _, component in nlp.pipeline for label in getattr(component, "labels", ())}
    if labels.isdisjoint(NAME_LABELS):
        raise ForeignLabels(f"the pipeline {path} finds no names: none of its labels is one of {', '.join(NAME_LABELS)}")
    return nlp


def _missing(nlp: "Language", name: str, labels: frozenset[str]) -> list[str]:
    """The labels that a component lacks, or the component's own name where the pipeline has none."""
    if name not in nlp.pipe_names:
        return [f"a {name}"]
    return sorted(labels.difference(getattr(nlp.get_pipe(name), "labels", ())))


def _read(path: Path | str) -> "Language":
    """A pipeline as spaCy reads it, made faster if it is one of ours."""
    import spacy

    from extractor import decoding, gazetteer, naming

    for module in (decoding, gazetteer, naming):
        module.register()
    try:
        nlp = spacy.load(path)
    except OSError as error:
        reason = re.sub(r"^\[E\d+\] ", "", str(error)).partition(". ")[0]
        raise OSError(f"the pipeline {path} cannot be loaded: give the name of an installed spaCy pipeline or the path of its folder "
                      f"({reason})") from None
    if nlp.meta.get("weights") == "float16":
        quicken(nlp)
    return nlp


def quicken(nlp: "Language") -> None:
    """Cast the weights back to float32 and replace the models' slow parts."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        model = getattr(part, "model", None)
        for node in model.walk() if model else ():
            node.ops = ops
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float32"))
    split_signs_and_units(nlp)
    for name in ("tok2vec", "tagger", "names"):
        component: Any = nlp.get_pipe(name)
        component.model = looked_up(component.model, ops) if is_tok2vec(component.model) else component.model
        for node in component.model.walk():
            for place, layer in enumerate(node.layers):
                if is_tok2vec(layer):
                    node.layers[place] = looked_up(layer, ops)
                elif layer.name == "with_array(softmax)":
                    node.layers[place] = scored(layer.layers[0], ops)


def split_signs_and_units(nlp: "Language") -> None:
    """Cut a sign from a currency (`-$5`) and a number from any unit written on to it (`300MW`); spaCy knows some units only."""
    tokenizer: Any = nlp.tokenizer
    prefix, suffix = tokenizer.prefix_search, tokenizer.suffix_search
    tokenizer.prefix_search = lambda text: prefix(text) or SIGN.match(text)
    tokenizer.suffix_search = lambda text: suffix(text) or unit(text)


def unit(text: str) -> re.Match[str] | None:
    """The letters after a number that fills the rest of the token, but for the endings of ordinals."""
    match = UNIT.search(text)
    return match if match and NUMERIC.issuperset(text[:match.start()]) else None


def is_tok2vec(model: "Model[Any, Any]") -> bool:
    """Whether a layer is the whole of a tok2vec: an embedding of extracted features, then an encoder."""
    names = [layer.name for layer in model.layers]
    return len(names) == 2 and names[0].startswith("extract_features") and names[1].startswith("with_array(residual")


def looked_up(tok2vec: "Model[Any, Any]", ops: "Ops") -> "Model[Any, Any]":
    """A layer that gives a tok2vec's vectors by look-up. It cannot be trained."""
    from thinc.api import Model

    from extractor.lookup import Lookup

    lookup = Lookup(tok2vec, ops)

    def forward(model: "Model[Any, Any]", docs: "Sequence[Doc]", is_train: bool) -> tuple[Any, Any]:
        return lookup(docs), None

    return Model("lookup", forward, dims={"nO": lookup.width}, ops=ops)


def scored(softmax: "Model[Any, Any]", ops: "Ops") -> "Model[Any, Any]":
    """A layer that gives a softmax layer's scores, not normalised, for documents' vectors. It cannot be trained."""
    import numpy as np
    from thinc.api import Model

    weights, bias = np.ascontiguousarray(softmax.get_param("W").T), softmax.get_param("b")

    def forward(model: "Model[Any, Any]", vectors: list[Any], is_train: bool) -> tuple[Any, Any]:
        scores = np.concatenate(vectors) @ weights
        scores += bias
        stops = itertools.accumulate(map(len, vectors))
        return [scores[stop - len(each):stop] for each, stop in zip(vectors, stops, strict=True)], None

    return Model("scores", forward, dims={"nO": len(bias)}, ops=ops)


def names(doc: "Doc") -> Iterator[tuple[int, int, str | None]]:
    """Start, end and type (PER, ORG, LOC; None where in doubt) of a document's names."""
    for entity in doc.ents:
        if entity.label_ in NAME_LABELS:
            yield entity.start_char, entity.end_char, NAME_LABELS[entity.label_]
