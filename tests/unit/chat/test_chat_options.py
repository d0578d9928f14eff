"""How arguments are read: whatever a client sends is a value of the right type, or an error with advice."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from throughline.chat.options import Kind, Option, read, schema
from throughline.chat.tools import CLOCK, TOOLS
from throughline.errors import QueryError
from throughline.model import When

OPTIONS = (
    Option("words", "Some words.", is_required=True),
    Option("type", "One of two.", choices=("AGREE", "REJECT")),
    Option("top", "How many.", Kind.NUMBER, default=20, least=1),
    *CLOCK,
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(["words", "type", "top", "as_of", "maybe", "else"]), anything))
def test_whatever_is_sent_is_read_or_refused(sent: dict[str, Any]) -> None:
    try:
        found = read("search", OPTIONS, sent)
    except QueryError:
        return
    assert set(found) == {"words", "type", "top", "as_of", "maybe"}
    assert isinstance(found["words"], str)
    assert 1 <= found["top"] <= 100
    assert found["as_of"] is None or isinstance(found["as_of"], When)
    assert isinstance(found["maybe"], bool)


def test_nothing_given_is_what_null_is() -> None:
    assert read("search", OPTIONS, {"words": "x"}) == read(
        "search", OPTIONS, {"words": "x", "as_of": None, "top": None}
    )


@pytest.mark.parametrize("name", list(TOOLS))
def test_every_schema_is_one(name: str) -> None:
    described = schema((*TOOLS[name].options, *CLOCK))
    Draft202012Validator.check_schema(described)
    needed = dict.fromkeys(described["required"], "2011")
    assert Draft202012Validator(described).is_valid({**needed, "as_of": "2011", "maybe": True})
    assert not Draft202012Validator(described).is_valid({**needed, "asof": "2011"})
