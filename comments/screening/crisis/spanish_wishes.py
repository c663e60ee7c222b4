"""Spanish phrases in which death is something wished for, life a question, or the way of saying it new."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Phrase

WISHES = (
    Phrase(
        r"(?:(?:no|ya no|nunca)(?: \w+)? (?:soporto|aguanto|resisto|tolero)|odio|detesto)(?: mas)? (?:vivir|seguir viviendo|la vida|mi vida|esta vida|existir|estar viv[oa]|seguir viv[oa])",
        after=r"en|con|lejos|cerca|sol[oa]|pendiente|pegad[oa]|entre|de|sin|aqui|social|asi por",
    ),
    Phrase(
        r"(?:deseo|deseando|anhelo|ansio|quiero|pido|rezo por|imploro|le pido a dios|espero|busco|prefiero|suplico)(?: \w+)? (?:la|mi) muerte",
        after=r"(?:a|de|del|para) (?!mi\b|mi$|todas)\w+|digna",
        near=r"(?:sin miedo|tranquil[oa])\b",
    ),
    Phrase(
        r"(?:la muerte|mi muerte|morir|morirme|morirse|estar muert[oa]|no existir|el suicidio)(?: (?:realmente|sinceramente|solo|ya|a veces|hasta|ahora))? (?:seria|me parece|parece|suena|es|me resulta|se siente|podria ser|debe ser)(?: (?:como|un|una|el|la|mi|muy|tan|mas|mucho|casi|unico|unica|gran|mejor))* (?:alivio|descanso|tranquil[oa]|paz|liberacion|solucion|salida|bendicion|facil|tentador[a]?|apetecible|consuelo|mejor que)",
        before=r"(?:de|que|a|su|temo|miedo|sobre)(?: \w+)?",
        after=r"para (?:el|ella|nadie|ellos)|para su",
        near=r"(?:miedo|temo)\b",
    ),
    Phrase(
        r"(?:ojala|que)(?: ya)? (?:me )?(?:llegue|venga|lleve)(?: ya)? (?:la|mi) muerte|que la muerte (?:me lleve|venga)"
    ),
    Phrase(
        r"(?:la muerte|morir|estar muert[oa]) (?:es|seria) (?:mejor|mejor que|lo mejor|mi unica|la unica)(?= [.,]|$| que| para mi| salida| solucion)"
    ),
    Phrase(
        r"(?:decidido|decidi|quiero|voy a|quisiera|necesito|pienso|deseo|ganas de|hora de)(?: \w+)? (?:dejar|parar) de (?:vivir|existir|respirar)",
        after=r"con|en|como|de|para|por|al|sol[oa]|asi|pendiente|aqui|a|juntos|sin",
    ),
    Phrase(
        r"(?:por que|para que|que hago)(?: \w+)? (?:sigo viv[oa]|sigo viviendo|vivo|sigo existiendo|existo|estoy viv[oa]|seguir viviendo|vivir asi|sigo en este mundo)(?= [.,]|$| ya| todavia| aun| asi| si)"
    ),
    Phrase(
        r"(?:no (?:veo|encuentro|hay|tengo)|ya no (?:veo|hay|encuentro|tengo)) (?:ninguna |otra |mas )?salida(?: ninguna)?(?: ya)?(?= [.,]|$| y| pero| a)",
        near=r"(?:autopista|aparcamiento|edificio|hospital|laboral)\b",
    ),
    Phrase(
        r"(?:no|ya no)(?: me| le)? (?:quedan?|hay|tengo|encuentro|veo)(?: ya)?(?: mas| ninguna| ningun| una sola)? (?:razones|razon|motivos?) (?:para|de|por los que) (?:vivir|seguir viviendo|existir|seguir viv[oa]|estar viv[oa])",
        after=r"con|en|cerca|sin",
    ),
    Phrase(
        r"(?:acabare|acabo|voy a acabar|terminare|voy a terminar) con (?:todo|mi vida|esto)(?= [.,]|$| ya)",
        near=r"(?:trabajo|tratamiento|quimio|dieta|papeleo|curso|relacion|contrato|mudanza)\b",
    ),
    Phrase(r"(?:me )?<quiero>(?: \w+)? (?:desvivir(?:me)?|unalivear(?:me)?)", after=r"por"),
    Phrase(r"(?:me (?:desvivo|unaliveo))(?= [.,]|$| hoy| esta noche| ya)"),
    Phrase(
        r"(?:ojala|espero|deseo|quisiera|rezo para|rezo por)(?: que)? (?:no|nunca)(?: me)? (?:despierte|despertara|despertarme|despertar|despierto|sobreviva|sobrevivir|vuelva a despertar)(?: mas)?",
        after=r"durante|antes|con|en (?:mitad|medio)|tan|tard[eo]|a (?:los|las|mis|mi)|hasta",
    ),
    Phrase(r"me (?:suicidaria|quitaria la vida|desviviria)(?= [.,]|$| si| hoy| y| pero)"),
    Phrase(
        r"(?:nunca|jamas|no) me (?:mataria|suicidaria|quitaria la vida|haria dano)",
        needs=r"(?:no (?:\w+ ){0,2}(?:tan )?segur[oa]|no lo se|ya no se|menti)",
    ),
)
