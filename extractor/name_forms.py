"""What the form of a name settles, whatever the pipeline makes of it.

- `the Republic of Azerbaijan` and `the Russian Federation` are places, whole; so are states that are no more (`USSR`);
- `the Consulate General of Azerbaijan` is an organisation, whole;
- a title is no part of a name, and who bears one is a person: `National Leader Heydar Aliyev`;
- the adjective of a country is no place: `the Azerbaijani composer`;
- a word in quotation marks by itself is a title of something, and no person, organisation or place: `the "Sharaf" order`.
"""
import re
from collections.abc import Iterator
from functools import cache

from extractor import currency_names
from extractor.proposals import Name, Sentence
from extractor.tokens import IRREGULAR_PLURALS

_FORM = (r"(?:Federal |Islamic |People['’]s |Democratic |Socialist |Arab |United )*"
         r"(?:Republic|Kingdom|Sultanate|Principality|Grand Duchy|Emirate)")
STATE = re.compile(
    rf"\b{_FORM} of (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
    r"|\b[A-Z]\w+(?:an|ch|ss|sh|ese) (?:Federation|Republic|Kingdom|Confederation)\b"
    r"|\b(?:USSR|U\.S\.S\.R\.|Soviet Union|Yugoslavia|Czechoslovakia|East Germany|West Germany)")
# A mission abroad is named after the state that sends it.
MISSION = re.compile(r"\b(?:Embassy|Consulate(?: General)?|High Commission) of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?")
# A word that each of them holds.
FORM = re.compile(r"Republic|Kingdom|Sultanate|Principality|Grand Duchy|Emirate|Federation|Confederation|USSR|U\.S\.S\.R\.|Soviet Union"
                  r"|Yugoslavia|Czechoslovakia|East Germany|West Germany|Embassy|Consulate|High Commission")
# Titles of people, which no organisation or place bears before two more words of a name.
TITLES = frozenset("""President Chancellor Minister Premier Leader King Queen Prince Princess Emperor Sultan Emir Pope Senator
    Governor Mayor Judge Justice Secretary Ambassador Chairman Chairwoman Chairperson Director Professor Dr. Dr
    Mr. Mr Mrs. Mrs Ms. Ms Sir Lord Lady Coach Sergeant Officer Sheriff Inspector Bishop Archbishop Cardinal Rabbi
    Imam Sheikh Spokesman Spokeswoman Commissioner Executive""".split())
TITLED = 3        # words of a name that may begin with a title
NUMBERED = re.compile(r"[^\W\d_]+ \d{1,2} [a-z]")
QUOTES = {'"': '"', "“": "”", "‘": "’"}


@cache
def adjectives() -> frozenset[str]:
    """The adjectives of countries, as the table of currencies has them."""
    rows = (row.split("|")[1] for row in currency_names.TABLE.strip().splitlines() if row.count("|") > 1)
    return frozenset(word.strip() for row in rows for word in row.split(",") if re.search(r"(?:an|i|ese|ish|ch|ss|sh)$", word.strip()))


def mend(sentence: Sentence) -> None:
    """Settle the names of one parsed sentence by their form."""
    text = sentence.text
    whole = list(states(text, sentence.start, sentence.end)) if FORM.search(text, sentence.start, sentence.end) else []
    kept = [name for found in sentence.names if (name := settled(sentence, found)) is not None]
    free = [name for name in kept if not any(name.start < other.end and other.start < name.end for other in whole)]
    sentence.names = sorted([*free, *whole], key=lambda name: name.start) if whole else kept


def states(text: str, start: int, end: int) -> Iterator[Name]:
    """The states and missions that a sentence names in full."""
    found = [Name(*match.span(), "LOC") for match in STATE.finditer(text, start, end)]
    yield from found
    for match in MISSION.finditer(text, start, end):
        if not any(match.start() < state.end and state.start < match.end() for state in found):
            yield Name(*match.span(), "ORG")


def settled(sentence: Sentence, name: Name) -> Name | None:
    """One name by its form: without its title; None where it is no name."""
    text, written = sentence.text, sentence.text[name.start:name.end]
    lower = written.lower()
    if lower in IRREGULAR_PLURALS:                                      # the People's Artist
        return None
    if name.label == "LOC" and lower in adjectives() and attributive(sentence, name):
        return None
    if " " not in written and QUOTES.get(text[max(0, name.start - 1):name.start]) == text[name.end:name.end + 1]:
        return None
    if name.label == "PER" and name.start == sentence.start and NUMBERED.match(text, name.start, sentence.end):
        return Name(name.start, name.end, None)                         # Falcon 9 boosters
    if name.label == "LOC" or len(written.split()) < TITLED:
        return name
    words = list(re.finditer(r"\S+", written))
    title = max(titled(words), default=None)
    return name if title is None else Name(name.start + words[title + 1].start(), name.end, "PER")


def titled(words: list[re.Match[str]]) -> Iterator[int]:
    """The places of titles in a name that leave two words of it or more."""
    for place, word in enumerate(words[:-2]):
        if word.group() in TITLES:
            yield place


def attributive(sentence: Sentence, name: Name) -> bool:
    """Whether a noun or adjective goes on right after a name."""
    following = sentence.tokens[sentence.token_at(name.end):][:1]
    return any(token.tag in ("NN", "NNS", "JJ") and token.start == name.end + 1 for token in following)
