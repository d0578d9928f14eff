"""Invented pages that several surfaces show, and how a test has pages read into a story."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from throughline.story import Story


@pytest.fixture(scope="session")
def velland() -> Mapping[str, str]:
    """Give three pages about the soldiers of Arden in Velland: two dated ones by two outlets, and an undated text."""
    return {
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


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], Path]:
    """Give a function that reads pages, by the names of their files, into a new story arden.story."""

    def read(pages: Mapping[str, str]) -> Path:
        room = tmp_path_factory.mktemp("story")
        (room / "pages").mkdir()
        for name, text in pages.items():
            (room / "pages" / name).write_text(text, encoding="utf-8")
        path = room / "arden.story"
        Story(path).add([str(room / "pages")])
        return path

    return read
