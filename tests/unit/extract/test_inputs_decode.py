"""Bytes to text: the declared, the detected, the mixed and the broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.extract.intake.decode import decode, doubt

POLISH = (
    "Minister spraw zagranicznych oświadczył, że nie będzie zgody na dalszą obecność żołnierzy.\n"
    "Rzecznik rządu powiedział, że decyzja zapadła wczoraj późnym wieczorem i jest już ostateczna.\n"
    "Według gazety żołnierze wyjadą przed końcem września, a część sprzętu zostanie na miejscu."
)
RUSSIAN = "Сегодня в столице состоялось заседание правительства страны."
JAPANESE = "今日は東京で会議が開かれました。首相は演説を行いました。"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Grüße aus Köln", "utf-8"),
        ("Grüße aus Köln", "utf-8-sig"),
        ("Grüße aus Köln", "cp1252"),
        ("Grüße aus Köln", "utf-16"),
        ("Grüße aus Köln", "utf-16-le"),
        ("Grüße aus Köln", "utf-16-be"),
        ("Grüße aus Köln", "utf-32"),
        (POLISH, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_undeclared_encodings_are_found(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        ("Zażółć", "iso8859-2", "ISO-8859-2"),
        ("Привет", "koi8-r", "koi8-r"),
        ("会议", "gbk", "gb2312"),
        ("“quoted”", "cp1252", "iso-8859-1"),
        ("“quoted”", "cp1252", "us-ascii"),
        ("今日は", "iso-2022-jp", "iso-2022-jp"),
    ],
)
def test_a_declared_encoding_is_believed_where_it_fits(text: str, codec: str, label: str) -> None:
    assert decode(text.encode(codec), label) == text
    page = f'<html><head><meta charset="{label}"></head><p>'.encode()
    assert decode(page + text.encode(codec)).endswith(text)


def test_valid_utf8_beats_a_wrong_declaration() -> None:
    assert decode("Grüße".encode(), "iso-8859-1") == "Grüße"


@pytest.mark.parametrize("label", ["rot13", "base64", "utf-16", "nonsense", "unicode_escape", "", "a\0b", "idna"])
def test_labels_that_are_no_charset_of_pages_are_ignored(label: str) -> None:
    assert decode("é".encode("cp1252"), label) == "é"


def test_mixed_encodings_survive_and_are_told() -> None:
    data = "Größe und Maß in einer Zeile\n".encode() + "Größe und Maß in einer Zeile\n".encode("cp1252")
    assert decode(data) == "Größe und Maß in einer Zeile\n" * 2
    assert "two encodings" in (doubt(data) or "")


def test_one_cut_character_among_many_is_not_worth_a_warning() -> None:
    data = "ü".encode() * 200 + b"\xc3"
    assert doubt(data) is None
    assert decode(data).startswith("ü" * 200)


def test_utf16_and_nul_bytes_are_told() -> None:
    assert "UTF-16" in (doubt("hello".encode("utf-16")) or "")
    assert doubt(b"a\0b and more of it") == "1 NUL bytes in the text, left out"
    assert doubt("Köln".encode("cp1252")) is None


@given(st.text(st.characters(codec="utf-8")))
def test_utf8_is_read_back(text: str) -> None:
    data = text.encode()
    if "\0" not in text and not text.startswith("\ufeff") and "\x1b" not in text:
        assert decode(data) == text


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gbk", "cp1252", "iso-2022-jp", "zz"]))
def test_any_bytes_give_text_without_lone_surrogates(data: bytes, label: str | None) -> None:
    decode(data, label).encode("utf-8")
    doubt(data, label)
