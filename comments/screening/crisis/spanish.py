"""Spanish phrases of danger. Plain words (see ``words``): no accents, ``n`` for ``ñ``."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Kind, Phrase, signs
from comments.screening.crisis.spanish_others import OTHERS

PARTS = {
    "eoc": r"(?= [.,]|$| (?:y|pero|porque|ayuda|por favor|hoy|ahora|asi|nunca|jamas)\b)",
    "fam": r"(?:mi (?:marido|esposo|esposa|mujer|pareja|ex|ex marido|novio|novia|padre|padrastro|hijo|hija|hermano|hermana|tio|primo|vecino|vecina|amigo|amiga|mejor amigo|mejor amiga|madre|mama|papa|abuelo|abuela|sobrino|sobrina|nieto|nieta|cuidador)|el|ella|alguien)",
    "pastillas": r"(?:pastillas|pastilla|comprimidos|medicamentos|medicacion|medicinas|somniferos|calmantes|analgesicos|tabletas|pildoras|insulina|morfina)",
    "quiero": r"(?:quiero|quisiera|queria|quise|querria|deseo|deseaba|deseando|ganas de|gana de|prefiero|preferiria|necesito|voy a|iba a|intente|intento|intentar|intentado|pienso en|pensando en|pensado en|pensaba en|penso en|planeo|planeando|decidido|decidi|gustaria|podria|tentado de|a punto de|quiero de verdad|ojala pudiera|pensar en|capaz de|merezco|mejor)",
}
_IDLE = (
    r"de (?:risa|verguenza|hambre|sueno|pena|amor|calor|frio|gusto|envidia|aburrimiento|asco|la risa|la verguenza|viej[oa]|ganas|curiosidad|sed|miedo)"
    r"|en (?:mi )?(?:casa|paz)|en mi (?:propia )?cama|con dignidad|dignamente|algun dia|tranquil[oa]|rodead[oa]|riendo|cuando (?:me llegue|llegue)|mat[oa]ndo|por (?:un|una) (?:cafe|cerveza|siesta)"
)
_FEARED = r"(?:me )?voy a morir(?!me)(?! (?:esta noche|hoy|manana|ahora|porque quiero))"
_DOLOR = r"(?:dolor|dolores|migranas?|cabeza|jaquecas?|calor|ruido|trabajo|nauseas|picor|efectos|tratamiento|quimio|espera|colas?)\b"

SELVES = (
    Phrase(r"(?:ya )?nada (?:en mi vida )?tiene(?: ya)? sentido(?= [.,]|$| para mi| y)"),
    Phrase(r"(?:mejor|ojala) (?:que )?(?:yo )?no (?:existiera|existiese|hubiera nacido|estuviera aqui)"),
    Phrase(
        r"(?:me )?<quiero>(?: \w+)? (?:morir|morirme|morirse|estar muert[oa])",
        after=_IDLE + r"|que (?:seguir con la (?:dieta|cola)|otra)",
        before=r"(?:no|nunca|tampoco|sin)(?: me)?",
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
PLANS = (
    Phrase(
        r"(?:acabar|terminar) con (?:esto|todo) (?:esta noche|hoy|ahora|de una vez|para siempre)",
        near=r"(?:dieta|tratamiento|quimio|papeleo|mudanza)\b",
    ),
    Phrase(r"(?:me )?(?:voy a|quiero) cortar(?:me)? las venas"),
    Phrase(r"(?:me )?(?:tome|trague|tomado|tragado)(?: \w+)? un (?:frasco|bote|blister|monton) de <pastillas>"),
    Phrase(
        r"(?:tengo|estan|con|dejo|preparad[oa]s?|tengo ya|compre|he comprado|junte|he juntado|guardad[oa]s?|guardo|guardando|acumul\w+|estoy mirando)(?: \w+){0,3} (?:<pastillas>|frasco|bote|soga|cuerda|pistola|cuchilla|cuchillo|arma)(?: \w+){0,3} (?:aqui|a mi lado|al lado|delante|enfrente|en la mano|en las manos|conmigo|list[oa]s?|preparad[oa]s?|para (?:acabar|matarme|morir|suicidarme|terminar|irme|hacerlo|no despertar|(?:tom|trag)arm?e?l[ao]s (?:tod[ao]s|junt[ao]s|de golpe|de una vez))|suficientes?)",
        near=r"(?:por si|ataque|crisis de migrana|viaje|pastillero|desayuno|cada (?:dia|noche|manana)|maleta|cocina|recordatorio|para no olvidar\w*|botiquin)\b",
    ),
    Phrase(
        r"(?:las )?(?:<pastillas>|soga|cuerda|pistola|cuchilla)(?: \w+){0,3} (?:a mi lado|aqui conmigo|delante de mi|en la mano|frente a mi|junto a mi|al lado mio)",
        near=r"(?:por si|ataque|crisis de migrana|viaje|cada (?:dia|noche|manana)|para no olvidar\w*)\b",
    ),
    Phrase(
        r"(?:tome|tomado|trague|tragado|tomarme|tragarme|tomar|tomo|trago|tomando|tomandome|tragar)(?: \w+)? (?:todas?(?: las| mis)? (?:<pastillas>|las que)|todo el (?:bote|frasco|blister)|un (?:bote|frasco|blister|paquete) (?:entero|completo)|una (?:caja|tableta) (?:entera|completa)|(?:la|toda la) caja(?: entera)?|el (?:bote|frasco) entero|demasiadas <pastillas>|un monton de <pastillas>|muchas <pastillas> (?:para|juntas|de golpe))",
        near=r"(?:como (?:me )?(?:dijo|mando|indico|recet\w+)|pautad\w+|cada dia|desayuno|este mes|al mes|por la manana|a su hora|rebote|agua|vitaminas)\b",
    ),
    Phrase(
        r"(?:tirarme|lanzarme|arrojarme|saltar|saltare|tirare|me tiro|me lanzo|me arrojo|me tirare|salto)(?: \w+)? (?:por|de|del|desde|al|a|bajo|delante del?|debajo del?|a las)(?: (?:un|una|el|la|las))? ?(?:puente|ventana|balcon|tren|metro|vias|azotea|tejado|edificio|acantilado|rio|mar|coche|camion|vacio|septimo|terraza)",
        near=r"(?:nadar|vacaciones|piscina|playa|paracaidas)\b",
    ),
    Phrase(
        r"(?:estoy|aqui)(?: \w+)? (?:en|al borde del?|sobre|encima del?)(?: (?:un|una|el|la|las))? ?(?:puente|azotea|cornisa|vias|borde del puente|acantilado|barandilla)",
        near=r"(?:foto|vistas|paseo|vacaciones)\b",
    ),
    Phrase(
        r"(?:colgarme|ahorcarme|cortarme las venas|pegarme un tiro|dispararme|envenenarme|ahogarme en el (?:rio|mar)|abrirme las venas|tirarme a las vias|prenderme fuego)",
        near=r"(?:accidente)\b",
    ),
    Phrase(
        r"(?:lo (?:voy a hacer|hare|hago)|voy a hacerlo)(?: \w+)? (?:hoy|esta noche|ahora|manana|esta vez|ya|esta misma noche)<eoc>",
        near=r"(?:inyeccion|llamada|prueba|analisis|examen|deberes|compra|ejercicio|infusion|informe|formulario|pregunt\w+)\b",
    ),
    Phrase(
        r"(?:cuantas|cuantos|cuanta) (?:\w+ ){0,6}(?:para (?:morir|matarme|suicidarme|que sea mortal|acabar)|son mortales|seria mortal|letal(?:es)?)|dosis (?:letal|mortal)",
        near=r"(?:ratones|celulas)\b",
    ),
    Phrase(
        r"(?:carta|nota|video|cartas) de (?:despedida|suicidio)",
        needs=r"he|yo|mi|mis|escribi|escrito|escribo|escribiendo|deje|dejo|dejado|preparad\w+",
        near=r"(?:companer\w+|jubil\w+|enfermera)\b",
    ),
    Phrase(
        r"(?:no (?:estare|voy a estar)|ya no estare|no seguire)(?: \w+)? (?:aqui|viv[oa]|en este mundo)?(?: )?(?:manana|mucho tiempo|mas|cuando lean|cuando leais|para (?:navidad|entonces))",
        near=r"(?:vacaciones|viaje|vuelvo|hospital|medicos?|conectad[oa])\b",
    ),
    Phrase(
        r"(?:la )?(?:forma|manera|metodo) (?:mas )?(?:facil|rapida|rapido|indolora|sin dolor|segura|mejor) (?:de|para) (?:morir|matarme|suicidarme|acabar con todo|quitarme la vida)"
    ),
    Phrase(
        r"(?:sobredosis)",
        needs=r"(?:me|voy|quiero|he|tome|tomar|pienso|ganas)",
        after=r"de (?:azucar|informacion|chocolate|noticias|cafe|series)",
        near=r"(?:prospecto|evitar|por error)\b",
    ),
    Phrase(
        r"(?:es|sera) mi (?:ultima noche|ultimo dia)(?= [.,]|$| y )",
        near=r"(?:quimio|trabajo|hospital|tratamiento|vacaciones|radio)\b",
    ),
)
GOODBYES = (
    Phrase(r"(?:este|esto) es mi (?:ultimo )?adios"),
    Phrase(
        r"(?:(?:este|esta)(?: es| sera| va a ser|s)? ?|(?:es|sera|va a ser|s) ?)?mi ultim[oa] (?:mensaje|post|comentario|publicacion|carta|adios|nota)",
        after=r"(?:sobre|antes de|hasta|por (?:hoy|ahora)|de (?:hoy|la semana|este))",
        near=r"(?:vacaciones|cirugia|moderador\w*|manana os)\b",
    ),
    Phrase(
        r"(?:adios|hasta siempre)(?: a)? (?:todos|todas|mundo|amigos|amigas|mundo cruel|para siempre)",
        near=r"(?:hasta (?:manana|luego|pronto)|vuelvo|vacaciones|buenas noches)\b",
        before=r"(?:decir|dije|digo)",
    ),
    Phrase(
        r"(?:me despido|despedirme)(?: \w+)? (?:de (?:todos|ustedes|vosotros|la vida|este mundo)|para siempre|todos)",
        near=r"(?:por hoy|hasta (?:manana|luego|pronto)|vacaciones|trabajo)\b",
    ),
    Phrase(
        r"(?:esta es|es|sera esta) mi (?:despedida|ultima despedida)(?= [.,]|$| de todos| final)",
        near=r"(?:moderador\w*|trabajo|vacaciones)\b",
    ),
    Phrase(
        r"cuando (?:lean|leais|leas|lea|leais todos|alguien lea|me encuentren|encuentren) (?:esto|esta carta|este mensaje)"
    ),
    Phrase(
        r"(?:no|ya no|nunca)(?: \w+)? (?:sabran|sabreis|volveran a saber|volvereis a saber|vais a saber|van a saber)(?: \w+)? (?:de mi|mas de mi)"
    ),
    Phrase(
        r"(?:diganle|decidle|dile|diganles|decidles|diles)(?: \w+){0,3} que (?:los|las|le|lo|la|les)? ?(?:quiero|queria|quise|amo|amaba|siento)"
    ),
    Phrase(
        r"(?:perdonadme|perdonenme|perdon|perdoname)(?: \w+){0,2} por (?:irme|lo que voy a hacer|dejaros|dejarlos|hacer esto|lo que hare)"
    ),
    Phrase(
        r"cuid(?:ad|en|a) (?:a|de) (?:mis|mi) (?:\w+) cuando (?:no este|ya no este|me haya ido|me vaya para siempre)"
    ),
)
HARMS = (
    Phrase(
        r"(?:me autolesiono|me autolesione|me he autolesionado|me estoy autolesionando|estoy autolesionandome)",
        near=r"(?:prospecto|folleto|taller|charla)\b",
    ),
    Phrase(
        r"(?:hacerme dano|lastimarme|cortarme|autolesionarme|herirme|quemarme)",
        needs=r"quiero|ganas|necesito|pienso|pensando|voy a|vuelto a|volver a|vuelvo a|impulso|impulsos|quisiera|deseo|empece|empiezo|dejar de|por",
        after=r"(?:el pelo|las? unas?|afeitandome|al|con (?:el papel|un cristal)|cocinando|un trozo)",
        near=r"(?:miedo a|gimnasio|ejercicio|al caer|cocinar|pelo)\b",
    ),
    Phrase(
        r"(?:me corto|me corte|me autolesiono|me autolesione|me hago dano|me hice dano|me he cortado|me he autolesionado|me hago cortes|me hice cortes)(?: \w+)? (?:otra vez|de nuevo|a proposito|aposta|los brazos|las piernas|anoche|para (?:sentir|aliviar|no)|las munecas|cada|porque)",
        near=r"(?:cocinando|afeit\w+|gimnasio|accidente|pelo|cristal)\b",
    ),
    Phrase(
        r"(?:autolesion\w*|autolesiones)",
        needs=r"(?:mis|mi|he vuelto|volvi|vuelto a|tengo|recaid\w+|yo)",
        near=r"(?:prospecto|folleto|taller|charla|no tengo)\b",
    ),
)
LETTING_GO = (
    Phrase(
        r"(?:dejar|parar|abandonar|suspender|dejo|paro)(?: \w+){0,2} (?:tratamientos?|quimio|quimioterapia|medicacion|dialisis|todo)(?: \w+){0,2} (?:y )?(?:dejarme (?:ir|morir|llevar)|morir|morirme|irme|descansar (?:ya|para siempre|de una vez)|acabar (?:ya|con todo)|que pase)"
    ),
    Phrase(
        r"(?:quiero|quisiera|prefiero|solo quiero|necesito|deseo|ganas de) (?:dejarme ir|descansar (?:para siempre|en paz|eternamente|ya para siempre)|irme (?:ya )?(?:en paz|para siempre)|irme con (?:dios|mi (?:madre|padre|marido|mujer|hijo|hija)|el senor))"
    ),
    Phrase(
        r"(?:eutanasia|suicidio asistido|muerte asistida)",
        needs=r"(?:quiero|pedir|pedido|solicit\w+|pienso|pensando|considero|planteando|he pedido|deseo)",
        near=r"(?:debate|ley|pelicula|documental|articulo)\b",
    ),
    Phrase(
        r"(?:no|ya no) quiero (?:luchar|seguir luchando|pelear)(?: mas|<eoc>)",
        near=r"(?:seguro|aseguradora|con (?:mi|la|el))\b",
    ),
    Phrase(r"list[oa] para (?:morir|irme|partir)(?= [.,]|$| y)", near=r"(?:casa|hospital|viaje|trabajo)\b"),
)
SIGNS = signs(
    {
        Kind.SELF: SELVES,
        Kind.PLAN: PLANS,
        Kind.GOODBYE: GOODBYES,
        Kind.HARM: HARMS,
        Kind.LET_GO: LETTING_GO,
        **OTHERS,
    },
    PARTS,
)
