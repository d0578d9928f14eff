"""A story of four invented pages, read once; tests only ask it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import throughline as package
from throughline.cli import throughline

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
}

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("story")
    folder = room / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = room / "arden.story"
    package.open(path).add([str(folder)])
    return path


@pytest.fixture
def run() -> Run:
    def call(*words: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(throughline, [str(word) for word in words], input=stdin, prog_name="throughline")

    return call
