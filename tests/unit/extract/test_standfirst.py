"""Subtitles."""

from throughline.extract.draft import Clues, Draft, lay_out
from throughline.extract.masthead import standfirst
from throughline.model import Role

_SUMMARY = "After nine days of strike the crews sail again."
_BODY = "The ferries are back, the harbour office said on Tuesday, after a strike of nine days."


def _draft(*parts: tuple[Role, str], clues: Clues | None = None) -> Draft:
    text, blocks = lay_out(((Role.TITLE, "Ferries return"), *parts))
    return Draft(text, blocks, clues or Clues())


def test_between_headline_and_byline() -> None:
    draft = _draft((Role.BOILERPLATE, _SUMMARY), (Role.BYLINE, "By Ilse Marrow"), (Role.BODY, _BODY))
    assert standfirst.find(draft, "Ferries return") == _SUMMARY


def test_what_the_markup_names_must_stand_on_the_page() -> None:
    clues = Clues(standfirsts=(_SUMMARY,))
    shown = _draft((Role.BOILERPLATE, _SUMMARY), (Role.BODY, _BODY), clues=clues)
    assert standfirst.find(shown, "Ferries return") == _SUMMARY
    assert standfirst.find(_draft((Role.BODY, _BODY), clues=clues), "Ferries return") is None


def test_the_lead_is_no_subtitle() -> None:
    draft = _draft((Role.BODY, _BODY), (Role.BODY, "More follows."), clues=Clues(standfirsts=(_BODY,)))
    assert standfirst.find(draft, "Ferries return") is None


def test_a_page_without_title() -> None:
    assert standfirst.find(Draft("", ()), None) is None
