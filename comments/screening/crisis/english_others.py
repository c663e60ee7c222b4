"""English phrases of violence, and of danger to somebody else than the author."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.english_others_harm import HARM_OF_OTHERS
from comments.screening.crisis.phrase import Kind, Phrase

_WHO = r"(?:my <rel>|he|she|they|hes|shes|theyre|somebody|someone)"
_SEES = r"(?:sees?|finds? (?:out|this|that|the)|knew|knows?|hears?|reads?|notices?|learns?|discovers?|opens?|gets? (?:the|this|that|my))"
# What somebody might be killed for in earnest: "if I leave", "if I call the police".
_IN_EARNEST = (
    r"(?:\w+ ){0,2}(?:leave|left|leaving|go to the police|call|report|divorce|refuse|disobey|tell (?:anyone|anybody|somebody|someone|the police|my|on)|speak|talk|try|ever|say"
    r"|scream|run|press charges|file|break up|move out|escape|resist|fight|stay|see (?:him|her|my)|dont (?:obey|come back|do what|give|sleep with)|go to|go back|look at|end it)"
)
_IDIOM = (
    r"(?:when|if) (?:he|she|they) " + _SEES + r"|(?:when|if) i (?!" + _IN_EARNEST + r"\b)\w+"
    r"|for (?:eating|forgetting|saying|this|not|posting|that)|with (?:kindness|laughter|boredom)|laughing"
)
VIOLENCE = (
    Phrase(
        _WHO
        + r"(?: \w+){0,3} (?:beats?|beaten|beating|hits?|hitting|punch\w*|chok(?:es|ed|ing)|strangl\w+|kick(?:s|ed|ing)|rap(?:es|ed|ing)|abus(?:es|ed|ing)|slap\w*|threaten(?:s|ed|ing)?|attack(?:s|ed|ing)|stabb\w+|hurting|hurts) me",
        after=r"with (?:the|a|her|his) (?:news|question|idea|ball|bill|chemo|pillow|questions)|up|that|to (?:the|it|when)|at|in (?:chess|cards|scrabble|a)|by|when (?:he|she|they) (?:takes?|draws?|touch\w*|hugs?|leaves?|says?|sits?|jumps?)|very|deeply|so much|feelings|with",
        near=r"(?:chess|scrabble|cards|tennis|nurse|needle|phlebotomist|physio\w*|toddler|baby|feels? like|by accident|dream|game|migraines?|cancer|pain)\b",
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,4} (?:going to|gonna|will|ll|wants? to|wanted to|threaten\w* to|trying to|tried to|might|says? hell|says? shell|said hell|would|could|hell|shell) (?:kill|hurt|murder|stab|shoot|strangle|beat|harm|find) (?:me|us|my (?:kids|children|mother|mom|mum|son|daughter|baby|sister|family))",
        after=_IDIOM + r"|a|an|out|in the|at|by",
        near=r"(?:chemo\w*|cells|migraines?|headaches?|cake|doctors?|surgeons?|nurses?|boss|mother in law|joking|lol|haha|film|movie|book|support|groups?)\b",
    ),
    Phrase(
        r"threaten(?:s|ed|ing)?(?: me| us)? (?:to (?:kill|hurt|beat|shoot|stab)|with (?:a|his|her) (?:knife|gun|weapon))"
    ),
    Phrase(
        r"(?:afraid|scared|terrified|frightened) of (?:my (?:ex )?(?:husband|boyfriend|partner|ex|father|dad|stepfather|stepdad|wife|girlfriend|brother|uncle)|him|what (?:he|she) (?:will|might|could) do)(?= [.,]|$| and| at home| when| he| because| i| tonight)",
        near=r"(?:dying|losing|reaction)\b",
    ),
    Phrase(
        r"(?:afraid|scared|terrified|frightened)(?: that| for my life)? "
        + _WHO
        + r" (?:will|is going to|might|would|ll|could|is gonna) (?:kill|hurt|hit|beat|harm|come|find|do something)(?: me| us)?",
        after=r"out|a",
    ),
    Phrase(
        r"(?:afraid|scared|fear|fearing|frightened) for my (?:life|safety)",
        needs=r"he|him|she|husband|partner|ex|boyfriend|home|father|they|wife|here",
        near=r"(?:covid|infection|cancer|vaccine|chemo\w*)\b",
    ),
    Phrase(
        r"(?:he|she|they|someone|somebody|my <rel>)(?: \w+){0,2} (?:has|have|got|with|is holding|pulled|came at me with|holding|grabbed|points|pointed)(?: got)? (?:a|his|her|the) (?:gun|knife|weapon|axe)",
        near=r"(?:surgeons?|film|movie|cook\w*|kitchen skills|gamma|chef|collection)\b",
    ),
    Phrase(
        r"(?:im|i am|were|we are|i dont feel|im not|i am not|not) (?:not safe|in danger|being (?:beaten|abused|held|stalked|attacked|followed)|safe (?:at home|here|with him|in my (?:own )?(?:home|house)|tonight|right now|with myself|alone))",
        after=r"to (?:drive|eat|take|fly)|for|driving|of|zone",
        before=r"(?:feel|feels|felt)(?: so)?",
        near=r"(?:infections?|immun\w+|neutropeni\w+|covid|masks?|germs)\b",
    ),
    Phrase(
        r"(?:dont|do not|not) feel safe (?:at home|here|with (?:him|her|my)|in my (?:own )?(?:home|house)|alone with|tonight|right now|with myself|being alone)",
        near=r"(?:infections?|immun\w+|neutropeni\w+|covid|masks?|germs|website|data)\b",
    ),
    Phrase(
        r"(?:hiding|locked)(?: \w+){0,6} (?:bathroom|room|closet|wardrobe|basement|cellar)(?: \w+){0,6}",
        needs=r"he|him|husband|ex|boyfriend|partner|she|police|father|dad",
        near=r"(?:cat|dog|migraines?|chocolate|present|toddler|tornado)\b",
    ),
    Phrase(
        r"(?:please|someone|somebody)(?: \w+)? (?:call|send|ring|phone)(?: me)?(?: the| an)? (?:police|911|112|999|ambulance|help(?= [.,]|$| now))",
        after=r"if|when|line",
        before=r"(?:you should|you must|always|then|if)",
    ),
    Phrase(
        r"(?:someone|somebody|he|they)(?: is|s)?(?: \w+)? breaking in(?:to my)?(?= [.,]|$| please| help| house| now| my)"
    ),
    Phrase(
        r"(?:i am going to|im going to|im gonna|i will|ill) (?:kill|shoot|stab) (?:him|her|them|my (?:husband|wife|kids|children|family|ex|boss|doctor)|everyone|people|somebody|someone)(?: and (?:then )?myself| tonight| today| tomorrow| now| i have| with)",
        after=r"(?:love|kindness|laughter)",
    ),
)

OTHERS_IN_DANGER = (
    Phrase(
        r"(?:wants?|wanted|going|gonna|threaten\w*|tried|tries|trying|plans?|planning|talk\w*|about|thinks?|thinking|says?|said|will|might|may|keeps?|could|try|is|was)(?: \w+){0,5} (?:kill|killing|hang|hanging|hurt|hurting|harm|harming|cut|cutting|shoot|shooting|poison) (?:himself|herself|themselves|themself)",
        after=r"laughing|at (?:the gym|work|sports?|football)|shaving|on (?:the|a)|when (?:he|she) falls?|trying",
        near=r"(?:cells|bacteria|tumou?rs?|films?|movie|novel|physio\w*|characters?|gym|football|celebrit\w+)\b",
    ),
    Phrase(
        r"(?:he|she|they|my <rel>)(?: \w+){0,5} (?:wants?|wanted|wishes|wished|wanting|want)(?: just)? to(?: just)? (?:die|end (?:it all|it|his life|her life|their life)|be dead|disappear forever)",
        after=r"of (?:embarrassment|shame|laughter|boredom)|at home|in (?:his|her|their) (?:own )?(?:bed|home)|in peace|peacefully|with dignity|laughing|one day",
        before=r"(?:people|patients|most|many)",
    ),
    Phrase(
        r"(?:end|ending|take|taking|took|ended) (?:his|her|their) (?:own )?(?:life|lives)",
        after=r"back|seriously|away|one day|in(?:to)? (?:his|her|their) (?:own )?hands|as",
        near=r"(?:people|patients|films?|movie|novel|celebrit\w+)\b",
    ),
    Phrase(
        r"(?:he|she|they|hes|shes|theyre|my <rel>)(?: \w+){0,2}? ?(?:is|are|seems?|has been|feels?|was|got|gets|talks?|says (?:he|she)s)?(?: \w+)? suicidal",
        near=r"(?:films?|movie|novel|characters?)\b",
    ),
    Phrase(
        r"(?:his|her|their|he has|she has|he is having|she is having|hes having|shes having|has)(?: \w+)? suicidal (?:thoughts?|ideation|ideas|feelings?)"
    ),
    Phrase(
        r"(?:he|she|my <rel>)(?: has| just| s)?(?: \w+)? (?:took|taken|swallowed|overdosed)(?: \w+){0,3} (?:all|overdose|whole|handful|too many)(?: \w+){0,3} (?:pills|tablets|meds|medication|bottle|painkillers)",
        near=r"(?:prescribed|on time|well|food)\b",
    ),
    Phrase(
        r"(?:he|she|my <rel>)(?: \w+){0,3} (?:wont wake up|isnt breathing|is not breathing|not breathing|stopped breathing|unconscious|unresponsive)",
        after=r"until|before|at|for|early|in time",
        near=r"(?:until noon|alarm|teenager|school)\b",
    ),
    Phrase(
        r"(?:worried|afraid|scared|fear)(?: that)?(?: he| she| my <rel>| they)(?: \w+){0,3} (?:do something (?:stupid|terrible|to (?:himself|herself))|commit suicide|not be safe)"
    ),
    Phrase(
        r"(?:he|she|my <rel>)(?: \w+){0,4} (?:is|are|was|keeps|started|been)(?: \w+)? (?:self harming|cutting (?:himself|herself)|hurting (?:himself|herself))"
    ),
    Phrase(
        r"(?:he|she|my <rel>)(?: \w+){0,6} (?:does ?nt|doesnt|does not|no longer|didnt)(?: \w+)? wants? to (?:live|be here|be alive|go on living|wake up)(?= [.,]|$| anymore| any longer)"
    ),
    Phrase(
        r"(?:dont let|stop) (?:him|her|my <rel>)(?: \w+){0,2} (?:killing|from killing|kill|jumping|jump)(?: himself| herself|<eoc>)"
    ),
)
OTHERS = {Kind.VIOLENCE: VIOLENCE, Kind.OTHER: (*OTHERS_IN_DANGER, *HARM_OF_OTHERS)}
