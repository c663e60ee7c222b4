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
Revlimid gave me cataracts.
Revlimid gave me neutropenia.
Revlimid gave me pancreatitis.
Revlimid gave me jaw necrosis.
Revlimid gave me a headache.
Revlimid gave me joint pain.
Revlimid gave me blindness.
Revlimid gave me low platelets.
Revlimid gave me high blood pressure.
Revlimid gave me vertigo.
My mum's liver failed on paracetamol
Tramadol made me throw up.
Con Revlimid se me hinchó la cara
Revlimid me dejó los pies dormidos
Revlimid me hizo vomitar
El tramadol me hizo vomitar
Dexamethasone gave me a terrible rash
Ozempic gave me a terrible rash.
Eliquis gave me a terrible rash.
Xarelto gave me a terrible rash.
Sertraline gave me a terrible rash.
I got hepatitis from ibuprofen.
Since I started letrozole I have joint pain.
Pembrolizumab gave me colitis.
My husband developed cardiomyopathy after doxorubicin.
I had osteonecrosis of the jaw from Zometa.
Keytruda gave him thyroiditis.
My kidneys shut down on ibuprofen.
Metformin gives me cramps.
I went blind in one eye after amiodarone.
My daughter fainted after her injection of heparin.
The blood thinners gave me nosebleeds.
My back aches since I take atorvastatin... since I started statins I have muscle pain.
Prednisone left me with high blood pressure.
La sertralina me dio dolor de cabeza.
La metformina me dio diarrea.
Tras el bortezomib tuve neuropatía.
Mi madre tuvo una hemorragia con Sintrom.
Durch Revlimid bekam ich Kopfschmerzen.
Mir ist von Tramadol schwindlig geworden, ich hatte Erbrechen.
Dexamethasone helped my myeloma but gave me insomnia.
The rash went away when I stopped Revlimid, it came after the second box and was caused by it.
Tramadol made me itch all over.
My leg swelled up after the injection of Clexane.
Zoledronic acid gave me a fever.
I had anaemia after carboplatin.
Gabapentin made my feet swell.
I bled for a week on Eliquis.
He had hallucinations on morphine.
Lisinopril gave me a cough and swollen lips.
My platelets crashed: I had thrombocytopenia on linezolid.
The steroids gave my son diabetes and confusion.
My husband got shingles on bortezomib.
Con la dexametasona no dormía, me dio insomnio.
El Sintrom me provocó una hemorragia.
Me salió un sarpullido con la amoxicilina.
Ozempic me dio pancreatitis.
Desde que tomo atorvastatina tengo dolores musculares.
Von Ibuprofen bekam ich Ausschlag.
Since starting anastrozole I have had bone pain.
Sumatriptan gave me chest pain.
I lost my hair after docetaxel.
Dialysis left me dizzy.
My wife was hospitalised after the vaccine.
Her jaw went numb after denosumab.
The antidepressants made me suicidal.
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
Paracetamol took my fever down
¿A alguien le da sarpullido el Revlimid?
Has anybody had joint pain with letrozole?
Does Revlimid give anyone else a rash?
Ibuprofen helps with my joint pain.
I take sumatriptan when I have a headache.
Sumatriptan took my headache away.
I have arthritis and take methotrexate.
I have high blood pressure and take lisinopril.
My migraines got better on topiramate.
The paracetamol brought the swelling down.
Dexamethasone eased my nausea.
I have leukemia and started imatinib.
I use homeopathy with my chemo.
I am on warfarin.
My doctor gave me paracetamol for my back pain.
They gave me antibiotics for an infection.
My father has diabetes and takes metformin.
El paracetamol me bajó la fiebre.
El ibuprofeno me quitó el dolor de cabeza.
Paracetamol hilft mir gegen Kopfschmerzen.
I have multiple myeloma and bone pain, and I start Velcade on Monday.
We took part in academia before Revlimid.
I got my statins from the pharmacy.
Tomo enalapril para la hipertensión.
Revlimid works for me, no rash so far.
My chemo went well and I walk every day.
Ondansetron stopped my nausea.
The antibiotic cleared... the antibiotic helped my pneumonia.
Tengo mieloma y anemia. Mañana voy al hospital.
Dexamethasone keeps my swelling under control.
I take tramadol for my bone pain.
The statins brought my cholesterol down.
Do statins give you muscle pain?
Can Revlimid cause neuropathy?
I was given antibiotics because of pneumonia.
My GP prescribed lisinopril because of my high blood pressure.
I started antibiotics after a chest infection.
Me dieron antibióticos por una neumonía.
¿Alguien ha tenido náuseas con Ninlaro?
I have neuropathy since birth.
I worry that Revlimid will give me a rash.
Without gabapentin my neuropathy is worse.
My dad had a stroke in 2010.
Nach der Chemo war ich müde, aber froh.
I had my transplant in May and I feel well.
My chemo is on Friday and my son is with me.
I live with myeloma and take lenalidomide.
My nausea is under control with ondansetron.
With gabapentin I have less tingling.
I had a stroke, so I take clopidogrel.
My mum had breast cancer and takes tamoxifen.
I got shingles vaccine last week and all is fine.
I'm on antibiotics because I have an infection.
I had a blood clot so they put me on Eliquis.
I was vomiting, so they gave me ondansetron.
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
