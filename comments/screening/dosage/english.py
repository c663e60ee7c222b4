"""How advice on doses and treatments is given in English: regular expressions over plain words. Data."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.dosage.parts import AMOUNT, CHANGE, DOSE, EVEN_MORE, HOW_OFTEN, NEEDLESS, POISON, THING, Advice

# "Stop worrying about the chemo" stops no chemo.
_ABOUT_ELSE = (
    r"(?! (?!taking|using|having|doing|getting|injecting|swallowing|popping|giving|putting|with|going)\w+ing\b)"
)
# To get less of something, or none.
_HALT = (
    r"(?:double|triple|halve|increase|raise|up|reduce|lower|cut(?: (?:down|back)(?: on)?| out)?|decrease|skip|quit|drop|come off|go off|get off|stay off|stay away from|keep away from|steer clear of"
    rf"|stop{_ABOUT_ELSE}(?: taking| using| having| doing| going to| with)?|miss(?: out)?|cancel|postpone|delay|forget(?: about)?|go cold turkey (?:on|with|off)|wean(?: yourself)? off|taper(?: off)?|ease off|lay off"
    r"|refuse|reject|decline|avoid|throw(?: away| out)?|chuck(?: away| out)?|bin|flush|dump|ditch|switch to|swap|split|leave out|leave off|give up|say no to|walk away from|get rid of|pull out of|bail on)"
)
_HALTING = r"(?:stopping|skipping|missing|cancelling|canceling|doubling|halving|increasing|reducing|quitting|refusing|ditching|dropping|coming off|going off|getting off|going without|going cold turkey on|leaving out|cutting(?: down on| out)?)"
_TAKE = r"(?:take|start(?: taking| on)?|begin|inject|swallow|use|try|add|ask for)"
_BEGIN = r"(?:take|start(?: taking| on)?|begin|use|have|get|do|accept|agree to|consent to|go for|go through with|go on|touch|trust|bother with|believe in|inject|swallow|let (?:them|anyone|anybody|your \w+|the \w+) (?:give|put|inject|start|pump)(?: you| your \w+)?(?: on| with| full of)?)"
_MINE = r"i\b|my\b|our\b|me\b|for me\b"
_ELSE = r"with|about|on|during|before|after|at|by|in|into|from|until|till|while|when|if|because|to|time|care|it|note|notes|part|place|for|and|or|without"
_GAP = rf"(?: (?!(?:{_MINE}|{_ELSE})\b)\w+){{0,4}}?"
_SMALL_GAP = rf"(?: (?:a|an|the|some|your|his|her|their|this|that|these|those|more|less|lower|higher|low|high|double|another|extra|all|any|of|up to|at least|about|around|just|maybe|only|{THING})){{0,4}}?"
_CHILD = r"(?:your|the|him|her|them|a|any)(?: (?:\w+ ){0,2}?(?:child|kid|kids|children|baby|toddler|son|daughter|mum|mom|dad|mother|father|husband|wife|boy|girl|teenager|one|patient))?"
_OPENING = r"(?:\A|(?<=[.,] ))(?:(?:please|just|simply|so|then|well|honestly|always|definitely|maybe|yes|no|instead|better|but|and|or|also|first|try to|seriously|listen|look|guys|everyone|people|sorry) ){0,2}"
_NOT_AT_ONCE = (
    r"(?:\A|(?<=[.,] ))(?:(?:please|just|so|but|and|then|well|honestly|seriously|yes|no|everyone|people) ){0,2}"
)
_WHO = r"(?:you|u|youd|everyone|everybody|people|patients|he|she|your \w+)"
_HOW = r"(?: just| always| really| simply| also| probably| definitely| absolutely| safely| easily| actually)?"
_SHOULD = (
    rf"(?:{_WHO}(?: \w+)?? (?:should|must|need to|needs to|have to|has to|ought to|might want to|better|may want to|can safely|can just|could just|can simply|d better){_HOW}"
    r"|(?:id|i would|i|we)(?: strongly| really| highly)? (?:recommend|advise|suggest|urge)(?: that)?(?: you| everyone| her| him)?(?: to| should)?"
    r"|my (?:advice|suggestion|tip)(?: is| to you is| would be| to you)?(?: ,)?(?: just)?(?: to)?|why dont you(?: just)?|why not(?: just)?"
    r"|if i (?:were|was) you(?: ,)?(?: i| id| i would)?(?: would)?(?: just| probably| definitely)?|in your (?:place|shoes|position)(?: ,)?(?: id| i would)(?: just| probably)?"
    r"|its (?:perfectly |totally |completely |quite |absolutely |always )?(?:safe|fine|ok|okay|harmless|alright|all right|no problem|no big deal|better|best|time)(?: for you)? to(?: just)?"
    r"|(?:theres|there is) no (?:harm|danger|risk) (?:in|if you)|(?:nothing (?:bad )?(?:will )?happens?|you wont die|it wont (?:hurt|kill you)|no harm(?: done)?) if you"
    r"|dont (?:be afraid|be scared|hesitate|wait|fear|feel bad) to(?: just)?)"
)
_SHOULD_NOT = r"(?:you|u|everyone|people|patients|nobody|no one|he|she) (?:really |definitely |absolutely )?(?:shouldnt|should not|should never|mustnt|must not|must never|should|dont (?:have|need) to|do not (?:have|need) to|neednt|oughtnt to)(?: ever| even)?"
_PRODUCT = rf"(?:{AMOUNT}|{THING})"

ENGLISH: Advice = (
    (rf"{_OPENING}{_HALT}{_GAP} {_PRODUCT}", CHANGE),
    (rf"{_SHOULD} {_HALT}{_GAP} {_PRODUCT}", CHANGE),
    (
        rf"(?:you|u) (?:can|could|may) (?:just |easily |always )?(?:skip|miss|double|halve|leave out|come off|ditch|cancel){_GAP} {_PRODUCT}",
        CHANGE,
    ),
    (
        rf"(?:id|i would) (?:just |simply |probably |definitely )?{_HALT}{_GAP} {_PRODUCT}(?: \w+){{0,5}} (?:if i (?:were|was) you|in your (?:place|shoes|position))",
        CHANGE,
    ),
    (rf"(?:{_OPENING}|{_SHOULD} ){_TAKE}{_SMALL_GAP} {_PRODUCT}", CHANGE),
    (rf"{_SHOULD} (?:{_HALTING}|taking|trying|using){_GAP} {_PRODUCT}", CHANGE),
    (rf"(?:try|consider|recommend|suggest|advise) {_HALTING}{_GAP} {_PRODUCT}", CHANGE),
    (
        rf"{_HALTING}(?: (?:a|an|the|your|few|couple|of|one|some|or|two|odd)){{0,4}} {THING}(?: \w+){{0,3}} (?:wont (?:hurt|harm|kill|matter)|(?:does|do|did) no harm|is (?:totally |perfectly )?(?:fine|ok|okay|safe|harmless|no problem|the best)|doesnt (?:matter|hurt))",
        CHANGE,
    ),
    (
        rf"{_NOT_AT_ONCE}(?:dont|do not|never|dont ever|dont you dare|no need to|there is no need to|theres no need to|stop and dont) {_BEGIN}{_SMALL_GAP} {THING}",
        CHANGE,
    ),
    (rf"{_SHOULD_NOT} (?:{_BEGIN})(?<!should have){_SMALL_GAP} {THING}", CHANGE),
    (rf"(?:you|u)(?: really| probably)? (?:dont|do not|never|wont)(?: really| even)? need{_GAP} {THING}", NEEDLESS),
    (
        rf"stop poisoning (?:yourself|your \w+)(?: \w+){{0,2}} {THING}|{THING} (?:is|are) (?:just |pure |only |all |nothing but )?poison",
        POISON,
    ),
    (
        rf"(?:the )?(?:right|correct|best|proper|safe|maximum|ideal) (?:dose|dosage)(?: \w+){{0,4}} is {AMOUNT}|(?:you|u) (?:need|want|require) {AMOUNT}",
        DOSE,
    ),
    (
        rf"(?:{_OPENING}|{_SHOULD} |(?:you|u) (?:can|could|may) (?:just |safely )?)(?:take|use|give(?: \w+)?)(?: (?:a|way|bit|little|much|lot|even|some|slightly|of|it|them)){{0,3}} {EVEN_MORE}",
        CHANGE,
    ),
    (
        rf"(?:{_OPENING}|{_SHOULD} )give {_CHILD}(?: (?:a|about|up to|at least|just|only|dose|of|the)){{0,3}} {AMOUNT}",
        DOSE,
    ),
    (
        rf"{AMOUNT}(?: of \w+)?{HOW_OFTEN} (?:works (?:best|wonders|great|fine|a treat)|is (?:best|enough|plenty|ideal|perfect|the right (?:dose|amount)|all you need|what you need)|does the trick|should do(?: it| the trick)?|will (?:do|cure|help|fix|sort))(?! (?:for|me|my|us|him|her)\b)",
        DOSE,
    ),
    (rf"(?:double|triple|halve|skip|cancel|ditch|come off|go cold turkey on) your{_GAP} {_PRODUCT}", CHANGE),
    (
        rf"(?:(?:and|so|but|just|simply|then|or) (?:just |please )?)(?:stop|quit|drop|throw away|bin|flush|refuse|cut) (?:taking )?your{_GAP} {_PRODUCT}",
        CHANGE,
    ),
)
