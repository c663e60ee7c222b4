"""Advice to others, told as one's own experience: what is taken for advice in three languages, and what is not."""

import json
import re

import pytest

from comments.joining.hint import PATTERNS, hints, patterns_for_script

ADVICE = [
    ("en", "You should stop taking it.", "When I stopped"),
    ("en", "you really shouldn’t eat that", "What helped me was"),
    ("en", "You\nmust take\tturmeric", "What helped me was"),
    ("en", "Stop taking your pills now", "I stopped"),
    ("en", "Everybody should try this", "For me it was good"),
    ("en", "I strongly recommend vitamin C", "I took"),
    ("en", "I’d come off the statins if I were you", "What helped me was"),
    ("es", "Yo que tú dejaría las pastillas", "Lo que me ayudó"),
    ("de", "An deiner Stelle würde ich warten", "Mir hat geholfen"),
    ("es", "Debes dejar de tomarlo", "Cuando dejé"),
    ("es", "Deja de tomar esas pastillas", "Dejé de tomar"),
    ("es", "Tienes que probar la cúrcuma", "Lo que me ayudó"),
    ("es", "Te recomiendo vitamina C", "A mí me fue bien"),
    ("de", "Du solltest die Tabletten absetzen", "Als ich"),
    ("de", "Ihr müsst mehr trinken", "Mir hat geholfen"),
    ("de", "Setz die Tabletten ab", "Ich habe"),
    ("de", "Ich würde dir Kurkuma raten", "Mir hat geholfen"),
    ("de", "Jeder sollte das wissen", "Für mich war es gut"),
    ("de-AT", "Ich empfehle euch Kurkuma", "Mir hat geholfen"),
    ("fr", "You must take turmeric", "What helped me was"),
]
EXPERIENCE = [
    ("en", "What helped me was to write a list."),
    ("en", "I stopped taking it after I had talked to my doctor."),
    ("en", "You should ask your doctor."),
    ("en", "You should really talk to your team."),
    ("en", "I thought I should go."),
    ("en", "Nobody knows what they should do."),
    ("es", "Lo que me ayudó fue escribir una lista."),
    ("es", "Tienes que preguntar a tu médico."),
    ("de", "Mir hat geholfen, eine Liste zu schreiben."),
    ("de", "Du solltest deine Ärztin fragen."),
    ("de", "Ich musste die Tabletten absetzen."),
]


@pytest.mark.parametrize(("language", "text", "instead"), ADVICE)
def test_advice_is_turned_into_experience(language, text, instead):
    assert hints(text, language)[0].instead.startswith(instead)


@pytest.mark.parametrize(("language", "text"), EXPERIENCE)
def test_experience_and_the_way_to_a_doctor_get_no_hint(language, text):
    assert hints(text, language) == []


def test_hints_are_few_in_the_order_of_the_text_and_never_said_twice():
    text = "I recommend tea. You must drink. You must sleep. Everybody should walk. You should stop smoking."
    found = hints(text * 20, "en")
    assert [hint.said for hint in found] == ["I recommend", "You must", "Everybody should"]


def test_the_script_gets_the_same_patterns_in_words_that_it_understands():
    for language, ours in PATTERNS.items():
        assert [tuple(each) for each in json.loads(patterns_for_script(language))] == [tuple(each) for each in ours]
        for pattern, _instead in ours:
            assert not re.search(r"\(\?[P<#x]|\\[AZ]|\(\?[aiLmsux]", pattern)


@pytest.mark.parametrize("language", PATTERNS)
def test_hints_take_a_time_that_grows_with_the_text(grows_linearly, language, monkeypatch):
    monkeypatch.setattr("comments.joining.hint.LONGEST", 10**9)
    for words in ("you should ", "du solltest a ", "hay que ", "setz a "):
        assert grows_linearly(lambda size, words=words: hints(words * (size // len(words)), language))
