"""English phrases of a plan, of means at hand, of a farewell, of self-harm and of letting go."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Phrase

_CAREFUL = (
    r"(?:in case|when (?:a|an|the) (?:attack|migraine|pain)|attack (?:begins|starts|comes)|reminders?|so (?:that )?i (?:dont|remember)|pill ?box"
    r"|organi[sz]\w+|every (?:day|night|morning|evening)|for (?:the|my|tomorrow|work|travel|emergenc\w+)|holiday|trip|travel\w*|shortages?|pharmac\w+|suitcase|always)\b"
)
_ELSEWHERE = (
    r"(?:(?:other|another|new|different|facebook|whatsapp|reddit|discord|telegram|private|local) (?:\w+ )?(?:forum|group|board|site|website|page|community|server|platform|chat|channel|thread)"
    r"|(?:moving|switching|going|off|leaving|migrating|changing|heading)(?: \w+){0,3} (?:forum|group|board|site|website|facebook|whatsapp|reddit|discord|thread|channel))\b"
)
PLANS = (
    Phrase(
        r"(?:im|i am|ill|i will)(?: going to| gonna)? jump(?= [.,]|$| now| tonight| off| and)",
        near=r"(?:trampoline|pool|parachut\w*|bungee|joy|skip)\b",
    ),
    Phrase(
        r"(?:hang|hanging|hung|shoot|shooting|drown|drowning|poison|poisoning|stab|stabbing|starve|starving|gas|gassing|suffocate|asphyxiate|electrocute)(?: myself)",
        after=r"in the foot|up|out|by accident|accidentally|into|a |with (?:gluten|junk|sugar)|at work|in (?:work|paperwork|coffee)",
    ),
    Phrase(
        r"(?:throw|throwing|threw)(?: myself) (?:off|under|in front|from|out of|down|into the (?:river|sea|road|traffic))"
    ),
    Phrase(
        r"(?:slit|slash|cut|cutting|slitting|slashing|slashed|open|opening)(?: \w+)? (?:my|both) (?:wrists?|veins?|throat|arteries)",
        near=r"(?:accident\w*|slipp\w+|glass broke)\b",
    ),
    Phrase(
        r"(?:jump|jumping|leap|leaping|step|stepping|walk|walking|drive|driving|lie|lying|run)(?: down| my car| the car| myself)? (?:off|from|in front of|under|into|onto|on)(?: \w+){0,3}"
        r" (?:bridge|roof|rooftop|building|balcony|window|cliff|moving train|a train|the train|a truck|a lorry|oncoming traffic|traffic|railway|the tracks|train tracks|rails|subway|a wall|a tree|the river|the sea)",
        needs=r"want|wanna|going to|gonna|will|ill|could|should|about to|ready|just|thinking|think|im|urge|feel like|might|if i|plan\w*|tonight|to (?:jump|throw|step|drive)",
        near=r"(?:holiday|swim\w*|beach|dog|view|jog\w*|parachut\w*|bungee|stuck|jam|rush hour|commut\w+|miss the|catch the)\b",
    ),
    Phrase(
        r"(?:im|i am|im now|sat here|here)(?: \w+)? (?:standing|stood|sitting|sat|parked|up)?(?: here)? ?(?:on|at|by|near) (?:the|a)(?: \w+){0,2} (?:bridge|ledge|edge|roof|rooftop|train tracks|tracks|rails|cliff|railing)",
        near=r"(?:photo|view|holiday|waiting|picnic|yoga|sun|seat)\b",
    ),
    Phrase(
        r"(?:<pills>|rope|noose|gun|pistol|razors?|razor blades?|blades?|knife)(?: \w+){0,4} (?:next to me|beside me|in front of me|in my hands?|at my side|here with me|right here|on my lap|by my side|are ready|is ready|lined up|around my neck|in my mouth)",
        near=_CAREFUL + r"|(?:cook\w*|chop\w*|kitchen|carrots?|surgeon)\b",
    ),
    Phrase(
        r"(?:have|ive got|got|hold|holding|bought)(?: \w+){0,2} (?:rope|noose|gun|pistol|razor blades?)(?: \w+){0,4}(?: ready| here| tonight| now|<eoc>)",
        near=r"(?:skipping|ladder|jump rope|wash\w*|boat|tent|curtain|climb\w*|glue|nerf|massage|tow|massage|dog)\b",
    ),
    Phrase(
        r"(?:have|ive|got|ive got|have got|are)(?: \w+){0,3} <pills>(?: \w+){0,2} (?:here|ready|next to me|in front of me|with me|laid out|counted)(?= [.,]|$| now| and| to)",
        near=_CAREFUL,
    ),
    Phrase(
        r"(?:saving|saved|hoard\w*|stockpil\w+|collecting|collected|stashed|stashing|counted|counting|counted out)(?: up| out)?(?: \w+){0,3} (?:<pills>|sleeping pills)",
        near=_CAREFUL + r"|(?:insurance|days|week|brexit|cost\w*|money|migraine days|diary)\b",
    ),
    Phrase(
        r"(?:enough|plenty of|lots of)(?: \w+){0,2} <pills>(?: \w+){0,3} (?:to (?:end|kill|die|do it|finish|never|not wake|go to sleep|make sure)|for me to)"
    ),
    Phrase(
        r"(?:took|taken|swallowed|downed|take|swallow|taking|swallowing|drank|drink|eaten|ate)(?: \w+){0,2} (?:whole|entire|full) (?:bottle|box|pack|packet|lot|strip|blister|jar|tub)(?! of (?:water|tea|crisps|chocolates?|cookies|biscuits))",
        near=r"(?:water|juice|laxatives? for|prep|colonoscopy|chocolates?|biscuits)\b",
    ),
    Phrase(
        r"(?:took|taken|swallowed|downed|take|swallow|taking)(?: just)? (?:all|every one|every single one)(?: of)? (?:my|the|them|these|those)(?: \w+){0,2}?(?: <pills>| at once| in one go| just now|<eoc>)",
        near=r"(?:prescribed|on time|every day|daily|this morning|directed|food|breakfast|regular\w*|pill ?box|course|told|years|with me|feel fine|precautions|results|in the (?:evening|morning)|at night|at (?:six|seven|eight|nine|ten|\d+)|with water|with milk)\b",
    ),
    Phrase(
        r"(?:taken|took|swallowed|taking)(?: \w+)? (?:too many|a (?:lot|bunch|handful|load) of|(?:20|25|30|40|50|60|70|80|90|100|twenty|thirty|forty|fifty|a hundred)) (?:sleeping )?<pills>",
        near=r"(?:months?|weeks?|rebound|overuse|days?|headaches?|migraines?|over the years|years|daily|hospital stay|vitamins?|supplements?)\b",
    ),
    Phrase(
        r"(?:going to|plan to|plann(?:ing|ed) (?:to|on)|trying to|tempted to|ready to|need to|gonna|want to|wanna|will|ill|thinking of|thinking about|could|about to|just|i|ive|i have|tried to|should|might|took an|taken an|take an|taking an) (?:overdosed?|od|overdosing)",
        after=r"on (?:chocolate|coffee|cake|information|sugar|tv|netflix|news|sunshine|carbs|cheese|christmas)",
    ),
    Phrase(
        r"how (?:many|much)(?: \w+){0,8} (?:to (?:die|kill (?:me|myself|you|somebody|someone|a person)|overdose|end it)|(?:lethal|fatal|deadly)|would kill (?:me|you|a person)|until i die|for a lethal)",
        near=r"(?:cells|bacteria|germs|percent)\b",
    ),
    Phrase(
        r"(?:lethal|fatal|deadly) (?:dose|amount|overdose)",
        needs=r"i|me|my|what|whats|how|enough",
        near=r"(?:mice|rats|trial|cells|radiation)\b",
    ),
    Phrase(
        r"(?:painless|easiest|best|quickest|fastest|surest|peaceful) (?:way|method|ways|methods)(?: \w+){0,2} (?:to|of) (?:die|dying|go (?:out|forever)|end (?:it all|my life|it(?= [.,]|$))|kill myself|suicide)"
    ),
    Phrase(r"suicide (?:notes?|letters?|methods?|plan|pact|kit)", needs=r"i|ive|my|me|best|how"),
    Phrase(
        r"(?:have|made|bought|wrote|written|writing|leave|leaving|left|write|got)(?: \w+){0,3} (?:goodbye|farewell) (?:notes?|letters?|videos?|messages?)",
        near=r"(?:colleague|retire\w*|retiring|nurse|ward|course|school)\b",
    ),
    Phrase(
        r"(?:i have|ive|ive got|have got|i made|ive made|got|with|my)(?: \w+)? plan to (?:end (?:it|my)|die|kill|hurt myself|do it|not be here)"
    ),
    Phrase(
        r"(?:going to|gonna|will|ill|want to|ready to|decided to|about to|have to) do it (?:tonight|now|right now|today|tomorrow|this weekend|this time)",
        near=r"(?:injection|inject|jab|test|call|scan|shot|infusion|homework|forms?|yoga|exercise|dishes|blood|washing|dressing|swab|walk|run|ask)\w*\b",
    ),
    Phrase(
        r"(?:i know|i have decided|ive decided|decided|figured out|worked out)(?: \w+){0,3} (?:how|when|where|how and when|when and how) (?:im|i am|ill|i will|i want|to|id)(?: going| gonna)?(?: to)? (?:do it|end it|die|go)(?= [.,]|$| and)"
    ),
    Phrase(
        r"(?:have|got|ive got)(?: \w+)? (?:a |the )?plan and(?: i have)?(?: \w+){0,2} means|if i had (?:a|the) (?:gun|pills|rope|courage)(?: \w+){0,3} (?:use|do|end|pull)",
        near=r"(?:insurance)\b",
    ),
    Phrase(
        r"(?:thinking (?:of|about)|want to|going to|gonna|could|tempted to|might|just) (?:take|taking|swallow|swallowing) (?:them all|all of them|all the pills|all my pills|the whole lot|every pill)",
        near=r"(?:supplements|vitamins|samples)\b",
    ),
    Phrase(
        r"(?:tonight|today|this) (?:it )?(?:all )?ends(?= [.,]|$| tonight| now| here)",
        near=r"(?:treatment|chemo|course|sale|season|show)\b",
    ),
    Phrase(
        r"(?:tonight is the night|tonights the night|(?:my|be my|is my) last (?:night|day|evening|hours?) (?:alive|on (?:this )?earth|here on earth|of my life))"
    ),
    Phrase(
        r"this is (?:going to be )?my last (?:night|day|evening|birthday|christmas)(?= [.,]|$| and i| i )",
        near=r"(?:shift|work|chemo|treatment|ward|hospital|cycle|radiation|holiday)\b",
    ),
    Phrase(
        r"(?:i|im|and|probably)(?: \w+){0,2} (?:wont|will not|not going to|not gonna|dont (?:think|plan|intend) (?:i will|to|ill)|wouldnt|will no longer) be (?:here|around|alive)(?: \w+)? (?:tomorrow|much longer|anymore|by|when you|for (?:christmas|long)|in the morning)",
        near=r"(?:holidays?|vacation|travel\w*|away|trip|hospital|back|moderators?|doctors?|oncologist|prognosis|group|forum|moving)\b",
    ),
)

GOODBYES = (
    Phrase(
        r"(?:i|im|ill|i am|i will)(?: \w+)? (?:leave|leaving) (?:you|this place|everything)(?: all)?(?: now)?(?: ,)? (?:forever|for good|for ever)"
    ),
    Phrase(
        r"(?:this|it)(?: is| will be|ll be| may be| might be| s)(?: probably| maybe| likely| going to be)? my(?: very)? (?:last|final) (?:post|message|comment|words|goodbye|entry|letter|note|time (?:writing|here)|day with you)",
        after=r"about|on|before|until|for (?:today|now|tonight|this|a while)|in (?:this|the) (?:thread|topic|series)|this (?:week|year|month)|of the|as (?:a )?moderator",
        near=r"(?:holidays?|moving|vacation|surgery|moderator|new account|switching|next week)\b",
    ),
    Phrase(r"(?:my|one) (?:last|final) (?:goodbye|farewell)|final goodbyes?"),
    Phrase(
        r"(?:goodbye|farewell|bye)(?: ,)?(?: to)?(?: you)? (?:everyone|all|friends|world|my (?:friends|loves?|family|dears?)|forever|cruel world)",
        before=r"(?:say|saying|said|says|waved?)(?: \w+)?",
        after=r"for (?:now|today|tonight)|and (?:see you|good luck with)|see you|until|have a|till|of (?:the|my|us)|my (?:hair|symptoms)|those",
        near=_ELSEWHERE
        + r"|(?:see you|next (?:week|time|month)|tomorrow|talk soon|holiday|good ?night|hair|gluten|retire\w*)\b",
    ),
    Phrase(r"(?:ive|i have) said (?:all )?my (?:final )?goodbyes?", near=r"(?:hair|colleagues|team|ward)\b"),
    Phrase(
        r"(?:so long|goodbye|farewell)(?: everyone| all| friends| my friends)(?: [.,])? it was nice knowing (?:you|everyone)"
    ),
    Phrase(
        r"by the time (?:you|anyone|somebody|someone|anybody|they|she|he)(?: all)? (?:read|reads|see|sees|find|finds) this"
    ),
    Phrase(
        r"when (?:you|someone|they|she|he)(?: all)? (?:read|reads|find|finds) this(?: \w+)?(?: ,)? (?:ill|i will|i may|ill already|im)(?: \w+)? (?:be )?(?:gone|dead|not be)"
    ),
    Phrase(r"(?:wont|will not|never|not)(?: \w+)? (?:be )?hear(?:ing)? (?:from|of) me (?:again|anymore|after|ever)"),
    Phrase(
        r"tell (?:my|them|him|her)(?: \w+){0,3} (?:i loved|i love (?:them|him|her)|im sorry|i am sorry|that i loved?)",
        needs=r"please|goodbye|when|sorry|someone|somebody",
    ),
    Phrase(
        r"take care of (?:my|the)(?: \w+){1,2} (?:when|after|once) im gone|forgive me for (?:leaving|what im (?:about|going)|what i am (?:about|going)|doing this)"
    ),
    Phrase(r"(?:gave|given|giving|give) away all (?:of )?my (?:things|stuff|belongings|possessions)"),
    Phrase(
        r"thank you(?: all)? for everything(?: \w+){0,3}(?: [.,])? (?:goodbye|farewell|and goodbye|i wont be back|its time for me to go)",
        near=r"(?:see you|retire\w*)\b",
    ),
    Phrase(
        r"its time (?:for me )?to (?:say goodbye|go now|leave you all)(?= [.,]|$| everyone| forever| to (?:you|everyone|life))"
    ),
)

HARMS = (
    Phrase(
        r"self (?:harm|harmed|harming|injur\w+|mutilat\w+)",
        needs=r"(?:i|ive|im|my|me) (?:\w+ ){0,4}self (?:harm|injur|mutil)\w*|(?:urges?|want|started|again|keep|back to|thoughts about) (?:\w+ ){0,2}self (?:harm|injur|mutil)\w*|self harm\w* (?:again|last night|yesterday|today)",
        near=r"i (?:have )?(?:read|saw|heard|volunteer|work)\b",
    ),
    Phrase(
        r"(?:want|wanting|wanna|going|gonna|need|urges?|tempted|thinking (?:of|about)|thoughts? (?:of|about)|might|may|will|ill|started|been|feel like|keep|stop|afraid (?:that )?(?:i might|ill|i will|i could))(?: to)?(?: just| of| always)?"
        r" (?:hurt|hurting|harm|harming|cut|cutting|burn|burning|punish|punishing|injure|injuring) myself",
        after=r"off|some slack|a (?:slice|piece)|shaving|by accident|at the gym|if i (?:fall|lift|run|slip)|when i|on (?:the|a)|with (?:exercise|weights|running)|again at",
        near=r"(?:physio\w*|gym|exercise|lifting|stairs|falling|falls?|seizures?|insulin pen|injecting|cooking)\b",
    ),
    Phrase(
        r"(?:cut|cutting|burned|burnt|burning|hurt|hurting|harmed|scratched) myself (?:again|on purpose|deliberately|tonight|last night|because (?:i|it)|so that i|to feel|to cope|today|just to|every|for relief)",
        near=r"(?:slipp\w+|shav\w+|cook\w*|chopp\w+|gym|fell|falling|garden\w*|paper|accident\w*|bump\w*|oven|iron|stove|lifting|opening)\b",
    ),
    Phrase(r"i (?:cut|burn|hit|harm|hurt|starve|punish) myself to (?:cope|feel|calm|release|numb|forget|survive)"),
    Phrase(r"cutting (?:again|helps|is the only|my (?:arms?|legs?|thighs?|wrists?))"),
    Phrase(
        r"(?:cut|cuts|scars) (?:all over )?my (?:arms?|legs?|thighs?) (?:again|on purpose|to feel|last night|tonight|every)",
        near=r"(?:accident\w*|garden\w*|surgeon|surgery)\b",
    ),
)

LETTING_GO = (
    Phrase(
        r"stop(?:ping|ped)?(?: all| my| the| with| this| taking| any| more| further)*(?: \w+)? (?:treatments?|chemo|therapy|medication|meds|dialysis|fighting|everything)(?: \w+){0,3}? (?:let go|die|be done with|let it (?:take|win|happen|end)|give up|just go|slip away|end it|be over)"
    ),
    Phrase(
        r"(?:ready|want|time|wish|just|okay|rather|could|like)(?: for me)?(?: to)?(?: just| finally)? let(?:ting)? go(?= [.,]|$| and| now| of (?:life|everything|it all))",
        near=r"(?:anger|fear|guilt|control|worr\w+|past|resentment|hair)\b",
    ),
    Phrase(
        r"let(?:ting)? (?:nature|the (?:cancer|illness|disease|leukaemia|leukemia|myeloma|tumou?r)|it|this|this illness) (?:take (?:its course and (?:die|end|go|take)|over|me)|take its course(?= [.,]|$)|win|kill me|finish me)"
    ),
    Phrase(
        r"(?:ready|prepared) to (?:die|go home to god|meet my maker)",
        after=r"when (?:my|the) time|one day|some ?day|at home",
    ),
    Phrase(
        r"(?:dont|do not|no longer|not|didnt) (?:want|wish|wanna) (?:to )?(?:fight|keep fighting|go on fighting|be saved|be treated)(?: anymore| any longer|<eoc>| and)",
        near=r"(?:insurance|battle metaphor|with (?:my|the|him|her)|metaphor|private\w*)\b",
    ),
    Phrase(
        r"(?:dignitas|euthanasia|assisted (?:suicide|dying|death)|medical assistance in dying|medically assisted)",
        needs=r"(?:i|im|ive|me|myself) (?:\w+ ){0,6}(?:want|considering|consider|applied|apply|thinking|ask|asked|looking|signed|registered|plan\w*|decided|going|wish|need|ready|contacted)|help me (?:\w+ ){0,3}(?:euthanasia|assisted)|(?:want|considering|applied|apply) (?:\w+ ){0,3}(?:euthanasia|assisted|dignitas)",
        near=r"(?:article|debate|law|film|documentary|vote|podcast|read)\b",
    ),
    Phrase(
        r"want to (?:just )?(?:stop fighting|give up fighting|give up)<eoc>",
        near=r"(?:with (?:my|the|him|her)|insurance|smoking|sugar|coffee|alcohol|dont|not|never)\b",
    ),
    Phrase(r"(?:done|finished|through) (?:fighting|with (?:treatment|fighting))(?: \w+){0,4} (?:let|die|go|over|end)"),
    Phrase(
        r"(?:hope|wish|pray|want)(?: \w+){0,2} (?:the )?(?:cancer|illness|disease|leukaemia|leukemia|myeloma|tumou?r|it) (?:kills|would kill|takes|would take|finishes|to (?:kill|take)) me(?: quickly| soon| fast)?"
    ),
)
