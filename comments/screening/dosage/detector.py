"""Advice to others on doses, or to stop, skip or refuse a treatment: what readers may take for a doctor's word.

What somebody takes themselves, or what their doctor told them, is experience and stays. "Never without your doctor" is
advice too, but none that harms. Rules, not understanding: in doubt a moderator looks.
"""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

import re
from collections.abc import Iterator

from comments.screening.detector import About, Category, Found
from comments.screening.text import Text

_AMOUNT = (
    r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|half an?|una?|dos|tres|cuatro|medi[oa]|eine?|zwei|drei|1 2)"
    r" ?(?:mg|mcg|ug|g|ml|iu|ui|units?|unidades|tablets?|pills?|capsules?|drops|puffs|pastillas?|comprimidos?|gotas|capsulas?"
    r"|tabletten?|tropfen|kapseln?|einheiten|milligrams?|miligramos|grams?|gramos)"
)
_THING = (
    r"(?:doses?|dosage|dosis|chemo\w*|treatments?|therapy|medications?|meds|medicines?|tablets?|pills?|statins?|steroids?|drugs?"
    r"|radiation|radiotherapy|insulin|vaccines?|vaccination|antibiotics?|painkillers?|infusions?|injections?|opioids|transplant|maintenance"
    r"|tratamientos?|quimio\w*|medicacion|medicamentos?|medicinas?|pastillas?|comprimidos?|terapia|radio|radioterapia|vacunas?|antibioticos?|insulina|corticoides"
    r"|behandlung|chemotherapie|therapie|medikamente?|tabletten?|pillen|impfung|bestrahlung|kortison|spritzen?"
    r"|\w{3,}(?:mab|nib|zomib|lidomide|lidomida|lidomid|triptan|gepant|platin|statin|zone|lone|oxetine|azepam|prazole)"
    r"|revlimid|velcade|darzalex|imitrex|topamax|keppra|aspirin|ibuprofen|paracetamol|methotrexate|prednisone|imbruvica)"
)
_ACT_EN = (
    r"(?:take|double|triple|halve|increase|raise|up|reduce|lower|cut|decrease|stop|stop taking|skip|quit|start|start taking|inject|drop|come off|go off"
    r"|wean(?: yourself)? off|refuse|avoid|throw(?: away| out)?|ditch|switch to|add|use|try|swap|split|leave out|get off|give up|say no to|ask for)"
)
_ACT_ES = (
    r"(?:toma|tome|tomate|tomese|tomad|dobla|doble|duplica|duplique|aumenta|aumente|sube|suba|subete|baja|baje|bajate|reduce|reduzca|deja|deje|dejad"
    r"|deja de tomar|deje de tomar|suspende|suspenda|abandona|abandone|saltate|saltese|no tomes|no tome|no te tomes|no te pongas|inyectate|ponte|rechaza|rechace|tira|quita|quitate|evita)"
)
_ACT_ES_INFINITIVE = r"(?:tomar|tomarte|dejar|dejar de tomar|doblar|duplicar|aumentar|subir|subirte|bajar|bajarte|reducir|suspender|abandonar|saltarte|rechazar|inyectarte|ponerte|quitarte|no tomar|evitar)"
_GAP = r"(?: (?!i\b|my\b|mi\b|mein\w*\b|yo\b|ich\b|for me\b)\w+){0,4}?"
_OPENING = r"(?:\A|(?<=[.,] ))(?:(?:please|just|simply|so|then|well|honestly|always|never|dont|do not|definitely|maybe|yes|no|instead|better|but|and|also|first|try to|por favor|mejor|simplemente|entonces|y|pero|bitte|einfach) ){0,2}"
_TOLD_YOU = (
    r"(?:you|u|everyone|everybody|people|patients|he|she|your \w+)(?: \w+)? (?:should|must|need to|needs to|have to|has to|can safely|can just|could just|ought to|might want to|better|may want to|dont have to|shouldnt|should not|must not|dont need to)"
    r"(?: just| always| never| really| not| simply| also)?"
    r"|(?:i|id|i would|we)(?: strongly| really)? (?:recommend|advise|suggest|urge)(?: that)?(?: you| everyone| her| him)?(?: to)?"
    r"|my advice(?: is| to you is| would be)?(?: ,)?(?: to)?|if i were you(?: ,)?(?: id| i would)?|why dont you(?: just)?|its (?:safe|fine|ok|okay) to"
)
_TOLD_YOU_ES = r"(?:deberias|debes|debe|deberia|tienes que|tiene que|puedes|podrias|hay que|te recomiendo|recomiendo|te aconsejo|aconsejo|yo que tu|yo en tu lugar|lo mejor es|teneis que|debeis|deberiais|te sugiero|no deberias|no debes)(?: \w+){0,2}?"
_CHANGE = "Tells others to change or to take a medicine"
_ADVICE = (
    (rf"{_OPENING}{_ACT_EN}{_GAP} (?:{_AMOUNT}|{_THING})", _CHANGE),
    (rf"(?:{_TOLD_YOU}) {_ACT_EN}{_GAP} (?:{_AMOUNT}|{_THING})", _CHANGE),
    (
        rf"(?:{_TOLD_YOU}) (?:stopping|skipping|doubling|halving|taking|increasing|reducing|quitting|refusing){_GAP} (?:{_AMOUNT}|{_THING})",
        _CHANGE,
    ),
    (rf"{_OPENING}{_ACT_ES}{_GAP} (?:{_AMOUNT}|{_THING})", _CHANGE),
    (rf"{_TOLD_YOU_ES} {_ACT_ES_INFINITIVE}{_GAP} (?:{_AMOUNT}|{_THING})", _CHANGE),
    (
        rf"{_OPENING}(?:nimm|nehmen sie|nehmt|verdopple|verdoppeln sie|setz|setzen sie|setzt|lass|lassen sie|reduziere?|reduzieren sie|erhohe?|halbiere?|brich|brechen sie){_GAP} (?:{_AMOUNT}|{_THING})",
        _CHANGE,
    ),
    (
        rf"(?:du|sie|ihr) (?:solltest|sollten|solltet|musst|mussen|muessen|kannst|darfst)(?: \w+){{0,4}}? (?:{_AMOUNT}|{_THING})(?: \w+){{0,3}} (?:nehmen|absetzen|weglassen|verdoppeln|abbrechen|halbieren|reduzieren|erhohen)",
        _CHANGE,
    ),
    (
        rf"(?:you|u) (?:dont|do not|really dont) need{_GAP} {_THING}|no necesitas{_GAP} {_THING}|du brauchst keine{_GAP} {_THING}",
        "Says that others need no treatment",
    ),
    (
        rf"(?:stop poisoning yourself|no te envenenes)(?: \w+){{0,2}} {_THING}|{_THING} (?:is|are|es|son) (?:poison|veneno|gift)",
        "Calls a treatment poison",
    ),
    (
        rf"(?:the )?(?:right|correct|best|proper|safe|maximum) (?:dose|dosage)(?: \w+){{0,4}} is {_AMOUNT}|(?:you|u) (?:need|want|require) {_AMOUNT}|la dosis (?:correcta|adecuada|segura) es(?: de)? {_AMOUNT}|necesitas {_AMOUNT}",
        "Names a dose for others",
    ),
    (rf"(?:double|triple|halve|skip) your{_GAP} (?:{_AMOUNT}|{_THING})", _CHANGE),
)
_SIGNS = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), f"{reason}.") for pattern, reason in _ADVICE)
_CAREFUL = re.compile(
    r"\bwithout (?:asking|talking|speaking|consulting|telling)|\b(?:ask|talk to|speak to|call|tell|check with) (?:your|the|a) (?:\w+ )?(?:doctor|oncologist|nurse|team|pharmacist|neurologist|gp)"
    r"|\bsin (?:preguntar|hablar|consultar|decir)|\b(?:pregunta|consulta|habla|preguntale)(?: \w+){0,2} (?:medic[oa]|doctora?|oncolog[oa]|farmaceutic[oa])|\bohne (?:arzt|rucksprache|ruecksprache|deinen arzt|ihren arzt)"
)
_HARMS_ANYWAY = re.compile(r"\bdont (?:ask|tell|listen)|\bno (?:preguntes|consultes)")
_REPORTED = re.compile(
    r"\b(?:doctor|oncologist|nurse|gp|neurologist|pharmacist|haematologist|hematologist|consultant|specialist|team|leaflet|label|he|she|they|medic[oa]|doctora?|oncolog[oa]|hematolog[oa]|neurolog[oa]|enfermera|prospecto|arzt|arztin|aerztin)"
    r"(?: \w+){0,4} (?:said|says|told|tells|advised|wrote|suggested|recommended|wants|wanted|asked|reads|dijo|dice|mando|receto|recomendo|aconsejo|sagte|meinte|me)\b(?: \w+){0,4}[ ,]*$"
)
_I_DID = re.compile(r"\w+[éÉ]\b")  # "dejé": I stopped, where "deje" without its accent tells somebody to
AROUND = 160  # characters that are looked at on each side


class DosageDetector:
    """Finds advice on doses and on stopping."""

    name, version = "dosage", 1

    def find(self, text: Text, about: About) -> Iterator[Found]:
        """One finding for each piece of advice."""
        words, done = text.words, -1
        found = sorted(
            (match.start(), match.end(), reason)
            for pattern, reason in _SIGNS
            for match in pattern.finditer(words.plain)
        )
        for start, end, reason in found:
            if start < done or _is_careful(words.plain, start, end):
                continue
            done = end
            first, last = words.span(start, end)
            if not _I_DID.match(text.typed[first:last]):
                yield Found(Category.DOSAGE, first, last, reason)


def _is_careful(plain: str, start: int, end: int) -> bool:
    """Whether the sentence sends people to their doctor, or tells what a doctor said to its author."""
    before = plain[max(0, start - AROUND) : start].rpartition(" . ")[2]
    sentence = f"{before}{plain[start:end]}{plain[end : end + AROUND].partition(' . ')[0]}"
    if _REPORTED.search(before):
        return True
    return bool(_CAREFUL.search(sentence)) and not _HARMS_ANYWAY.search(sentence)
