"""The screen of one comment: its whole history, and what may be done with it now."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from wagtail.admin import messages

from comments.desk.comment_forms import CommentForm, actions_on
from comments.desk.comment_shown import comment_with_all, shown
from comments.desk.refusals import REFUSED, words_of_refusal
from comments.desk.screens import DeskScreen, url_of
from comments.models import Comment
from comments.rules.deciding import decide


class AboutCommentMixin(DeskScreen):
    """A screen about the comment whose id stands in its address."""

    @cached_property
    def comment(self) -> Comment:
        return get_object_or_404(comment_with_all(self.kwargs["pk"]))

    def get_page_subtitle(self):
        return self.comment.conversation.title

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "comment": self.comment}


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class CommentView(AboutCommentMixin, FormView):
    """Everything on one comment."""

    template_name = "conversation/desk/comment.html"
    form_class = CommentForm
    above = [("comments", gettext_lazy("Comments"))]

    def get_page_title(self):
        return _("Comment %(number)d") % {"number": self.comment.pk}

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), **shown(self.comment), "actions": actions_on(self.comment)}

    def form_valid(self, form) -> HttpResponse:
        answers = form.cleaned_data
        words = {name: answers[name] for name in ("rule_code", "to_author", "to_colleagues")}
        try:
            decide(self.comment.pk, answers["action"], by=self.user, seen=form.seen, **words)
        except REFUSED as error:
            form.add_error(None, words_of_refusal(error))
            return self.form_invalid(form)
        messages.success(self.request, _("Your decision is recorded."))
        return redirect(url_of("comment", self.comment.pk))

    def form_invalid(self, form):
        messages.error(self.request, _("Nothing was decided: see below."))
        self.forget("comment")
        return super().form_invalid(form)
