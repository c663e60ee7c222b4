"""The words of a purpose as a published text: its label in one language, and what the label promises."""

from wagtail.models import Site

from consent.models import Purpose, TextVersion
from consent.versions.digest import canonical_text
from consent.versions.publishing import publish, retire
from portal.models import User

Kind = TextVersion.Kind


def publish_purpose(
    purpose: Purpose, *, is_material: bool = True, what_changed: str = "", by: User | None = None
) -> list[TextVersion]:
    """Publishes the words of ``purpose`` in each of its languages; takes them all out of force if it is not offered."""
    if not purpose.is_offered:
        retire(site=purpose.site, kind=Kind.PURPOSE, code=purpose.code)
        return []
    return [
        publish(
            site=purpose.site,
            kind=Kind.PURPOSE,
            code=purpose.code,
            language=words.language,
            title=words.label,
            text=canonical_text(words.label),
            content=_content(purpose),
            is_material=is_material,
            what_changed=what_changed,
            by=by,
        )
        for words in purpose.words.all()
    ]


def purposes_by_code(site: Site | int) -> dict[str, Purpose]:
    """The purposes of a community by their codes."""
    return {purpose.code: purpose for purpose in Purpose.objects.filter(site=site)}


def _content(purpose: Purpose) -> dict:
    return {
        "kind": purpose.kind,
        "topic": str(purpose.topic.translation_key) if purpose.topic else "",
        "most_a_month": purpose.most_a_month,
    }
