import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.text.numbers import Number, read_number, read_ordinal, word_value
from throughline.text.tokens import tokenise


def _read(words: str, index: int = 0) -> Number | None:
    return read_number(list(tokenise(words)), index)


@pytest.mark.parametrize(
    ("words", "value", "stop"),
    [
        ("5,000 soldiers", 5000, 1),
        ("1.5 million people", 1.5e6, 2),
        ("two dozen trucks", 24, 2),
        ("twenty-eight states", 28, 1),
        ("twenty eight states", 28, 2),
        ("half a million", 5e5, 3),
        ("a million homes", 1e6, 2),
        ("two and a half million", 2.5e6, 5),
        ("two hundred and fifty thousand men", 250_000, 5),
        ("two thousand and eleven", 2011, 4),
        ("three thousand two hundred", 3200, 4),
        ("nine hundred ninety nine", 999, 4),
        ("one and two", 1, 1),
        ("two three", 2, 1),
    ],
)
def test_a_number_is_read_with_all_its_words(words: str, value: float, stop: int) -> None:
    assert _read(words) == Number(value, stop)


@pytest.mark.parametrize(
    ("words", "least"), [("several hundred", 300), ("dozens", 24), ("hundreds of thousands", 2e5), ("a few dozen", 24)]
)
def test_vague_numbers_are_floors(words: str, least: float) -> None:
    number = _read(words)
    assert number is not None
    assert (number.value, number.at_least, number.approximate) == (least, True, True)


@pytest.mark.parametrize(
    "words", ["05-03-2018", "10:30", "4-6", "a man", "several", "few", "score draw", "Monday", "100m"]
)
def test_what_is_no_number(words: str) -> None:
    if words == "score draw":  # the bare noun counts nothing; "a score" is too rare to read
        assert _read("a score draw") is None
    else:
        assert _read(words) is None


def test_a_suffix_counts_after_a_currency_only() -> None:
    assert _read("£5m", 1) == Number(5e6, 2)
    assert _read("$3bn", 1) == Number(3e9, 2)
    assert _read("a million and a half", 0) == Number(1.5e6, 5)
    assert _read("$1.6 bn", 1) == Number(1.6e9, 3)
    assert _read("£2 m", 1) == Number(2e6, 3)


def test_ordinals() -> None:
    tokens = list(tokenise("4th twenty-first second fourth of"))
    assert [read_ordinal(tokens, index) for index in range(5)] == [(4, 1), (21, 2), (2, 3), (4, 4), None]


def test_word_value_reads_single_words() -> None:
    assert [word_value(w) for w in ("12", "1,945", "forty-two", "men")] == [12, 1945, 42, None]


@given(st.integers(0, 10**12))
def test_digits_round_trip_with_and_without_commas(value: int) -> None:
    assert _read(str(value)) == Number(float(value), 1)
    assert _read(f"{value:,}") == Number(float(value), 1)


@given(
    st.lists(
        st.sampled_from("two hundred thousand and a half dozen of twenty several 5,000 million few".split()),
        max_size=30,
    )
)
def test_any_run_of_number_words_moves_on_and_never_fails(words: list[str]) -> None:
    tokens = list(tokenise(" ".join(words)))
    for index in range(len(tokens)):
        number = read_number(tokens, index)
        assert number is None or index < number.stop <= len(tokens)
