"""What of a policy page people agree to: its title, its introduction and its text, word for word."""

from typing import Any

from consent.versions.digest import canonical_html, canonical_text


def words_of(page: Any) -> str:
    """The canonical text of a policy page as it is in memory."""
    sentences = (f"{number}. {rule['sentence']}" for number, rule in enumerate(rules_of(page), 1))
    return canonical_text(page.title, page.introduction, *sentences, canonical_html(page.body))


def rules_of(page: Any) -> list[dict[str, str]]:
    """The rules of a page of community rules, in their order: ``code``, ``sentence``, ``answer``."""
    if page.role != page.Role.RULES:
        return []
    return [{name: rule.value[name].strip() for name in ("code", "sentence", "answer")} for rule in page.rules]
