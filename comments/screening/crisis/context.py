"""Whether words of danger mean danger: not if they are denied, quoted, long past and over, or about people in general.

Each rule errs on the side of danger: a denial that is denied, a past that came back or is recent, a quotation of
oneself are all found.
"""

import re

from comments.screening.crisis import markers, turns
from comments.screening.crisis.phrase import Kind, Sign
from comments.screening.words import Words

AROUND = 240  # characters of a sentence that are looked at on each side
LOOKS_BACK = 6  # words before a phrase in which a denial counts
_ABOUT_ONESELF = (Kind.SELF, Kind.PLAN, Kind.HARM, Kind.LET_GO)
_STOP, _PAUSE = re.compile(r" ?\."), re.compile(r"[.,]")


class Sentence:
    """A phrase that was met, with the words around it."""

    def __init__(self, words: Words, start: int, end: int) -> None:
        self._words, self._start, self._end = words, start, end
        plain = words.plain
        before, after = plain[max(0, start - AROUND) : start], plain[end : end + AROUND]
        self.phrase = plain[start:end]
        self.before = before.rpartition(". ")[2]
        self.after = _STOP.split(after, maxsplit=1)[0]
        self.clause_before = _PAUSE.split(before)[-1].lstrip()
        self.whole = f"{self.before}{self.phrase}{self.after}"
        self.then = plain[end : end + 2 * AROUND]
        self.lead = before

    def is_exempt(self, sign: Sign) -> bool:
        """Whether the phrase means something else here."""
        return bool(
            (sign.after and sign.after.match(self.after))
            or (sign.before and sign.before.search(self.before))
            or (sign.near and sign.near.search(self.whole))
            or (sign.needs and not sign.needs.search(self.whole))
        )

    def is_quoted(self) -> bool:
        """Whether these are the words of a leaflet, a song or a questionnaire."""
        if turns.TITLED.search(self.before):
            return True
        said = self._words.quoted_after(self._start, self._end)
        if said is None:
            return False
        return bool(markers.SOURCE.search(said)) and not markers.SAYS_ONESELF.search(said)

    def is_denied(self) -> bool:
        """Whether it is said that it is not so, or no longer. Two denials are none."""
        if turns.TURNED.search(self.then) or markers.UNSURE.search(self.clause_before):
            return False
        return self._is_answered_no() or self._is_denied_before()

    def _is_answered_no(self) -> bool:
        """To a question of somebody else, or to one's own: "Kill myself? Never."."""
        if turns.ASKED.search(self.before) and turns.ANSWERED_NO.search(self.then):
            return True
        is_asked = turns.BARE_QUESTION.search(self.before) and turns.NEVER.search(self.then)
        return bool(is_asked) and "?" in self._words.mark_after(self._end)

    def _is_denied_before(self) -> bool:
        back = self.clause_before.split()
        near = " ".join(back[-LOOKS_BACK:])
        if report := markers.DENIED_REPORT.search(near + " " + self.phrase if near else self.phrase):
            rest = near[report.end() :]
            return report.start() <= len(near) and len(markers.DENIAL.findall(rest)) % 2 == 0
        near = markers.BREAK.split(near)[-1]
        near = markers.NO_DENIAL.sub(" ", near)
        return len(markers.DENIAL.findall(near)) % 2 == 1

    def is_laughed_off(self) -> bool:
        """Whether it is a strong word for a trifle, with a laugh: "so bored I wanted to die, haha"."""
        return bool(turns.LAUGHED_OFF.search(self.whole))

    def is_over(self) -> bool:
        """Whether it is told of a past that is over."""
        told = f"{' '.join(self.clause_before.split()[-4:])} {self.phrase}"
        if not markers.PAST.search(told) or self.is_recent():
            return False
        if markers.RETURNS.search(markers.RECOVERED.sub(" ", self.then)):
            return False
        return self.is_distant() or bool(markers.RECOVERED.search(self.then))

    def is_distant(self) -> bool:
        """Whether a time long ago is named."""
        return bool(markers.DISTANT.search(f"{self.lead[-120:]}{self.phrase}{self.after}"))

    def is_recent(self) -> bool:
        """Whether it is told of now, or of the last days."""
        return bool(markers.RECENT.search(markers.RECOVERED.sub(" ", self.whole)))

    def subject(self) -> str:
        """Who the phrase is about: ``me``, ``other``, ``you`` or ``thing``."""
        if markers.ME & set(self.phrase.split()):
            return "me"
        for word in reversed(self.clause_before.split()[-6:]):
            if word in markers.ME:
                return "me"
            if word in markers.OTHERS:
                return "other"
            if word in markers.YOU:
                return "you"
            if word in markers.THINGS:
                return "thing"
        return "me"


def meaning(sign: Sign, sentence: Sentence) -> Kind | None:
    """What a phrase means in its sentence; None if no danger."""
    if sentence.is_exempt(sign) or sentence.is_quoted() or sentence.is_denied() or sentence.is_over():
        return None
    if sign.kind == Kind.SELF and sentence.is_laughed_off():
        return None
    if sign.kind not in _ABOUT_ONESELF:
        return sign.kind if sign.kind != Kind.OTHER or _is_present(sign, sentence) else None
    subject = sentence.subject()
    if subject == "other":
        return Kind.OTHER if _is_present(sign, sentence) else None
    return sign.kind if subject == "me" else None


def _is_present(sign: Sign, sentence: Sentence) -> bool:
    """Of somebody else: whether it is now, or was just now. What is told of others in the past is a memory, but for
    acts: of those only what is long ago.
    """
    if sign.is_act:
        return sentence.is_recent() or not sentence.is_distant()
    told = f"{' '.join(sentence.clause_before.split()[-4:])} {sentence.phrase}"
    return not markers.PAST_OF_OTHERS.search(told) or sentence.is_recent()
