"""What somebody who knows the story asks of the desk: when had NATO's trainers to leave Iraq, who said why, what was
believed the week before. By clicks alone, on the captures of 2008 to 2020."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from throughline.story import Story

Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def seeds(served: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of the desk of the five captures."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "seeds"
    story = Story(tmp_path_factory.mktemp("seeds") / "nato.story")
    story.add([str(path) for path in sorted(folder.glob("*.txt"))])
    return served(story.path)


def _as_of(page: Page, day: str) -> None:
    page.locator("#asof-day").fill(day)
    page.locator("#asof-day").press("Enter")
    page.wait_for_url(f"**as_of={day}*")


@pytest.mark.shared
def test_when_they_had_to_leave_who_said_why_and_what_was_believed_the_week_before(
    page: Page, seeds: str, shoot: Shoot
) -> None:
    page.goto(seeds)
    page.get_by_role("link", name="State of play").click()
    _as_of(page, "2011-12-12")
    page.get_by_role("link", name="Count them in").click()
    main = page.locator("main")

    # When
    expect(main).to_contain_text("NATO has decided to withdraw from Iraq.")
    expect(main).to_contain_text("without an agreement by Dec. 31, all NATO trainers will have to leave Iraq")
    expect(main).to_contain_text("its condition holds, so it follows")
    shoot(page, "question-when")

    # What was believed the week before
    page.get_by_role("link", name="The week before").click()
    page.wait_for_url("**against=2011-12-05*")
    then = page.locator(".column", has=page.get_by_role("heading", name="As of 2011-12-05"))
    expect(then.filter(has_text="NATO is now scrambling to negotiate an extension")).to_have_count(1)
    expect(then.filter(has_text="due by 2011-12-31, open: “an agreement by Dec. 31”")).to_have_count(1)
    expect(main).to_contain_text("later: due by 2011-12-31, missed")
    shoot(page, "question-week-before")

    # Who said why
    page.get_by_role("link", name="Statements", exact=True).click()
    page.get_by_label("With the words").fill("immunity")
    page.get_by_label("With the words").press("Enter")
    page.wait_for_url("**about=immunity*")
    lines = page.locator("main ol.lines > li")
    expect(lines.filter(has_text="foundered on Baghdad’s refusal to grant NATO staffers immunity")).to_contain_text(
        "Officials"
    )
    expect(lines.filter(has_text="the main sticking point in the negotiations")).to_contain_text("Ivo Daalder")
    shoot(page, "question-who-said-why")
    lines.filter(has_text="main sticking point").locator(".said a").click()
    page.wait_for_url("**/article/**at=*")
    page.go_back()
    page.get_by_role("link", name="Ivo Daalder").first.click()
    expect(page.locator("#roles")).to_contain_text("U.S. Ambassador to NATO")


@pytest.mark.shared
def test_a_day_on_which_nothing_is_certain_says_what_may_have_been_known(page: Page, seeds: str) -> None:
    page.goto(f"{seeds}/state?as_of=2011-12-05")
    main = page.locator("main")
    expect(main).to_contain_text("No report of the 2 years since is known")
    page.get_by_role("link", name="Count it in").click()
    expect(main).to_contain_text("without an agreement by Dec. 31")
    _as_of(page, "2020-01-31")
    assert "maybe=1" in page.url
    expect(main).to_contain_text("NATO had suspended all training activities")
    page.get_by_role("link", name="Leave out what is not certain").click()
    expect(main).not_to_contain_text("suspended all training activities")


@pytest.mark.shared
def test_what_changed_in_the_month_in_which_they_left(page: Page, seeds: str, shoot: Shoot) -> None:
    page.goto(f"{seeds}/state?as_of=2011-12-31")
    page.get_by_role("link", name="What changed in the month before").click()
    main = page.locator("main")
    expect(main).to_contain_text("2 new articles")
    expect(main).to_contain_text("NATO has decided to withdraw from Iraq.")
    shoot(page, "question-changes")
