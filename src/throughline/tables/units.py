"""Units that amounts are given in: the words and signs for them, and the unit's name here.

Money units are ISO 4217 codes; a bare "$" is US dollars unless letters before it say otherwise ("A$").
"""

from collections.abc import Mapping

CURRENCY_SIGNS: Mapping[str, str] = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS", "₩": "KRW", "₺": "TRY",
    "₦": "NGN", "₴": "UAH", "₱": "PHP", "฿": "THB", "₫": "VND",
}  # fmt: skip
CURRENCY_PREFIXES: Mapping[str, str] = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "cdn": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN", "j": "JMD", "tt": "TTD", "z": "ZWL",
}  # fmt: skip
CURRENCY_CODES = frozenset(
    """USD GBP EUR JPY CHF CAD AUD NZD CNY RMB RUB INR SEK NOK DKK PLN TRY ZAR BRL MXN KRW HKD SGD TWD THB IDR MYR PHP
    VND ILS AED SAR QAR KWD IQD IRR EGP NGN KES GHS UAH CZK HUF RON BGN ARS CLP COP PEN PKR BDT LKR""".split()
)
# Words for money; names that several states share stand for the one that news in English means by them alone, or for
# themselves where it means none.
_MONEY = {
    "dollar": "USD", "cent": "USD cent", "pound": "GBP", "euro": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB", "rupee": "INR", "shekel": "ILS", "rand": "ZAR", "lira": "TRY",
    "zloty": "PLN", "baht": "THB", "won": "KRW", "real": "BRL", "hryvnia": "UAH", "naira": "NGN", "rupiah": "IDR",
    "ringgit": "MYR", "forint": "HUF", "koruna": "CZK", "dong": "VND", "taka": "BDT", "riyal": "SAR", "dirham": "AED",
    "afghani": "AFN", "guilder": "NLG", "markka": "FIM", "drachma": "GRD", "peseta": "ESP", "escudo": "PTE",
    "schilling": "ATS", "deutschmark": "DEM", "deutsche mark": "DEM", "franc": "franc", "peso": "peso",
    "dinar": "dinar", "krona": "krona", "krone": "krone", "rial": "rial",
}  # fmt: skip
# Moneys that several states share by name, with the people or place that tells which (ISO 4217).
_SHARED_MONEY = {
    "dollar": "u.s.=USD us=USD american=USD canadian=CAD australian=AUD zealand=NZD kong=HKD singapore=SGD "
    "singaporean=SGD taiwan=TWD taiwanese=TWD jamaican=JMD zimbabwean=ZWL fijian=FJD barbadian=BBD bahamian=BSD "
    "namibian=NAD liberian=LRD",
    "pound": "british=GBP sterling=GBP egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG irish=IEP cypriot=CYP",
    "peso": "mexican=MXN argentine=ARS argentinian=ARS chilean=CLP colombian=COP cuban=CUP philippine=PHP "
    "dominican=DOP uruguayan=UYU bolivian=BOB",
    "franc": "swiss=CHF french=FRF belgian=BEF cfa=XOF congolese=CDF rwandan=RWF guinean=GNF djiboutian=DJF",
    "rupee": "indian=INR pakistani=PKR nepalese=NPR lankan=LKR mauritian=MUR seychelles=SCR",
    "dinar": "iraqi=IQD kuwaiti=KWD jordanian=JOD tunisian=TND algerian=DZD libyan=LYD bahraini=BHD serbian=RSD",
    "krone": "danish=DKK norwegian=NOK",
    "kroner": "danish=DKK norwegian=NOK",
    "krona": "swedish=SEK icelandic=ISK",
    "kronor": "swedish=SEK",
    "crown": "swedish=SEK danish=DKK norwegian=NOK czech=CZK icelandic=ISK",
    "riyal": "saudi=SAR qatari=QAR",
    "rial": "iranian=IRR omani=OMR yemeni=YER",
    "dirham": "moroccan=MAD uae=AED emirati=AED",
    "lira": "turkish=TRY italian=ITL maltese=MTL",
    "lire": "italian=ITL",
    "mark": "german=DEM deutsche=DEM finnish=FIM",
    "markka": "finnish=FIM",
    "won": "korean=KRW",
    "yen": "japanese=JPY",
    "yuan": "chinese=CNY",
    "rouble": "russian=RUB belarusian=BYN",
    "ruble": "russian=RUB belarusian=BYN",
    "shilling": "kenyan=KES ugandan=UGX tanzanian=TZS somali=SOS",
    "real": "brazilian=BRL",
    "rand": "african=ZAR",
    "leu": "romanian=RON moldovan=MDL",
    "lei": "romanian=RON moldovan=MDL",
    "lev": "bulgarian=BGN",
    "schilling": "austrian=ATS",
    "guilder": "dutch=NLG",
}
PEOPLES_MONEY: Mapping[tuple[str, str], str] = {
    (people, word): code
    for word, pairs in _SHARED_MONEY.items()
    for people, code in (pair.split("=") for pair in pairs.split())
}
_MEASURES = {
    "kilometre": "km", "kilometer": "km", "km": "km", "metre": "m", "meter": "m", "m": "m", "mile": "mile",
    "centimetre": "cm", "centimeter": "cm", "cm": "cm", "millimetre": "mm", "millimeter": "mm", "mm": "mm",
    "yard": "yard", "inch": "inch", "nautical mile": "nautical mile",
    "barrel": "barrel", "gallon": "gallon", "litre": "litre", "liter": "litre", "millilitre": "ml", "milliliter": "ml",
    "ml": "ml", "pint": "pint", "cubic metre": "m3", "cubic meter": "m3", "cubic foot": "ft3", "cubic inch": "inch3",
    "cubic centimetre": "cm3", "cubic centimeter": "cm3", "cubic yard": "yard3", "acre-foot": "acre-foot",
    "tonne": "tonne", "metric ton": "tonne", "ton": "ton", "kilogram": "kg", "kilo": "kg", "kg": "kg", "gram": "g",
    "milligram": "mg", "ounce": "ounce", "acre": "acre", "hectare": "hectare", "square mile": "mile2",
    "square kilometre": "km2", "square kilometer": "km2", "square metre": "m2", "square meter": "m2",
    "square foot": "ft2", "square inch": "inch2", "square yard": "yard2", "sq. foot": "ft2", "degree": "degree",
    "degree celsius": "degree C", "degree fahrenheit": "degree F", "megawatt": "MW", "gigawatt": "GW",
    "kilowatt": "kW", "kw": "kW", "mw": "MW", "gw": "GW", "g": "g", "oz": "ounce", "kb": "KB", "mhz": "MHz",
    "ghz": "GHz", "khz": "kHz", "hz": "Hz", "km2": "km2", "m2": "m2",
    "watt": "W", "kilowatt-hour": "kWh", "volt": "V", "mph": "mile/hour", "knot": "knot",
    "hertz": "Hz", "megahertz": "MHz", "gigahertz": "GHz", "decibel": "dB", "calorie": "calorie",
    "gigabyte": "GB", "megabyte": "MB", "terabyte": "TB", "kilobyte": "KB", "gb": "GB", "mb": "MB", "tb": "TB",
    "megabit": "Mbit", "gigabit": "Gbit", "basis point": "basis point", "psi": "psi", "light-year": "light-year",
    "carat": "carat", "bushel": "bushel",
}  # fmt: skip
_FORMS = {
    "foot": "foot", "feet": "foot", "ft": "foot", "lb": "lb", "lbs": "lb", "mg": "mg", "%": "percent",
    "percent": "percent", "per cent": "percent", "pct": "percent", "percentage": "percent",
    "percentage point": "percentage point", "percentage points": "percentage point", "inches": "inch",
    "square feet": "ft2", "sq ft": "ft2", "cubic feet": "ft3", "square inches": "inch2", "cubic inches": "inch3",
    "acre-feet": "acre-foot", "pence": "GBP penny", "quid": "GBP", "km/h": "km/hour", "kph": "km/hour",
    "degrees celsius": "degree C", "degrees fahrenheit": "degree F", "degrees c": "degree C", "degrees f": "degree F",
    "sq km": "km2", "sq miles": "mile2", "lei": "RON", "kronor": "SEK",
}  # fmt: skip
UNITS: Mapping[str, str] = {
    **_MONEY,
    **_MEASURES,
    **{word + "s": unit for word, unit in (_MONEY | _MEASURES).items()},
    **_FORMS,
}
MONEY = frozenset(
    {*CURRENCY_SIGNS.values(), *CURRENCY_PREFIXES.values(), *CURRENCY_CODES, *_MONEY.values(), "GBP penny"}
    | {*PEOPLES_MONEY.values()}
)
# Words that make an amount a length of time: the finder of times reads those.
TIME_UNITS = frozenset(
    """second seconds minute minutes hour hours day days week weeks fortnight fortnights month months year years decade
    decades century centuries weekend weekends night nights am pm a.m. p.m. o'clock year-old years-old millisecond
    milliseconds quarter quarters evening evenings morning mornings afternoon afternoons quarter-century""".split()
)
RATES: Mapping[str, str] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "daily": "day", "week": "week",
    "weekly": "week", "month": "month", "monthly": "month", "year": "year", "annually": "year", "yearly": "year",
}  # fmt: skip
