"""Lets an article's names agree: sentences are read one by one, and a name's type is not always plain in each.

`Merkel` is who `Angela Merkel` is, a name that is an organisation in three sentences is one in the fourth, and a name
found once is looked for in the others. Only what most of the article's sentences say is carried over.
"""
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from extractor.proposals import Name, Sentence

SURNAME = 3           # what a full name counts for its last word; a name by itself counts 2
ALONE = 2
SHORTEST = 3          # letters of a name that is looked for elsewhere
PART_OF_NAME = frozenset({"NNP", "NNPS", "HYPH"})


def agree(sentences: Sequence[Sentence]) -> None:
    """Settle types across one article's parsed sentences, and add names that were found elsewhere in it."""
    votes = ballot(sentences)
    if not votes:
        return
    for sentence in sentences:
        for name in sentence.names:
            winner = elected(votes[sentence.text[name.start:name.end]], name.label)
            name.label = winner or name.label
        found = [Name(start, end, elected(votes[sentence.text[start:end]], None)) for start, end in overlooked(sentence, votes)]
        if any(name.label for name in found):
            sentence.names = sorted([*sentence.names, *(name for name in found if name.label)], key=lambda name: name.start)


def ballot(sentences: Sequence[Sentence]) -> dict[str, Counter[str]]:
    """How often each name was found with each type."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for name in sentence.names:
            if name.label is None:
                continue
            text = sentence.text[name.start:name.end]
            votes[text][name.label] += ALONE
            surname = text.split()[-1]
            if name.label == "PER" and surname != text and surname[0].isupper():
                votes[surname]["PER"] += SURNAME
    return votes


def elected(votes: Counter[str], own: str | None) -> str | None:
    """The type with more votes than any other, if it has more than the name's own."""
    if len(votes) < 2:
        return next(iter(votes), own)
    ranked = sorted(((count, label) for label, count in votes.items()), reverse=True)
    return own if ranked[0][0] == ranked[1][0] else ranked[0][1]


def overlooked(sentence: Sentence, votes: Mapping[str, Counter[str]]) -> Iterator[tuple[int, int]]:
    """Proper nouns that stand alone, outside the sentence's names, and were found elsewhere."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.tag != "NNP" or token.text not in votes or not token.text[0].isupper() or len(token.text) < SHORTEST:
            continue
        before, after = tokens[max(0, index - 1):index], tokens[index + 1:index + 2]
        if any(other.tag in PART_OF_NAME for other in (*before, *after)):
            continue
        if not any(name.start < token.end and token.start < name.end for name in sentence.names):
            yield token.start, token.end
