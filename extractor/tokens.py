"""Tokens of a sentence, and tags guessed without a model.

With the trained pipeline tokens carry its Penn Treebank tags, UD relations and heads (`syntax.py`). Without it
`tokenize` guesses the tag from closed word classes, endings and capitals: enough to tell where the noun phrase after
a number ends, and no more.
"""
import re
from dataclasses import dataclass

TOKEN = re.compile(r"\d[\d.,]*\d|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*?(?=['’]s\b)|['’]s\b|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_")

CLOSED: dict[str, str] = {}
for _tag, _words in {
    "DT": "the a an this that these those each every all both no any some another either neither such",
    "IN": "of in on at by for with from about against between into through during before after above below under over around among across "
          "behind beyond near since until till per than as if because while although though whether unless within without toward towards "
          "upon despite except including like off onto outside inside along amid versus via up down out",
    "CC": "and or but nor plus yet", "TO": "to", "MD": "will would can could may might shall should must",
    "PRP": "i you he she it we they me him her us them himself itself themselves herself themself myself yourself ourselves who whom which what whose "
           "there someone anyone everyone something anything everything nothing",
    "PRP$": "my your his its our their",
    "VB": "is are was were be been being am has have had having do does did done say says said told tell tells make makes made take takes took "
          "taken get gets got give gives gave given go goes went gone come comes came see sees saw seen know knew known show shows showed shown "
          "offer offers include includes included remain remains remained became become becomes began begin begun left leave leaves lost lose "
          "loses won win wins rose rise rises risen fell fall falls fallen grew grow grows grown paid pay pays sold sell sells bought buy buys "
          "held hold holds kept keep keeps met meet meets died die dies live lives lived work works worked need needs needed want wants wanted "
          "went ran run runs cost costs spent spend spends hit hits cut cuts put puts set sets led lead leads found find finds stood stand stands",
    "WRB": "when where why how", "RB": "not also now then here still just only already even more most less least very too so again ago later "
          "earlier ever never often once soon almost nearly away back together alone instead further rather quite much",
}.items():
    CLOSED |= dict.fromkeys(_words.split(), _tag)

# Words in -ing and -ed that are nouns, or adjectives before them, as often as verbs are left to their place.
IRREGULAR_PLURALS = frozenset("people men women children feet teeth mice geese police cattle sheep fish deer aircraft series species "
                              "criteria media data personnel staff troops lives wives halves leaves phenomena alumni".split())


@dataclass(slots=True)
class Token:
    """A token: half-open offsets into the article, its Penn Treebank tag, UD relation and head.

    `head` is an index into the sentence's tokens: the token's own for the root, -1 where nothing parsed it.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str = ""
    dep: str = ""
    head: int = -1


def guess(word: str, first: bool) -> str:
    """A Penn Treebank tag for a word, from closed classes, endings and capitals."""
    lower = word.lower()
    if lower in CLOSED:
        return CLOSED[lower]
    if word[0].isdigit():
        return "CD"
    if not word[0].isalnum():
        return "POS" if lower in ("'s", "’s") else word[0]
    if lower in IRREGULAR_PLURALS:
        return "NNS"
    if lower.endswith("ly") and len(lower) > 4:
        return "RB"
    if word[0].isupper() and not first:
        return "NNPS" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "NNP"
    if lower.endswith("ing") and len(lower) > 5:
        return "VBG"
    if lower.endswith("ed") and len(lower) > 4 and not lower.endswith("eed"):
        return "VBN"
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s")) and len(lower) > 2:
        return "NNS"
    return "NN"


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]` with guessed tags; offsets count from the start of `text`."""
    tokens = []
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        tokens.append(Token(match.start(), match.end(), word, word.lower(), guess(word, not tokens)))
    return tokens
