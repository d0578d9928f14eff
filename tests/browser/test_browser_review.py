"""The review desk, driven: by keys alone, by buttons alone, without script; a ruling and its undo, and the log."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from throughline.story import Story

Served = Callable[[Path], str]
Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
TOWNS = ("Velm", "Orvania", "Brask", "Tarn", "Westmark")


@pytest.fixture
def doubtful(served: Served, tmp_path: Path) -> str:
    """Give the address of the desk of a story of five pages that nobody dated, to rule on."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for town in TOWNS:
        text = (
            f"Ferries leave {town}\n\nThe last ferry crews have left {town}, Mayor Ida Kell said. She thanked them.\n"
        )
        (folder / f"{town}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "doubtful.story"
    Story(path).add([str(folder)])
    return served(path)


def place(page: Page, words: str) -> None:
    expect(page.locator("#place")).to_have_text(words)


def test_keys_step_rule_and_undo(page: Page, doubtful: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{doubtful}/review")
    accessible(page)
    place(page, "1 of 5")
    page.keyboard.press("k")
    expect(page.locator("#said")).to_have_text("This is the first.")
    page.keyboard.press("j")
    place(page, "2 of 5")
    page.keyboard.press("j")
    place(page, "3 of 5")
    expect(page.locator("#said")).to_have_text(f"3 of 5: When was “Ferries leave {_town(page)}” published?")
    page.keyboard.press("k")
    place(page, "2 of 5")
    second, address = _town(page), page.url
    page.reload()  # the address holds the matter
    assert (page.url, _town(page)) == (address, second)

    page.keyboard.press("x")
    place(page, "2 of 4")
    expect(page.locator("#ruled")).to_contain_text("Kept: its day is left open")
    expect(page.locator("#ruled")).to_contain_text(second)
    expect(page).not_to_have_url(re.compile("ruled"))  # what was ruled just now is no part of the address
    assert _town(page) != second
    shoot(page, "review-ruled")
    accessible(page)

    page.keyboard.press("u")
    place(page, "2 of 5")
    assert _town(page) == second
    expect(page.locator("#ruled")).to_contain_text("Taken back: its day is left open, which holds no longer")


def test_keys_are_told_can_be_turned_off_and_never_act_in_a_field(page: Page, doubtful: str, shoot: Shoot) -> None:
    page.goto(f"{doubtful}/review")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")
    shoot(page, "review-keys")
    page.get_by_text("Rule otherwise, or say why").click()
    page.get_by_label("Why").fill("")
    page.get_by_label("Why").press_sequentially("jkxu?")
    expect(page.get_by_label("Why")).to_have_value("jkxu?")
    place(page, "1 of 5")
    page.get_by_label("Keys rule at this desk").uncheck()
    page.locator("h1").click()
    for key in "jxu?":
        page.keyboard.press(key)
    place(page, "1 of 5")
    page.reload()
    page.keyboard.press("j")
    place(page, "1 of 5")
    page.get_by_role("link", name="Next").click()  # what keys do, buttons do
    place(page, "2 of 5")


def test_a_key_with_another_held_down_is_the_browsers(page: Page, doubtful: str) -> None:
    page.goto(f"{doubtful}/review")
    page.keyboard.press("Control+j")
    page.keyboard.press("Alt+x")
    place(page, "1 of 5")


def test_enter_accepts_what_is_proposed_and_o_opens_the_page(page: Page, own: str, accessible: Check) -> None:
    page.goto(f"{own}/review?queue=names")
    expect(page.get_by_role("heading", level=2)).to_contain_text("Are Tomas Adrel and Adrel one?")
    accessible(page)
    page.keyboard.press("o")
    page.wait_for_url("**/people/**")
    page.go_back()
    page.keyboard.press("Enter")
    expect(page.locator("#ruled")).to_contain_text("Kept: these are one")
    expect(page.locator("main")).to_contain_text("Nothing is left in")
    expect(page.locator("#moved")).to_contain_text("The record is the same by it")
    page.keyboard.press("u")
    expect(page.get_by_role("heading", level=2)).to_contain_text("Are Tomas Adrel and Adrel one?")


def test_a_day_is_chosen_with_a_reason_and_what_it_moved_is_told(
    page: Page, own: str, accessible: Check, shoot: Shoot
) -> None:
    page.goto(f"{own}/review?queue=ambiguous")
    shoot(page, "review-ambiguous")
    page.get_by_text("Rule otherwise, or say why").click()
    page.get_by_text("It was published on another day").click()
    page.get_by_label("Published: a day").fill("20 June 2014")
    page.get_by_label("Why").fill("<b>the mayor</b> said so")
    page.get_by_label("Who rules").fill("Ann")
    accessible(page)
    shoot(page, "review-form")
    page.get_by_role("button", name="Keep this ruling").click()
    expect(page.locator("#moved")).to_contain_text("2014-06-20")
    expect(page.locator("#said")).to_contain_text("Kept: published 2014-06-20")
    shoot(page, "review-moved")

    page.goto(f"{own}/review?queue=log")
    row = page.locator("table.log tbody tr").first
    expect(row).to_contain_text("Ann")
    expect(row).to_contain_text("<b>the mayor</b> said so")
    accessible(page)
    shoot(page, "review-log")
    row.get_by_role("button", name="Undo").click()
    expect(page.locator("#ruled")).to_contain_text("Taken back: published 2014-06-20, which holds no longer")
    expect(page.locator("table.log tbody tr")).to_have_count(2)
    assert page.locator("form.ruling.one [name=author]").first.input_value() == "Ann", "who ruled is remembered"


def test_a_ruling_is_sent_once(page: Page, doubtful: str) -> None:
    page.goto(f"{doubtful}/review")
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.url) if asked.method == "POST" else None)

    def late(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/rule", late)
    page.evaluate("""() => { const x = document.querySelector('[data-key=x]'); x.click(); x.click(); x.click(); }""")
    place(page, "1 of 4")
    assert len(sent) == 1


def test_everything_is_there_without_script(browser: Browser, doubtful: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{doubtful}/review")
    page.get_by_role("link", name="Next").click()
    place(page, "2 of 5")
    page.get_by_role("button", name="Leave its day open").click()
    place(page, "2 of 4")
    page.get_by_role("link", name="What it changed").click()
    expect(page.locator("#moved")).to_contain_text("The record is the same by it")
    page.get_by_role("button", name="Take this back").click()
    place(page, "1 of 5")
    context.close()


def test_it_fits_a_phone(page: Page, own: str, doubtful: str, accessible: Check, shoot: Shoot) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    for address in (f"{own}/review?queue=names", f"{doubtful}/review", f"{own}/review?queue=log"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        accessible(page)
    page.goto(f"{own}/review?queue=names")
    shoot(page, "review-phone")


def _town(page: Page) -> str:
    return page.locator("#about").inner_text().removeprefix("When was “Ferries leave ").removesuffix("” published?")
