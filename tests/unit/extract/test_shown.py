"""What a page's elements mark."""

from lxml import html

from throughline.extract.markup import shown, structured


def _read(markup: str) -> shown.Shown:
    return shown.read(html.document_fromstring(f"<html><body>{markup}</body></html>"))


def test_authors_by_class_link_and_property() -> None:
    for element in (
        "<span class='c-byline__authorName'>Anna Marrow</span>",
        "<a href='/author/anna-marrow'>Anna Marrow</a>",
        "<a href='/team/42-am'>Anna Marrow</a>",
        "<p itemprop='author'>Anna Marrow</p>",
        "<a rel='author' href='/x'>Anna Marrow</a>",
    ):
        assert _read(f"<h1>Ferries return</h1>{element}").bylines == ("Anna Marrow",)


def test_what_is_no_author() -> None:
    for element in (
        "<div class='comments'><span class='author'>Anna Marrow</span></div>",
        "<div class='related-posts'><a href='/author/am'>Anna Marrow</a></div>",
        "<a href='https://www.youtube.com/user/courier'>Courier</a>",
        "<a href='/team/'>Our team</a>",
        "<span class='author-bio-image'>Picture</span>",
    ):
        assert _read(f"<h1>Ferries return</h1>{element}").bylines == ()


def test_names_after_the_headline_go_first() -> None:
    page = "<p class='author'>Thomas Rehn</p><h1>Ferries return</h1><p class='author'>Anna Marrow</p>"
    assert _read(page).bylines == ("Anna Marrow", "Thomas Rehn")


def test_a_headline_without_its_kicker() -> None:
    found = _read("<h1><span class='kicker'>Harbour strike</span>: <span>Ferries return</span></h1>")
    assert found.headings == ("Ferries return", "Harbour strike: Ferries return")


def test_standfirst_and_trail() -> None:
    found = _read(
        "<ol class='breadcrumb'><li>Home</li><li>Harbour</li></ol><h1>Ferries return</h1>"
        "<p class='article-standfirst'>After nine days of strike the crews sail again.</p>"
    )
    assert found.standfirsts == ("After nine days of strike the crews sail again.",)
    assert found.trail == ("Home", "Harbour")


def test_structured_authors_by_reference_and_groups() -> None:
    markup = """<script type="application/ld+json">{"@graph": [
      {"@type": "NewsArticle", "author": [{"@id": "#a"}, {"@type": "Organization", "name": "The Courier"}]},
      {"@type": "Person", "@id": "#a", "name": "Anna Marrow"}]}</script>
      <script type="application/ld+json">{broken</script>"""
    data = structured.read(html.document_fromstring(f"<html><head>{markup}</head><body>x</body></html>"))
    assert list(data.people("author")) == [("Anna Marrow", False), ("The Courier", True)]
