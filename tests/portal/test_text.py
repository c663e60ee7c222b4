from portal.text import first_words


def test_short_text_stays_as_it_is():
    assert first_words("  Plain\n words. ", 40) == "Plain words."


def test_long_text_is_cut_at_a_word_and_never_longer_than_asked():
    cut = first_words("A relapse is the return of signs of an illness, after a quiet time.", 48)
    assert cut == "A relapse is the return of signs of an illness…"
    assert len(cut) <= 48


def test_one_long_word_is_cut_anywhere():
    assert first_words("a" * 50, 10) == "a" * 9 + "…"
