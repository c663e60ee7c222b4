"""E-mail addresses that name a service alone, and words about mail that are no address."""

import pytest

from comments.screening.personal_data import PersonalData
from tests.comments.screening.finding import passages

FOUND = [
    ("en", "anna.smith at gmail"),
    ("en", "my gmail is annasmith77"),
    ("en", "jsmith at hotmail"),
    ("es", "ana.ruiz arroba gmail"),
    ("de", "meine gmail ist anna_weber"),
    ("en", "email: anna.smith77 (gmail)"),
    ("en", "write to anna77 on gmail"),
    ("es", "mi correo es ana77 de gmail"),
    ("en", "annasmith@ gmail"),
    ("en", "gmail: anna.smith"),
    ("es", "mi hotmail: ana_ruiz"),
    ("en", "annasmith77 at protonmail"),
    ("en", "reach me: petra.k at icloud"),
    ("en", "k.lopez77 on hotmail"),
    ("en", "my hotmail is klopez_77"),
    ("en", "maria at protonmail"),
    ("en", "email address: petra_k77"),
    ("en", "petra77 (hotmail)"),
    ("en", "petra arroba hotmail"),
    ("en", "gmail: petra77"),
    ("en", "petra.k@ gmail"),
    ("en", "petra [at] gmail com"),
    ("es", "mi gmail es petra.k"),
    ("es", "escríbeme a petra.k en gmail"),
    ("es", "mi correo electrónico es petra77"),
    ("de", "petra.k bei gmx"),
    ("de", "meine gmail ist petra77"),
]
INNOCENT = [
    ("en", "I look at gmail every day"),
    ("en", "my gmail is full"),
    ("en", "my gmail is 5 years old"),
    ("en", "she works at yahoo"),
    ("en", "I read it at yahoo"),
    ("en", "the help at gmail was poor"),
    ("en", "my email is broken"),
    ("en", "I use gmail and outlook"),
    ("en", "my gmail is not working"),
    ("es", "mi gmail es lento"),
    ("en", "my gmail was hacked in 2021"),
    ("en", "sign in at gmail"),
    ("en", "my account at gmail"),
    ("en", "I got mail at gmail and replied"),
    ("en", "my email is on the form"),
    ("en", "an email: please read it"),
    ("en", "email: see below"),
    ("en", "Gmail is slow, hotmail too"),
    ("en", "a filter on gmail"),
    ("en", "my email is not private"),
    ("en", "my inbox at gmail is full"),
    ("en", "icloud 5 gb"),
    ("en", "the people at gmail"),
    ("en", "an e-mail is fine"),
    ("en", "a folder in gmail"),
    ("es", "uso gmail"),
    ("es", "mi correo es privado"),
    ("es", "el correo es de gmail"),
    ("de", "ich bin bei gmx"),
    ("de", "meine gmail ist voll"),
]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_an_address_is_found(language, typed):
    assert "E-mail address" in [reason for _passage, reason in passages(PersonalData(), typed, language)]


@pytest.mark.parametrize(("language", "typed"), INNOCENT)
def test_words_about_mail_are_left_alone(language, typed):
    assert passages(PersonalData(), typed, language) == []
