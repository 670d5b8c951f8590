"""What `spacy train` needs to know for the names' model: documents that come tagged and marked by the gazetteer."""
import itertools
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
from teaching import Teacher

BATCH = 64


@spacy.registry.readers("tagged_corpus.v1")
def tagged_corpus(path: Path, gazetteer: Path, unmarked: float = 0.0, untagged: float = 0.0,
                  teacher: Path | None = None) -> Callable[[Language], Iterator[Example]]:
    """Examples for a tagger of names.

    The documents to predict carry tags and marks, as they do where the names' model runs; the references have names as
    BILUO tags in the place of tags. A share of `unmarked` tokens loses its mark and a share of `untagged` ones its tag, so
    that unlisted names are learnt too, and not to trust tags that are better in training than they will be. The `teacher`
    sees all of them.
    """
    marker = Gazetteer.read(Path(gazetteer))
    master = Teacher(Path(teacher)) if teacher else None

    def example(reference: Doc) -> Example:
        predicted = Doc(reference.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference],
                        tags=[t.tag_ for t in reference])
        for token, tag in zip(reference, doc_to_biluo_tags(reference), strict=True):
            token.tag_ = tag if token.ent_iob else ""   # 0: nobody has looked
        return Example(marker(predicted), reference)

    def read(nlp: Language) -> Iterator[Example]:
        rng = random.Random(0)
        references = DocBin().from_disk(path).get_docs(nlp.vocab)
        while batch := [example(reference) for reference in itertools.islice(references, BATCH)]:
            if master:
                master.teach(batch)
            for made in batch:
                for token in made.predicted:
                    if rng.random() < unmarked:
                        token.ent_kb_id_ = ""
                    if rng.random() < untagged:
                        token.tag_ = ""
            yield from batch

    return read
