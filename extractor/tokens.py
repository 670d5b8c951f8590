"""Tokens of a sentence, and tags guessed without a model.

With the trained pipeline tokens carry its Penn Treebank tags, UD relations and heads (`syntax.py`). Without it
`tokenize` guesses the tag from closed word classes, endings and capitals: enough to tell where the noun phrase after
a number ends, and no more.
"""
import functools
import re
from dataclasses import dataclass

from extractor.chunks import Chunks
from extractor.numerals import KINDS

TOKEN = re.compile(r"\d[\d.,]*\d|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*?(?=['’]s\b)|['’]s\b|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_")

DETERMINERS = "the a an this that these those each every all both no any another either neither such what whatever"
PREPOSITIONS = """of in on at by for with from about against between into through during before after above below under over around
    among across behind beyond near since until till per than as if because while although though whether unless within
    without toward towards upon despite except including like off onto outside inside along amid versus vs via up down out
    once whereas throughout regarding concerning following"""
CONJUNCTIONS = "and or but nor plus yet"
PRONOUNS = """i you he she it we they me him us them himself itself themselves herself myself yourself ourselves who whom which
    there someone anyone everyone something anything everything nothing anybody everybody nobody none mine yours hers ours theirs"""
POSSESSIVES = "my your his her its our their whose"
MODALS = "will would can could may might shall should must cannot won't wouldn't can't couldn't shouldn't mustn't ought"
ADVERBS = """not also now then here still just only already even too so again ago later earlier ever never often soon almost nearly
    away back together alone instead further rather quite yesterday today tomorrow tonight apiece perhaps maybe too
    abroad overseas ahead apart aside afterwards afterward forward elsewhere else"""
AUXILIARIES = """is are was were be been being am 's 're has have had having do does did done don't doesn't didn't isn't aren't
    wasn't weren't hasn't haven't hadn't"""
# Past forms of irregular verbs that are hardly ever adjectives before a noun.
PASTS = """said told made took taken got gotten gave given went gone came saw seen knew became began begun left lost won rose risen
    fell grew paid sold bought held kept met led found stood ran spent hit put set sent built felt heard brought thought
    caught taught fought sought sat slept spoke wrote drove ate drew threw thrown flew flown broke chose chosen wore shook
    struck swung swam sang rang sank drank forgot hid stole tore swore blew showed shown hung dug lent dealt meant
    swept fed fled shot split burst lay laid lain beat read quit rode ridden bore born withdrew underwent"""
# Base forms that are hardly ever nouns before another noun, and what -s and -ing make of them.
BASES = """say tell make take get give go come see know become begin keep include offer remain seem appear receive provide require
    want believe think bring buy sell lose win pay send sit stand happen continue allow add spend grow open walk remember
    consider expect suggest occur decide describe involve apply produce eat lead lie die live learn teach understand
    choose write read meet carry agree hope ask"""
THIRD_PERSONS = """says tells makes takes gets gives goes comes sees knows becomes begins keeps includes remains seems appears receives
    provides requires wants believes thinks brings buys sells loses wins pays sends sits happens continues allows
    adds spends grows suggests occurs decides describes involves applies produces eats lies learns teaches understands
    chooses writes meets carries agrees"""
# Verbs and nouns alike: a verb before a closed class (`six face the`, `14 work in`), else a noun (`14 work permits`).
AMBIGUOUS = frozenset("""work show run cut set need cost use play plan vote support face report cover share deal change call turn move
    start stop study travel rank score test visit hold claim need help love hope fear rise fall climb jump drop gain""".split())
CLOSED: dict[str, str] = {}
for _tag, _words in (("DT", DETERMINERS), ("IN", PREPOSITIONS), ("CC", CONJUNCTIONS), ("TO", "to"), ("MD", MODALS), ("PRP", PRONOUNS),
                     ("PRP$", POSSESSIVES), ("WRB", "when where why how"), ("RB", ADVERBS), ("JJR", "more most less least fewer"),
                     ("VBD", AUXILIARIES), ("VBD", PASTS), ("VBP", BASES), ("VBZ", THIRD_PERSONS)):
    CLOSED |= dict.fromkeys(_words.split(), _tag)
FIGURES = frozenset({"CD", "$", "£", "€", "¥"})
CLOSING = frozenset({"DT", "IN", "TO", "PRP", "PRP$", "WRB", "RB", "MD"})   # tags of words that end a noun phrase
RETAGGING = CLOSING | FIGURES       # tags before which a noun may be a verb

# Plurals that do not end in -s, and those that are their own singular.
IRREGULAR_PLURALS = frozenset("""people men women children feet teeth mice geese police cattle sheep fish deer aircraft spacecraft
    series species criteria media data personnel staff crew offspring livestock troops lives wives halves leaves phenomena alumni
    bacteria folk""".split())
NO_PLURALS = ("ss", "us", "is", "'s", "’s", "ics")   # endings in -s that are no plural
NAMED_ADJECTIVES = re.compile(r"[A-Z].*(?:ese|ian|ish|ean|can|ch)$")   # Chinese, Iranian, British, American, French


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


@functools.lru_cache(maxsize=20_000)
def guess(word: str, first: bool) -> str:
    """A Penn Treebank tag for a word, from closed classes, endings and capitals."""
    lower = word.lower()
    if lower in CLOSED:
        return "POS" if lower == "'s" else CLOSED[lower]
    if word[0].isdigit() or (word[0].islower() and word[-1].isdigit()) or KINDS.get(lower) in ("unit", "ten", "scale"):
        return "CD"
    if not word[0].isalnum():
        return "POS" if lower == "’s" else word[0]
    if len(word) == 1 and word.islower():
        return "SYM"
    if lower in IRREGULAR_PLURALS or (lower.endswith("men") and len(lower) > 5):
        return "NNS"
    if lower.endswith("ly") and len(lower) > 4:
        return "RB"
    plural = lower.endswith("s") and len(lower) > 2 and (not lower.endswith(NO_PLURALS) or (word[:-1].isupper() and word[-1] == "s"))
    if word[0].isupper() and not first:
        return "NNPS" if plural else "JJ" if NAMED_ADJECTIVES.match(word) else "NNP"
    if lower.endswith("ing") and len(lower) > 5:
        return "VBG"
    if lower.endswith("ed") and len(lower) > 4 and not lower.endswith("eed"):
        return "VBN"
    return "NNS" if plural else "NN"


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]` with guessed tags; offsets count from the start of `text`."""
    tokens: list[Token] = []
    ambiguous = False       # whether the last token may be a verb
    for chunk in text[start:end].split(" "):
        for begin, finish, word, lower, tag, verb in CHUNKS[chunk]:
            token = Token(start + begin, start + finish, word, lower, tag if tokens else guess(word, True))
            if ambiguous and tag in RETAGGING:
                retag(tokens, token)
            tokens.append(token)
            ambiguous = verb
        start += len(chunk) + 1
    return tokens


def words(chunk: str) -> list[tuple[int, int, str, str, str, bool]]:
    """The tokens of what stands between two spaces: offsets, text, text in lower case, the tag where it begins no sentence, and
    whether it is one of the words that may be a noun or a verb.
    """
    found = [(match.start(), match.end(), match.group(), match.group().lower()) for match in TOKEN.finditer(chunk)]
    return [(start, end, word, lower, guess(word, False), lower.removesuffix("s") in AMBIGUOUS or lower in AMBIGUOUS)
            for start, end, word, lower in found]


CHUNKS = Chunks(words)


def retag(tokens: list[Token], following: Token) -> None:
    """Make a verb of the last token where it could be one and a closed class or a figure follows: `its bank ranks 3rd`."""
    last, before = tokens[-1], tokens[-2].tag if len(tokens) > 1 else ""
    figure = following.tag in FIGURES
    if last.lower in AMBIGUOUS and not figure:
        last.tag = "VBP"
    elif last.tag == "NNS" and last.lower.removesuffix("s") in AMBIGUOUS and (
            (before in ("NN", "NNP") and following.tag != "IN") or (before == "CD" and figure)):
        last.tag = "VBZ"
