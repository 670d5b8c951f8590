"""Rewrites a training sentence the way text meets the program: other quotes and dashes, other case, other white space."""
import random
from dataclasses import replace

from treebank import Sentence, Word

CURLY = {"'": "’", "n't": "n’t", "--": "—", "-LRB-": "(", "-RRB-": ")"}
TYPEWRITER = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--"}
SPACES = ("\n", "  ", "\u00a0", "\n\n", " \n", "\t")
# Headlines keep short words small.
SMALL = frozenset("a an and as at but by for from in into nor of on or over per the to up via vs with".split())


def curly(words: list[Word]) -> list[Word]:
    """Typographic quotes, apostrophes and dashes for the typewriter's."""
    opened, changed = False, []
    for word in words:
        text = word.text
        if text == '"':
            text, opened = "”" if opened else "“", not opened
        elif text in CURLY:
            text = CURLY[text]
        elif "'" in text and len(text) > 1:
            text = text.replace("'", "’")
        changed.append(replace(word, text=text))
    return changed


def typewriter(words: list[Word]) -> list[Word]:
    """The typewriter's quotes and dashes for typographic ones."""
    return [replace(word, text="".join(TYPEWRITER.get(c, c) for c in word.text)) for word in words]


def lower(words: list[Word]) -> list[Word]:
    """All in small letters."""
    return [replace(word, text=word.text.lower()) for word in words]


def upper(words: list[Word]) -> list[Word]:
    """All in capitals."""
    return [replace(word, text=word.text.upper()) for word in words]


def headline(words: list[Word]) -> list[Word]:
    """Capitals as in a headline, and no full stop."""
    made = [word if word.text in SMALL or not word.text[:1].islower() else replace(word, text=word.text[0].upper() + word.text[1:])
            for word in words]
    return unstopped(made)


def unstopped(words: list[Word]) -> list[Word]:
    """Without the full stop, where nothing hangs on it."""
    last = len(words) - 1
    return words[:-1] if last > 0 and words[last].text == "." and all(word.head != last for word in words[:-1]) else words


def respaced(words: list[Word], rng: random.Random) -> list[Word]:
    """Line breaks, no-break and double spaces for some of the spaces."""
    return [replace(word, gap=rng.choice(SPACES)) if word.gap == " " and rng.random() < 0.15 else word for word in words]


REWRITINGS = ((curly, 0.2), (typewriter, 0.05), (lower, 0.06), (headline, 0.03), (upper, 0.01), (unstopped, 0.03))
SPACED = 0.04


def vary(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence, rewritten in at most one of the ways above; most stay as they are."""
    draw = rng.random()
    for rewrite, share in REWRITINGS:
        if draw < share:
            return replace(sentence, words=tuple(rewrite(list(sentence.words))))
        draw -= share
    if draw < SPACED:
        return replace(sentence, words=tuple(respaced(list(sentence.words), rng)))
    return sentence
