"""The state of play and what changed, driven: by slider, by forms, by keys, on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]


def _fits(page: Page) -> bool:
    """Whether nothing is wider than the screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_every_line_leads_to_its_happening_its_words_and_its_reasons(
    page: Page, desk: str, accessible: Check, shoot: Shoot
) -> None:
    page.goto(f"{desk}/state?as_of=2014-05-15")
    line = page.locator("main section", has=page.get_by_role("heading", name="Lately")).locator("li").first
    expect(line).to_be_visible()
    accessible(page)
    shoot(page, "state")
    for link, address in ((".sentence a", "**/happening/*"), (".cite", "**/article/**at=*"), (".why", "**/why/*")):
        line.locator(link).first.click()
        page.wait_for_url(address)
        assert "as_of=2014-05-15" in page.url
        page.go_back()


def test_the_slider_greys_what_was_not_known_and_then_shows_the_page_of_the_day(page: Page, desk: str) -> None:
    page.goto(f"{desk}/state")
    slide = page.locator("#asof-slide")
    slide.focus()
    slide.evaluate("one => { one.value = 30; one.dispatchEvent(new Event('input', {bubbles: true})) }")
    expect(page.locator("main [data-later]").first).to_be_attached()
    slide.evaluate("one => one.dispatchEvent(new Event('change', {bubbles: true}))")
    page.wait_for_url("**as_of=2010-*")
    expect(page.locator("main .lead")).to_contain_text("As of 2010-")
    expect(page.locator("main [data-later]")).to_have_count(0)


def test_two_days_are_compared_by_keys_alone(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/state?as_of=2015-08-31")
    page.get_by_label("Beside another day").fill("2014-05-15")
    page.get_by_label("Beside another day").press("Enter")
    page.wait_for_url("**against=2014-05-15*")
    expect(page.locator("main .heads")).to_contain_text("As of 2014-05-15")
    expect(page.locator(".shelf .told b.open").first).to_be_visible()
    accessible(page)
    shoot(page, "state-two-days")
    page.get_by_role("link", name="One day only").press("Enter")
    page.wait_for_url("**/state?as_of=2015-08-31")


def test_what_changed_between_two_days(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/changes")
    page.get_by_label("From").fill("2014-05-01")
    page.get_by_label("to", exact=True).fill("2015-08-31")
    page.get_by_label("to", exact=True).press("Enter")
    page.wait_for_url("**from=2014-05-01&to=2015-08-31*")
    for heading in ("New turns", "The state of play, then and now", "New in the record", "New statements"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    accessible(page)
    shoot(page, "changes")
    page.get_by_role("link", name="Both states of play").press("Enter")
    page.wait_for_url("**/state?**against=2014-05-01*")


@pytest.mark.parametrize(
    "address", ["/state", "/state?as_of=2015-08-31&against=2014-05-15", "/changes?from=2014-05-01"]
)
def test_on_a_phone(page: Page, desk: str, accessible: Check, shoot: Shoot, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(desk + address)
    assert _fits(page)
    accessible(page)
    shoot(page, "phone-" + address.strip("/").replace("?", "-").replace("&", "-"))


def test_all_of_it_works_without_script(page: Page, desk: str) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(f"{desk}/state?as_of=2015-08-31")
    plain.get_by_label("Beside another day").fill("2014-05-15")
    plain.get_by_role("button", name="Compare").click()
    plain.wait_for_url("**against=2014-05-15*")
    plain.goto(f"{desk}/changes?from=2014-05-01&to=2015-08-31&top=1")
    plain.get_by_role("link", name="More").first.click()
    plain.wait_for_url("**top=4*")
    context.close()


def test_paper_gets_the_record_and_its_day_and_nothing_to_click(page: Page, desk: str) -> None:
    page.goto(f"{desk}/state?as_of=2014-06-01")
    page.emulate_media(media="print")
    expect(page.locator("#asof-words")).to_be_visible()
    for gone in ("#asof-day", "#asof-slide", ".find", ".beside", "nav", ".foot"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator(".why").first).to_contain_text("-")  # the id, which commands take
