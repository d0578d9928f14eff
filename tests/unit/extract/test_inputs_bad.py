"""Bad input: each gives a Problem with advice, and the good page beside it goes in."""

import gzip
import io
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from throughline.extract.inputs import Limits, Unreadable, pages
from throughline.extract.intake.found import Outcome
from throughline.model import Page, Problem, Severity

GOOD = b"<!doctype html><title>Mission ends</title><p>The mission in Lower Varnia ended on Monday."
SMALL = Limits(page_bytes=200_000, document_bytes=400_000, ratio_from=50_000)


def read(*inputs: Path, limits: Limits = SMALL) -> tuple[list[Page], list[Page], list[Problem]]:
    """Good pages, kept pages, problems."""
    found: list[Outcome] = list(pages([str(p) for p in inputs], limits=limits))
    good = [o for o in found if isinstance(o, Page)]
    kept = [o for o in found if isinstance(o, Unreadable)]
    problems = [o for o in found if isinstance(o, Problem)] + [o.problem for o in kept]
    return good, [o.page for o in kept], problems


def empty(path: Path) -> None:
    path.with_suffix(".html").write_bytes(b"")


def blank(path: Path) -> None:
    path.with_suffix(".txt").write_bytes(b" \n\0\n ")


def empty_gzip(path: Path) -> None:
    path.with_suffix(".html.gz").write_bytes(b"")


def gzip_of_nothing(path: Path) -> None:
    path.with_suffix(".txt.gz").write_bytes(gzip.compress(b""))


def cut_gzip(path: Path) -> None:
    path.with_suffix(".html.gz").write_bytes(gzip.compress(os.urandom(3000) + GOOD)[:2000])


def picture(path: Path) -> None:
    path.with_suffix(".html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def markup_bomb(path: Path) -> None:
    path.with_suffix(".html").write_bytes(b"<div>" * 100_000)


def long_line(path: Path) -> None:
    path.with_suffix(".txt").write_bytes(b"word " * 100_000)


def long_json_line(path: Path) -> None:
    path.with_suffix(".jsonl").write_bytes(b'{"text": "' + b"word " * 100_000 + b'"}\n')


def wide(path: Path) -> None:
    path.with_suffix(".txt").write_bytes("The mission ended.".encode("utf-16"))


def mixed(path: Path) -> None:
    path.with_suffix(".txt").write_bytes("Größe zählt.\n".encode() + "Größe zählt.\n".encode("cp1252"))


def nul(path: Path) -> None:
    path.with_suffix(".txt").write_bytes(b"The mission\0 ended on Monday.")


def gzip_bomb(path: Path) -> None:
    path.with_suffix(".jsonl.gz").write_bytes(gzip.compress(b"\n" * 5_000_000))


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.html", b"<div>" * 1_000_000)


def climbing_zip(path: Path) -> None:
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        archive.writestr("../../climbs.html", GOOD + b"1")


def absolute_zip(path: Path) -> None:
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        archive.writestr("/etc/climbs.html", GOOD + b"1")


def link_in_zip(path: Path) -> None:
    info = zipfile.ZipInfo("link.html")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        archive.writestr(info, "/etc/passwd")


def deep_zip(path: Path) -> None:
    data = GOOD + b"2"
    for name in ("page.html", "one.zip", "two.zip"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(name, data)
        data = packed.getvalue()
    path.with_suffix(".zip").write_bytes(data)


def cut_zip(path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("page.html", GOOD + b"3")
    path.with_suffix(".zip").write_bytes(packed.getvalue()[:-30])


def word_document(path: Path) -> None:
    with zipfile.ZipFile(path.with_suffix(".html"), "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")


def link_loop(path: Path) -> None:
    path.mkdir()
    (path / "loop").symlink_to(path)


def link_to_itself(path: Path) -> None:
    path.with_suffix(".html").symlink_to(path.with_suffix(".html"))


def broken_link(path: Path) -> None:
    path.with_suffix(".html").symlink_to("nowhere.html")


def pipe(path: Path) -> None:
    os.mkfifo(path.with_suffix(".html"))


def empty_items(path: Path) -> None:
    items = b"<item><title>Headline</title></item><item/>" * 5_000
    path.with_suffix(".xml").write_bytes(b"<rss><channel><title>Varnia Post</title>" + items + b"</channel></rss>")


def entity_bomb(path: Path) -> None:
    path.with_suffix(".xml").write_bytes(
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        b"]><rss><channel><item><title>&b;</title></item></channel></rss>"
    )


def no_feed(path: Path) -> None:
    path.with_suffix(".xml").write_bytes(b"<?xml version='1.0'?><urlset><url/></urlset>")


def no_json(path: Path) -> None:
    path.with_suffix(".jsonl").write_bytes(b"{broken\n")


def deep_json(path: Path) -> None:
    path.with_suffix(".json").write_bytes(b"[" * 100_000)


def json_without_text(path: Path) -> None:
    path.with_suffix(".jsonl").write_bytes(b'{"url": "https://varnia.example/1"}\n')


BAD = [
    *(
        empty,
        blank,
        empty_gzip,
        gzip_of_nothing,
        cut_gzip,
        picture,
        markup_bomb,
        long_line,
        long_json_line,
        wide,
        mixed,
    ),
    *(nul, gzip_bomb, zip_bomb, climbing_zip, absolute_zip, link_in_zip, deep_zip, cut_zip, word_document, link_loop),
    *(link_to_itself, broken_link, pipe, empty_items, entity_bomb, no_feed, no_json, deep_json, json_without_text),
]
READ_ALL_THE_SAME = {wide, mixed, nul}  # with a warning


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_bad_input_is_one_problem_and_the_rest_goes_in(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "a.html").write_bytes(GOOD)
    make(tmp_path / "bad")
    (tmp_path / "z.html").write_bytes(GOOD + b"z")
    good, _, problems = read(tmp_path)
    assert len(good) == (3 if make in READ_ALL_THE_SAME else 2)
    assert len(problems) == 1, problems
    problem = problems[0]
    assert problem.severity in {Severity.ERROR, Severity.WARNING}
    assert problem.where.startswith(str(tmp_path / "bad"))
    assert problem.what
    assert problem.advice


def test_bytes_within_limits_are_kept(tmp_path: Path) -> None:
    for make in (picture, cut_gzip, no_feed, no_json, cut_zip, empty_items):
        make(tmp_path / make.__name__)
    good, kept, problems = read(tmp_path)
    assert not good
    assert len(kept) == len(problems) == 6
    assert {p.page for p in problems} == {page.id for page in kept}
    assert b"\x89PNG\r\n\x1a\n" + bytes(range(256)) in {page.data for page in kept}


def test_an_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(GOOD)
    (tmp_path / "b.html").write_bytes(GOOD)
    opened = Path.open

    def refuse(self: Path, mode: str = "r") -> object:
        if self.name == "a.html":
            raise PermissionError(13, "Permission denied")
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    good, _, problems = read(tmp_path)
    assert len(good) == 1
    assert [p.what for p in problems] == ["it may not be read"]


def test_a_cut_warc_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    for packed in (True, False):
        bodies = [GOOD + os.urandom(40).hex().encode() for _ in range(3)]
        records = [
            b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://varnia.example/%d\r\n"
            b"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (n, len(body), body)
            for n, body in enumerate(bodies)
        ]
        whole = b"".join(gzip.compress(record) if packed else record for record in records)
        (tmp_path / "cut.warc.gz").write_bytes(whole[:-100])
        good, _, problems = read(tmp_path / "cut.warc.gz")
        assert [p.declared.url for p in good] == ["https://varnia.example/0", "https://varnia.example/1"]
        assert len(problems) == 1
        assert "breaks off in record 3" in problems[0].what


def test_of_many_bad_lines_the_first_are_kept_and_the_rest_counted(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_bytes(b"nonsense\n" * 10_000 + b'{"text": "The last line is sound."}\n')
    good, kept, problems = read(path)
    assert len(good) == 1
    assert len(kept) == SMALL.complaints
    assert len(problems) == SMALL.complaints + 1
    assert "9,950 more" in "".join(p.what for p in problems)


def test_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    _, _, problems = read(tmp_path / "none.html", Path("a\0b"), Path("-"))
    assert len(problems) == 3
    assert all(p.advice for p in problems)


def test_problems_have_the_same_id_every_time(tmp_path: Path) -> None:
    picture(tmp_path / "bad")
    assert read(tmp_path)[2] == read(tmp_path)[2]
