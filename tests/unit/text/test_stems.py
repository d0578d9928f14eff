from throughline.text.stems import holds


def test_a_stem_is_found_inside_words_as_well() -> None:
    assert holds("an unsubscribed reader", ("abonn", "subscri"))


def test_no_stem_no_hit() -> None:
    assert not holds("the harbour was closed", ("abonn", "subscri"))
    assert not holds("", ("a",))
    assert not holds("anything", ())
