"""Words that turn what was said: a denial that no longer holds, a question that was answered with no, a title, a laugh.

In English, Spanish and German at once, as in ``markers``. Data.
"""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

import re

# Right behind what was denied: "... but now I am not so sure".
TURNED = re.compile(
    r"^(?: [\w.,]+){0,14}? (?:"
    r"(?:not|no longer|isnt|less)(?: (?:so|that|as|very|really|quite|too|all that|entirely))? (?:sure|certain)(?: (?:anymore|now|any longer))?(?= [.,]|$| i\b)"
    r"|i (?:have )?(?:lied|was lying|changed my mind|am starting to|wonder|dont know anymore|cant promise)|im (?:starting to|wondering|lying)"
    r"|(?:a|not the) (?:lie|truth)(?= [.,]|$)|(?:not|isnt|no longer) true|until (?:now|today|recently|lately|this|last|yesterday|tonight)|before (?:now|today|tonight|this)"
    r"|(?:ya )?no (?:\w+ ){0,2}(?:tan )?segur[oa]|ya no (?:lo )?(?:se|tengo (?:tan )?claro)|(?:les |le )?(?:menti|mentia|he mentido)|hasta (?:ahora|hoy|esta|este|hace poco|anoche)"
    r"|(?:nicht|weniger)(?: mehr)?(?: so| ganz| mehr)* sicher|gelogen|bis (?:jetzt|heute|gestern))\b"
)
# A question of somebody else, and the answer to it.
ASKED = re.compile(
    r"\b(?:(?:asked|asks|asking|ask|wanted to know|wondered)(?: \w+){0,3} (?:if|whether)"
    r"|(?:pregunt\w+|quiso saber|quisieron saber|queria saber)(?: \w+){0,2} si"
    r"|(?:fragte\w*|gefragt|fragt|wissen wollte\w*|wollte\w* wissen)(?: \w+){0,3}(?: ,)? ob)\b"
)
ANSWERED_NO = re.compile(
    r"^(?: [\w,]+){0,4}? (?:i (?:\w+ )?(?:said|told (?:her|him|them)|answered|replied|say)(?: that)?(?: \w+)? (?:no(?= [.,]|$| (?:and|but|because|of|never)\b)|never|(?:i )?(?:didnt|dont|wasnt|am not|was not|did not|had not|hadnt|havent|im not))"
    r"|(?:dije|conteste|respondi|digo|conteste|he dicho)(?: \w+){0,2} (?:no|nunca|jamas)(?= [.,]|$| (?:y|pero|porque|claro)\b)"
    r"|[.,] (?:no|never|nope|nunca|jamas|nein|niemals)(?= [.,]|$)"
    r"|(?:sagte|antwortete|sage|gesagt|antworte)(?: \w+){0,2} nein|ich (?:verneinte|habe verneint))\b"
)
# "The film is called ..."
TITLED = re.compile(
    r"\b(?:films?|movie|song|book|novel|play|series|episode|poem|album|story|show|track|pelicula|cancion|libro|serie|novela|poema|obra|disco|tema"
    r"|lied|buch|roman|gedicht|stuck)(?: \w+){0,3} (?:called|titled|entitled|named|se llama|se titula|llamad[oa]|titulad[oa]|heisst|namens|mit dem titel)"
    r"(?: (?:i|ich|yo|me|no|just)){0,2} ?$"
)
# "Kill myself? Never.": a question without anybody in it, and its answer.
BARE_QUESTION = re.compile(
    r"^(?:(?:me|and|so|would i|will i|am i|do i|y|und)(?: ever)?(?: (?:going|gonna|want)(?: to)?)? )?$"
)
NEVER = re.compile(
    r"^(?: \w+){0,4} \.(?: me \.)? (?:no(?: [.,])? )?(?:never(?: ever)?|no(?: way| chance| thanks)?|nope|not me|not a chance|of course not|absolutely not"
    r"|nunca|jamas|ni hablar|para nada|que va|claro que no|niemals|nie|nein|auf keinen fall|quatsch)(?= [.,]|$)"
)
_LAUGH = r"(?:(?:ha){2,}h?|(?:ja){2,}j?|(?:je){2,}|lol|lmao|rofl|xd)"
_TRIFLE = (
    r"(?:bored|boring|boredom|embarrass\w*|awkward|cringe\w*|hungry|queue|traffic|homework|mondays?|blush\w*"
    r"|aburrid[oa]|aburrimiento|verguenza|avergonzad[oa]|hambre|atasco|deberes|langweilig|gelangweilt|peinlich|hunger|stau)"
)
LAUGHED_OFF = re.compile(rf"\b{_TRIFLE}\b.{{0,160}}\b{_LAUGH}\b|\b{_LAUGH}\b.{{0,160}}\b{_TRIFLE}\b")
