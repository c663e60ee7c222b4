"""Sentences that scraped pages add to every article, by reason: consent to e-mail, disclaimers, rules, notices."""

from django.utils.translation import gettext_noop

from articles.importing.detectors import EMAIL, LOG_IN, NEWS, POLICY, SITE_TEXT, THING, sentence

SENTENCES = [
    sentence(
        gettext_noop("request for an e-mail address"),
        rf"(?=.*\b(?:{EMAIL}))(?=.*\b(?:{POLICY})).*\b(?:agree|agreeing|consent|accept|acknowledge|provid|submitt?|enter|sign|stimm|akzeptier|acept)\w*",
        rf"(?:by (?:providing|entering|submitting|clicking|signing|subscribing|registering|continuing|creating)|"
        rf"mit (?:der|ihrer) (?:anmeldung|eingabe)|al (?:proporcionar|registrarse|suscribirse|hacer "
        rf"clic))\b(?=.*\b(?:{POLICY}|agree|einverstanden|acepta))",
        rf"(?:we|your {EMAIL}) (?:will never|won't|will not|never) (?:sell|share|spam|be shared)\b.*",
        r"you can unsubscribe (?:at any ?time|from)\b",
    ),
    sentence(
        gettext_noop("invitation to a newsletter"),
        rf"(?:sign up|subscribe|join|register|get|receive|want|stay (?:up to date|informed|in touch|connected|"
        rf"tuned|in the know)|never miss|melden sie sich|abonnieren sie|suscríbe(?:te|se)|regístr(?:ate|"
        rf"ese))\b(?=.{{0,160}}\b(?:{NEWS}|inbox|posteingang|bandeja de entrada))",
        r"(?:subscribe|sign up) (?:to|for) (?:our|the|get)\b",
    ),
    sentence(
        gettext_noop("disclaimer"),
        r"(?:medical )?disclaimer\s*[:–—-]\s",
        rf"(?=.*\bopinions?\b)(?=.*\b(?:author|writer|contributor)s?\b)(?:this|the|any|all)\b.{{0,40}}\b(?:{THING}|opinions|views)\b",
        rf"(?:this|the|all|any|our|these)\b(?: \w+){{0,3}} {SITE_TEXT},? (?:is|are|was|were|has|have|does|do|"
        rf"should|can|may|must|cannot)\b.{{0,160}}\b(?:for\b.{{0,40}}\b(?:informational|educational|general "
        rf"information)|(?:not|never|no)\b.{{0,60}}\b(?:substitute|replace\w*|intended|medical advice|constitute|"
        rf"endorse\w*|diagnos\w+))",
        r"(?:diese[rs]?|der|die)\s+(?:artikel|text|seite|inhalte?|informationen?)\b.{0,120}\b(?:ersetz\w+|kein\w*)\b.{0,60}\b(?:ärztlich\w*|beratung|diagnose|arzt)",
        r"(?:este|esta|el|la)\s+(?:artículo|página|contenido|información|sitio)\b.{0,120}\b(?:no (?:sustituye|"
        r"reemplaza|pretende)|fines? informativos?)",
        r"(?:for|intended for) (?:informational|educational)(?: and \w+)? purposes only",
        r"(?:it|this) (?:is|does) not (?:intended |meant )?(?:to )?(?:be )?(?:a substitute for|constitute|"
        r"provide) (?:professional )?medical advice",
        r"(?:always seek|never disregard|do not disregard)\b.{0,60}\b(?:advice)\b(?=.{0,200}\b(?:qualified|"
        r"professional|website|site|article|read))",
        r"(?:the )?[\w.-]+(?: \w+)? (?:team )?does not (?:recommend or endorse|endorse|provide medical advice)\b",
        r"none of this content (?:has been|is) paid\b",
        r"(?:the )?(?:views|opinions) expressed\b",
    ),
    sentence(
        gettext_noop("rules of the conversation"),
        r"(?:please )?(?:read|review|follow|see|note) (?:our|(?:the|our) (?:(?:community|comment(?:ing)?|"
        r"conversation) )+) ?(?:rules|guidelines|policy)\b",
        r"(?:our|all) (?:comments?|community) (?:are|is) (?:moderated|reviewed)\b",
        r"bitte (?:lesen|beachten) sie (?:unsere|die) (?:regeln|netiquette)",
        r"(?:por favor,? )?lea nuestras (?:normas|reglas)",
    ),
    sentence(
        gettext_noop("invitation to join the conversation"),
        r"(?:share|tell us|let us know|join in|leave|add|post)\b.{0,80}\b(?:in the comments?|comments? (?:below|"
        r"section)|our (?:community )?forums?|with (?:the|our) community|join the conversation)\b.{0,60}$",
        r"(?:have|do|did|are|what|how|which) .{3,120}\?\s*(?:share|tell us|let us know|join|"
        r"comment)\b.{0,120}\b(?:comments?|community|forums?|story|below)\b.{0,40}$",
        r"join (?:the|our) (?:conversation|community|forum)\b.{0,100}$",
        r"you must be (?:logged|signed) in\b",
        rf"(?:please )?(?:{LOG_IN}) to (?:leave|post|add|write)\b",
    ),
    sentence(
        gettext_noop("cookie notice"),
        r"(?:we|this (?:web ?)?site|our (?:web ?)?site|\w+ and (?:our|its) partners)\b.{0,60}\b(?:uses?|store|"
        r"set)\b.{0,40}\bcookies\b",
        r"(?:wir|diese (?:web)?seite)\b.{0,40}\b(?:verwende[nt]|nutz\w+)\b.{0,20}\bcookies",
        r"(?:utilizamos|usamos|este sitio (?:web )?(?:usa|utiliza))\b.{0,40}\bcookies",
        r"by (?:continuing|using|browsing)\b.{0,60}\b(?:site|website)\b.{0,80}\b(?:cookies|terms)",
    ),
    sentence(
        gettext_noop("copyright notice"),
        r"(?:©|\(c\)|copyright\b\s*(?:©|\(c\)|\d{4}|by))",
        r".{0,80}©\s*(?:19|20)\d\d",
        r".{0,160}\ball rights reserved\b",
        r".{0,80}\balle rechte vorbehalten\b",
        r".{0,80}\btodos los derechos reservados\b",
        r"reproduced with permission\b",
    ),
    sentence(
        gettext_noop("advertisement"),
        r"(?:we|this (?:site|page|article)|\S+) may (?:earn|receive|get) (?:a |an )?(?:small |affiliate "
        r")?(?:commission|compensation|fee)\b",
        r"advertising (?:on|helps|supports|keeps) (?:our|us|this) (?:site|website|mission|page)\b",
        r"(?:we (?:do not|don't) endorse (?:non-\S+ )?products)",
        r"(?:remove|hide|report) (?:this |all )?ads?\b.{0,60}$",
    ),
    sentence(
        gettext_noop("how the publisher works, which its own pages say"),
        r"learn (?:more )?about (?:how we|our) .{0,60}(?:editorial|integrity|process|standards|advertis\w+|fact|"
        r"review)",
        r"\S+(?: \S+){0,2} (?:has|adheres to) strict sourcing guidelines\b",
        r"\S+(?: \S+){0,2} (?:only uses|uses only|relies only on) (?:high-quality |reliable |primary |trusted )*"
        r"(?:sources|peer-reviewed)\b",
        r"how (?:we|this (?:article|page) was) (?:reviewed?|fact[- ]checked?)(?: this (?:article|page))?:?$",
        r"(?:our|we).{0,60}\b(?:fact[- ]check\w*|editorial (?:process|policy|standards|guidelines))\b.{0,200}$",
    ),
    sentence(
        gettext_noop("advertisement for an app"),
        r"(?:download|get|try|install) (?:our|the)(?: \w+){0,3} app\b(?=.{0,60}(?:store|google play|today|free|now|$))",
        r"available on the (?:app store|google play)\b",
    ),
]
