"""A story in which everything that a page or a person names is an attack: titles, outlets, speakers, addresses, files.

Every attack holds "zq9", so that a test can tell that it was shown at all.
"""

import json
from pathlib import Path

import pytest

from throughline.story import Story

ATTACKS = (
    "<script>alert('zq9')</script>",
    "\"><img src=x onerror=alert('zq9')>",
    "' onmouseover='alert(1)' zq9='",
    "{{7*7}}{% raw %}zq9${7*7}",
    "</title></textarea></script><svg onload=alert(1)>zq9",
    "\u202ezq9\u2066<b style='position:fixed'>\u2067",
    "zq9" + "w" * 3000,
    "[zq9](javascript:alert(1)) ![x](http://evil.example/zq9.png) `|` # *",
    "--> <!-- zq9 ]]> <![CDATA[ &lt;script&gt; &#60;b&#62;",
    "javascript:alert('zq9')//",
)
ADDRESSES = (
    "javascript:alert('zq9')",
    "https://evil.example/\"><script>alert('zq9')</script>",
    "data:text/html,<script>alert('zq9')</script>",
    "https://evil.example/zq9?a='onload='x&b=<img/src=x>#{{7*7}}",
)
NAMES = ("<img src=x onerror=alert('zq9')>.html", "zq9'\" onload=x {{7*7}}.html", "\u202ezq9<script>.html")
_PAGE = """<html><head><title>{title}</title><meta property="og:site_name" content="{outlet}">
<meta name="author" content="{author}"><meta property="og:url" content="{address}">
<meta property="article:published_time" content="2012-0{month}-05"></head><body><article><h1>{title}</h1>
<p>{text}</p></article></body></html>"""
_TEXT = (
    "Velland will withdraw its {count} soldiers from Arden by 31 December 2012, Minister {name} said on Monday.",
    "“We have done what we came to do {attack},” {name} told reporters in the capital.",
    "Gunmen attacked a base in Velland on Sunday and killed {count} soldiers {attack}, officials said.",
    "Foreign Minister {name} resigned on Monday. {attack} The ministry denied that talks with Arden had begun.",
)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the pages, once, into a story whose own name is an attack, as are a person's note on each and their name."""
    folder = tmp_path_factory.mktemp("hostile")
    pages = folder / "pages"
    pages.mkdir()
    for number, attack in enumerate(ATTACKS):
        article = {
            "id": f"{attack[:200]}{number}",
            "url": ADDRESSES[number % len(ADDRESSES)],
            "title": f"Velland {attack}",
            "outlet": f"{attack[:400]} Times",
            "date": f"2012-03-{number + 10}",
            "author": f"Karl {attack[:300]}",
            "text": _words(attack, number),
        }
        with (pages / "lines.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(article) + "\n")
    for number, name in enumerate(NAMES):
        attack = _escaped(ATTACKS[number])
        text = _escaped(_words(ATTACKS[number], number)).replace("\n\n", "</p><p>")
        page = _PAGE.format(
            title=attack, outlet=attack, author=attack, address=_escaped(ADDRESSES[number]), month=number + 4, text=text
        )
        (pages / name).write_text(page, encoding="utf-8")
    path = folder / "<b onclick=x>zq9 {{7*7}}.story"
    story = Story(path)
    story.add([str(pages)])
    for number, head in enumerate(story.articles()):
        attack = ATTACKS[number % len(ATTACKS)]
        story.rule(head, "note", attack, attack, attack)
    return path


def _words(attack: str, number: int) -> str:
    name = ("Karl Zq9", "Karl <b>Zq9</b>", "Karl {{7*7}} Zq9")[number % 3]
    return "\n\n".join(line.format(count=500 + number, name=name, attack=attack) for line in _TEXT)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
