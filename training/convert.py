"""Turns treebanks into spaCy's training files over spaCy's own tokens.

    python convert.py OUT --copies 4 TREEBANK.conllu ...

Each copy has the sentences as they are or rewritten (`variants.py`), in the corpus's order, grouped anew: the program
parses sentence by sentence, so four documents of ten are one sentence, and the others have up to ten.
"""
import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from treebank import Sentence, document, read
from variants import vary

ALONE = 0.4
SEPARATORS = (" ", " ", " ", " ", "\n", "\n\n")


def grouped(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[Sequence[Sentence]]:
    """Neighbouring sentences in groups of one to ten."""
    start = 0
    while start < len(sentences):
        size = 1 if rng.random() < ALONE else rng.randint(2, 10)
        yield sentences[start:start + size]
        start += size


def documents(sentences: Sequence[Sentence], copies: int, seed: int) -> Iterator[Doc]:
    """Training documents: `copies` varied passes over the sentences, or with 0 each sentence as it is."""
    nlp, rng = spacy.blank("en"), random.Random(seed)
    for sentence in sentences if copies == 0 else ():
        yield document(nlp, [sentence], [])
    for number in range(copies):
        varied = [vary(sentence, rng) if number else sentence for sentence in sentences]
        for group in grouped(varied, rng):
            yield document(nlp, group, [rng.choice(SEPARATORS) for _ in group[1:]])


def write(out: Path, sentences: Sequence[Sentence], copies: int) -> None:
    """Write the training documents of sentences and say how many there are."""
    made = DocBin(docs=documents(sentences, copies, seed=len(sentences)))
    out.parent.mkdir(parents=True, exist_ok=True)
    made.to_disk(out)
    print(f"{out}: {len(made)} documents, {sum(len(tokens) for tokens in made.tokens)} tokens")


def main() -> None:
    """Convert what the command line names."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("out", type=Path)
    options.add_argument("treebanks", type=Path, nargs="+")
    options.add_argument("--copies", type=int, default=0, help="varied passes over the data; 0 for each sentence once, alone and as it is")
    chosen = options.parse_args()
    write(chosen.out, [sentence for path in chosen.treebanks for sentence in read(path)], chosen.copies)


if __name__ == "__main__":
    main()
