"""The notices beside the boxes: six parts under fixed headings, and the sentence of agreement, in one language."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from consent.models import Notice, TextVersion
from consent.models.notice import PARTS
from consent.versions.digest import canonical_text
from consent.versions.publishing import publish
from portal.models import User

TITLES = {
    Notice.Code.SIGN_UP.value: _("What happens with your e-mail address"),
    Notice.Code.ACCESS.value: _("What happens when you ask what we hold on you"),
    Notice.Code.COMMENT.value: _("What happens when you comment"),
}
HEADINGS = {
    "data": _("What we keep"),
    "use": _("What we use it for"),
    "recipients": _("Who else gets it"),
    "retention": _("How long we keep it"),
    "controller": _("Who answers for it"),
    "stop": _("How to stop"),
}


def title_of(notice: Notice) -> str:
    """What the notice is called, in its language."""
    with override(notice.language):
        return str(TITLES[notice.code])


def content_of(notice: Notice) -> dict:
    """``parts`` (key, heading and text of each) and ``agreement``, as a box shows them."""
    with override(notice.language):
        parts = [{"key": key, "heading": str(HEADINGS[key]), "text": getattr(notice, key).strip()} for key in PARTS]
    return {"parts": parts, "agreement": notice.agreement.strip()}


def words_of(notice: Notice) -> str:
    """The canonical text of ``notice`` as it is in memory."""
    content = content_of(notice)
    parts = [line for part in content["parts"] for line in (part["heading"], part["text"])]
    return canonical_text(title_of(notice), *parts, content["agreement"])


def versions_of(notice: Notice) -> QuerySet[TextVersion]:
    """Every version of ``notice``, the newest first."""
    texts = TextVersion.objects.filter(site_id=notice.site_id, kind=TextVersion.Kind.NOTICE, code=notice.code)
    return texts.filter(language=notice.language).order_by("-version")


def publish_notice(
    notice: Notice,
    *,
    is_material: bool = True,
    what_changed: str = "",
    by: User | None = None,
    at: datetime | None = None,
) -> TextVersion:
    """Puts the words of ``notice`` in force."""
    return publish(
        site=notice.site,
        kind=TextVersion.Kind.NOTICE,
        code=notice.code,
        language=notice.language,
        title=title_of(notice),
        text=words_of(notice),
        content=content_of(notice),
        is_material=is_material,
        what_changed=what_changed,
        by=by,
        at=at,
    )
