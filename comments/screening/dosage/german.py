"""How advice on doses and treatments is given in German: regular expressions over plain words. Data."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.dosage.parts import AMOUNT, CHANGE, DOSE, EVEN_MORE, HOW_OFTEN, NEEDLESS, POISON, THING, Advice

_PRODUCT = rf"(?:{AMOUNT}|{THING})"
_NO = r"nicht|nie|niemals|kein|keine|keinen|mein\w*|ich|mir|mit|ohne|bei|wahrend|vor|nach|und|oder|wenn"
_GAP = rf"(?: (?!(?:{_NO})\b)\w+){{0,4}}?"
_OPENING = r"(?:\A|(?<=[.,] ))(?:(?:bitte|einfach|und|aber|also|dann|am besten|lieber|ja|immer) ){0,2}"
_AWAY = r"(?:absetzen|weglassen|verdoppeln|abbrechen|halbieren|reduzieren|erhohen|auslassen|ablehnen|absagen|verweigern|vergessen|lassen|ausschleichen|wegwerfen|meiden)"
_SHOULD = r"(?:(?:du|sie|ihr|man) (?:solltest|sollten|sollte|solltet|musst|mussen|muss|muessen|kannst|darfst)|(?:solltest|musst|kannst) du|ich (?:rate|empfehle|wurde|wuerde)(?: dir| ihnen| euch)?|an (?:deiner|ihrer|eurer) stelle(?: wurde| wuerde)?(?: ich)?|wenn ich du ware(?: ,)?(?: wurde| wuerde)?(?: ich)?|es ist (?:ok|okay|kein problem|in ordnung|besser)(?: ,)?)"
_HARMFUL_WORD = r"(?:(?!(?:nicht|nie|niemals|ich|mein\w*|kein\w*)\b)\w+|,)"

GERMAN: Advice = (
    (
        rf"{_OPENING}(?:verdopple|verdoppeln sie|verdoppelt|setz|setze|setzen sie|setzt|lass|lasst|lassen sie|reduziere?|reduzieren sie|erhohe?|halbiere?|brich|brechen sie|vergiss|vergesst|vergessen sie|streich|streiche|verweigere?|meide|lehn|lehne|sag|wirf|schmeiss|weg mit|finger weg von|schluss mit){_GAP} {_PRODUCT}(?!(?: \w+){{0,2}} (?:nicht|nie|niemals)\b)",
        CHANGE,
    ),
    (
        rf"{_OPENING}(?:nimm|nehmen sie|nehmt|spritz|spritze dir)(?: (?:keine?n?|bloss|blos|nur|mal|doch|einfach|taglich|morgens|abends|die|das|den|dein\w*|immer|jeden|tag|am|nie|niemals|nicht|ruhig|mehr|weniger)){{0,3}} {_PRODUCT}",
        CHANGE,
    ),
    (rf"{_OPENING}(?:nimm|nehmt|nehmen sie)(?: \w+){{0,2}}? {EVEN_MORE}", CHANGE),
    (rf"{_OPENING}(?:hor|hore|hort|horen sie)(?: \w+){{0,2}} auf(?: ,)?(?: mit)?{_GAP} {THING}", CHANGE),
    (
        rf"{_OPENING}(?:fang|fangt|beginn|beginne|mach|macht|geh) (?:bloss |ja |gar )?(?:nicht (?:mit|zur|zu)|keine?){_GAP} {THING}",
        CHANGE,
    ),
    (
        rf"{_SHOULD}(?: {_HARMFUL_WORD}){{0,4}}? {_PRODUCT}(?: {_HARMFUL_WORD}){{0,3}}? (?:zu )?(?:{_AWAY}|aus ?zu ?lassen|abzusetzen|wegzulassen|abzubrechen|auszulassen|zu verdoppeln)",
        CHANGE,
    ),
    (
        rf"{_SHOULD}(?: {_HARMFUL_WORD}){{0,4}}? {_PRODUCT}(?: \w+){{0,3}}? (?:zu )?(?:nehmen|spritzen|schlucken)",
        CHANGE,
    ),
    (rf"{_SHOULD}(?: (?!ich\b|mein)\w+){{0,3}}? kein\w* {THING}(?: \w+){{0,2}}? (?:nehmen|machen|anfangen)", CHANGE),
    (
        rf"{_SHOULD} (?:mit|auf) (?:der|dem|den|dein\w*) {THING} (?:aufhoren|verzichten)|(?:verzichte|verzichtet|verzichten sie) auf{_GAP} {THING}",
        CHANGE,
    ),
    (rf"ich (?:rate|empfehle)(?: dir| ihnen| euch)(?: \w+){{0,2}}? {AMOUNT}", DOSE),
    (rf"(?:du brauchst|sie brauchen|ihr braucht|man braucht) (?:gar |uberhaupt )?kein\w*{_GAP} {THING}", NEEDLESS),
    (rf"{THING} (?:ist|sind) (?:reines |nur |pures |das reinste )?gift", POISON),
    (rf"{_OPENING}(?:gib|geben sie|gebt) (?:dein\w*|ihr\w*|dem|der|ihm) (?:\w+ )?(?:\w+ )?{AMOUNT}", DOSE),
    (
        rf"(?:die )?(?:richtige|beste|sichere) dosis ist {AMOUNT}|{AMOUNT}{HOW_OFTEN} (?:reicht|reichen|wirken wunder|wirkt am besten|hilft am besten|ist ideal)(?! (?:bei )?mir\b)",
        DOSE,
    ),
)
