"""The editor's side panel "Before publication"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from articles.publication.draft import Draft
from articles.publication.gate import place_of
from articles.publication.problems import find_problems
from articles.publication.wording_checks import grade_of
from articles.readability import FORMULA, is_measurable
from articles.review.desk.state import review_state


class BeforePublicationPanel(BaseSidePanel):
    """A list of everything that blocks or advises, each with a link to its block. Renewed whenever a draft is saved."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Before publication")
        icon_name = "tasks"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context):
            return {**super().get_context_data(parent_context), "count": self.panel.blocking}

    name = "publication"
    title = _("Before publication")
    template_name = "articles/admin/before_publication.html"
    order = 150

    def __init__(self, page, request):
        super().__init__(page, request)
        self.problems = find_problems(page)
        self.blocking = sum(problem.blocks for problem in self.problems)

    def get_context_data(self, parent_context):
        draft = Draft(self.object)
        found = [(problem, place_of(problem), anchor_of(problem)) for problem in self.problems]
        return {
            **super().get_context_data(parent_context),
            "blocking": [entry for entry in found if entry[0].blocks],
            "advice": [entry for entry in found if not entry[0].blocks],
            "review": review_state(self.object),
            "grade": grade_of(draft),
            "formula": FORMULA,
            "is_measurable": is_measurable(self.object.locale.language_code),
        }


def anchor_of(problem) -> str:
    """The id of the part of the form that a problem belongs to: the block's own, else its field's panel."""
    if problem.block_id:
        return f"block-{problem.block_id}-section"
    panels = {"seo_title": "promote-for_search_engines", "search_description": "promote-for_search_engines"}
    return f"panel-child-{panels.get(problem.field, f'content-{problem.field}')}-section"
