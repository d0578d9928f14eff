"""The name tables: what stands in them, and that they agree with themselves."""

import pytest

from throughline.model import MentionType
from throughline.tables import names
from throughline.tables.agents import Agent, agent


@pytest.mark.parametrize(
    ("folded", "key", "kind"),
    [
        ("iraq", "state:IRQ", MentionType.STATE),
        ("u s", "state:USA", MentionType.STATE),
        ("dutch", "state:NLD", MentionType.NATIONALITY),
        ("nato", "body:nato", MentionType.ORGANISATION),
        ("joint chiefs of staff", "body:joint-chiefs", MentionType.ORGANISATION),
        ("gulf of mexico", "place:gulf-of-mexico", MentionType.PLACE),
    ],
)
def test_lookup(folded: str, key: str, kind: MentionType) -> None:
    entity = names.lookup(folded)
    assert entity is not None
    assert (entity.key, entity.type) == (key, kind)


def test_an_unknown_name_is_none() -> None:
    assert names.lookup("velmar quorst") is None
    assert names.longest("quorst") == 0


def test_longest_reaches_the_whole_name() -> None:
    assert names.longest("joint") >= len("joint chiefs of staff".split())


def test_capitals_and_demonyms_lead_to_their_state() -> None:
    assert names.state_of("baghdad") == names.state_of("iraqi") == names.state_of("iraq") == "state:IRQ"
    assert names.state_of("nato") is None


def test_a_small_city_that_is_a_surname_is_uncertain() -> None:
    clinton, baghdad = names.lookup("clinton"), names.lookup("baghdad")
    assert clinton is not None
    assert baghdad is not None
    assert (clinton.certain, baghdad.certain) == (False, True)


def test_genders_of_first_names() -> None:
    assert [names.gender(n) for n in ("angela", "jens", "kim", "quorst")] == ["f", "m", "-", None]


def test_outlets() -> None:
    assert names.is_outlet("body:reuters")
    assert not names.is_outlet("body:nato")


def test_words_that_english_writes_small() -> None:
    assert names.is_small("meanwhile")
    assert not names.is_small("iraq")


def test_agents_and_their_plurals() -> None:
    assert agent("president") & Agent.OFFICE
    assert agent("gen.") & Agent.OFFICE
    assert agent("spokeswomen") & Agent.PEOPLE
    assert agent("ministries") & Agent.BODIES
    assert agent("table") == Agent.NONE
