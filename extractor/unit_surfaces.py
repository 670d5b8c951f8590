"""Surfaces and symbols of units as news writes them that quantulum3's table lacks, and those of its table that news uses otherwise.

`units.py` puts them together. Names are quantulum3's where it has the unit.
"""

PREFIXES = {"Y": "yotta", "Z": "zetta", "E": "exa", "P": "peta", "T": "tera", "G": "giga", "M": "mega", "k": "kilo",
            "h": "hecto", "da": "deca", "d": "deci", "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico",
            "f": "femto", "a": "atto", "z": "zepto", "y": "yocto"}
# Durations are times; shares and currencies have kinds of their own.
OTHER_KINDS = frozenset({"dimensionless", "currency", "time"})
# Units whose names and symbols news uses for other things far more often.
EVERYDAY = frozenset("""span league shake quarter ell drop tesla henry stokes turn faraday langley darcy mole gauss stere ton-force peck
    baud quad kip tex bar gray rad gal siemens weber maxwell curie rhe twip nibble pixel poise torr erg barn""".split()) | frozenset({
    "minute of arc", "second of arc", "speed of light", "solar mass", "earth mass", "quantum bit", "degree angle", "circular mil",
    "base pair",
    "ton of refrigeration", "katal", "cord", "standard atmosphere", "technical atmosphere"})

# Written out: name → surfaces in the singular, in lower case; the plural is made of them.
SURFACES = {
    "hectare": ["hectare"], "kilogram": ["kilo", "kilogram", "kilogramme"], "gram": ["gramme"], "milligram": ["milligramme"],
    "nautical mile": ["nautical mile"], "stone": ["stone"],
    "brake horsepower": ["brake horsepower"],
    "degree celsius": ["degree celsius", "celsius", "celcius", "degree celcius", "degree c", "deg c", "deg. c",
                       "degree centigrade", "centigrade"],
    "degree fahrenheit": ["degree fahrenheit", "fahrenheit", "farenheit", "degree farenheit", "degree f", "deg f", "deg. f"],
    "degree": ["degree", "deg"],
    "pound-foot": ["pound-foot", "pound foot"], "foot pound-force": ["foot-pound", "foot pound"],
    "watt hour": ["watt hour"], "kilowatt hour": ["kilowatt hour"], "megawatt hour": ["megawatt hour"],
    "gigawatt hour": ["gigawatt hour"], "terawatt hour": ["terawatt hour"],
    "tonne": ["metric ton", "metric tonne"], "megatonne": ["megatonne"], "gigatonne": ["gigatonne"], "ton": ["ton", "us ton"],
    "mile per hour": ["mile per hour", "mile an hour"],
    "kilometre per hour": ["kilometre per hour", "kilometer per hour", "kilometre an hour", "kilometer an hour"],
    "mile per gallon": ["mile per gallon", "mile to the gallon"],
    "parsec": ["parsec"], "megaparsec": ["megaparsec"], "light-year": ["light year", "lightyear"],
    "cubic metre": ["cubic metre", "cubic meter"], "cubic foot": ["cubic foot"], "cubic inch": ["cubic inch"], "cubic yard": ["cubic yard"],
    "square kilometre": ["square kilometre", "square kilometer"], "square metre": ["square metre", "square meter"],
    "square foot": ["square foot"], "square mile": ["square mile"], "square inch": ["square inch"], "square yard": ["square yard"],
    "acre foot": ["acre-foot", "acre foot"],
    "terabyte": ["terabyte"], "decibel": ["decibel"], "barrel": ["barrel"], "carat": ["karat"],
    "micrometre": ["micron", "micrometre", "micrometer"], "millilitre": ["millilitre", "milliliter"],
    "microlitre": ["microlitre", "microliter"],
    "dot per inch": ["dot per inch"], "pound per square inch": ["pound per square inch"],
    "parts-per-million": ["part per million"], "parts-per-billion": ["part per billion"], "parts-per-trillion": ["part per trillion"],
    "millisievert": ["millisievert"], "microsievert": ["microsievert"],
    "hectolitre": ["hectolitre", "hectoliter"], "troy ounce": ["troy ounce"], "imperial gallon": ["imperial gallon"], "ampere": ["amp"],
    "cubic foot per second": ["cusec", "cubic foot per second"], "cubic metre per second": ["cumec"], "dram": ["dram"],
    "hundredweight": ["hundredweight"], "parts-per-thousand": ["part per thousand"],
    "mega british thermal unit": ["million british thermal unit"], "frame per second": ["frame per second"],
    "megajoule": ["megajoule"], "gigajoule": ["gigajoule"], "terajoule": ["terajoule"], "exajoule": ["exajoule"], "picogram": ["picogram"],
    "millimole": ["millimole"], "micromole": ["micromole"], "beat per minute": ["beat per minute"],
    "gross ton": ["gross ton", "gross tonne"], "deadweight ton": ["deadweight ton", "deadweight tonne"],
    "degree heating week": ["degree heating week"], "degree day": ["degree day"],
}
SYMBOLS = {
    "degree celsius": ["°C", "ºC", "° C", "℃", "° Celsius", "°Celsius", "º Celsius"],
    "degree fahrenheit": ["°F", "ºF", "° F", "℉", "° Fahrenheit", "°Fahrenheit", "º Fahrenheit"],
    "degree": ["°", "º", "degs"],
    "horsepower": ["hp", "cv"], "brake horsepower": ["bhp"],
    "mile per hour": ["mph", "mi/h", "m.p.h."], "kilometre per hour": ["kph", "k.p.h.", "km/h", "kmh", "kmph", "km/hr", "km/hour"],
    "watt hour": ["Wh"], "kilowatt hour": ["kWh"], "megawatt hour": ["MWh"], "gigawatt hour": ["GWh"], "terawatt hour": ["TWh"],
    "square foot": ["sq ft", "sq. ft.", "sq. ft", "sqft", "ft2", "ft²", "sq feet", "sq foot"],
    "square metre": ["sq m", "sqm", "sq. m", "sq. m.", "m2", "m²", "sq metres", "sq meters"],
    "square kilometre": ["sq km", "sq. km", "sqkm", "km2", "km²"], "square mile": ["sq mi", "sq miles", "sq. miles", "sq mile"],
    "square centimetre": ["cm2", "cm²", "sq cm"], "square millimetre": ["mm2", "mm²"], "square inch": ["sq in"],
    "cubic metre": ["m3", "m³", "cu m", "cbm"], "cubic centimetre": ["cc", "cm3", "cm³", "ccm"],
    "cubic kilometre": ["km3", "km³"], "cubic foot": ["cu ft", "cu. ft.", "ft3", "ft³"],
    "litre": ["L", "l", "ltr"], "millilitre": ["ml", "mL"], "microlitre": ["µl", "µL", "μl", "μL"], "mile per gallon": ["mpg", "m.p.g."],
    "foot pound-force": ["lb-ft", "lb ft", "lb.-ft.", "ft-lb", "ft lb", "lbft", "ft-lbs", "lb·ft"], "newton metre": ["Nm", "N·m", "N-m"],
    "microgram": ["µg", "μg", "mcg", "ug"], "micrometre": ["µm", "μm", "um"],
    "hertz": ["Hz"], "kilohertz": ["kHz"], "megahertz": ["MHz"], "gigahertz": ["GHz"],
    "kilobyte": ["kB", "KB", "kb"], "megabyte": ["MB"], "gigabyte": ["GB", "Gb", "gb"], "terabyte": ["TB", "tb"],
    "megabit per second": ["Mbps", "Mbit/s", "Mb/s"], "gigabit per second": ["Gbps", "Gbit/s", "Gb/s"],
    "kilogram": ["kg", "kgs"], "pound-mass": ["lb", "lbs", "lb.", "lbs."], "ounce": ["oz", "oz."], "tonne": ["t", "MT"],
    "inch": ["in.", "ins", "″"], "foot": ["ft", "ft.", "′"], "yard": ["yd", "yds", "yd."], "mile": ["mi", "mi."],
    "kilometre": ["km", "kms", "km."], "metre": ["m", "mtr", "mtrs"], "nautical mile": ["nmi"], "nanometre": ["nm"],
    "milliampere-hour": ["mAh"], "parts-per-million": ["ppm"], "parts-per-billion": ["ppb"], "parts-per-trillion": ["ppt"],
    "pound per square inch": ["psi"], "kilopound per square inch": ["ksi"], "decibel": ["dB", "dBA"], "kelvin": ["K"],
    "metre per second": ["m/s", "mps"], "kilometre per second": ["km/s"], "barrel per day": ["bpd", "b/d", "bbl/d"],
    "dot per inch": ["dpi"], "pixel per inch": ["ppi"], "frame per second": ["fps"], "revolutions per minute": ["rpm", "r.p.m."],
    "mega british thermal unit": ["MMBTU", "mmBTU", "MMBtu", "mmBtu", "MBtu"], "cubic foot per second": ["cfs"], "beat per minute": ["bpm"],
    "millimole": ["mmol"], "micromole": ["µmol", "μmol"], "deadweight ton": ["dwt"], "terajoule": ["TJ"],
    "megapixel": ["MP"], "mole": ["mol"], "millisievert": ["mSv"], "microsievert": ["µSv", "μSv"], "knot": ["kt", "kts", "kn"],
}
# Symbols that are words or letters of other use in running text: dropped, or read by `units.letter` by what stands around them.
UNSAFE = frozenset("""a A b B c C d F g G h H J K k l L m M N p P q R s S t T u V W y au AU ua UA in den sec min As at AT At am cd ct
    kat st St lea pt p. c. gr u Da a. Pa ac bu pk qr TR sb tf Ha ha lm sr rhe P e bar ' ′ ’ gal cal hs hm dam nt
    Fr es fur Fur ips DM dm em BF P. Gal Cal mas 'm re rd Ly is oz. lux tex nm MP PS cv ps Pt St. kt Gs Rd Mx Oe
    esu pp mfu Wb pm PM Am EV MM mm. fm""".split()) | {'"', "”"}
# Letters by themselves, right after the number.
LETTERS = {"m": "metre", "g": "gram", "W": "watt", "V": "volt", "L": "litre", "l": "litre", "N": "newton", "A": "ampere",
           "C": "degree celsius", "F": "degree fahrenheit", "t": "tonne", "in": "inch", "ha": "hectare", "dm": "decimetre",
           "Pa": "pascal", "MP": "megapixel", "PS": "horsepower", "nm": "nanometre", "kt": "knot", "ct": "carat", "cal": "calorie"}
# Quotients that have a name of their own.
NAMED_QUOTIENTS = frozenset({
    "metre per second", "foot per second", "kilometre per hour", "mile per hour", "inch per second", "revolutions per minute",
    "bit per second", "kilobit per second", "megabit per second", "gigabit per second", "ton per day", "pound per hour"})
