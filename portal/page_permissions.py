"""Who may do what with a page. Beside Wagtail's own rules there is one of ours: whoever holds the right
``portal.comment_drafts`` may open a page of somebody else in the editor, preview it and comment on it, and change
nothing. Medical reviewers hold it: nobody approves a text that they contributed to (DESIGN.md, R3).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import PagePermissionTester

COMMENT_PERMISSION = "portal.comment_drafts"
COMMENTS = "comments"  # name of Wagtail's formset of comments in the editor


class PortalPagePermissionTester(PagePermissionTester):
    """Wagtail's rules, and who may comment alone."""

    def can_change(self) -> bool:
        """Whether the person may change the text."""
        return super().can_edit()

    def can_only_comment(self) -> bool:
        """Whether the editor opens to the person for comments and nothing else."""
        return not self.can_change() and not self.page_is_root and self.user.has_perm(COMMENT_PERMISSION)

    def can_edit(self):
        return self.can_change() or self.can_only_comment()

    def can_copy(self):
        return self.can_change()

    def can_submit_for_moderation(self):
        return self.can_change() and super().can_submit_for_moderation()


class PortalPageForm(WagtailAdminPageForm):
    """The editor's form. From people who may only comment it takes their comments and nothing else."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.takes_only_comments = bool(
            self.for_user and self.instance.pk and self.instance.permissions_for_user(self.for_user).can_only_comment()
        )
        if self.takes_only_comments and self.is_bound:
            for name in set(self.fields) - {"comment_notifications"}:
                del self.fields[name]

    def is_valid(self):
        with self._formsets_that_count():
            return super().is_valid()

    def has_changed(self):
        with self._formsets_that_count():
            return super().has_changed()

    def save(self, commit=True):
        with self._formsets_that_count():
            return super().save(commit=commit)

    @contextmanager
    def _formsets_that_count(self) -> Iterator[None]:
        if not self.takes_only_comments:
            yield
            return
        others = {name: formset for name, formset in self.formsets.items() if name != COMMENTS}
        self.formsets = {name: formset for name, formset in self.formsets.items() if name == COMMENTS}
        try:
            yield
        finally:
            self.formsets = {**others, **self.formsets}
