"""Abuse of people in every disguise, and the words that only look like it."""

import pytest

from comments.screening.abuse import Abuse
from comments.screening.abuse.vocabulary import entries
from comments.screening.text import Text
from tests.comments.screening.finding import passages

FOUND = [
    ("en", "you idiot"),
    ("en", "What an idiot"),
    ("en", "i d i o t"),
    ("en", "i.d.i.o.t"),
    ("en", "1d10t"),
    ("en", "y o u i d i o t s"),
    ("en", "idiooooot"),
    ("en", "id*ot"),
    ("en", "f*ggot"),
    ("en", "a55h01e"),
    ("en", "ａｓｓｈｏｌｅ"),
    ("en", "іdіоt"),
    ("en", "you are stupid"),
    ("en", "You're so stupid"),
    ("en", "you stupid cow"),
    ("en", "fuck you"),
    ("en", "Fuck off!"),
    ("en", "I will kill you"),
    ("en", "I'll kill you"),
    ("en", "kill yourself"),
    ("en", "I hope you die"),
    ("en", "go back to your country"),
    ("en", "Muslims are scum"),
    ("en", "eres idiota"),
    ("es", "eres una imbécil"),
    ("en", "hijo de puta"),
    ("en", "vete a la mierda"),
    ("en", "te voy a matar"),
    ("en", "ojalá te mueras"),
    ("de", "du Arschloch"),
    ("de", "du bist so dumm"),
    ("en", "Halt die Fresse"),
    ("en", "fick dich"),
    ("en", "ich bring dich um"),
    ("en", "Ausländer raus"),
    ("en", "Flüchtlinge sind Ungeziefer"),
    ("en", "You are a liar"),
    ("en", "you pathetic loser"),
    ("en", "maricón"),
    ("en", "Schwuchtel"),
    ("en", "You disgusting pig"),
    ("en", "die Nutte"),
    ("es", "los inmigrantes son basura"),
    ("en", "a-s-s-h-o-l-e"),
    ("en", "kys"),
]
INNOCENT = [
    ("en", "I see a specialist"),
    ("en", "my cervix"),
    ("en", "Scunthorpe"),
    ("en", "assess the damage"),
    ("en", "breast cancer"),
    ("en", "my therapist"),
    ("en", "analysis"),
    ("en", "Dick Smith"),
    ("en", "this f***ing disease"),
    ("en", "fuck cancer"),
    ("en", "this fucking disease"),
    ("en", "I felt like an idiot"),
    ("en", "I was such an idiot"),
    ("en", "stupid cancer"),
    ("en", "your stupid disease"),
    ("en", "pain in the ass"),
    ("en", "Metoprolol retard"),
    ("en", "growth retardation"),
    ("en", "spastic paraplegia"),
    ("en", "finger prick"),
    ("en", "subnormal levels"),
    ("en", "me siento idiota"),
    ("es", "soy idiota"),
    ("en", "puta enfermedad"),
    ("en", "Scheiß Krebs"),
    ("en", "verdammte Krankheit"),
    ("en", "ich bin ein Idiot"),
    ("en", "Mongolia"),
    ("en", "the class passes"),
    ("en", "grass"),
    ("en", "cocktail"),
    ("en", "Sussex"),
    ("en", "Penistone"),
    ("en", "title"),
    ("en", "document"),
    ("en", "constitution"),
    ("en", "niggardly?"),
    ("en", "snigger"),
    ("en", "my husband calls me crazy"),
    ("en", "you are not stupid"),
    ("en", "it kills you slowly"),
    ("en", "this will kill you if untreated"),
    ("en", "damn this illness"),
    ("en", "I could kill for a coffee"),
    ("en", "Passau"),
    ("en", "shitake"),
    ("en", "Essex"),
    ("en", "I want to die of shame"),
    ("en", "homosexual men"),
    ("en", "queer community"),
    ("en", "black women"),
    ("en", "these pills are useless"),
    ("en", "Arschkalt"),
    ("en", "hell of a week"),
    ("en", "you crazy wonderful people?"),
    ("en", "peni s"),
    ("en", "f u n d s"),
    ("en", "he must feel fat"),
    ("en", "Hurricane"),
    ("en", "you look great"),
    ("en", "Dick van Dyke"),
    ("en", "a prickly feeling"),
    ("en", "my GP is a specialist in analysis"),
    ("en", "I assassinated my diet"),
    ("en", "the cumulative dose"),
    ("en", "cockatoo"),
    ("en", "the title of the document"),
    ("en", "mi médico es especialista"),
    ("en", "el cáncer es una mierda"),
    ("en", "this bitch of a disease"),
    ("en", "my idiotic insurance form"),
    ("de", "das ist Scheiße"),
    ("en", "bass guitar"),
    ("en", "pussycat"),
    ("en", "Arsenal"),
]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_it_is_found(language, typed):
    assert passages(Abuse(), typed, language)


@pytest.mark.parametrize(("language", "typed"), INNOCENT)
def test_innocent_words_are_left_alone(language, typed):
    assert passages(Abuse(), typed, language) == []


@pytest.mark.parametrize(
    ("typed", "passage", "reason"),
    [
        ("Go away, you i d i o t!", "i d i o t", "Insult"),
        ("What a $lut.", "$lut", "Insult"),
        ("Well, fuck  you then", "fuck  you", "Insults somebody"),
        ("I think you are such a liar.", "you are such a liar", "Insults somebody"),
        ("Please kill yourself now", "kill yourself", "Threat, or wishes somebody harm"),
        ("All immigrants are parasites!", "immigrants are parasites", "Hatred against a group"),
        ("ein Kanáke", "Kanáke", "Slur"),
    ],
)
def test_the_passage_and_the_reason_are_exact(typed, passage, reason):
    assert passages(Abuse(), typed) == [(passage, reason)]


def test_every_entry_of_the_list_is_folded_and_stands_there_once():
    seen = [(entry.kind, entry.words) for entry in entries()]
    assert [words for _kind, words in seen if Text(words).folded != words] == []
    assert len(seen) == len(set(seen))
