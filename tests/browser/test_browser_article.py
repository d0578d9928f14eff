"""The evidence reader in a browser: words to record and back, by hand and by keys; compared, explained, ruled."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from throughline.story import Story

Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def attack(demo: Path) -> str:
    """Name the article of the demo that has copies, comments, furniture and an agency's credit."""
    story = Story(demo)
    titled = {head.outlet: one for one, head in story.articles().items() if head.title and "Brezk base" in head.title}
    return titled["The Tolmar Gazette"]


def test_words_lead_to_their_record_and_back(
    page: Page, desk: str, attack: str, shoot: Shoot, accessible: Check
) -> None:
    page.goto(f"{desk}/article/{attack}")
    words = page.locator(".text a.m.trigger", has_text="attacked").first
    words.click()
    chosen = page.locator(".record.on")
    expect(chosen).to_have_count(1)
    expect(chosen).to_contain_text("attacked")
    expect(chosen).to_be_in_viewport()
    expect(page).to_have_url(re.compile("record=event-"))
    shoot(page, "article")
    accessible(page)

    other = page.locator(".record.statement").last
    other.locator(".to").click()
    expect(other).to_have_class(re.compile(r"\bon\b"))
    expect(page.locator(".text .on").first).to_be_in_viewport()
    assert page.evaluate("document.querySelectorAll('.record.on').length") == 1
    teller = page.locator(".record.event a", has_text="told by").first
    said = (teller.get_attribute("href") or "").removeprefix("#")
    teller.click()
    expect(page.locator(".record.on")).to_have_id(said)
    other.locator(".to").click()
    page.reload()
    expect(page.locator(".record.on")).to_have_id(other.get_attribute("id") or "")


def test_a_second_click_means_the_next_record_there(page: Page, desk: str, attack: str) -> None:
    page.goto(f"{desk}/article/{attack}")
    words = page.locator(".text [data-of~=s1].content").first
    words.click()
    first = page.locator(".record.on").get_attribute("id")
    words.click()
    assert page.locator(".record.on").get_attribute("id") != first
    page.keyboard.press("Escape")
    words.blur()
    page.locator(".text .block.title").first.click()
    expect(page.locator(".record.on")).to_have_count(0)
    assert "record=" not in page.url


def test_everything_by_keys(page: Page, desk: str, attack: str) -> None:
    page.goto(f"{desk}/article/{attack}")
    page.locator("#main").focus()
    page.keyboard.press("j")
    first = page.locator(".record.on")
    expect(first).to_have_id(page.locator(".record").first.get_attribute("id") or "")
    page.keyboard.press("j")
    page.keyboard.press("j")
    third = page.locator(".record").nth(2)
    expect(third.locator(".to")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(".record").nth(1).locator(".to")).to_be_focused()
    page.keyboard.press("Enter")  # to its words
    key = page.locator(".record").nth(1).get_attribute("id")
    expect(page.locator(f"#w-{key}")).to_be_focused()
    page.keyboard.press("Enter")  # and back
    expect(page.locator(f"#{key} .to")).to_be_focused()
    page.locator(f"#w-{key}").focus()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.hash?.slice(1)")
    expect(page.locator(".record.on")).to_have_id(focused)
    page.keyboard.press("Escape")
    expect(page.locator(".record.on")).to_have_count(0)


def test_without_script_links_lead_there_and_back(page: Page, desk: str, attack: str) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(f"{desk}/article/{attack}")
    plain.locator(".text a.m").first.click()
    target = plain.url.partition("#")[2]
    expect(plain.locator(f"#{target}")).to_be_in_viewport()
    plain.locator(f"#{target} .to").click()
    assert plain.url.endswith(f"#w-{target}")
    plain.locator("details.fold.comment summary").click()
    expect(plain.locator("details.fold.comment .block").first).to_be_visible()
    context.close()


def test_kinds_and_furniture(page: Page, desk: str, attack: str, accessible: Check, shoot: Shoot) -> None:
    page.goto(f"{desk}/article/{attack}")
    page.locator("#show-mention").click()
    expect(page.locator(".record.mention").first).to_be_visible()
    expect(page).to_have_url(re.compile("show=seftm"))
    page.locator("#show-event").click()
    expect(page.locator(".record.event")).to_have_count(0)
    expect(page.locator(".text .trigger")).to_have_count(0)
    for fold in page.locator("details.fold").all():
        fold.locator("summary").click()
    page.locator("details.dating > summary").click()
    expect(page.locator(".text")).to_contain_text("We use cookies")
    accessible(page)
    shoot(page, "article-open")


def test_on_a_phone_the_record_stays_in_sight(
    page: Page, desk: str, attack: str, accessible: Check, shoot: Shoot
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{desk}/article/{attack}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    words = page.locator(".text a.m.figure").first
    words.click()
    expect(page.locator(".record.on")).to_be_in_viewport()
    expect(words).to_be_in_viewport()
    accessible(page)
    shoot(page, "article-phone")
    page.goto(f"{desk}/article/{attack}/compare")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    accessible(page)
    shoot(page, "compare-phone")


def test_copies_are_compared_and_the_page_is_text(
    page: Page, desk: str, attack: str, accessible: Check, shoot: Shoot
) -> None:
    page.goto(f"{desk}/article/{attack}")
    page.get_by_role("link", name="compare the two").first.click()
    expect(page.locator("h1")).to_have_text("A copy beside what it is of")
    page.locator("td.whole summary").first.click()
    shoot(page, "compare")
    accessible(page)
    page.goto(f"{desk}/article/{attack}")
    page.get_by_role("link", name="The page as captured").click()
    expect(page.locator("pre")).to_contain_text("<!doctype html>")
    accessible(page)


def test_why_leads_to_the_words_and_takes_a_ruling(
    page: Page, own: str, attack: str, accessible: Check, shoot: Shoot
) -> None:
    page.goto(f"{own}/article/{attack}")
    page.locator(".record.statement .why").first.click()
    expect(page.locator("h1")).to_have_text("Why this statement is in the record")
    shoot(page, "why")
    accessible(page)
    page.get_by_role("link", name="Read it in the article").click()
    expect(page.locator(".record.on.statement")).to_be_in_viewport()
    page.go_back()
    page.get_by_text("Correct this").click()
    page.get_by_label("It is wrong: leave it out of the record").check()
    page.get_by_label("Why").fill("said of another base")
    page.get_by_role("button", name="Keep this ruling").click()
    expect(page.locator("#ruled")).to_contain_text("wrong, and left out")
    expect(page.locator("ul.rulings")).to_contain_text("said of another base")
    page.get_by_role("link", name="Read it in the article").click()  # it is in no list, and its words are there
    expect(page.locator("#at")).to_be_in_viewport()
    expect(page.locator(".record.on")).to_have_count(0)
    page.go_back()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("#ruled")).to_contain_text("Taken back")


def test_a_date_is_ruled_and_taken_back(page: Page, own: str, demo: Path, accessible: Check, shoot: Shoot) -> None:
    (undated,) = (one.id for one in Story(demo).articles().values() if one.source.endswith("senncourier-undated.txt"))
    page.goto(f"{own}/article/{undated}")
    card = page.locator("details.dating")
    expect(card).to_have_attribute("open", "")
    shoot(page, "article-undated")
    accessible(page)
    card.get_by_text("Rule on its date").click()
    card.get_by_label("It was published on another day").check()
    card.get_by_label("Published: a day").fill("2014-05-02")
    card.get_by_role("button", name="Keep this ruling").click()
    expect(page.locator("p.source")).to_contain_text("published 2014-05-02")
    page.locator("#ruled").get_by_role("button", name="Undo").click()
    expect(page.locator("p.source")).not_to_contain_text("2014-05-02")


def test_the_slider_says_when_an_article_was_not_yet_known(page: Page, desk: str, attack: str) -> None:
    page.goto(f"{desk}/article/{attack}")
    slide = page.locator("#asof-slide")
    slide.focus()
    page.keyboard.press("Home")
    expect(page.locator("h1")).to_have_text("Not yet known")
    expect(page.locator("#main")).to_contain_text("It is known since 2014-04-08")
    page.locator("a.now").click()
    expect(page.locator(".record").first).to_be_visible()
    page.locator(".text a.m").first.click()
    expect(page.locator(".record.on")).to_have_count(1)


def test_scripts_in_pages_stay_text(
    page: Page, served: Callable[[Path], str], tmp_path: Path, accessible: Check
) -> None:
    title = "&lt;script&gt;document.title='owned'&lt;/script&gt; Kell resigns"
    (tmp_path / "<img src=x>.html").write_text(
        f"""<html><head><title>{title}</title><meta property="article:published_time" content="2012-04-02"></head>
        <body><article><h1>{title}</h1><p>Interior Minister &lt;script&gt;document.title='owned'&lt;/script&gt; Ruth
        Kell resigned on Monday, she said. It had lost 40 officers since March.</p></article></body></html>""",
        encoding="utf-8",
    )
    Story(tmp_path / "hostile.story").add([str(tmp_path / "<img src=x>.html")])
    address = served(tmp_path / "hostile.story")
    (name,) = Story(tmp_path / "hostile.story").articles()
    for path in (f"/article/{name}", f"/article/{name}?raw=1", f"/why/{name}"):
        page.goto(address + path)
        assert "owned" not in page.title() or "<script>" in page.title()
        assert page.evaluate("document.querySelectorAll('main script, main img').length") == 0
        accessible(page)
    page.goto(f"{address}/article/{name}")
    expect(page.locator("h1")).to_contain_text("<script>")
    page.locator(".text a.m").first.click()
    expect(page.locator(".record.on")).to_have_count(1)
