"""Who may import: holders of the right to import, under pages where they may add articles. See ``docs/roles.md``."""

from articles.importing.parents import parents_for


def may_import(user) -> bool:
    """Whether ``user`` may import somewhere."""
    return user.has_perm("articles.import_articles") and parents_for(user).exists()


def may_import_under(user, parent) -> bool:
    """Whether ``user`` may import under ``parent``."""
    return user.has_perm("articles.import_articles") and parents_for(user).filter(pk=parent.pk).exists()


def may_see(user, run) -> bool:
    """Whether ``user`` may read the report of ``run``: its uploader may, and who could have made it."""
    if not user.has_perm("articles.import_articles"):
        return False
    return run.user_id == user.pk or (run.parent is not None and may_import_under(user, run.parent))
