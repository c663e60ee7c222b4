"""What sellers write, and what patients tell of clinics, prices and medicines."""

import pytest

from comments.screening.promotion import Promotion
from tests.comments.screening.finding import passages

FOUND = [
    ("en", "DM me for details"),
    ("en", "Buy ivermectin online without prescription"),
    ("en", "This miracle cure saved me"),
    ("en", "use code HEALTH20 for 10% off"),
    ("en", "I was 100% cured"),
    ("en", "WhatsApp me"),
    ("en", "inbox me for the recipe"),
    ("en", "Contact Dr Ogala on his email for your cure"),
    ("en", "Order now! Limited offer"),
    ("en", "Our clinic offers stem cell therapy"),
    ("en", "Be your own boss and join my team"),
    ("en", "We ship worldwide"),
    ("en", "cures cancer in 30 days"),
    ("en", "Pills for sale"),
    ("en", "healed my mother of herpes with his herbs"),
    ("en", "Compra ivermectina sin receta"),
    ("en", "Escríbeme por WhatsApp"),
    ("en", "remedio milagroso"),
    ("en", "visita nuestra clínica"),
    ("en", "código de descuento"),
    ("en", "Ivermectin rezeptfrei kaufen"),
    ("en", "Schreib mir auf WhatsApp"),
    ("en", "Wundermittel"),
    ("en", "Besuchen Sie unsere Klinik"),
    ("en", "Rabattcode"),
    ("en", "passives Einkommen"),
    ("en", "ingresos pasivos"),
    ("en", "Visit our website"),
    ("en", "vendo pastillas"),
    ("en", "herbal doctor"),
    ("en", "what doctors don't want you to know"),
    ("en", "send me a DM for the price"),
    ("en", "crypto recovery expert"),
    ("en", "buy viagra online"),
    ("en", "Enter promo code SAVE10"),
    ("en", "Text me on WhatsApp for the price"),
    ("en", "D M me... no: d-m-e-x? message me for details"),
    ("en", "Heilung garantiert"),
    ("en", "envíos discretos a todo el mundo"),
    ("en", "100% natural cure"),
    ("en", "earn up to $500 per day"),
    ("en", "free trial, order today and save 20%"),
    ("en", "PM me for info"),
    ("en", "Hit me up on WhatsApp +1..."),
    ("en", "B.u.y viagra online"),
    ("en", "I can get you oxycodone without prescription"),
    ("en", "Dr. Sebi cured me of herpes with herbs"),
    ("en", "I was cured by Dr Okoro's herbal medicine, contact him on his email"),
    ("en", "check out my shop"),
    ("en", "link in bio"),
    ("es", "Nuestro suplemento cura el cáncer"),
    ("es", "te vendo el medicamento"),
    ("es", "Tengo pastillas a buen precio, escríbeme al privado"),
    ("de", "Kaufen Sie unsere Kapseln"),
    ("de", "10% Rabatt mit Code KREBS10"),
    ("en", "this product cures diabetes"),
]
INNOCENT = [
    ("en", "There is no miracle cure"),
    ("en", "I bought my wig online"),
    ("en", "The clinic charges 200 euros a visit"),
    ("en", "My copay was $500"),
    ("en", "My clinic was great and I can recommend it"),
    ("en", "beware of anybody who promises a miracle cure"),
    ("en", "I order my pills from the pharmacy"),
    ("en", "Can I get my medication without a prescription in France?"),
    ("en", "My doctor offers video visits"),
    ("en", "the medication is expensive"),
    ("en", "I was cured after the transplant"),
    ("en", "no hay cura milagrosa"),
    ("en", "Es gibt kein Wundermittel"),
    ("en", "la clínica me cobró 50 euros"),
    ("en", "My team at the hospital was kind"),
    ("en", "We offered him soup"),
    ("en", "text me, said my daughter"),
    ("en", "Try to rest"),
    ("en", "my doctor told me to call now if I have a fever"),
    ("en", "Meine Klinik bietet Yoga an"),
    ("en", "I use the code on my wristband"),
    ("en", "free of charge"),
    ("en", "The pharmacy had it in stock"),
    ("en", "I had to buy tablets without knowing"),
    ("en", "Our doctor was kind"),
    ("en", "We visit our clinic every month"),
    ("en", "I sell flowers"),
    ("en", "mi clínica ofrece yoga"),
    ("en", "I contacted Dr Smith at the hospital"),
    ("en", "Book club today"),
    ("en", "I asked for a discount at the pharmacy"),
    ("en", "people who claim a miracle cure are lying"),
    ("en", "Is there a guaranteed cure for this?"),
    ("en", "My insurance offers free consultations? No."),
    ("en", "I work from home now"),
    ("en", "Mi médico no vende pastillas"),
    ("en", "the herbs in my garden"),
    ("en", "I ordered my wig online and it was fine"),
    ("en", "my aunt sells cakes"),
    ("en", "Ich habe meine Tabletten bestellt"),
    ("en", "cuidado con los remedios milagrosos, son una estafa"),
]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_it_is_found(language, typed):
    assert passages(Promotion(), typed, language)


@pytest.mark.parametrize(("language", "typed"), INNOCENT)
def test_innocent_words_are_left_alone(language, typed):
    assert passages(Promotion(), typed, language) == []


def test_the_passage_and_the_reason_are_exact():
    assert passages(Promotion(), "It helped. WhatsApp me for it.") == [
        ("WhatsApp me for", "Asks to be contacted elsewhere")
    ]
