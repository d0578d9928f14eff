"""Days that a person types: "2011-12", "5 March 2018", "spring 2011", EDTF.

In: words from a command line or a script. Out: a `When`, or QueryError that says what can be read. Invariant: what can
mean two days is never settled silently, and nothing is counted from today.
"""

from throughline.dates import days
from throughline.dates.edtf import parse_edtf
from throughline.dates.written import read_day
from throughline.errors import QueryError
from throughline.model import UNKNOWN, Sentence, When
from throughline.text.tokens import tokenise

_LONGEST = 80  # characters of a date in words
_FAR = "years run from"
_FROM = frozenset("in on at of the from between by until till before after since".split())
_TO = frozenset("to until till through and - --".split())


def typed(text: str, order: str | None = None) -> When:
    """Read a date, a month, a year or EDTF; `order` ("dmy", "mdy", "ymd") says how numeric dates are written.

    >>> typed("5 March 2018").edtf, typed("2011-12").edtf, typed("spring 2011").edtf
    ('2018-03-05', '2011-12', '2011-21')
    """
    try:
        return parse_edtf(text)
    except ValueError as error:
        far = str(error) if _FAR in str(error) else ""
    told = _in_words(text)
    if told is not None:
        return told
    readings = read_day(text, order)
    if len(readings) == 1:
        return readings[0]
    if readings:
        both = " or ".join(reading.edtf for reading in readings)
        raise QueryError(f"{text!r} can be {both}: write the one you mean")
    raise QueryError(
        f"{text!r} is no date: {far or 'write a day (2011-12-31), a month (2011-12), a year (2011) or EDTF'}"
    )


def _in_words(text: str) -> When | None:
    """Days that the whole text names in words: a season, a quarter, the end of a month, from one month to another."""
    if len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return None
    from throughline.dates.phrases.find import find_times  # noqa: PLC0415 - 60 ms that only days in words need

    tokens = tuple(tokenise(text))
    found = list(find_times(text, tokens, (Sentence(0, len(tokens), 0, len(text), 0),), UNKNOWN))
    named = list(dict.fromkeys(one.when for one in found if one.when is not None))
    inside = {token.norm for token in tokens if not any(one.start <= token.start < one.end for one in found)}
    if not named or not inside <= (_FROM if len(found) == 1 else _FROM | _TO):
        return None
    first, last = named[0], named[-1]
    if first.first is None or last.last is None or first.first <= last.last:
        return first if len(named) == 1 else days.span(first.first, last.last)
    return None
