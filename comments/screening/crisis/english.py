"""English phrases of danger. Plain words (see ``words``): no apostrophes, ``anymore`` and ``nobody`` in one, ``cannot``
is ``cant``. Each line is one way of saying it; what stands behind it tells apart what sounds alike.
"""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.english_methods import METHODS, WAYS_OF_HARM
from comments.screening.crisis.english_others import OTHERS
from comments.screening.crisis.english_plans import GOODBYES, HARMS, LETTING_GO, PLANS
from comments.screening.crisis.english_wishes import DENIALS_TURNED, SLANG_OF_HARM, WISHES
from comments.screening.crisis.phrase import Kind, Phrase, signs

PARTS = {
    "want": r"(?:want|wanted|wants|wanting|wanna|wish|wished|wishing|long|longing|need|ready|hope|hoping|hoped|pray|praying)"
    r"(?: to)?(?: just| only| fucking| simply| really| please| finally| fing| either)?(?: to)?",
    "eoc": r"(?= [.,]|$| (?:and|but|so|because|please|help|i|im|now|tonight|today)\b)",
    "rel": r"(?:\w+ )?(?:husband|wife|gf|bf|hubby|grandma|grandpa|gran|nan|granny|bestie|mate|stepson|stepdaughter|housemate|partner|boyfriend|girlfriend|ex|father|dad|mother|mum|mom|son|daughter|brother|sister"
    r"|stepfather|stepdad|uncle|carer|caregiver|friend|best friend|roommate|flatmate|neighbou?r|cousin|kid|child|teenager"
    r"|grandson|granddaughter|niece|nephew|aunt|grandfather|grandmother|colleague|fiance|fiancee)",
    "pills": r"(?:pills?|tablets?|meds|medication|medicines?|painkillers?|morphine|insulin|opioids|paracetamol|tylenol|oxy\w*)",
}
_IDLE = (
    r"(?:of|from) (?:embarrassment|shame|laughter|laughing|boredom|hunger|cuteness|happiness|joy|old age|natural|age"
    r"|curiosity|heat|envy|jealousy|thirst|something)|laughing|at home|in (?:my|our) (?:own )?(?:bed|home|garden|house)"
    r"|in peace|peacefully|with dignity|with my boots|old|on (?:that|this) hill|one day|some ?day|a natural|surrounded"
    r"|knowing|for (?:a|some|that) (?:\w+)|when (?:my|the) time|rather than in"
)
_SLIPPED = (
    r"laughing|trying to (?:get|open|carry|lift|reach|put)|to (?:get|finish|be|make|meet|please|look)"
    r"|at (?:the gym|work)|with (?:work|laughter)|over (?:the|a|this|that)|for (?:this|that|a|the|work)"
    r"|slipping|falling|tripping|on (?:the|a|that|my) (?:\w+ )?(?:stairs|ice|steps|bike|slope|rug|road|carpet|kerb|step|ladder)"
)
_PAIN = (
    r"(?:headaches?|migraines?|attacks?|nausea|noise|diet|job|commute|itch\w*|hunger|exercise|stairs|run|yoga|scans?|waiting"
    r"|side effects?|heat|smell|dose|tablets|needles?|injections?|drug)\b"
)
_MACHINE = r"(?:(?:the|this|your|an) (?:app|site|website|web|page|forum software|login|browser|link|form)|login|log(?:s|ged|ging)? (?:me|us) (?:in|out)|password|captchas?|wifi|crash\w*|loading)\b"

SELVES = (
    Phrase(
        r"(?:hate|regret|cant bear|cant stand) (?:being alive|living|my existence)",
        after=r"in|with|near|on|alone|next|here",
    ),
    Phrase(r"(?:rather|prefer to|better) not (?:be alive|be here anymore|live|exist|wake up)"),
    Phrase(r"feel(?:ing|s)? like dying", near=_PAIN),
    Phrase(
        r"(?:hope|hoping|wish|wishing|pray|praying) (?:that )?i (?:wont|dont|never|will not|would not|wouldnt) (?:wake up|live|survive)",
        near=r"until\b",
        after=r"(?:during|before|with|through|in (?:pain|the middle|agony)|too|early|sick|feeling|half|mid|while|on the table)",
    ),
    Phrase(r"lifes (?:\w+ )?(?:not|no longer) worth (?:living|it)(?: anymore)?"),
    Phrase(
        r"(?:thought|thinking|think|know|planned|decided)(?: \w+)? (?:about |on )?how i(?: would|d| will| am going to| could)? (?:do it|end it|kill|die)"
    ),
    Phrase(r"dont try to (?:stop|save|find) me|nobody can (?:stop|save) me"),
    Phrase(r"(?:im|i am) done(?: with everything)?(?: [.,])? (?:goodbye|farewell|im sorry)"),
    Phrase(
        r"<want>(?: \w+)? die",
        after=_IDLE + r"|than|if i (?:eat|drink)",
    ),
    Phrase(r"kill(?:ing|ed|s)? myself", after=_SLIPPED),
    Phrase(
        r"(?:kms|ctb)", before=r"(?:\d+|many|few|of|two|three|four|five|six|ten|per|last|more|the|first|some|several)"
    ),
    Phrase(
        r"unaliv(?:e|ed|ing)(?: myself| me)?",
        after=r"(?:the|a|an|all|some|every|two|three|them|it|that|this|those|these|him|her|my|zombies|enemies)",
    ),
    Phrase(
        r"(?:end|ending|ended|take|taking|took|taken) my (?:own )?(?:life|existence)",
        after=r"back|away|from me|as i|in(?:to)? my (?:own )?hands|in a|seriously|one|easier|for granted|by|day|over",
    ),
    Phrase(
        r"end(?:ing)? (?:it all|everything|it now|it tonight|it today|it here|it for good|it forever|it once and for all|this life)"
    ),
    Phrase(
        r"(?:want|wanna|going|gonna|ready|thinking of|thinking about|about|just)(?: to)?(?: just)? end(?:ing)? (?:it|things)(?= [.,]|$| i )"
    ),
    Phrase(
        r"want (?:it all|everything|it|this|all of it|all this) (?:to )?(?:just )?(?:to )?(?:end|stop|be over)<eoc>",
        near=_PAIN + r"|(?:treatment|chemo|pandemic|radiation|surgery|winter|exams?)\b",
    ),
    Phrase(
        r"(?:be|being|feel|felt|am|was|were|im|feeling|get|getting|become|been|ive been|makes? me|made me|makes me feel|still|going)"
        r"(?: so| very| really| actively| a bit| kind of| quite| almost| pretty| more and more)? suicidal",
    ),
    Phrase(
        r"suicidal (?:thoughts?|ideation|ideas?|feelings?|urges?|impulses?|plans?)",
        needs=r"(?:i|ive|im|my|me|mine) (?:\w+ ){0,6}suicidal",
        near=r"i (?:have )?(?:read|saw|heard|noticed|know|asked)\b",
    ),
    Phrase(r"suicidal thoughts? (?:are|came|come|keep|have come)(?: \w+)?(?: back)", needs=r"i|im|my|me"),
    Phrase(r"(?:anyone|anybody) else(?: \w+){0,4} suicidal"),
    Phrase(
        r"(?:thinking|think|thinks|thought|dream(?:ing)?|fantasi\w+|obsess\w*|considering|consider|considered|contemplat\w+"
        r"|planning|plan|planned|attempt|attempting|attempted|commit|committing|try|tried|trying|research\w*|google\w*|about)"
        r"(?: \w+){0,3} (?:suicide|killing myself|not existing|ending (?:it|my life|things|everything)|taking my (?:own )?life|overdosing"
        r"|hanging myself|not being here|not waking up|dying by my own|jumping)(?! from my)",
        after=r"prevention|rates?|risk|research|statistics|awareness|hotline|helpline|squad|in (?:cells?|general)|to conclusions"
        r"|with (?:my|this) (?:boyfriend|girlfriend|job|contract)|into|for joy|rope",
        before=r"(?:talk|talks|talking|talked|article|film|book|information|read|learn|more|speak)(?: \w+)?",
    ),
    Phrase(
        r"thoughts? (?:of|about) (?:\w+ )?(?:suicide|dying|death|ending (?:it|my life)|killing myself)",
        needs=r"(?:i|ive|im) (?:\w+ ){0,4}(?:having|have|had|get|getting|keep|plagued|tormented)|my",
        near=r"(?:asks?|asked) (?:me )?(?:if|whether)|normal|therapist says|(?:afraid|scared|fear\w*|anxi\w*|worr\w*)\b",
    ),
    Phrase(
        r"think(?:ing)? (?:about|of) (?:dying|death) (?:all the time|every day|constantly|day and night|all day|a lot lately)",
        near=r"(?:afraid|scared|fear\w*|anxi\w*|worr\w*|terrified)\b",
    ),
    Phrase(
        r"suicide (?:is|seems|looks|feels|might be|would be)(?: like)? (?:the|my|an|a)(?: \w+)? (?:only )?(?:way|option|solution|answer|choice|relief)"
    ),
    Phrase(
        r"(?:dont|do not|didnt|no longer|not|never|cant)(?: really| even| actually| honestly| want to| wanna| wish to| care to| see why i should"
        r"| know why i| know how to| want| need to| see how to)* (?:keep |go on |continue |carry on |to keep on |be |to )?"
        r"(?:live|living|alive|exist|existing|be alive|stay alive)(?! in| near| next| alone| abroad| off| on my| on a| together| by| at| there| here)",
        after=r"(?:with|without) (?:my|the|a|coffee|tea)|in|to (?:see|regret)|up to",
        before=r"(?:did|does|do|why|can|should) (?:you|people|we|they)",
        needs=r"(?:dont|do not|didnt|no longer|never|not|cant) (?:\w+ ){0,3}(?:want|wanna|wish|care|see|know|need|go on|keep|continue|carry)(?: \w+){0,4}",
    ),
    Phrase(
        r"(?:dont|do not|didnt|no longer|not|never)(?: \w+)? (?:want|wanna|wish|need|deserve)(?: to)? (?:be|stay|live) (?:here|around|on this (?:earth|planet)|in this world|alive)"
        r"(?: anymore| any longer| either| like this|<eoc>)"
    ),
    Phrase(
        r"(?:no|dont (?:really )?see(?: a| any| the)?|cant see(?: a| any| the)?|see no|without(?: a| any)?|lost(?: the| my| all)?|havent(?: a| any| got a)?"
        r"|whats the|what is the|what|dont have(?: a| any)?|no longer see(?: a| any| the)?|isnt (?:a|any|much)|there is no|have no|got no|find no)"
        r"(?: \w+)? (?:reasons?|point|purpose|will|sense|desire|motivation) (?:to|in|of|for)(?: me)?(?: to)?"
        r" (?:live|living|go on|going on|carry on|carrying on|keep going|continue|continuing|exist|existing|be alive|be here|stay alive|being alive|being here|anything anymore|life)",
        after=r"the|this|with(?! (?:this|it|such|my|a|the) (?:\w+ )?(?:disease|illness|cancer|condition|body|leuk\w+|lymphoma|myeloma))|to work|treatment|on the|my (?:treatment|diet)|about",
        near=r"(?:queue|meeting|traffic|on hold|paperwork|waiting room|phone line)\b",
    ),
    Phrase(
        r"nothing(?: left| else)? (?:to live for|worth living|to look forward to anymore|keeps? me here|keeping me here|to keep me here)"
    ),
    Phrase(
        r"(?:life|living|my life)(?: is| just| isnt| really| s| does not feel| doesnt feel| feels)*(?: not| no longer| hardly| isnt)?(?: really| even| just)? "
        r"(?:worth living|worth it|worth anything|worth going on|pointless|meaningless|has no (?:meaning|point|sense))",
        before=r"(?:makes?|made|making) (?:my )?",
        after=r"again",
        needs=r"not|no|isnt|doesnt|hardly|pointless|meaningless|never|dont|longer",
    ),
    Phrase(
        r"(?:tired|sick|fed up|done|weary|exhausted|finished) (?:of|with|from)(?: being)? (?:living|life|alive|existing|this life|my life|existence)",
        after=r"revolving|being|on|with|as|in|out of|around|long",
    ),
    Phrase(
        r"wish(?:ed)? (?:that )?i (?:was|were|am|could be|had been|be)(?: \w+)? (?:dead|gone|no longer here|not here|not alive|never born)"
    ),
    Phrase(
        r"wish(?:ed)? (?:that )?i (?:had never|hadnt|was never|wasnt|were never|werent|never was|never were)(?: been)? (?:born|alive|here anymore)"
    ),
    Phrase(
        r"(?:wish|hope|pray|want|wanted|wished|hoping)(?:ed)?(?: that| if)?(?: i| to| god)?(?: could| would| might| will| lets me)?(?: just| simply)? "
        r"(?:die|disappear|vanish|not wake(?: up)?|never wake(?: up)?|cease to exist|stop existing|not exist|be dead|be gone forever|sleep forever|no longer exist|not be here|dont wake(?: up)?)"
        r"(?: tonight| tomorrow| anymore| forever| in my sleep)?",
        after=_IDLE + r"|from (?:facebook|the (?:group|internet|room))|into|under|behind|beneath",
        near=r"(?:surgery|operation|anaesthe\w+|anesthe\w+|lol|haha|mondays?)\b",
    ),
    Phrase(
        r"(?:better off|happier|easier|relieved|better|cope|manage fine|fine)(?: \w+){0,3} (?:without me|dead|(?:if|when|once) (?:i|im) (?:was |were |am )?(?:dead|gone|not here|not around|not alive"
        r"|wasnt|werent|didnt exist|disappear(?:ed)?|died|die))",
        after=r"around the|in the (?:kitchen|way|room)|(?:cells|weight)",
    ),
    Phrase(r"(?:rather|id be better) (?:be )?dead", after=r"than (?:seen|caught)"),
    Phrase(r"(?:im|i am|id be|i would be|i might be|be) better (?:off )?dead"),
    Phrase(
        r"(?:nobody|who|not a soul|not one person)(?: in the world| here| else)? (?:would|will|d|ll|even|would even|will even)(?: \w+)? (?:miss me|notice (?:if|when) (?:i|im)|care if i|cry for me|mourn)"
    ),
    Phrase(
        r"(?:just|only|nothing but|such|being) a burden|a burden (?:to|on|for) (?:everyone|all|them all|the people i love)",
        before=r"(?:not|isnt|arent|dont want to be|never)",
    ),
    Phrase(
        r"(?:deserve to die|should(?: just)? be dead|should(?: just)? (?:die|kill)|let me die|want me to die|better if i die|hope i (?:just )?die|world (?:would be|is) better without me)",
        after=_IDLE,
        before=r"(?:cells|cell|they|tumou?r|nobody)",
        near=r"(?:says? (?:my|the) doctors?|but here i am|but im (?:still )?here|lucky)\b",
    ),
    Phrase(
        r"(?:go|going|fall|falling|want|wanna|wish)(?: \w+){0,4} (?:sleep|asleep|bed)(?: \w+){0,2} (?:and|without)(?: \w+)? (?:never|not|dont)(?: \w+)? wak\w+",
        near=r"(?:afraid|scared|fear\w*|surgery|operation|anaesthe\w+|anesthe\w+|worr\w+)\b",
    ),
    Phrase(
        r"(?:dont|do not|never|didnt|no longer)(?: \w+)? (?:want|wanna|wish) to wake(?: up)?(?= [.,]|$| anymore| again| tomorrow| ever| in the morning| and)"
    ),
    Phrase(
        r"(?:not|never|dont|wont) wake up (?:tomorrow|again|anymore|in the morning|ever)",
        needs=r"want|wish|hope|pray|if i|would be",
    ),
    Phrase(
        r"cant (?:go on|carry on|keep going|keep living|live like this|live this way|live anymore|keep fighting|fight|face (?:another|one more) (?:day|night|morning)|face life|face tomorrow)"
        r"(?: anymore| any longer| like this| living|<eoc>)",
        near=_PAIN,
    ),
    Phrase(
        r"cant (?:do|take|bear|stand|handle|cope with|deal with) (?:it|this|life|life itself|everything|all this|any of this|living)(?: all)? (?:anymore|any longer|no more)(?= [.,]|$| and| i| im| please)",
        near=_PAIN + r"|" + _MACHINE,
    ),
    Phrase(r"cant (?:take|bear) (?:life|living|being alive)"),
    Phrase(r"giv(?:e|en|ing) up on (?:life|living|everything)|given up on myself"),
    Phrase(
        r"lost the will to live",
        near=r"(?:queue|meeting|traffic|form|phone|hold|waiting|paperwork|line|wifi|instructions|website)\b",
    ),
    Phrase(r"dont care (?:if|whether) i (?:live|die|wake up|survive|live or die|am alive)"),
    Phrase(
        r"(?:only|no|no other|see no|easy|one) way out(?: is| would be| of this(?= [.,]|$| life| anymore| hell| pain| misery| darkness)| for me|<eoc>)",
        near=r"(?:building|car ?park|street|maze|hospital|of the)\b",
        needs=r"only|see|no other|easy|one|left|there is no|theres no",
    ),
    Phrase(
        r"(?:leave|depart|exit|check out of|escape) (?:this|the) (?:world|life|earth|planet)",
        before=r"(?:we all|everyone|they)",
    ),
    Phrase(
        r"(?:join|be with|follow) (?:him|her|them|my (?:late )?(?:husband|wife|son|daughter|mother|mum|mom|father|dad)) (?:in heaven|up there|in death|on the other side)"
    ),
    Phrase(
        r"(?:no future (?:for me|left)|no hope left|nothing left for me|its over for me|i am done with (?:everything|it all)|my life is over)",
        near=_PAIN,
    ),
    Phrase(
        r"(?:dont|do not)(?: \w+){0,2} (?:think|believe|feel like|know if|know how)(?: \w+)? i (?:can|could|want to|will)(?: \w+)? (?:keep living|go on|live|carry on|keep going|do this anymore|survive tonight)(?: like this| anymore|<eoc>)",
        near=_PAIN,
    ),
    Phrase(
        r"(?:what is|whats|is there|there is no|theres no|no)(?: the| any)? point (?:of|in|to)(?: any of)? (?:this|it all|it|anything|everything|me)(?: anymore| all)<eoc>",
        near=_PAIN,
    ),
    Phrase(r"(?:feel like|thinking (?:of|about)|ready for|close to) ending (?:it|things)<eoc>"),
    Phrase(r"(?:why am i (?:still )?(?:alive|living|here anymore)|why do i (?:still )?(?:live|exist|go on))"),
    Phrase(r"i should (?:have died|be the one who died|never have survived)|should have been me who died"),
    Phrase(r"(?:wish|hope)(?: \w+){0,3} (?:would|will|could)? ?just (?:take|kill|finish) me"),
    Phrase(r"i (?:just )?want out(?= [.,]|$)"),
    Phrase(
        r"(?:nobody|who) (?:would |really )?cares? (?:if|whether) i (?:live|die|am dead|am alive|live or die|am gone|exist)"
    ),
    Phrase(r"(?:dont|do not) deserve to (?:live|be alive|exist|be here)"),
    Phrase(r"(?:its|it is|isnt)(?: just| really)? not? ?worth (?:living|going on|being alive)"),
    Phrase(
        r"(?:just |please )?end me(?= [.,]|$| now| please)|(?:off|offing|delete|deleting|topping|top) myself",
        after=r"up",
    ),
    Phrase(r"suicide is (?:\w+ )?on my mind|suicidal thoughts on my mind"),
    Phrase(r"can not (?:go on|do this anymore|take it anymore|live like this)(?: anymore|<eoc>)", near=_PAIN),
    Phrase(
        r"(?:im|i am|ive|i have) (?:just )?(?:giving up|given up|give up|had enough of (?:life|it all|living))(?= [.,]|$| and| i)",
        near=_PAIN + r"|(?:smoking|sugar|coffee|alcohol|keto)\b",
    ),
    Phrase(
        r"(?:i|im|just|please)(?: \w+){0,2} (?:kill me)(?: please|<eoc>)",
        before=r"(?:it|will|could|to|would|this|that|they|he|she)",
        needs=r"please",
    ),
)

SIGNS = signs(
    {
        Kind.SELF: (*SELVES, *WISHES, *DENIALS_TURNED),
        Kind.PLAN: (*PLANS, *METHODS),
        Kind.GOODBYE: GOODBYES,
        Kind.HARM: (*HARMS, *WAYS_OF_HARM, *SLANG_OF_HARM),
        Kind.LET_GO: LETTING_GO,
        **OTHERS,
    },
    PARTS,
)
