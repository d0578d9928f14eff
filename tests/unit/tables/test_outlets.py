"""The table of outlets: by host, by name, and with a user's rows."""

from hypothesis import given
from hypothesis import strategies as st

from throughline.tables import names, outlets
from throughline.tables.dateorders import is_country, of_domain, usual
from throughline.tables.outlets import Kind, Outlet
from throughline.text.fold import fold_name
from training.outlets import LIST, TABLE, compiled


def key(host: str) -> str | None:
    found = outlets.by_host(host)
    return found.key if found else None


def test_an_outlet_is_known_by_the_longest_ending_of_a_host() -> None:
    assert key("edition.cnn.com") == "body:cnn"
    assert key("m.dw.com") == "body:deutsche-welle"
    assert key("WWW.BBC.CO.UK.") == "body:bbc"
    assert key("arabic.cnn.com") == "body:cnn-arabic"
    assert key("g1.globo.com") == "body:g1"
    assert key("news.un.org") == "body:un"


def test_a_cache_s_host_is_that_of_the_outlet_that_it_keeps() -> None:
    assert key("www-theguardian-com.cdn.ampproject.org") == "body:guardian"
    assert key("the--sun-com.cdn.ampproject.org") == "body:the-sun"


def test_a_host_that_is_nobody_s_is_not_known() -> None:
    for host in ("", None, "com", "uk", "notcnn.com", "news.google.com", "leeds.gov.uk", "a.b.example"):
        assert outlets.by_host(host) is None


def test_all_names_of_an_outlet_are_one() -> None:
    for spellings in (
        ("AFP", "Agence France-Presse", "Agence France Presse"),
        ("BBC", "BBC News", "British Broadcasting Corporation"),
        ("The Guardian", "Guardian", "theguardian.com"),
        ("Xinhua", "Xinhua News Agency", "Xinhuanet"),
        ("New York Times", "The New York Times", "NYTimes.com"),
    ):
        assert len({outlets.key_of(fold_name(name)) for name in spellings}) == 1
    assert outlets.key_of(fold_name("AFP")) == "body:afp"
    assert outlets.identity("agence france presse") == outlets.identity("afp")
    assert outlets.identity("no such gazette") == "no such gazette"


def test_a_name_that_several_go_by_names_nobody() -> None:
    assert outlets.by_name("daily star") is None
    assert outlets.by_name("the nation") is None
    assert outlets.by_name("no such gazette") is None


def test_a_name_that_is_also_a_word_counts_only_where_an_outlet_is_expected() -> None:
    assert outlets.key_of("pa") == "body:pa-media"
    assert outlets.by_name("pa", anywhere=True) is None
    assert names.lookup("the week") is None
    assert outlets.by_name("reuters", anywhere=True) is not None


def test_the_order_of_a_host_is_its_outlet_s_or_its_country_s() -> None:
    table = outlets.shipped()
    assert table.order_of_host("nytimes.com") == "mdy"
    assert table.order_of_host("www.dw.com") == "dmy"
    assert table.order_of_host("sputniknews.com") == "dmy"
    assert table.order_of_host("paper.example.de") == "dmy"
    assert table.order_of_host("paper.example.jp") == "ymd"
    assert table.order_of_host("paper.example.ca") is None
    assert table.order_of_host("paper.example.com") is None
    assert table.order_of_host("start.example.io") is None
    assert of_domain("example.uk") == "dmy"
    assert usual("XX") is None


def test_a_user_s_row_goes_before_the_table_s() -> None:
    vale = Outlet("body:vale", "Vale Courier", ("vale courier",), ("courier", "pa"), ("vale.example", "m.dw.com"))
    table = outlets.shipped().extended([vale])
    assert table.by_host("www.vale.example") == vale
    assert table.by_name("pa") == vale
    assert table.by_host("m.dw.com") == vale
    assert key("dw.com") == "body:deutsche-welle"
    assert table.by_name("vale courier", anywhere=True) == vale
    assert outlets.by_host("www.vale.example") is None


def test_a_user_s_row_with_a_known_key_replaces_it() -> None:
    table = outlets.shipped().extended([Outlet("body:afp", "AFP", ("afp",), (), ("afp.example",))])
    assert table.by_host("afp.com") is None
    assert table.by_host("afp.example") == table.by_name("afp")
    assert sum(row.key == "body:afp" for row in table.rows) == 1


def test_bodies_and_outlets_are_one_list() -> None:
    """No body's key is a news outlet's, and an organisation that publishes has its body's key."""
    bodies = {row[0] for row in names._lines("bodies.tsv")}
    for outlet in outlets.shipped().rows:
        if outlet.is_news:
            assert outlet.key.removeprefix("body:") not in bodies
        else:
            assert not outlet.names, "a body's names stand in bodies.tsv"
    nato = names.lookup("nato")
    assert nato is not None
    assert nato.key == key("nato.int")
    assert not names.is_outlet("body:nato")
    assert names.is_outlet("body:reuters")


def test_the_table_is_compiled_from_the_list() -> None:
    assert TABLE.read_text("utf-8").splitlines() == list(compiled(LIST.read_text("utf-8").splitlines()))


def test_every_row_is_of_some_country_and_kind() -> None:
    rows = outlets.shipped().rows
    assert len(rows) > 2000
    for row in rows:
        assert is_country(row.country), row
        assert row.kind in Kind
        assert row.order in {None, "dmy", "mdy", "ymd"}
        assert all(name == fold_name(name) for name in (*row.names, *row.short)), row
    hosts = [host for row in rows for host in row.hosts]
    assert len(hosts) == len(set(hosts))


@given(st.text(max_size=60))
def test_no_host_or_name_is_an_error(words: str) -> None:
    outlets.by_host(words)
    outlets.by_name(words)
    outlets.shipped().order_of_host(words)
