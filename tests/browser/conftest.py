"""The desk in a real Chromium: a story, its server, and a page that fails its test for any error or foreign request."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from throughline.story import Story
from throughline.web.app import application
from throughline.web.desk import Desk
from throughline.web.server import listen, warm

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "src/throughline/cli/demo/pages"
SHOTS = ROOT / "build/screens"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Chromium asks its maker for news at every start unless told not to.
_QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

Check = Callable[[Page], None]
Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium that is there: CHROMIUM names another."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.fail("no Chromium found: apt-get install chromium, or set CHROMIUM to its path")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=_QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the demo story, once."""
    path = tmp_path_factory.mktemp("demo") / "demo.story"
    Story(path).add([str(PAGES)])
    return path


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serve stories; gives the address of each. All stop at the end."""
    servers: dict[Path, tuple[uvicorn.Server, threading.Thread, str]] = {}

    def serve(path: Path) -> str:
        if path not in servers:
            listening = listen(0)
            port = listening.getsockname()[1]
            desk = Desk(Story(path))
            warm(desk)
            hosts = [f"127.0.0.1:{port}"]
            server = uvicorn.Server(uvicorn.Config(application(desk, hosts), log_level="warning", lifespan="off"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
            thread.start()
            servers[path] = server, thread, f"http://{hosts[0]}"
        return servers[path][2]

    yield serve
    for server, thread, _ in servers.values():
        server.should_exit = True
        thread.join(10)


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
