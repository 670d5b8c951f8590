"""The singular of an English noun, by classes of endings with their exceptions."""
from functools import lru_cache

IRREGULAR = {
    "people": "person", "children": "child", "feet": "foot", "teeth": "tooth", "geese": "goose", "quizzes": "quiz",
    "mice": "mouse", "lice": "louse", "oxen": "ox", "dice": "die", "criteria": "criterion", "phenomena": "phenomenon",
    "bacteria": "bacterium", "strata": "stratum", "curricula": "curriculum", "memoranda": "memorandum",
    "referenda": "referendum", "indices": "index", "vertices": "vertex", "matrices": "matrix", "appendices": "appendix",
    "alumni": "alumnus", "fungi": "fungus", "nuclei": "nucleus", "stimuli": "stimulus", "cacti": "cactus", "corpora": "corpus",
    "genera": "genus"}
VES = {word[:-2] + "ves": word for word in "knife life wife midwife housewife".split()} | {
    word[:-1] + "ves": word for word in "calf elf half hoof leaf loaf scarf self sheaf shelf thief wolf".split()}
# -ses of Greek words in -sis; the rest of -ses is mostly -se (`cases`, `houses`).
SIS = frozenset("analyses crises diagnoses hypotheses oases parentheses synopses syntheses theses prognoses neuroses".split())
# Plurals of nouns in -ie, which look like those of nouns in -y.
IES = frozenset(word + "s" for word in """birdie bookie brownie calorie collie cookie cutie genie goalie hippie hoodie junkie lie magpie
    movie necktie newbie pie pixie prairie rookie selfie smoothie tie veggie zombie""".split())
UNCHANGED_IES = frozenset({"series", "species"})
KEEPS_E = frozenset("""aches headaches caches niches avalanches moustaches mustaches psyches creches quiches backaches toothaches axes
    shoes toes foes canoes hoes oboes woes horseshoes tiptoes""".split())      # -ches, -xes and -oes of words in -e
# -ses of words in -s: the other -ses take only the s away.
DROPS_ES = frozenset("""aliases atlases biases buses campuses canvases caucuses censuses choruses circuses consensuses crocuses
    focuses gases geniuses lenses minibuses bonuses hiatuses octopuses pluses prospectuses statuses surpluses
    viruses viscuses walruses apparatuses""".split())
UNCHANGED = ("ss", "us", "is", "ics", "news", "ware", "chassis", "corps", "means", "headquarters", "crossroads", "barracks")
SHORTEST = 4   # letters: shorter words in -s are mostly no plurals
SHORT = frozenset("ads cds tvs mps pcs eps ups".split())


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A noun's singular, in the case it is written in (`institutions` → `institution`, `People` → `Person`)."""
    lower = word.lower()
    found = IRREGULAR.get(lower) or VES.get(lower)
    if found is not None:
        return found.capitalize() if word[0].isupper() and not word.isupper() else found
    if (lower.endswith("men") and len(lower) > 4 and lower not in ("specimen", "regimen", "abdomen")) or lower in ("men", "women"):
        return word[:-2] + "an"
    if word[-1] == "s" and word[:-1].isupper():
        return word[:-1]                                                  # RBIs, TVs
    if not lower.endswith("s") or lower in UNCHANGED_IES or lower.endswith(UNCHANGED):
        return word
    if len(lower) < SHORTEST:
        return word[:-1] if lower in SHORT else word
    if lower in SIS:
        return word[:-2] + "is"
    return word[:len(word) - _ending(lower)] + ("y" if _ending(lower) == 3 else "")


def _ending(lower: str) -> int:
    """How many letters a regular plural adds; 3 for -ies of a word in -y."""
    if lower.endswith("ies") and len(lower) > 4:
        return 1 if lower in IES else 3
    if lower in KEEPS_E or not lower.endswith("es"):
        return 1
    return 2 if lower.endswith(("sses", "shes", "ches", "xes", "zzes", "tzes", "oes")) or lower in DROPS_ES else 1
