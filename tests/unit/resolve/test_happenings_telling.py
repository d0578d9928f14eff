"""Words that tell of an event are known, nouns too; those of function and a parse without states are not asked."""

import pytest

from throughline import reader
from throughline.model import Parse
from throughline.resolve.happenings import telling


def test_verbs_and_nouns_of_events_tell() -> None:
    parse = reader.parse_words(["The shooting at the Varnholt mall killed two shoppers on Tuesday .".split()])
    teller = telling.load()
    assert teller is not None
    assert teller.reader == parse.reader
    assert [parse.tokens[index].norm for index in teller.words(parse)] == ["shooting", "killed"]


def test_a_parse_without_states_is_refused() -> None:
    teller = telling.load()
    assert teller is not None
    with pytest.raises(ValueError, match="states"):
        teller.words(Parse((), (), has_grammar=True))
