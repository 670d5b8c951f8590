"""What `spacy train` needs to know for the names' model: documents that come tagged and marked by the gazetteer."""
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from extractor.gazetteer import Gazetteer
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.iob_utils import doc_to_biluo_tags

import backend  # noqa: F401  registers its callback


@spacy.registry.readers("tagged_corpus.v1")
def tagged_corpus(path: Path, gazetteer: Path, unmarked: float = 0.0, untagged: float = 0.0) -> Callable[[Language], Iterator[Example]]:
    """Examples for a tagger of names.

    The documents to predict carry tags and marks, as they do where the names' model runs; the references have names as
    BILUO tags in the place of tags. A share of `unmarked` tokens loses its mark and a share of `untagged` ones its tag, so
    that unlisted names are learnt too, and not to trust tags that are better in training than they will be.
    """
    marker = Gazetteer.read(Path(gazetteer))

    def read(nlp: Language) -> Iterator[Example]:
        rng = random.Random(0)
        for reference in DocBin().from_disk(path).get_docs(nlp.vocab):
            predicted = Doc(nlp.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference],
                            tags=[t.tag_ for t in reference])
            for token in marker(predicted):
                if rng.random() < unmarked:
                    token.ent_kb_id_ = ""
                if rng.random() < untagged:
                    token.tag_ = ""
            for token, tag in zip(reference, doc_to_biluo_tags(reference), strict=True):
                token.tag_ = tag if token.ent_iob else ""   # 0: nobody has looked
            yield Example(predicted, reference)

    return read
