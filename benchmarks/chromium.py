"""The desk in a real Chromium, for benchmarks and tests: a browser that asks nobody, and a server of a story.

In: nothing, or a story. Out: a browser; an address. Both end with their `with`. Needs the group `browser` of
pyproject.toml and a Chromium on the machine: CHROMIUM names one.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from throughline.errors import ThroughlineError
from throughline.story import Story
from throughline.web.app import application
from throughline.web.desk import Desk
from throughline.web.server import listen, warm

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Chromium asks its maker for news at every start unless told not to.
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the Chromium that is there; ThroughlineError with advice where none is."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        raise ThroughlineError("no Chromium found: apt-get install chromium, or set CHROMIUM to its path")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=list(_QUIET))
        yield started
        started.close()


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """Serve a story as `throughline serve` does; gives the address, without a slash at its end."""
    listening = listen(0)
    host = f"127.0.0.1:{listening.getsockname()[1]}"
    desk = Desk(Story(path))
    warm(desk)
    server = uvicorn.Server(uvicorn.Config(application(desk, [host]), log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://{host}"
    finally:
        server.should_exit = True
        thread.join(10)
