"""Parses news sentences that have no trees by a wider pipeline, so that a narrower one can learn from them what that one does.

    python silver.py OUT --teacher MODEL --data FOLDER [--copies 2]

The sentences are the training parts of the corpora of names without trees: GMB and Wikigold.
"""
import argparse
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from convert import documents
from convert_names import corpora
from treebank import Sentence, Word

UNPARSED = ("gmb", "wikigold")


def parsed(teacher: Language, sentence: Sentence) -> Sentence:
    """The sentence over spaCy's tokens, with the teacher's tags and heads."""
    doc = teacher.make_doc(sentence.text)
    for token in doc[1:]:
        token.is_sent_start = False
    for _, component in teacher.pipeline:
        doc = component(doc)
    return Sentence(sentence.id, tuple(Word(token.text, token.whitespace_, token.tag_, token.dep_, token.head.i) for token in doc))


def main() -> None:
    """Parse what the command line names."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("out", type=Path)
    options.add_argument("--teacher", type=Path, required=True)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--copies", type=int, default=2, help="varied passes over the sentences")
    chosen = options.parse_args()
    teacher, parts = spacy.load(chosen.teacher), corpora(chosen.data, "train")
    sentences = [parsed(teacher, sentence) for name in UNPARSED for sentence in parts[name]]
    made = DocBin(docs=documents(sentences, chosen.copies, seed=len(sentences)))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    made.to_disk(chosen.out)
    print(f"{chosen.out}: {len(made)} documents, {sum(len(tokens) for tokens in made.tokens)} tokens")


if __name__ == "__main__":
    main()
