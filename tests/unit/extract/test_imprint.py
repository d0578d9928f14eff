"""The outlet, where only the notices below an article name it."""

import pytest

from throughline.extract import media
from throughline.extract.article import article
from throughline.model import Article, page_of

_BODY = "The harbour office said on Tuesday that ferries would sail again after nine days of repairs at the pier. " * 5


@pytest.mark.parametrize(
    ("notice", "outlet"),
    [
        ("All comments are moderated and not necessarily the views of AMN or its editors.", "Al-Masdar News"),
        ("BBC asks you to sign up for its newsletter.\n\nSubscribe now.\n\nTo find out more, click here.", "BBC"),
        ("Print this page and send it to a friend who likes ferries", None),
        ("All comments are moderated and not the views of the editors, and Time is short.", None),
        ("RT @millkeeper : Within bread , white loaves had one of the strongest years", None),
    ],
)
def test_a_notice_names_the_known_outlet_that_it_speaks_for(notice: str, outlet: str | None) -> None:
    page = page_of(f"Ferries return to Ellem\n\n{_BODY}\n\n{_BODY}\n\n{notice}\n".encode(), media.TEXT, "page.txt")
    found = article(page)
    assert isinstance(found, Article)
    assert found.outlet == outlet
