"""Trafilatura's text laid over blocks."""

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
