"""How long a person waits at the desk, in a real Chromium: the first page, the slider, every screen; and what is sent.

In: a story file, or a folder that holds one or pages to read into one. Out, in
milliseconds, medians of five: `first_page` (from asking until it is drawn; the server has answered before), `slider`
(from a key on the as-of slider until what was not yet published is grey and drawn), `settled` (from there until the
page of that day is drawn, each time of another day); `screen.NAME`, one visit each, and `again.NAME`, the second;
`script_bytes` and `style_bytes`, compressed. Without Chromium or its driver there are no scores.
"""

import gzip
import sys
import tempfile
from importlib import resources
from pathlib import Path
from statistics import median
from typing import Protocol

from benchmarks.answers import story_of
from throughline.errors import ThroughlineError
from throughline.web.screens import MENU

_TIMES = 5
_DRAWN = "() => new Promise(drawn => requestAnimationFrame(() => setTimeout(() => drawn(performance.now()))))"
# From the key to the next frame that is drawn, in the page's own clock.
_KEY = """(key) => new Promise(drawn => {
  const slide = document.getElementById("asof-slide"), pressed = performance.now();
  slide.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  requestAnimationFrame(() => setTimeout(() => drawn(performance.now() - pressed)));
})"""
_SHOWN = """() => new Promise(shown => {
  const since = performance.now();
  document.addEventListener("desk:shown", () => requestAnimationFrame(
    () => setTimeout(() => shown(performance.now() - since))), { once: true });
})"""


def run(data: Path, out: Path | None = None) -> dict[str, float]:  # noqa: ARG001 - there is nothing to predict
    """Measure the desk of a folder's story."""
    try:
        from benchmarks import chromium  # noqa: PLC0415 - its driver need not be there
    except ModuleNotFoundError as error:
        sys.stderr.write(f"screens: {error}; pip install -r tests/browser/requirements.txt\n")
        return {}
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = story_of(data, Path(folder) / "shown.story")
            with chromium.serving(path) as address, chromium.launched() as browser:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                return _waits(page, address) | _sent()
    except ThroughlineError as error:
        sys.stderr.write(f"screens: {error}\n")
        return {}


class _Page(Protocol):
    """What is asked of the driver's page, which need not be there."""

    def goto(self, url: str, /) -> object: ...
    def evaluate(self, script: str, given: object = None, /) -> object: ...


def _waits(page: _Page, address: str) -> dict[str, float]:
    page.goto(f"{address}/chronicle")
    found = {"first_page": median(_visit(page, f"{address}/chronicle") for _ in range(_TIMES))}
    drags, settled = [], []
    for _ in range(_TIMES):
        drags.append(_clock(page, _KEY, "PageDown"))
        settled.append(_clock(page, _SHOWN))
    found |= {"slider": median(drags), "settled": median(settled)}
    for kind in ("screen", "again"):
        found |= {f"{kind}.{name[1:]}": _visit(page, f"{address}{name}") for name, _ in MENU}
    return found


def _visit(page: _Page, address: str) -> float:
    """Milliseconds until a page is drawn: its clock starts when it is asked for."""
    page.goto(address)
    return _clock(page, _DRAWN)


def _clock(page: _Page, script: str, given: object = None) -> float:
    found = page.evaluate(script, given)
    return float(found) if isinstance(found, int | float) else float("nan")


def _sent() -> dict[str, float]:
    files = list(resources.files("throughline.web").joinpath("static").iterdir())
    return {
        f"{kind}_bytes": float(sum(len(gzip.compress(one.read_bytes())) for one in files if one.name.endswith(suffix)))
        for kind, suffix in (("script", ".js"), ("style", ".css"))
    }
