"""The desk in a real Chromium: a story, its server, and a page that fails its test for any error or foreign request."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from benchmarks.chromium import launched, serving
from throughline.story import Story

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "src/throughline/cli/demo/pages"
SHOTS = ROOT / "build/screens"
Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium that is there, or fail with how to get one."""
    with launched() as started:
        yield started


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the demo story, once."""
    path = tmp_path_factory.mktemp("demo") / "demo.story"
    Story(path).add([str(PAGES)])
    return path


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serve stories; gives the address of each. All stop at the end."""
    with ExitStack() as servers:
        yield cache(lambda path: servers.enter_context(serving(path)))


@pytest.fixture
def desk(served: Callable[[Path], str], demo: Path) -> str:
    """Give the address of the desk of the demo story, which no test may change."""
    return served(demo)


@pytest.fixture
def own(served: Callable[[Path], str], demo: Path, tmp_path: Path) -> str:
    """Give the address of the desk of a copy of the demo story, to rule on."""
    return served(Path(shutil.copy(demo, tmp_path / "own.story")))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a blank page; afterwards, its test fails for whatever went wrong in the console, or was asked elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB", timezone_id="UTC")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    context.on(
        "request",
        lambda asked: wrong.append(f"asked {asked.url}") if urlsplit(asked.url).hostname != "127.0.0.1" else None,
    )
    yield opened
    context.close()
    assert not wrong


@pytest.fixture(scope="session")
def accessible() -> Check:
    """Give a check that axe finds no violation in a page, light and dark."""
    axe = Axe()

    def check(page: Page) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = axe.run(page)
            assert not found.violations_count, f"{scheme}: {found.generate_report()}"
        page.emulate_media(color_scheme="light")

    return check


@pytest.fixture(scope="session")
def shoot() -> Shoot:
    """Give a function that keeps a picture of a page under build/screens."""
    SHOTS.mkdir(parents=True, exist_ok=True)

    def shoot(page: Page, name: str) -> None:
        page.screenshot(path=SHOTS / f"{name}.png", full_page=True)

    return shoot
