"""The chronicle and the card of a happening, as somebody would use them: slider, strip, chips, back and forth."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
PAST = "2014-05-01"


def _lines(page: Page) -> Locator:
    return page.locator("#main .line")


def _asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_the_chronicle_is_fit_to_read(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/")
    expect(page).to_have_url(f"{desk}/chronicle")
    expect(page.locator("h1")).to_have_text("Chronicle")
    accessible(page)
    shoot(page, "chronicle")
    page.set_viewport_size({"width": 390, "height": 844})
    shoot(page, "chronicle-phone")
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is cut off on a phone"


def test_arrow_keys_step_through_the_days_of_reports(page: Page, desk: str) -> None:
    page.goto(f"{desk}/chronicle")
    slide = page.locator("#asof-slide")
    slide.focus()
    days = []
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
        days.append(slide.get_attribute("aria-valuetext"))
    asof = page.locator("#asof")
    gaps = [int(gap) for gap in (asof.get_attribute("data-gaps") or "").split()]
    last = date.fromisoformat(asof.get_attribute("data-last") or "")
    assert days == [str(last - timedelta(days=sum(gaps[-steps:]))) for steps in (1, 2, 3)]
    page.wait_for_url(f"**as_of={days[-1]}*")  # one page is asked for, of the day on which the keys came to rest
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**as_of={days[-2]}*")
    expect(slide).to_be_focused()
    page.keyboard.press("End")
    page.wait_for_url(lambda url: "as_of" not in url)


def test_a_drag_greys_at_once_and_a_rest_shows_that_day(page: Page, desk: str) -> None:
    page.goto(f"{desk}/chronicle")
    box = page.locator("#asof-slide").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, middle, steps=8)
    greyed = page.locator("#main .line[data-later]").count()
    assert greyed > 0
    expect(page.locator("#asof-words")).to_have_text(
        re.compile(r"^On \d{4}-\d\d-\d\d: \d+ of \d+ lines here were known\.$")
    )
    assert "as_of" not in page.url  # nothing is asked for while the hand is on it
    page.mouse.up()
    page.wait_for_url("**as_of=*")
    expect(page.locator("#asof")).to_have_class(re.compile("is-past"))
    expect(page.locator("#main .sum")).to_contain_text("not yet published then")


def test_what_came_out_later_is_grey_and_can_be_left_out(
    page: Page, desk: str, accessible: Check, shoot: Shoot
) -> None:
    page.goto(f"{desk}/chronicle?as_of={PAST}")
    later = page.locator("#main .line[data-later]")
    assert later.count() > 0
    for known in later.evaluate_all("all => all.map((one) => one.dataset.known)"):
        assert not known or known > PAST
    shoot(page, "chronicle-asof")
    accessible(page)
    page.get_by_role("link", name="leave them out").click()
    expect(later).to_have_count(0)
    assert _asked(page)["later"] == "hide"
    for known in _lines(page).evaluate_all("all => all.map((one) => one.dataset.known)"):
        assert known <= PAST


def test_a_line_says_what_was_believed_then_and_what_came_of_it(page: Page, desk: str) -> None:
    page.goto(f"{desk}/chronicle?as_of=2011-12-01&status=planned")
    said = _lines(page).filter(has=page.locator(".believed")).locator(".said")
    otherwise = re.compile(r"believed then:\s*planned, due by 2012-06-30;\s*since then:\s*not happened")
    expect(said).to_contain_text(otherwise)


def test_the_strip_is_brushed_by_pointer(page: Page, desk: str) -> None:
    page.goto(f"{desk}/chronicle")
    ground = page.locator("[data-strip=standing] .ground").bounding_box()
    assert ground
    x = ground["x"] + ground["width"] / 2
    page.mouse.move(x, ground["y"] + ground["height"] * 0.3)
    page.mouse.down()
    page.mouse.move(x, ground["y"] + ground["height"] * 0.6, steps=6)
    page.mouse.up()
    page.wait_for_url("**from=*")
    asked = _asked(page)
    certain = _lines(page).filter(has=page.locator(".when.day"))
    days = certain.evaluate_all("all => all.map((one) => one.dataset.day)")
    assert days
    assert all(asked["from"] <= day[:7] <= asked["to"] for day in days)
    expect(page.get_by_role("link", name=re.compile("Remove: from"))).to_be_visible()
    page.go_back()
    page.wait_for_url(lambda url: "from=" not in url)
    expect(page.get_by_role("link", name=re.compile("Remove: from"))).to_have_count(0)


def test_the_strip_is_brushed_by_keys(page: Page, desk: str) -> None:
    page.goto(f"{desk}/chronicle")
    start = page.locator("#strip-standing-from")
    start.focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowDown")
    words = start.get_attribute("aria-valuetext")
    page.wait_for_url(f"**from={words}*")
    expect(start).to_be_focused()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "from=" not in url)


def test_a_click_on_the_strip_goes_to_the_lines_of_that_time(page: Page, desk: str) -> None:
    page.goto(f"{desk}/chronicle")
    ground = page.locator("[data-strip=standing] .ground").bounding_box()
    assert ground
    page.mouse.click(ground["x"] + 20, ground["y"] + ground["height"] * 0.7)
    reached = _lines(page).locator("a:focus")
    expect(reached).to_be_in_viewport()
    assert page.evaluate("scrollY") > 500
    assert urlsplit(page.url).query == ""


def test_filters_are_chips_that_can_be_taken_away(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/chronicle")
    everything = _lines(page).count()
    page.get_by_text("Narrow it").click()
    page.get_by_label("Status").select_option("planned")
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**status=planned*")
    assert 0 < _lines(page).count() < everything
    assert set(_lines(page).locator(".said .status:first-of-type").all_inner_texts()) == {"planned"}
    page.get_by_label("Name or words").fill("mission")
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**about=mission*")
    accessible(page)
    shoot(page, "chronicle-narrowed")
    page.get_by_role("link", name="Remove: planned").click()
    page.wait_for_url(lambda url: "status" not in url)
    assert _asked(page)["about"] == "mission"


def test_more_lines_come_without_losing_the_one_that_is_read(page: Page, desk: str) -> None:
    page.goto(f"{desk}/chronicle?top=20")
    line = _lines(page).nth(12)
    name = line.get_attribute("id")
    line.evaluate("one => scrollTo({top: one.getBoundingClientRect().top + scrollY - 108, behavior: 'instant'})")
    page.locator(".more a").evaluate("one => one.click()")
    page.wait_for_url("**top=40*")
    expect(_lines(page)).to_have_count(40)
    box = page.locator(f"[id='{name}']").bounding_box()
    assert box
    assert abs(box["y"] - 108) < 4


def test_nothing_found_says_what_to_do(page: Page, desk: str) -> None:
    page.goto(f"{desk}/chronicle?about=zebra-crossing")
    expect(page.locator(".none")).to_contain_text("remove what narrows the page")
    page.goto(f"{desk}/chronicle?as_of=1999-01-01&later=hide")
    expect(page.locator(".none")).to_contain_text("No line was known yet on 1999-01-01")


def test_a_card_is_opened_moved_in_time_and_left(page: Page, desk: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/chronicle?top=200")
    line = _lines(page).filter(has=page.locator(".turn")).first
    name = line.locator(".sentence a").get_attribute("href")
    line.locator(".sentence a").click()
    assert name
    expect(page).to_have_url(f"{desk}{name}")
    expect(page.get_by_role("heading", name="What became of it")).to_be_visible()
    accessible(page)
    shoot(page, "happening")
    page.set_viewport_size({"width": 390, "height": 844})
    shoot(page, "happening-phone")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    slide = page.locator("#asof-slide")
    slide.focus()
    page.keyboard.press("Home")
    page.wait_for_url("**as_of=*")
    expect(page.locator("h1")).to_have_text("Not yet known")
    page.go_back()
    expect(page.get_by_role("heading", name="What became of it")).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Chronicle")


def test_without_script_all_of_it_works_by_forms_and_links(browser: Browser, desk: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{desk}/chronicle")
    everything = _lines(page).count()
    expect(page.locator("#asof-slide")).to_be_hidden()
    page.get_by_text("Narrow it").click()
    page.get_by_role("textbox", name="From").fill("2014")
    page.get_by_role("button", name="Narrow").click()
    assert _asked(page)["from"] == "2014"
    assert 0 < _lines(page).count() < everything
    page.get_by_label("As known on", exact=True).fill(PAST)
    page.get_by_role("button", name="Show").click()
    assert _asked(page)["as_of"] == PAST
    assert _asked(page)["from"] == "2014"
    assert page.locator("#main .line[data-later]").count() > 0
    page.get_by_role("link", name=re.compile("Remove: from")).click()
    assert _asked(page) == {"as_of": PAST}
    context.close()


@pytest.mark.parametrize("width", [360, 760, 1600])
def test_the_head_leaves_room_to_read(page: Page, desk: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(f"{desk}/chronicle")
    _lines(page).nth(20).scroll_into_view_if_needed()
    bottom = page.evaluate("document.querySelector('header.top').getBoundingClientRect().bottom")
    assert bottom < 720 * 0.2
    expect(page.locator("#asof-slide")).to_be_in_viewport()


def test_a_card_is_ruled_right_and_the_ruling_taken_back(page: Page, own: str) -> None:
    page.goto(f"{own}/chronicle")
    name = _lines(page).nth(5).get_attribute("id")
    page.goto(f"{own}/happening/{name}")
    page.get_by_text("Correct this").click()
    page.get_by_label("It is right").check()
    page.get_by_role("button", name="Keep this ruling").click()
    expect(page.locator("#ruled")).to_contain_text("Kept")
    page.get_by_role("button", name="Undo").click()
    page.goto(f"{own}/happening/{name}")
    expect(page.get_by_role("heading", name="What became of it")).to_be_visible()
