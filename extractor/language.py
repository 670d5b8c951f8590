"""Whether a text is English, as far as a warning needs it: by its script, and by how often it uses the commonest words of English."""
import re

COMMON = frozenset("the of to and in a is that for on it with as was at by be are from this have has he his not or an its they said but "
                   "will which were".split())
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 5000        # characters from the start
SHORTEST = 40        # words: less tells too little
LATIN_SHARE, COMMON_SHARE = 0.7, 0.08


def warning(text: str) -> str | None:
    """Why a text is likely not English, None where it may be; offsets and facts are unaffected."""
    words = WORD.findall(text[:SAMPLE])
    letters = "".join(words)
    if letters and sum(letter < "\u0250" for letter in letters) < LATIN_SHARE * len(letters):
        return "most letters are of another script; only English is read"
    if len(words) >= SHORTEST and sum(word.lower() in COMMON for word in words) < COMMON_SHARE * len(words):
        return "does not look like English, the only language that is read"
    return None
