"""What a fact is about, when it holds, and who says so: over the bundled pipeline's parse."""
import time

import pytest

from extractor import Extractor, Fact, sources
from extractor.tokens import tokenize
from extractor.trees import circular


def fact(full: Extractor, text: str, span: str) -> Fact:
    return next(f for f in full.extract(text, date="2024-04-23") if f.text == span)


SUBJECTS = [
    ("Orvena shares advanced 8% on Tuesday.", "8%", "Orvena shares"),                       # along the verb
    ("The quota for foreign students was 250.", "250", "quota for foreign students"),       # copula
    ("The volume of trade between Norway and Chile reached $2.78 million.", "$2.78 million", "volume of trade between Norway and Chile"),
    ("Imports of $1.99 million and exports of $794 million were recorded.", "$1.99 million", "Imports"),
    ("Imports of $1.99 million and exports of $794 million were recorded.", "$794 million", "exports"),
    ("The board raised the dividend to 5 cents.", "5 cents", "dividend"),                   # what changes is the object
    ("The city signed a $150,000 contract.", "$150,000", "contract"),                       # adjective use
    ("Sixty percent of its revenue comes from abroad.", "Sixty percent", "revenue"),
    ("The firm, which has 13,000 workers, is based in Leeds.", "13,000 workers", "firm"),   # relative clause
    ("There are 324 schools in Norway.", "324 schools", "Norway"),
    ("The company said it has 40 shops.", "40 shops", "company"),                           # a pronoun that is certain
    ("Aid reached $9 billion ($6 billion in the energy sector).", "$6 billion", "energy sector"),
    ("Maria Ortega, 45, was elected.", "45", "Maria Ortega"),
    ("The 30-share Orvena index fell 2%.", "2%", "30-share Orvena index"),                  # a word with a hyphen is whole
    ("Sales rose to $5 million from $3 million.", "$3 million", "Sales"),                   # an old value is about what the new one is
    ("Orvena jumped 8% and Talbot Mining added 3%.", "3%", "Talbot Mining"),                # clauses strung together
    ("Copper fell 2%, while zinc lost 1% as fears about trade hit metals.", "1%", "zinc"),
    ("The October wool contract was up 5 cents at $3 a kilo.", "$3", "October wool contract"),
    ("Ormond, which was founded in Leeds, lost 4%.", "4%", "Ormond"),                       # over what stands between commas
    ("Losses from last week's floods in Odra are put at 40 million euros.", "40 million euros", "Losses from last week's floods in Odra"),
    ("Goods priced at $5 sold out.", "$5", "Goods"),                                        # a participle behind its noun
    ("The probe weighs 640 kg and carries five cameras.", "five cameras", "probe"),         # two verbs, one subject
    ("Flats from $90,000 to $100,000 stay a week on the market; $100,000 to $120,000, 30 days.", "30 days", "Flats"),     # lists
    ("Voltage fell to 220 volts on 9 May, 218 volts on 10 May and 215 volts on 11 May.", "215 volts", "Voltage"),
    ("The batteries store 40 litres.", "40 litres", "batteries"),                           # verbs that the tagger took for nouns
    ("A villa near Faro cost her $240,000.", "$240,000", "villa near Faro"),
    ("The maker cut its sales forecast to 300,000 cars.", "300,000 cars", "sales forecast"),
    ("The fire burned 800 hectares (2,000 acres) of oak forest.", "800 hectares", "oak forest"),      # over a restatement
    ("The city's 38 ploughs began work.", "38 ploughs", "city"),                            # whose it is
    ("The flood knocked $20 million off the estate's value.", "$20 million", "estate's value"),  # what it is taken from
    ("The levy adds 20 cents to the price of a litre.", "20 cents", "price of a litre"),
    ("Best divers: Ana Berg (9.5 points), Ivo Lund (9.7 points).", "9.7 points", "Ivo Lund"),
    ("The best $200 phones were tested.", "$200", "phones"),                                # adjective use with no article
    ("One in eight adults in Norway smoked in 2019.", "One in eight", "adults in Norway"),
    ("The index edged down 1% to a close of 980 points.", "980 points", "index"),       # nouns that stand for the value
    ("The snow broke the record of 11 inches.", "11 inches", "record"),                     # but not this one
    ("Orlo Motors was the biggest loser, sliding 11%.", "11%", "Orlo Motors"),
    ("The share of smokers was 9%, up 2 percentage points on 2018.", "2 percentage points", "share of smokers"),
    ("Ormond expects revenue of $5 million, compared with $4 million last year.", "$4 million", "revenue"),
    ("Deaths in the four districts dropped by a third.", "a third", "Deaths in the four districts"),
    ("Analysts led by Ana Berg, who runs $3 billion at Farrow, agreed.", "$3 billion", "Ana Berg"),
    ("Norvik Ferries runs 12 ships. It carried 4 million people.", "4 million people", "Norvik Ferries"),    # across sentences
    ("Norvik Airways is expected to say it will cut 300 jobs.", "300 jobs", "Norvik Airways"),
    ("Talbot was down 2%, Orvena by 3% and Ormond was flat.", "3%", "Orvena"),              # the verb left out
    ("Makers fell, with Talbot up 4% and Ormond flat.", "4%", "Talbot"),
    ("Belt speed below 8.1 kilometres per hour.", "8.1 kilometres per hour", "Belt speed"),
    ("Five new seasons of Harbour Street will be made.", "Five new seasons", "Harbour Street"),
    ("Two of Norway's ports were shut.", "Two", "Norway"),
    ("The court upheld a 60 Hz refresh rate for the panel.", "60 Hz", "refresh rate for the panel"),        # the whole phrase
    ("The shop sells the basic version of the Orbit 14 Pro for 800 euros.", "800 euros", "basic version of the Orbit 14 Pro"),
    ("Lindal Group raised its stake in a ferry operator to 40 percent.", "40 percent", "stake in a ferry operator"),
    ("Petrol prices rose by 4 percent and nuts and berries by 6 percent.", "6 percent", "nuts and berries"),
    ("The Orbit 12 Pro Max weighs 240 grams.", "240 grams", "Orbit 12 Pro Max"),
    ("The board will study investments over $40 million.", "$40 million", "investments"),
    ("The probe spent 200 days in orbit, circling the moon 3,200 times.", "3,200 times", "probe"),
    ("The forint also saw further weakening to trade at 402.5 against the euro.", "402.5", "forint"),
    ("A slugger with two titles, Berg entered the final averaging 15.9 points.", "15.9 points", "Berg"),
    ("Fans were led from a terrace 300 metres above the pitch.", "300 metres", "terrace"),           # where it is
    ("A petrified egg found in a pit near Orm is 9 million years old.", "9 million years old", "petrified egg"),
    ("The 24-year-old has won five races.", "five races", "24-year-old"),
    ("The price of a cup has risen from $2 to $3 in a year.", "$3", "price of a cup"),
    ("The club's average gate has risen 15 percent.", "15 percent", "club's average gate"),
    ("Red won 40 percent of the vote, against 31 percent for the Blues.", "31 percent", "Blues"),
    ("Prices slid after the grocer warned that its loss would be 5 million euros.", "5 million euros", "loss"),
    ("They grow rye on the flat island that is 90 miles wide.", "90 miles", "flat island"),       # the verb's number tells
    ("They have a $3,500 a month mortgage.", "$3,500", "mortgage"),
    ("The shop has made cuts on 50 goods.", "50 goods", "shop"),                            # who does it
    ("Odra is the winter base for about 60 boats.", "60 boats", "Odra"),
    ("The load on the beam was 2.5 tonnes and the pressure below it was 5 tonnes.", "5 tonnes", "pressure"),
    ("In Odra, dredging between 2011 and 2013 brought up 4 tonnes.", "4 tonnes", "dredging"),
    ("Grants for farmers aged 20 to 30 grew by 2 percent.", "2 percent", "Grants for farmers aged 20 to 30"),  # what an age singles out
    ("Children below the age of five got all doses of it.", "five", "Children"),
    ("The new dividend, paid every May, is cut to 5 cents.", "5 cents", "new dividend"),
    ("The warning sent its shares down as much as 14%.", "14%", "shares"),
    ("Sales in the three months to March dropped 9% year-on-year.", "9%", "Sales"),          # no time at the end
    ("The winds are 30% weaker than in May.", "30%", "winds"),
    ("Winds of up to 140 km per hour brought down trees.", "140 km per hour", "Winds"),
    ("Fewer than 4,000 pairs nest on the islands, which are 9 km wide.", "9 km", "islands"),
    ("A blast flattened a four-storey block on Monday.", "four-storey", "block"),
    ("Support for joining the union has fallen to 46%.", "46%", "Support for joining the union"),
    ("Their risk of a second stroke was 28% lower.", "28%", "risk of a second stroke"),
    ("It has a mirror 8 metres across.", "8 metres", "mirror"),                             # measures behind their noun
    ("Grupo Tarsila plans to close seven of its 29 plants.", "29 plants", "Grupo Tarsila"),
    ("Officials rejected 300 ballot papers, half of them torn.", "half", "ballot papers"),
    ("Traces were found in 27% of those tested.", "27%", "those tested"),
    ("Prices rose by 6 percent, three times the official target.", "three times", "Prices"),
    ("A household with a $300,000 mortgage will pay $85 more.", "$85", "household with a $300,000 mortgage"),
    ("A $5 million bond matures in May.", "$5 million", "bond"),
    ("The US trade deficit rose by $5 million.", "$5 million", "US trade deficit"),
    ("Shares of the railroad Ormond & Gulf rose as much as 3.4 percent.", "3.4 percent", "Shares of the railroad Ormond & Gulf"),
    ("Measles cases in Odra province doubled in December to 1,846.", "1,846", "Measles cases in Odra province"),
    ("Measles cases in Odra province doubled in December to 1,846.", "doubled", "Measles cases in Odra province"),
    ("The economy grew after shrinking by a record 14.8 percent.", "14.8 percent", "economy"),
    ("The state will treat 2 million children aged six months to 9 years.", "six months", "children"),
    ("There are dozens of clerks working at Odra Library.", "dozens of clerks", "Odra Library"),
    ("Last year the port moved the equivalent of 9 million boxes.", "9 million boxes", "port"),
    ("The firm sold the basic version of the Orvena Pro for 799 euros.", "799 euros", "basic version of the Orvena Pro"),
    # Where the tagger or parser goes astray.
    ("Its lake is 40 metres deep and covers 12 hectares.", "40 metres", "lake"),
    ("The bridge is 300 metres long and weighs 4,000 tonnes.", "4,000 tonnes", "bridge"),
    ("A coin minted in Odra near Velm is 900 years old.", "900 years old", "coin"),
    ("Rainfall at the pier, 80 millimetres, broke the May record.", "80 millimetres", "Rainfall at the pier"),
    ("The ferry covers 300 km a day at an average of 25 kilometers per hour.", "25 kilometers per hour", "ferry"),
    ("Those given the drug lost 4 kilograms.", "4 kilograms", "Those given the drug"),
    ("The board cut its forecast for 2026 to 3 percent.", "3 percent", "forecast"),
    ("The Orvena 60 closed 1.5% higher.", "1.5%", "Orvena 60"),
    ("Spending on school meals tripled to $9 million.", "tripled", "Spending on school meals"),
    ("The pump lifts 900 litres of water a minute.", "900 litres", "water"),
    ("Airlines dropped 30 flights, a tenth of the schedule.", "a tenth", "schedule"),
    ("Lena Holm 51 has left the board.", "51", "Lena Holm"),
    ("Odra Air cut 20 routes after Lund had lost 3 percent.", "3 percent", "Lund"),
    ("They live in a hut that is 9 metres long and 4 metres wide.", "4 metres", "hut"),
    ("It is a plan that its critics say would cost $9 million.", "$9 million", "plan"),
    ("The merger led to a 20 percent drop in fees.", "20 percent", "fees"),
    ("The Orbit Pro 14 inch is sold out.", "14 inch", "Orbit Pro"),
    ("The utility's 300 megawatt Odra wind farm was shut.", "300 megawatt", "Odra wind farm"),
    ("Odra start-up Velmo employs 40 people.", "40 people", "Odra start-up Velmo"),
    ("The storm struck the Velm highlands, killing nine people.", "nine people", "storm"),
    ("Barometric pressure dropped to 970 millibars.", "970 millibars", "Barometric pressure"),
    ("The 33-year-old earned $50,000.", "$50,000", "33-year-old"),
    ("Lund plans to shut three of its 19 mills by May.", "three", "Lund"),
    ("The club named Ana Berg as its third coach.", "third coach", "Ana Berg"),
    ("Zinc was the weakest of the metals, down 2.2 percent.", "2.2 percent", "Zinc"),
    ("The bank sees growth, now 3.1 percent, holding for a year.", "3.1 percent", "growth"),
    ("Growth will slow this year, and it could fall to 2 percent.", "2 percent", "Growth"),
    ("Of the injured, nine were boys, the Harbour Office said. It sent 40 boats.", "40 boats", "Harbour Office"),
    ("It was followed by six tremors, the largest measuring 5.1.", "5.1", "largest"),
    ("The company has 4,000 customers. It has brought in 120 crews.", "120 crews", "company"),
    ("Only 38% of adults ate five portions of fruit.", "five portions", "adults"),            # of a share, who it is a share of
    ("The index fell for a fifth day.", "fifth day", "index"),
    ("The court ordered him to do 90 hours of unpaid work.", "90 hours", "unpaid work"),
    ("A sack of rice now fetches close to $5.", "$5", "sack of rice"),
    ("The dam feeds a station 9 km up the valley.", "9 km", "station"),
    ("Ana Berg was elected as the fourth mayor.", "fourth mayor", "Ana Berg"),
]


@pytest.mark.parametrize(("text", "span", "subject"), SUBJECTS)
def test_subject(full: Extractor, text: str, span: str, subject: str) -> None:
    assert fact(full, text, span).subject == subject


@pytest.mark.parametrize(("text", "span"), [
    ("Twelve people were hurt.", "Twelve people"),               # what is counted acts itself
    ("I paid $5 for it.", "$5"),
    ("They met in the two towns.", "two towns"),
    ("It is 30 degrees outside.", "30 degrees"),                 # a pronoun that no noun comes before
    ("The town grew. It took two years to build the wall.", "two years"),
    ("The rule hit farms. It was the second case in a year.", "second case"),
    ("A fund said 40 of the 60 homes were sold.", "40"),         # who says it is its source
    ("The tide reached the quay at Odra, 30 centimetres above the last record.", "30 centimetres"),
    ("The dead were found after nine hours.", "nine hours"),     # when, not how long
    ("Yields jumped, their largest rise in three years.", "three years"),
    ("With 97 of 120 seats declared, Blue was ahead.", "97"),
    ("Norvik is known in 23 countries.", "23 countries"),       # mere places
    ("Pills are cheap: 40 cents apiece.", "40 cents"),
    ("Fewer than 4,000 pairs nest on the islands.", "4,000 pairs"),
    ("A survey on Monday put him on 44 percent.", "44 percent"),
    ("Some 412,000 people are listed, 31,000 more than in 2017.", "31,000"),     # never what is counted
    ("It was one of the 40 towns that burned.", "40 towns"),
    ("He was seen in London, by five people.", "five people"),
    ("Lund expects sales of $5 million, but some 90 jobs will go.", "90 jobs"),
])
def test_no_subject_is_named(full: Extractor, text: str, span: str) -> None:
    found = fact(full, text, span).subject
    assert found is None or found == "They"


WHEN = [
    ("Sales rose 7% in 2023.", "7%", "2023"),
    ("Sales rose 7% in the first quarter, the firm said on Monday.", "7%", "2024-Q1"),      # not the day of saying
    ("In 2022, exports fell 3% and imports grew 4%.", "4%", "2022"),
    ("Exports fell 3% in 2021 and grew 4% in 2022.", "3%", "2021"),
    ("Exports fell 3% in 2021 and grew 4% in 2022.", "4%", "2022"),
    ("Sales rose to $3 billion in the first quarter from $2.8 billion a year earlier.", "$2.8 billion", "2023-Q1"),
    ("Output fell 3% in 2021. It employed 400 workers.", "400 workers", "2021"),           # the sentence before sets the scene
    ("Output fell 3% in 2021.\n\nThe firm has 400 workers.", "400 workers", None),          # not across paragraphs
    ("LONDON, March 5 (Reuters) - The firm has 400 workers.", "400 workers", None),         # nor the dateline
    ("A storm dropped 9 inches of snow on Sunday.\n\nGusts reached 61 mph.", "61 mph", "2024-04-21"),      # the event's day, to its end
    ("A storm dropped 9 inches of snow on Sunday.\n\nThe lake is 34 degrees warm.", "34 degrees", None),   # but not of what is so
    ("A storm struck on Sunday.\n\nIt had killed three people in Odra.", "three people", None),            # nor of what was before
    ("The probe, launched in 2018, passed within 6 million km of the sun.", "6 million km", None),           # asides date themselves
    ("A quake in 1976 killed 1,900 people; the last tremor, in 2003, killed eight.", "eight", "2003"),       # parts date themselves
    ("Shares rose 4% to a level above Thursday's closing price of 226p.", "4%", None),                       # another value's time
    ("Sales were $5 million, up 3% on 2018.", "3%", None),                                                   # what it is counted from
    ("Copper for May delivery fell $2 on Monday.", "$2", "2024-04-22"),
    ("The rate was 5% in 2019 and is now 3%.", "3%", "PRESENT_REF"),
    ("The toll was 3% higher in 2019 than a year before.", "3%", "2019"),
    ("The governor said on Thursday that 3% of homes have no roof.", "3%", None),
    ("ODRA, April 23 (News) - A storm hit the north early on Monday.\n\nGusts reached 61 mph.", "61 mph", "2024-04-22"),
    ("The line carried 2 million people in January, 11% more than a year before.", "11%", "2024-01"),
    ("The crown, down 8% since January, was at 24.6.", "8%", "2024-01/2024-04-23"),
    ("Some 412,000 people are listed, 31,000 more than in 2017.", "412,000 people", None),
    ("Ann Ray, who won 58% in 2019, has four rivals. She led by 6% in a poll.", "6%", None),      # a relative clause sets no scene
    ("Output fell 3% in 2018. Now three of the seven mines have 40 workers.", "40 workers", "PRESENT_REF"),
    ("Prices rose 3%, according to figures released on Tuesday.", "3%", None),
    ("Talbot lost 6 cents a share in 2022, compared with a profit of 9 cents in 2021.", "6 cents", "2022"),  # of its whole clause
    ("Talbot fell 5% to $30 on Monday after its boss left.", "5%", "2024-04-22"),
    ("The storm hit at 4:12 a.m. on Monday and killed two people. It was followed by 34 floods.", "34 floods", "2024-04-22"),
    ("Two firms merged near Velm on Monday evening.", "Two firms", "2024-04-22TEV"),
    ("Traders sold 5 million shares of Talbot in March, according to Velmo.", "5 million shares", "2024-03"),
    ("Snow fell at 3 inches an hour between 2 a.m. and 5 a.m.", "3 inches", "2024-04-23T02:00/2024-04-23T05:00"),
    ("Lund plans to shut three of its 19 mills by May and expects savings of $4 million.", "$4 million", None),
    ("Lund plans to shut three of its 19 mills by May and expects savings of $4 million.", "19 mills", None),
    ("Fees stay at $5 until 2026, and the levy is cut to 3 cents.", "3 cents", None),
    ("On 31 March hospitals reported 400 cases of measles.", "400 cases", "2024-03-31"),
    ("It was fined four times this year.", "four times", "2024"),
    ("Four people died in Friday's derailment near Odra.", "Four people", "2024-04-19"),
    ("The team tested 40 samples that volunteers took in May 2022.", "40 samples", "2022-05"),
    ("The price is 41 percent above Thursday's price.", "41 percent", None),
]


@pytest.mark.parametrize(("text", "span", "when"), WHEN)
def test_when(full: Extractor, text: str, span: str, when: str | None) -> None:
    assert fact(full, text, span).when == when


SOURCES = [
    ("The firm said sales rose 7%.", "7%", "The firm"),
    ("Sales rose 7%, the company said.", "7%", "the company"),
    ("According to an SEC filing, it has 400 workers.", "400 workers", "an SEC filing"),
    ("The storm killed 40 people, according to local officials.", "40 people", "local officials"),
    ("Sales rose 7%.", "7%", None),
    ("The firm posted sales of $5 million.", "$5 million", None),
    ("Orvena rose 8% and Talbot Mining added 3%.", "8%", None),                             # what is added is not what is said
    ("Sales fell by a fifth, the treasurer told delegates, and one in ten shops shut.", "a fifth", "the treasurer"),
    ("According to an exit poll of 4,000 people, 63% of voters were women.", "63%", "an exit poll of 4,000 people"),
    ("According to an exit poll of 4,000 people, 63% of voters were women.", "4,000 people", None),
    ("A spokesman for the charity said three of them had lost their homes.", "three", "A spokesman for the charity"),
    ("“We gained 23 seats,” said Ana Berg. “Eleven of those were new.”", "23 seats", "Ana Berg"),
    ("“We gained 23 seats,” said Ana Berg. “Eleven of those were new.”", "Eleven", "Ana Berg"),     # the quotation goes on
    ("“It was late,” said Ana Berg. The party gained 23 seats.", "23 seats", None),
    ("Romans lined 14 shafts with wood; a pan found in 1897 bears a name.", "14 shafts", None),
    ("The referee showed 11 yellow cards.", "11 yellow cards", None),
    ("The town will buy 14 buses, Ana Berg said. She added that the old ones carry 30 riders.", "30 riders", "Ana Berg"),
    ("The crater is 9 metres deep, the authors estimate.", "9 metres", "the authors"),
    ("Ana Berg, 49, the museum's curator, said it has 30 rooms.", "30 rooms", "Ana Berg"),
    ("Berg said waiting lists had grown to 400 people and that the ward was short of 12 nurses.", "400 people", "Berg"),
    ("Berg said waiting lists had grown to 400 people and that the ward was short of 12 nurses.", "12 nurses", "Berg"),
    ("On 31 March hospitals reported 400 cases of measles.", "400 cases", "hospitals"),
    ("“I ran 5 kilometres,” the 2.01-metre guard, whose cap came in May, said.", "5 kilometres", "the 2.01-metre guard"),
    ("The shop has 2 million users, chief executive Ana Berg told reporters.", "2 million users", "chief executive Ana Berg"),
    ("“It died,” said Ana Berg, whose team surveyed 90 sites.", "90 sites", None),
    ("A coin found in Odra is 900 years old.", "900 years old", None),
    # By its place, where the parse goes astray.
    ("Spending on the army, the premier told deputies on Tuesday, will rise by 4 percent.", "4 percent", "the premier"),
    ("The seam holds 5,000 tonnes of ore, reckons Amara Osei.", "5,000 tonnes", "Amara Osei"),
    ("The pump lifts 650 litres an hour, say its inventors.", "650 litres", "its inventors"),
    ("The minister conceded that 40 schools had closed.", "40 schools", "The minister"),
    ("The ferry, the largest in the port, said goodbye to 300 passengers.", "300 passengers", None),
]


@pytest.mark.parametrize(("text", "span", "source"), SOURCES)
def test_source(full: Extractor, text: str, span: str, source: str | None) -> None:
    assert fact(full, text, span).source == source


@pytest.mark.parametrize("text", [
    '"A, 0"Besides,', " 14 percent to $61.3 million, or $1.12 a share, from $53.8 million, or 97 cent"])
def test_broken_text_is_linked_all_the_same(full: Extractor, text: str) -> None:
    assert full.extract(text)


def test_circles_are_seen() -> None:
    tokens = tokenize("one two three four", 0, 18)
    for token, head in zip(tokens, (0, 2, 1, 2), strict=True):
        token.head = head
    assert circular(tokens, [0, 0, 1, 2])
    tokens[1].head = 0
    assert not circular(tokens, [0, 2, 1, 2])


@pytest.mark.parametrize("name", ["ATTRIBUTION", "HEAD", "INSERTED", "TAIL", "TURNED"])
@pytest.mark.parametrize("lead", [", said ", ", the ", "The ", ", a man told us on ", '," said '])
def test_who_speaks_is_sought_in_linear_time(name: str, lead: str) -> None:
    text = lead + "abc " * 5_000
    begun = time.process_time()
    getattr(sources, name).search(text)
    assert time.process_time() - begun < 0.2
