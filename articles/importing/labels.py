"""Labels of a scraped page, by reason: buttons, menus, headings of things that aren't part of the article."""

from django.utils.translation import gettext_noop

from articles.importing.detectors import EMAIL, LOG_IN, MENU, NEWS, PLACE, SHARE, THING, label

LABELS = [
    label(
        gettext_noop("advertisement"),
        r"[-–—\[(]*\s*(?:advertisements?|advertising|ads?|sponsored(?: content| by .*)?|paid (?:content|post)|"
        r"promoted(?: content)?|"
        r"anzeige|werbung|publicidad|anuncio)(?:\s*[-–—:]?\s*(?:continue reading below|scroll to continue|article "
        r"continues below))?\s*[-–—\])]*",
        r"(?:story|article) continues (?:below|after)(?: (?:the )?advertisement)?",
        r"(?:continue reading|scroll) (?:below|to continue)",
    ),
    label(
        gettext_noop("buttons for sharing"),
        rf"(?:{SHARE})(?:[\s|/,·•]+(?:{SHARE}))*",
        rf"share (?:this|the)(?: {THING})?(?: (?:on|via|with) .{{1,40}})?",
        rf"(?:share|post|tweet|pin|save|send)(?: this)? (?:on|to|via|by) (?:{PLACE}|e-?mail)",
        rf"(?:print|save|bookmark|e-?mail|download) this {THING}",
        rf"(?:like|enjoy|love)d? this(?: {THING})?\? (?:please )?share it(?: with .{{1,40}})?[.!]?",
        r"\d+ (?:shares|likes|views)",
        rf"follow us(?: on {PLACE}.*)?",
        r"(?:diesen )?(?:artikel|seite) (?:teilen|drucken)",
        r"compartir (?:en|este) .{1,30}",
    ),
    label(
        gettext_noop("navigation"),
        r"skip to (?:main |the )?(?:content|navigation)",
        r"(?:back|return) to (?:the )?(?:top|home(?: ?page)?|all .{1,30})",
        r"zum (?:hauptinhalt|inhalt|seitenanfang)(?: springen)?",
        r"nach oben",
        r"saltar al contenido(?: principal)?",
        r"volver arriba",
        r"toggle navigation",
        r"you are here:?.*",
        r"(?:next|previous|prev)(?: (?:article|page|post|story|slide))?",
        r"(?:show|view|read|see|load|learn) (?:more|all|less)",
        r"expand all|collapse all",
        r"mehr (?:lesen|anzeigen)|weiterlesen",
        r"(?:leer|ver) más",
        r"page \d+ of \d+",
        rf"(?:{MENU})(?:\s*[|/·•,]\s*(?:{MENU}))*",
        rf"(?:{MENU})(?:\s+(?:{MENU}))*",
        r"(?:request|book|schedule|make) an appointment(?: today| online| now)?|find a (?:doctor|provider|location)",
    ),
    label(
        gettext_noop("a trail of links to this page"),
        r"(?:home|health(?: topics)?|start(?:seite)?|inicio|conditions)\s*(?:(?:[>›»→]\s*[^>›»→]{1,40}){1,6}|"
        r"(?:[/|]\s*[^/|]{1,40}){2,6})",
        r"[^›»]{1,40}(?:\s*[›»]\s*[^›»]{1,60}){2,6}",
    ),
    label(
        gettext_noop("heading of a contents list"),
        r"(?:in|on) this (?:article|page|section|guide)",
        r"(?:table of )?contents",
        r"jump to(?: section)?",
        r"quick links",
        r"inhalt(?:sverzeichnis)?",
        r"auf dieser seite",
        r"(?:contenido|índice|en esta página|en este artículo)",
    ),
    label(
        gettext_noop("invitation to join the conversation"),
        r"join the (?:conversation|discussion|community)",
        r"(?:leave|add|post|write|submit) (?:a|your) (?:comment|reply)",
        r"(?:\d+ )?comments?(?: \(?\d+\)?)?",
        r"(?:view|see|show|hide)(?: all)?(?: \d+)? comments",
        r"be the first to (?:comment|reply)",
        r"repl(?:y|ies)(?: \(?\d+\)?)?",
        rf"(?:{LOG_IN}) (?:or (?:{LOG_IN}) )?to (?:comment|reply|join the conversation|post)",
        r"what do you think\?",
        r"start a (?:forum|discussion|conversation)",
        r"(?:share|tell us) your (?:story|stories|experience|thoughts)(?: (?:below|with us|in the comments|with "
        r"the community))*",
        r"(?:einen )?kommentar (?:schreiben|hinterlassen|verfassen)",
        r"(?:deja|escribe|añade) un comentario",
        r"(?:community|reader) poll",
    ),
    label(
        gettext_noop("question whether the page was helpful"),
        rf"(?:was|is|did you find) this {THING} helpful\??(?:\s*(?:yes|no|\||/))*",
        r"(?:yes\s*[|/]?\s*no)",
        rf"rate this {THING}",
        r"(?:thank you|thanks) for (?:your|the) (?:feedback|rating|vote).{0,30}",
        r"(?:give|send|leave|submit)(?: us)? feedback",
        r"war (?:dieser artikel|diese seite) hilfreich\??",
        r"¿(?:te|le) (?:ha sido|fue|resultó) útil .{1,40}\??",
    ),
    label(
        gettext_noop("reading time"),
        r"(?:(?:estimated )?reading time:?\s*)?\d{1,2}[\s-]?min(?:ute)?s?\.?(?: read(?:ing)?(?: time)?)?",
        r"lesezeit:?\s*\d+ min(?:uten)?\.?",
        r"(?:tiempo de lectura:?\s*)?\d+ min(?:utos)?(?: de lectura)?",
    ),
    label(
        gettext_noop("prompt of the page's program"),
        r"loading",
        r"please wait",
        r"listen(?: to this (?:article|page))?",
        r"(?:play|watch)(?: the| this)? (?:video|audio)",
        r"click (?:here )?to (?:enlarge|expand|zoom|play)",
        r"(?:view|open) (?:full ?size|image|gallery|slideshow)(?: .{1,20})?",
        r"your browser does not support .{1,60}",
        r"(?:please )?(?:enable|turn on) javascript.{0,60}",
        r"javascript (?:is|must be) .{1,60}",
    ),
    label(
        gettext_noop("heading of links to other pages"),
        r"(?:related|recommended|trending|popular|latest|more)(?: (?:articles?|content|stories|posts|topics|pages|"
        r"reading|resources|links|news|coverage|videos?))+",
        r"related|recommended (?:for you|reading)|trending(?: now)?",
        r"you (?:may|might) (?:also (?:like|enjoy|want to read|be interested in)|be interested in).{0,40}",
        r"more (?:from .{1,40}|(?:on|in|like) this(?: .{1,20})?)",
        r"(?:read|up) (?:this )?next|see also",
        r"most (?:read|popular|viewed)",
        r"mehr zum thema|das könnte (?:sie|dich) auch interessieren|verwandte artikel",
        r"artículos relacionados|también te puede interesar|más sobre este tema",
        r"explore more|keep reading",
    ),
    label(
        gettext_noop("cookie notice"),
        r"(?:accept|allow|reject|decline)(?: (?:all|necessary|optional|only))*(?: cookies)?",
        r"(?:manage|customi[sz]e|change)(?: my| your)? (?:cookies?|cookie settings|preferences|choices|consent)",
        r"cookies?(?: (?:settings|preferences|notice|policy|consent))?",
        r"alle (?:cookies )?(?:akzeptieren|ablehnen)",
        r"(?:aceptar|rechazar)(?: todas?)?(?: las)? cookies",
    ),
    label(
        gettext_noop("request for an e-mail address"),
        rf"(?:(?:enter|your|provide|add|type)\s+)*(?:your\s+)?(?:{EMAIL})(?: here)?\*?(?:\s*(?:subscribe|sign up|"
        rf"submit))?",
        r"(?:yes,? )?i (?:have read and )?(?:agree|accept|consent)\b.{0,40}\b(?:policy|terms)\b.{0,30}",
        r"(?:your|we (?:respect|value) your) (?:e-?mail |data )?privacy(?: is (?:very )?important to us)?",
        r"(?:subscribe|sign up|sign me up|submit|get updates|notify me|join)(?: now| today| for free| free)?",
    ),
    label(
        gettext_noop("invitation to a newsletter"),
        rf"(?:(?:get|join|subscribe to|sign up (?:for|to)|receive)\s+)?(?:our |the |a )?(?:free |weekly |monthly |"
        rf"daily |e-?mail )*(?:\w+ )?(?:{NEWS})(?: sign-?up)?",
        r"(?:get|receive) (?:our|the) (?:free |weekly |monthly |daily )*(?:[\w'’-]+ ){0,4}e-?mails?",
    ),
    label(
        gettext_noop("heading of a disclaimer"),
        r"(?:medical |legal )?disclaimers?|haftungsausschluss|descargo de responsabilidad|aviso médico",
    ),
    label(
        gettext_noop("credit of a picture that isn't imported"),
        r"(?:photo(?:graph)?s?|image|picture|illustration|video|foto|bild|imagen)s?(?: (?:credit|source|"
        r"courtesy)s?)?\s*(?:by|:|/|©|courtesy of|from)\s.{1,60}",
        r"(?:getty images|shutterstock|istock(?:photo)?|adobe stock|stocksy|unsplash|pixabay|alamy|science photo "
        r"library)(?:\s*[/|,]\s*.{1,40})?",
        r".{1,40}\s*/\s*(?:getty images|shutterstock|istock(?:photo)?|adobe stock|stocksy|unsplash|alamy|science "
        r"photo library).{0,20}",
        r"credit:\s.{1,60}",
    ),
    label(
        gettext_noop("mark of how the page was scraped"),
        r"(?:url source|source url|retrieved from|scraped from|archived from|markdown content|originally published (?:at|on)):?\s*(?:https?://\S+)?",
        r"(?:https?://|www\.)\S+",
    ),
]
