"""What gives a seller away, by what it is. Patterns for folded text, in English, Spanish and German.

Bounded gaps only: each pattern takes a time that grows with the length of the text.
"""

_GAP = r"[^.!?]{0,40}?"
_DRUGS = (
    r"(?:ivermectin|fenbendazole|hydroxychloroquine|viagra|cialis|sildenafil|tadalafil|xanax|adderall|ritalin|oxycodone|"
    r"oxycontin|percocet|vicodin|hydrocodone|tramadol|fentanyl|morphine|codeine|methadone|valium|diazepam|alprazolam|"
    r"ambien|zolpidem|modafinil|ketamine|steroids?|hgh|ozempic|semaglutide|wegovy|mounjaro|botox|opioids?|antibiotics|"
    r"painkillers?|pain ?pills?|pills|meds|medication|medicines?|tablets|drugs|cbd(?: oil)?|thc|rso|cannabis oil|"
    r"supplements?|herbs?|herbal (?:remedy|medicine|cure|tea|formula)|"
    r"ivermectina|pastillas|medicamentos|farmacos|antibioticos|suplementos?|hierbas|aceite de (?:cbd|cannabis)|"
    r"ivermectin|tabletten|pillen|medikamente|arzneimittel|schmerzmittel|nahrungserganzungsmittel|krauter|cbd[- ]?ol)"
)
_ILLNESS = (
    r"(?:cancer|leuka?emia|myeloma|lymphoma|diabetes|hiv|aids|herpes|hpv|hepatitis|migraines?|arthritis|lupus|als|copd|"
    r"parkinson'?s?|alzheimer'?s?|asthma|autism|tumou?rs?|fibroids|"
    r"el cancer|leucemia|mieloma|linfoma|migrana|artritis|krebs|leukamie|myelom|lymphom|migrane|rheuma)"
)

PHRASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Offers a drug for sale",
        (
            rf"\b(?:buy|order|purchase|get) (?:{_DRUGS}){_GAP}\b(?:online|without (?:a )?(?:prescription|rx)|no (?:prescription|rx)|overnight|discreet)",
            rf"\b(?:buy|order|purchase|get|ship\w*){_GAP}\b(?:without (?:a )?prescription|no prescription (?:needed|required)|no rx)\b(?=[^.!?]{{0,60}})",
            rf"\b{_DRUGS} (?:for sale|in stock|available (?:here|now)|at (?:low|cheap|best) prices?)\b",
            r"\b(?:we|i) (?:sell|ship|supply|deliver|offer) (?:to|all|worldwide|discreetly|overnight|genuine|original|quality|cheap)\b",
            rf"\b(?:we|i) sell {_GAP}{_DRUGS}",
            r"\b(?:discreet|overnight|worldwide) (?:shipping|delivery|packaging)\b",
            rf"\b(?:compra|comprar|pide|consigue|vendo|vendemos){_GAP}(?:{_DRUGS}){_GAP}\b(?:online|por internet|sin receta|a buen precio|barat[oa]s?|envio)",
            rf"\b(?:vendo|vendemos|se venden?) {_GAP}{_DRUGS}",
            r"\b(?:envios? (?:discretos?|a todo el mundo|a domicilio gratis))\b|\bsin receta medica (?:y )?(?:con envio|online|aqui)\b",
            rf"\b(?:{_DRUGS}){_GAP}\b(?:ohne rezept|rezeptfrei) (?:online )?(?:kaufen|bestellen)\b",
            rf"\b(?:kauf\w*|bestell\w*) {_GAP}(?:{_DRUGS}){_GAP}\b(?:ohne rezept|rezeptfrei|online)\b",
            rf"\b(?:verkaufe|wir verkaufen) {_GAP}{_DRUGS}",
            r"\b(?:diskreter|weltweiter) versand\b",
        ),
    ),
    (
        "Asks to be contacted elsewhere",
        (
            r"\b(?:dm|pm|inbox|message|msg|contact|text|email|whats ?app|telegram|hit) (?:me|us)(?: up)? (?:for|to (?:get|buy|order|learn|know|find out)|if you (?:want|need|are interested)|on (?:whats ?app|telegram|signal))\b",
            r"\b(?:whats ?app|telegram|inbox) (?:me|us)\b",
            r"\bsend (?:me|us) (?:a )?(?:dm|pm|private message) (?:for|to|if)\b",
            r"\b(?:contact|reach|message|email|write to) (?:dr|doctor|dra|priest|chief|prophet)\b\.? [^.!?]{0,40}?(?:on|at|via|through|for (?:your|help|a))\b",
            r"\b(?:escribeme|escribanme|escribenos|contactame|contactanos|mandame|manden|hablame) (?:un )?(?:por|al|a mi|en|mensaje|dm|md|privado)\b[^.!?]{0,20}?\b(?:whats ?app|privado|interno|telegram|dm|md|para (?:comprar|mas informacion|pedidos?))",
            r"\b(?:schreib|schreibt|kontaktier|kontaktiert|meldet euch|melde dich)\b[^.!?]{0,25}?\b(?:whats ?app|telegram|pn|per dm|privat)\b",
        ),
    ),
    (
        "Promises a cure",
        (
            r"\b(?:miracle|guaranteed|permanent|100 ?%|secret|instant) (?:cures?|remedy|remedies|healing|results)\b",
            r"\b100 ?%? ?(?:cured|guaranteed|effective|natural cure|healed)\b",
            rf"\b(?:cures?|heals?|eliminates|reverses) (?:all |any |every )?(?:kinds? of |types? of |stages? of )?{_ILLNESS} (?:in \d|naturally|permanently|completely|for good|with)",
            rf"\b(?:cured|healed) (?:me|my \w+|him|her) (?:of|from) {_ILLNESS}{_GAP}\b(?:herb\w*|spell|dr|doctor|his (?:medicine|cure)|oil|roots?)",
            r"\bherbal (?:doctor|healer|cure)s?\b|\bspell caster\b",
            r"\b(?:what|the thing) (?:doctors|big pharma) (?:don't|do not|doesn't|won't) (?:want you to know|tell you)\b",
            r"\bmoney[- ]back guarantee\b",
            rf"\b(?:cura|remedio|solucion) (?:milagros[ao]|definitiv[ao]|garantizad[ao]|100 ?%)|\b100 ?%? ?(?:curad[ao]|garantizad[ao]|efectiv[ao])\b",
            rf"\bcura (?:el |la |los |todo tipo de )?{_ILLNESS} (?:en \d|de forma|para siempre|naturalmente)",
            r"\b(?:wunder(?:mittel|heilung|kur|pille)|heilungsgarantie|heilung garantiert|garantierte heilung)\b|\b100 ?%? ?(?:geheilt|garantiert|wirksam)\b",
            rf"\bheilt (?:jeden |alle |den )?{_ILLNESS} (?:in \d|garantiert|fur immer|naturlich)",
        ),
    ),
    (
        "Advertises",
        (
            r"\b(?:use|with|enter) (?:(?:my|our) )?(?:the )?(?:(?:discount|promo|coupon|referral) )?(?<!the )code\b(?! (?:of|blue|red))",
            r"\b(?:discount|promo|coupon|referral) codes?\b|\baffiliate (?:link|programm?e?)\b",
            r"\b(?:order|buy|shop|enrol|enroll|sign up|book|call) (?:now|today)\b(?=[^.?]{0,40}(?:!|\boff\b|offer|discount|limited|\bsave\b|\d ?%))",
            r"\b(?:limited (?:time )?offer|special offer|free (?:trial|sample|shipping|consultation)|best prices?|lowest prices?)\b",
            r"(?<!\bwe )(?<!\bi )\b(?:visit|check out|come to|choose|try|contact|call) our (?:clinic|hospital|website|shop|store|page|cent(?:er|re)|practice|products?|treatments?)\b",
            r"\b(?:our|my) (?:clinic|hospital|cent(?:er|re)|company|team|products?|doctors) (?:offers?|provides?|speciali[sz]es?|sells?|ships?|can cure|has the best)\b",
            r"\bwe (?:offer|provide|speciali[sz]e in) (?:the best|affordable|cheap|stem cell|alternative|natural|treatments?|therap\w+|packages)\b",
            r"\b(?:usa|utiliza|con) (?:mi |nuestro |el )?(?:codigo|cupon)(?: de descuento| promocional)?\b|\bcodigo de descuento\b",
            r"\b(?:visit[ae]|visiten|ven a|conoce|llama a) nuestr[ao] (?:clinica|web|pagina|tienda|centro|consulta)\b|\bnuestra clinica ofrece\b",
            r"\b(?:oferta (?:limitada|especial)|envio gratis|compra ya|pide ya|aprovecha la oferta|precios? sin competencia)\b",
            r"\b(?:rabattcode|gutscheincode|mit (?:meinem|dem) code|sonderangebot|jetzt (?:kaufen|bestellen|buchen)|kostenlose probe|versandkostenfrei)\b",
            r"\b(?:besuch\w*|komm\w*) (?:sie )?(?:in )?unsere (?:klinik|praxis|webseite|seite)\b|\bunsere klinik bietet\b|\bwir bieten (?:ihnen|gunstig|die beste)",
        ),
    ),
    (
        "Recruits for a scheme",
        (
            r"\b(?:be your own boss|passive income|financial freedom|work from home and earn|earn (?:up to )?[$€£]? ?\d+ ?[$€£]? (?:a|per) (?:day|week|month)|business opportunity|join my team|network marketing|multi-?level)\b",
            r"\b(?:bitcoin|crypto|forex) (?:investment|trading|broker|recovery|expert)\b|\binvest (?:with|through) (?:me|him|her|us)\b",
            r"\b(?:ingresos pasivos|libertad financiera|se tu propio jefe|unete a mi equipo|oportunidad de negocio|gana (?:hasta )?\d+ (?:euros|dolares))\b",
            r"\b(?:passives einkommen|finanzielle freiheit|dein eigener chef|komm in mein team|geschaftsmoglichkeit|nebenverdienst von zuhause)\b",
        ),
    ),
)
# Whoever writes one of these shortly before a phrase warns of it or asks about it.
DOUBTS = (
    r"\b(?:no|not|isn't|aren't|never|without|beware|careful|avoid|scams?|fraud|fake|so[- ]called|claims?|claiming|claimed|"
    r"promis(?:es|ed|ing)|anyone who|people who|don't|do not|doesn't|didn't|can't|cannot|can i|can you|is there|"
    r"there is no|there's no|wish|would be|if only|hop(?:e|ed|ing)|"
    r"ningun|ninguna|no hay|no existe|no es|nunca|cuidado|estafas?|ojala|desconfi\w+|"
    r"kein|keine|keinen|nicht|nie|vorsicht|betrug|angebliche\w*|sogenannte\w*)\b[^.!?]{0,40}$"
)
