"""Trafilatura's text laid over blocks."""

import pytest
from lxml.html import HtmlElement

from throughline.extract import html
from throughline.extract.markup import voice

LONG = "the harbour office said on tuesday that ferries would sail again"
OTHER = "about three thousand people crossed the sound on the first morning"


def test_kept_blocks_agree_and_others_do_not() -> None:
    assert voice.agreement(f"{LONG}\n{OTHER}", [LONG, "nothing of this was ever said by it", OTHER]) == [1.0, 0.0, 1.0]


def test_a_short_block_counts_only_in_its_place() -> None:
    spoken = f"{LONG}\nNight boats\n{OTHER}"
    assert voice.agreement(spoken, ["Night boats", LONG, "Night boats", OTHER]) == [0.0, 1.0, 1.0, 1.0]


def test_a_repeated_teaser_does_not_displace_the_article() -> None:
    spoken = f"{LONG}\nNight boats\n{OTHER}"
    shares = voice.agreement(spoken, [OTHER, LONG, "Night boats", OTHER])
    assert shares[1:] == [1.0, 1.0, 1.0]


def test_silence_agrees_with_nothing() -> None:
    assert voice.agreement("", [LONG, "a", ""]) == [0.0, 0.0, 0.0]


def test_a_page_whose_blocks_are_nested_without_end_is_read_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = []

    def listen(root: HtmlElement) -> str:
        heard.append(len(root))
        return ""

    monkeypatch.setattr(voice, "listen", listen)
    for depth in (5, 45):
        html.draft("<html><body>" + "<div>" * depth + "<p>Ferries <a href='/'>sail</a></p>" * 3_000)
    assert len(heard) == 1
