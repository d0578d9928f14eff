"""A story of four invented pages behind the desk; tests that rule take a copy of it."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from throughline.story import Story
from throughline.web.app import application
from throughline.web.desk import Desk

HOST = "127.0.0.1:8420"
HOSTILE = {
    "hostile.html": """<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; Kell resigns</title>
<meta property="og:site_name" content="&lt;img src=x onerror=alert(2)&gt; Times">
<meta property="article:published_time" content="2012-04-02"></head><body><article>
<h1>&lt;script&gt;alert(1)&lt;/script&gt; Kell resigns</h1>
<p>Interior Minister Ruth Kell resigned on Monday, &lt;b onclick=alert(3)&gt;she&lt;/b&gt; said. Kell told the Courier
that the ministry had lost 40 officers since March.</p></article></body></html>""",
}


@pytest.fixture(scope="session")
def story(read: Callable[[Mapping[str, str]], Path], velland: Mapping[str, str]) -> Path:
    """Read the pages once; tests only ask."""
    return read({**velland, **HOSTILE})


def _client(path: Path) -> TestClient:
    return TestClient(application(Desk(Story(path)), [HOST]), base_url=f"http://{HOST}")


@pytest.fixture(scope="session")
def client(story: Path) -> TestClient:
    """Ask the desk of the story."""
    return _client(story)


@pytest.fixture
def own(story: Path, tmp_path: Path) -> TestClient:
    """Ask, and rule at, the desk of a copy of the story."""
    return _client(Path(shutil.copy(story, tmp_path / "own.story")))


@pytest.fixture(scope="session")
def desk_of() -> Callable[[Path], TestClient]:
    """Make the desk of any story."""
    return _client
