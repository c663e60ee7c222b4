"""What makes something else of a piece of advice: a doctor who said it, a denial in front of it, a question, a warning."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

import re

AROUND = 160  # characters that are looked at on each side

_CAREFUL = re.compile(
    r"\bwithout (?:asking|talking|speaking|consulting|telling|checking|seeing|your)|\bunless your\b|\b(?:ask|asking|talk to|speak to|speak with|talk with|call|tell|check with|consult|see|listen to) (?:your|the|a) (?:\w+ )?(?:doctors?|oncologist|nurse|team|pharmacist|neurologist|gp|consultant|haematologist|hematologist|specialist)"
    r"|\b(?:dangerous|risky|unsafe|not safe|isnt safe|not ok|not okay|isnt ok|a mistake|a bad idea|irresponsible|harmful)(?: \w+){0,2} to\b|\bto (?:\w+ ){1,7}(?:is|can be|could be) (?:\w+ )?(?:dangerous|risky|unsafe|fatal)"
    r"|\b(?:as|like|what|whatever|the way|when) (?:your|the|my) (?:\w+ )?(?:doctors?|oncologist|nurse|team|pharmacist|gp|consultant|specialist) (?:\w+ )?(?:said|says?|told|tells?|prescribed|prescribes|advised|advises|wrote|wants?|recommended)\b|\bas (?:prescribed|directed|agreed with)\b"
    r"|\bcomo (?:te |le |se )?(?:lo |la )?(?:dijo|diga|dice|indico|indique|mando|receto) |\bwie (?:verordnet|verschrieben|mit (?:dem|deinem|der|deiner) (?:arzt|arztin) besprochen)\b"
    r"|\bsin (?:preguntar|hablar|consultar|decir)|\b(?:pregunta|consulta|consultalo|habla|preguntale|hablalo|consultar|preguntar|hablar)(?: \w+){0,3} (?:medic[oa]|doctora?|oncolog[oa]|farmaceutic[oa]|neurolog[oa]|hematolog[oa])|\bes (?:muy )?peligros[oa]\b"
    r"|\bohne (?:arzt|rucksprache|ruecksprache|deinen arzt|ihren arzt|arztin|mit)|\b(?:frag|fragt|fragen sie|sprich|sprechen sie)(?: \w+){0,3} (?:arzt|arztin|aerztin|onkolog\w+|apothek\w+)|\bgefahrlich\b"
)
_HARMS_ANYWAY = re.compile(
    r"\b(?:dont|never|no need to) (?:ask|tell|listen|consult|talk)|\bno (?:preguntes|consultes|le preguntes)|\bfrag nicht"
)
_REPORTED = re.compile(
    r"\b(?:doctors?|oncologist|nurses?|gp|neurologist|pharmacist|haematologist|hematologist|consultant|specialist|team|leaflet|label|he|she|they|medic[oa]|doctora?|oncolog[oa]|hematolog[oa]|neurolog[oa]|enfermera|prospecto|arzt|arztin|aerztin|onkologin?)"
    r"(?: \w+){0,4} (?:said|says|told|tells|advised|wrote|suggested|recommended|wants|wanted|asked|reads|thinks|thought|dijo|dice|mando|receto|recomendo|aconsejo|sagte|sagt|meinte|me)\b(?: \w+){0,4}[ ,]*$"
)
_REPORTED_AFTER = re.compile(
    r"^(?: \w+){0,8} ,? ?(?:(?:my|the|mi|la|el|mein\w*) (?:doctors?|oncologist|nurses?|gp|neurologist|pharmacist|consultant|team|medic[oa]|doctora|oncolog[oa]|enfermera|arzt|arztin) (?:says?|said|told|thinks|dice|dijo|sagt|sagte|meint|meinte)|they (?:say|said|told)|me (?:dijeron|dijo|han dicho))\b|^(?: \w+){0,2} for me\b"
)
# Right in front: it is denied, somebody else does it, or it depends on something.
_NOT_SAID = re.compile(
    r"(?<!\w)(?:dont|do not|doesnt|didnt|never|not|cant|couldnt|wouldnt|wont|shouldnt|mustnt|please dont|nor|no|nunca|jamas|nicht|nie"
    r"|they|he|she|we|i|will|did|didnt|does|doctors?|oncologists?|nurses?|team|had|have|if|when|unless|until|once|si|cuando|wenn|if you|when you|once you|before you|after you|until you|unless you|whether to|why did you|you)"
    r"(?: (?:ever|just|also|even|to|only|simply|really|had to|have to|always|suddenly|de)){0,2} $"
)
# "Don't be afraid to", "it is time to": what comes behind is meant.
_MEANT_STILL = re.compile(
    r"\b(?:afraid|scared|hesitate|wait|fear|bad|you (?:can|could|may|should|must)) (?:to )?(?:just )?$"
)
_ASKS = re.compile(
    r"\A[\W_]*(?:\w+ , )?(?:and |but |so |or |y |pero |o |und |aber )?(?:(?:do|does|did|have|has|had|is|are|was|were|should|shall|can|could|may|might|must|will|would|when|who|what|how|which|where|whether|anyone|anybody"
    r"|cuando|quien|como|que|cual|donde|puedo|debo|deberia yo|alguien|se puede|es|a alguien|hay|tengo que|hat|habt|kann|darf|soll|muss|wann|wer|wie|was|wo)\b|(?:por que|warum|why) (?:did|do they|are they|had|would|os|le|te (?:han|quitaron|dijeron)|haben|hast)\b)"
)
_ADVISES_STILL = re.compile(
    r"\b(?:why (?:not|dont you)|if i (?:were|was) you|yo que tu|que tal si|have you (?:tried|considered|thought))\b"
)
_SENTENCE_END = re.compile(r"[.!?;\n]")
_TELLS_OF_THEMSELVES = re.compile(r"(?<!\w)(?:i|im|ive|we|he|she|my|yo|ich|er|tomo|nehme)(?!\w)")
_BELIEVES = re.compile(
    r"(?<!\w)(?:if i (?:were|was) you|i (?:tell|told|promise|know|swear|mean|think|say)|believe me|trust me|take it from me|im telling you)(?!\w)"
)
_TO_YOU = re.compile(r"(?<!\w)(?:you|your|u|tu|tus|su|sus|te|du|dein\w*|sie)(?!\w)")
_TAKING = re.compile(r"(?:and |so |then |just |also |but )*(?:take|start|use|try|add|inject|toma|tome|nimm)(?!\w)")


def means_harm(plain: str, start: int, end: int, behind: str) -> bool:
    """Whether the advice between ``start`` and ``end`` is meant as such; ``behind`` stands after it, as it was typed."""
    before = plain[max(0, start - AROUND) : start].rpartition(" . ")[2].removeprefix(". ")
    advice, after = plain[start:end], plain[end : end + AROUND].partition(" . ")[0]
    return not (
        _is_careful(f"{before}{advice}{after}")
        or _REPORTED.search(before)
        or _REPORTED_AFTER.search(after)
        or (_NOT_SAID.search(before) and not _MEANT_STILL.search(before))
        or _is_asked(f"{before}{advice}", behind)
        or _is_told_of_oneself(before, advice)
    )


def _is_careful(sentence: str) -> bool:
    """Whether the sentence warns, or sends people to their doctor."""
    return bool(_CAREFUL.search(sentence)) and not _HARMS_ANYWAY.search(sentence)


def _is_asked(said: str, behind: str) -> bool:
    """Whether the sentence is a question that advises nothing."""
    mark = _SENTENCE_END.search(behind[:AROUND])
    return bool(mark and mark[0] == "?" and _ASKS.search(said) and not _ADVISES_STILL.search(said))


def _is_told_of_oneself(before: str, advice: str) -> bool:
    """Whether it goes on with what somebody does: "I get up at six, take 40 mg"."""
    return bool(
        _TAKING.match(advice)
        and not _TO_YOU.search(advice)
        and _TELLS_OF_THEMSELVES.search(before)
        and not _BELIEVES.search(before)
    )
