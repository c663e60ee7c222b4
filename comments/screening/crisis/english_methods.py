"""English phrases that ask for a method or tell of one: doses, ways, means at hand, and how somebody hurts themselves."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

from comments.screening.crisis.phrase import Phrase

_BY_ACCIDENT = r"(?:accident\w*|cook\w*|kitchen|shav\w+|garden\w*|mistake|slipp\w+|roses?|oven|itch\w*|eczema|rash|hives|craft\w*|diy|wood\w*)\b"
_HURT = r"(?:burn|burnt|burned|burning|cut|cutting|hurt|hurting|brand|branding|carve|carving|stab|stabbing|scratch|scratching|slash|slashing)"
_LIMBS = r"(?:arms?|legs?|thighs?|wrists?|skin|hands?|stomach|belly|fingers)"
BLADES = r"(?:cigarettes?|(?:a |my |the )?(?:lighter|razor|razor blade|blade|box cutter|scissors|match)|razors|razor blades|blades|matches|scissors|lighters)"

METHODS = (
    Phrase(
        r"(?:how (?:many|much)|(?:what|which|whats the) (?:dose|amount|quantity))(?: \w+){0,9} (?:to|so i|so that i|until i|until you|before i|before you|and)(?: just| simply)?(?: you| i)?(?: (?:die|never wake(?: up)?|not wake(?: up)?|dont wake(?: up)?|wont wake(?: up)?|stop breathing)|(?: \w+)? end it all)",
        after=r"with|at|in the|during|every|for|so|too|feeling|tired|of|from|between|before|hourly|several",
        near=r"(?:time|months?|years?|weeks|days|long|sleep ?apn\w+)\b",
    ),
    Phrase(
        r"(?:how (?:many|much)|(?:what|which) (?:dose|amount|pills?|tablets?|drugs?|meds|poisons?|painkillers?))(?: \w+){0,4} (?:kills?|(?:would|will|could|can|to) kill) (?:you|me|a (?:person|human|man|woman))(?= [.,]|$| fast| quick\w*| in| if| without| for| at)",
        near=r"(?:headaches?|interact\w*|queue|cells)\b",
    ),
    Phrase(
        r"(?:the )?(?:most |least |more |less )?(?:painless|painful|peaceful|quick|quickest|fast|fastest|easy|easiest|gentle|gentlest|certain|sure|surest|reliable|best)(?: and (?:most |least )?\w+)? (?:way|method|ways|methods)(?: \w+){0,2} (?:to|of) (?:die|dying|end (?:it all|my life)|kill(?:ing)? myself|(?:commit )?suicide|take my (?:own )?life)",
        after=r"in peace|at home|with dignity|old",
    ),
    Phrase(
        r"(?:the )?(?:most |least |quick and |fast and )?(?:painless|painful)(?: and \w+)? (?:way|method)(?: \w+)? (?:to|of) (?:go|going|leave this world|be gone)(?= [.,]|$| in my sleep| quietly| forever| peacefully)"
    ),
    Phrase(
        r"(?:which|what|best|any) (?:methods?|ways?) (?:of|to|for) (?:commit )?(?:suicide|dying|killing myself|kill myself)"
    ),
    Phrase(
        r"how (?:do|can|could|would|to|should)(?: i)? (?:die|kill myself|end my life)(?: \w+){0,2} (?:without (?:any |much )?pain|painlessly|quickly|fast|in my sleep|without (?:anyone|anybody|hurting))"
    ),
    Phrase(
        r"(?:gun|pistol|rope|noose|razor blades?|blade|pills)(?: \w+){0,5} and(?: \w+){0,2} (?:looking|look|stare|staring|thinking|think|dream\w*)(?: \w+)? (?:at|about|of) (?:it|them|using)",
        near=r"(?:prescri\w+|pharmac\w+|side effects?|dose)\b",
    ),
    Phrase(
        r"(?:keep|hide|hid|hiding|keeping|have|got)(?: \w+){0,2} (?:razor blades?|blades|razors?|noose)(?: \w+)? (?:under|in|behind|near|beside)(?: \w+){0,2} (?:bed|pillow|drawer|mattress|pocket|bag|wardrobe|room)",
        near=r"(?:shav\w*|bathroom|beard|legs)\b",
    ),
)
WAYS_OF_HARM = (
    Phrase(r"(?:bruise|bruising|hit|hitting|burn|cut|scratch|hurt|bite|pinch|starve) myself on purpose"),
    Phrase(_HURT + r" (?:myself|my " + _LIMBS + r")(?: \w+){0,2} with " + BLADES, near=_BY_ACCIDENT),
    Phrase(
        r"(?:cigarettes?|lighters?|razors?|razor blades?)(?: \w+)? (?:on|into|against|out on) my " + _LIMBS,
        near=_BY_ACCIDENT + r"|(?:hair|shave)\b",
    ),
    Phrase(
        r"(?:hit|hitting|bang|banging|scratch|scratching|cut|cutting|burn|burning|bite|biting|starve|starving|hurt|hurting|punch|punching)(?: \w+){0,8} (?:to punish myself|because i deserve (?:it|pain|to|this)|as (?:a |my )?punishment|because i hate myself)"
    ),
)
