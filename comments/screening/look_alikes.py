"""Characters that look like a Latin letter or a common sign and that NFKD leaves as they are.

Chosen from Unicode's list of confusable characters (Technical Standard 39), small letters only: text is folded before.
The Greek mu stays what it is: it stands in doses.
"""

_CYRILLIC = ("авеіјкмнорстухѕԁһԛԝӏѵғ", "abeijkmhopctyxsdhqwlvf")
_GREEK = ("αεζηικνορτυχω", "aeznikvoptuxw")
_SMALL_CAPITALS = ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_OTHER_LATIN = ("ıłøđħŧƒɑɡɩ", "ilodhtfagi")
_SIGNS = ("’‘ʼ´`‛′“”„«»″‐‒–—―−⁃。､•【】「」", "'''''''\"\"\"\"\"\"-------.,.[][]")
_LETTERS_IN_SQUARES = (0x1F150, 0x1F170, 0x1F1E6)  # circled, squared and flag letters, A to Z

LOOK_ALIKES = {
    **str.maketrans(*_CYRILLIC),
    **str.maketrans(*_GREEK),
    **str.maketrans(*_SMALL_CAPITALS),
    **str.maketrans(*_OTHER_LATIN),
    **str.maketrans(*_SIGNS),
    **{first + number: ord("a") + number for first in _LETTERS_IN_SQUARES for number in range(26)},
}
# Letters of other scripts and signs that show nothing at all.
INVISIBLE = frozenset("\u115f\u1160\u17b4\u17b5\ufffc")
BLANK = frozenset("\u2800\u3164")

# Digits and signs that people write for letters.
LEET = str.maketrans("013457@$!|€", "oieastasiie")
