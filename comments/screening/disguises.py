"""How words of danger are hidden or misspelt, on purpose or not. Data, and the form in which disguises are compared."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

LEET = str.maketrans("013457@$!|€", "oieastasile")
_ALIKE = str.maketrans({"l": "i"})
_MASK = "*"

# Words that are looked for behind digits, signs and asterisks, and in words typed apart.
HIDDEN = (
    *(
        "kill",
        "killing",
        "die",
        "dying",
        "dead",
        "suicide",
        "suicidal",
        "unalive",
        "overdose",
        "myself",
        "hang",
        "hurt",
    ),
    *("suicidio", "suicida", "suicidarme", "suicidar", "matar", "matarme", "morir", "morirme", "muerto", "muerta"),
    *("quiero", "vivir", "want", "wanna", "life", "sterben", "umbringen", "suizid", "selbstmord"),
)


def skeleton(word: str) -> str:
    """A word without its disguise: signs read as letters, ``l`` as ``i``, letters once."""
    letters = word.translate(LEET).translate(_ALIKE)
    return "".join(letter for place, letter in enumerate(letters) if place == 0 or letters[place - 1] != letter)


def _masked(word: str) -> list[str]:
    """The word with one or two letters inside behind an asterisk."""
    inside = range(1, len(word))
    once = [word[:place] + _MASK + word[place + 1 :] for place in inside]
    twice = [word[:place] + 2 * _MASK + word[place + 2 :] for place in inside if place + 2 <= len(word)]
    return [*once, *twice]


SKELETONS = {skeleton(word): word for word in reversed(HIDDEN)} | {
    skeleton(masked): word for word in HIDDEN if len(word) > 2 for masked in _masked(word)
}
_APART = (
    *("suicide", "suicidal", "suicidio", "suicida", "suicidarme", "unalive", "myself", "overdose", "sobredosis"),
    *("selbstmord", "suizid", "anymore", "tonight", "goodbye", "nobody"),
)
SPLIT = {word: word for word in _APART} | {"noone": "nobody"}
CONTRACTIONS = frozenset(
    f"{word}{end}"
    for word, ends in {
        "i": ("m", "ve", "d"),
        "don": ("t",),
        "can": ("t",),
        "won": ("t",),
        "couldn": ("t",),
        "wouldn": ("t",),
        "doesn": ("t",),
        "didn": ("t",),
        "isn": ("t",),
        "wasn": ("t",),
        "shouldn": ("t",),
    }.items()
    for end in ends
)
# Whatever a word that was typed apart may begin with: all others need no second look.
BEGINNINGS = frozenset(whole[:length] for whole in (*SPLIT, *CONTRACTIONS) for length in range(1, len(whole)))
JOINED = {
    "killmyself": "kill myself",
    "iwanttodie": "i want to die",
    "iwannadie": "i wanna die",
    "wanttodie": "want to die",
    "wannadie": "wanna die",
    "endmylife": "end my life",
    "enditall": "end it all",
    "suicidemethods": "suicide",
    "quieromorir": "quiero morir",
    "mequieromorir": "me quiero morir",
    "quieromorirme": "quiero morirme",
    "noquierovivir": "no quiero vivir",
    "ichwillsterben": "ich will sterben",
}
MISSPELT = {
    **dict.fromkeys(("suiside", "sucide", "suicde", "suicied", "suecide", "suizide", "scuicide", "soocide"), "suicide"),
    **dict.fromkeys(("sewerslide", "sueycide"), "suicide"),
    **dict.fromkeys(("suicidle", "sucidal", "suisidal", "suicdal", "suicidel"), "suicidal"),
    **dict.fromkeys(("wana", "wannna", "wanto"), "wanna"),
    **dict.fromkeys(("wnat", "wnt", "wanr"), "want"),
    **dict.fromkeys(("kil", "kll", "kiil", "klil"), "kill"),
    **dict.fromkeys(("mysef", "myslef", "mysel", "mself", "meself", "mysefl"), "myself"),
    **dict.fromkeys(("dieing", "dyeing", "dyin"), "dying"),
    **dict.fromkeys(("tonite", "2nite", "2night", "tonigt"), "tonight"),
    **dict.fromkeys(("anymor", "nomore", "anymoree"), "anymore"),
    **dict.fromkeys(("noone", "nobdy"), "nobody"),
    **dict.fromkeys(("cannot", "cnt", "cant"), "cant"),
    **dict.fromkeys(("dnt", "dont", "dun"), "dont"),
    **dict.fromkeys(("goodby", "goodbye"), "goodbye"),
    **dict.fromkeys(("evryone", "everyon", "every1", "everybody"), "everyone"),
    **dict.fromkeys(("kiero", "qiero", "quero", "kero"), "quiero"),
    **dict.fromkeys(("suisidarme", "suisidar", "suicidarm", "zuicidarme"), "suicidarme"),
    **dict.fromkeys(("suisidio", "zuicidio", "suicidyo"), "suicidio"),
    **dict.fromkeys(("bibir", "vibir"), "vivir"),
    **dict.fromkeys(("morirm", "morime"), "morirme"),
    "q": "que",
    "xq": "porque",
    "tmb": "tambien",
}
