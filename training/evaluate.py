"""Scores the packed pipeline on the test parts, from raw text with the corpora's sentences, and prints the card's table.

    python evaluate.py --data FOLDER [--model FOLDER] [--part test]

TAG, UAS and LAS are spaCy's own (`Scorer`), against the treebanks' words, punctuation left out of the heads; LAS is on
relations without subtypes. Names count when start and end are right, with type or as spans alone.
"""
import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor import pipeline
from extractor.proposals import Sentence as Stretch
from extractor.syntax import fill, run
from spacy.language import Language
from spacy.scorer import PRFScore, Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

import treebank
from convert_names import corpora
from named import spans
from treebank import Sentence

BATCH = 20
LABELS = ("PER", "ORG", "LOC")


def parsed(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """Sentences parsed as the program does it, twenty at a time."""
    stretches = [Stretch(text, 0, len(text)) for text in texts]
    return [doc for start in range(0, len(stretches), BATCH) for doc in run(nlp, stretches[start:start + BATCH])]


def gold(nlp: Language, sentence: Sentence) -> Doc:
    """A sentence as a document over the treebank's words."""
    words = sentence.words
    return Doc(nlp.vocab, words=[w.text for w in words], spaces=[bool(w.gap) for w in words], tags=[w.tag for w in words],
               deps=[w.dep for w in words], heads=[w.head for w in words])


def relation(token: Token, _: str) -> str:
    """A token's relation without subtype."""
    return token.dep_.lower().partition(":")[0]


def syntax(nlp: Language, path: Path) -> str:
    """A row of the table for one treebank."""
    sentences = [s for s in treebank.read(path) if all(word.text for word in s.words)]
    examples = [Example(doc, gold(nlp, s)) for s, doc in zip(sentences, parsed(nlp, [s.text for s in sentences]), strict=True)]
    tag = Scorer.score_token_attr(examples, "tag")["tag_acc"]
    deps = Scorer.score_deps(examples, "dep", getter=relation, ignore_labels=("punct",))
    right, total = cardinals(sentences, examples)
    return (f"TAG {100 * tag:.1f}  UAS {100 * deps['dep_uas']:.1f}  LAS {100 * deps['dep_las']:.1f}"
            f"  head of a cardinal {right} of {total} ({100 * right / total:.1f})")


def cardinals(sentences: Iterable[Sentence], examples: Iterable[Example]) -> tuple[int, int]:
    """How many cardinal numbers that modify a noun have the right head, and how many there are."""
    right = total = 0
    for sentence, example in zip(sentences, examples, strict=True):
        tokens = example.alignment.y2x
        for index, word in enumerate(sentence.words):
            if word.dep == "nummod" and word.tag == "CD":
                own, heads = list(tokens[index]), list(tokens[word.head])
                total += 1
                right += bool(own) and example.x[int(own[-1])].head.i in map(int, heads)
    return right, total


@dataclass
class Names:
    """Scores of names, with type and as spans alone."""

    typed: PRFScore
    plain: PRFScore


def names(nlp: Language, sentences: Sequence[Sentence]) -> Names:
    """Score a corpus's names of the three types."""
    score = Names(PRFScore(), PRFScore())
    for sentence, doc in zip(sentences, parsed(nlp, [s.text for s in sentences]), strict=True):
        stretch = Stretch(doc.text, 0, len(doc.text))
        fill(stretch, doc)
        found = {(name.start, name.end, name.label) for name in stretch.names}
        wanted = set(characters(sentence))
        score.typed.score_set({name for name in found if name[2]}, wanted)
        score.plain.score_set({name[:2] for name in found}, {name[:2] for name in wanted})
    return score


def characters(sentence: Sentence) -> Iterable[tuple[int, int, str]]:
    """A sentence's names as spans of characters."""
    starts = [0]
    for word in sentence.words:
        starts.append(starts[-1] + len(word.text + word.gap))
    for start, stop, label in spans([word.name for word in sentence.words]):
        if label in LABELS:
            yield starts[start], starts[stop - 1] + len(sentence.words[stop - 1].text), label


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--model", type=Path, default=pipeline.BUNDLED)
    options.add_argument("--part", default="test")
    chosen = options.parse_args()
    nlp, trees = pipeline.load(chosen.model), chosen.data / "treebanks"
    print("EWT     ", syntax(nlp, trees / f"en_ewt-ud-{chosen.part}.conllu"))
    print("GUM     ", syntax(nlp, trees / f"gum-permissive-{chosen.part}.conllu"))
    for name, sentences in corpora(chosen.data, chosen.part).items():
        score = names(nlp, sentences)
        print(f"{name:8} names F1 {100 * score.typed.fscore:.1f} (P {100 * score.typed.precision:.1f}, R {100 * score.typed.recall:.1f})"
              f"  spans alone {100 * score.plain.fscore:.1f} (P {100 * score.plain.precision:.1f}, R {100 * score.plain.recall:.1f})")


if __name__ == "__main__":
    main()
