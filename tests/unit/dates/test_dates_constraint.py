from datetime import date

from throughline.dates.testimony.constraint import ALWAYS, Constraint, Strength, not_after, not_before, solve

_CERTAIN = Constraint(not_before(date(2011, 1, 1)), Strength.CERTAIN, "it began then", rule="told as past")


def test_a_stronger_constraint_outlives_one_that_contradicts_it() -> None:
    weak = Constraint(not_after(date(2010, 1, 1)), Strength.LIKELY, "it is still ahead", rule="awaited")
    solution = solve((weak, _CERTAIN))
    assert solution.hull == (date(2011, 1, 1), date.max)
    assert solution.dropped == (weak,)


def test_hints_bound_nothing() -> None:
    hint = Constraint(((date(2012, 1, 1), date(2012, 12, 31)),), Strength.HINT, "mostly so", rule="newest year")
    solution = solve((hint,))
    assert solution.hull == ALWAYS
    assert solution.used == ()
    assert solution.dropped == ()


def test_what_recurs_says_nothing_while_an_end_is_open() -> None:
    days = tuple((date(year, 4, 1), date(year, 8, 1)) for year in range(2000, 2020))
    recurring = Constraint(days, Strength.LIKELY, "in spring", recurs=True)
    assert solve((_CERTAIN, recurring)).hull == (date(2011, 1, 1), date.max)
    last = Constraint(not_after(date(2011, 12, 31)), Strength.GIVEN, "it was captured then")
    assert solve((_CERTAIN, last, recurring)).hull == (date(2011, 4, 1), date(2011, 8, 1))


def test_a_constraint_tells_which_days_it_allows() -> None:
    assert _CERTAIN.allows(date(2011, 1, 1))
    assert not _CERTAIN.allows(date(2010, 12, 31))
