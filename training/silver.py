"""Parses news sentences that have no trees by a wider pipeline, so that a narrower one can learn from them what that one does.

    python silver.py OUT --teacher MODEL --data FOLDER [--copies 2]

The sentences are the training parts of the corpora of names without trees: GMB and Wikigold.
"""
import argparse
from pathlib import Path

import spacy
from spacy.language import Language

from convert import write
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
    write(chosen.out, [parsed(teacher, sentence) for name in UNPARSED for sentence in parts[name]], chosen.copies)


if __name__ == "__main__":
    main()
