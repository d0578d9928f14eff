"""A user's outlets and layouts, applied to pages: blocks, values, validity, and what has changed."""

import json
from datetime import date

from throughline.extract.article import Doubted, article, doubted
from throughline.extract.overrides import outletfile, sitefile
from throughline.extract.overrides.sites import Sites
from throughline.model import Article, Declared, Page, Role, page_of

RULES = """
[[site]]
host = "vale.example"
valid_until = 2019-12-31
body = "//table"

[[site]]
host = ["vale.example", "valley.example"]
valid_from = 2020-01-01
outlet = "Vale Courier"
date_order = "dmy"
language = "en"
title = "//h2[@class='kopf']"
authors = "//span[@class='by']/b"
published = "//i[@id='day']/@title"
body = ["//div[@id='x']"]
drop = "//div[@id='x']//p[contains(@class, 'ad')]"
comments = "//div[@id='y']"
"""
SAID = "The council of the vale met on Monday and put off the vote on the bridge until the river has fallen again. "
PAGE = f"""<html><head><title>Bridge | Vale</title></head><body><ul><li><a href="/">Home</a></li></ul>
<h2 class="kopf">Vote on the bridge is put off</h2>
<span class="by">Words: <b>Ada Merrow</b> and <b>Tom Finch</b></span><i id="day" title="05-03-2021">lately</i>
<div id="x"><p>{SAID}</p><p class="ad">Buy the almanac of the vale at half its price today.</p><p>{SAID * 2}</p></div>
<div id="y"><p>{SAID}Nonsense, I say, and so says my neighbour who was there.</p></div>
<div><p>{SAID * 3}</p></div></body></html>"""


def sites(text: str = RULES) -> Sites:
    return Sites(sites=sitefile.read(text))


def page(markup: str = PAGE, captured: date | None = date(2021, 6, 1), **declared: str) -> Page:
    said = Declared(**{"url": "https://www.vale.example/bridge", **declared})
    return page_of(markup.encode(), "text/html;charset=utf-8", "bridge.html", said, captured)


def read(given: Page | None = None, by: Sites | None = None, **named: str) -> Article:
    made = article(given or page(PAGE, date(2021, 6, 1), **named), by or sites())
    assert isinstance(made, Article)
    return made


def text_of(made: Article, role: Role) -> str:
    return " ".join(made.text[block.start : block.end] for block in made.blocks if block.role is role)


def test_the_blocks_are_those_that_the_selectors_find() -> None:
    made = read()
    assert text_of(made, Role.BODY).split() == (SAID * 3).split()
    assert "almanac" in text_of(made, Role.BOILERPLATE)
    assert "Nonsense" in text_of(made, Role.COMMENT)
    assert made.text.count(SAID.strip()) == 7, "what is no article keeps its place in the text"


def test_title_authors_day_and_outlet_are_what_the_selectors_find() -> None:
    made = read()
    assert made.title == "Vote on the bridge is put off"
    assert made.authors == ("Ada Merrow", "Tom Finch")
    assert made.published.when.last == date(2021, 3, 5)
    assert made.outlet == "Vale Courier"
    assert made.language == "en"


def test_what_is_declared_for_the_run_goes_first() -> None:
    made = read(outlet="The Vale", title="Bridge", published="2021-03-06")
    assert (made.outlet, made.title) == ("The Vale", "Bridge")
    assert made.published.when.last == date(2021, 3, 6)


def test_a_page_of_another_host_is_read_as_ever() -> None:
    other = page(url="https://hill.example/bridge")
    assert article(other, sites()) == article(other)


def test_the_layout_is_that_of_the_page_s_day() -> None:
    table = "</p></td></tr></table>\n<div>"
    old = PAGE.replace('<div id="x">', "<table><tr><td>").replace('</p></div>\n<div id="y">', table)
    made = article(page(old, captured=date(2018, 1, 1)), sites())
    assert isinstance(made, Article)
    assert "almanac" in text_of(made, Role.BODY)
    assert made.outlet != "Vale Courier"


def test_a_page_of_no_known_day_has_the_present_layout() -> None:
    assert read(page(PAGE.replace("05-03-2021", "lately"), captured=None)).outlet == "Vale Courier"


def test_selectors_that_find_nothing_are_a_problem_and_the_page_is_read_all_the_same() -> None:
    changed = doubted(page(PAGE.replace('id="x"', 'id="z"')), sites())
    assert isinstance(changed, Doubted)
    assert SAID.strip() in changed.article.text
    [problem] = changed.problems
    assert "nothing here for body:" in problem.what
    assert "changed by 2021-06-01" in problem.what
    assert "line 7" in problem.what
    assert "valid_until" in problem.advice


def test_a_page_without_a_problem_is_no_doubted_one() -> None:
    assert isinstance(doubted(page(), sites()), Article)


def test_selectors_are_not_tried_on_a_page_that_is_too_large_for_them() -> None:
    made = doubted(page(PAGE.replace("<ul>", "<ul>" + "<li><b>x</b></li>" * 20_000)), sites())
    assert isinstance(made, Doubted)
    assert "too large" in made.problems[0].what


def test_a_page_cannot_forge_the_signs_by_which_leaves_are_known() -> None:
    forged = PAGE.replace("Home", "Home \ufdd3 is here").replace("Nonsense", "\ufdd3Nonsense")
    made = read(page(forged))
    assert "Nonsense" in text_of(made, Role.COMMENT)
    assert "Home" not in text_of(made, Role.BODY)
    assert "\ufdd3" not in made.text


def test_the_text_is_the_same_with_and_without_rules_of_blocks() -> None:
    plain = article(page())
    assert isinstance(plain, Article)
    assert read(by=sites('[[site]]\nhost = "vale.example"\ndrop = "//ul"')).text == plain.text


def test_a_wrapped_page_is_laid_out_by_its_wrapping_s_address() -> None:
    line = json.dumps({"url": "https://vale.example/a", "html": PAGE, "date": "2021-03-05"}).encode()
    made = article(page_of(line, "application/json", "lines.jsonl#1"), sites())
    assert isinstance(made, Article)
    assert made.outlet == "Vale Courier"
    assert "almanac" not in text_of(made, Role.BODY)


def test_a_user_s_outlet_names_the_pages_of_its_host_and_all_who_call_it_so() -> None:
    table = outletfile.read("name\tnames\thosts\torder\nVale Courier\tThe Courier of the Vale\tvale.example\tmdy\n")
    made = read(by=Sites(table))
    assert made.outlet == "Vale Courier"
    named = read(by=Sites(table), url="https://hill.example/a", outlet="The Courier of the Vale")
    assert named.outlet == "Vale Courier"
