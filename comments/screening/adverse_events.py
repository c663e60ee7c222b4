"""A possible side effect that somebody had of a product: staff forward it to whoever must report it.

A case is reportable with four elements: an identifiable reporter, an identifiable patient, a suspected product, an event
(ICH E2D (R1), section 2.3; EMA GVP Module VI, section VI.B.2). The reporter is whoever writes, once confirmed; the rules
look for the other three in one or two sentences. An indication ("for nausea"), a fear and a general list are none.
"""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

import re
from collections.abc import Iterator

from comments.screening.detector import About, Category, Found
from comments.screening.products import PRODUCT
from comments.screening.text import Text

REASON = "A possible side effect, with product and patient: forward it as docs/crisis.md says."
_EVENT = re.compile(
    r"(?<!\w)(?:rash(?:es)?|hives|itch(?:ing|y)|swelling|swollen|swelled|vomit\w*|thr(?:owing|ew) up|nausea|nauseous|sick to my stomach|diarrh\w+|dizz\w+|faint(?:ed|ing)|passed out|blacked out"
    r"|collapsed?|seizures?|convulsions?|fever|chills|shivering|bleeding|bled|nosebleeds?|bruis\w+|neuropathy|numb(?:ness)?|tingling|chest pains?|palpitations|short(?:ness)? of breath"
    r"|(?:couldnt|cant|hard to|trouble|difficulty) breath\w*|anaphyla\w+|allergic|reaction|hair (?:loss|fell out|is falling out)|lost my hair|jaundice|liver (?:values|failure|enzymes|damage)|kidney (?:failure|damage)|(?:blood )?clots?|thrombosis"
    r"|stroke|heart attack|heart (?:failure|racing)|infections?|sepsis|pneumonia|shingles|hospitali[sz]ed|in(?:to)? (?:hospital|the er|a e|intensive care|the icu)|blurr(?:ed|y) vision|lost (?:my|his|her) (?:vision|hearing|taste)"
    r"|confus\w+|hallucinat\w+|depress\w+|suicidal|insomnia|cant sleep|exhaust\w+|fatigued?|weight gain|gained \d+ (?:kilos?|kg|pounds)|constipat\w+|mouth (?:sores|ulcers)|ulcers?|cramps|tremors?|shaking|side effects?"
    r"|died|miscarriage|miscarried|blisters?|sweats|twitch\w+|paraly[sz]ed|ringing in (?:my|his|her) ears|tinnitus"
    r"|sarpullidos?|erupcion(?:es)?|ronchas|urticaria|picor(?:es)?|picazon|hinchad[oa]s?|hinchazon|vomit[oe]s?|vomitar|vomitando|nauseas|diarreas?|mareos?|maread[oa]|desmay\w+|convulsion(?:es)?|fiebre|escalofrios|sangrado|sangrando|hemorragias?"
    r"|moratones|neuropatia|hormigueos?|entumecid[oa]s?|dolor en el pecho|palpitaciones|falta de aire|ahogo|alergi(?:a|ca|co)|reaccion|se me cayo el pelo|ictericia|trombosis|trombo|infarto|ictus|infeccion|neumonia|hospitalizad[oa]|ingresad[oa]|urgencias"
    r"|vision borrosa|confusion|alucinaciones|insomnio|estrenimiento|llagas|calambres|temblores|efectos? secundarios?|aborto"
    r"|ausschlag|juckreiz|schwellung|geschwollen|ubelkeit|uebelkeit|erbrochen|erbrechen|durchfall|schwindel\w*|ohnmachtig|ohnmaechtig|krampfanfall|fieber|schuttelfrost|schuettelfrost|blutung\w*|taubheit\w*|kribbeln|brustschmerzen|atemnot|allergisch\w*|thrombose|haarausfall|nebenwirkung\w*)(?!\w)"
)
_SOMEBODY = re.compile(
    r"(?<!\w)(?:i|ive|im|me|my|we|our|he|she|his|her|him|hes|shes|daughter|son|wife|husband|mother|mum|mom|father|dad"
    r"|yo|me|mi|mis|le|tuve|tengo|hija|hijo|marido|mujer|madre|padre|ella|el|ich|mir|mich|mein|meine|er|sie)(?!\w)"
)
_LINK = re.compile(
    r"(?<!\w)(?:after|since|from|because of|caused|causes|causing|gave|gives|given|giving|made|makes|brought|triggered|led to|left|due to|thanks to|on|with|when|while|started|starting|took|taking|got|had|having"
    r"|despues|desde|tras|por|causo|provoco|dio|dado|produjo|produce|da|con|cuando|al|empece|tome|tomar|pusieron|puse"
    r"|nach|seit|von|durch|wegen|bekam|bekommen|verursacht|mit)(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:no|not|never|without|any|zero|didnt (?:have|get)|havent had|for|against|prevents?|prevent|treats?|afraid of|scared of|fear of|worried about|risk of|no (?:tuve|tengo|hubo|he tenido|tuvo|me dio)|(?:hatte|habe) keine|sin|ningun\w*|para (?:las?|los?|el|evitar)|contra|miedo a|keine?|ohne|gegen|fur)(?: (?:real|bad|serious|more|the|my|any|of|grave|las|los|el|la|severe|major|other))? $"
)
_GENERAL = re.compile(
    r"(?<!\w)(?:can cause|may cause|might cause|could cause|include|includes|leaflet|listed|list of|study|studies|trial|has anyone|does anyone|anyone else get|what if|puede causar|pueden causar|puede producir|incluyen|prospecto|estudio|alguien ha|alguien tiene|kann verursachen|beipackzettel|studie)(?!\w)"
)
_SENTENCE = re.compile(r"[^.]+")
LONGEST = 600  # characters of a sentence that are looked at


class AdverseEventDetector:
    """Finds product, event and patient together."""

    name, version = "adverse-events", 1

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
    product = PRODUCT.search(passage)
    if product is None or not _SOMEBODY.search(passage) or _GENERAL.search(passage):
        return None
    for event in _EVENT.finditer(passage):
        if _DENIED.search(passage[max(0, event.start() - 40) : event.start()]):
            continue
        start, end = min(product.start(), event.start()), max(product.end(), event.end())
        if _LINK.search(passage[max(0, start - 60) : end]):
            return start, end
    return None
