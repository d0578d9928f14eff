"""When an author found is an author known."""

import pytest

from benchmarks.people import any_known


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        (("Ana Ruiz",), ["Ana Ruiz"], True),
        (("Ana Ruiz",), ["by Ana Ruiz"], True),
        (("Ana Ruiz",), ["Dr. Ana Ruiz, MD, Head of Content"], True),
        (("Ana Ruiz",), ["Ruiz, Ana"], True),
        (("Tom Rehn",), ["Ana Ruiz and Tom Rehn"], True),
        (("Ana Ruiz",), [["Tom Rehn", "Ana Ruiz, PhD"]], True),
        (("Ana María Ruiz",), ["ANA MARIA RUIZ"], True),
        (("Ana",), ["Ana"], True),
        (("Ana",), ["Ana Ruiz"], False),
        (("Ana Ruiz",), ["Ana Rehn"], False),
        ((), ["Ana Ruiz"], False),
        (("Ana Ruiz",), [], False),
    ],
)
def test_any_known(found: tuple[str, ...], gold: list[object], expected: bool) -> None:  # noqa: FBT001 - a table
    assert any_known(found, gold) is expected
