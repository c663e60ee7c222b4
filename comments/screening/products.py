"""Words that name a medicine: stems of international non-proprietary names (WHO, "The use of stems in the selection of
INN", 2024), names in common use among readers of oncology and neurology, and what people call them. Data.
"""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

import re

_STEMS = (
    *(
        "mab",
        "nib",
        "zomib",
        "lidomide",
        "lidomida",
        "lidomid",
        "triptan",
        "gepant",
        "ciclib",
        "parib",
        "platin",
        "platino",
    ),
    *("rubicin", "rubicina", "taxel", "statin", "statina", "sartan", "cillin", "cilina", "mycin", "micina", "floxacin"),
    *(
        "floxacino",
        "prazole",
        "prazol",
        "conazole",
        "conazol",
        "leucel",
        "limus",
        "setron",
        "oxetine",
        "oxetina",
        "azepam",
    ),
    *(
        "gliptin",
        "gliptina",
        "gliflozin",
        "glutide",
        "glutida",
        "dipine",
        "dipino",
        "olol",
        "clax",
        "trexate",
        "metasone",
    ),
    *(
        "metasona",
        "nisone",
        "nisona",
        "nisolone",
        "nisolona",
        "mustine",
        "mustina",
        "rabine",
        "rabina",
        "vastatin",
        "ciclovir",
    ),
)
_NAMES = (
    *(
        "revlimid",
        "velcade",
        "darzalex",
        "kyprolis",
        "pomalyst",
        "imnovid",
        "imbruvica",
        "calquence",
        "gleevec",
        "glivec",
    ),
    *("venclexta", "venclyxto", "rituxan", "mabthera", "keytruda", "opdivo", "herceptin", "taxol", "keppra", "topamax"),
    *("topiramate", "topiramato", "imitrex", "imigran", "maxalt", "aimovig", "ajovy", "emgality", "nurtec", "ubrelvy"),
    *("botox", "ibuprofen", "ibuprofeno", "aspirin", "aspirina", "paracetamol", "acetaminophen", "tylenol", "naproxen"),
    *(
        "naproxeno",
        "amitriptyline",
        "amitriptilina",
        "propranolol",
        "valproate",
        "valproato",
        "metformin",
        "metformina",
    ),
    *(
        "insulin",
        "insulina",
        "warfarin",
        "heparin",
        "heparina",
        "morphine",
        "morfina",
        "tramadol",
        "codeine",
        "codeina",
    ),
    *(
        "gabapentin",
        "gabapentina",
        "pregabalin",
        "pregabalina",
        "lyrica",
        "vincristine",
        "vincristina",
        "melphalan",
        "melfalan",
    ),
    *(
        "cyclophosphamide",
        "ciclofosfamida",
        "hydroxyurea",
        "hidroxiurea",
        "interferon",
        "neulasta",
        "filgrastim",
        "zometa",
    ),
    *(
        "prednisone",
        "prednisona",
        "thalidomide",
        "talidomida",
        "allopurinol",
        "alopurinol",
        "acyclovir",
        "valacyclovir",
    ),
)
_CALLED = (
    r"(?:vaccines?|vaccinations?|vaccinated|booster|jab|chemo(?:therapy)?|infusions?|injections?|immunotherapy|radiotherapy|steroids?|antibiotics?"
    r"|(?:my|the|new|this|these) (?:meds|medication|tablets|pills|drug|medicine|treatment)"
    r"|vacunas?|quimio(?:terapia)?|infusion(?:es)?|inyeccion(?:es)?|inmunoterapia|corticoides|antibioticos?"
    r"|(?:mi|la|el|nuev[oa]|este|esta|las|mis) (?:medicacion|medicamento|tratamiento|pastillas?)"
    r"|impfung|chemo(?:therapie)?|infusion|spritze|(?:das|mein|neue|neues) medikament|die tabletten)"
)
PRODUCT = re.compile(rf"(?<!\w)(?:\w{{2,20}}(?:{'|'.join(_STEMS)})|{'|'.join(_NAMES)}|{_CALLED})(?!\w)")
