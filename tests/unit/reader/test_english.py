"""Whether a text is English."""

from throughline.reader.english import is_english
from throughline.text.tokens import tokenise

_ENGLISH = "The alliance said that it would leave the country by the end of the year, and that its trainers had gone. "
_SPANISH = "La alianza dijo que va a salir del país antes del fin de año y que sus instructores ya se fueron de allí. "
_ARABIC = "أعلن الحلف أنه سيغادر البلاد قبل نهاية العام وأن مدربيه قد غادروا بالفعل القاعدة في الشمال "


def _is(text: str, declared: str | None) -> bool:
    return is_english(list(tokenise(text)), declared)


def test_the_words_count_more_than_what_was_declared() -> None:
    assert _is(_ENGLISH * 3, "en")
    assert _is(_ENGLISH * 3, None)
    assert _is(_ENGLISH * 3, "es")
    assert not _is(_SPANISH * 3, "en")
    assert not _is(_SPANISH * 3, None)
    assert not _is(_ARABIC * 3, "en-US")


def test_a_few_words_are_what_was_declared() -> None:
    assert _is("Troops leave.", None)
    assert _is("Troops leave.", "en-GB")
    assert not _is("Salen las tropas.", "es")
