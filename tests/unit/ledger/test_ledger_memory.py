"""What is kept of a story holds for one state of its file and one day, and is worked out once."""

from throughline.ledger.memory import Memory, Shelf


def test_a_shelf_works_a_thing_out_once() -> None:
    shelf, made = Shelf(), iter(range(9))
    assert [shelf.once("a", lambda: next(made)), shelf.once("a", lambda: next(made))] == [0, 0]
    assert shelf.once("b", lambda: next(made)) == 1


def test_what_fails_is_not_kept() -> None:
    shelf = Shelf()

    def fail() -> int:
        raise ValueError

    for work, expected in ((fail, None), (lambda: 3, 3)):
        try:
            assert shelf.once("a", work) == expected
        except ValueError:
            assert expected is None


def test_days_have_shelves_of_their_own_and_share_what_holds_on_all() -> None:
    memory = Memory(days=2)
    first, second = memory.shelf("state", 1), memory.shelf("state", 2)
    assert first.once("a", lambda: 1) == 1
    assert second.once("a", lambda: 2) == 2
    assert first.always.once("a", lambda: 3) == second.always.once("a", lambda: 4) == 3
    assert memory.shelf("state", 1) is first
    memory.shelf("state", 3)  # the longest unasked goes
    assert memory.shelf("state", 2) is not second


def test_what_is_known_of_a_day_does_not_outlive_the_state_of_the_file() -> None:
    memory = Memory()
    before = memory.shelf("old", 1)
    before.once("a", lambda: 1)
    before.always.once("a", lambda: 1)
    after = memory.shelf("new", 1)
    assert (after.once("a", lambda: 2), after.always.once("a", lambda: 2)) == (2, 1)
