"""Whether somebody may be written to for a purpose, now. Asked when mail is queued, and again when it is sent."""

from collections.abc import Mapping
from enum import StrEnum

from consent.models import Consent, Purpose, TextVersion
from consent.versions.offers import COMMENT, SIGN_UP, Kind, Texts, texts_in_force


class Obstacle(StrEnum):
    """Why not."""

    WITHDRAWN = "withdrawn"
    PAUSED = "paused"
    RETIRED = "retired"  # the purpose is no longer offered
    CHANGED = "changed"  # words changed materially since the person agreed


def obstacle(consent: Consent, texts: Texts | None = None) -> Obstacle | None:
    """What stands in the way, or None. ``texts``: those in force in the consent's community and language."""
    if consent.is_withdrawn:
        return Obstacle.WITHDRAWN
    if consent.is_paused:
        return Obstacle.PAUSED
    texts = texts_in_force(consent.purpose.site, consent.language) if texts is None else texts
    if (Kind.PURPOSE, consent.purpose.code) not in texts:
        return Obstacle.RETIRED
    return Obstacle.CHANGED if changed_texts(consent, texts) else None


def changed_texts(consent: Consent, texts: Mapping[tuple[str, str], TextVersion]) -> list[TextVersion]:
    """The texts that changed materially since the person agreed: they have to be asked again.

    A text that there was none of then is asked about when it changes, not for its first version: that changed nothing.
    Terms are accepted, and asked about, with each form that is sent (DESIGN.md, C2); of community rules see
    ``comments.rulebook``.
    """
    return [
        text
        for key, version in _agreed(consent).items()
        if (text := texts.get(key)) and text.asks_since > max(version or 0, 1)
    ]


def is_behind(consent: Consent, other: Consent) -> bool:
    """Whether ``consent`` is to older words than ``other``, for the same purpose. In different languages, what one
    reads in which may be older without being worth less: then it is behind if it alone has to be agreed to anew.
    """
    if consent.language == other.language:
        newer = _agreed(other)
        if any(version and version < (newer[key] or 0) for key, version in _agreed(consent).items()):
            return True
    return not _has_changed(other) and _has_changed(consent)


def _has_changed(consent: Consent) -> bool:
    return bool(changed_texts(consent, texts_in_force(consent.purpose.site, consent.language)))


def _agreed(consent: Consent) -> dict[tuple[str, str], int | None]:
    """Which version of each text the person agreed to."""
    return {
        (Kind.PURPOSE, consent.purpose.code): consent.purpose_version,
        (Kind.NOTICE, notice_of(consent.purpose)): consent.notice_version,
        (Kind.PRIVACY, ""): consent.privacy_version,
        (Kind.HEALTH_DATA, ""): consent.health_data_version,
    }


def notice_of(purpose: Purpose) -> str:
    """The code of the notice that stood beside the box for ``purpose``."""
    return _notice_of_kind(purpose.kind)


def kinds_beside(notice: str) -> list[str]:
    """The kinds of the purposes whose boxes stand beside the notice with this code: none beside that for access."""
    return [kind for kind in Purpose.Kind.values if _notice_of_kind(kind) == notice]


def _notice_of_kind(kind: str) -> str:
    return SIGN_UP if kind == Purpose.Kind.NEWSLETTER else COMMENT
