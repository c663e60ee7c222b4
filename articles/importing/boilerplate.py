"""What a scraped page carries besides its article, and why it is dropped.

An ordered list: the first detector that answers gives the reason. Each is either a *label* (a short line that is
wholly made of known words: it may even cut a paragraph in two) or a *sentence* (two signals that prose about health
doesn't combine, or a formula at the start of a line). Medical prose that only mentions e-mail, advertising or
cookies is kept.
"""

import re

from articles.importing.labels import LABELS
from articles.importing.sentences import SENTENCES

CONTENTS_HEADING = "heading of a contents list"
EMAIL_REQUEST = "request for an e-mail address"
NAVIGATION = "navigation"
NEWSLETTER = "invitation to a newsletter"
HELPFUL_QUESTION = "question whether the page was helpful"
LINKS_HEADING = "heading of links to other pages"
ORNAMENT = re.compile(r"[\W_]+")


def label_reason(text: str) -> str:
    """Why a short line is no part of the article, or an empty string."""
    text = " ".join(text.split())
    return next((detector.reason for detector in LABELS if detector.found_in(text)), "")


def drop_reason(text: str) -> str:
    """Why a line is no part of the article, or an empty string."""
    text = " ".join(text.split())
    if ORNAMENT.fullmatch(text) and "?" not in text:
        return "ornament without words"
    return label_reason(text) or next((detector.reason for detector in SENTENCES if detector.found_in(text)), "")
