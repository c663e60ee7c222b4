"""Numbers of people that prove themselves by a digit or letter, computed as those who issue them say."""

_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_FOREIGNERS = {"X": "0", "Y": "1", "Z": "2"}
_LETTER_VALUE = {letter: str(number).zfill(2) for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1)}


def is_nhs_number(digits: str) -> bool:
    """Ten digits, modulus 11 (NHS Data Dictionary, "NHS number")."""
    if len(digits) != 10 or len(set(digits)) == 1:  # noqa: PLR2004
        return False
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and check % 11 == int(digits[9])  # noqa: PLR2004


def is_dni(text: str) -> bool:
    """A Spanish DNI or NIE: the number modulo 23 gives the letter (Real Decreto 1553/2005)."""
    number = _FOREIGNERS.get(text[0], text[0]) + text[1:-1]
    return number.isdecimal() and number.isascii() and _DNI_LETTERS[int(number) % 23] == text[-1]


def is_kvnr(text: str) -> bool:
    """A German health insurance number: a letter, eight digits, a check digit (annex 1 to section 290 of SGB V)."""
    digits = _LETTER_VALUE[text[0]] + text[1:9]
    products = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in products) % 10 == int(text[9])


def is_iban(text: str) -> bool:
    """An account number: modulus 97 (ISO 13616)."""
    turned = text[4:] + text[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def is_card(digits: str) -> bool:
    """A payment card: Luhn's sum (ISO/IEC 7812-1, annex B)."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return len(set(digits)) > 1 and sum(product // 10 + product % 10 for product in doubled) % 10 == 0
