"""Figures, deadlines, disputes and sources: marks tell their words to pointer and key, filters and links lead on."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
SCREENS = ("figures", "deadlines", "disputes", "sources")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_fits_wide_and_narrow_and_is_for_everyone(
    page: Page, desk: str, accessible: Check, shoot: Shoot, screen: str
) -> None:
    page.goto(f"{desk}/{screen}")
    expect(page.locator("h1")).to_have_count(1)
    accessible(page)
    shoot(page, f"{screen}-1280")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(page)
    shoot(page, f"{screen}-390")
    page.emulate_media(color_scheme="dark")
    shoot(page, f"{screen}-390-dark")
    page.emulate_media(color_scheme="light", media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    shoot(page, f"{screen}-print")


def test_a_mark_says_its_words_to_the_pointer_and_to_the_key_and_leads_to_them(page: Page, desk: str) -> None:
    page.goto(f"{desk}/figures?of=soldiers")
    marks = page.locator(".steps .point")
    tip = page.locator("#tip")
    marks.nth(1).locator(".reach").hover()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("soldiers")
    expect(tip).to_contain_text(re.compile(r"known since \d{4}-\d\d-\d\d"))
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    marks.first.locator("a").focus()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("4,200")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.keyboard.press("Tab")
    expect(tip).to_be_visible()
    expect(marks.nth(1).locator("a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/*")
    expect(page.locator("#at")).to_be_attached()


def test_the_slider_greys_the_marks_that_were_not_yet_known(page: Page, desk: str) -> None:
    page.goto(f"{desk}/figures?of=vehicles")
    slide = page.locator("#asof-slide")
    slide.evaluate("slide => { slide.value = slide.max / 4; slide.dispatchEvent(new Event('input')); }")
    expect(page.locator(".steps .point[data-later]").first).to_be_attached()
    assert 0 < page.locator(".steps .point[data-later]").count() < page.locator(".steps .point").count()
    slide.dispatch_event("change")
    page.wait_for_url("**as_of=*")
    page.locator(".steps .point .reach").first.hover()
    expect(page.locator("#tip")).to_be_visible()  # marks that came with the new day speak as well


def test_a_table_says_the_same_as_its_chart(page: Page, desk: str) -> None:
    page.goto(f"{desk}/figures?of=vehicles")
    page.locator("summary").first.click()
    assert page.locator("article.card table tbody tr").count() == page.locator(".steps .point").count()
    page.locator("article.card h2 a").first.click()
    expect(page.locator("h1")).to_have_text("vehicles")


def test_deadlines_are_filtered_by_what_became_of_them(page: Page, desk: str) -> None:
    page.goto(f"{desk}/deadlines")
    everything = page.locator(".deadlines > li").count()
    page.get_by_role("link", name=re.compile(r"^missed \d")).click()
    expect(page.locator(".deadlines > li")).to_have_count(1)
    assert everything > 1
    expect(page.locator(".lane")).to_have_attribute(
        "aria-label", re.compile("set 2011-11-21; due by 2012-06-30; missed")
    )
    assert "outcome=missed" in page.url


def test_disputes_stand_side_by_side_and_are_filtered_by_kind(page: Page, desk: str) -> None:
    page.goto(f"{desk}/disputes")
    left, right = (page.locator(".dispute").first.locator(".claim").nth(at).bounding_box() for at in (0, 1))
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    page.get_by_role("link", name=re.compile("a figure")).click()
    expect(page.locator(".dispute")).to_have_count(1)
    expect(page.locator(".dispute h2")).to_have_text("They differ about a figure")


def test_a_copy_leads_to_the_comparison(page: Page, desk: str) -> None:
    page.goto(f"{desk}/sources")
    expect(page.locator(".heat tbody tr")).not_to_have_count(0)
    page.get_by_role("link", name=re.compile("^compare")).first.click()
    page.wait_for_url("**/compare?with=*")
    expect(page.locator("h1")).to_be_visible()
