"""Words with which a page announces who wrote or reviewed it and when, in English, German and Spanish.

An ordered list: the first pattern that fits says what is claimed.
"""

import re

from django.utils.translation import gettext_noop

REVIEWED = gettext_noop("reviewed")
CHECKED = gettext_noop("fact-checked")
WRITTEN = gettext_noop("written")
UPDATED = gettext_noop("updated")
PUBLISHED = gettext_noop("published")
DUE = gettext_noop("next review due")
_EXPERT = (
    r"(?:this\s+(?:page|article|content|information|text)\s+(?:was|has\s+been)\s+)?"
    r"(?:(?:medically|clinically|scientifically|expert|peer|last|latest|content|medical|clinical|page|date|article|online)"
    r"[\s-]+)*"
)

# Words in small letters that a name may hold
SMALL_WORDS = re.compile(
    r"of|the|and|de|del|der|den|von|van|y|und|in|at|for|la|le|los|las|el|zu|zur|für|des|di|da|dos|e|bin|al|"
    r"ibn|our|unser|unsere|nuestro|nuestra|equipo|team|board|staff|committee|panel|experts|editors|"
    r"editorial|med|rer|nat|phil|medical|médico|medizinisches|a|an|clinical|advisory|council|health|care"
)
ROLES = re.compile(
    r"[a-zß-ÿ-]*(?:ologists?|iatrists?|iatricians?|surgeons?|physicians?|therapists?|dietiti?ans?|nutritionists?|pharmacists?|"
    r"nurses?|midwi(?:fe|ves)|doctors?|specialists?|practitioners?|consultants?|professors?|directors?|professionals?|"
    r"certified|registered|licensed|assistant|associate|reviewers?|fachärztin|facharzt)"
)
VERBS = re.compile(
    r"is|are|was|were|has|have|had|can|may|should|will|must|this|that|these|they|it|you|your|we|i|if|when|"
    r"because"
)
LABELS = [
    (
        DUE,
        (
            r"(?:next|review|due)[\s-]+(?:medical\s+)?(?:review(?:ed)?|update|due|date)(?:\s+(?:is\s+)?(?:due|date|"
            r"on))*(?=\W+\w*\s*\d|\W+\w+\s+\d{4}|\s*:)(?<!review date)|nächste (?:prüfung|überprüfung)|próxima "
            r"revisión"
        ),
    ),
    (CHECKED, r"(?:fact[\s-]?check(?:ed|er)|facts? checked|verified|faktengeprüft|verificado)(?:\s+by|\s+von|\s+por)?"),
    (
        REVIEWED,
        (
            rf"{_EXPERT}(?:reviewed|(?<=medically )(?:approved|vetted|checked)|approved(?=\s+by\b.{{0,60}}\b(?:board|"
            rf"committee|panel|team)\b|\s*:))(?:\s*(?:and|&|/)\s*(?:approved|updated|revised|"
            rf"edited|fact[\s-]checked))?(?:\s+date)?(?:\s+(?:by|for\s+(?:medical\s+)?accuracy(?:\s+by)?|on))?"
        ),
    ),
    (
        REVIEWED,
        (
            rf"{_EXPERT}review(?:er|ers)?(?:\s+(?:board|date|by))?(?=\s*:)|"
            rf"(?:date\s+of\s+)?(?:last\s+)?(?:medical\s+)?review\s*(?:date|on)?(?=\s*:)|medical review(?:er)?\s+by|"
            r"review\s+date(?=\s+\d)|medical\s+review(?:\s+completed)?\s+on"
        ),
    ),
    (
        REVIEWED,
        r"(?:zuletzt\s+)?(?:medizinisch|ärztlich|fachlich|wissenschaftlich)?\s*(?:geprüft|überprüft|begutachtet)(?:\s+(?:von|durch|am))?|(?:ärztliche|medizinische|fachliche|letzte)\s+(?:über)?prüfung(?:\s+(?:von|durch|am))?",
    ),
    (
        REVIEWED,
        (
            r"(?:(?:última\s+)?revisi[óo]n(?:\s+(?:médica|clínica))?(?:\s+(?:por|de))?(?=\s*:|\s+por)|"
            r"(?:médicamente\s+)?revisado(?:\s+(?:médicamente|clínicamente))?(?:\s+(?:por|el|en))?|fecha de (?:la "
            r")?(?:última )?revisión|última revisión(?:\s+el)?)"
        ),
    ),
    (
        UPDATED,
        r"(?:(?:this\s+)?(?:page|article|content)\s+(?:was\s+)?)?(?:last\s+|latest\s+)?(?:medically\s+)?(?:updated?|modified|edited(?!\s+by)|revised|revision)(?:\s+(?:on|date|by))?",
    ),
    (
        UPDATED,
        r"(?:zuletzt\s+)?(?:aktualisiert|geändert|bearbeitet)(?:\s+am)?|(?:letzte\s+)?aktualisierung|stand(?=\s*:|\s+\d|\s+\w+\s+\d{4})|(?:última\s+)?actualizaci[óo]n|(?:última\s+vez\s+)?actualizado(?:\s+(?:el|en))?",
    ),
    (
        PUBLISHED,
        r"(?:first\s+|originally\s+)?(?:published|posted|created)(?:\s+(?:on|date))?|(?:publication|publish)\s+date|date(?=\s*:)|veröffentlicht(?:\s+am)?|publicado(?:\s+(?:el|en))?|datum(?=\s*:)|fecha(?=\s*:)",
    ),
    (
        WRITTEN,
        (
            r"(?:medically\s+)?(?:written|authored|edited)\s+by|authors?(?=\s*:)|(?:medical\s+|staff\s+)?(?:writers?|"
            r"editors?)(?=\s*:)|words by|about the author(?=\s*:)|autor(?:in|a|en|es)?(?=\s*:)|(?:geschrieben|"
            r"verfasst)\s+von|escrito\s+por|text(?=\s*:)|von(?=\s*:)|por(?=\s*:)"
        ),
    ),
]
