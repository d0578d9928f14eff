"""Days veto, roots and named days speak; a tale comes back from its bytes as it went in."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline import reader
from throughline.model import Article, Block, DateCard, Findings, Grain, Parse, Role, Status, When
from throughline.pipeline.steps import STEPS
from throughline.resolve.happenings import coarse, days, packed
from throughline.resolve.happenings.accounts import roots
from throughline.resolve.happenings.days import BESIDE, FINE, FRESH, LOOSE, Span, meet
from throughline.resolve.happenings.packed import Kept
from throughline.resolve.happenings.pairing import WORDS, Side, weighed, worth
from throughline.resolve.happenings.tale import MOST, Place, Tale, tale

TEXTS = (
    "Mayor Ilse Kern of Varnholt resigned on Tuesday. Harbour workers in Varnholt said on Monday that it was time.",
    "The resignation of Mayor Ilse Kern on Tuesday shook Varnholt and its harbour council.",
)
DAY = date(2031, 5, 6)
SPANS = st.builds(
    lambda first, length, told, is_named: Span(first, first + length, told, is_named),
    st.integers(1000, 1200),
    st.integers(0, 120),
    st.integers(0, 1300),
    st.booleans(),
)


def when(first: date | None, last: date | None) -> When:
    return When(first, last, Grain.DAY)


def made(text: str) -> tuple[Article, Parse, Findings]:
    card = DateCard(when(DAY, DAY))
    blocks = (Block(Role.BODY, 0, len(text)),)
    article = Article("article-1", "page-1", "x.txt", None, None, (), None, "en", card, None, None, text, blocks)
    parse = reader.read(article)
    found = Findings()
    for name, find in STEPS.finders[:4]:
        found = Findings(
            **{**{each: getattr(found, each) for each in found.__dataclass_fields__}, name: find(article, parse, found)}
        )
    return article, parse, found


@pytest.fixture(scope="module")
def tales() -> list[Tale]:
    found = [tale(f"article-{number}", *made(text)[1:]) for number, text in enumerate(TEXTS)]
    return [each for each in found if each is not None]


@pytest.fixture(scope="module")
def kept(tales: list[Tale]) -> list[Kept]:
    found = [packed.unpacked(packed.packed(each), each.outline.article) for each in tales]
    return [each for each in found if each is not None]


def side(kept: Kept, *spans: Span) -> Side:
    numbers = range(len(kept.places))
    return Side(
        kept, [f"event-{number}" for number in numbers], numbers, spans * len(numbers) if len(spans) == 1 else spans
    )


def _resigns(kept: Kept) -> int:
    return next(at for at in kept.places.values() if kept.account(at).stem == "resig")


def test_an_event_and_a_sentence_of_a_day_are_told(tales: list[Tale]) -> None:
    places = {place: account.lemma for place, account in tales[0].accounts.items()}
    assert places[Place(TEXTS[0].index("resigned"), is_sentence=False)] == "resign"
    assert "say" not in places.values()
    assert len(places) <= MOST


def test_background_without_a_day_is_not_told() -> None:
    opening = "Mayor Ilse Kern of Varnholt resigned on Tuesday. Workers met in Varnholt. They marched to the harbour."
    text = f"{opening} Police arrested twelve strikers. The council elected Kern in 2019."
    told = tale("article-1", *made(text)[1:])
    assert told is not None
    starts = {place.start for place in told.accounts}
    assert text.index("resigned") in starts
    assert not starts & set(range(text.index("Police"), text.index("The council")))
    assert starts & set(range(text.index("The council"), len(text)))


def test_a_tale_comes_back(tales: list[Tale], kept: list[Kept]) -> None:
    for told, back in zip(tales, kept, strict=True):
        assert list(back.places) == list(told.accounts)
        assert back.outline.marks == told.outline.marks
        for number, whole in enumerate(told.accounts.values()):
            again = back.account(number)
            for name in ("head", "sentence", "lemma", "is_verb", "words", "near", "content", "names", "arguments"):
                assert getattr(again, name) == getattr(whole, name)
            assert back.roots[number] == roots(whole.lemma, whole.predicates)
            assert np.allclose(again.state, whole.state, atol=0.02)
            assert again.meaning @ whole.meaning > 0.98


@given(st.binary(max_size=60))
def test_broken_bytes_are_no_tale(data: bytes) -> None:
    assert packed.unpacked(data, "article-1") is None


@pytest.mark.parametrize("cut", [1, 10, 200])
def test_a_cut_tale_is_none(tales: list[Tale], cut: int) -> None:
    assert packed.unpacked(packed.packed(tales[0])[:-cut], "article-1") is None


def test_a_tale_of_nothing_comes_back(tales: list[Tale]) -> None:
    empty = Tale(tales[0].outline, {}, tales[0].judge)
    back = packed.unpacked(packed.packed(empty), "article-1")
    assert back is not None
    assert not back.places


def test_vectors_keep_their_cosines() -> None:
    wide = np.random.default_rng(1).normal(size=(40, 384)).astype(np.float32)
    wide /= np.linalg.norm(wide, axis=1, keepdims=True)
    back = coarse.unhalved(coarse.halved(wide), len(wide))
    apart = np.abs(back @ back.T - wide @ wide.T)
    assert apart.max() < 0.04
    assert apart.mean() < 0.01
    assert np.allclose(coarse.unrounded(coarse.rounded(5 * wide), len(wide)), 5 * wide, atol=0.02)


def test_a_resignation_told_twice_is_worth_a_look_on_one_day_only(kept: list[Kept]) -> None:
    one, two = map(_resigns, kept)
    day = DAY.toordinal()
    told = Span(day, day, day)
    pairs = {
        (left, right)
        for left, whose, right in worth(side(kept[0], told), [side(kept[1], told)])
        if whose.tale is kept[1]
    }
    assert (one, two) in pairs
    other = Span(day + 1, day + 1, day + 1)
    assert not [1 for _, whose, _ in worth(side(kept[0], told), [side(kept[1], other)]) if whose.tale is kept[1]]


def test_two_articles_need_words_in_common_beside_their_own(kept: list[Kept]) -> None:
    day = DAY.toordinal()
    told = Span(day, day, day)
    for left, whose, right in worth(side(kept[0], told), [side(kept[1], told)]):
        assert whose.tale is kept[0] or len(kept[0].account(left).content & whose.account(right).content) >= WORDS
        assert set(kept[0].roots[left]) & set(whose.roots(right))


def test_days_weigh(kept: list[Kept]) -> None:
    def ends(*spans: Span) -> tuple[tuple[Side, int], tuple[Side, int]]:
        one, two = (Side(back, ["event"], [_resigns(back)], [span]) for back, span in zip(kept, spans, strict=True))
        return (one, 0), (two, 0)

    named, printed = Span(5, 5, 5), Span(4, 5, 5, is_named=False)
    assert weighed(0.4, *ends(named, named)) > weighed(0.4, *ends(named, printed)) == 0.4
    assert weighed(0.4, *ends(printed, printed)) < 0.4
    assert weighed(0, *ends(named, named)) == 0
    assert weighed(1, *ends(printed, printed)) == 1


@given(SPANS, SPANS)
def test_meeting_has_no_order_and_vetoes_days(one: Span, other: Span) -> None:
    assert meet(one, other) == meet(other, one)
    if meet(one, other):
        assert one.first <= other.last
        assert other.first <= one.last
        assert not (one.is_late and other.is_late) or abs(one.told - other.told) <= BESIDE
        assert (one.is_loose and other.is_loose) or one[:2] == other[:2]
    assert meet(one, one)


def test_what_is_told_has_days() -> None:
    day, own = DAY.toordinal(), when(DAY, DAY)
    unknown = When(None, None, Grain.INTERVAL)
    told = days.span(Status.HAPPENED, None, None, own, is_news=True)
    assert told == Span(day - 1, day, day, is_named=False)
    assert days.span(Status.HAPPENED, None, None, own, is_news=False) == Span(day, day, day, is_named=False)
    assert days.span(Status.HAPPENED, None, None, unknown, is_news=True) is None
    earlier = DAY - timedelta(30)
    assert days.span(Status.HAPPENED, when(earlier, earlier), None, own, is_news=True) == Span(day - 30, day - 30, day)
    due = days.span(Status.PLANNED, None, when(None, DAY + timedelta(10)), own, is_news=True)
    assert due == Span(day, day + 11, day)
    soon = days.span(Status.REQUESTED, None, None, own, is_news=True)
    assert soon is not None
    assert soon.first == day
    assert not soon.is_fine
    assert soon.is_loose
    assert days.span(Status.PLANNED, None, when(earlier, earlier), unknown, is_news=True) == Span(day - 30, day - 29)
    assert FINE < FRESH < LOOSE
