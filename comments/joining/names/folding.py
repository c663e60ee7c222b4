"""Letters as they look. Names are compared folded: small letters without accents and marks, look-alike letters of other
scripts, digits and signs as what they look like, nothing of what shows nothing.

To the screening's table come whole alphabets whose letters pass for Latin ones. Latin letters with hooks, strokes and
tails, small capitals and letters in squares are told by their names in Unicode.
"""

import re
import unicodedata
from functools import lru_cache

from comments.screening.look_alikes import BLANK, INVISIBLE, LOOK_ALIKES

# Each with the Latin letter that it looks like.
_CAPITALS = "ΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxϹcϲcВbНh"  # where the small letter looks like another one
_OTHERS = (
    "гrиuпnяrьbъbЅsэeзeүyԍgѡwшwщwцu"  # Cyrillic
    "σoςcλlθoϲcϳj"  # Greek
    "ᎠdᎡrᎢtᎥiᎩyᎪaᎫjᎬeᎳwᎷmᎻhᎽyᏀgᏂhᏃzᏎsᏏbᏒrᏔwᏙvᏚsᏕsᏞlᏟcᏢpᏦkᏴbᎾoᎤoᎹmᏩgᏇmᏁnᏗjᏌuᎱlᏐi"  # Cherokee
    "ꓐbꓑpꓒdꓓdꓔtꓖgꓗkꓙjꓚcꓜzꓝfꓟmꓠnꓡlꓢsꓣrꓤrꓥaꓦvꓧhꓪwꓫxꓬyꓮaꓯaꓰeꓱeꓲiꓳoꓴuꓵn"  # Lisu
    "ⲁaⲃbⲅrⲉeⲍzⲏhⲓiⲕkⲗlⲙmⲛnⲟoⲣpⲥcⲧtⲩyⲭxⲱwⲇdϥq"  # Coptic
    "ᗅaᗩaᐃaᐱaᗷbᑲbᑕcᑢcᗪdᗞdᗫdᑯdᕲdᕮeᗴeᘿeᗕeᖴfᘜgᕼhᖾhᒍjᒎjᒪlᗰmᙢmᑎnᘉnᑌuᑭpᑫqᖇrᔕsᔑsᐯvᗯwᘺw᙭xᕁxᖻyᘔzᗝoᓰiᖶt"  # Canadian
    "օoսuոnհhցgզqյj"  # Armenian
    "卂a乃b匚c刀d乇e千f下f厶g卄h工i丨i丿j乚l冊m爪m几n口o〇oㄖo卩p尺r丂s丅t卜tㄒt凵uㄩu山w乂x丫yㄚy乙z"  # Chinese
    "øoþp€e£l¢c₳a฿b₵c₣f₲g₭k₥m₦n₱p₴s₮t₩w¥y∂d∆aℓl"
)


def _pairs(letters: str) -> dict[int, str]:
    return {ord(letters[at]): letters[at + 1] for at in range(0, len(letters), 2)}


_CAPITAL = str.maketrans(_pairs(_CAPITALS))
_DIGITS = dict(zip("0134578@$|!", "oieastbasii", strict=True))
_LOOK = {place: chr(look) for place, look in LOOK_ALIKES.items()} | _pairs(_OTHERS)
_NAMED = re.compile(
    r"(?:NEGATIVE SQUARED |NEGATIVE CIRCLED |REGIONAL INDICATOR SYMBOL |SQUARED |CIRCLED )?(?:LATIN )?"
    r"(?:SMALL |CAPITAL )?LETTER (?:SMALL CAPITAL |SCRIPT |INSULAR |DOTLESS |OPEN |REVERSED |TURNED |MIDDLE-WELSH |"
    r"AFRICAN |REVERSED OPEN |BARRED |TOP HALF |BLACKLETTER |STIRRUP )?([A-Z])(?: ROTUNDA)?(?: WITH .*)?"
)
_BY_NAME = {
    "ETH": "d",
    "ALPHA": "a",
    "TURNED ALPHA": "a",
    "IOTA": "i",
    "UPSILON": "u",
    "SCHWA": "e",
    "ENG": "n",
    "ESH": "s",
}
_IGNORED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufffc\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_VARIED = re.compile("(?<=[\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff])[\ufe0e\ufe0f]")
_VARIED_HAN = re.compile("(?<=[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe02\U000e0100-\U000e01ef]")
# Sinhala, Nepali and Persian names are written with joiners between their letters.
_JOINED = re.compile("(?<=[\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d](?=[\u0600-\u06ff\u0900-\u0dff])")
# Not behind Greek letters, which may have breathing, accent and iota.
_STACKED = re.compile(
    "(?<![\u0370-\u03ff])[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3}"
)
_MOST_MARKS = 4  # on a letter of any script: nukta, vowel, tone
_REFUSED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, direction, invisible and unassigned characters
_TOGETHER = {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"}
_NO_SCRIPT = {"MODIFIER", "FEMININE", "MASCULINE", "MICRO", "SUPERSCRIPT", "SUBSCRIPT"}
_WORD = re.compile(r"[^\W_]+")


def shows_nothing(name: str) -> bool:
    """Whether there are characters in it that nobody sees, or a tower of marks. A sign or a Chinese character may be
    followed by one that chooses how it is drawn, and letters of India and Persia may be joined by one.
    """
    seen = _JOINED.sub("", _VARIED_HAN.sub("", _VARIED.sub("", name)))
    if _IGNORED.search(seen) or any(unicodedata.category(character) in _REFUSED for character in seen):
        return True
    if _STACKED.search(unicodedata.normalize("NFD", seen)):
        return True
    marks = 0
    for character in seen:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks > _MOST_MARKS:
            return True
    return False


def mixes_scripts(name: str) -> bool:
    """Whether one word has letters of two scripts. Chinese, Japanese and Korean ones may stand beside Latin ones."""
    return any(len(_scripts(word)) > 1 for word in _WORD.findall(unicodedata.normalize("NFKC", name)))


def _scripts(word: str) -> set[str]:
    scripts = {_script(letter) for letter in word if letter.isalpha()} - {""}
    together = scripts & _TOGETHER
    return scripts - _TOGETHER or ({"CJK"} if together else set())


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    script = unicodedata.name(letter, "").partition(" ")[0]
    return "" if script in _NO_SCRIPT else script


def parted_by_script(name: str) -> str:
    """The name with a space wherever a Latin letter and one of another script meet."""
    parted: list[str] = []
    last = ""
    for character in name:
        script = _script(character) if character.isalpha() else ""
        if script and last and (script == "LATIN") != (last == "LATIN"):
            parted.append(" ")
        parted.append(character)
        last = script or last if character.isalnum() else ""
    return "".join(parted)


def as_space(name: str) -> str:
    """The name with a space for whatever shows nothing."""
    return _IGNORED.sub(" ", name)


def fold(name: str) -> str:
    """Small letters as they look. "l" and "i" count as one letter."""
    return _folded(name).replace("l", "i")


def fold_pairs(name: str) -> str:
    """The same with two letters that look like one read as that one: "rn", "vv", "cl" with a small L or a capital I."""
    capital = name.replace("cI", "cl").replace("CI", "ci")
    return _folded(capital).replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("l", "i")


def _folded(name: str) -> str:
    look = unicodedata.normalize("NFKD", _IGNORED.sub("", name).translate(_CAPITAL))
    small = "".join(map(_small, unicodedata.normalize("NFKD", look.translate(_CAPITAL)).casefold()))
    return "".join(each for each in small if each not in INVISIBLE and each not in BLANK)


@lru_cache(maxsize=4096)
def _small(character: str) -> str:
    if character.isascii():
        return _DIGITS.get(character, character)
    if unicodedata.category(character) in {"Mn", "Mc", "Me"}:
        return ""
    if (look := _LOOK.get(ord(character))) is not None:
        return look
    name = unicodedata.name(character, "")
    if found := _NAMED.fullmatch(name):
        return found.group(1).lower()
    return (
        _BY_NAME.get(re.sub(r"^LATIN (?:SMALL |CAPITAL )?LETTER ", "", name), character)
        if "LATIN" in name
        else character
    )


# How letters of other alphabets sound.
_SOUNDS = str.maketrans(
    {
        **dict(zip("абвгґдеєзиіїйклмнопрстуфхыэјѕ", "abvggdeeziiiiklmnoprstufhyejs", strict=True)),
        "ж": "zh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        **dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)),
        "θ": "th",
        "χ": "h",
        "ψ": "ps",
    }
)


def spoken(name: str) -> str:
    """A name in Cyrillic or Greek letters as it sounds in Latin ones; any other as it is."""
    if not any(_script(letter) in {"CYRILLIC", "GREEK"} for letter in name if letter.isalpha()):
        return name
    small = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in small if unicodedata.category(each) != "Mn").translate(_SOUNDS)
