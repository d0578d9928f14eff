"""The frame of every page: the as-of slider, the way back, what is asked of the network."""

from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_the_slider_greys_at_once_and_then_shows_what_was_known(
    page: Page, desk: str, accessible: Callable[[Page], None], shoot: Callable[[Page, str], None]
) -> None:
    page.goto(f"{desk}/chronicle")
    lines = page.locator("main [data-known]")
    everything = lines.count()
    slide = page.locator("#asof-slide")
    slide.focus()
    page.keyboard.press("PageDown")
    expect(page.locator("main [data-later]").first).to_be_attached()
    page.wait_for_url("**as_of=*")
    expect(page.locator("#asof")).to_have_class("asof is-past")
    assert 0 < lines.count() <= everything
    expect(slide).to_be_focused()
    shoot(page, "chronicle-past")
    accessible(page)
    page.go_back()
    expect(page.locator("#asof")).to_have_class("asof")
