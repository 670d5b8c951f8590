"""Noun phrases after a number: where the counted phrase ends, its head, and the head's singular.

With the trained pipeline the tags end the phrase and the parse names its head; without it the guessed tags of
`tokens.py` do, and the first plural noun is taken for the head.
"""
from dataclasses import dataclass
from functools import lru_cache

from extractor.proposals import Sentence
from extractor.tokens import IRREGULAR_PLURALS, Token

SINGULARS = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "geese": "goose",
             "mice": "mouse", "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "leaves": "leaf", "thieves": "thief",
             "halves": "half", "shelves": "shelf", "loaves": "loaf", "calves": "calf", "selves": "self", "criteria": "criterion",
             "phenomena": "phenomenon", "alumni": "alumnus", "analyses": "analysis", "crises": "crisis", "bases": "base", "diagnoses": "diagnosis",
             "hypotheses": "hypothesis", "oxen": "ox", "dice": "die", "indices": "index", "vertices": "vertex", "fungi": "fungus", "bacteria": "bacterium",
             "axes": "axis", "movies": "movie", "cookies": "cookie", "ties": "tie", "pies": "pie", "lies": "lie", "zombies": "zombie", "rookies": "rookie",
             "calories": "calorie", "species": "species", "series": "series", "buses": "bus", "gases": "gas", "viruses": "virus", "heroes": "hero",
             "potatoes": "potato", "tomatoes": "tomato", "vetoes": "veto", "echoes": "echo", "torpedoes": "torpedo", "volcanoes": "volcano",
             "businessmen": "businessman", "policemen": "policeman", "firemen": "fireman", "statuses": "status", "bonuses": "bonus", "campuses": "campus",
             "caches": "cache", "headaches": "headache", "selfies": "selfie", "brownies": "brownie", "prairies": "prairie", "axles": "axle", "rabbis": "rabbi",
             "taxis": "taxi", "skis": "ski", "zeroes": "zero", "lenses": "lens", "censuses": "census", "atlases": "atlas", "choruses": "chorus"}
UNCHANGED = ("ss", "us", "is", "ics", "news", "ware")
# A noun that is left when a comma or conjunction goes on: `three red and two blue cars`.
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBN", "VBG", "CD", "HYPH", "POS", "AFX", "FW", "RB", "RBS", "RBR", ":", "-", "$"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW"})
PLURALS = frozenset({"NNS", "NNPS"})
HYPHENS = frozenset({"-", "‑", "–"})
LONGEST = 9   # tokens between a number and the head of what it counts
# Words that end in -s or look like nouns but go on with the sentence.
STOPS = frozenset("ago earlier later before after since years' each apiece today yesterday tomorrow tonight now late early more less fewer".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: end offset of its head, the unit (head in the singular), and the head's token index."""

    start: int
    end: int
    unit: str
    head: int


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A noun's singular, in the case it is written in (`general`, `Companies` → `Company`, `people` → `person`)."""
    lower = word.lower()
    if lower in SINGULARS:
        found = SINGULARS[lower]
        return found.capitalize() if word[0].isupper() and not word.isupper() else found
    if lower.endswith(("men",)) and len(lower) > 5:
        return word[:-2] + "an"
    if len(lower) < 4 and lower not in ("cds", "tvs", "pcs", "mps", "ads", "gps"):
        return word[:-1] if lower.endswith("s") and not lower.endswith(UNCHANGED) and word[:-1].isupper() else word
    if lower.endswith(UNCHANGED) or not lower.endswith("s"):
        return word
    if lower.endswith("ies"):
        return word[:-3] + ("y" if word[-3:].islower() else "Y")
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_noun(token: Token) -> bool:
    """Whether a token can head a noun phrase."""
    return token.tag in NOUNS


def run(sentence: Sentence, first: int, floor: int) -> list[int]:
    """Indices of the tokens from `first` on that can belong to the noun phrase of a number, up to its last noun."""
    found: list[int] = []
    nouns = 0
    for index in range(first, min(first + LONGEST, len(sentence.tokens))):
        token = sentence.tokens[index]
        if token.lower in STOPS or token.tag not in MODIFIERS and token.lower not in HYPHENS:
            break
        if token.tag in ("POS",) and not found:
            break
        if token.start > floor and "\n" in sentence.text[sentence.tokens[index - 1].end:token.start]:
            break
        if token.tag == "CD" and not _inside_phrase(sentence, index):
            break
        if nouns and token.tag in ("JJ", "VBN", "VBG", "RB", "RBR", "VBD") and sentence.tokens[found[-1]].tag in PLURALS:
            break
        found.append(index)
        nouns += token.tag in NOUNS
    while found and sentence.tokens[found[-1]].tag not in NOUNS:
        found.pop()
    return found


def _inside_phrase(sentence: Sentence, index: int) -> bool:
    """Whether a numeral goes on with a name inside the phrase (`63,000 Model 3 sedans`)."""
    return index > 0 and sentence.tokens[index - 1].tag in ("NNP", "NNPS") and index + 1 < len(sentence.tokens) \
        and sentence.tokens[index + 1].tag in NOUNS


def head_of(sentence: Sentence, indices: list[int], number: int) -> int:
    """Position in `indices` of the head: by the parse where there is one, else the last noun of the plausible run."""
    tokens = sentence.tokens
    if sentence.parsed and number >= 0:
        head = tokens[number].head
        if tokens[number].dep.startswith(("nummod", "compound", "advmod", "nmod", "amod")) and head in indices and is_noun(tokens[head]):
            return indices.index(head)
    if not sentence.parsed:
        for position, index in enumerate(indices):
            following = indices[position + 1] if position + 1 < len(indices) else None
            if tokens[index].tag in PLURALS and (following is None or tokens[following].tag not in PLURALS):
                return position
    return len(indices) - 1


def counted(sentence: Sentence, offset: int) -> Counted | None:
    """The noun phrase that a number ending at `offset` counts, up to its head; None where no noun follows.

    `324 general education institutions in …` gives the phrase to `institutions`, unit `general education institution`.
    """
    first = sentence.token_at(offset)
    if first >= len(sentence.tokens):
        return None
    gap = sentence.text[offset:sentence.tokens[first].start]
    if gap.strip(" \u00a0\u2009") or "\n" in gap:
        return None
    if sentence.tokens[first].lower in HYPHENS:
        first += 1
    indices = run(sentence, first, offset)
    if not indices:
        return None
    head = indices[head_of(sentence, indices, sentence.token_at(offset - 1))]
    return phrase(sentence, sentence.tokens[first].start, head)


def phrase(sentence: Sentence, start: int, head: int) -> Counted:
    """The phrase from offset `start` to a head token, with its unit."""
    token = sentence.tokens[head]
    end = token.end
    if token.text.endswith(("'", "’")):
        end -= 1
    before = sentence.text[start:token.start]
    word = sentence.text[token.start:end]
    plural = token.tag in PLURALS or token.lower in IRREGULAR_PLURALS or token.lower == "people"
    unit = " ".join((before + (singular(word) if plural else word)).split())
    return Counted(start, end, unit, head)
