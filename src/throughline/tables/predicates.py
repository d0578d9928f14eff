"""Which words are predicates of events, and of which PLOVER type: `data/predicates.tsv`, compiled.

A row: kind (verb, noun), lemma, words of which one must stand with it ("a|b"; "^a": right after; "<state>", "<person>",
"<name>": a place, a person, any name as its object; "<people>": people as its object; "<object>", "<clause>", "<to>":
an object, a clause, an infinitive of its own; ">end": the verb over a noun; empty: any), PLOVER type ("-": an event
without one), weight (3: what chronicles are made of, 1: only where nothing better stands in the sentence, 0: no event
in that sense).
Rows of one lemma are tried in order: those that name a word first, the one without last.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from throughline.model import Plover
from throughline.tables.verbs import forms, third


class Predicate(NamedTuple):
    """One row: `after` holds the words of which one must follow ("^to": right after)."""

    lemma: str
    after: frozenset[str]
    type: Plover | None
    weight: int


class Form(NamedTuple):
    """A form of a predicate: the features it can carry (see `verbs`) and its rows, most special first."""

    features: str
    rows: tuple[Predicate, ...]


@cache
def verb_forms() -> Mapping[str, tuple[Form, ...]]:
    """Return the verbs that a form may belong to ("found" is find and found), by form."""
    found: dict[str, tuple[Form, ...]] = {}
    for lemma, rows in _rows("verb").items():
        for form, features in forms(lemma).items():
            found[form] = (*found.get(form, ()), Form(features, rows))
    return found


@cache
def noun_forms() -> Mapping[str, Form]:
    """Return nouns by form, plurals too ("B" singular, "Z" plural)."""
    found: dict[str, Form] = {}
    for lemma, rows in _rows("noun").items():
        found[lemma] = Form("B", rows)
    for lemma, rows in _rows("noun").items():
        found.setdefault(third(lemma), Form("Z", rows))
    return found


def _rows(kind: str) -> dict[str, tuple[Predicate, ...]]:
    text = files("throughline.tables").joinpath("data/predicates.tsv").read_text("utf-8")
    found: dict[str, tuple[Predicate, ...]] = {}
    for line in text.splitlines()[1:]:
        row_kind, lemma, after, kind_of_event, weight = line.split("\t")
        if row_kind == kind:
            words = frozenset(after.split("|")) if after else frozenset()
            plover = None if kind_of_event == "-" else Plover(kind_of_event)
            found[lemma] = (*found.get(lemma, ()), Predicate(lemma, words, plover, int(weight)))
    return found
