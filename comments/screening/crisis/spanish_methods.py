"""Spanish phrases that ask for a method or tell of one: doses, ways, means at hand, and how somebody hurts themselves."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Phrase

FILOS = r"(?:cigarrillos?|cigarros?|colillas?|(?:un |una |el |la |mi )?(?:cigarrillo|cigarro|colilla|mechero|encendedor|cuchilla|hoja de afeitar|navaja|cuter|tijeras)|cuchillas|tijeras|mecheros)"
POR_ACCIDENTE = r"(?:cocin\w+|afeit\w+|sin querer|sin darme|accidente|sarten|horno|jardin\w*|depil\w+|pelo|picor\w*|picazon|eccema|sarpullido|bricolaje)\b"

METHODS = (
    Phrase(
        r"(?:cuant[ao]s?|que (?:dosis|cantidad))(?: \w+){0,8} (?:para|hasta|y)(?: \w+)? ?(?:no (?:volver a )?(?:despertar(?:me|se)?|despierte)|morir(?:me|se)?|matar(?:me|se)|no despertar(?:me|se)? nunca)",
        after=r"con|por la noche|de noche|a (?:media|las|mis|los)|tan|cada|en (?:la|mitad|plena)|de|antes|durante|cansad[oa]",
        near=r"(?:tiempo|meses|anos|dias|semanas|celulas)\b",
    ),
    Phrase(
        r"(?:que|cuantas|cuantos|cuales) (?:dosis|<pastillas>|veneno|farmacos?)(?: \w+){0,3} (?:te |me |lo )?(?:matan?|matarian?|es letal|es mortal|son letales)"
    ),
    Phrase(
        r"(?:forma|manera|modo|metodo|via)s?(?: (?:mas|menos))?(?: \w+)?(?: (?:y|o) (?:sin dolor|\w+ \w+|\w+))?(?: sin dolor)? (?:de|para) (?:morir(?:me|se)?|matar(?:me|se)|suicidar(?:me|se)|acabar con (?:todo|mi vida)|quitarme la vida|irme(?= [.,]|$| de este| para siempre))",
        after=r"en (?:paz|casa)|con dignidad|dignamente",
    ),
    Phrase(
        r"(?:como|quiero) (?:me |puedo |podria |se puede )?(?:morir(?:me|se)?|matar(?:me|se)?|muero|suicidar(?:me|se)) (?:sin (?:dolor|sufrir|que duela)|rapido|rapidamente)"
    ),
    Phrase(
        r"(?:tengo|hay|guardo|compre|he comprado|escondo|consegui)(?: \w+)? (?:una? )?(?:soga)(?= [.,]|$| en| y| debajo| lista| preparada)"
    ),
    Phrase(
        r"(?:soga|cuerda|pistola|cuchilla|escopeta|pastillas)(?: \w+){0,5} y (?:\w+ ){0,2}(?:pienso|quiero|voy a|no dejo de|no paro de|estoy pensando en) (?:\w+ )?(?:usarl[ao]s?|mirarl[ao]s?|mir\w+|tomarl[ao]s|tragarl[ao]s)",
        near=r"(?:receta\w*|farmacia|medico)\b",
    ),
)
WAYS_OF_HARM = (
    Phrase(
        r"me (?:\w+ )?(?:quemo|queme|quemado|quemando|corto|corte|cortado|cortando|hago cortes|hice cortes|rajo|clavo|hiero)(?: (?:los brazos|las piernas|los muslos|las munecas|la piel|el brazo|la pierna|las manos))?(?: \w+)? con "
        + FILOS,
        near=POR_ACCIDENTE,
    ),
    Phrase(
        r"me (?:quemo|corto|rajo|hago cortes en) (?:los brazos|las piernas|los muslos|las munecas)",
        near=POR_ACCIDENTE + r"|(?:sol|con los? \w+ de la cocina|cera)\b",
    ),
    Phrase(
        r"me (?:arano|rasco|muerdo|golpeo|pego|corto)(?: \w+){0,3} (?:hasta (?:sangrar|que sangr\w+|hacerme sangre)|para castigarme|porque me lo merezco)",
        near=r"(?:pic\w+|eccema|urticaria|sarpullido|alergia|sin querer|granos?)\b",
    ),
)
