"""Endings of host names that are read as such without ``http`` in front (of IANA's list of top-level domains).

A choice: whatever ends like a file, a unit or a plain word is left out, or counts only where something else says that it
is an address. ``WORDS`` are endings that are also words, by the language of the comment.
"""

GENERIC = frozenset("com org net info biz edu gov mil xyz".split())  # also with spaces before them
_MORE = frozenset(
    """
    ac ad ae af ag ai al am ao ar as at au az ba bb bd be bg bh bo br bs by bz ca cc cd cf cg ch ci cl cn co cr cu cx cy
    cz de dk do ec ee eg es et eu fi fj fm fr ga gd ge gg gl gn gq gr gs gt gy hk hn hr ht hu id ie il im in io iq ir is it
    je jm jo jp ke kg kh kr kw kz la lb li lk lt lu lv ly ma mc me mk mm mn mx my na ng ni nl no np nu nz pa pe ph pk pl
    pr pt pw py qa ro rs ru sa sb se sg sh si sk so st su sv sy tc th tj tk tl tn to tr tt tv tw ua ug uk us uy uz vc ve
    vg vn ws za aero asia bank berlin bid blog cat church click clinic club cloud coach coop country cyou deals digital
    direct doctor email expert fit fun fund group guru health help host icu inc jobs kim lat life link live loan love ltd
    market media mobi monster museum name network news ngo one online ong page party pharmacy pics plus press pro promo
    pub red review reviews rest run sale sbs science shop site solutions space store stream studio support surf tech
    tel tips today tools top travel tube vip webcam website wiki win work works world wtf yoga zone
    """.split()
)
OF_OTHER_SCRIPTS = ("рф", "бел", "укр", "срб", "москва", "онлайн", "сайт", "ελ", "中国", "中國", "网址", "香港", "भारत", "한국")
ENDINGS = GENERIC | _MORE

_ALWAYS = frozenset(
    """
    aero asia bank bid blog cat church cloud coach country deals digital direct doctor email expert fit fun fund group
    guru health help host inc jobs lat life live loan love market media museum name network news one page party plus
    press pro promo pub red rest review reviews run sale science solutions space stream studio support surf tech tips
    today tools top travel tube wiki win work works world yoga zone app dev int
    """.split()
)
WORDS = {
    "en": _ALWAYS | set("ad am as at be by do id in is it la ma me my no pa so st to tv us hr ms pm".split()),
    "es": _ALWAYS | set("ad al de do es la me mi no se si su tu ve pa eu co va ya lo ha st net".split()),
    "de": _ALWAYS | set("ad am an da du es in im la no so zu st us ca bd bs si me see".split()),
}

# Services that shorten addresses, or lead to somebody's messenger.
SHORTENERS = frozenset(
    """
    bit.ly t.co tinyurl.com goo.gl ow.ly is.gd buff.ly cutt.ly rb.gy rebrand.ly s.id shorturl.at tiny.cc v.gd t.ly
    adf.ly bl.ink lnkd.in amzn.to fb.me youtu.be linktr.ee
    """.split()
)
MESSENGERS = frozenset("t.me telegram.me wa.me m.me discord.gg api.whatsapp.com chat.whatsapp.com signal.me".split())
