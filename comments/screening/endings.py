"""Endings of host names, from ``tables/endings.txt``."""

from comments.screening.tables import words
from comments.screening.text import Text

GENERIC = words("endings", "generic") | words("endings", "misspelt")  # also with spaces before them
ENDINGS = GENERIC | words("endings", "others") | {Text(each).folded for each in words("endings", "other scripts")}
# Endings that are also words, by the language of the comment.
WORDS = {code: words("endings", "words") | words("endings", f"words in {code}") for code in ("en", "es", "de")}
NO_HOSTS = words("endings", "no hosts")  # what stands before "dot" or "punto" and names no host
SHORTENERS = words("endings", "shorteners")  # services that shorten addresses
MESSENGERS = words("endings", "messengers")  # addresses that lead to somebody's messenger
