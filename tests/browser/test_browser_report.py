"""A report in a real Chromium: it asks for nothing, reads by keyboard, and prints whole entries on numbered pages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from throughline.chronicle.query import Query
from throughline.story import Story


@pytest.fixture(scope="session")
def reported(demo: Path) -> str:
    return "".join(Story(demo).report(query=Query(top=24), title="The Compact in Karvenia"))


@pytest.fixture
def report(page: Page, reported: str) -> Page:
    page.set_content(reported)
    return page


@pytest.mark.parametrize("of", ["chronicle", "state", "disputes", "said", "figures"])
def test_every_report_is_accessible(page: Page, demo: Path, accessible: Callable[[Page], None], of: str) -> None:
    page.set_content("".join(Story(demo).report(of, Query(top=24), as_of="2017")))
    accessible(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_its_screen(report: Page, shoot: Callable[[Page, str], None], width: int) -> None:
    report.set_viewport_size({"width": width, "height": 900})
    assert report.evaluate("document.documentElement.scrollWidth") <= width
    shoot(report, f"report-{width}")
    report.emulate_media(color_scheme="dark")
    shoot(report, f"report-{width}-dark")


def test_a_footnote_is_reached_and_left_by_keyboard(report: Page) -> None:
    reference = report.get_by_role("link", name="Footnote 7", exact=True).first
    reference.focus()
    report.keyboard.press("Enter")
    expect(report.locator("#note-7")).to_be_in_viewport()
    expect(report.locator("#note-7 mark")).to_have_count(1)
    back = report.locator("#note-7").get_by_role("link", name=re.compile("Back to footnote 7")).first
    back.focus()
    report.keyboard.press("Enter")
    expect(reference).to_be_in_viewport()


def test_its_style_is_the_one_that_it_allows(report: Page) -> None:
    assert report.evaluate("getComputedStyle(document.querySelector('ol.items')).listStyleType") == "none"


def test_it_prints_its_pages_numbered_and_no_entry_is_cut(report: Page) -> None:
    printed = report.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert 3 < pages < 30
    report.emulate_media(media="print")
    for what in (".item", ".notes > li", ".sources > li"):
        style = "one => getComputedStyle(one).breakInside"
        assert {one.evaluate(style) for one in report.locator(what).all()[:20]} == {"avoid"}
    assert report.locator(".returns").first.is_hidden()
