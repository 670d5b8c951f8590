"""Abbreviations and other words that tell whether a sentence ends, grouped by what may come after them."""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# Abbreviations are in lower case and without their last full stop.
# A name follows: no sentence ends here.
TITLES = words("mr mrs ms mx messrs mmes mme mlle dr drs prof profs rev fr hon gov govs sen sens rep reps cong pres amb supt atty gen gens "
               "adm col cols maj capt cmdr comdr lt sgt cpl pvt pfc insp brig msgr ald mt mts ft")
# What is compared, given as an example, glossed or added follows.
CONNECTIVES = words("vs v e.g eg i.e ie cf viz ca c approx incl excl esp a.k.a aka f.k.a née p.s n.b")
# A number follows; where none does, each is a word like any other (`No. That is all.`).
NUMBERED = words("no nos nr n° vol vols art arts sec secs sect fig figs ch chap p pp para paras pt pts ver eq eqs ref ed eds app ex tel "
                 "ext rm apt b d r jan feb mar apr jun jul aug sep sept oct nov dec")
# The rest of a name follows as often as a new sentence: only a word that starts sentences tells.
MONTHS_AND_DAYS = words("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun")
COMPANIES = words("inc corp co cos ltd llc plc bros mfg intl int'l natl nat'l assn ass'n dept depts univ inst govt gov't dist div")
PLACES = words("ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nev okla ore pa penn "
               "tenn tex va vt wash wis wyo ont que alta sask ave blvd rd st sts ste pkwy hwy rte ln pl ct sq bldg")
AFTER_NAMES = words("jr sr esq al")
PARTS_OF_NAMES = MONTHS_AND_DAYS | COMPANIES | PLACES | AFTER_NAMES
# A capital after these starts a sentence, but a small letter or a number goes on.
MEASURES = words("ft lb lbs oz mi km cm mm kg hr hrs min mins secs mph sq cu gal gals qt yd yds pct deg max avg mos yr yrs wk wks temp")
OTHERS = words("etc et ibid est anon misc trans transl fed pop ret")
ABBREVIATIONS = TITLES | CONNECTIVES | NUMBERED | PARTS_OF_NAMES | MEASURES | OTHERS

# Words that start sentences and are hardly ever a part of a name; so not First, May, No, Open, Under (Secretary) or Will.
STARTERS = words("""
    A An The This That These Those Each Every Both Some Any Many Most Several Such Another Others All Few Neither Either
    I He She It We They You His Her Its Our Their My Your There Here Who What When Where Why How Which Whose
    And But Or Nor Yet So If While Although Though Because Since Unless Until Whether As Once After Before
    In On At For From By With Without To Of Over During Through Between Among Amid Against Despite Following According About Across Within
    Unlike However Moreover Meanwhile Then Now Today Yesterday Still Also Even Only Just Not Never Perhaps Maybe Instead Otherwise
    Therefore Thus Hence Nevertheless Nonetheless Furthermore Earlier Later Again Nearly Please Thanks
    Is Are Was Were Do Does Did Has Have Had Can Could Would Should Might Must Let Don't Didn't Doesn't Isn't Aren't Wasn't Weren't""")
# Endings of adverbs that comment on a sentence from its start: `Unfortunately`, `Recently`, `Reportedly`.
ADVERBS = ("ally", "ately", "ently", "antly", "edly", "ously", "ively", "arly")
# What goes on after a time of day: `3 p.m. EST`, `3 p.m. Eastern`, `3 p.m. Monday`, `3 p.m. Nov. 5`.
AFTER_TIMES = words("""
    EST EDT ET CST CDT CT MST MDT MT PST PDT PT AKST HST GMT UTC BST WAT SAST EAT CET CEST EET EEST MSK PKT IST WIB SGT HKT JST KST AEST
    AEDT NZST Eastern Central Mountain Pacific Greenwich
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February March April May June
    July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec""")
# A line that ends in one of these goes on in the next.
UNFINISHED = words("a an the of in on at for from by with to and or but nor as than that which who whom whose is are was were be been has "
                   "have had will would can could may might must should his her its their our your my this these those between into over "
                   "under about")
# What a web address starts with.
WEB = words("http https www")
# Names that end in an exclamation mark.
EXCLAIMED = words("yahoo jeopardy")
