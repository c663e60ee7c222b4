"""The editor's form of an article. A draft is always saved; what blocks is an error only on the way to the public."""

import copy
from collections.abc import Iterable

from articles.publication.block_errors import stream_error
from articles.publication.citation_checks import PLAIN_FIELDS
from articles.publication.draft import Draft, Problem
from articles.publication.gate import CONDITIONS, no_blocking_problems
from articles.publication.numbers import add_missing_rows, describe_places
from articles.publication.problems import blocking_problems
from portal.page_permissions import PortalPageForm

# Buttons of Wagtail's editor that bring a text to the public, or to those who decide about it.
PUBLISHING = ("action-publish", "action-submit", "action-restart-workflow")


class ArticleForm(PortalPageForm):
    """Names what blocks on the blocks themselves, and gives each number of an imported text its row."""

    is_refused = False  # whether the form is in order but for what blocks publication

    def __init__(self, data=None, *args, **kwargs):
        if data is None and kwargs.get("instance") is not None:
            add_missing_rows(kwargs["instance"])
        super().__init__(data, *args, **kwargs)
        if rows := self.formsets.get("sources"):
            draft = Draft(self.instance)
            for form in rows.forms:
                form.instance.places = describe_places(draft, form.instance.imported_number)

    def is_valid(self):
        if not super().is_valid():
            return False
        if self.goes_public:
            self._add_what_blocks()
        rows = self.formsets.get("sources")
        self.is_refused = bool(self.errors or (rows and any(rows.errors)))
        return not self.is_refused

    @property
    def goes_public(self) -> bool:
        """Whether the button that was pressed leads to publication."""
        if self.is_deferred_validation or self.takes_only_comments:
            return False
        approves = self.data.get("action-workflow-action") and self.data.get("workflow-action-name") == "approve"
        return bool(approves) or any(self.data.get(name) for name in PUBLISHING)

    @property
    def publishes(self) -> bool:
        """Whether the button that was pressed publishes at once. What is handed in is decided on afterwards."""
        return self.goes_public and bool(self.data.get("action-publish"))

    def _post_clean(self):
        super()._post_clean()
        for name in PLAIN_FIELDS:  # cleaning takes tokens out of them; a draft keeps what was typed
            if name in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[name])

    def page_as_submitted(self):
        """The article as the form would save it, with its sources."""
        page = copy.copy(self.instance)
        page._cluster_related_objects = dict(getattr(page, "_cluster_related_objects", None) or {})
        if rows := self.formsets.get("sources"):
            page.sources = [
                type(form.instance)(
                    imported_number=form.cleaned_data.get("imported_number") or "",
                    reference=form.cleaned_data.get("reference"),
                )
                for form in rows.forms
                if form not in rows.deleted_forms
            ]
        return page

    def _add_what_blocks(self):
        page = self.page_as_submitted()
        problems = blocking_problems(page)
        if in_text := [problem for problem in problems if problem.field == "body"]:
            self.add_error("body", stream_error(page.body.stream_block, page.body, in_text))
        for problem in problems:
            if problem.field == "sources":
                self._add_to_rows(problem)
            elif problem.field != "body":
                self.add_error(problem.field if problem.field in self.fields else None, problem.message)
        others: Iterable = (condition for condition in CONDITIONS if condition is not no_blocking_problems)
        for condition in others if self.publishes else ():
            for reason in condition(page):
                self.add_error(None, reason)

    def _add_to_rows(self, problem: Problem):
        """Puts a problem of a number on the rows of that number; on the form itself if it has none."""
        rows = self.formsets["sources"]
        own = [form for form in rows.forms if form not in rows.deleted_forms]
        own = [form for form in own if form.cleaned_data.get("imported_number") == problem.path]
        for form in own:
            field = "reference" if problem.code == "number-dangling" else "imported_number"
            form.add_error(field, problem.message)
        if not own:
            self.add_error(None, problem.message)
