"""Dates as people write them in English, Spanish and German. Patterns for folded text."""

_MONTHS = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|marz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?|ene(?:ro)?|febrero|marzo|"
    r"abr(?:il)?|mayo|junio|julio|ago(?:sto)?|sep?tiembre|octubre|noviembre|dic(?:iembre)?)\b\.?"
)
_YEAR = r"(?:(?:1[89]|20)\d\d|'?\d\d)(?!\d)"
_SIGN = r"[./-]"
_NUMERIC = (
    rf"(?<![\d./-])(?:\d{{1,2}} ?(?P<sign_N>{_SIGN}) ?\d{{1,2}} ?(?P=sign_N) ?{_YEAR}"
    r"|(?:1[89]|20)\d\d(?P<iso_N>[./-])\d{1,2}(?P=iso_N)\d{1,2})(?!\d|[./-]\d)"
)
WRITTEN = (
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|\.)? ?(?:of |de )?{_MONTHS},?(?: (?:de |del )?{_YEAR})"
    rf"|\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}"
)


def numeric(number: int) -> str:
    """A pattern for 12/05/1964, 12.5.64 or 1964-05-12. Each use within one pattern needs a number of its own."""
    return _NUMERIC.replace("_N", f"_{number}")
