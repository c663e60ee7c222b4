"""Citation tokens: ``[[ref:key]]`` or ``[[ref:key-a,key-b]]`` in the text of an article.

A key names an entry of the reference library. A key of digits alone (``[[ref:1,2]]``) is a number of an
imported text that an article's sources tie to a reference, once for all places where it stands.
"""

import re

TOKEN = re.compile(r"\[\[\s*ref:\s*([^\[\]]*?)\s*\]\]", re.IGNORECASE)


def strip_tokens(text: str) -> str:
    """``text`` without its citation tokens and without the space that stood before them."""
    return re.sub(r"[ \u00a0]*" + TOKEN.pattern, "", text, flags=re.IGNORECASE)
