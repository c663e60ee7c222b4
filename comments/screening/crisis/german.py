"""German phrases of danger. Plain words (see ``words``): ``u`` or ``ue`` for ``ü``, ``ss`` for ``ß``."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Kind, Phrase, signs

PARTS = {
    "eoc": r"(?= [.,]|$| (?:und|aber|weil|ich|bitte)\b)",
    "wer": r"(?:mein(?:e)? (?:mann|frau|freund|freundin|ex|partner|partnerin|vater|mutter|sohn|tochter|bruder|schwester|onkel|nachbar|enkel)|er|sie|jemand)",
    "will": r"(?:will|wollte|mochte|moechte|wurde gern|wuerde gern|werde|muss|kann nur noch)",
    "mittel": r"(?:tabletten|pillen|medikamente|schlaftabletten|schmerzmittel|morphium|insulin)",
}
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
        r"(?:kein(?:en)? (?:sinn|grund|lust|lebenswillen|ausweg)(?: mehr)?(?: \w+){0,3} (?:leben|weiterleben|weiterzuleben|zu leben|weiterzumachen|mehr zu leben|aufzuwachen))|(?:sehe|finde) (?:\w+ )?keinen (?:sinn|ausweg|grund) mehr"
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
        near=r"(?:schmerz|migrane|migraene|kopfweh|ubelkeit|uebelkeit|larm|laerm|sehen|horen|schlafen|laufen|essen|arbeiten)\w*\b",
    ),
    Phrase(
        r"(?:das leben|mein leben|alles) (?:hat|macht|ist)(?: fur mich| fuer mich)?(?: \w+)? (?:keinen sinn|sinnlos|nicht mehr lebenswert|keinen wert)(?: mehr)?"
    ),
    Phrase(
        r"(?:nur|bloss) (?:noch )?eine (?:last|belastung)(?: fur alle| fuer alle)?|niemand (?:wurde|wuerde|wird) mich vermissen"
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
    Phrase(r"(?:lebt wohl|leb wohl|auf nimmerwiedersehen|macht es gut fur immer)"),
    Phrase(r"wenn ihr das lest"),
)
HARMS = (
    Phrase(
        r"(?:mich|mir) (?:\w+ ){0,3}(?:selbst (?:zu )?verletzen|ritze|ritzen|geritzt|wehtun|weh tun|weh zu tun|die arme aufschneiden)|ritze mich|verletze mich selbst",
        near=r"(?:sport|kochen|versehentlich|damit nicht)\b",
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
SIGNS = signs(
    {
        Kind.SELF: SELVES,
        Kind.PLAN: PLANS,
        Kind.GOODBYE: GOODBYES,
        Kind.HARM: HARMS,
        Kind.LET_GO: LETTING_GO,
        Kind.VIOLENCE: VIOLENCE,
        Kind.OTHER: OTHERS_IN_DANGER,
    },
    PARTS,
)
