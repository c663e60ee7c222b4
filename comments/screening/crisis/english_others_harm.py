"""English phrases of what somebody else does, or has just done, to themselves, and of what they say of their life."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.english_methods import BLADES
from comments.screening.crisis.phrase import Phrase

_WHO = r"(?:my <rel>|he|she|they|hes|shes|theyre|somebody|someone)"
_SELF = r"(?:himself|herself|themselves|themself)"
_SAYS = r"(?:says?|said|saying|thinks?|feels?|told|tells|wrote|writes|texted|keeps|talks|believes)"
_BY_ACCIDENT = r"(?:accident\w*|cook\w*|kitchen|shav\w*|garden\w*|gym|football|mistake|slipp\w+|fell|oven|stove|tin|paper|bread|slice|tea|physio\w*|injections?)\b"
_AS_TOLD = r"(?:prescri\w+|on time|every day|daily|(?:in the|every|each) (?:morning|evening)|this morning|breakfast|directed|water|well|with food|vitamins?|supplements?|pharmac\w+|along|holiday|hospital|at (?:night|six|seven|eight|nine|ten))\b"
_DEAD = r"(?:died|funeral|buried|passed away|rest in peace|survived)\b"

HARM_OF_OTHERS = (
    Phrase(
        _WHO
        + r"(?: \w+){0,3} (?:cuts|burns|is cutting|slashes|bruises) (?:his|her|their) (?:arms?|legs?|thighs?|wrists?)(?! hair)",
        near=_BY_ACCIDENT,
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,3} (?:(?:drank|drunk|swallowed)(?: \w+)? (?:bleach|poison|antifreeze|pesticide)|jumped (?:off|from|in front of)(?: \w+){0,2} (?:bridge|roof|building|balcony|train|cliff|window))",
        near=_DEAD + r"|(?:films?|movie|parachut\w*|bungee|holiday|sea|lake|cat|dog)\b",
        is_act=True,
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,3} (?:cuts|burns|harms|hurts|injures|scratches|punishes|starves|is cutting|is burning|is harming|is starving) "
        + _SELF,
        after=r"shaving|a|on (?:the|a)|off|some slack|at|short|by|out|when (?:he|she|they) (?:falls?|plays?|cooks?|shaves?)|with (?:the|a) (?:knife|paper|tin)",
        near=_BY_ACCIDENT,
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,3} (?:cut|burned|burnt|hurt|harmed|scratched|hit|cutting|burning|scratching|hitting|biting) "
        + _SELF
        + r" (?:again|on purpose|deliberately|last night|because|to feel|to cope|until (?:he|she|they) (?:bleeds?|bruises?)|with "
        + BLADES
        + r")",
        near=_BY_ACCIDENT,
        is_act=True,
    ),
    Phrase(
        r"(?:cuts|burns|cutting|burning|cut|burned|slashes|carves)(?: \w+)? (?:his|her|their|"
        + _SELF
        + r")(?: (?:arms?|legs?|thighs?|wrists?|skin|stomach))?(?: \w+)? with "
        + BLADES,
        near=_BY_ACCIDENT,
        needs=r"<rel>|he|she|they|someone|somebody",
        is_act=True,
    ),
    Phrase(
        _WHO + r"(?: \w+){0,3} self (?:harms?|harming|harmed|injures|injuring|mutilates)",
        near=r"(?:leaflet|study|article)\b",
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,3} (?:overdosed|overdoses|od|odd|oded|overdosing|(?:took|taken|takes|had|has had) (?:an|another)(?: \w+)? overdose)",
        after=r"on (?:chocolate|coffee|cake|sugar|sweets|tv|netflix|news|sunshine|carbs|cheese|christmas)|of (?:chocolate|coffee|sugar|sunshine|vitamins?)|(?:his|her|the|their|my) (?:plants?|roses|dog|cat|lawn|flowers)",
        near=_DEAD + r"|(?:by mistake|accidentally|nurse|chocolate)\b",
        is_act=True,
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,3} (?:took|taken|swallowed|swallows|downed|swallowing)(?: \w+)? (?:all|every one|too many|a (?:lot|load|handful|bunch|whole|full) ?(?:of)?|the whole)(?: of)?(?: (?:his|her|their|the|my|those))?(?: \w+)? (?:<pills>|bottle|box|packet|blister)",
        after=r"to (?:the|a|his|her|my)|with|of (?:water|juice|wine|crisps|chocolates?)|back|for the|out|away|off",
        near=_DEAD + r"|" + _AS_TOLD,
        is_act=True,
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,8} (?:wont wake(?: up)?|not waking(?: up)?|isnt waking(?: up)?|cant be woken|not responding|doesnt wake(?: up)?)",
        after=r"until|before|at|from|for|early|in time|me",
        near=r"(?:until|alarm|school|noon|sundays?|saturdays?|anaesth\w+|surgery|morning)\b",
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,3} (?:slit|slits|cut|slashed|slashes|opened)(?: \w+)? (?:his|her|their) (?:own )?(?:wrists?|veins|throat)",
        near=_DEAD + r"|(?:surgeons?|accident\w*|film|movie)\b",
        is_act=True,
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,4} (?:(?:tried|attempted|tries|trying) to(?: \w+)? (?:(?:hang|kill|shoot|drown|poison|gas|strangle) "
        + _SELF
        + r"|end (?:his|her|their) (?:own )?life|take (?:his|her|their) (?:own )?life|jump (?:off|from|in front|out))|attempted suicide)",
        near=_DEAD + r"|(?:pool|trampoline|films?|movie|novel|characters?|cells|is well now|gym|work)\b",
        after=r"laughing",
        is_act=True,
    ),
    Phrase(
        r"(?:sent|wrote|left|posted|leaving|writing|written|sending)(?: \w+){0,3} (?:goodbye|farewell|suicide) (?:notes?|letters?|messages?|texts?|videos?)",
        needs=r"<rel>|he|she|someone|somebody",
        near=_DEAD + r"|(?:colleagues?|retir\w+|nurse|ward|job|team)\b",
        is_act=True,
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,4} (?:has|got|bought|keeps|hides|with|holding)(?: \w+)? (?:a |the )?(?:rope|noose)(?! ladder)",
        near=r"(?:skipping|climb\w*|jump|tow|boat|dog|swing|garden)\b",
    ),
    Phrase(
        r"wish(?:es|ed)? (?:that )?(?:he|she|they) (?:was|were|wasnt|werent|had never been|had not been|hadnt been)(?: \w+)? ?(?:dead|gone|born|here anymore|no longer here|not here|not alive|alive)",
        is_act=True,
    ),
    Phrase(
        r"(?:we|everyone|everybody|i|us|the (?:kids|family|children|world)|they)(?: \w+){0,3} (?:be|are) (?:better|happier|better off) without (?:him|her|them)<eoc>",
        needs=_SAYS,
    ),
    Phrase(
        _WHO
        + r"(?: \w+){0,4} (?:cant go on|cannot go on|cant live anymore|has nothing to live for|has nothing left to live for|given up on life|ready to die)<eoc>",
        near=r"(?:when (?:his|her|the) time)\b",
    ),
    Phrase(
        r"(?:talks|talking|speaks|thinks|thinking|hints)(?: \w+)? (?:about|of) (?:ending (?:it|things|everything)|not being here|death|dying|suicide) (?:all the time|every day|constantly|a lot|again|now)",
        needs=r"<rel>|he|she",
    ),
)
