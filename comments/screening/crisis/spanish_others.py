"""Spanish phrases of violence, and of danger to somebody else than the author."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Kind, Phrase
from comments.screening.crisis.spanish_others_harm import HARM_OF_OTHERS

# "If I miss the appointment", but not "if I leave him" or "if I call the police".
_EN_BROMA = r"(?:si|cuando)(?: (?:me|le|se|lo|la|no))*(?! (?:(?:me|le|se|lo|la|no) )*(?:dej\w+|voy|vaya|marcho|llamo|denuncio|separo|divorci\w+|hablo|cuento|diga algo|grito|escapo|niego|resisto|intento|encuentr\w+|ve\b|bebe|vuelve))\b(?: \w+)"
VIOLENCE = (
    Phrase(
        r"me (?:esta|estan|estaba) (?:pegando|golpeando|maltratando|amenazando|violando)",
        near=r"(?:sol|gripe|virus|migranas?|dolor|calor)\b",
    ),
    Phrase(
        r"<fam>(?: \w+){0,3} (?:pega|pego|golpea|golpeo|maltrata|maltrato|amenaza|amenazo|viola|violo|ahoga|estrangula|ataca|agrede|agredio|pegando|golpeando|maltratando|pegado|golpeado|amenazado|encierra|empuja|patea)(?= [.,]|$| \w)",
        needs=r"me (?:\w+ ){0,2}(?:peg|golpe|maltrat|amenaz|viol|ahog|estrangul|atac|agred|encierr|empuj|pate)\w*|(?:peg|golpe|maltrat|amenaz|viol|agred)\w*me",
        near=r"(?:susto|gripe|virus|pega la|migranas?|dolor|broma|jugando|sin querer|catarro|ajedrez|sol)\b",
    ),
    Phrase(
        r"(?:me|nos) (?:va a|quiere|quiso|intenta|intento|ha intentado|amenaza con|amenazo con|puede|dice que va a|van a|quieren) (?:matar|hacer dano|pegar|golpear|violar|apunalar|disparar)",
        needs=r"<fam>|el|ella|marido|pareja|ex|novio|hombre|ayuda|miedo|policia|cuchillo|pistola",
        before=r"(?:dolor|migrana|calor|tos|quimio|trabajo|jefe|jefa|suegra|cola|espera)(?: \w+){0,2}",
        after=_EN_BROMA,
        near=r"(?:cuando (?:vea|se entere|sepa)|si (?:se entera|ve|sabe)|jaja\w*|migranas?|quimio|dolor)\b",
    ),
    Phrase(
        r"(?:intenta|intento|quiere|amenaza con|va a|dice que va a|intentando|amenazado con|amenazo con|ha intentado)(?: \w+)? (?:matarme|pegarme|golpearme|violarme|hacerme dano|matarnos|apunalarme|ahogarme)",
        near=r"(?:migranas?|quimio|dolor|tos|cuando (?:vea|se entere)|si se entera|enfermer\w+)\b",
    ),
    Phrase(
        r"(?:miedo|aterrad[oa]|terror|asustad[oa])(?: de)? (?:que )?(?:a |de )?(?:<fam>)?(?: \w+)? ?(?:me (?:mate|pegue|haga dano|golpee|encuentre|haga algo|viole)|nos mate|a mi (?:marido|pareja|ex|novio|padre|esposo)(?= [.,]|$| y| porque))",
        near=r"(?:pierda|perder|vacuna|quimio|migranas?|dolor|tratamiento|pastilla|operacion)\b",
    ),
    Phrase(
        r"(?:tengo |me da |le tengo )(?:mucho )?miedo (?:de|a) (?:mi (?:marido|pareja|ex|novio|padre|esposo|padrastro|mujer|novia))(?= [.,]|$| y| porque| cuando)"
    ),
    Phrase(
        r"<fam>(?: \w+){0,2} (?:tiene|con|ha cogido|saco|lleva|agarro) (?:un|una|el|la) (?:cuchillo|pistola|arma|navaja|escopeta)",
        near=r"(?:cocina|pelicula|cirujan\w+)\b",
    ),
    Phrase(
        r"(?:estoy|estamos|corro|mi vida esta|mi vida corre)(?: \w+)? (?:en )?peligro",
        after=r"(?:de (?:perder|recaer|infeccion))",
        near=r"(?:infecci\w+|defensas|covid)\b",
    ),
    Phrase(
        r"(?:por favor|alguien)(?: \w+)? (?:llamen|llamad|llame|llama|manden|mandad)(?: a)?(?: la| una)? (?:policia|112|911|ambulancia|ayuda)",
        after=r"si",
    ),
    Phrase(
        r"(?:estoy|me he) (?:escondid[oa]|encerrad[oa])(?: \w+){0,4}",
        needs=r"el|marido|pareja|ex|novio|policia|padre|miedo",
        near=r"(?:migranas?|dolor|luz|confinamiento)\b",
    ),
)
OTHERS_IN_DANGER = (
    Phrase(
        r"<fam>(?: \w+){0,2} se (?:corta|autolesiona|hace cortes|hace dano)(?= [.,]|$| los| las| en| y| a)",
        after=r"(?:el pelo|las unas)",
    ),
    Phrase(
        r"<fam>(?: \w+){0,5} (?:se )?(?:quiere|quiso|queria|va a|intento|intenta|ha intentado|piensa en|amenaza con|dice que (?:se )?(?:quiere|va a)|habla de|acaba de intentar|pensando en)(?: \w+)? (?:morir|morirse|matarse|matar|suicidarse|suicidar|quitarse la vida|hacerse dano|cortarse|tirarse|acabar con su vida|desaparecer para siempre|colgarse)",
        after=r"de (?:risa|verguenza)|en (?:su )?casa|en paz|(?:el|las|los|a los|al|a las|la) (?:cancer|celulas|tumor|bichos|mosquitos)|(?:de|por) (?:el|la) (?:moto|tobogan)",
        needs=r"se|morir|morirse|matarse|suicidarse|vida|\w+se",
    ),
    Phrase(
        r"<fam>(?: \w+){0,5} no (?:quiere|queria)(?: \w+)? (?:vivir|seguir viviendo|vivir mas|estar aqui)(?= [.,]|$| mas)"
    ),
    Phrase(r"<fam>(?: \w+){0,3} (?:tiene|esta con|tiene muchas|tenia)(?: \w+)? (?:ideas|pensamientos) suicidas"),
    Phrase(
        r"<fam>(?: \w+){0,3} (?:se ha tomado|se tomo|acaba de tomarse|se ha tragado|se trago)(?: \w+)? (?:todas? |un bote|un frasco|una caja|el bote|muchas)(?:\w+ ?){0,3}",
        near=r"(?:en un mes|en una semana|agua|como le|desayuno|vitaminas)\b",
    ),
    Phrase(r"<fam>(?: \w+){0,3} (?:no respira|no despierta|no se despierta|esta inconsciente|ha dejado de respirar)"),
)
OTHERS = {Kind.VIOLENCE: VIOLENCE, Kind.OTHER: (*OTHERS_IN_DANGER, *HARM_OF_OTHERS)}
