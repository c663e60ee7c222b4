"""Policies that were published before there were versions get their first one, right after the migration that made
policy pages of them.
"""

from django.db import DEFAULT_DB_ALIAS

CONVERSION = "policy_pages"  # how the name of that migration ends


def publish_first_versions(*, using, plan=(), **_signal):
    """After migrations: publishes every policy that readers can open, if the conversion was among them."""
    from consent.models import PolicyPage  # noqa: PLC0415 - models must be loaded first
    from consent.versions.policies import keep_in_force  # noqa: PLC0415

    was_converted = any(
        migration.app_label == "consent" and migration.name.endswith(CONVERSION) and not backwards
        for migration, backwards in plan
    )
    if was_converted and using == DEFAULT_DB_ALIAS:
        keep_in_force(PolicyPage.objects.filter(live=True))
