"""The reader as data: whatever is marked, the words shown are the words of the article."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from throughline.model import (
    UNKNOWN,
    Amount,
    Article,
    Block,
    Comment,
    DateCard,
    Dossier,
    Event,
    Figure,
    Grain,
    Mode,
    Rival,
    Role,
    Span,
    Statement,
    Status,
    When,
)
from throughline.web.reader import datecard, passages, raw, records
from throughline.web.reader.marks import PARTS, Mark, pieces
from throughline.web.reader.passages import Fold

_SPANS = st.tuples(st.integers(-5, 90), st.integers(-5, 90))
_PARTS = st.sampled_from(PARTS)
_MARKS = st.lists(
    st.builds(
        lambda span, part, key: Mark(min(span), max(span), part, key),
        _SPANS,
        st.sampled_from(PARTS),
        st.text(max_size=2),
    ),
    max_size=30,
)
_ROLES = st.lists(st.tuples(st.sampled_from(list(Role)), st.text("ab \n<&'\"", min_size=1, max_size=30)), max_size=12)


@given(st.text(max_size=80), _MARKS, st.lists(st.integers(-5, 90)))
def test_pieces_join_to_the_text_whatever_is_marked(text: str, marks: list[Mark], cuts: list[int]) -> None:
    found = list(pieces(Span(0, len(text)), marks, cuts))
    assert "".join(text[one.start : one.end] for one in found) == text
    for piece in found:
        over = {mark for mark in marks if mark.start <= piece.start and piece.end <= mark.end}
        assert set(piece.marks) == over
        assert not any(piece.start < edge < piece.end for mark in marks if mark.start < mark.end for edge in mark[:2])


def _article(blocks: list[tuple[Role, str]], comments: tuple[Comment, ...] = ()) -> Article:
    text, found = "", []
    for role, words in blocks:
        text += "\n\n" if text else ""
        found.append(Block(role, len(text), len(text) + len(words)))
        text += words
    article = Article(
        "article-1", "page-1", "a.txt", None, None, (), None, None, DateCard(UNKNOWN), None, None, text, ()
    )
    return replace(article, blocks=tuple(found), comments=comments)


def _shown(found: tuple[passages.Passage | Fold, ...]) -> list[str]:
    several = [each for one in found for each in (one.passages if isinstance(one, Fold) else (one,))]
    return ["".join(run.words for run in one.runs) for one in several]


@given(_ROLES, st.lists(_SPANS, max_size=8))
def test_every_block_is_shown_in_its_own_words(blocks: list[tuple[Role, str]], spans: list[tuple[int, int]]) -> None:
    article = _article(blocks)
    clipped = [Span(max(0, min(span)), min(len(article.text), max(span))) for span in spans]
    figures = tuple(
        Figure(f"figure-{number}", article.evidence(*span), Amount(1, 1), None)
        for number, span in enumerate(clipped)
        if span.start < span.end
    )
    items = records.items(Dossier(article, figures=figures))
    whole = Span(0, len(article.text))
    found = passages.passages(article, whole, items, clipped[0] if clipped else None)
    assert _shown(found) == [article.text[one.start : one.end] for one in article.blocks]


@given(st.lists(st.text("ab \n", min_size=1, max_size=400), max_size=8))
def test_parts_join_to_the_text(blocks: list[str]) -> None:
    article = _article([(Role.BODY, one) for one in blocks])
    found = passages.parts(article, 100)
    assert "".join(article.text[one.start : one.end] for one in found) == article.text
    assert all(one.end - one.start <= 100 for one in found)


@given(st.text("ab\n", max_size=300))
def test_parts_of_a_captured_page_join_to_it(text: str) -> None:
    found = raw.parts(text, 40)
    assert "".join(found) == text
    assert all(len(one) <= 40 for one in found)


def test_a_click_means_the_smallest_record_there_and_each_is_linked_once() -> None:
    article = _article([(Role.BODY, "Kell said 40 officers left.")])
    at = article.evidence
    said = Statement("statement-1", at(0, 26), None, at(5, 9), (at(10, 26),), Mode.INDIRECT)
    left = Event("event-1", at(0, 27), at(22, 26), None, Status.HAPPENED)
    forty = Figure("figure-1", at(10, 21), Amount(40, 40), at(13, 21))
    found = Dossier(article, statements=(said,), events=(left,), figures=(forty,))
    items = records.items(found)
    assert [item.key for item in items] == ["s1", "f1", "e1"]
    (shown,) = passages.passages(article, Span(0, 27), items, None)
    assert not isinstance(shown, Fold)
    told = {run.words: run for run in shown.runs}
    assert told["40 officers"].keys == ("f1", "s1", "e1")
    assert [run.link for run in shown.runs if run.link] == ["s1", "f1", "e1"]
    assert told["left"].looks == ("trigger", "content")


def test_furniture_folds_where_it_stands_and_opens_for_what_was_asked() -> None:
    blocks = [
        (Role.BODY, "It rained."),
        (Role.BOILERPLATE, "Share"),
        (Role.BOILERPLATE, "Print"),
        (Role.CAPTION, "Rain in Senn"),
        (Role.COMMENT, "Ann: how wet"),
        (Role.COMMENT, "Very."),
    ]
    article = _article(blocks)
    article = _article(blocks, (Comment(article.text.index("how"), len(article.text)),))
    place = article.text.index("Print")
    found = passages.passages(article, Span(0, len(article.text)), (), Span(place, place + 5))
    folds = [one for one in found if isinstance(one, Fold)]
    assert [one.called for one in folds] == [
        "the page’s own furniture, 2 blocks",
        "1 caption of a picture",
        "1 reader’s comment",
    ]
    assert [one.is_open for one in folds] == [True, False, False]


def test_a_date_card_tells_what_is_sure_from_what_is_guessed() -> None:
    sure = When(date(2011, 12, 12), date(2011, 12, 31), Grain.INTERVAL, "", "text")
    month = When(date(2011, 12, 1), date(2011, 12, 31), Grain.MONTH)
    other = When(date(2012, 12, 1), date(2012, 12, 1), Grain.DAY)
    article = _article([(Role.BODY, "By 2012 they will leave.")])
    by = article.evidence(3, 7)
    card = DateCard(sure, (by,), ("“by 2012” is still ahead",), (Rival(other, "too late"),), month)
    article = replace(article, published=card)
    drawn = datecard.drawing(Dossier(article, known=date(2011, 12, 31)))
    assert drawn is not None
    assert [line.look for line in drawn.lines] == ["unsure", "guess", "rival", "known"]
    assert drawn.lines[1].x == drawn.lines[0].x  # a guess is drawn within what is certain
    assert datecard.published(sure) == "published on some day from 2011-12-12 to 2011-12-31"
    assert datecard.basis(card) == "worked out from what the text itself says"
    assert datecard.linked(card.reasons[0], card.evidence) == (("“by 2012”", by), (" is still ahead", None))
    assert datecard.drawing(Dossier(_article([]))) is None
    assert datecard.published(UNKNOWN) == "published on a day that nobody can tell"
