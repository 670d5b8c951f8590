"""The currencies of ISO 4217 as news writes them: names, adjectives, signs and smaller coins."""

# One currency a line: its code, the countries and adjectives that tell it from others of its name, and its names in the
# singular. A name with * is read as this currency when nothing stands before it; with ! too, but only after an amount
# that a word of everyday use would not have (`10 trillion won`, `5,000 marks`).
TABLE = """
AED | uae, emirati, united arab emirates | dirham*
AFN | afghan | afghani*
ALL | albanian | lek!
AMD | armenian | dram!
ANG | netherlands antillean | guilder
AOA | angolan | kwanza*
ARS | argentine, argentinian, argentinean | peso
AUD | australian, australia, aussie | dollar
AWG | aruban | florin
AZN | azerbaijani, azerbaijan, azeri | manat*
BAM | bosnian, convertible | mark
BBD | barbadian, barbados | dollar
BDT | bangladeshi, bangladesh | taka*
BGN | bulgarian | lev*, leva*
BHD | bahraini, bahrain | dinar
BIF | burundian, burundi | franc
BMD | bermudian, bermuda | dollar
BND | brunei | dollar
BOB | bolivian | boliviano*
BRL | brazilian, brazil | real!, reais*
BSD | bahamian | dollar
BTN | bhutanese | ngultrum*
BWP | botswana | pula!
BYN | belarusian, belarussian, belarus | ruble, rouble
BZD | belize | dollar
CAD | canadian, canada | dollar
CDF | congolese | franc
CHF | swiss | franc*
CLP | chilean | peso
CNY | chinese, china | yuan*, renminbi*, rmb*
COP | colombian | peso
CRC | costa rican | colon, colones*
CUP | cuban | peso
CVE | cape verdean | escudo
CZK | czech | koruna*, koruny*, crown
DJF | djiboutian | franc
DKK | danish | krone, kroner, crown
DOP | dominican | peso
DZD | algerian | dinar
EGP | egyptian, egypt | pound
ERN | eritrean | nakfa*
ETB | ethiopian | birr*
EUR | | euro*
FJD | fijian, fiji | dollar
FKP | falkland, falklands | pound
GBP | british, uk, u.k. | pound, quid*, sterling*, pound sterling*, pounds sterling*
GEL | georgian | lari*
GHS | ghanaian, ghana | cedi*
GIP | gibraltar | pound
GMD | gambian | dalasi*
GNF | guinean | franc
GTQ | guatemalan | quetzal*, quetzales*
GYD | guyanese, guyana | dollar
HKD | hong kong | dollar
HNL | honduran | lempira*
HTG | haitian | gourde*
HUF | hungarian | forint*
IDR | indonesian | rupiah*
ILS | israeli, new israeli, new | shekel*
INR | indian, india | rupee*
IQD | iraqi, iraq | dinar
IRR | iranian, iran | rial*
ISK | icelandic | krona, kronur*, crown
JMD | jamaican, jamaica | dollar
JOD | jordanian, jordan | dinar
JPY | japanese, japan | yen*
KES | kenyan, kenya | shilling*
KGS | kyrgyz, kyrgyzstani | som!
KHR | cambodian | riel*
KMF | comorian | franc
KPW | north korean | won
KRW | south korean, korean, korea | won!
KWD | kuwaiti, kuwait | dinar
KYD | cayman, cayman islands | dollar
KZT | kazakh, kazakhstani, kazakhstan | tenge*
LAK | lao, laotian | kip!
LBP | lebanese, lebanon | pound, lira
LKR | sri lankan, sri lanka | rupee
LRD | liberian, liberia | dollar
LSL | lesotho | loti, maloti*
LYD | libyan, libya | dinar
MAD | moroccan, morocco | dirham
MDL | moldovan | leu, lei
MGA | malagasy | ariary*
MKD | macedonian | denar*, dinar
MMK | myanmar, burmese | kyat*
MNT | mongolian | tugrik*, togrog*
MOP | macau, macanese | pataca*
MRU | mauritanian | ouguiya*
MUR | mauritian, mauritius | rupee
MVR | maldivian | rufiyaa*
MWK | malawian, malawi | kwacha
MXN | mexican, mexico | peso*
MYR | malaysian, malaysia | ringgit*
MZN | mozambican | metical*, meticais*
NAD | namibian, namibia | dollar
NGN | nigerian, nigeria | naira*
NIO | nicaraguan | cordoba*
NOK | norwegian | krone*, kroner*, crown
NPR | nepalese, nepali | rupee
NZD | new zealand, kiwi | dollar
OMR | omani, oman | rial
PAB | panamanian | balboa*
PEN | peruvian | sol, soles*
PGK | papua new guinea, papua new guinean | kina*
PHP | philippine, filipino | peso
PKR | pakistani, pakistan | rupee
PLN | polish | zloty*, zlotys*, zlotych*
PYG | paraguayan | guarani*, guaranies*
QAR | qatari, qatar | riyal, rial
RON | romanian | leu*, lei*
RSD | serbian | dinar
RUB | russian | ruble*, rouble*
RWF | rwandan | franc
SAR | saudi, saudi arabian | riyal*, rial
SBD | solomon islands | dollar
SCR | seychellois, seychelles | rupee
SDG | sudanese | pound
SEK | swedish | krona*, kronor*, crown
SGD | singapore, singaporean | dollar
SHP | saint helena | pound
SLE | sierra leonean | leone*
SOS | somali | shilling
SRD | surinamese, suriname | dollar
SSP | south sudanese | pound
STN | sao tome | dobra*
SVC | salvadoran | colon
SYP | syrian, syria | pound
SZL | swazi | lilangeni*, emalangeni*
THB | thai | baht*
TJS | tajik | somoni*
TMT | turkmen, turkmenistan | manat
TND | tunisian, tunisia | dinar
TOP | tongan | paanga*, pa'anga*
TRY | turkish | lira*
TTD | trinidad and tobago, trinidadian | dollar
TWD | taiwan, taiwanese, new taiwan | dollar
TZS | tanzanian, tanzania | shilling
UAH | ukrainian | hryvnia*, hryvnya*, hryvnias*
UGX | ugandan, uganda | shilling
USD | us, u.s., american, united states, usa | dollar*, dlr*, buck*, greenback*
UYU | uruguayan | peso
UZS | uzbek | som, sum, soum*
VES | venezuelan | bolivar*, bolivares*
VND | vietnamese, vietnam | dong*
VUV | vanuatu | vatu*
WST | samoan | tala!
XAF | central african cfa, central african | franc
XCD | east caribbean, eastern caribbean | dollar
XDR | | special drawing right*, sdr*
XOF | cfa, west african cfa, west african | franc
XPF | cfp, pacific | franc
YER | yemeni, yemen | rial, riyal
ZAR | south african, south africa | rand*
ZMW | zambian, zambia | kwacha*
ZWL | zimbabwean, zimbabwe | dollar
ATS | austrian | schilling*
BEF | belgian | franc
DEM | german, deutsche, west german | mark!, deutschmark*, d-mark*
ESP | spanish | peseta*
FIM | finnish | mark, markka*, markkaa*
FRF | french | franc
GRD | greek | drachma*, drachmas*
HRK | croatian | kuna*
IEP | irish | pound, punt
ITL | italian | lira, lire*
NLG | dutch | guilder*
PTE | portuguese | escudo*
BTC | | bitcoin*, btc*
ETH | | ether!, ethereum*
USDT | | tether
"""

# Signs and letters before the number; some stand after it too.
SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₫": "VND",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₴": "UAH", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₭": "LAK",
    "₮": "MNT", "₿": "BTC", "֏": "AMD", "؋": "AFN", "៛": "KHR", "元": "CNY", "円": "JPY", "৳": "BDT", "₨": "INR", "₤": "GBP",
    "RMB": "CNY", "CN¥": "CNY", "JP¥": "JPY", "Rs": "INR", "Rs.": "INR", "Re": "INR", "RM": "MYR", "Rp": "IDR", "R": "ZAR", "kr": "SEK",
    "Fr": "CHF", "Fr.": "CHF", "SFr": "CHF", "Sfr": "CHF", "Tk": "BDT", "KSh": "KES", "Ksh": "KES", "USh": "UGX", "TSh": "TZS",
    "GH₵": "GHS", "GH¢": "GHS", "CFA": "XOF", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON", "E£": "EGP", "LE": "EGP", "DM": "DEM",
    "Bs": "BOB", "S/": "PEN", "QR": "QAR", "SR": "SAR", "Dh": "AED", "Dhs": "AED", "NIS": "ILS",
    "ரூ": "LKR", "#": "GBP", "dlrs": "USD", "Dlrs": "USD", "PS": "GBP", "Y=": "JPY"}
# What old wires (`#`) and transliteration to ASCII (Unidecode: `PS`, `Y=`) make of £ and ¥, and letters of much other use: signs before
# large amounts only.
RARE_SIGNS = frozenset({"#", "PS", "Y=", "R", "LE", "SR", "QR", "DM"})
# Letters on either side of a dollar sign: A$, $A, US $, HK$.
DOLLARS = {
    "US": "USD", "U.S.": "USD", "USD": "USD", "A": "AUD", "AU": "AUD", "Aus": "AUD", "AUD": "AUD", "C": "CAD", "CA": "CAD",
    "Can": "CAD", "CAD": "CAD", "Cdn": "CAD", "CDN": "CAD", "HK": "HKD", "HKD": "HKD", "NZ": "NZD", "NZD": "NZD", "S": "SGD",
    "SG": "SGD", "SGD": "SGD", "NT": "TWD", "TW": "TWD", "R": "BRL", "J": "JMD", "JA": "JMD", "BZ": "BZD", "TT": "TTD", "EC": "XCD",
    "FJ": "FJD", "F": "FJD", "Z": "ZWL", "ZW": "ZWL", "N": "NAD", "B": "BND", "BN": "BND", "Mex": "MXN", "MX": "MXN", "MEX": "MXN",
    "Bds": "BBD", "G": "GYD", "AR": "ARS", "CLP": "CLP", "COL": "COP", "MOP": "MOP", "L": "LRD"}
ASSUMED_SIGNS = frozenset({"$", "¥", "￥", "Rs", "Rs.", "Re", "₨", "kr", "R", "Fr", "Fr."})
# Coins worth a hundredth of their currency.
SUBUNITS = {
    "¢": "USD", "cent": "USD", "cents": "USD", "c": "USD", "p": "GBP", "pence": "GBP", "penny": "GBP", "pennies": "GBP", "sen": "MYR",
    "kopek": "RUB", "kopeks": "RUB", "kopeck": "RUB", "kopecks": "RUB", "paise": "INR", "paisa": "INR", "centavo": "MXN", "centavos": "MXN",
    "rappen": "CHF", "centime": "CHF", "centimes": "CHF", "pfennig": "DEM", "pfennigs": "DEM", "groszy": "PLN", "grosz": "PLN",
    "eurocent": "EUR", "eurocents": "EUR", "euro cents": "EUR", "euro cent": "EUR", "canadian cents": "CAD", "australian cents": "AUD",
    "us cents": "USD", "u.s. cents": "USD", "hong kong cents": "HKD", "singapore cents": "SGD", "new zealand cents": "NZD", "fils": "AED",
    "piastres": "EGP", "satang": "THB", "ore": "SEK", "øre": "NOK", "öre": "SEK", "kobo": "NGN", "stotinki": "BGN", "pesewas": "GHS",
    "agorot": "ILS", "qepik": "AZN", "tiyn": "KZT", "kuruş": "TRY", "kurus": "TRY", "fen": "CNY",
    "halala": "SAR", "halalas": "SAR", "poisha": "BDT", "haler": "CZK", "bani": "RON"}
ASSUMED_SUBUNITS = frozenset({"cent", "cents", "c", "¢", "sen", "centavo", "centavos", "centime", "centimes", "fils", "ore", "öre"})
