"""How records are called before people."""

from throughline.cli.people import called
from throughline.ledger.rows import Head
from throughline.model import UNKNOWN


def head(source: str, title: str | None = None, outlet: str | None = None) -> Head:
    return Head("article-1", "page-1", source, title, outlet, (), None, "en", UNKNOWN, None, None)


def test_an_article_without_a_name_is_called_by_its_file_and_its_record_there() -> None:
    assert called(head("piles/spring/a.html")) == "a.html"
    assert called(head("piles/all.jsonl#spring/2031-03-04/17")) == "all.jsonl#spring/2031-03-04/17"
    assert called(head("a.html", "Ferry late")) == "“Ferry late”"
    assert called(head("a.html", "Ferry late", "Vale Post")) == "Vale Post"
