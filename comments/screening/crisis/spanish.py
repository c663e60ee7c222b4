"""Spanish phrases of danger. Plain words (see ``words``): no accents, ``n`` for ``ñ``."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Kind, Phrase, signs
from comments.screening.crisis.spanish_methods import METHODS, WAYS_OF_HARM
from comments.screening.crisis.spanish_others import OTHERS
from comments.screening.crisis.spanish_plans import GOODBYES, HARMS, LETTING_GO, PLANS
from comments.screening.crisis.spanish_wishes import WISHES

PARTS = {
    "eoc": r"(?= [.,]|$| (?:y|pero|porque|ayuda|por favor|hoy|ahora|asi|nunca|jamas)\b)",
    "fam": r"(?:mi (?:\w+ )?(?:tia|suegro|suegra|cunado|cunada|companero|companera|companero de piso|prima|marido|esposo|esposa|mujer|pareja|ex|ex marido|novio|novia|padre|padrastro|hijo|hija|hermano|hermana|tio|primo|vecino|vecina|amigo|amiga|mejor amigo|mejor amiga|madre|mama|papa|abuelo|abuela|sobrino|sobrina|nieto|nieta|cuidador)|el|ella|alguien)",
    "mifam": r"(?:mi (?:\w+ )?(?:tia|suegro|suegra|cunado|cunada|companero|companera|companero de piso|prima|marido|esposo|esposa|mujer|pareja|ex|ex marido|novio|novia|padre|padrastro|hijo|hija|hermano|hermana|tio|primo|vecino|vecina|amigo|amiga|mejor amigo|mejor amiga|madre|mama|papa|abuelo|abuela|sobrino|sobrina|nieto|nieta|cuidador))",
    "pastillas": r"(?:pastillas|pastilla|comprimidos|medicamentos|medicacion|medicinas|somniferos|calmantes|analgesicos|tabletas|pildoras|insulina|morfina)",
    "quiero": r"(?:quiero|quisiera|quiera|queria|quise|querria|deseo|deseaba|deseando|ganas de|gana de|prefiero|preferiria|necesito|voy a|iba a|intente|intento|intentar|intentado|pienso en|pensando en|pensado en|pensaba en|penso en|planeo|planeando|decidido|decidi|gustaria|podria|tentado de|a punto de|quiero de verdad|ojala pudiera|pensar en|capaz de|merezco|mejor)",
}
_IDLE = (
    r"de (?:risa|verguenza|hambre|sueno|pena|amor|calor|frio|gusto|envidia|aburrimiento|asco|la risa|la verguenza|viej[oa]|ganas|curiosidad|sed|miedo)"
    r"|en (?:mi )?(?:casa|paz)|en mi (?:propia )?cama|con dignidad|dignamente|algun dia|tranquil[oa]|rodead[oa]|riendo|cuando (?:me llegue|llegue)|mat[oa]ndo|por (?:un|una) (?:cafe|cerveza|siesta)"
)
_FEARED = r"(?:me )?voy a morir(?!me)(?! (?:esta noche|hoy|manana|ahora|porque quiero))"
_DOLOR = r"(?:aplicacion|la app|la web|pagina|sesion|contrasena|wifi|dolor|dolores|migranas?|cabeza|jaquecas?|calor|ruido|trabajo|nauseas|picor|efectos|tratamiento|quimio|espera|colas?)\b"

SELVES = (
    Phrase(r"(?:ya )?nada (?:en mi vida )?tiene(?: ya)? sentido(?= [.,]|$| para mi| y)"),
    Phrase(r"(?:mejor|ojala) (?:que )?(?:yo )?no (?:existiera|existiese|hubiera nacido|estuviera aqui)"),
    Phrase(
        r"(?:me )?<quiero>(?: \w+)? (?:morir|morirme|morirse|estar muert[oa])",
        after=_IDLE + r"|que (?:seguir con la (?:dieta|cola)|otra)",
        near=_FEARED,
    ),
    Phrase(
        r"(?:me )<quiero> (?:morir|matar|suicidar|colgar|ahorcar|tirar por|tirar del|tirar desde|quitar la vida|quitar de en medio)",
        after=_IDLE + r"|a (?:trabajar|estudiar|correr)|(?:trabajando|estudiando)",
        near=_FEARED,
    ),
    Phrase(
        r"(?:(?:<quiero>|me|como|y|a|de|por) ?)?(?:matarme|suicidarme|quitarme la vida|quitarme de en medio|quitarme del medio|quitarme de enmedio)",
        after=r"a (?:trabajar|estudiar|correr|hacer)|trabajando|estudiando|de (?:la )?risa|por (?:llegar|acabar|terminar)|para (?:llegar|acabar|terminar)",
        near=r"(?:quiere|quieren|van a|va a|intento|intenta|amenaza\w* con) matarme|(?:este|esta|la|el) (?:dolor|migrana|calor|tos) (?:va|quiere)",
    ),
    Phrase(r"(?:me|yo me) (?:voy a|vy a|voi a) (?:matar|suicidar|colgar|ahorcar)", after=r"a (?:trabajar|estudiar)"),
    Phrase(
        r"(?:me mato|me suicido|me cuelgo|me ahorco|me quito la vida|me quito de en medio)",
        after=r"a (?:trabajar|estudiar|correr|hacer|reir)|trabajando|estudiando|de (?:la )?risa|por (?:\w+)|(?:del|de) (?:movil|telefono|grupo)",
        before=r"(?:casi|por poco|se|que)",
    ),
    Phrase(
        r"(?:acabar|terminar|acabo|termino|acabare|terminare|acabado|acabara|acabase) con (?:mi (?:propia )?vida|todo|mi existencia|mi sufrimiento)",
        after=r"lo que|el (?:trabajo|pastel|postre)|los|eso de",
        near=r"(?:el (?:cancer|tumor|dolor)) (?:va a|puede)|empezar de nuevo",
    ),
    Phrase(
        r"(?:poner|pongo|pondre|ponerle|darle|dar) (?:fin|punto final) a (?:mi vida|todo|todo esto|mi existencia|esta vida|mi sufrimiento)"
    ),
    Phrase(
        r"(?:no|ya no|nunca)(?: \w+)? (?:quiero|deseo|quisiera|queria|aguanto|merezco|puedo|tengo ganas de|me apetece|me quedan ganas de|vale la pena|merece la pena)(?: ya)?(?: seguir| continuar)? (?:vivir|viviendo|existir|existiendo|estar vivo|estar viva|seguir viva|seguir vivo|viva|vivo)",
        after=r"en (?:\w+)|con (?:mis|mi|la|el)|lejos|cerca|sol[oa] en|fuera|de (?:la|las|mis|recuerdos|alquiler)|pendiente|pegad[oa]|al",
    ),
    Phrase(
        r"(?:no|ya no)(?: \w+)? (?:quiero|deseo|puedo|voy a) (?:seguir|continuar)(?: adelante| asi| luchando| mas| aqui)?<eoc>",
        after=r"con|en|la|el|tu|tomando|esperando",
        near=r"(?:dieta|quimio|tratamiento|medicacion|curso|ejercicio)\b",
    ),
    Phrase(
        r"(?:no|ya no)(?: \w+)? (?:quiero|deseo|deberia|quisiera|voy a|pienso|queria) (?:estar|seguir|quedarme|continuar|estare) (?:mas )?(?:aqui|en este mundo|en esta vida|vivo|viva)(?: mas|<eoc>| ya)",
        near=r"(?:hospital|sala|cola|ingresad[oa])\b",
    ),
    Phrase(
        r"(?:no|ya no) (?:quiero|deseo|quisiera)(?: \w+)? (?:despertar|despertarme|levantarme nunca|amanecer)(?: mas| manana| nunca| nunca mas| jamas|<eoc>)",
        after=r"a (?:mi|los|las|mis)|temprano|tan",
        near=r"(?:temprano|a las)\b",
    ),
    Phrase(
        r"(?:no (?:le |les |me |te )?(?:veo|encuentro|hallo|tiene|tengo|queda|hay)|ya no (?:le )?(?:veo|encuentro|tiene|tengo|queda)|sin|que|perdi el|he perdido el)(?: \w+)? (?:sentido|motivos?|razones|razon|caso)(?: \w+)? (?:a|de|en|para|que)? ?(?:seguir|vivir|la vida|nada|mi vida|continuar|estar aqui|estar viv[oa]|todo)",
        after=r"(?:con )?(?:la|el|los|mi) (?:dieta|tratamiento|quimio|curso|medicacion|conversacion)|con|tomando|buscando|discutiendo|esperando|en (?:este|la|el|mi)|adelante con|de esto",
    ),
    Phrase(
        r"(?:la|mi|esta) vida(?: ya)? (?:no (?:tiene|vale|merece)|carece de|es una mierda y quiero)(?: \w+){0,2} (?:sentido|pena|nada)"
    ),
    Phrase(
        r"(?:no|ya no)(?: \w+)? (?:tiene|tienen) sentido (?:vivir|seguir|la vida|mi vida|seguir adelante|seguir viviendo|que siga)",
        after=r"(?:con|tomando|la dieta)",
    ),
    Phrase(r"(?:no|ya no)(?: me)? (?:vale|merece) la pena (?:vivir|seguir|seguir viviendo|seguir adelante|la vida)"),
    Phrase(
        r"(?:sin|no tengo|no me quedan|perdi las|he perdido las|perdido las|se me quitaron las|se me han quitado las) (?:ninguna |mas )?ganas de (?:vivir|seguir viviendo|seguir adelante|nada mas en la vida|seguir)<eoc>"
    ),
    Phrase(
        r"(?:cansad[oa]|hart[oa]|agotad[oa]|aburrid[oa]) de (?:vivir|la vida|esta vida|mi vida|existir|estar viv[oa])",
        after=r"(?:en|con|de|pendiente|entre|a base)",
    ),
    Phrase(
        r"(?:estarian|estarian todos|estaria|estaran|estan|viviran|vivirian|seria|sera|estariais|estareis|serian)(?: \w+){0,3} (?:mejor|felices|mas felices|mas facil|tranquilos|aliviados)(?: \w+)? (?:sin mi|si (?:yo )?(?:no estuviera|no existiera|me muriera|me muero|desapareciera|muriera|no estoy)|si yo)"
    ),
    Phrase(r"(?:mejor|mas felices|felices|tranquilos)(?: \w+)? sin mi(?= [.,]|$| y| porque)"),
    Phrase(r"(?:estaria|estare|estoy|seria|estar)(?: \w+)? mejor muert[oa]"),
    Phrase(
        r"(?:ojala|quisiera|desearia|me gustaria|espero|quiero|queria)(?: \w+)? (?:(?:no )?(?:hubiera|hubiese) nacido|no haber nacido|estuviera muert[oa]|me muera|me muriera|me muriese|me muero|no despertara|no despertar(?:me)?|no me despertara|no me despierte|dormirme para siempre|dormir para siempre|no existir|no existiera|desaparecer|dejar de existir|dormirme y no despertar(?:me)?|dormir y no despertar(?:me)?|no volver a despertar(?:me)?|estar muert[oa])",
        after=_IDLE + r"|del (?:grupo|mapa|facebook)|las? (?:manchas|canas)",
        near=r"(?:operacion|anestesia|cirugia)\b",
    ),
    Phrase(
        r"(?:dormir|dormirme|acostarme)(?: \w+)? y (?:no|nunca|jamas)(?: \w+)? (?:despertar|despertarme|despertar mas)",
        near=r"(?:miedo|temo|anestesia|operacion)\b",
    ),
    Phrase(
        r"nadie (?:me )?(?:echaria|echara|extranaria|extranara|notaria|lloraria|va a extranar(?:me)?)(?: \w+)?(?: de menos| si (?:yo )?(?:no|me|des\w+)| mi (?:ausencia|muerte))?",
        needs=r"me|mi|yo",
    ),
    Phrase(
        r"(?:soy|solo soy|me siento|siento que soy)(?: \w+)? (?:solo )?una carga(?: para (?:todos|todo el mundo|mi familia|mis hijos|los demas|ellos))?<eoc>",
        before=r"(?:no|nunca)",
    ),
    Phrase(
        r"(?:pienso|pensando|pensado|pense|penso|pensaba|pensar|obsesionad[oa]|planeo|planeando|intent\w+|he considerado|considero|tentacion|idea|ideas|pensamientos)(?: \w+){0,3} (?:(?:del?|en|con|en el|el) suicidio|de suicidio|suicidas?|suicidarme|matarme|quitarme la vida|en morir|en la muerte como salida)",
        after=r"(?:prevencion|asistido en)",
        near=r"(?:prospecto|efectos? secundarios?|lei|leido|pone|advierte|enumera|pregunt\w+ si (?:\w+ ){1,8}(?:le|les) dije que no)\b",
    ),
    Phrase(
        r"(?:tengo|tenia|tuve|con|mis|tenido|siento|vuelven|vuelto)(?: \w+){0,3} (?:pensamientos|ideas|ideacion|impulsos|tendencias) suicidas?",
        near=r"(?:prospecto|lei|leido|pone|advierte|personas|gente|pacientes)\b",
    ),
    Phrase(
        r"(?:no puedo mas|ya no puedo mas|no aguanto mas|ya no aguanto mas|ya no puedo|no puedo seguir asi|no puedo seguir|no soporto mas)(?: con (?:mi vida|todo|la vida|esta vida|nada|esto))?(?= [.,]|$| y | quiero| me quiero| ayuda| de verdad)",
        near=_DOLOR,
    ),
    Phrase(
        r"(?:no (?:veo|hay|encuentro|tengo)|ya no (?:veo|hay)|la unica|unica)(?: otra| ninguna| mas)? (?:salida|solucion)(?: (?:es|que|para mi|a esto|a mi vida|mas que|a todo)(?: \w+)?|<eoc>)",
        near=r"(?:autopista|aparcamiento|edificio|quirurgica)\b",
    ),
    Phrase(
        r"(?:me|que me) (?:quiero|gustaria|apetece|dan ganas de)? ?(?:dejar|dejen|dejadme|dejame) morir(?:me)?|(?:dejadme|dejenme|dejame) morir"
    ),
    Phrase(
        r"(?:no|ya no)(?: me)? (?:importa|importaria) (?:morir|morirme|si me muero|estar muert[oa]|vivir o morir|si vivo o muero)"
    ),
    Phrase(
        r"(?:irme|marcharme|ir|dejar|abandonar) (?:de )?(?:este|esta) (?:mundo|vida)(?: ya)?",
        before=r"(?:todos|todas|no quiero|nos)(?: \w+)?",
        after=r"con",
    ),
    Phrase(
        r"(?:quiero|quisiera|ojala|solo quiero|deseo) que (?:todo|esto|mi vida)(?: esto)? (?:termine|acabe|se acabe|se termine)(?: ya)?<eoc>",
        near=_DOLOR,
    ),
    Phrase(r"(?:mejor|es mejor que|seria mejor que|ojala) (?:yo )?me (?:muero|muera|muriera)<eoc>", after=_IDLE),
    Phrase(r"(?:dejar de sufrir|descansar|dormir) para siempre|no puedo seguir viviendo"),
    Phrase(r"mi vida (?:se acabo|ya se acabo|ha terminado|termina hoy|acaba hoy)"),
)
SIGNS = signs(
    {
        Kind.SELF: (*SELVES, *WISHES),
        Kind.PLAN: (*PLANS, *METHODS),
        Kind.GOODBYE: GOODBYES,
        Kind.HARM: (*HARMS, *WAYS_OF_HARM),
        Kind.LET_GO: LETTING_GO,
        **OTHERS,
    },
    PARTS,
)
