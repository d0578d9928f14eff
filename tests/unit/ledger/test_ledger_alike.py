"""Tellings find each other by their days, and their pairs show as far as both are known."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from throughline.ledger import Ledger, Reading, open_view
from throughline.ledger.alike import number
from throughline.ledger.audit import audit
from throughline.ledger.reading import Dated, Reach
from throughline.ledger.rows import Alike
from throughline.model import content_id

Make = Callable[..., Reading]
MAY, JUNE = date(2031, 5, 3), date(2031, 6, 3)
REACH = Reach(fine=3, loose=92, fresh=7, beside=1)


def dated(reading: Reading, first: date, last: date, *, told: date | None = None, roots: Sequence[int] = (7,)) -> Dated:
    """The first event of a reading, on some days."""
    event = reading.findings.events[0]
    told = told or reading.article.published.when.last  # type: ignore[union-attr]
    return Dated(
        event.id,
        event.trigger.start,
        is_sentence=False,
        first=first.toordinal(),
        last=last.toordinal(),
        told=told.toordinal() if told else 0,
        is_named=True,
        is_fine=(last - first).days < REACH.fine,
        roots=tuple(roots),
    )


def with_told(reading: Reading, first: date, last: date | None = None, **more: object) -> Reading:
    return replace(reading, told=(dated(reading, first, last or first, **more),))  # type: ignore[arg-type]


@pytest.fixture
def near(tmp_path: Path, reading: Make) -> Callable[..., bool]:
    """Whether the telling of one article finds that of another, whichever is there first."""

    def find(
        *days: tuple[date, date], told: Sequence[date | None] = (None, None), roots: Sequence[int] = (7, 7)
    ) -> bool:
        pair = [with_told(reading(at), *days[at], told=told[at], roots=(roots[at],)) for at in (0, 1)]
        found = set()
        for own, other in (pair, pair[::-1]):
            path = tmp_path / f"{own.page.id}.story"
            with Ledger.create(path) as ledger:
                ledger.write(other)
                assert own.article is not None
                rows = ledger.near(own.article.id, own.told, REACH)
            assert [row.id for row in rows] in ([], [other.told[0].id])
            found.add(bool(rows))
            path.unlink()
        assert len(found) == 1
        return found.pop()

    return find


def test_what_took_place_is_found_by_its_days_and_a_root(near: Callable[..., bool]) -> None:
    assert near((MAY, MAY), (MAY, MAY))
    assert near((MAY, date(2031, 5, 4)), (date(2031, 5, 4), date(2031, 5, 5)))
    assert not near((MAY, MAY), (date(2031, 5, 4), date(2031, 5, 5)))
    assert not near((MAY, MAY), (MAY, MAY), roots=(1, 2))


def test_what_has_many_days_is_found_by_them_too(near: Callable[..., bool]) -> None:
    soon, later = (MAY, date(2031, 5, 17)), (date(2031, 5, 16), date(2031, 5, 16))
    assert near(soon, later)
    assert near(soon, (date(2031, 5, 10), date(2031, 5, 24)))
    assert not near(soon, later, roots=(1, 2))
    year = (date(2031, 1, 1), date(2031, 12, 31))
    assert near(year, year)
    assert not near(year, later)


def test_articles_that_look_back_are_found_where_they_are_of_one_day_or_beside_those_of_the_time(
    near: Callable[..., bool],
) -> None:
    day = (MAY, MAY)
    assert near(day, day, told=(MAY, JUNE))
    assert near(day, day, told=(JUNE, date(2031, 6, 4)))
    assert not near(day, day, told=(JUNE, date(2031, 6, 5)))
    assert not near(day, day, told=(JUNE, date(2031, 6, 5)), roots=(7, 7))


def story(path: Path, reading: Make) -> tuple[Path, list[Reading]]:
    one, two, three = (with_told(reading(at, day), MAY) for at, day in ((1, MAY), (2, JUNE), (3, None)))
    names = [each.told[0].id for each in (one, two, three)]
    two = replace(two, alike=(pair(names[0], names[1], 0.875),))
    three = replace(three, alike=(pair(names[2], names[0], 0.5), pair(names[1], names[2], 0.75)))
    with Ledger.create(path) as ledger:
        for each in (one, two, three):
            ledger.write(each)
    return path, [one, two, three]


def pair(one: str, other: str, likely: float) -> Alike:
    return Alike(min(one, other), max(one, other), likely)


def test_a_pair_shows_as_soon_as_both_ends_do(tmp_path: Path, reading: Make) -> None:
    path, read = story(tmp_path / "x.story", reading)
    one, two, _ = (each.told[0].id for each in read)
    with open_view(path) as view:
        assert set(view.alike()) == {*read[1].alike, *read[2].alike}
        assert view.alike({one, two}) == list(read[1].alike)
        assert view.alike({one}) == view.alike([]) == []
    with open_view(path, date(2031, 6, 2)) as view:
        assert view.alike() == []
    with open_view(path, JUNE) as view:
        assert view.alike() == list(read[1].alike)


def test_what_is_dated_anew_leaves_its_old_pairs(tmp_path: Path, reading: Make) -> None:
    path, read = story(tmp_path / "x.story", reading)
    with Ledger.open(path) as ledger:
        ledger.redate(replace(with_told(read[0], JUNE), alike=()))
    with open_view(path) as view:
        assert view.alike() == [read[2].alike[1]]
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM telling").fetchone() == (3,)
        assert raw.execute("SELECT count(*) FROM root").fetchone() == (3,)


def test_an_id_goes_in_and_out_of_a_number() -> None:
    for high in ("00", "7f", "80", "ff"):
        assert -(2**63) <= number(f"event-{high}0123456789abcd") < 2**63
    assert number("event-ffffffffffffffff") == -1


def test_the_audit_misses_no_telling_that_is_none(tmp_path: Path, reading: Make) -> None:
    path, read = story(tmp_path / "x.story", reading)
    assert audit(path) == []
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE telling SET start = start + 1 WHERE key = 1")
        raw.commit()
    (problem,) = audit(path)
    assert read[0].told[0].id in problem.where
    assert content_id("event") != problem.where


def test_what_stands_on_furniture_has_no_pairs(tmp_path: Path, reading: Make) -> None:
    path, read = story(tmp_path / "x.story", reading)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO repeat (article, ordinal, role) SELECT 1, ordinal, role FROM block WHERE article = 1")
        raw.commit()
    with open_view(path) as view:
        assert view.alike() == [read[2].alike[1]]
