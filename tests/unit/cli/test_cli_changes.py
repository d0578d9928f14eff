"""`sources --diff`: versions of an article for people and for scripts."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from throughline.ledger import Ledger
from throughline.model import Declared, page_of
from throughline.pipeline.local import add

Run = Callable[..., Result]
TOLD = "Arden will withdraw its {count} soldiers from Velland by June, Defence Minister Karl Astor said on Monday."
STAYS = "The town of Hask had grown used to them, its mayor told reporters, and the market had lived on them."


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("changed") / "c.story"
    declared = Declared(outlet="Vale Post", title="Arden leaves", url="https://vale.example/a", published="2012-03-05")
    with Ledger.create(path) as ledger:
        for count, captured in (("5,000", date(2012, 3, 6)), ("4,000", date(2012, 3, 20))):
            text = f"{TOLD.format(count=count)}\n\n{STAYS}"
            add(ledger, [page_of(text.encode(), "text/plain", f"{count}.txt", declared, captured)])
    return path


def test_signs_tell_what_came_and_went(run: Run, changed: Path) -> None:
    lines = [line.strip() for line in run("sources", changed, "--diff").stdout.splitlines()]
    assert lines[0] == "https://vale.example/a"
    assert lines[1].startswith("version 1 of 2, known since 2012-03-05, captured 2012-03-06, published 2012-03-05")
    assert lines[3].startswith("version 2 of 2, known since 2012-03-20, captured 2012-03-20")
    assert lines[4].startswith("~ Arden will withdraw its [-5,000-]{+4,000+} soldiers from Velland by June")
    assert lines[5:7] == ["+ figures: 4,000 soldiers", "- figures: 5,000 soldiers"]
    assert not any("market" in line for line in lines)


def test_every_form_gives_the_same_versions(run: Run, changed: Path) -> None:
    whole = json.loads(run("sources", changed, "--diff", "--json").stdout)
    assert [json.loads(line) for line in run("sources", changed, "--diff", "--nl").stdout.splitlines()] == whole
    assert [one["known"] for one in whole] == ["2012-03-05", "2012-03-20"]
    table = list(csv.DictReader(io.StringIO(run("sources", changed, "--diff", "--csv").stdout)))
    assert [row["after"][:30] for row in table] == ["", "Arden will withdraw its 4,000 "]


def test_an_article_is_named_by_its_address_or_id(run: Run, changed: Path) -> None:
    (first, _) = json.loads(run("sources", changed, "--diff", "--json").stdout)
    for which in ("vale.example/a", "https://www.vale.example/a/", first["article"], first["article"][:12]):
        assert "version 2 of 2" in run("sources", changed, "--diff", which).stdout
    assert run("sources", changed, "--diff", "vale.example/b").exit_code != 0
    assert run("sources", changed, "--diff", "--as-of", "2012-03-10").exit_code == 4


def test_sources_count_versions(run: Run, changed: Path, story: Path) -> None:
    assert [row["versions"] for row in json.loads(run("sources", changed, "--json").stdout)] == [1]
    nothing = run("sources", story, "--diff")
    assert nothing.exit_code == 4
    assert "captured again" in nothing.stderr
