"""Capitals and rows of marks, and honest abbreviations."""

import pytest

from comments.screening.shouting import Shouting
from tests.comments.screening.finding import passages

FOUND = [
    ("en", "THIS IS NOT TRUE AT ALL, STOP IT"),
    ("en", "I said: WHY DOES NOBODY LISTEN TO PATIENTS here"),
    ("es", "ESTO NO ES VERDAD PARA NADIE"),
    ("de", "DAS STIMMT DOCH ALLES NICHT"),
    ("en", "Really????"),
    ("en", "What!!!!!"),
    ("en", "no ! ! ! ! !"),
    ("en", "DON’T YOU EVER LISTEN TO PEOPLE?!"),
    ("en", "STOP LYING TO US"),
    ("en", "why???!!!!"),
    ("en", "YOU ARE ALL LIARS"),
    ("en", "ＷＨＹ ＩＳ ＴＨＩＳ ＨＯＳＰＩＴＡＬ ＳＯ ＨＡＲＤ"),
    ("en", "I HATE THIS"),
    ("en", "𝐖𝐇𝐘 𝐈𝐒 𝐓𝐇𝐈𝐒 𝐇𝐎𝐒𝐏𝐈𝐓𝐀𝐋 𝐒𝐎 𝐇𝐀𝐑𝐃"),
    ("en", "WHY ME NOW?"),
    ("en", "Well. WE NEED HELP!"),
    ("es", "NO PUEDO MAS"),
    ("es", "ESTO ES HORRIBLE"),
    ("de", "ICH WILL NICHT"),
    ("en", "NOBODY EVER LISTENS TO US"),
    ("en", "THEY NEVER LISTEN"),
    ("en", "CANCER IS NOT FAIR ON US"),
    ("de", "WARUM HILFT UNS NIEMAND HIER"),
    ("en", "Ｉ ＨＡＴＥ ＴＨＩＳ"),
]
INNOCENT = [
    ("en", "My MRI, CT and PET scans"),
    ("en", "CAR-T for AML, ALL and DLBCL after R-CHOP"),
    ("en", "I have MDS, GVHD, CMV and PICC"),
    ("en", "Really?!"),
    ("en", "What!!!"),
    ("en", "NASA"),
    ("en", "I LOVE my nurse"),
    ("en", "WHO and FDA and EMA and NICE"),
    ("en", "The BRCA test, HER2, KRAS G12C"),
    ("en", "THANK YOU"),
    ("es", "tengo el VIH y la EPOC"),
    ("en", "VGPR, MRD, FISH, BMBX, ISS II"),
    ("en", "A B C D E F"),
    ("en", "Dx: IGG KAPPA MULTIPLE MYELOMA, ISS II"),
    ("en", "THANK YOU ALL"),
    ("en", "DIFFUSE LARGE B CELL LYMPHOMA, STAGE IV"),
    ("en", "SQUAMOUS CELL CARCINOMA OF THE LUNG"),
    ("en", "please DO NOT STOP taking it"),
    ("en", "I did NOT DO THAT"),
    ("en", "ACUTE MYELOID LEUKEMIA WITH FLT3 MUTATION"),
    ("es", "MIELOMA MULTIPLE IGA LAMBDA, ISS III"),
    ("de", "AKUTE MYELOISCHE LEUKÄMIE, FLT3 POSITIV"),
    ("en", "I HAVE MM"),
    ("en", "My MRD is NEG and I AM OK"),
    ("en", "BORTEZOMIB LENALIDOMIDE DEXAMETHASONE DARATUMUMAB"),
    ("es", "MUCHAS GRACIAS A TODOS"),
    ("en", "IDIOPATHIC THROMBOCYTOPENIC PURPURA, GRADE III"),
]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_it_is_found(language, typed):
    assert passages(Shouting(), typed, language)


@pytest.mark.parametrize(("language", "typed"), INNOCENT)
def test_innocent_words_are_left_alone(language, typed):
    assert passages(Shouting(), typed, language) == []


def test_the_passages_are_exact():
    found = passages(Shouting(), "He said THIS IS NOT TRUE AT ALL and left!!!!")
    assert [passage for passage, _reason in found] == ["THIS IS NOT TRUE AT ALL", "!!!!"]
