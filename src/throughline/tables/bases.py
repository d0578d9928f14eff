"""From a word's form back to its base: the irregular ones from tables, a verb's regular ones by rule.

In: a form in lower case, and what class of word it is. Out: its base form, "said" to "say", "men" to "man". The rules
are those of Minnen, Carroll and Pearce (2001) in kind: take off the ending, then ask whether an "e" or a doubled
letter went with it. A base that is a word of ours, and that makes this form, comes first.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from throughline.tables.lexicon import verb_features
from throughline.tables.names import is_small
from throughline.tables.verbs import BASE, forms, irregular, third

_VOWELS = frozenset("aeiouy")
_PREFIXES = ("re-", "re", "over", "under", "out", "un", "mis", "fore", "inter", "co-", "co", "pre", "up")
_LEAST_REST = 3  # letters behind a prefix

# Stems that lost an "e" before "-ed" and "-ing", where no known word tells: "mov", "chang", "creat", "declin".
_WANTS_E = re.compile(
    r"""
      [cvuz]$ | (?<!s)s$ | [aeiou]g$ | dg$ | lg$ | rg$ | [aeou]ng$      # forc, mov, argu, clos, engag, judg, merg, rang
    | [^aeiouylrwn](?:l|r)$                                             # handl, cent(e)r
    | [^aeiou]i[bdklmnprt]$ (?<!it)                                     # describ, decid, compil, combin, requir
    | [^aeiou]u[bdklmnprt]$ | [^eo]at$ (?<=...at) | [^aeiou]a[dklmprv]$ # includ, assum, creat, invad, nam, prepar
    | [^aeiou]o[dkpv]$ | [^aeiouy]yp$ | ^[^aeiou]*[aeiou][^aeiouwxy]$   # explod, invok, typ; one short syllable
    """,
    re.VERBOSE,
)


@cache
def irregular_forms() -> Mapping[str, Mapping[str, str]]:
    """Return form to base, by class: noun, verb, adjective, adverb, pronoun, determiner, particle."""
    text = files("throughline.tables").joinpath("data/irregular_forms.tsv").read_text("utf-8")
    found: dict[str, dict[str, str]] = {"verb": dict(_verbs())}
    for line in text.splitlines()[1:]:
        kind, form, base = line.split("\t")
        found.setdefault(kind, {})[form] = base
    return found


def _verbs() -> Iterator[tuple[str, str]]:
    for base, (past, participle) in reversed(list(irregular().items())):  # the first verb of the table keeps its form
        for form in (*past, *participle):
            yield form, base


def of_noun(form: str) -> str:
    """Return the singular of a plural."""
    known = irregular_forms()["noun"].get(form)
    if known is not None:
        return known
    head, joint, last = form.rpartition("-")
    if joint and last:
        return f"{head}-{of_noun(last)}"
    if form.endswith("men") and len(form) > len("women"):
        return form[:-2] + "an"
    if form.endswith("children"):
        return form.removesuffix("ren")
    if form.endswith("is") and len(form) > len("this"):
        return form[:-1]
    return form if form[:1].isdigit() else _without_s(form)


def of_third(form: str) -> str:
    """Return the base of a verb in the third person: "tries" to "try"."""
    return irregular_forms()["verb"].get(form) or _without_s(form)


def _without_s(form: str) -> str:
    if not form.endswith("s") or form.endswith(("ss", "us", "is")) or len(form) < 3 or not form[-2].isalnum():
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("es"):
        short = form[:-2]
        if short.endswith(("ss", "sh", "x", "zz")) or (short.endswith("ch") and not is_small(form[:-1])):
            return short
        if short.endswith("o") and third(short) == form:
            return short
        if short.endswith(("s", "z")) and is_small(short) and not is_small(form[:-1]):
            return short
    return form[:-1]


@cache
def of_past(form: str) -> str:
    """Return the base of a verb in the past: "said", "planned", "tried"."""
    return _irregular(form) or _of(form, "ed")


@cache
def of_gerund(form: str) -> str:
    """Return the base of a verb in -ing: "planning", "dying"."""
    return irregular_forms()["verb"].get(form) or _of(form, "ing")


def _irregular(form: str) -> str | None:
    known = irregular_forms()["verb"]
    if form in known:
        return known[form]
    for prefix in _PREFIXES:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) >= _LEAST_REST and rest in known:
            return prefix + known[rest]
    return None


def _of(form: str, ending: str) -> str:
    stem = form.removesuffix(ending)
    if stem == form or not any(c in _VOWELS for c in stem):
        return form
    head, joint, last = form.rpartition("-")
    if joint:
        return f"{head}-{_of(last, ending)}"
    if ending == "ed" and stem.endswith("i"):
        return stem[:-1] + "y"
    guesses = [stem, stem + "e"]
    if stem[-1] == stem[-2:-1]:
        guesses.insert(0, stem[:-1])
    if stem.endswith("ck"):
        guesses.append(stem[:-1])
    made = [base for base in guesses if form in forms(base)]
    known = [base for base in made if BASE in verb_features().get(base, "")] or [
        base for base in made if is_small(base)
    ]
    return known[0] if known else _guessed(stem)


def _guessed(stem: str) -> str:
    """Return the base of a stem of which no word is known."""
    if stem[-1] == stem[-2:-1] and stem[-1] not in "sfzeo" and (stem[-1] != "l" or sum(c in _VOWELS for c in stem) > 1):
        return stem[:-1]
    return stem + "e" if _WANTS_E.search(stem) else stem


@cache
def of_compared(form: str, kind: str) -> str:
    """Return the plain form of an adjective or adverb (`kind`) in -er or -est: "biggest" to "big"."""
    known = irregular_forms()[kind].get(form)
    if known is not None:
        return known
    stem = form.removesuffix("est") if form.endswith("est") else form.removesuffix("er")
    if stem == form or len(stem) < 2:
        return form
    if stem.endswith("i"):
        return stem[:-1] + "y"
    single = stem[:-1] if stem[-1] == stem[-2] else stem
    known = next((base for base in (stem, stem + "e", single) if is_small(base)), None)
    return known or (stem if stem.endswith(("ll", "ss")) else single)
