"""People and bodies, and statements, driven: found, opened, read, corrected; by keys, on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]


def test_somebody_is_found_and_opened_by_keys(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/people")
    accessible(page)
    shoot(page, "people")
    page.get_by_label("Name").fill("revik")
    page.get_by_label("Name").press("Enter")
    page.wait_for_url("**q=revik*")
    page.get_by_role("link", name="Anton Revik").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Anton Revik")
    for heading in ("Roles over time", "Where Anton Revik stands", "What Anton Revik said"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.locator("#positions")).to_contain_text("no longer what was said before")
    expect(page.locator("#roles rect.told").first).to_be_attached()
    accessible(page)
    shoot(page, "person")


def test_what_somebody_said_leads_to_the_words(page: Page, desk: str) -> None:
    page.goto(f"{desk}/people?q=revik")
    page.get_by_role("link", name="Anton Revik").click()
    page.locator("#said-by .sentence a").first.click()
    page.wait_for_url("**/article/**at=*")


def test_before_somebody_is_named_the_page_says_so_and_leads_back(page: Page, desk: str) -> None:
    page.goto(f"{desk}/people?q=morzan")
    page.get_by_role("link", name="Lidia Morzan").click()
    page.locator("#asof-day").fill("2011-01-01")
    page.locator("#asof-day").press("Enter")
    page.wait_for_url("**as_of=2011-01-01*")
    expect(page.locator("main")).to_contain_text("No report that is known by 2011-01-01 names Lidia Morzan")
    page.get_by_role("link", name="All that is known now").click()
    expect(page.get_by_role("heading", name="What Lidia Morzan said")).to_be_visible()


def test_two_names_are_ruled_to_be_one(page: Page, own: str) -> None:
    page.goto(f"{own}/people?q=morzan")
    page.get_by_role("link", name="Lidia Morzan").click()
    page.get_by_text("Correct this").click()
    page.get_by_label("It is the same as another").check()
    page.get_by_label("The other: a name, or an id").fill("Anton Revik")
    page.get_by_role("button", name="Keep this ruling").click()
    expect(page.locator("#names")).to_contain_text("a person's ruling")


def test_statements_by_and_about(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/said")
    accessible(page)
    shoot(page, "said")
    everything = page.locator("main ol.lines > li").count()
    page.get_by_label("By", exact=True).fill("Revik")
    page.get_by_label("With the words").fill("trainers")
    page.get_by_role("button", name="Show").last.click()
    page.wait_for_url("**by=Revik&about=trainers*")
    lines = page.locator("main ol.lines > li")
    assert 0 < lines.count() < everything
    for line in lines.all():
        expect(line).to_contain_text("Revik")
    page.get_by_role("link", name="Anton Revik").first.click()
    page.wait_for_url("**/people/actor-*")


@pytest.mark.parametrize("address", ["/people", "/said"])
def test_on_a_phone(page: Page, desk: str, accessible: Check, shoot: Shoot, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(desk + address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(page)
    shoot(page, "phone" + address.replace("/", "-"))
    if address == "/people":
        page.get_by_role("link", name="Anton Revik").click()
        page.wait_for_url("**/people/actor-*")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        accessible(page)
        shoot(page, "phone-person")
