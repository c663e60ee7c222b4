"""English phrases in which death is something wished for, life a question, or the way of saying it new."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Phrase

_ADVERB = r"(?: (?:honestly|really|just|now|actually|itself|almost|only|even|still|simply|maybe|probably|sometimes))?"
_RELIEF = (
    r"(?:relief|peaceful|peace|nice|easier|better|welcome|comforting|release|escape|mercy|blessing|tempting|inviting|appealing|kinder"
    r"|solution|way out|beautiful|freedom|good)"
)
_HARMLESS_WAYS = r"(?:relationship|contract|subscription|marriage|meeting|call|session|trial|study|boyfriend|girlfriend|engagement|job|lease|course|him|her)\b"

WISHES = (
    Phrase(
        r"(?:cant|dont)(?: \w+)? (?:see|find|have)(?: \w+)? (?:reason|point|sense) (?:to|in) (?:keep|go on|going on|keep on|continue|carry on) (?:living|existing)(?= [.,]|$| anymore| like| and)"
    ),
    Phrase(
        r"(?:wanna|want to|would like to|wish to|wish i could|hope to|need to|going to|gonna)(?: \w+)? (?:disappear|vanish|cease to exist|stop existing|not exist|be dead|sleep)(?: \w+)? (?:forever|for good|for ever|from (?:this|the) (?:world|earth|life)|and never (?:come back|wake up))",
        near=r"(?:lol|haha\w*|mondays?)\b",
    ),
    Phrase(
        r"(?:no|not a single|not one|isnt any|isnt a|isnt one|without a|have any)(?: \w+){0,2} (?:reasons?|point|purpose|sense) (?:left|anymore|at all|any longer)(?: for me)? (?:to|in|for) (?:live|living|be alive|being alive|stay alive|exist|existing|go on living|keep living|stay here|be here|go on)",
        after=r"with|in|near|at|on",
    ),
    Phrase(
        r"(?:death|dying|being dead|suicide|not existing|not being alive)"
        + _ADVERB
        + r" (?:would|might|could|must|sounds|seems|looks|feels)"
        + _ADVERB
        + r"(?: be| like)?(?: (?:such|so|much|far|a|an|the|my|only|really|very|quite|pretty|kind|of))* "
        + _RELIEF,
        before=r"(?:her|his|their|its|cell|sudden|natural|than|after|about|fear|of|from|before)(?: \w+)?",
        after=r"for (?:nobody|him|her|them)|explained|understood|with (?:palliative|hospice)",
        near=r"(?:scared|afraid|fear\w*)\b",
    ),
    Phrase(r"want nothing (?:more |else )?(?:than|but)(?: to)? (?:die|death|be dead|disappear|sleep forever)"),
    Phrase(r"(?:death|being dead|dying|suicide) is(?: so| much| far)? (?:better than|easier than|my only|the only)"),
    Phrase(
        r"(?:long|longing|wish|wishing|pray|praying|hope|hoping|yearn|yearning|beg|begging|crave|craving)(?: \w+)? for (?:death|my (?:own )?death)",
        after=r"row|penalty|cell",
    ),
    Phrase(
        r"(?:welcome|want|crave|craving|desire|choose) (?:death|my own death)(?= [.,]|$| to| over| more| and| now| right| so| i )"
    ),
    Phrase(
        r"(?:decided|going|want|wanna|ready|gonna|choose|chosen|planning|plan)(?: to)?(?: just| finally)? (?:stop living|stop existing|quit living|quit life|cease living)",
        after=r"in|with|like|as|on|for|at|by|out|off|a|my|under|through|here|there|near|together|alone",
    ),
    Phrase(
        r"(?:why|what)(?: \w+)? (?:am i|do i|should i)(?: even| still| bother| keep| go on)* (?:alive|living|exist|existing|live|breathing)(?= [.,]|$| for| anymore| honestly| at all| if)"
    ),
    Phrase(
        r"why am i(?: even| still)+ here(?= [.,]|$| on this earth| anymore)",
        near=r"(?:wait\w*|forum|group|hospital|ward|work)\b",
    ),
    Phrase(
        r"(?:see|find|have|theres|there is|is|got) no (?:other )?way out(?: anymore| any longer| left| at all| for me| of this life)(?= [.,]|$| and| but| so)"
    ),
    Phrase(
        r"(?:ill|i will|id|i would|im|i am|im going to|i am going to|im gonna)(?: \w+)? end(?:ing)? (?:it|things)(?= [.,]|$| all| then| for good| myself| i )",
        near=_HARMLESS_WAYS,
    ),
    Phrase(
        r"(?:want|wanna|going|gonna|ready|will|ill|wish)(?: to)?(?: just)? (?:suicide|yeet(?:ing)? myself|game end myself|self delete|self deletion|end myself|delete myself|rope myself)",
        after=r"prevention|awareness|hotline|risk",
    ),
    Phrase(r"(?:yeet|yeeting) myself (?:off|out|into|under|from)|game end myself"),
    Phrase(
        r"catch(?:ing)? the bus (?:soon|for good|forever)(?= [.,]|$| now| and| i )",
        near=r"(?:infusion|clinic|home|work|town|stop|school|late|station|hospital|appointment|driver|ticket|scan|chemo|back)\b",
    ),
    Phrase(r"catch(?:ing)? the bus(?: \w+){0,2}", needs=r"goodbye|sorry everyone|bye everyone|farewell"),
)
DENIALS_TURNED = (
    Phrase(
        r"never (?:hurt|cut|harm|kill) myself",
        needs=r"not (?:so |that |as )?sure|no longer sure|i lied|until (?:now|today|tonight)",
    ),
    Phrase(
        r"(?:im|i am|i was|am|was) not suicidal",
        needs=r"(?:not|isnt|no longer) true|i lied|lie|not (?:so |that )?sure|until (?:now|today|this)",
    ),
)
SLANG_OF_HARM = (
    Phrase(
        r"sh (?:urges?|urge|relapses?|relapsed|thoughts|scars|again)|(?:relaps\w+|urges?|addicted)(?: \w+)? (?:on|to|with|into|of|by) sh|clean (?:from|of) sh"
    ),
)
