"""Spanish phrases of a plan, of means at hand, of a farewell, of self-harm and of letting go."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Phrase

_OTRO_SITIO = (
    r"(?:otr[oa]|nuev[oa]) (?:\w+ )?(?:foro|grupo|pagina|web|sitio web|comunidad|canal|chat|servidor)\b"
    r"|(?:me (?:cambio|voy|mudo|paso|marcho)|nos (?:cambiamos|vamos|mudamos|pasamos))(?: \w+){0,3} (?:foro|grupo|pagina|web|facebook|whatsapp|telegram|canal|chat)\b"
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
        near=_OTRO_SITIO + r"|(?:hasta (?:manana|luego|pronto)|vuelvo|vacaciones|buenas noches)\b",
        before=r"(?:decir|dije|digo)",
    ),
    Phrase(
        r"(?:me despido|despedirme)(?: \w+)? (?:de (?:todos|ustedes|vosotros|la vida|este mundo)|para siempre|todos)",
        near=_OTRO_SITIO + r"|(?:por hoy|hasta (?:manana|luego|pronto)|vacaciones|trabajo)\b",
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
