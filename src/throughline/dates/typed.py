"""Days that a person types: "2011-12", "5 March 2018", EDTF.

In: words from a command line or a script. Out: a `When`, or QueryError that says what can be read. Invariant: what can
mean two days is never settled silently.
"""

from throughline.dates.edtf import parse_edtf
from throughline.dates.written import read_day
from throughline.errors import QueryError
from throughline.model import When


def typed(text: str, order: str | None = None) -> When:
    """Read a date, a month, a year or EDTF; `order` ("dmy", "mdy", "ymd") says how numeric dates are written.

    >>> typed("5 March 2018").edtf, typed("2011-12").edtf
    ('2018-03-05', '2011-12')
    """
    try:
        return parse_edtf(text)
    except ValueError:
        readings = read_day(text, order)
    if len(readings) == 1:
        return readings[0]
    if readings:
        both = " or ".join(reading.edtf for reading in readings)
        raise QueryError(f"{text!r} can be {both}: write the one you mean")
    raise QueryError(f"{text!r} is no date: write a day (2011-12-31), a month (2011-12), a year (2011) or EDTF")
