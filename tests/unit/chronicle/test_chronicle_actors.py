"""Who is who across articles: what joins names, what keeps them apart, and what actors tell of it."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.chronicle.pieces import Line, Piece
from throughline.chronicle.actors import actors, actors_of, bearers, is_listed, joints, naming, pairs
from throughline.chronicle.actors.bearers import Bearer
from throughline.chronicle.actors.descriptions import is_description
from throughline.chronicle.actors.groups import Groups
from throughline.chronicle.actors.links import ties
from throughline.chronicle.actors.metonyms import stands_for
from throughline.chronicle.actors.naming import Naming
from throughline.chronicle.actors.roles import of as roles_of
from throughline.ledger import Ledger, open_view
from throughline.ledger.rows import RoleRow
from throughline.ledger.view import View
from throughline.model import Evidence, MentionType, Ruling, content_id

Look = Callable[..., View]
DAYS = [date(2014, 3, day) for day in range(3, 29)]


def told(*articles: Iterable[str]) -> list[Piece]:
    """Articles that name persons, one a day."""
    return [
        Piece(tuple(Line(f"{name} left Velm.", people=((name, name),)) for name in names), day)
        for names, day in zip(articles, DAYS, strict=False)
    ]


def shown(view: View) -> set[frozenset[str]]:
    """The names of each actor."""
    return {frozenset((actor.name, *actor.aliases)) for actor in actors(view)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Muftah al-Zuwari", "Moftah Zuwary"),
        ("Abdul Karim Nasrawi", "Abdelkarim al-Nasrawi"),
        ("William Tessel", "Bill Tessel"),
        ("Thomas J. Whelan", "Thomas Whelan"),
        ("Saif al-Tarif", "Saif al-Tarif Mansuri"),
        ("Edith Vaarland", "Vaarland"),
        ("Joost van der Meulen", "Van der Meulen"),
    ],
)
def test_names_of_one_are_joined_with_a_reason(look: Look, left: str, right: str) -> None:
    view = look(told([left], [right]))
    (one,) = actors(view)
    assert (one.mentions, one.articles) == (2, 2)
    (joint,) = one.joined
    assert joint.reason
    assert joints(view, one.id) == one.joined


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Samuel Haddon Jr", "Samuel Haddon Sr"),
        ("Orlan Brevik", "Tore Brevik"),
        ("Hassan Dulaymi", "Hussein Dulaymi"),
        ("Thomas J. Whelan", "Thomas R. Whelan"),
        ("Michael Torrance", "Michelle Torrance"),
        ("Ana Brelin", "Ana Brelin-Cole"),
        ("Bill Reilly", "Will Riley"),
        ("Michael", "George Michael Orvil"),
    ],
)
def test_look_alikes_stay_apart(look: Look, left: str, right: str) -> None:
    assert all(not actor.joined for actor in actors(look(told([left], [right]))))


def test_two_in_one_article_are_two(look: Look) -> None:
    assert len(shown(look(told(["Karim Nasrawi", "Kareem Nasrawi"])))) == 2
    assert len(shown(look(told(["Karim Nasrawi"], ["Kareem Nasrawi"])))) == 1


def test_a_shorter_name_that_may_be_either_is_neither(look: Look) -> None:
    view = look(told(["Thomas J. Whelan"], ["Thomas R. Whelan"], ["Thomas Whelan"]))
    assert len(actors(view)) == 3
    view = look(told(["Saif al-Tarif Mansuri"], ["Saif al-Tarif Belim"], ["Saif al-Tarif"]))
    assert len(actors(view)) == 3


def test_a_familys_surname_is_his_whom_nearly_all_tell_of(look: Look) -> None:
    view = look(told(*([["Orlan Brevik"]] * 5), ["Tore Brevik"], ["Brevik"]))
    assert frozenset({"Orlan Brevik", "Brevik"}) in shown(view)
    (orlan,) = [actor for actor in actors(view) if actor.joined]
    assert orlan.joined[0].reason == "5 of 6 articles that name a bearer of it in full name this one"


def test_descriptions_and_first_names_are_in_no_list(look: Look) -> None:
    view = look(told(["an alliance official", "officials", "Mary", "Dora Venn"]))
    assert [actor.name for actor in actors(view)] == ["Dora Venn"]
    who = naming(view, view.names())
    assert not who.is_one("name:officials")
    assert who.is_one("name:dora venn")
    described = actors_of(view, view.names(), who, {"name:officials", "name:mary", "name:dora venn"})
    assert [actor.name for actor in described if is_listed(actor)] == ["Dora Venn"]


def test_an_actor_asked_for_by_record_is_all_its_names_and_nobody_elses(look: Look) -> None:
    view = look(told(["Muftah al-Zuwari", "The Velm Council"], ["Moftah Zuwary", "Hana al-Zuwari"]))
    of = {name: bearers(view, actor) for actor in actors(view) for name in (actor.name, *actor.aliases)}
    assert of["Muftah al-Zuwari"] == {"name:muftah al zuwari", "name:moftah zuwary"}
    assert of["Hana al-Zuwari"] == {"name:hana al zuwari"}
    assert of["Velm Council"] == {"name:the velm council"}


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("troops", True), ("Officials", True), ("About 6,000 U.S. troops", True), ("an alliance official", True),
        ("the military", True), ("my grandfather", True), ("chairman of the National Oil Corporation", True),
        ("Dora Venn", False), ("the Obama administration", False), ("the White House", False),
        ("Muslim Brotherhood", False), ("Jaap de Hoop Scheffer", False), ("Al Jazeera", False),
    ],
)  # fmt: skip
def test_descriptions_are_told_from_names(name: str, described: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_description(name) is described


def _rule(view: View, left: str, right: str, verdict: str) -> None:
    one, other = content_id("actor", left), content_id("actor", right)
    made = datetime(2024, 5, 6, tzinfo=UTC)
    with Ledger.open(view.path) as ledger:
        ledger.rule(Ruling(content_id("ruling", one, other, verdict), one, verdict, other, "", "me", made))


def test_rulings_join_and_part(look: Look) -> None:
    view = look(told(["Muftah al-Zuwari"], ["Moftah Zuwary"], ["Karl Orvil"]))
    _rule(view, "name:muftah al zuwari", "name:moftah zuwary", "split")
    _rule(view, "name:karl orvil", "name:moftah zuwary", "merge")
    with open_view(view.path) as again:
        assert shown(again) == {frozenset({"Muftah al-Zuwari"}), frozenset({"Karl Orvil", "Moftah Zuwary"})}
        narrow = naming(again, again.names_alike({"name:karl orvil"}))
        assert narrow.key("name:karl orvil") == narrow.key("name:moftah zuwary")


_NAMES = st.sampled_from(
    """Muftah Zuwari|Moftah Zuwary|Muftah al-Zuwari|Zuwari|Bill Tessel|William Tessel|Tessel|Wilma Tessel|
    Orlan Brevik|Tore Brevik|Brevik|Saif al-Tarif|Saif al-Tarif Mansuri|Mansuri|Thomas J. Whelan|Thomas R. Whelan|
    Thomas Whelan|Whelan|Abdul Karim Nasrawi|Abdelkarim Nasrawi""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)


@given(st.lists(st.lists(_NAMES, min_size=1, max_size=3), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_no_group_holds_two_that_contradict_each_other(articles: list[list[str]]) -> None:
    known = {}
    for name in {name for names in articles for name in names}:
        folded = name.lower().replace("-", " ").replace(".", "")
        known[f"name:{folded}"] = Bearer(f"name:{folded}", MentionType.PERSON, (folded,), 1, name)
    groups = Groups(known)
    groups.join(ties(known), lambda _left, _right: False)
    for members in groups.members.values():
        names = [known[key].names[0] for key in members]
        assert all(pairs.persons(one, other).weight >= 0 for one in names for other in names)


@given(st.permutations(["Muftah Zuwari", "Moftah Zuwary", "Orlan Brevik", "Saif al-Tarif", "Saif al-Tarif Mansuri"]))
def test_order_changes_nothing(names: list[str]) -> None:
    found = []
    for order in (names, sorted(names)):
        known = {
            f"name:{n.lower()}": Bearer(f"name:{n.lower()}", MentionType.PERSON, (n.lower(),), 1, n) for n in order
        }
        groups = Groups(known)
        groups.join(ties(known), lambda _left, _right: False)
        found.append(groups.root)
    assert found[0] == found[1]


def test_the_whole_and_a_part_of_the_names_agree(look: Look) -> None:
    names = ["Muftah Zuwari", "Moftah Zuwary", "Zuwari", "Saif al-Tarif", "Saif al-Tarif Mansuri", "Dora Venn"]
    view = look(told(*([name] for name in names)))
    whole = naming(view, view.names())
    for row in view.names():
        part = naming(view, view.names_alike({row.key}))
        assert part.id(row.key) == whole.id(row.key)


def test_a_metonym_says_whom_it_may_mean() -> None:
    assert [joint.name for joint in stands_for("body:kremlin")] == ["Russia"]
    assert [joint.key for joint in stands_for("place:baghdad.IRQ")] == ["state:IRQ"]
    assert stands_for("person:jens-stoltenberg") == ()


def test_a_role_has_the_days_of_the_office() -> None:
    key, day = "person:jens-stoltenberg", date(2018, 3, 5)
    rows = [
        RoleRow(key, Evidence("a", 0, 10, "NATO’s chief"), day),
        RoleRow(key, Evidence("a", 20, 27, "analyst"), day),
    ]
    today, then = (roles_of(rows, Naming({}, {}), {key}, {}, as_of)[key] for as_of in (None, date(2018, 4, 1)))
    chief = next(role for role in today if role.words == "NATO’s chief")
    assert (chief.first, chief.since, chief.until) == (day, date(2014, 10, 1), date(2024, 9, 30))
    assert next(role for role in today if role.words == "analyst").since is None
    assert next(role for role in then if role.words == "NATO’s chief").until is None
