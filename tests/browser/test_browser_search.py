"""Search, driven: typed from anywhere, narrowed, widened, followed to the words."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]


def test_words_are_typed_narrowed_and_followed(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/chronicle")
    page.get_by_label("Search the story").fill("trainers")
    page.get_by_label("Search the story").press("Enter")
    page.wait_for_url("**/search?q=trainers")
    expect(page.get_by_role("heading", level=1)).to_have_text("“trainers”")
    accessible(page)
    shoot(page, "search")
    all_of_them = page.locator(".hit").count()
    facet = page.get_by_role("navigation", name="Narrow the search").get_by_role("link", name="gives a figure")
    facet.click()
    page.wait_for_url("**kind=figure*")
    assert 0 < page.locator(".hit").count() < all_of_them
    accessible(page)
    page.get_by_role("link", name="remove").click()
    expect(page.locator(".hit")).to_have_count(all_of_them)
    page.locator(".hit a").first.click()
    page.wait_for_url("**/article/**at=*")
    expect(page.locator("#at")).to_be_in_viewport()


def test_the_slider_asks_the_same_as_of_a_day(page: Page, desk: str) -> None:
    page.goto(f"{desk}/search?q=trainers")
    everything = page.locator(".hit").count()
    page.locator("#asof-slide").focus()
    for _ in range(6):
        page.keyboard.press("PageDown")
    page.wait_for_url("**as_of=*")
    assert "q=trainers" in page.url
    expect(page.locator("#asof")).to_have_class("asof is-past")
    assert page.locator(".hit").count() <= everything


def test_a_day_a_name_and_nothing_have_answers_of_their_own(
    page: Page, desk: str, accessible: Check, shoot: Shoot
) -> None:
    page.goto(f"{desk}/search?q=June+2014")
    expect(page.get_by_role("heading", level=2).first).to_have_text("2014-06")
    accessible(page)
    shoot(page, "search-day")
    page.goto(f"{desk}/search?q=revik")
    expect(page.get_by_role("region", name="People and bodies")).to_contain_text("Anton Revik")
    page.goto(f"{desk}/search?q=trainers+giraffe")
    expect(page.locator(".none")).to_contain_text("Not in this story")
    accessible(page)
    shoot(page, "search-none")
    page.get_by_role("link", name="“trainers” alone").click()
    expect(page.locator(".hit").first).to_be_visible()


def test_it_fits_a_phone(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{desk}/search?q=trainers")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(page)
    shoot(page, "search-phone")
