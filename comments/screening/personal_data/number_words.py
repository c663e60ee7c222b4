"""Numbers in words, as people say them when they give a telephone number: "nine hundred", "treinta y cuatro".

Folded words of English, Spanish and German to their digits.
"""

DIGITS = {
    word: str(value)
    for value, line in enumerate(
        (
            "zero oh nought null cero",
            "one eins uno una",
            "two zwei zwo dos",
            "three drei tres",
            "four vier cuatro",
            "five funf fuenf cinco",
            "six sechs seis",
            "seven sieben siete",
            "eight acht ocho",
            "nine neun nueve",
        )
    )
    for word in line.split()
}
TEENS = {
    word: str(value)
    for value, line in enumerate(
        (
            "ten zehn diez",
            "eleven elf once",
            "twelve zwolf zwoelf doce",
            "thirteen dreizehn trece",
            "fourteen vierzehn catorce",
            "fifteen funfzehn fuenfzehn quince",
            "sixteen sechzehn dieciseis",
            "seventeen siebzehn diecisiete",
            "eighteen achtzehn dieciocho",
            "nineteen neunzehn diecinueve",
        ),
        10,
    )
    for word in line.split()
}
TENS = {
    word: str(value)
    for value, line in enumerate(
        (
            "twenty zwanzig veinte",
            "thirty dreissig treinta",
            "forty fourty vierzig cuarenta",
            "fifty funfzig fuenfzig cincuenta",
            "sixty sechzig sesenta",
            "seventy siebzig setenta",
            "eighty achtzig ochenta",
            "ninety neunzig noventa",
        ),
        2,
    )
    for word in line.split()
}
HUNDREDS = {
    word: str(value)
    for value, line in enumerate(
        (
            "cien ciento",
            "doscientos",
            "trescientos",
            "cuatrocientos",
            "quinientos",
            "seiscientos",
            "setecientos",
            "ochocientos",
            "novecientos",
        ),
        1,
    )
    for word in line.split()
}
HUNDRED = frozenset({"hundred", "hundert"})
_UNITS_JOINED = {"ein": "1", **{word: digit for word, digit in DIGITS.items() if digit not in "01"}}
# "sechsundfunfzig", "veintiuno"
JOINED = {f"{unit}und{tens}": TENS[tens] + digit for unit, digit in _UNITS_JOINED.items() for tens in TENS} | {
    f"veinti{unit}": "2" + digit for unit, digit in DIGITS.items() if digit != "0"
}
TIMES = {"double": 2, "doble": 2, "doppel": 2, "triple": 3, "treble": 3}
AND = frozenset({"y", "and", "und"})  # within a number


def values(words: list[str]) -> list[str]:
    """The digits of each number in a row of words: "six", "ciento doce", "nine hundred and one", "double oh"."""
    found: list[str] = []
    place = 0
    while place < len(words):
        digits, after = _value(words, place)
        if digits:
            found.append(digits)
        place = max(after, place + 1)
    return found


def _value(words: list[str], place: int) -> tuple[str, int]:
    """A number with where it ends; "" if none begins at ``place``."""
    word = words[place]
    if word in TIMES and place + 1 < len(words):
        following = words[place + 1]
        return DIGITS.get(following, following if following.isdecimal() else "") * TIMES[word], place + 2
    if word.isdecimal():
        return word, place + 1
    if word in HUNDREDS:
        below, after = _below_hundred(words, place + 1)
        return HUNDREDS[word] + below.zfill(2), after
    digits, after = _below_hundred(words, place)
    if digits and after < len(words) and words[after] in HUNDRED:
        return _with_hundreds(digits, words, after + 1)
    return digits, after


def _with_hundreds(digits: str, words: list[str], place: int) -> tuple[str, int]:
    """In "nine hundred one two three" each of the last is a number of its own, in "nine hundred and one" it is not."""
    if place < len(words) and words[place] in AND:
        below, after = _below_hundred(words, place + 1)
    elif place < len(words) and words[place] not in DIGITS:
        below, after = _below_hundred(words, place)
    else:
        below, after = "", place
    return digits + below.zfill(2), after


def _below_hundred(words: list[str], place: int) -> tuple[str, int]:
    word = words[place] if place < len(words) else ""
    if word in TENS:
        after = place + 2 if place + 1 < len(words) and words[place + 1] in AND else place + 1
        unit = DIGITS.get(words[after], "0") if after < len(words) else "0"
        return TENS[word] + unit, after + 1 if unit != "0" else place + 1
    digits = DIGITS.get(word) or TEENS.get(word) or JOINED.get(word) or ""
    return digits, place + 1 if digits else place
