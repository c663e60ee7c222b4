"""Advice on doses and on stopping, and one's own experience, which is none."""

import pytest

from comments.screening.detector import About
from comments.screening.dosage import DosageDetector
from comments.screening.text import Text

pytestmark = pytest.mark.any_database

ADVICE = """
Take 40 mg twice a day.
Double your dose.
You should stop taking it, I mean the tablets: stop the tablets.
You should stop taking the statins.
Skip your chemo.
Just skip your chemo this week.
I would recommend taking 800 mg of ibuprofen.
I'd suggest you halve the dose.
If I were you, I'd stop the steroids.
You don't need chemo.
Don't take the vaccine.
Never take statins.
My advice: come off the medication.
You must increase the dose to 2.5 mg.
Try taking nothing. Take two tablets at once.
The right dose for you is 20 mg.
It's safe to double the dose.
You can just stop your treatment.
Refuse the transplant.
Stop poisoning yourself with chemo.
Deja el tratamiento.
Deja de tomar las pastillas.
Toma 40 mg dos veces al día.
Tienes que dejar la quimio.
Deberías doblar la dosis.
Te recomiendo tomar 400 mg de ibuprofeno.
No necesitas quimio.
No te pongas la vacuna.
Nimm 40 mg am Tag.
Du solltest die Tabletten absetzen.
Don't ask your doctor, just double your dose.
"""
EXPERIENCE = """
My doctor put me on 40 mg.
I take 20 mg.
I take 40 mg twice a day and it helps me.
My doctor told me to take 40 mg twice a day.
My oncologist said: take 40 mg with food.
I stopped taking the tablets because of a rash.
I doubled my dose after talking to my doctor.
I skipped my chemo once, and I regret it.
Never stop your treatment without talking to your doctor.
Please ask your doctor before you double your dose.
What helped me was to take breaks.
Take care of yourself.
Take your time with the decision.
I wonder whether I should stop the tablets.
Should I take 20 mg or 40 mg? I will ask my nurse.
We asked for a lower dose.
He was on 10 mg of lenalidomide.
The dose was reduced to 15 mg.
Try a warm bath.
Stop worrying so much.
You should go for a walk.
Yo tomo 20 mg.
Mi médico me mandó 40 mg al día.
Dejé el tratamiento por los efectos secundarios.
No dejes el tratamiento sin hablar con tu médico.
Me bajaron la dosis a 15 mg.
Tómate tu tiempo.
Ich nehme 20 mg.
Mein Arzt sagte, nimm 40 mg.
"""


def found_in(sentence):
    return list(DosageDetector().find(Text(sentence), About(language="en", site_id=1)))


@pytest.mark.parametrize("sentence", ADVICE.strip().splitlines())
def test_advice_to_others_is_found(sentence):
    assert {found.category for found in found_in(sentence)} == {"dosage"}


@pytest.mark.parametrize("sentence", EXPERIENCE.strip().splitlines())
def test_experience_is_left_alone(sentence):
    assert not found_in(sentence)


def test_the_span_holds_the_advice_as_it_was_typed():
    text = "Hello – you  should stop taking the STATINS. Bye."
    (found,) = found_in(text)
    assert text[found.start : found.end] == "you  should stop taking the STATINS"


@pytest.mark.parametrize(
    "unit", ["take ", "you should ", "stop the ", "40 mg ", "deja ", "doctor ", "you should stop the pills "]
)
def test_hostile_text_takes_linear_time(unit, grows_linearly):
    assert grows_linearly(lambda size: found_in((unit * size)[:size]))
