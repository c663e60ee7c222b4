"""Spanish phrases of what somebody else does, or has just done, to themselves; the verb may come first."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Phrase
from comments.screening.crisis.spanish_methods import FILOS, POR_ACCIDENTE

_DEAD = r"(?:murio|fallecio|entierro|funeral)\b"
_AS_TOLD = r"(?:agua|como (?:le|se lo)|desayuno|cena|vitaminas|receta\w*|a su hora|farmacia|cada (?:dia|noche)|en (?:un|una|este|esta) (?:mes|semana))\b"
_ENDS = r"(?:matarse|suicidarse|ahorcarse|colgarse|quitarse la vida|desvivirse|cortarse las venas|pegarse un tiro|envenenarse|(?:tirarse|lanzarse) (?:por|de|del|al|desde|a las)(?: (?:el|la|las|un|una))? (?:puente|ventana|balcon|tren|metro|vias|azotea|tejado|vacio|rio))"
_END = r"(?:matar|suicidar|ahorcar|colgar|quitar la vida|desvivir|cortar las venas|(?:tirar|lanzar) (?:por|de|del|al|desde|a las)(?: (?:el|la|las|un|una))? (?:puente|ventana|balcon|tren|metro|vias|azotea|tejado|vacio|rio))"
_WANTS = r"(?:quiere|quiso|queria|va a|intento|intenta|ha intentado|piensa en|pensaba en|amenaza con|dice que quiere|habla de|acaba de intentar|trato de|planea|esta pensando en|pensando en)"

HARM_OF_OTHERS = (
    Phrase(
        r"<fam>(?: \w+){0,3} (?:tomo|bebio|trago|ha tomado|ha bebido) (?:veneno|lejia|matarratas)",
        near=_DEAD,
        is_act=True,
    ),
    Phrase(
        r"<fam>(?: \w+){0,5} " + _WANTS + r"(?: \w+)? " + _ENDS,
        near=_DEAD,
        after=r"por (?:mi|su|sus|los|las|el|la|todos)|a (?:trabajar|estudiar)",
        is_act=True,
    ),
    Phrase(
        r"<fam>(?: \w+){0,5} se " + _WANTS + r"(?: \w+)? (?:morir|" + _END + r")",
        near=_DEAD,
        after=r"por (?:mi|su|sus|los|las|todos)|de (?:risa|verguenza|hambre)|a (?:trabajar|estudiar)|(?:el|los|las) (?:bichos|mosquitos)",
        is_act=True,
    ),
    Phrase(
        r"se " + _WANTS + r" (?:morir|" + _END + r")(?: \w+){0,2} <mifam>",
        near=_DEAD,
        after=r"de (?:risa|verguenza)",
        is_act=True,
    ),
    Phrase(_WANTS + r" (?:morirse|" + _ENDS + r")(?: \w+){0,2} <mifam>", near=_DEAD, is_act=True),
    Phrase(
        r"no quiere (?:vivir|seguir viviendo|vivir mas|seguir viv[oa])(?: mas| ya)? <mifam>", after=r"en|con|sol[oa]"
    ),
    Phrase(
        r"<fam>(?: \w+){0,3} (?:se )?(?:ha tomado|tomo|acaba de tomar(?:se)?|ha tenido|tuvo|se ha metido|sufrio) una (?:\w+ )?sobredosis",
        near=_DEAD + r"|(?:chocolate|azucar|por error)\b",
        is_act=True,
    ),
    Phrase(
        r"<fam>(?: \w+){0,3} se (?:ha tomado|tomo|trago|ha tragado|acaba de tomar|acaba de tragar)(?: \w+)? (?:todas? (?:sus|las|mis) <pastillas>|(?:un|el) (?:bote|frasco|blister)|una caja|demasiadas <pastillas>|un monton de <pastillas>)",
        near=_DEAD + r"|" + _AS_TOLD,
        is_act=True,
    ),
    Phrase(
        r"se (?:ha tomado|tomo|trago|ha tragado)(?: \w+)? (?:todas? (?:sus|las) <pastillas>|(?:un|el) (?:bote|frasco)|una caja)(?: \w+){0,3} <mifam>",
        near=_AS_TOLD,
        is_act=True,
    ),
    Phrase(
        r"<fam>(?: \w+){0,8} (?:no (?:se )?despierta|no reacciona|no responde)(?= [.,]|$| y| ayuda)",
        near=r"(?:hasta|despertador|colegio|anestesia)\b",
    ),
    Phrase(
        r"<fam>(?: \w+){0,3} se (?:corta|corto|ha cortado|rajo|abrio) las (?:venas|munecas)",
        near=_DEAD + r"|(?:accidente|pelicula)\b",
        is_act=True,
    ),
    Phrase(
        r"<fam>(?: \w+){0,3} se (?:corta|quema|autolesiona|autolesiono|rasga|hace cortes|hace dano|lesiona)(?= [.,]|$| los| las| en| y| a| con| otra| cuando)",
        after=r"(?:el pelo|las unas|con (?:el|la|los|las)|el)",
        near=POR_ACCIDENTE,
    ),
    Phrase(r"se (?:corta|quema|autolesiona|hace cortes) <mifam>", near=POR_ACCIDENTE),
    Phrase(r"<fam>(?: \w+){0,3} se (?:corta|quema|corto|quemo)(?: \w+){0,2} con " + FILOS, near=POR_ACCIDENTE),
    Phrase(
        r"<mifam>(?: \w+){0,3} (?:dice|dijo|cree|piensa|siente|escribio|repite)(?: \w+){0,2} (?:estariamos|estaran|estaremos|viviriamos|estarian|seriamos)(?: \w+){0,2} (?:mejor|felices|tranquilos) sin (?:el|ella)",
        is_act=True,
    ),
    Phrase(
        r"<mifam>(?: \w+){0,3} (?:dice|dijo|repite)(?: \w+){0,3} (?:ojala estuviera muert[oa]|no quiere (?:vivir|estar aqui|seguir viviendo)|la vida no (?:vale|tiene)|se quiere morir|quiere morir(?:se)?)",
        after=r"en (?:casa|paz)|de (?:risa|verguenza)",
        is_act=True,
    ),
)
