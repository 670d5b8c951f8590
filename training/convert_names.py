"""Turns corpora with names into spaCy's training files, tagged by the pipeline that `syntax.cfg` made.

    python convert_names.py OUT --tagger MODEL --data FOLDER --part train|dev|test [--copies 3]

The tags are predicted ones, as the names' model meets no others. In copies after the first, mentions are given other
names from the gazetteer, so that the model learns what stands around a name. Of GMB and Wikigold the last tenths are
held out: the ninth for dev, the tenth for test.
"""
import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from extractor.gazetteer import Gazetteer
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import named
from convert import grouped
from treebank import Sentence, Word, document
from variants import vary

RENAMED = 0.4


def corpora(data: Path, part: str) -> dict[str, list[Sentence]]:
    """The sentences of one part of every corpus."""
    trees = data / "treebanks"
    found = {"ewt": list(named.ewt(trees / f"en_ewt-ud-{part}.conllu", trees / f"uner_ewt-{part}.iob2")),
             "gum": list(named.gum(trees / f"gum-permissive-{part}.conllu"))}
    rest = {"gmb": named.gmb(data / "names" / "gmb-news.iob2"), "wikigold": named.wikigold(data / "names" / "wikigold.conll")}
    for name, sentences in rest.items():
        tenth = len(sentences) // 10
        found[name] = {"train": sentences[:-2 * tenth], "dev": sentences[-2 * tenth:-tenth], "test": sentences[-tenth:]}[part]
    return found


class Renamer:
    """Gives mentions other names of their type: one half from the gazetteer, the other from other sentences, most of them unlisted."""

    def __init__(self, gazetteer: Gazetteer, sentences: Sequence[Sentence], rng: random.Random) -> None:
        self.rng = rng
        pool: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for sentence in sentences:
            for start, stop, label in named.spans([word.name for word in sentence.words]):
                if sentence.words[start].text[:1].isupper():
                    pool[label].add(tuple(word.text + word.gap for word in sentence.words[start:stop]))
        self.pool = {label: sorted(names) for label, names in pool.items()}
        by_class = {c: sorted(name for name, letters in gazetteer.classes.items() if c in letters) for c in "cbtogs"}
        self.places = [by_class["c"], by_class["b"], by_class["b"], by_class["t"]]
        self.companies, self.given, self.surnames = by_class["o"], by_class["g"], by_class["s"]

    def name(self, label: str, words: Sequence[Word]) -> list[str] | None:
        """Words of another name with the gaps between them, or None where the mention is to stay."""
        if label != "MISC" and self.rng.random() < 0.5:
            return list(self.rng.choice(self.pool[label]))
        listed = self.listed(label, words)
        return None if listed is None else [word + " " for word in listed]

    def listed(self, label: str, words: Sequence[Word]) -> list[str] | None:
        """Words of another name from the gazetteer."""
        if label == "LOC" and len(words) <= 2:
            return self.rng.choice(self.rng.choice(self.places)).split()
        if label == "ORG" and len(words) <= 2:
            return self.rng.choice(self.companies).split()
        if label == "PER" and len(words) == 1:
            return [self.rng.choice(self.surnames)]
        if label == "PER" and len(words) == 2:
            return [self.rng.choice(self.given), self.rng.choice(self.surnames)]
        return None

    def rename(self, sentence: Sentence) -> Sentence:
        """The sentence with some of its mentions renamed. Heads are lost: only names are trained on it."""
        words, place = [], 0
        for start, stop, label in named.spans([word.name for word in sentence.words]):
            words += sentence.words[place:start]
            old, place = sentence.words[start:stop], stop
            new = self.name(label, old) if self.rng.random() < RENAMED and old[0].text[:1].isupper() else None
            words += old if new is None else renamed(old, new, label)
        words += sentence.words[place:]
        return Sentence(sentence.id, tuple(replace(word, head=0, dep="dep") for word in words), parsed=False)


def renamed(old: Sequence[Word], new: Sequence[str], label: str) -> list[Word]:
    """Words of a new name in the place of an old one."""
    made = [replace(old[0], text=text.rstrip(), gap=" " if text.endswith(" ") else "", name=f"{'I' if i else 'B'}-{label}")
            for i, text in enumerate(new)]
    made[-1] = replace(made[-1], gap=old[-1].gap)
    return made


def documents(nlp: Language, sentences: Sequence[Sentence], renamer: Renamer, copies: int) -> Iterator[Doc]:
    """Documents with predicted tags and the corpus's names."""
    rng = renamer.rng
    for number in range(max(1, copies)):
        varied = [vary(renamer.rename(sentence), rng) if number else renamer_free(sentence) for sentence in sentences]
        for group in grouped(varied, rng) if copies else ([sentence] for sentence in varied):
            doc = document(nlp, group, [" "] * (len(group) - 1))
            predicted = nlp(nlp.make_doc(doc.text))
            for token, other in zip(doc, predicted, strict=True):
                token.tag_ = other.tag_
            yield doc


def renamer_free(sentence: Sentence) -> Sentence:
    """The sentence without heads."""
    return Sentence(sentence.id, tuple(replace(word, head=0, dep="dep") for word in sentence.words), parsed=False)


def main() -> None:
    """Convert what the command line names."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("out", type=Path)
    options.add_argument("--tagger", type=Path, required=True)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--gazetteer", type=Path, required=True)
    options.add_argument("--part", default="train")
    options.add_argument("--corpora", nargs="+", default=["ewt", "gum", "gmb", "wikigold"])
    options.add_argument("--copies", type=int, default=0)
    chosen = options.parse_args()
    nlp = spacy.load(chosen.tagger, exclude=["parser"])
    parts = corpora(chosen.data, chosen.part)
    everything = [sentence for sentences in parts.values() for sentence in sentences]
    renamer = Renamer(Gazetteer.read(chosen.gazetteer), everything, random.Random(1))
    made = DocBin()
    for name, sentences in parts.items():
        if name in chosen.corpora:
            for doc in documents(nlp, sentences, renamer, chosen.copies):
                made.add(doc)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    made.to_disk(chosen.out)
    print(f"{chosen.out}: {len(made)} documents, {sum(len(tokens) for tokens in made.tokens)} tokens")


if __name__ == "__main__":
    main()
