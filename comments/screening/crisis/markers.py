"""Words that tell who, when, and whether: in English, Spanish and German at once, since texts mix them. Data."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

import re

ME = frozenset(
    [
        "i",
        "im",
        "ive",
        "id",
        "ill",
        "me",
        "my",
        "myself",
        "mine",
        "yo",
        "mi",
        "me",
        "mis",
        "conmigo",
        "ich",
        "mir",
        "mich",
        "mein",
        "meine",
        "meinem",
        "meinen",
    ]
)
YOU = frozenset(
    [
        "you",
        "your",
        "youre",
        "youve",
        "yourself",
        "u",
        "tu",
        "usted",
        "ustedes",
        "vosotros",
        "du",
        "sie",
        "dir",
        "dich",
        "ihr",
    ]
)
OTHERS = frozenset(
    [
        "he",
        "she",
        "hes",
        "shes",
        "they",
        "theyre",
        "him",
        "her",
        "his",
        "their",
        "theirs",
        "them",
        "son",
        "daughter",
        "husband",
        "wife",
        "father",
        "mother",
        "dad",
        "mum",
        "mom",
        "brother",
        "sister",
        "friend",
        "partner",
        "boyfriend",
        "girlfriend",
        "ex",
        "neighbour",
        "neighbor",
        "uncle",
        "aunt",
        "cousin",
        "grandfather",
        "grandmother",
        "child",
        "kid",
        "teenager",
        "colleague",
        "somebody",
        "someone",
        "el",
        "ella",
        "ellos",
        "ellas",
        "hijo",
        "hija",
        "marido",
        "esposo",
        "esposa",
        "mujer",
        "padre",
        "madre",
        "papa",
        "mama",
        "hermano",
        "hermana",
        "amigo",
        "amiga",
        "novio",
        "novia",
        "pareja",
        "vecino",
        "vecina",
        "primo",
        "prima",
        "abuelo",
        "abuela",
        "alguien",
        "er",
        "sohn",
        "tochter",
        "mann",
        "frau",
        "vater",
        "mutter",
        "bruder",
        "schwester",
        "freund",
        "freundin",
        "jemand",
        "kollege",
    ]
)
THINGS = frozenset(
    [
        "cell",
        "cells",
        "tumour",
        "tumor",
        "tumours",
        "tumors",
        "cancer",
        "bacteria",
        "germs",
        "people",
        "patients",
        "everyone",
        "nobody",
        "characters",
        "character",
        "plant",
        "plants",
        "hair",
        "dog",
        "cat",
        "many",
        "most",
        "some",
        "others",
        "women",
        "men",
        "celulas",
        "celula",
        "tumores",
        "pacientes",
        "gente",
        "personas",
        "muchos",
        "algunos",
        "nadie",
        "todos",
        "those",
        "anyone",
        "perro",
        "gato",
        "zellen",
        "tumoren",
        "patienten",
        "menschen",
        "leute",
        "viele",
        "manche",
        "alle",
        "niemand",
        "phone",
        "battery",
        "laptop",
        "car",
        "hero",
        "heroine",
        "actor",
        "doctors",
        "scientists",
        "virus",
    ]
)

DENIAL = re.compile(
    r"\b(?:not|never|dont|didnt|doesnt|wouldnt|wont|isnt|wasnt|arent|havent|hasnt|couldnt|cant|shouldnt|neither|nor"
    r"|without|no|none|denies|denied|deny|hardly|free of|opposite of|far from"
    r"|nunca|jamas|sin|ni|tampoco|ningun|ninguna|ninguno|niego|niega"
    r"|nicht|nie|niemals|kein|keine|keinen|keinerlei|ohne)\b"
)
NO_DENIAL = re.compile(
    r"\b(?:not only|no doubt|cant (?:stop|help|promise|resist|wait|deny)|(?:dont|didnt|do not) (?:know|see|understand|care)"
    r"|not sure|why not|why shouldnt|no longer know|dont tell|wont stop|never stop(?:ped|s)?|not going to lie|wont lie|not gonna lie"
    r"|not joking|not kidding|no joke|cant not|not afraid|no fear|no (?:puedo|paro|dejo|consigo|logro) (?:de |dejar de |parar de )?"
    r"|no solo|no se (?:si|como|que|por)|no me importa|no aguanto|no veo|por que no|sin duda|nicht nur|weiss nicht)\b"
)
# A denial that nobody vouches for: "I can't promise I won't".
UNSURE = re.compile(
    r"\b(?:cant|dont|do not|not|no|nicht) (?:promise|know (?:if|why)|sure|guarantee|trust myself|see why|puedo prometer"
    r"|se (?:si|por que)|versprechen|sicher)(?: \w+){0,3} (?:wont|shouldnt|not|no|nicht)\b"
)
# A denial of having said or thought it: "it's not that I want to die", "I never said I want to die".
DENIED_REPORT = re.compile(
    r"\b(?:not (?:that|because|saying(?: that)?)|(?:dont|didnt|never|do not|did not) (?:think|say|said|mean|feel like|believe)(?: that)?)"
    r" i\b|\b(?:no es que|no digo que|no he dicho que|nunca dije que|nicht dass ich)\b"
)
BREAK = re.compile(
    r"\b(?:i|im|ive|id|yo|ich|and|but|so|because|cause|then|therefore|just want|y|pero|porque|asi que|entonces|solo quiero"
    r"|und|aber|weil|also|denn)\b(?! (?:dont|do not|never|would never|am not|not))"
)

SOURCE = re.compile(
    r"\b(?:leaflets?|insert|label|package|songs?|lyrics?|book|films?|movie|poem|article|novel|title|titled|headline"
    r"|questionnaire|form|survey|asks?|asked|says|reads|called|listed?|lists|warnings?|warns|words?|phrase|term|expression"
    r"|website|prospecto|cancion|libro|pelicula|poema|articulo|cuestionario|pregunt\w+|dice|titulo|titulado|palabras?"
    r"|expresion|advierte|beipackzettel|packungsbeilage|lied|buch|fragebogen|steht|heisst|frage)\b"
)
SAYS_ONESELF = re.compile(
    r"\bi (?:\w+ )?(?:said|told|say|tell|wrote|write|texted|keep|kept|think|thought|feel|whisper\w*|scream\w*)\b"
    r"|\b(?:le dije|dije|digo|pienso|pense|le digo|escribi)\b|\bich (?:sagte|sage|habe|denke|dachte)\b"
)

PAST = re.compile(
    r"\b(?:wanted|thought|tried|felt|was|were|wished|planned|considered|attempted|beat|hit|took|used to|had|cut|hurt"
    r"|killed|ended|did|asked|said|told|threatened|wasnt|didnt|couldnt|abused|saw|began|started"
    r"|queria|quise|pensaba|pense|intente|intentaba|sentia|senti|estaba|tenia|planeaba|desee|deseaba|pegaba|pego|habia"
    r"|tuve|estuve|quiso|intento|golpeaba|veia|encontraba|podia|era|amenazaba|corte|cortaba|autolesione|autolesionaba|tome|estaria"
    r"|wollte|dachte|versuchte|hatte|war|schlug|sah|konnte|versucht)\b"
)
PAST_OF_OTHERS = re.compile(
    r"\b(?:wanted|tried|was|were|wished|planned|attempted|took|used to|had|ended|took|killed|said|thought|talked"
    r"|threatened|queria|quiso|intento|estaba|pensaba|tenia|habia|decia|hablaba|suicido|mato|quito|era|fue"
    r"|wollte|versuchte|hatte|war|nahm|dachte|sagte)\b"
)
DISTANT = re.compile(
    r"\b(?:years? ago|years? back|decades? ago|long ago|long time ago|back then|at (?:that|the) time|in those days|used to"
    r"|when (?:i|we|he|she) (?:was|were)|as a (?:child|kid|teen\w*|young|student)|in my (?:teens|twenties|thirties|youth|20s|30s)"
    r"|(?<!since )in (?:19|20)\d\d|once upon|last year|years (?:before|earlier)"
    r"|hace (?:\w+ ){0,3}anos|hace (?:mucho|tiempo|decadas)|de (?:joven|pequen\w+|nin\w+|adolescente)"
    r"|cuando (?:era|tenia|me (?:diagnosticaron|lo dijeron))|en (?:aquel|aquella|aquellos|aquellas)|en su dia|entonces"
    r"|en (?:19|20)\d\d|el ano pasado|antes"
    r"|vor (?:\w+ ){0,2}jahren|vor langer zeit|damals|frueher|als (?:ich )?(?:kind|jugendliche\w*)|letztes jahr)\b"
)
RECENT = re.compile(
    r"\b(?:yesterday|last night|tonight|this (?:morning|week|afternoon|evening)|just now|just (?:tried|took|said|told)"
    r"|lately|recently|right now|an hour ago|hours ago|minutes ago|days ago|weeks ago|again and again|still"
    r"|ayer|anoche|hoy|ahora mismo|esta (?:manana|semana|noche|tarde)|ultimamente|acab\w+ de|hace (?:un rato|una hora|dos horas)"
    r"|hace (?:\w+ )?(?:dias|horas|minutos)|todavia|aun"
    r"|gestern|heute|gerade|letzte nacht|diese woche|eben|immer noch)\b"
)
RECOVERED = re.compile(
    r"\b(?:(?:but|and|now|today|since then|these days|so)(?: \w+){0,4} (?:glad|grateful|thankful|happy|better|fine|well|alive"
    r"|enjoy\w*|love|laugh\w*|recovered|stronger|ok|okay|hopeful|in a good place|got help|no longer)(?: \w+){0,3}"
    r"|(?:im|i am|was|were) (?:so )?(?:glad|grateful|thankful)(?: \w+){0,4}|got help|came through|long over|never (?:\w+ ){0,4}again"
    r"|(?:pero|y|hoy|ahora)(?: \w+){0,4} (?:contenta?|feliz|agradecid\w|mejor|bien|viva?|disfruto|alegro|recuperad\w|ya no)(?: \w+){0,3}"
    r"|ya no|nunca mas|(?:aber|und|heute)(?: \w+){0,4} (?:froh|dankbar|besser|gut|gluecklich|glucklich|leben|lebe))\b"
)
RETURNS = re.compile(
    r"\b(?:now again|again now|and again|still do|still there|again today"
    r"|(?:feel|feeling|feels|think|thinking|thoughts?|there|same|back|want|that|it|this|them|so)(?: \w+){0,4}"
    r" (?:again|now|today|lately|these days|this week|tonight|recently)"
    r"|(?:again|now|today|lately|these days|this week|tonight|recently|still)(?: \w+){0,5}"
    r" (?:feel|feeling|think|thinking|thoughts?|there|same|back|want|dark|darkness|that point)"
    r"|(?:are|is|have|has|came|come|coming|creeping|its|theyre)(?: \w+){0,2} back"
    r"|(?:y )?(?:ahora|hoy|ultimamente)(?: \w+){0,4} (?:otra vez|de nuevo|igual|lo mismo|vuelv\w+|vuelt\w+|siento|pienso|quiero)"
    r"|otra vez|de nuevo|(?:ha|han|he|vuelve|vuelven|vuelvo)(?: \w+){0,2} (?:vuelto|a (?:pensar|sentir\w*|querer|estar|pasar))|sigo"
    r"|schon wieder|jetzt wieder|wieder da|wieder so|immer noch)\b"
)
