"""The log odds that each kind of evidence adds to a day: written by `python -m training.days`."""

from typing import Final

FITTED: Final[dict[str, float]] = {
    "head within": 3.3, "head bare": 3.2, "over bare": 3.2, "head published": 3.1, "near bare": 3.0,
    "over weekday": 2.9, "head weekday": 2.6, "near published": 2.6, "over published": 2.6, "near within": 2.5,
    "paragraph published": 2.3, "top bare": 2.3, "top published": 2.2, "over within": 2.0, "top within": 1.9,
    "under published": 1.9, "body bare": 1.8, "meta published": 1.8, "body published": 1.6, "title within": 1.5,
    "title bare": 1.4, "title published": 1.4, "under bare": 1.4, "within near published": 1.4, "under changed": 1.2,
    "address": 1.1, "body changed": 1.0, "top changed": 1.0, "within body bare": 1.0, "within comment bare": 1.0,
    "within over bare": 1.0, "comment published": 0.9, "head changed": 0.9, "near changed": 0.9, "time apart": 0.9,
    "within top bare": 0.9, "within foot bare": 0.8, "within title bare": 0.8, "closing within": 0.7,
    "under within": 0.7, "body within": 0.6, "comment changed": 0.6, "foot published": 0.6, "opening within": 0.6,
    "script published": 0.6, "within near bare": 0.6, "within near within": 0.6, "head other": 0.5, "over changed": 0.5,
    "time under title": 0.5, "under other": 0.5, "foot changed": 0.4, "latest": 0.4, "script changed": 0.4,
    "earliest": 0.3, "meta date": 0.3, "scripts changed later": 0.3, "within address": 0.3, "within title within": 0.3,
    "class over title": 0.2, "comment bare": 0.2, "json-ld changed": 0.2, "property published": 0.2,
    "scripts changed": 0.2, "within comment within": 0.2, "none of them": 0.0, "foot bare": -0.2,
    "scripts published later": -0.2, "comment other": -0.3, "time over title": -0.4, "foot other": -0.5,
    "json-ld created": -0.5, "within head within": -0.5, "foot changed later": -0.6, "meta changed": -0.6,
    "under within later": -0.6, "head bare later": -0.7, "top within later": -0.7, "top bare later": -0.8,
    "after a comment": -0.9, "class over title later": -0.9, "class under title later": -0.9, "foot other later": -0.9,
    "foot within later": -1.0, "property changed": -1.0, "head within later": -1.1, "comment within later": -1.2,
    "json-ld published later": -1.2, "time apart later": -1.2, "time under title later": -1.2, "foot bare later": -1.3,
    "over published later": -1.3, "comment published later": -1.4, "property published later": -1.4,
    "time published later": -1.4, "head published later": -1.5, "foot published later": -1.6, "body bare later": -1.7,
    "comment bare later": -1.7, "body published later": -1.8, "near within later": -1.9, "near published later": -2.0,
    "body within later": -2.1, "near bare later": -2.3,
}  # fmt: skip
