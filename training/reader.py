"""What `spacy train` needs to know for the names' model: documents that come tagged and marked by the gazetteer."""
from collections.abc import Callable, Iterator
from pathlib import Path

import backend  # noqa: F401  registers its callback
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from extractor.gazetteer import Gazetteer


@spacy.registry.readers("tagged_corpus.v1")
def tagged_corpus(path: Path, gazetteer: Path) -> Callable[[Language], Iterator[Example]]:
    """Examples whose predicted documents carry tags and marks already, as they do where the names' model runs."""
    marker = Gazetteer.read(Path(gazetteer))

    def read(nlp: Language) -> Iterator[Example]:
        for reference in DocBin().from_disk(path).get_docs(nlp.vocab):
            predicted = Doc(nlp.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference],
                            tags=[t.tag_ for t in reference])
            yield Example(marker(predicted), reference)

    return read
