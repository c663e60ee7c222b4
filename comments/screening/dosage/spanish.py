"""How advice on doses and treatments is given in Spanish: regular expressions over plain words. Data."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.dosage.parts import AMOUNT, CHANGE, DOSE, EVEN_MORE, HOW_OFTEN, NEEDLESS, POISON, THING, Advice

_PRODUCT = rf"(?:{AMOUNT}|{THING})"
_GAP = r"(?: (?!(?:mi|mis|yo|me|nos|con|por|en|que|durante|antes|despues|para|si|cuando|tiempo|nota|cuenta|sobre|y|o|sin)\b)\w+){0,4}?"
_DETERMINERS = r"(?: (?:el|la|los|las|un|una|tu|tus|su|sus|ese|esa|esos|esas|este|esta|estas|estos|mas|menos|de|del|solo|unos|unas|hasta|todo|toda|todos|todas|a|al|tanto|tanta|tantas|tantos|ningun|ninguna|nada)){0,3}?"
_OPENING = r"(?:\A|(?<=[.,] ))(?:(?:por favor|mejor|simplemente|entonces|y|pero|bueno|oye|mira|si|pues|siempre|directamente|hazme caso y|hazme caso) ){0,2}"
# To take less of something, or none, or more than before: said to somebody, in the infinitive, "if I were you", "that you".
_HALT = (
    r"(?:dobla|doble|duplica|duplique|triplica|aumenta|aumente|sube|suba|subete|baja|baje|bajate|reduce|reduzca|deja|deje|dejad|dejen|dejate"
    r"|(?:deja|deje|dejad|dejen) (?:ya )?de (?:tomar(?:te|lo)?|ponerte|usar|ir a)|suspende|suspenda|abandona|abandone|saltate|saltese|saltaos|rechaza|rechace|tira|quita|quitate|quitese|evita|evite"
    r"|olvida(?:te)? de|olvidese de|cancela|cancele|anula|anule|pasa de|para(?: ya)? de tomar|parte por la mitad|interrumpe|interrumpa|pospon|retrasa|cambia(?:te)? a)"
)
_HALT_INFINITIVE = r"(?:dejar(?:te|lo)?(?: ya)?(?: de (?:tomar(?:te)?|ponerte|usar|ir a))?|doblar|duplicar|triplicar|aumentar|subir(?:te)?|bajar(?:te)?|reducir|suspender|abandonar|saltar(?:te|se)?|rechazar|quitar(?:te|se)?|evitar|cancelar|anular|olvidar(?:te)? de|parar(?: de tomar)?|tirar|interrumpir|pasar de|no (?:tomar(?:te)?|empezar|ponerte|hacerte|darte|usar))"
_HALT_IF = r"(?:me |lo )?(?:dejaria(?: de (?:tomar|ponerme|ir a))?|suspenderia|abandonaria|saltaria|quitaria|doblaria|duplicaria|subiria|bajaria|reduciria|cancelaria|anularia|rechazaria|tiraria|olvidaria(?: de)?|pararia|pasaria de|no (?:me )?(?:tomaria|pondria|haria|empezaria|daria))"
_HALT_THAT = (
    r"(?:te )?(?:dejes|dejaras|dejases|deje|suspendas|suspendieras|abandones|abandonaras|saltes|saltaras|quites|dobles|doblaras|dupliques|subas|bajes|reduzcas|canceles|cancelaras|rechaces|rechazaras|olvides de|tires|pares|interrumpas)(?: de (?:tomar(?:te)?|ponerte|usar|ir a))?"
    r"|no (?:te )?(?:tomes|tomaras|pongas|pusieras|empieces|empezaras|hagas|hicieras|des|uses|aceptes)"
)
_TAKE = r"(?:toma|tome|tomate|tomese|tomad|tomen|inyectate|ponte|pongase|usa|prueba|anade|empieza con|pide)"
_TAKE_INFINITIVE = r"(?:tomar(?:te|se)?|inyectarte|ponerte|usar|probar|anadir|empezar(?: a tomar| con)?|pedir)"
_BEGIN_THAT = r"(?:tomes|tome|tomeis|tomen|empieces(?: con| a tomar)?|empiece(?: con)?|pongas|ponga|hagas|haga|des|uses|use|inyectes|vayas a|aceptes|acepte|pinches|metas|sometas a|fies de|creas en|dejes (?:que te )(?:pongan|den|metan|hagan|pinchen))"
_SHOULD = (
    r"(?:(?:deberias|debes|debe|deberia|tienes que|tiene que|puedes|podrias|hay que|teneis que|debeis|deberiais|podeis|habria que|has de)(?: (?:ya|simplemente|directamente|mejor|probar a|siempre|tambien))?"
    r"|(?:te |os |le )?(?:recomiendo|aconsejo|sugiero|recomendaria|aconsejaria)|lo mejor (?:es|seria|que puedes hacer es)|mi consejo (?:es|,)|(?:es|seria|sera) mejor|mas vale|no pasa nada por|no pasa nada si|no hay problema en|es seguro)"
)
_THAT = r"(?:(?:te |os |le )?(?:recomiendo|aconsejo|sugiero|recomendaria|aconsejaria|pido|ruego)|(?:lo )?mejor (?:es|seria)|(?:es|seria|sera) mejor|mi consejo es|mas vale|mas te vale|lo que tienes que hacer es|no pasa nada|quiero|es hora de|yo te digo)"
_IN_YOUR_PLACE = r"(?:yo que tu|yo de ti|yo que usted|yo que vosotros|(?:yo )?en tu lugar|(?:yo )?en su lugar|si (?:yo )?fuera tu|si (?:yo )?fuese tu|si yo estuviera en tu lugar)"

SPANISH: Advice = (
    (rf"{_OPENING}(?!deja que\b){_HALT}{_GAP} {_PRODUCT}", CHANGE),
    (rf"{_OPENING}{_TAKE}{_DETERMINERS} {_PRODUCT}", CHANGE),
    (rf"{_OPENING}(?:toma|tome|tomate|tomese|puedes tomar)(?: \w+){{0,2}}? {EVEN_MORE}", CHANGE),
    (rf"{_SHOULD} {_HALT_INFINITIVE}{_GAP} {_PRODUCT}", CHANGE),
    (rf"{_SHOULD} {_TAKE_INFINITIVE}{_GAP} {_PRODUCT}", CHANGE),
    (rf"{_THAT} (?:que|si) (?:{_HALT_THAT}){_GAP} {_PRODUCT}", CHANGE),
    (
        rf"no pasa nada si (?:te |lo )?(?:saltas|dejas|quitas|olvidas|tomas|doblas|subes|bajas)(?: de tomar)?{_GAP} {_PRODUCT}",
        CHANGE,
    ),
    (rf"{_THAT} (?:que|si) (?:te )?{_BEGIN_THAT}{_GAP} {AMOUNT}", CHANGE),
    (rf"(?:te|os|le) (?:recomiendo|aconsejo|sugiero)(?: \w+){{0,2}}? {AMOUNT}", DOSE),
    (rf"{_IN_YOUR_PLACE}(?: ,)?(?: yo)? {_HALT_IF}{_GAP} {_PRODUCT}", CHANGE),
    (rf"{_IN_YOUR_PLACE}(?: ,)?(?: yo)? (?:me )?(?:tomaria|pondria){_GAP} {_PRODUCT}", CHANGE),
    (rf"{_HALT_IF}{_GAP} {_PRODUCT}(?: ,)? {_IN_YOUR_PLACE}", CHANGE),
    (
        rf"(?:\A|(?<=[.,] )|(?:y|pero|por favor|que) )(?:no|nunca|jamas|ni se te ocurra|que no) (?:te |os |se )?(?:{_BEGIN_THAT}|tomar(?:te)?|empezar|ponerte|hacerte){_DETERMINERS} {THING}",
        CHANGE,
    ),
    (
        rf"no (?:deberias|debes|deberia|debe|tienes que|tienes por que|debeis) (?:tomar(?:te)?|empezar(?: con)?|ponerte|hacerte|darte|usar|aceptar|inyectarte){_DETERMINERS} {THING}",
        CHANGE,
    ),
    (rf"no (?:necesitas|necesitais|necesita usted){_GAP} {THING}", NEEDLESS),
    (
        rf"no (?:hace|haria) (?:ninguna )?falta (?:que (?:te )?{_BEGIN_THAT}|tomar(?:te)?|ponerte|hacerte|usar|empezar){_GAP} {THING}|no te hacen? falta{_GAP} {THING}",
        NEEDLESS,
    ),
    (rf"no te envenenes(?: \w+){{0,2}} {THING}|{THING} (?:es|son) (?:puro |un |pura )?veneno", POISON),
    (
        rf"la dosis (?:correcta|adecuada|segura|ideal|buena) es(?: de)? {AMOUNT}|(?<!si )(?<!no )necesitas {AMOUNT}",
        DOSE,
    ),
    (rf"(?:{_OPENING}|{_SHOULD} )(?:dale|dadle|dele|darle) (?:a (?:tu|su|la|el) \w+ )?(?:\w+ )?{AMOUNT}", DOSE),
    (
        rf"(?<!con ){AMOUNT}(?: de \w+)?{HOW_OFTEN} (?:es lo mejor|es suficiente|funcionan? (?:mejor|de maravilla)|va de maravilla|van de maravilla|te (?:cura|curara|quitara|ayudara)n?)",
        DOSE,
    ),
)
