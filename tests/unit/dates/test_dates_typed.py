"""Days as people type them: what they name, and what is refused instead of guessed."""

import pytest

from throughline.dates.typed import typed
from throughline.errors import QueryError


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2011-12", "2011-12"),
        ("2008?", "2008~"),
        ("2018-03-05T22:04Z", "2018-03-05"),
        ("5 March 2018", "2018-03-05"),
        ("March 2018", "2018-03"),
        ("5. März 2018", "2018-03-05"),
        ("spring 2011", "2011-21"),
        ("the 1990s", "199X"),
        ("from April 2008 to August 2009", "2008-04-01/2009-08-31"),
        ("April 2008 to August 2009", "2008-04-01/2009-08-31"),
        ("between April 2008 and August 2009", "2008-04-01/2009-08-31"),
        ("by 2012", "../2012"),
        ("since 2004", "2004/.."),
    ],
)
def test_days_are_read_as_typed(text: str, edtf: str) -> None:
    assert typed(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("05-03-2018", "can be 2018-03-05 or 2018-05-03"),
        ("Monday", "is no date"),
        ("tomorrow", "is no date"),
        ("last week", "is no date"),
        ("-0044", "years run from 0001 to 9999"),
        ("", "is no date"),
        ("x" * 5000, "is no date"),
    ],
)
def test_what_names_no_days_by_itself_is_refused(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        typed(text)
