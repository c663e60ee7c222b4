"""Comments as patients write them, in which these detectors find nothing: each finding would cost a moderator time."""

import pytest

from comments.screening.abuse import Abuse
from comments.screening.links import Links
from comments.screening.personal_data import PersonalData
from comments.screening.promotion import Promotion
from comments.screening.shouting import Shouting
from tests.comments.screening.finding import passages

COMMENTS = [
    (
        "en",
        (
            "I was diagnosed with multiple myeloma in March 2021, after months of back pain. My first line was "
            "VRd for four cycles, then an autologous transplant at day 0 on 14 July 2021. My M-spike went from "
            "3.2 g/dL to 0.1. The dexamethasone made me crazy for two days each week!"
        ),
    ),
    (
        "en",
        (
            "At 67 I never thought I'd be on daratumumab. My kappa/lambda ratio is 1.65, IgG 950, hemoglobin "
            "10.2. Neutropenia twice (ANC 700, then 450)."
        ),
    ),
    (
        "en",
        (
            "My hospital is two hours away. We drive 120 miles each way, 3 times a week. Parking costs $15 and my"
            " insurance paid 80%."
        ),
    ),
    (
        "en",
        (
            "Has anyone tried acupuncture for neuropathy? It's 60 euros per session at my clinic and I think it "
            "helps. My doctor doesn't mind."
        ),
    ),
    ("en", "Stupid disease. I hate it so much. Damn neuropathy, I can't even button my shirt. F*** cancer!"),
    (
        "en",
        (
            "My husband said I was an idiot for not calling sooner. He was right, I had a fever of 39.5 °C and "
            "ended up in the ER at 3 am."
        ),
    ),
    (
        "en",
        (
            "CAR-T at 58, BCMA, cytokine release grade 1-2. I was in for 14 days. Blood pressure dropped to "
            "80/50. They gave me tocilizumab."
        ),
    ),
    (
        "en",
        "I take 1000 mg paracetamol every 6 hours, no more than 4 g in 24 h. That's what the leaflet says.",
    ),
    (
        "en",
        (
            "I read the trial (NCT03548207) and the paper in Lancet 2021;398(10297):314-324. "
            "doi:10.1016/S0140-6736(21)00933-8."
        ),
    ),
    ("en", "Line 1: VRd 2018-2019. Line 2: DPd 2020/21. Line 3: Teclistamab since 05/2023. Still here!!!"),
    (
        "en",
        (
            "I'm a specialist nurse myself, so I know that assessments take time. Analysis of the bone marrow "
            "took 10 days."
        ),
    ),
    (
        "en",
        "You are so brave. You all are wonderful people, and you made me laugh. Thank you, Sarah and Tom.",
    ),
    ("en", "How do you cope with fat and sugar cravings on steroids? Does it make you fat?"),
    (
        "en",
        "The nurse told me to ring the ward's number any time, day or night. It helped to have it on the fridge.",
    ),
    (
        "en",
        (
            "I was told there is no cure but treatment works. There is no miracle cure. Please be careful with "
            "people who sell them online."
        ),
    ),
    ("en", "I use an app to track my meds. The code on the box is what the pharmacist scans."),
    ("en", "My platelets were 12,000 on Monday, 35 000 on Thursday and 110000 today!"),
    (
        "en",
        "We went to St. Mary's in June. The street was closed and we walked down the road for 12 minutes.",
    ),
    ("en", "Vitamin B12 and D3 2000 IU, folate 400 mcg. Calcium 1,200 mg/day."),
    ("en", "It is in chromosome 17p, t(4;14), gain 1q21. FISH 60 percent of cells. R-ISS 2."),
    ("en", "One, two, three, four, five: I count when the needle goes in."),
    (
        "en",
        "I felt stupid asking my questions, but no question is stupid. You are not useless because you are ill.",
    ),
    ("en", "He was born in 1958, in a village near Leeds, and worked until he was 62."),
    ("en", "At dinner dot dot dot I fall asleep. And so on."),
    ("en", "My daughter is a lawyer.She helped me with the forms.I was glad."),
    (
        "en",
        "Try to ask your team. In my case the consultant changed the day of the infusion from Monday to Friday.",
    ),
    (
        "en",
        "Ask on the ward, or look at the leaflet. I don't do social media, but there is a good group on Facebook.",
    ),
    ("en", "I paid 1.250,00 for the wig and 500.- was refunded."),
    (
        "es",
        "Me diagnosticaron en 2020, con 54 años. Mi médica me explicó todo. Tomo 10 mg al día, 21 días de cada 28.",
    ),
    (
        "es",
        (
            "El trasplante fue el 3 de mayo de 2021 en un hospital de Madrid. Estuve 20 días ingresada. Plaquetas"
            " 15.000 y leucocitos 300."
        ),
    ),
    ("es", "Qué mierda de enfermedad. Estoy harta, pero sigo. Mi marido dice que soy tonta por leer tanto."),
    ("es", "¿Alguien ha probado la acupuntura? En mi clínica cuesta 40 euros. A mí me va bien, de momento."),
    ("es", "No es verdad que haya una cura milagrosa. Cuidado con quien vende cosas por internet."),
    ("es", "En la calle hacía frío y tardé 15 minutos. Camino 5 km al día. La avenida estaba cortada."),
    ("es", "Hace 3 años que no tengo síntomas. Gracias a todos, sois estupendos."),
    ("es", "La doctora me dijo que llamara si tenía fiebre. El número está en la nevera."),
    ("es", "Eres muy valiente, un abrazo enorme. Tu historia me ayuda. Sois los mejores."),
    ("es", "Me siento inútil algunos días, y otros no. Soy un desastre con las pastillas."),
    (
        "de",
        "Die Diagnose kam 2019, mit 61 Jahren. Meine Ärztin hat alles erklärt. Ich nehme 25 mg, Tag 1 bis 21.",
    ),
    (
        "de",
        (
            "Die Transplantation war am 12. März 2020 in der Uniklinik. Leukozyten 0,3, Thrombozyten 15000. Nach "
            "18 Tagen durfte ich heim."
        ),
    ),
    ("de", "Scheiß Krankheit. Manchmal könnte ich schreien. Aber es geht weiter, und ihr seid toll!"),
    (
        "de",
        "Hat jemand Erfahrung mit Akupunktur? Bei mir kostet die Sitzung 60 Euro, die Kasse zahlt nichts.",
    ),
    ("de", "Es gibt kein Wundermittel. Vorsicht vor Leuten, die im Internet etwas verkaufen."),
    (
        "de",
        (
            "Der Weg 3 Mal pro Woche ist weit. Auf dem Parkplatz 2 Stunden gewartet. Ring am Finger 5 Jahre nicht"
            " getragen."
        ),
    ),
    ("de", "Mein Professor war sehr nett. Der Doktor meinte, ich solle warten. Frau Doktor hat angerufen."),
    ("de", "Ich war so blöd und habe die Tabletten vergessen. Du bist nicht dumm, das passiert jedem."),
    ("de", "Du bist so tapfer! Sie sind alle wunderbar. Danke, Schwester Monika."),
    ("de", "Beim MRT, CT und PET war alles gut. BSG 20, CRP 5, LDH 220."),
]


@pytest.mark.parametrize(("language", "typed"), COMMENTS)
def test_nothing_is_found_in_an_honest_comment(language, typed):
    detectors = (PersonalData(), Links(), Promotion(), Abuse(), Shouting())
    assert [found for detector in detectors for found in passages(detector, typed, language)] == []
