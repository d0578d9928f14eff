"""The desk on a story of four thousand articles: every screen, slider, strip, filters, reader, search, rulings."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.longstory import write
from throughline.story import Story
from throughline.web.screens import MENU

ARTICLES = 4000
UNDATED = ("Velm", "Brask", "Tarn", "Oster")  # towns, of a page each that nobody dated: for the review desk
HEAVY = 600_000  # letters of a page, more than which a browser does not draw at once
FIRST = "#main .line .sentence a"

Served = Callable[[Path], str]
Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the long story, once: two minutes."""
    room = tmp_path_factory.mktemp("long")
    pages = room / "pages"
    pages.mkdir()
    for town in UNDATED:
        text = (
            f"Ferries leave {town}\n\nThe last ferry crews have left {town}, Mayor Ida Pell said. She thanked them.\n"
        )
        (pages / f"{town}.txt").write_text(text, encoding="utf-8")
    path = room / "long.story"
    added = Story(path).add([str(write(room / "long.jsonl", ARTICLES)), str(pages)], jobs=2)
    assert added.read == ARTICLES + len(UNDATED)
    return path


@pytest.fixture
def fit(accessible: Check, shoot: Shoot) -> Callable[[Page, str], None]:
    """Hold a screen to its weight, its width and to axe, light and dark; and keep its picture."""

    def check(page: Page, name: str) -> None:
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert len(page.content()) < HEAVY, f"{name} is too heavy"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is cut off"
        shoot(page, f"long-{name}")
        accessible(page)

    return check


def drag(page: Page, on: Locator, *places: tuple[float, float]) -> None:
    """Press at the first of some places of an element, in shares of it, and let go at the last."""
    box = on.bounding_box()
    assert box
    for number, (across, down) in enumerate(places):
        page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down, steps=6)
        if number == 0:
            page.mouse.down()


def test_every_screen_of_the_menu(page: Page, served: Served, long: Path, fit: Callable[[Page, str], None]) -> None:
    page.goto(served(long))
    for address, name in MENU:
        page.get_by_role("navigation", name="Screens").get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(f"**{address}*")
        fit(page, address[1:])


def test_every_screen_under_them(page: Page, served: Served, long: Path, fit: Callable[[Page, str], None]) -> None:
    desk = served(long)
    for start, link, leads, name in (
        ("/chronicle", FIRST, "/happening/", "happening"),
        ("/disputes", "#main a[href^='/why/']", "/why/", "why"),
        ("/said", "#main a[href^='/article/']", "/article/", "article"),
        ("/people", "#main a[href^='/people/actor-']", "/people/actor-", "person"),
        ("/figures", "#main article h2 a", "/figures?series=", "series"),
        ("/sources", "#main a[href*='/compare']", "/compare", "compare"),
    ):
        page.goto(f"{desk}{start}")
        page.locator(link).first.click()
        page.wait_for_url(re.compile(re.escape(leads)))
        fit(page, name)


def test_the_slider_by_key_and_by_hand(page: Page, served: Served, long: Path) -> None:
    page.goto(f"{served(long)}/chronicle")
    page.locator("#asof-slide").focus()
    for _ in range(12):
        page.keyboard.press("PageDown")
    page.wait_for_url("**as_of=20*")
    expect(page.locator("main .sum")).to_contain_text("as known on 20")
    known_by_the_day(page)

    drag(page, page.locator("#asof-slide"), (0.8, 0.5), (0.4, 0.5))
    greyed = page.locator("#main .line[data-later]").count()
    assert greyed, "what was not yet published pales while the hand is on it"
    before = page.url
    page.mouse.up()
    page.wait_for_url(lambda url: "as_of=" in url and url != before)
    known_by_the_day(page)

    page.go_back()
    page.wait_for_url(before)
    page.go_back()
    expect(page.locator("main .sum")).not_to_contain_text("as known on")


def known_by_the_day(page: Page) -> None:
    """Hold the lines that are not grey to those that were known by the day that is asked about."""
    (day,) = re.findall(r"as_of=([\d-]+)", page.url)
    expect(page.locator("main .sum")).to_contain_text(day)
    known = page.locator("#main .line:not([data-later])").evaluate_all("all => all.map(one => one.dataset.known)")
    assert known
    assert max(known) <= day


def test_the_strip_by_key_and_by_hand_and_filters_removed(page: Page, served: Served, long: Path) -> None:
    page.goto(f"{served(long)}/chronicle")
    page.locator("#strip-standing-from").focus()
    for _ in range(2):
        page.keyboard.press("PageDown")
    page.wait_for_url("**from=*")
    expect(page.locator(".chip")).to_have_count(1)
    page.locator(".chip").first.click()
    page.wait_for_url(lambda url: "from=" not in url)
    expect(page.locator(".chip")).to_have_count(0)

    drag(page, page.locator("[data-strip=standing] .ground"), (0.5, 0.3), (0.5, 0.6))
    page.mouse.up()
    page.wait_for_url("**from=*")
    expect(page.locator(".chip")).to_have_count(2)
    start, end = re.findall(r"(?:from|to)=([\d-]+)", page.url)
    certain = page.locator("#main .line").filter(has=page.locator(".when.day"))
    days = certain.evaluate_all("all => all.map(one => one.dataset.day)")
    assert days
    assert all(start <= day[: len(start)] and day[: len(end)] <= end for day in days)

    if not page.locator(".narrow input[name=about]").is_visible():
        page.get_by_text("Narrow it").click()
    page.locator(".narrow input[name=about]").fill("Kell")
    page.keyboard.press("Enter")
    page.wait_for_url("**about=Kell*")
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator("#main .line").first).to_contain_text("Kell")
    for left in (2, 1, 0):
        page.locator(".chip").first.click()
        expect(page.locator(".chip")).to_have_count(left)


def test_the_reader_both_ways(page: Page, served: Served, long: Path) -> None:
    page.goto(f"{served(long)}/chronicle?about=Kell")
    page.locator(FIRST).first.click()
    page.wait_for_url("**/happening/*")
    page.locator("#main a[href^='/article/']").first.click()
    page.wait_for_url("**/article/*")
    expect(page.locator("#at").first).to_be_in_viewport()
    page.locator(".text a.m.trigger").first.click()
    chosen = page.locator(".record.on")
    expect(chosen).to_have_count(1)
    expect(chosen).to_be_in_viewport()
    other = page.locator(".record.statement").last
    other.locator(".to").click()
    expect(other).to_have_class(re.compile(r"\bon\b"))
    expect(page.locator(".text .on").first).to_be_in_viewport()


def test_search_and_its_facets(page: Page, served: Served, long: Path, fit: Callable[[Page, str], None]) -> None:
    page.goto(f"{served(long)}/chronicle")
    page.get_by_label("Search the story").fill("soldiers")
    page.get_by_label("Search the story").press("Enter")
    page.wait_for_url("**/search?q=soldiers")
    fit(page, "search")
    facets = page.get_by_role("navigation", name="Narrow the search")
    for name, part in (("gives a figure", "kind="), ("Harbour Times", "outlet="), ("2010", "published=2010")):
        facets.get_by_role("link", name=name).first.click()
        page.wait_for_url(f"**{part}*")
        expect(page.locator(".hit").first).to_be_visible()
    expect(page.locator(".hit").first).to_contain_text("Harbour Times")
    for left in (2, 1, 0):
        facets.get_by_role("link", name="remove").first.click()
        expect(facets.get_by_role("link", name="remove")).to_have_count(left)
    page.locator(".hit a").first.click()
    page.wait_for_url("**/article/**at=*")
    expect(page.locator("#at")).to_be_in_viewport()


def test_a_card_is_ruled_out_and_the_ruling_taken_back(
    page: Page, served: Served, long: Path, tmp_path: Path, fit: Callable[[Page, str], None]
) -> None:
    desk = served(Path(shutil.copy(long, tmp_path / "own.story")))
    page.goto(f"{desk}/chronicle?about=Kell&top=5")
    page.locator(FIRST).first.click()
    page.wait_for_url("**/happening/*")
    page.locator("details.correct summary").first.click()
    form = page.locator("details.correct form").first
    form.get_by_role("radio", name=re.compile("wrong", re.IGNORECASE)).first.check()
    form.get_by_role("button", name="Keep this ruling").click()
    kept = page.locator("#ruled")
    expect(kept).to_contain_text("Kept")
    kept.get_by_role("button", name="Undo").click()
    expect(page.locator("#ruled")).to_contain_text("Taken back")

    page.goto(f"{desk}/review")  # and at the desk that is made for it, by its keys
    place = page.locator("#place")
    expect(place).to_have_text(f"1 of {len(UNDATED)}")
    fit(page, "review-undated")
    page.keyboard.press("j")
    expect(place).to_have_text(f"2 of {len(UNDATED)}")
    page.keyboard.press("x")
    expect(page.locator("#ruled")).to_contain_text("Kept: its day is left open")
    expect(page.locator("#ruled")).to_contain_text("The record is the same by it.")  # told by script, which hears keys
    expect(place).to_have_text(f"2 of {len(UNDATED) - 1}")
    page.keyboard.press("u")
    expect(page.locator("#ruled")).to_contain_text("Taken back")
    expect(place).to_have_text(f"2 of {len(UNDATED)}")
    page.goto(f"{desk}/review?queue=log")
    fit(page, "log")
    page.locator("#main a[href^='/ruling/']").first.click()
    page.wait_for_url("**/ruling/*")
    fit(page, "ruling")
