"""Lines of plain text as numbers."""

from hypothesis import given
from hypothesis import strategies as st

from throughline.extract import judge
from throughline.extract.plaintext import traits

LINES = st.lists(st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool), max_size=12)


@given(LINES)
def test_every_line_has_a_row_that_the_labeller_can_hear(lines: list[str]) -> None:
    rows = traits.rows(lines, [0] * len(lines))
    assert len(rows) == len(lines)
    for row in rows:
        assert len(row) == len(traits.NAMES) + traits.WORDS
        assert all(-0.01 <= value <= 1.21 for value in row[: len(traits.NAMES)])
        assert all(0 <= number < traits.BUCKETS and number == int(number) for number in row[len(traits.NAMES) :])


def test_the_labeller_was_fitted_on_these_numbers() -> None:
    assert judge.load("lines").names == (*traits.NAMES, *traits.WORD_NAMES)


def test_what_other_prose_says_is_told() -> None:
    report = "The harbour office in Port Ellem said on Monday that the night ferries would sail again."
    other = "The ferries of the harbour office will sail from Port Ellem each night until the first of May."
    far = "Our gardener explains which roses want shade, which want sun, and when all of them are watered."
    told = traits.NAMES.index("told")
    close, strange = (traits.rows([report, line, report], [0, 1, 1])[1][told] for line in (other, far))
    assert close > strange
