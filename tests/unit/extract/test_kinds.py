"""Pages that are no articles, in many layouts, and articles that look a little like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.extract.no_articles import HOST, LOOKALIKES, PAGES
from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.pagekind import kinds
from throughline.extract.pagekind.signposts import Sign, signs
from throughline.model import Article, Declared, Problem, page_of


def read(markup: str, address: str | None = None) -> Article | Problem:
    return article(page_of(markup.encode(), media.HTML, "page.html", Declared(url=address)))


@pytest.mark.parametrize(("markup", "address", "kind"), [one[1:] for one in PAGES], ids=[one[0] for one in PAGES])
def test_a_page_that_is_no_article_says_what_it_is(markup: str, address: str | None, kind: kinds.Kind) -> None:
    found = read(markup, address)
    assert isinstance(found, Problem)
    assert (found.what, found.advice) == (kind.what, kind.advice)


@pytest.mark.parametrize("markup", LOOKALIKES.values(), ids=LOOKALIKES)
def test_an_article_stays_one(markup: str) -> None:
    assert isinstance(read(markup, f"{HOST}/2021/05/04/ferries-return-to-port-ellem"), Article)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("404", Sign.ERROR),
        ("Error 404 (Not Found)!!1", Sign.ERROR),
        ("Fehler 410", Sign.ERROR),
        ("Strona nie została znaleziona", Sign.ERROR),
        ("Страница не найдена", Sign.ERROR),
        ("Checking your browser before you go on", Sign.ROBOT),
        ("Ihre Privatsphäre ist uns wichtig", Sign.CONSENT),
        ("Veuillez activer JavaScript pour continuer", Sign.SCRIPT),
        ("You are being redirected...", Sign.MOVED),
        ("Anmelden", Sign.LOGIN),
        ("Risultati della ricerca: porto", Sign.SEARCH),
        ("Alle Artikel von Ilse Marrow", Sign.LISTING),
        ("Cet article est réservé aux abonnés", Sign.PAID),
        ("Keine Treffer für hafen", Sign.NOTHING),
        ("The minister found 404 errors in the accounts of the harbour", None),
        ("Harbour office searches for a new pilot", None),
        ("The page of history that nobody had found", None),
        ("", None),
    ],
)
def test_a_line_is_a_sign_only_as_a_whole(line: str, sign: Sign | None) -> None:
    assert signs(line, frozenset(Sign)) is sign


@given(st.text(alphabet="a 4.,-:…page not found", max_size=400))
def test_no_line_holds_the_signs_up(line: str) -> None:
    signs(line, frozenset(Sign))
