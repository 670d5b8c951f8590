"""Currency symbols and words → ISO 4217 codes, and what had to be assumed.

The table is ours: no library knows how news writes currencies (`C$`, `quid`, `Hong Kong dollars`, `RM`).
"""
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

# The codes of ISO 4217 that are money in use, and three crypto-currencies that news gives amounts in.
CODES = frozenset("""AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
    SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL
    BTC ETH USDT""".split()) | frozenset("DEM FRF ITL ESP FIM ATS BEF GRD IEP PTE NLG HRK".split())

# Signs and letter signs before (some after) the number.
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₫": "VND",
         "₦": "NGN", "₱": "PHP", "฿": "THB", "₴": "UAH", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₭": "LAK",
         "₮": "MNT", "₿": "BTC", "֏": "AMD", "؋": "AFN", "៛": "KHR", "元": "CNY", "円": "JPY", "ரூ": "LKR",
         "US$": "USD", "U.S.$": "USD", "US $": "USD", "U.S. $": "USD", "A$": "AUD", "AU$": "AUD", "Aus$": "AUD", "C$": "CAD", "CA$": "CAD",
         "Can$": "CAD", "CAD$": "CAD", "Cdn$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "J$": "JMD",
         "BZ$": "BZD", "TT$": "TTD", "EC$": "XCD", "FJ$": "FJD", "Z$": "ZWL", "N$": "NAD", "B$": "BND", "Mex$": "MXN", "MX$": "MXN", "RMB": "CNY",
         "Rs": "INR", "Rs.": "INR", "Re": "INR", "RM": "MYR", "Rp": "IDR", "R": "ZAR", "kr": "SEK", "Fr": "CHF", "Fr.": "CHF", "SFr": "CHF", "Sfr": "CHF", "Tk": "BDT",
         "KSh": "KES", "Ksh": "KES", "USh": "UGX", "TSh": "TZS", "GH₵": "GHS", "GH¢": "GHS", "CFA": "XOF", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON",
         "E£": "EGP", "LE": "EGP", "DM": "DEM", "Bs": "BOB", "S/": "PEN", "QR": "QAR", "SR": "SAR", "Dh": "AED", "Dhs": "AED", "RON": "RON", "CN¥": "CNY", "JP¥": "JPY"}
ASSUMED = {"$": "USD", "¥": "JPY", "￥": "JPY", "Rs": "INR", "Rs.": "INR", "Re": "INR", "kr": "SEK", "R": "ZAR", "Fr": "CHF", "Fr.": "CHF"}
SUBUNITS = {"¢": "USD", "cent": "USD", "cents": "USD", "c": "USD", "p": "GBP", "pence": "GBP", "penny": "GBP", "pennies": "GBP", "sen": "MYR",
            "kopek": "RUB", "kopeks": "RUB", "kopeck": "RUB", "kopecks": "RUB", "paise": "INR", "paisa": "INR", "centavo": "MXN", "centavos": "MXN",
            "rappen": "CHF", "groszy": "PLN", "eurocent": "EUR", "eurocents": "EUR", "euro cents": "EUR", "euro cent": "EUR", "fils": "AED",
            "piastres": "EGP", "satang": "THB", "ore": "SEK", "øre": "NOK", "öre": "SEK", "p.": "GBP", "kobo": "NGN", "stotinki": "BGN", "pesewas": "GHS"}
# Nouns (singular; the plural adds s) by the country or adjective before them; "" is the bare noun.
NOUNS: dict[str, dict[str, str]] = {
    "dollar": {"": "USD", "us": "USD", "u.s.": "USD", "american": "USD", "united states": "USD", "canadian": "CAD", "australian": "AUD",
               "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "new taiwan": "TWD",
               "taiwanese": "TWD", "jamaican": "JMD", "bahamian": "BSD", "barbadian": "BBD", "fijian": "FJD", "fiji": "FJD", "namibian": "NAD",
               "liberian": "LRD", "zimbabwean": "ZWL", "zimbabwe": "ZWL", "bermudian": "BMD", "belize": "BZD", "brunei": "BND", "guyanese": "GYD",
               "trinidad and tobago": "TTD", "east caribbean": "XCD", "surinamese": "SRD", "cayman": "KYD", "solomon islands": "SBD"},
    "euro": {"": "EUR"}, "yen": {"": "JPY", "japanese": "JPY"}, "yuan": {"": "CNY", "chinese": "CNY"}, "renminbi": {"": "CNY", "chinese": "CNY"},
    "rmb": {"": "CNY"}, "quid": {"": "GBP"}, "sterling": {"": "GBP"}, "buck": {"": "USD"}, "greenback": {"": "USD"},
    "pound": {"": "", "british": "GBP", "uk": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG", "irish": "IEP",
              "south sudanese": "SSP", "gibraltar": "GIP", "falkland": "FKP"},
    "pound sterling": {"": "GBP"}, "pounds sterling": {"": "GBP"},
    "rupee": {"": "INR", "indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "sri lankan": "LKR", "nepalese": "NPR", "nepali": "NPR",
              "mauritian": "MUR", "seychellois": "SCR", "seychelles": "SCR"},
    "rupiah": {"": "IDR", "indonesian": "IDR"}, "ringgit": {"": "MYR", "malaysian": "MYR"}, "baht": {"": "THB", "thai": "THB"},
    "won": {"south korean": "KRW", "korean": "KRW", "north korean": "KPW"}, "dong": {"": "VND", "vietnamese": "VND"},
    "peso": {"": "MXN", "mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "argentinian": "ARS", "argentinean": "ARS", "chilean": "CLP",
             "colombian": "COP", "cuban": "CUP", "dominican": "DOP", "uruguayan": "UYU"},
    "franc": {"": "CHF", "swiss": "CHF", "french": "FRF", "belgian": "BEF", "cfa": "XOF", "congolese": "CDF", "rwandan": "RWF", "burundian": "BIF",
              "guinean": "GNF", "djiboutian": "DJF", "pacific": "XPF"},
    "krona": {"": "SEK", "swedish": "SEK", "icelandic": "ISK"}, "kronor": {"": "SEK", "swedish": "SEK"},
    "krone": {"": "NOK", "norwegian": "NOK", "danish": "DKK"}, "kroner": {"": "NOK", "norwegian": "NOK", "danish": "DKK"},
    "crown": {"swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "czech": "CZK", "icelandic": "ISK"}, "koruna": {"": "CZK", "czech": "CZK"},
    "ruble": {"": "RUB", "russian": "RUB", "belarusian": "BYN", "belarussian": "BYN"}, "rouble": {"": "RUB", "russian": "RUB", "belarusian": "BYN"},
    "lira": {"": "TRY", "turkish": "TRY", "italian": "ITL", "lebanese": "LBP"}, "lire": {"": "ITL", "italian": "ITL"},
    "rand": {"": "ZAR", "south african": "ZAR"}, "real": {"brazilian": "BRL"}, "reais": {"": "BRL", "brazilian": "BRL"},
    "naira": {"": "NGN", "nigerian": "NGN"}, "cedi": {"": "GHS", "ghanaian": "GHS"}, "shilling": {"": "KES", "kenyan": "KES", "ugandan": "UGX",
             "kenya": "KES", "tanzanian": "TZS", "somali": "SOS"}, "birr": {"": "ETB", "ethiopian": "ETB"}, "kwacha": {"": "ZMW", "zambian": "ZMW", "malawian": "MWK"},
    "dirham": {"": "AED", "uae": "AED", "emirati": "AED", "moroccan": "MAD"}, "riyal": {"": "SAR", "saudi": "SAR", "saudi arabian": "SAR", "qatari": "QAR", "yemeni": "YER"},
    "rial": {"": "IRR", "iranian": "IRR", "omani": "OMR", "yemeni": "YER"}, "dinar": {"kuwaiti": "KWD", "iraqi": "IQD", "jordanian": "JOD", "serbian": "RSD",
             "bahraini": "BHD", "tunisian": "TND", "algerian": "DZD", "libyan": "LYD", "": "RSD", "macedonian": "MKD"},
    "shekel": {"": "ILS", "israeli": "ILS", "new israeli": "ILS", "new": "ILS"}, "zloty": {"": "PLN", "polish": "PLN"}, "zlotys": {"": "PLN", "polish": "PLN"}, "forint": {"": "HUF", "hungarian": "HUF"},
    "hryvnia": {"": "UAH", "ukrainian": "UAH"}, "manat": {"": "AZN", "azerbaijani": "AZN", "azeri": "AZN", "turkmen": "TMT"}, "lari": {"": "GEL", "georgian": "GEL"},
    "dram": {"": "AMD", "armenian": "AMD"}, "tenge": {"": "KZT", "kazakh": "KZT", "kazakhstani": "KZT"}, "som": {"": "KGS", "kyrgyz": "KGS", "uzbek": "UZS"},
    "taka": {"": "BDT", "bangladeshi": "BDT"}, "kyat": {"": "MMK", "myanmar": "MMK"}, "kip": {"": "LAK", "lao": "LAK"}, "riel": {"": "KHR", "cambodian": "KHR"},
    "bolivar": {"": "VES", "venezuelan": "VES"}, "boliviano": {"": "BOB"}, "guarani": {"": "PYG", "paraguayan": "PYG"}, "sol": {"peruvian": "PEN"}, "soles": {"": "PEN", "peruvian": "PEN"},
    "quetzal": {"": "GTQ"}, "lempira": {"": "HNL"}, "balboa": {"": "PAB"}, "gourde": {"": "HTG"}, "afghani": {"": "AFN"}, "lev": {"": "BGN"}, "leva": {"": "BGN", "bulgarian": "BGN"},
    "leu": {"": "RON", "romanian": "RON", "moldovan": "MDL"}, "lei": {"": "RON", "romanian": "RON", "moldovan": "MDL"}, "kuna": {"": "HRK", "croatian": "HRK"},
    "markka": {"": "FIM", "finnish": "FIM"}, "mark": {"german": "DEM", "deutsche": "DEM", "west german": "DEM", "finnish": "FIM"}, "deutschmark": {"": "DEM"}, "peseta": {"": "ESP", "spanish": "ESP"},
    "escudo": {"": "PTE", "portuguese": "PTE"}, "drachma": {"": "GRD", "greek": "GRD"}, "guilder": {"": "NLG", "dutch": "NLG"}, "schilling": {"": "ATS", "austrian": "ATS"},
    "tugrik": {"": "MNT"}, "ngultrum": {"": "BTN"}, "pula": {"": "BWP"}, "metical": {"": "MZN"}, "kwanza": {"": "AOA", "angolan": "AOA"}, "dalasi": {"": "GMD"}, "ariary": {"": "MGA"},
    "bitcoin": {"": "BTC"}, "btc": {"": "BTC"}, "ether": {"": "ETH"}, "ethereum": {"": "ETH"},
}
# Dollars of the country whose place an article is from: a bare $ there is still USD (facts.md), and `assumed` says so.
DOLLAR_PLACES = frozenset("""sydney melbourne canberra brisbane perth adelaide australia toronto ottawa montreal vancouver calgary canada
    singapore auckland wellington zealand kong taipei taiwan""".split())


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as written: its code, what a number of it is multiplied by, and what was assumed."""

    code: str
    factor: Decimal = Decimal(1)
    assumed: str | None = None


def _words() -> dict[str, Currency]:
    found: dict[str, Currency] = {}
    for noun, readings in NOUNS.items():
        for adjective, code in readings.items():
            if not code:
                continue
            bare = not adjective and len(set(readings.values())) > 2
            assumed = f"currency: bare {noun} read as {code}" if bare else None
            for form in (noun, noun + "s", noun[:-1] + "ies") if noun.endswith("y") else (noun, noun + "s"):
                found[f"{adjective} {form}".strip()] = Currency(code, assumed=assumed)
    for form, code in SUBUNITS.items():
        found[form] = Currency(code, Decimal("0.01"), "currency: bare cents read as USD" if form in ("cent", "cents") else None)
    found |= {code.lower(): Currency(code) for code in CODES if code not in ("ALL", "TOP", "TRY", "PEN", "SOS", "CUP", "LAK", "MOP", "BAM", "GEL", "MAD", "CAD")}
    return found


WORDS = _words()
LEADING = {sign: Currency(code, assumed=f"currency: {'bare ' if sign in '$¥' else ''}{sign} read as {code}" if sign in ASSUMED else None)
           for sign, code in SIGNS.items()} | {code: Currency(code) for code in CODES}
_signs = sorted(LEADING, key=lambda s: (-len(s), s))
# A sign right before a number, with the minus that may stand on either side of it.
BEFORE = re.compile(r"(?<![\w$£€¥])(?P<minus>[-−–])?(?P<sign>" + "|".join(re.escape(s) for s in _signs) + r"|(?:[Cc]|[Nn][Zz]|[Hh][Kk]|[Uu][Ss]|cad|aud|usd|mex) ?\$|a\$)[ \u00a0]{0,2}$")
FIRST = "".join(sorted({s[0] for s in _signs if not s[0].isalnum()}))
AFTER_WORD = re.compile(r"[ \u00a0-]?((?:[^\W\d_]|\.(?=[^\W\d_])|\.(?= ))+(?:(?: |-)(?:[^\W\d_]|\.(?=[^\W\d_]))+){0,3})")
AFTER_SIGN = re.compile(r"[ \u00a0]?(?P<sign>ரூ|[$€£¥₹₽₩₺₪₫₦₱฿₴₸₼₾₡₲₵₭₮₿¢元円]|kr\b|zł|Kč|Ft\b)(?![\w\d])")


def before(text: str, start: int, floor: int) -> tuple[int, bool, Currency] | None:
    """The currency sign that ends at `start`: where it begins, whether it is negative, and the currency."""
    if start <= floor:
        return None
    match = BEFORE.search(text, max(floor, start - 10), start)
    if match is None:
        return None
    sign = match.group("sign")
    currency = LEADING.get(sign) or LEADING[sign.upper().replace(" ", "").replace("MEX", "Mex").replace("USD$", "US$").replace("AUD$", "A$")]
    return match.start(), match.group("minus") is not None, currency


SCALED_CODE = re.compile(r"[ \u00a0]?(?P<scale>[MmKkB])(?P<code>[A-Z]{3})\b")   # 30 MUSD, 15 KSEK
LETTER_SCALES = {"m": Decimal(10**6), "k": Decimal(1000), "b": Decimal(10**9)}


@lru_cache(maxsize=4096)
def _word(phrase: str) -> tuple[int, Currency] | None:
    """The longest currency name that a phrase begins with: its length and the currency."""
    lowered, ends = phrase.lower(), [m.start() for m in re.finditer(r"[ -]|$", phrase)]
    for end in reversed(ends):
        name = lowered[:end].replace("-", " ")
        if name in WORDS:
            return end, WORDS[name]
    return None


def after(text: str, end: int, limit: int) -> tuple[int, Currency] | None:
    """The currency named right after a number or scale word ending at `end`: where it ends, and the currency."""
    sign = AFTER_SIGN.match(text, end, limit)
    if sign:
        written = sign.group("sign")
        found = WORDS.get(written) or LEADING[written]
        return sign.end(), found
    scaled = SCALED_CODE.match(text, end, limit)
    if scaled and scaled.group("code") in CODES:
        return scaled.end(), Currency(scaled.group("code"), LETTER_SCALES[scaled.group("scale").lower()])
    match = AFTER_WORD.match(text, end, limit)
    if match is None:
        return None
    found_word = _word(match.group(1))
    if found_word is None:
        return None
    length, currency = found_word
    word = match.group(1)[:length]
    if len(word) == 3 and word.lower() in {c.lower() for c in CODES} and not word.isupper() and word.lower() not in ("usd", "eur", "btc", "rmb"):
        return None                                           # `10 top`, `12 all`: codes are capitals
    if word in ("c", "p", "p.") and match.start(1) > end:
        return None                                           # 5 p. is a page or a pint, 470p is money
    return match.start(1) + length, currency
