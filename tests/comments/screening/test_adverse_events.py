"""Product, event and patient together; and each of them without the others."""

import pytest

from comments.screening.adverse_events import AdverseEventDetector
from comments.screening.detector import About
from comments.screening.text import Text

pytestmark = pytest.mark.any_database

EVENTS = """
After the vaccine I had a fever for three days.
My husband got a rash from lenalidomide.
Since I started Revlimid I have had numbness in my feet.
Ibrutinib gave me terrible bruises.
I fainted after my chemo.
Sumatriptan made me dizzy and I had chest pain.
My chemo left me with neuropathy.
I started venetoclax on Monday. Two days later I had a rash all over.
I had a seizure on topiramate.
She ended up in hospital after the second infusion.
Daratumumab: I got chills and could hardly breathe, I had a reaction.
My daughter got hives from the antibiotic penicillin.
The new tablets gave me diarrhoea and I stopped. I blame the new tablets.
I was suicidal on Keppra.
Después de la vacuna tuve fiebre.
La quimio me dio muchas náuseas.
Desde que tomo lenalidomida tengo hormigueos.
Mi marido tuvo una reacción alérgica con el rituximab.
Nach der Impfung hatte ich Fieber.
"""
NONE = """
I take ondansetron for nausea.
Lenalidomide can cause a rash.
I had no side effects from the vaccine.
The vaccine went well and I am happy.
I had a fever last week.
I am afraid of nausea.
My chemo starts on Monday.
Has anyone had a rash on ibrutinib?
The leaflet of bortezomib lists numbness.
In April I had a rash.
The study compared carfilzomib and bortezomib; diarrhoea was rare.
I walk every day.
The pencil fell. I feel dizzy.
We asked about daratumumab.
Tomo ibuprofeno para las náuseas.
La vacuna fue bien.
No tuve efectos secundarios con la vacuna.
El prospecto de bortezomib incluye fiebre.
"""


def found_in(text):
    return list(AdverseEventDetector().find(Text(text), About(language="en", site_id=1)))


@pytest.mark.parametrize("text", EVENTS.strip().splitlines())
def test_a_possible_side_effect_is_found(text):
    assert {found.category for found in found_in(text)} == {"adverse-event"}


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_lacks_an_element_is_left_alone(text):
    assert not found_in(text)


def test_the_span_goes_from_product_to_event_as_typed():
    text = "Well: IBRUTINIB gave me terrible bruises, sadly."
    (found,) = found_in(text)
    assert text[found.start : found.end] == "IBRUTINIB gave me terrible bruises"
    assert "forward" in found.reason


@pytest.mark.parametrize("unit", ["vaccine ", "i had ", "rash ", "mab", ". ", "i . vaccine . ", "for rash "])
def test_hostile_text_takes_linear_time(unit, grows_linearly):
    assert grows_linearly(lambda size: found_in((unit * size)[:size]))
