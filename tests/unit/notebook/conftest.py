"""A story of invented pages, one of them hostile, to be looked at in a notebook."""

import pytest

from throughline.story import Story

VALE = """<html><head><title>Arden to leave Velland</title><meta property="og:site_name" content="Vale Post">
<meta property="article:published_time" content="2011-12-12"></head><body><article><h1>Arden to leave Velland</h1>
<p>Arden will withdraw its 5,000 soldiers from Velland by 31 December 2012, Defence Minister Karl Astor said on Monday.
</p><p>Astor said the trainers must leave Velland. Arden had 6,000 soldiers in Velland in March 2009.</p></article>"""
HARBOUR = """<html><head><title>Base attacked</title><meta property="og:site_name" content="Harbour Times">
<meta property="article:published_time" content="2012-03-05"></head><body><article><h1>Base attacked</h1>
<p>Gunmen attacked a base in Velland on Sunday and killed seven soldiers, officials said. Arden now has 4,000 soldiers
in Velland.</p></article>"""
HOSTILE = """<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; Base attacked</title>
<meta property="og:site_name" content="&lt;img src=x onerror=alert(2)&gt;">
<meta property="article:published_time" content="2012-03-05"></head><body><article><h1>Base attacked</h1>
<p>Gunmen attacked a base in Velland on Sunday and killed nine soldiers, &lt;b onclick=alert(3)&gt;officials&lt;/b&gt;
said. Mayor Lena Hask said: &lt;/table&gt;&lt;script&gt;alert(4)&lt;/script&gt; the depot burned.</p></article>"""


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Read the pages once; tests only look."""
    room = tmp_path_factory.mktemp("notebook")
    (room / "pages").mkdir()
    for name, page in (("vale", VALE), ("harbour", HARBOUR), ("hostile", HOSTILE)):
        (room / "pages" / f"{name}.html").write_text(page, encoding="utf-8")
    made = Story(room / "arden <b>.story")
    made.add([str(room / "pages")])
    return made
