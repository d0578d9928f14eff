"""What a sentence claims, and when two claims can't both stand."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.annotate.claims import Claim, claims, held, packed, unpacked
from throughline.chronicle.disputes.opposed import opposed
from throughline.model import UNKNOWN, Article, Block, DateCard, Role
from throughline.reader import read
from throughline.tables.stances import Force


def plain(text: str) -> Article:
    block = Block(Role.BODY, 0, len(text))
    return Article(
        "article-1", "page-1", "x", None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, (block,)
    )


def told(text: str, names: Mapping[str, str] | None = None) -> list[Claim]:
    article = plain(text)
    keys = {}
    for name, key in (names or {"Vestria": "state:VES", "Orvania": "state:ORV", "Tarn": "person:tarn"}).items():
        at = text.find(name)
        while at >= 0:
            keys[at] = key
            at = text.find(name, at + 1)
    return list(claims(article.id, read(article), keys))


def one(text: str, word: str) -> Claim:
    return next(claim for claim in told(text) if claim.word == word)


@pytest.mark.parametrize(
    ("text", "word", "matter", "pole", "force"),
    [
        ("Vestria will keep its troops in Orvania.", "keep", "presence", 1, Force.WILL),
        ("Vestria will not keep its troops in Orvania.", "keep", "presence", -1, Force.WILL),
        ("Vestria has no plan to keep its troops in Orvania.", "keep", "presence", -1, Force.WILL),
        ("Vestria wants its troops to leave Orvania.", "leave", "presence", -1, Force.WISH),
        ("Vestria asked Orvania to extend the mission.", "extend", "presence", 1, Force.WISH),
        ("Vestria refused to extend the mission.", "extend", "presence", -1, Force.REFUSAL),
        ("Vestria failed to agree on an extension of the mission.", "extension", "presence", -1, Force.REFUSAL),
        ("Tarn must resign.", "resign", "office", -1, Force.WISH),
        ("Tarn has no intention of resigning.", "resign", "office", 1, Force.WILL),
        ("The talks will resume on Monday.", "resume", "course", 1, Force.WILL),
        ("Vestria denied that its soldiers had captured the town.", "capture", "do:captur", -1, Force.FACT),
    ],
)
def test_a_claim_has_a_side_and_a_force(text: str, word: str, matter: str, pole: int, force: Force) -> None:
    claim = one(text, word)
    assert (matter, pole) in claim.poles
    assert claim.force is force


@pytest.mark.parametrize(
    "text",
    [
        "Will Vestria keep its troops in Orvania?",
        "Vestria may keep its troops in Orvania.",
        "Vestria will keep its troops in Orvania if the pact is signed.",
        "Investors fear that Vestria will leave Orvania.",
        "It is unclear whether Vestria will leave Orvania.",
        "Without a pact Vestria will leave Orvania.",
        "Vestria has not asked its troops to leave Orvania.",
    ],
)
def test_what_is_open_claims_nothing(text: str) -> None:
    assert not [claim for claim in told(text) if claim.word in {"keep", "leave"}]


STAY = "Vestria will keep its troops in Orvania."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (STAY, "Vestria will withdraw its troops from Orvania."),
        (STAY, "Vestria has no plan to keep its troops in Orvania."),
        ("Vestria wants foreign troops to leave the country.", "Foreign troops will stay in the country."),
        ("Tarn must step down.", "Tarn will stay in office."),
        ("Vestria will sell the railway.", "Vestria will not sell the railway."),
        ("Rebels have captured the town of Brell.", "Rebels have not captured the town of Brell."),
    ],
)
def test_these_cannot_both_stand(left: str, right: str) -> None:
    assert any(opposed(a, b) for a in told(left) for b in told(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (STAY, "Orvania will withdraw its troops from Kell."),
        (STAY, "Vestria will not withdraw its troops from Orvania."),
        (STAY, "Vestria will withdraw its tourists from Orvania."),
        (STAY, "Vestria withdrew its troops from Orvania."),
        ("Tarn must step down.", "The coach will stay in office."),
        ("Some 200 troops will stay in Orvania.", "Most troops will leave Orvania."),
        ("Rebels have captured the town of Brell.", "Rebels have not captured the port."),
    ],
)
def test_these_may(left: str, right: str) -> None:
    assert not any(opposed(a, b) for a in told(left) for b in told(right))


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="abc not will leave stay no?,.\"'-()\n", max_size=120))
def test_any_text_is_read(text: str) -> None:
    for claim in told(text or "x"):
        assert 0 <= claim.start <= claim.at < claim.end <= len(text)


SAID = 'Tarn said he would stay. "We will keep our troops in Orvania," Tarn said. Vestria wants them to leave Orvania.'


def test_claims_come_back_from_their_bytes_under_joined_keys() -> None:
    article = plain(SAID)
    named = [
        (SAID.find(name), SAID.find(name) + len(name), key) for name, key in (("Orvania", "x:1"), ("Vestria", "x:2"))
    ]
    at = SAID.find("We")
    found = held(article.id, read(article), named, [(at, at + 2, "x:tarn")])
    data = packed(found)
    assert unpacked(data, article.id, str) == list(found.plain)
    assert unpacked(data, article.id, str, spoken=True) == list(found.spoken) != list(found.plain)
    joined = unpacked(data, article.id, {"x:1": "x:one", "x:2": "x:two"}.__getitem__)
    assert {key for claim in joined for key in claim.told.names} == {"x:one", "x:two"}
    assert unpacked(b"torn", article.id, str) == []
