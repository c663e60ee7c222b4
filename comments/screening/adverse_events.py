"""A possible side effect that somebody had of a product: staff forward it to whoever must report it.

A case is reportable with four elements: an identifiable reporter, an identifiable patient, a suspected product, an event
(ICH E2D (R1), section 2.3; EMA GVP Module VI, section VI.B.2). The reporter is whoever writes, once confirmed; the rules
look for the other three in one or two sentences. An indication ("for nausea"), a fear and a general list are none.
"""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

import re
from collections.abc import Iterator

from comments.screening.detector import About, Category, Found
from comments.screening.products import FORM, THERAPY
from comments.screening.text import Text

REASON = "A possible side effect, with product and patient: forward it as docs/crisis.md says."
_PRODUCT = re.compile(
    rf"{THERAPY}|(?<!\w)(?:my|the|new|this|these|those|his|her|their|mi|mis|la|el|las|los|nuev[oa]s?|est[ea]|est[ao]s|su|sus|das|die|der|dem|den|mein\w*|neue\w*) {FORM}|(?<!\w)vaccinated(?!\w)"
)
# How illnesses end that most often are new. Those that readers have anyway stand apart.
_NEW_ILLNESS = (
    r"(?!(?:osteo|psori|poly|peri|rheum)?arthritis|poliarthritis)\w{3,}itis|\w{2,}(?:penias?|penien?|necrosis|nekrosen?|rrhages?|rragias?|plegia|edema|oedema|odem|odeme)"
    r"|(?!home|homo|osteo|naturo|natur|psych)\w{3,}opat(?:hy|hies|hie|hien|ia|ias)"
    r"|(?:an|isch|isqu|glyc|gluc|hyper\w{3,9}|hypo\w{3,9}|hiper\w{3,9}|hipo\w{3,9}|septic|bacter|ur)a?emi(?:as?|en?)"
)
_EVENT = re.compile(
    rf"(?<!\w)(?:{_NEW_ILLNESS}|necrosis|rash(?:es)?|hives|itch\w*|swell\w*|swollen|vomit\w*|thr(?:ow|ows|owing|ew|own) up|puk(?:e|ed|ing)|nause\w+|sick to my stomach|diarrh\w+|dizz\w+|vertigo|faint(?:ed|ing|s)?|passed out|blacked out"
    r"|collaps\w*|seizures?|convuls\w+|fevers?|chills|shivering|bleed(?:s|ing)?|bled|nosebleeds?|bruis\w+|numb(?:ness|ed)?|tingl\w+|palpitations|short(?:ness)? of breath|breathless\w*"
    r"|(?:couldnt|cant|hard to|trouble|difficulty) breath\w*|anaphyla\w+|allerg\w+|reaction|hair (?:loss|fell out|is falling out)|lost my hair|jaundice|liver (?:values|failure|enzymes|damage)|kidney (?:failure|damage)|(?:blood )?clots?|thrombosis"
    r"|(?:livers?|kidneys?|hearts?|lungs?|bowels?|organs) (?:\w+ )?(?:fail(?:ed|ing)?|gave (?:up|out|in)|packed (?:up|in)|shut down|stopped working)|embolism|cataracts?|blind(?:ness)?|lost (?:my|his|her) (?:sight|eyesight|voice|appetite|teeth)"
    r"|stroke|heart attack|heart (?:failure|racing)|arrhythmia|infections?|sepsis|pneumonia|shingles|hospitali[sz]ed|in(?:to)? (?:hospital|the er|a e|intensive care|the icu)|blurr(?:ed|y) vision|double vision|lost (?:my|his|her) (?:vision|hearing|taste)"
    r"|confus\w+|hallucinat\w+|depress\w+|suicidal|insomnia|cant sleep|exhaust\w+|fatigued?|weight gain|gained \d+ (?:kilos?|kg|pounds)|constipat\w+|mouth (?:sores|ulcers)|ulcers?|cramps?|tremors?|shak(?:ing|es)|side effects?"
    r"|died|miscarriage|miscarried|blister\w*|sweats|twitch\w+|paraly[sz]ed|ringing in (?:my|his|her) ears|tinnitus|low (?:platelets|neutrophils|white (?:cells|count)|blood (?:counts?|cells|sugar)|sodium|potassium)"
    r"|sarpullidos?|erupcion(?:es)?|ronchas|urticaria|picor(?:es)?|picazon|hinch(?:ad[oa]s?|azon|o|aron|a|ando|aba)|vomit[oe]s?|vomit(?:ar|ando|aba)|nauseas|diarreas?|mareos?|maread[oa]|mare(?:o|aba)|desmay\w+|convulsion(?:es)?|fiebre|escalofrios|sangrado|sangrando|sangrar|hemorragias?"
    r"|moratones|hormigue\w+|entumecid[oa]s?|(?:pies?|piernas?|manos?|brazos?|dedos|cara|lengua|labios)(?: \w+)? dormid[oa]s?|dormid[oa]s? (?:los|las|la|el) (?:pies?|piernas?|manos?|brazos?|dedos|cara|lengua)|palpitaciones|falta de aire|ahogo|alergi(?:a|ca|co)s?|reaccion|se me cayo el pelo|caida del pelo|ictericia|trombos(?:is)?|trombo|infarto|ictus|infeccion|neumonia|hospitalizad[oa]|ingresad[oa]|urgencias"
    r"|vision borrosa|ceguera|cieg[oa]|cataratas?|vertigos?|confusion|alucinaciones|insomnio|estrenimiento|llagas|calambres|temblores|efectos? secundarios?|aborto|plaquetas bajas|tension alta|necrosis"
    r"|ausschlag|juckreiz|schwellung\w*|geschwollen\w*|anschwell\w*|ubelkeit|uebelkeit|erbrochen|erbrechen|durchfall|schwindel\w*|schwindlig|ohnmachtig|ohnmaechtig|krampfanfall|fieber|schuttelfrost|schuettelfrost|blutung\w*|taubheit\w*|taub|kribbeln|atemnot|allergisch\w*|allergie|thrombose|haarausfall|nebenwirkung\w*|grauer star|blind)(?!\w)"
)
# What readers of this portal have or take medicines against: an event only where somebody says that the product did it.
_ILLNESS = re.compile(
    r"(?<!\w)(?:(?:head|tooth|back|stomach|belly|tummy|ear|muscle|body)[ ]?aches?|migraines?|high blood pressure|low blood pressure|hypertension|hypotension|blood pressure (?:went|shot|rose|is|was|dropped)(?: \w+)?|arthritis|leuka?emia"
    r"|(?:joint|muscle|bone|back|stomach|chest|leg|arm|jaw|neck|eye|ear|nerve|abdominal|tummy|belly|foot|feet|hand|finger|kidney|liver|shoulder|hip|knee|throat|breast|pelvic|body|knuckle|wrist|skin|tooth|gum|mouth|tongue|rib) (?:pains?|aches?|ached)"
    r"|dolor(?:es)? (?:de|en)(?: (?:el|la|los|las))? (?:cabeza|pecho|huesos|espalda|estomago|articulaciones|muelas|piernas?|brazos?|mandibula|musculos?|barriga|ojos?|rinones|cuello)|dolor(?:es)? (?:muscular|articular)(?:es)?|hipertension|migranas?"
    r"|\w{3,}schmerzen|bluthochdruck|hoher blutdruck)(?!\w)"
)
_SOMEBODY = re.compile(
    r"(?<!\w)(?:i|ive|im|me|my|we|our|he|she|his|her|him|hes|shes|hers|theirs|daughter|son|brother|sister|friend|child|baby|aunt|uncle|moms|mums|mothers|fathers|dads|husbands|wifes|sisters|brothers|wife|husband|mother|mum|mom|father|dad"
    r"|yo|me|mi|mis|le|nos|tuve|tengo|hija|hijo|marido|mujer|madre|padre|ella|el|ich|mir|mich|mein|meine|er|sie)(?!\w)"
)
_LINK = re.compile(
    r"(?<!\w)(?:after|since|from|because of|caused|causes|causing|gave|gives|given|giving|made|makes|brought|triggered|led to|left|due to|thanks to|on|with|when|while|started|starting|took|taking|got|had|having|induced|put|ended|turned|sent|landed|damaged|destroyed|ruined"
    r"|despues|desde|tras|por|causo|causa|provoco|provoca|dio|dado|produjo|produce|da|hizo|hace|dejo|deja|puso|pone|sento|con|cuando|al|empece|tome|tomar|pusieron|puse"
    r"|nach|seit|von|durch|wegen|bekam|bekommen|verursacht|ausgelost|macht|machte|gemacht|mit)(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:no|not|never|without|any|zero|didnt (?:have|get)|havent had|for|against|prevents?|prevent|treats?|afraid of|scared of|fear of|worried about|risk of|no (?:tuve|tengo|hubo|he tenido|tuvo|me dio)|(?:hatte|habe) keine|sin|ningun\w*|para (?:las?|los?|el|evitar)|contra|miedo a|keine?|ohne|gegen|fur)(?: (?:an?|another|real|bad|serious|more|the|my|any|of|grave|las|los|el|la|severe|major|other))? $"
)
_GENERAL = re.compile(
    r"(?<!\w)(?:can cause|may cause|might cause|could cause|include|includes|leaflet|listed|list of|study|studies|trial|(?:has|have|did|does|do|is|was) (?:anyone|anybody|someone|any of you)|anyone else|what if|is it normal|puede causar|pueden causar|puede producir|incluyen|prospecto|estudio|alguien (?:mas )?(?:ha|tiene|tuvo|le (?:da|dio|daba|ha|pasa|paso|sale|salio|produce|provoco|sienta))|a alguien|a alguno|puede dar|hat jemand|hatte jemand|bekommt jemand|kann verursachen|beipackzettel|studie)(?!\w)"
)
# Whoever says that the product did it.
_DID = (
    r"(?:gave|gives|given|giving|caus\w+|made|makes|left|brought on|triggered|led to|induced|ended up with|resulted in|started|dio|dado|da|causo|provoco|produjo|dejo|hizo|ha dejado"
    r"|verursacht\w*|ausgelost|machte|gemacht|bekam|bekommen)"
)
_DONE_BY = r"(?:from|because of|caused by|due to|thanks to|after (?:taking|starting|i took|i started|my first|the first|my second|the second)|since|side effects? of|por culpa de|por|desde que (?:tomo|empece)|tras|durch|wegen|seit)"
_DID_IT = re.compile(rf"(?<!\w){_DID}(?!\w)")
_DONE_BY_IT = re.compile(rf"(?<!\w){_DONE_BY}(?!\w)")
_RELIEF = re.compile(
    r"(?<!\w)(?:(?:took|takes|take|brought|brings|bring|got|gets|kept|keeps|made|makes)(?: \w+){1,4} (?:down|away|off|under control|at bay|better|bearable|go away|disappear|stop)"
    r"|help(?:s|ed|ing)?|eas(?:es|ed)|reliev\w+|reduc\w+|lower(?:s|ed)|shr[aiu]nk\w*|settle[sd]?|calm\w*|improv\w+|soothe[sd]?|under control|less|fewer|menos|weniger|got rid of|gets rid of|no more|works? (?:for|against|on)|worked (?:for|against|on)|cured|cures|treat(?:s|ed)"
    r"|(?:stopped|stops) (?:my|the|his|her)|me (?:bajo|quito|alivio|alivia|calmo|calma|quita|baja|ayudo|ayuda)|ayuda|ayudo|alivia|alivio|bajo la|hilft|half|geholfen|lindert\w*|senkt\w*|weggegangen)(?!\w)"
)
# "They gave me antibiotics after an infection"; but "I stopped them because of a rash" tells of an event.
_INDICATION = re.compile(
    r"(?<!\w)(?:(?:because of|after|due to|por|tras|wegen|nach)(?: \w+){0,2}"
    r"|(?:because|as|porque|weil) (?:i|he|she|we|my \w+|ich|er|tengo|tenia|tuve|tiene)(?: \w+){0,3}) $"
)
_THEREFORE = re.compile(r"(?<!\w)(?:so|thats why|which is why|therefore|por eso|asi que|deshalb|deswegen)(?!\w)")
_STOPPED = re.compile(
    r"(?<!\w)(?:stopp\w+|came off|quit|taken off|took me off|gave up|dej[eo]|dejar|quitaron|suspend\w+|abgesetzt|absetzen)(?!\w)"
)
_SENTENCE = re.compile(r"[^.]+")
LONGEST = 600  # characters of a sentence that are looked at


class AdverseEventDetector:
    """Finds product, event and patient together."""

    name, version = "adverse-events", 2

    def find(self, text: Text, about: About) -> Iterator[Found]:
        """One finding for each sentence, or each two."""
        words = text.words
        sentences = [found.span() for found in _SENTENCE.finditer(words.plain)]
        done = -1
        for place, (start, end) in enumerate(sentences):
            following = sentences[place + 1][1] if place + 1 < len(sentences) else end
            for finish in dict.fromkeys((end, following)):
                span = _case(words.plain[start : min(finish, start + LONGEST)])
                if span and start + span[0] > done:
                    done = start + span[1]
                    yield Found(Category.ADVERSE_EVENT, *words.span(start + span[0], done), REASON)
                    break


def _case(passage: str) -> tuple[int, int] | None:
    """From the product to the event, or the other way, if somebody had it."""
    product = _PRODUCT.search(passage)
    if product is None or not _SOMEBODY.search(passage) or _GENERAL.search(passage):
        return None
    for events, is_told in ((_EVENT, _is_linked), (_ILLNESS, _is_blamed)):
        for event in events.finditer(passage):
            if _DENIED.search(passage[max(0, event.start() - 40) : event.start()]):
                continue
            if is_told(passage, product, event) and not _is_relieved(passage, product, event):
                return min(product.start(), event.start()), max(product.end(), event.end())
    return None


def _is_linked(passage: str, product: re.Match[str], event: re.Match[str]) -> bool:
    """Whether a word joins the two, and not the event to what was taken against it."""
    start, end = min(product.start(), event.start()), max(product.end(), event.end())
    if product.end() <= event.start() and _INDICATION.search(passage[product.end() : event.start()]):
        return bool(_STOPPED.search(passage))
    if _THEREFORE.search(passage, event.end(), product.start()) or passage[event.end() : product.start()] == " ":
        return False  # "I was sick, so they gave me ondansetron"; "a shingles vaccine"
    return bool(_LINK.search(passage[max(0, start - 60) : end]))


def _is_blamed(passage: str, product: re.Match[str], event: re.Match[str]) -> bool:
    """Whether somebody says that the product brought it: "it gave me a headache", "since I started it, my back aches"."""
    if product.end() <= event.start():
        before, between = (
            passage[max(0, product.start() - 40) : product.start()],
            passage[product.end() : event.start()],
        )
        return bool(_DID_IT.search(between) or _DONE_BY_IT.search(before))
    return bool(_DONE_BY_IT.search(passage[event.end() : product.start()]))


def _is_relieved(passage: str, product: re.Match[str], event: re.Match[str]) -> bool:
    """Whether the product helped against it: "it took my fever down"."""
    start = min(product.start(), event.start())
    relief = _RELIEF.search(passage, start, max(product.end(), event.end()) + 30)
    if relief is None:
        return False
    others = f"{passage[start : relief.start()]} {passage[relief.end() : max(event.end(), relief.end())]}"
    return not _DID_IT.search(others)
