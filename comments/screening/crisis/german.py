"""German phrases of danger. Plain words (see ``words``): ``u`` or ``ue`` for ``ü``, ``ss`` for ``ß``."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Kind, Phrase, signs

PARTS = {
    "eoc": r"(?= [.,]|$| (?:und|aber|weil|ich|bitte)\b)",
    "wer": r"(?:mein(?:e)? (?:\w+ )?(?:mama|papa|oma|opa|tante|cousin|cousine|nichte|neffe|enkelin|kollege|kollegin|mitbewohner|mitbewohnerin|nachbarin|bekannte|bekannter|mann|frau|freund|freundin|ex|partner|partnerin|vater|mutter|sohn|tochter|bruder|schwester|onkel|nachbar|enkel)|er|sie|jemand)",
    "will": r"(?:will|wollte|mochte|moechte|wurde gern|wuerde gern|werde|muss|kann nur noch)",
    "mittel": r"(?:tabletten|pillen|medikamente|schlaftabletten|schmerzmittel|morphium|insulin)",
}
_SICH = r"(?:umbringen|umzubringen|toten|zu toten|erhangen|zu erhangen|aufhangen|aufzuhangen|erschiessen|zu erschiessen|vergiften|zu vergiften|ertranken|zu ertranken|das leben nehmen|das leben zu nehmen|etwas antun|etwas anzutun|was antun|was anzutun|vor (?:den|einen) zug zu werfen|vor (?:den|einen) zug werfen)"
_KLINGE = r"(?:rasierklingen?|klingen?|cutter|schere|feuerzeug|zigaretten?|glasscherben?)"
_VERSEHEN = r"(?:kochen|rasieren|versehen\w*|garten|basteln|kuche|brot|unfall|sport|juck\w*)\b"
_IDLE = r"vor (?:lachen|scham|langeweile|hunger|neugier)|zu hause|daheim|in (?:frieden|wurde|wuerde)|eines tages|an (?:altersschwache|altersschwaeche)"

SELVES = (
    Phrase(
        r"(?:<will> (?:ich )?(?:\w+ ){0,3}sterben|sterben (?:will|mochte|moechte|wollte)(?: ich)?)",
        before=r"(?:nicht|nie)",
        near=r"nicht (?:\w+ )?sterben|(?:zu hause|daheim|in frieden|vor (?:lachen|scham|langeweile))\b",
        after=_IDLE,
    ),
    Phrase(
        r"(?:mich (?:\w+ ){0,3}(?:umbringen|umzubringen|toten|toeten|zu toten|erhangen|erhaengen|aufhangen|aufhaengen|erschiessen|vergiften|ertranken|ertraenken)|bringe? mich um|brachte mich um|mich umbringe|nehme? mir das leben|hange? mich auf)",
        near=r"(?:lachen|schmerz(?:en)?|arbeit) (?:\w+ )?(?:bringt|bringen)|(?:er|sie|mann|partner|freund|ex) (?:\w+ )?(?:will|wollte|wird|droht)\b|vor lachen",
    ),
    Phrase(r"mir (?:\w+ )?(?:das leben (?:nehmen|zu nehmen)|etwas an(?:tun|zutun)|was an(?:tun|zutun))"),
    Phrase(
        r"(?:mein(?:em)? leben (?:ein ende (?:setzen|zu setzen|machen)|beenden|zu beenden)|allem ein ende (?:setzen|machen)|schluss machen mit (?:allem|dem leben))"
    ),
    Phrase(
        r"(?:nicht mehr|nicht langer|nicht laenger|nicht weiter) (?:\w+ )?(?:leben|weiterleben|da sein|hier sein|aufwachen|existieren|weitermachen)(?: (?:will|mochte|moechte|kann|wollte))?",
        needs=r"ich|mich|mir",
        after=r"(?:in|bei|mit (?:meinem|meiner|dem|der))",
        before=r"(?:er|sie|es)(?: \w+)?",
    ),
    Phrase(
        r"(?:suizid|selbstmord)(?:gedanken|versuch|absichten|plane|plaene)?",
        needs=r"(?:ich|habe|meine|mir|mich) (?:\w+ ){0,6}(?:suizid|selbstmord)\w*|(?:denke|gedacht|gedanken) (?:\w+ ){0,3}(?:suizid|selbstmord)",
        near=r"(?:gelesen|beipackzettel|film|buch|pravention|praevention|nebenwirkung)\b",
    ),
    Phrase(r"(?:suizidal|lebensmude|lebensmuede)", needs=r"ich|bin|mich"),
    Phrase(
        r"(?:kein(?:en|e)? (?:sinn|grund|lust|lebenswillen|ausweg)(?: mehr)?(?: \w+){0,3} (?:leben|weiterleben|weiterzuleben|zu leben|weiterzumachen|mehr zu leben|aufzuwachen))|(?:sehe|finde) (?:\w+ )?keinen (?:sinn|ausweg|grund) mehr"
    ),
    Phrase(
        r"(?:besser|leichter|glucklicher|gluecklicher)(?: \w+){0,2} (?:ohne mich|dran ohne mich|wenn ich (?:tot|weg|nicht mehr|nicht da))|ohne mich (?:\w+ ){0,3}(?:besser|leichter|glucklicher|gluecklicher)"
    ),
    Phrase(
        r"(?:wunschte|wuenschte|ware|waere|wunsche|wuensche|wollte)(?: \w+){0,2} (?:tot|nie geboren|nicht mehr da|nicht mehr am leben)"
    ),
    Phrase(
        r"(?:einschlafen|schlafen)(?: \w+)? und (?:nie|nicht)(?: \w+)? (?:mehr )?(?:aufwachen|wieder aufwachen)",
        near=r"(?:angst|narkose|operation)\b",
    ),
    Phrase(
        r"(?:kann|halte|ertrage)(?: (?:das|es|ich|dieses leben|alles))*(?: alles)? (?:einfach )?nicht mehr(?: aus)?(?= [.,]|$| und)",
        near=r"(?:die app|der app|seite|passwort|login|webseite|schmerz|migrane|migraene|kopfweh|ubelkeit|uebelkeit|larm|laerm|sehen|horen|schlafen|laufen|essen|arbeiten)\w*\b",
    ),
    Phrase(
        r"(?:das leben|mein leben|alles) (?:hat|macht|ist)(?: fur mich| fuer mich)?(?: \w+)? (?:keinen sinn|sinnlos|nicht mehr lebenswert|keinen wert)(?: mehr)?"
    ),
    Phrase(
        r"(?:nur|bloss) (?:noch )?eine (?:last|belastung)(?: fur alle| fuer alle)?|niemand (?:wurde|wuerde|wird) mich vermissen"
    ),
)
WISHES = (
    Phrase(r"(?:will|mochte|moechte|wollte) (?:ich )?(?:\w+ )?tot sein(?= [.,]|$| und)"),
    Phrase(r"bringe? ich mich (?:\w+ ){0,2}um(?= [.,]|$)"),
    Phrase(
        r"(?:der tod|mein tod|tot sein|tot zu sein|sterben|nicht mehr (?:da|hier) (?:zu )?sein)(?: (?:wirklich|einfach|nur|fast))? (?:ware|waere|klingt|scheint|erscheint)(?: mir)?(?: (?:wie|eine|ein|die|der|so|viel|fast|einzige|mir))* (?:erlosung|erloesung|leichter|besser|friedlich|schon|schoen|verlockend|losung|loesung|erleichterung|ausweg|segen|befreiung)",
        after=r"fur (?:ihn|sie|niemanden)|als",
        before=r"(?:sein|ihr|vom|dem|den|vor|angst)(?: \w+)?",
        near=r"angst\b",
    ),
    Phrase(
        r"(?:sehne mich|ich sehne mich|warte|hoffe|bete)(?: \w+){0,2} (?:nach dem tod|auf den tod|um den tod)|(?:wunsche|wuensche) (?:ich )?mir (?:\w+ )?(?:den|meinen) tod|mir (?:den|meinen) tod (?:wunsche|wuensche)"
    ),
    Phrase(
        r"(?:warum|wozu|wofur|wofuer|weshalb)(?: \w+)? (?:lebe|existiere) ich(?: (?:noch|uberhaupt|ueberhaupt|eigentlich|denn))*(?= [.,]|$)|(?:warum|wozu|weshalb) bin ich (?:noch|uberhaupt|ueberhaupt)(?: noch)? (?:am leben|da|hier|auf der welt)(?= [.,]|$)",
        near=r"(?:wartezimmer|warteliste|forum|gruppe)\b",
    ),
    Phrase(
        r"(?:sehe|finde|gibt es|gibt|habe)(?: (?:ich|fur mich|fuer mich|da|hier))* keinen (?:anderen )?ausweg(?: mehr)?(?= [.,]|$| und| als)",
        near=r"(?:parkhaus|baustelle)\b",
    ),
    Phrase(
        r"(?:will|mochte|moechte|wurde|wuerde)(?: \w+){0,3} (?:fur|fuer) immer (?:verschwinden|einschlafen|schlafen|weg sein)"
    ),
    Phrase(
        r"keinen (?:\w+ )?grund(?: mehr)?(?: fur mich| fuer mich)?(?: ,)? (?:zu leben|weiterzuleben|am leben zu bleiben)"
    ),
    Phrase(
        r"(?:ertrage|halte|hasse)(?: ich)? (?:das|mein|dieses|dies) leben(?: (?:nicht|mehr|so|einfach|langer|laenger|aus))*(?= [.,]|$| und)"
    ),
    Phrase(
        r"(?:mache ich|ich mache|mach ich)(?: \w+)? (?:schluss|ein ende)(?= [.,]|$| mit (?:allem|dem leben))",
        near=r"(?:freund|freundin|beziehung|arbeit|feierabend|therapie|heute mit|diat)\b",
    ),
    Phrase(
        r"(?:beschlossen|entschieden|entschlossen)(?: ,)? (?:nicht (?:mehr|weiter|langer|laenger) (?:weiter)?zu ?leben|zu sterben|aufzuhoren zu leben)",
        after=r"in|mit|bei",
    ),
    Phrase(
        r"mich (?:nie|niemals|nicht) (?:\w+ )?(?:umbringen|toten|erhangen)",
        needs=r"(?:nicht|weniger)(?: mehr)?(?: so| ganz)* sicher|gelogen",
    ),
    Phrase(r"nicht so(?: ,)? dass ich nicht (?:\w+ )?sterben (?:will|mochte|moechte|wollte)"),
    Phrase(
        r"(?:hoffe|hoffentlich|wunsche|wuensche|bete)(?: mir)?(?: ,)?(?: dass)?(?: ich)?(?: wache| werde)?(?: ich)?(?: \w+){0,3} (?:nicht|nie) (?:mehr |wieder |mehr wieder )?(?:auf|aufwache|aufwachen|wach)(?= [.,]|$)",
        near=r"(?:wahrend|mitten|zu fruh|vorher)\b",
    ),
)
METHODS = (
    Phrase(
        r"(?:wie ?viele?|welche (?:dosis|menge))(?: \w+){0,6}(?: ,)?(?: (?:um|damit|bis)(?: (?:ich|man))?)(?: \w+){0,2}? (?:(?:nicht|nie)(?: mehr| wieder)? (?:aufzuwachen|aufwachen|aufwache|aufwacht)|zu sterben|sterbe|stirbt)",
        near=r"(?:nachts|zeit|jahre|monate|wochen|tage|fruh|schmerz\w*)\b",
    ),
    Phrase(
        r"(?:welche|wie ?viele?)(?: \w+){0,3} (?:ist|sind|waren|ware|ist denn) (?:todlich|toedlich)|(?:todliche|toedliche|letale) (?:dosis|menge)",
        near=r"(?:mause|ratten|studie)\b",
    ),
    Phrase(
        r"(?:schmerzloseste|schmerzlose|schnellste|einfachste|sicherste|leichteste|sanfteste|beste|schnelle|am wenigsten schmerzhafte)(?: und \w+)? (?:art|weg|methode|moglichkeit|moeglichkeit|weise)(?: ,)? (?:zu sterben|sich (?:umzubringen|zu toten)|mich (?:umzubringen|zu toten)|zu gehen(?= [.,]|$)|fur (?:einen )?(?:suizid|selbstmord))"
    ),
    Phrase(
        r"(?:wie)(?: kann| konnte)? (?:sterbe|stirbt|sterben) (?:ich|man)(?: \w+)? (?:ohne schmerzen|schmerzlos|schnell)|wie kann ich (?:ohne schmerzen|schmerzlos|schnell) sterben"
    ),
    Phrase(
        r"(?:habe|hab|liegt|versteckt|gekauft)(?: (?:ich|mir|schon))*(?: einen| den| ein) (?:strick|galgenstrick|revolver)(?: \w+){0,4}",
        near=r"(?:katze|hund|boot|reise|klettern)\b",
    ),
)
PLANS = (
    Phrase(
        r"(?:<mittel>|strick|pistole|messer|rasierklinge)(?: \w+){0,4} (?:neben mir|vor mir|in der hand|liegen bereit|hier bei mir|bereit)",
        near=r"(?:falls|anfall|reise|jeden|damit ich nicht|frühstück|fruhstuck|kuche)\b",
    ),
    Phrase(
        r"(?:alle|ganze|viel zu viele|zu viele|eine uberdosis|eine ueberdosis|ganzen)(?: \w+){0,2} (?:<mittel>|packung|schachtel|flasche)?(?: \w+)? ?(?:geschluckt|genommen|eingenommen|nehmen|schlucken)",
        needs=r"ich|habe|hab|werde|will",
        near=r"(?:monat|wie verordnet|puenktlich|punktlich|wasser|termine|zeit)\b",
    ),
    Phrase(
        r"(?:von (?:der|einer) brucke|von (?:der|einer) bruecke|vor (?:den|einen) zug|aus dem fenster|vom dach|vom balkon|von (?:der|einer) klippe)(?: \w+)? (?:springen|werfen|sturzen|stuerzen|zu springen|springe|schmeissen)",
        near=r"(?:katze|film)\b",
    ),
    Phrase(r"(?:pulsadern|abschiedsbrief)", needs=r"ich|mir|meine|meinen"),
)
GOODBYES = (
    Phrase(
        r"(?:das|dies) (?:ist|wird)(?: \w+)? mein (?:letzter|letztes) (?:beitrag|kommentar|nachricht|post|wort)|meine letzte nachricht",
        after=r"(?:zu|uber|ueber|vor|fur heute|fuer heute)",
    ),
    Phrase(
        r"(?:lebt wohl|leb wohl|auf nimmerwiedersehen|macht es gut fur immer)",
        near=r"(?:(?:andere[ns]?|neue[ns]?) (?:\w+ )?(?:forum|gruppe|seite|kanal)|ins? (?:\w+ )?(?:forum|gruppe)|facebook|whatsapp)\b",
    ),
    Phrase(r"wenn ihr das lest"),
)
HARMS = (
    Phrase(
        r"(?:mich|mir) (?:\w+ ){0,3}(?:selbst (?:zu )?verletzen|ritze|ritzen|geritzt|wehtun|weh tun|weh zu tun|die arme aufschneiden)|ritze mich|verletze mich selbst",
        near=r"(?:sport|kochen|versehentlich|damit nicht)\b",
    ),
)
WAYS_OF_HARM = (
    Phrase(
        r"(?:schneide|verbrenne|verletze|steche|brenne)(?: ich)? (?:mich|mir)(?: \w+){0,4} mit (?:einer |der |einem |dem |meiner )?"
        + _KLINGE,
        near=_VERSEHEN,
    ),
    Phrase(
        r"(?:drucke|druecke)(?: ich| mir)* (?:zigaretten|kippen|eine zigarette)(?: \w+)? (?:auf|an) (?:meinem|meinen|der|dem|meiner) (?:arm|armen|haut|bein|beinen|hand)"
    ),
    Phrase(
        r"(?:schneide|ritze|verbrenne)(?: ich)? (?:mir (?:die|in die) (?:arme|beine|handgelenke)|mich (?:wieder|jeden|immer wieder))",
        near=_VERSEHEN,
    ),
)
LETTING_GO = (
    Phrase(
        r"(?:behandlung|chemo|therapie|dialyse)(?: \w+){0,3} (?:abbrechen|beenden|aufhoren|aufhoeren|stoppen)(?: \w+){0,4} (?:sterben|gehen|loslassen|einschlafen)"
    ),
    Phrase(
        r"(?:will|mochte|moechte) (?:\w+ ){0,2}(?:loslassen|gehen durfen|gehen duerfen|nicht mehr kampfen|nicht mehr kaempfen)",
        near=r"(?:angst|wut|vergangenheit)\b",
    ),
    Phrase(
        r"(?:sterbehilfe|assistierter suizid|assistierten suizid)",
        needs=r"(?:ich|mich|mir) (?:\w+ ){0,6}(?:sterbehilfe|assistierte\w*)|will|beantragt",
        near=r"(?:debatte|gesetz|artikel|film)\b",
    ),
)
VIOLENCE = (
    Phrase(
        r"<wer>(?: \w+){0,3} (?:schlagt|schlaegt|schlug|verprugelt|verpruegelt|wurgt|wuergt|bedroht|misshandelt|missbraucht|tritt) mich|(?:schlagt|schlaegt|bedroht|wurgt|wuergt|misshandelt) mich",
        near=r"(?:schach|vor,?|kartenspiel|vorschlag)\b",
    ),
    Phrase(
        r"(?:mein (?:ex|mann|freund|vater|partner|bruder|stiefvater|ex mann)|er) bringt mich um",
        after=r",? ?(?:wenn|falls) (?:ich|er|sie) (?!(?:\w+ ){0,3}(?:verlasse|gehe|rufe|anzeige|rede|findet|trenne)\b)\w+",
        near=r"lachen\b",
    ),
    Phrase(
        r"<wer>(?: \w+){0,4} (?:mich|uns)(?: \w+){0,2} (?:umbringen|toten|toeten|erstechen|erschiessen|schlagen|umbringt|totet|schlagt)",
        needs=r"will|wird|wollte|droht|angst|gedroht",
        near=r"(?:wenn (?:er|sie) das (?:sieht|erfahrt|erfaehrt)|lachen)\b",
    ),
    Phrase(
        r"angst (?:dass|davor dass) (?:er|sie|mein mann|mein freund|mein ex) mich (?:umbringt|totet|schlagt|schlaegt|findet)"
    ),
    Phrase(
        r"(?:ich bin|bin) (?:hier |zu hause )?(?:in gefahr|nicht sicher)|(?:ruft|rufen sie) (?:bitte )?(?:die polizei|den notarzt|112|110)",
        after=r"(?:ob|zu)",
        near=r"(?:infektion|wenn|ob)\b",
    ),
)
OTHERS_IN_DANGER = (
    Phrase(
        r"<wer>(?: \w+){0,3} (?:will|wollte|droht|versucht|spricht davon|redet davon)(?: \w+){0,3} (?:sich (?:\w+ ){0,2}(?:umbringen|umzubringen|toten|zu toten|das leben (?:zu )?nehmen|etwas anzutun|was anzutun)|sterben|nicht mehr leben)",
        near=r"(?:zu hause|in frieden)\b",
    ),
    Phrase(r"<wer>(?: \w+){0,2} (?:ist|wirkt|hat)(?: \w+)? (?:suizidal|selbstmordgedanken|suizidgedanken)"),
)
HARM_OF_OTHERS = (
    Phrase(r"<wer>(?: \w+){0,2} hat sich die pulsadern (?:aufgeschnitten|geoffnet)", is_act=True),
    Phrase(
        r"<wer>(?: \w+){0,3} (?:ritzt|verletzt|schneidet|verbrennt) sich(?= [.,]|$| selbst| die| in| mit| wieder| jeden| absichtlich)",
        after=r"(?:die (?:haare|nagel)|mit dem (?:messer|papier)|beim|in den finger)",
        near=_VERSEHEN,
    ),
    Phrase(
        r"<wer>(?: \w+){0,3} (?:hat|hatte)(?: sich)?(?: \w+)? (?:eine uberdosis|eine ueberdosis)(?: \w+)? (?:genommen|geschluckt|gespritzt)|<wer> (?:nahm|schluckte) eine (?:uberdosis|ueberdosis)",
        near=r"(?:gestorben|beerdigung|vor \w+ jahren)\b",
        is_act=True,
    ),
    Phrase(
        r"<wer>(?: \w+){0,2} (?:hat|nahm|schluckte)(?: \w+)? (?:alle|viel zu viele|zu viele|eine handvoll)(?: (?:ihre|seine|die|meine))? <mittel>(?: (?:genommen|geschluckt|auf einmal))*",
        near=r"(?:verordnet|wasser|fruhstuck|punktlich|abends|gestorben|apotheke)\b",
        is_act=True,
    ),
    Phrase(
        r"<wer>(?: \w+){0,7} (?:wacht nicht(?: mehr)? auf|ist nicht wach zu bekommen|reagiert nicht(?: mehr)?)",
        near=r"(?:wecker|schule|mittag|morgens)\b",
    ),
    Phrase(
        r"<wer>(?: \w+){0,3} (?:will|wollte|droht|versucht|versuchte|hat versucht|plant|denkt daran)(?: ,)? (?:damit )?(?:sich|mit) (?:\w+ ){0,2}"
        + _SICH,
        near=r"(?:gestorben|beerdigung|lachen)\b",
        is_act=True,
    ),
    Phrase(r"(?:umbringen|toten|erhangen|aufhangen) (?:will|wollte|mochte) sich <wer>"),
    Phrase(
        r"<wer>(?: \w+){0,3} sagt(?: ,)? (?:dass )?(?:er|sie) (?:will |mochte )?(?:nicht mehr leben|sterben|nicht mehr aufwachen)(?: (?:will|mochte))?",
        after=r"zu hause|in",
    ),
)
SIGNS = signs(
    {
        Kind.SELF: (*SELVES, *WISHES),
        Kind.PLAN: (*PLANS, *METHODS),
        Kind.GOODBYE: GOODBYES,
        Kind.HARM: (*HARMS, *WAYS_OF_HARM),
        Kind.LET_GO: LETTING_GO,
        Kind.VIOLENCE: VIOLENCE,
        Kind.OTHER: (*OTHERS_IN_DANGER, *HARM_OF_OTHERS),
    },
    PARTS,
)
