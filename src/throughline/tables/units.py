"""Units that amounts are given in: the words and signs for them, and the unit's name here.

Money units are ISO 4217 codes; a bare "$" is US dollars unless letters before it say otherwise ("A$").
"""

from collections.abc import Mapping

CURRENCY_SIGNS: Mapping[str, str] = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY"}
CURRENCY_PREFIXES: Mapping[str, str] = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "nt": "TWD",
    "r": "BRL",
}  # fmt: skip
CURRENCY_CODES = frozenset("USD GBP EUR JPY CHF CAD AUD NZD CNY RUB INR SEK NOK DKK PLN TRY ZAR BRL MXN KRW".split())
# Words for money; names that several states share stand for the one that news in English means by them alone.
_MONEY = {
    "dollar": "USD", "cent": "USD cent", "pound": "GBP", "euro": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB", "rupee": "INR", "shekel": "ILS", "rand": "ZAR", "lira": "TRY",
    "zloty": "PLN", "baht": "THB", "won": "KRW", "real": "BRL", "hryvnia": "UAH",
}  # fmt: skip
_MEASURES = {
    "kilometre": "km", "kilometer": "km", "km": "km", "metre": "m", "meter": "m", "m": "m", "mile": "mile",
    "centimetre": "cm", "centimeter": "cm", "cm": "cm", "millimetre": "mm", "millimeter": "mm", "mm": "mm",
    "yard": "yard", "inch": "inch", "nautical mile": "nautical mile",
    "barrel": "barrel", "gallon": "gallon", "litre": "litre", "liter": "litre", "cubic metre": "m3",
    "cubic meter": "m3", "cubic foot": "ft3", "tonne": "tonne", "ton": "ton", "kilogram": "kg", "kilo": "kg",
    "kg": "kg", "gram": "g", "ounce": "ounce", "acre": "acre", "hectare": "hectare", "square mile": "mile2",
    "square kilometre": "km2", "square kilometer": "km2", "square metre": "m2", "square meter": "m2",
    "square foot": "ft2", "degree": "degree", "megawatt": "MW", "gigawatt": "GW", "kilowatt": "kW", "mph": "mile/hour",
    "knot": "knot", "hertz": "Hz", "gigabyte": "GB", "megabyte": "MB", "basis point": "basis point",
}  # fmt: skip
_FORMS = {
    "foot": "foot", "feet": "foot", "ft": "foot", "lb": "lb", "lbs": "lb", "mg": "mg", "%": "percent",
    "percent": "percent", "per cent": "percent", "pct": "percent", "percentage point": "percentage point",
    "percentage points": "percentage point", "inches": "inch", "square feet": "ft2", "cubic feet": "ft3",
    "pence": "GBP penny", "quid": "GBP", "km/h": "km/hour", "kph": "km/hour",
}  # fmt: skip
UNITS: Mapping[str, str] = {
    **_MONEY,
    **_MEASURES,
    **{word + "s": unit for word, unit in (_MONEY | _MEASURES).items()},
    **_FORMS,
}
MONEY = frozenset({*CURRENCY_SIGNS.values(), *CURRENCY_PREFIXES.values(), *CURRENCY_CODES, *_MONEY.values()})
# Words that make an amount a length of time: the finder of times reads those.
TIME_UNITS = frozenset(
    """second seconds minute minutes hour hours day days week weeks fortnight month months year years decade decades
    century centuries weekend weekends night nights am pm a.m. p.m. o'clock year-old years-old""".split()
)
RATES: Mapping[str, str] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "daily": "day", "week": "week",
    "weekly": "week", "month": "month", "monthly": "month", "year": "year", "annually": "year", "yearly": "year",
}  # fmt: skip
