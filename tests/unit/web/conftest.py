"""A story of four invented pages behind the desk; tests that rule take a copy of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from throughline.story import Story
from throughline.web.app import application
from throughline.web.desk import Desk

HOST = "127.0.0.1:8420"
PAGES = {
    "vale.html": """<html><head><title>Arden to leave Velland</title>
<meta property="og:site_name" content="Vale Post"><meta property="article:published_time" content="2011-12-12">
</head><body><article><h1>Arden to leave Velland</h1>
<p>Arden will withdraw its 5,000 soldiers from Velland by 31 December 2012, Defence Minister Karl Astor said on
Monday.</p><p>"We have done what we came to do," Astor told reporters in the capital. Arden signed a treaty with
Velland in March 2009, and about 1,200 trainers have worked there since.</p></article></body></html>""",
    "harbour.html": """<html><head><title>Velland asks Arden to stay</title>
<meta property="og:site_name" content="Harbour Times"><meta property="article:published_time" content="2012-03-05">
</head><body><article><h1>Velland asks Arden to stay</h1>
<p>Velland asked Arden on Monday to keep its soldiers in the country, Foreign Minister Dora Venn said.</p>
<p>"There will be no talks before the summer," Defence Minister Karl Astor told North Wire. Gunmen attacked a base in
Velland on Sunday and killed seven soldiers, officials said.</p></article></body></html>""",
    "undated.txt": """Arden packs up

The last soldiers of Arden have left the base in Velland, Mayor Lena Hask said. The army will use it as a depot.

"The canteen is empty and the flag is gone," Hask told the Courier. The town had grown used to them, she said.
""",
    "hostile.html": """<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; Kell resigns</title>
<meta property="og:site_name" content="&lt;img src=x onerror=alert(2)&gt; Times">
<meta property="article:published_time" content="2012-04-02"></head><body><article>
<h1>&lt;script&gt;alert(1)&lt;/script&gt; Kell resigns</h1>
<p>Interior Minister Ruth Kell resigned on Monday, &lt;b onclick=alert(3)&gt;she&lt;/b&gt; said. Kell told the Courier
that the ministry had lost 40 officers since March.</p></article></body></html>""",
}


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the pages once; tests only ask."""
    room = tmp_path_factory.mktemp("desk")
    folder = room / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = room / "arden.story"
    Story(path).add([str(folder)])
    return path


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
