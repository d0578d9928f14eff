"""outlets.tsv and sites.toml: what is taken, what is refused and how it is said; selectors; hostile files."""

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.errors import SettingError
from throughline.extract.markup import tree
from throughline.extract.overrides import outletfile, selectors, sitefile
from throughline.tables.outlets import Kind

SITE = '[[site]]\nhost = "vale.example"\n'


def test_outlets_are_read_by_the_columns_that_the_file_names() -> None:
    [post, wire] = outletfile.read(
        "# ours\nname\thosts\tnames\tshort\tcountry\tkind\n\n"
        "Harbour Post\tharbour.example news.example\tDaily Harbour Post\tThe Post\tGB\tnewspaper\r\n"
        "Vale Wire\n"
    )
    assert (post.key, post.name, post.hosts) == (
        "body:harbour-post",
        "Harbour Post",
        ("harbour.example", "news.example"),
    )
    assert post.names == ("daily harbour post",)
    assert post.short == ("harbour post", "the post")
    assert (post.kind, post.order) == (Kind.NEWSPAPER, "dmy")
    assert (wire.kind, wire.order, wire.hosts) == (Kind.PORTAL, None, ())


def test_the_examples_of_the_documentation_are_read() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "outlets.md").read_text("utf-8")
    [table] = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    [sites] = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert [outlet.name for outlet in outletfile.read(table)] == ["Harbour Post", "Vale Wire"]
    old, new = sitefile.read(sites)
    assert (old.valid_until, new.valid_from) == (date(2019, 6, 30), date(2019, 7, 1))
    assert {what for what, _ in new.selectors} == set(sitefile.SELECTORS)


def test_an_empty_file_says_nothing() -> None:
    assert outletfile.read("") == outletfile.read("\n# nothing\n") == ()
    assert sitefile.read("") == sitefile.read("# nothing\n") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("outlet\nHarbour Post", "line 1: it does not name the columns"),
        ("name\tcolour\nHarbour Post\tred", "line 1: the column 'colour' is not known"),
        ("name\tname\n", "there twice"),
        ("name\thosts\nHarbour Post\thttps://harbour.example/", "line 2: 'https://harbour.example/' is no host"),
        ("name\tcountry\n\nHarbour Post\tUK", "line 3: 'UK' is no country"),
        ("name\tkind\nHarbour Post\tpaper", "the kind 'paper' is not known: it may be agency"),
        ("name\torder\nHarbour Post\tday first", "the order 'day first' is not known"),
        ("name\tlanguage\nHarbour Post\tEnglish", "is no language"),
        ("name\tkey\nHarbour Post\tThe Key", "the key 'The Key' does not fit"),
        ("name\nHarbour Post\tmore", "2 cells for 1 columns"),
        ("name\thosts\n\tharbour.example", "the outlet has no name"),
        ("name\thosts\nA Post\tx.example\nB Post\tx.example", "the host x.example is of A Post and of B Post"),
        ("name\nA Post\nA Post", "the key body:a-post is of A Post and of A Post"),
    ],
)
def test_a_table_of_outlets_that_does_not_fit_is_refused(text: str, said: str) -> None:
    with pytest.raises(SettingError) as error:
        outletfile.read(text, "mine.tsv")
    assert str(error.value).startswith("mine.tsv")
    assert said in str(error.value)


def test_sites_are_read() -> None:
    [old, new] = sitefile.read(
        SITE + 'valid_until = 2019-06-30\nbody = "//td"\n\n'
        '[[site]]\nhost = ["vale.example", "m.vale.example"]\nvalid_from = "2019-07-01"\ntitle = ["//h1", "//h2"]\n'
    )
    assert old.name == "sites.toml, line 1: site 1 (vale.example)"
    assert (old.valid_from, old.valid_until, old.of("body")) == (None, date(2019, 6, 30), ("//td",))
    assert new.hosts == ("vale.example", "m.vale.example")
    assert (new.valid_from, new.of("title"), new.of("body")) == (date(2019, 7, 1), ("//h1", "//h2"), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[site]\n", "it is no TOML"),
        ("[[rule]]\nhost = 'a.example'", "'rule' is not known here"),
        ("site = 3", "must be a list of tables"),
        ("[[site]]\nbody = '//p'", "line 1: site 1: it has no host"),
        ("\n[[site]]\nhost = 'http://vale.example'\nbody = '//p'", "line 2: site 1: 'http://vale.example' is no host"),
        (SITE, "it says nothing of the site"),
        (SITE + "boddy = '//p'", "'boddy' is not known: these are: host"),
        (SITE + "body = 3", "body is no selector"),
        (SITE + "body = []", "body is no selector"),
        (SITE + "body = '//p['", "it is no XPath"),
        (SITE + "body = 'div.story'", "it must begin with / or //"),
        (SITE + "body = '//p[..]'", ".. is not taken"),
        (SITE + "valid_from = 2020", "valid_from is no day: write valid_from ="),
        (SITE + "valid_from = 2020-01-01T00:00:00", "valid_from is no day"),
        (SITE + "valid_from = 2020-01-02\nvalid_until = 2020-01-01", "valid_from is after valid_until"),
        (SITE + "date_order = 'day first'", "it may be dmy, mdy, ymd"),
        (SITE + "language = 'English'", "write its code"),
        (SITE + "outlet = ''", "outlet is no name"),
        (
            SITE + "body = '//p'\n" + SITE + "body = '//td'",
            "vale.example has two layouts that are valid on the same days",
        ),
        (
            SITE + "valid_until = 2020-01-01\n" + SITE + "valid_from = 2020-01-01",
            "(sites.toml, line 1: site 1 (vale.example); sites.toml, line 4: site 2 (vale.example))",
        ),
    ],
)
def test_a_file_of_sites_that_does_not_fit_is_refused(text: str, said: str) -> None:
    with pytest.raises(SettingError) as error:
        sitefile.read(text)
    assert said in str(error.value)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (outletfile.read, sitefile.read):
        with suppress(SettingError):
            read(text)


_CELLS = st.sampled_from(
    [
        "name",
        "hosts",
        "key",
        "kind",
        "order",
        "Harbour Post",
        "a.example",
        "dmy",
        "portal",
        "GB",
        "",
        "\u0000",
        "é",
        "|",
        "body:x",
    ]
)


@given(st.lists(st.lists(_CELLS, min_size=1, max_size=5), max_size=6))
def test_any_table_is_read_or_refused(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    try:
        found = outletfile.read(text)
    except SettingError:
        return
    assert all(outlet.name and outlet.key.startswith("body:") for outlet in found)


_VALUES = st.one_of(
    st.sampled_from(
        ['"//p"', '"vale.example"', '["//p", "//td"]', "2020-01-01", '"dmy"', '"en"', "{a = 1}", "[[]]", "nan"]
    ),
    st.integers().map(str),
    st.booleans().map(lambda yes: str(yes).lower()),
)


@given(
    st.lists(st.tuples(st.sampled_from(["host", "body", "drop", "valid_from", "outlet", "odd"]), _VALUES), max_size=5)
)
def test_any_site_is_read_or_refused(pairs: list[tuple[str, str]]) -> None:
    with suppress(SettingError):
        sitefile.read("[[site]]\n" + "\n".join(f"{key} = {value}" for key, value in pairs))


PAGE = tree.parse(
    "<html><body><div class='a'><p>one</p><div class='b'><p>two</p></div></div><p title='t'>three</p></body></html>"
)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("//p", ["one", "two", "three"]),
        ("//div//p", ["one", "two"]),
        ("//div//div//p", ["two"]),
        ("/html/body/p", ["three"]),
        ("/html//div/p", ["one", "two"]),
        ("//div[contains(concat(' ', normalize-space(@class), ' '), ' b ')]/p", ["two"]),
        ("//p/@title", ["t"]),
        ("//div[@class='b']/p/text() | //p/@title", ["two", "t"]),
        ("//div[@class='a']/p[1] | //p[not(@title)][last()]", ["one", "one", "two"]),
        ("//p[.='two' or @title='t']", ["two", "three"]),
        ("//table", []),
    ],
)
def test_selectors_find(selector: str, found: list[str]) -> None:
    assert selectors.fault(selector) is None
    assert selectors.values(PAGE, selector) == found


@pytest.mark.parametrize(
    "selector",
    [
        "", "p", ".story", "//", "//p[", "//p[count(//p) > 1]", "//p[//a]", "//p[a/b]", "//p[a[b]]", "//p/..",
        "//p/ancestor::div", "//p[$x]", "document('/etc/hosts')", "//p[document('a')]", "//p[re:test(., 'a')]",
        "id('x')", "//a//b//c//d//e", "|".join(["//p"] * 9), "//" + "p" * 600, "//p | count(//p)", "string(//p)",
    ],
)  # fmt: skip
def test_selectors_that_are_not_taken(selector: str) -> None:
    assert selectors.fault(selector)


@given(st.text(alphabet="/[]()@|=.'\"*pdiv 1,:$", max_size=30))
def test_any_selector_is_refused_or_finds(selector: str) -> None:
    if selectors.fault(selector) is None:
        selectors.values(PAGE, selector)
        selectors.elements(PAGE, selector)


def test_selectors_are_quick_on_nested_markup() -> None:
    """libxml2 alone takes minutes for this page; the test would not end."""
    deep = "<div class='a'>" * 200 + "x" + "</div>" * 200
    root = tree.parse("<html><body>" + deep * 100 + "</body></html>")
    assert len(selectors.elements(root, "//div//div//div[@class='a']//*")) == selectors.MOST_FOUND
