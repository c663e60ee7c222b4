"""The screen of one comment: its whole history, and what may be done with it now."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.desk.comment_forms import CommentForm, actions_on
from comments.desk.comment_shown import comment_with_all, shown
from comments.desk.screens import ActView, url_of
from comments.models import Comment
from comments.rules.deciding import decide
from comments.rules.queue import is_in_queue


class AboutCommentMixin(ActView):
    """A screen about the comment whose id stands in its address."""

    read_anew: tuple[str, ...] = ("comment",)

    @cached_property
    def comment(self) -> Comment:
        return get_object_or_404(comment_with_all(self.kwargs["pk"]))

    def get_page_subtitle(self):
        return self.comment.conversation.title

    def renew(self, form):
        form.renew(self.comment)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "comment": self.comment}


class CommentView(AboutCommentMixin):
    """Everything on one comment."""

    template_name = "conversation/desk/comment.html"
    form_class = CommentForm
    above = [("comments", gettext_lazy("Comments"))]
    done = gettext_lazy("Your decision is recorded.")

    def get_page_title(self):
        return _("Comment %(number)d") % {"number": self.comment.pk}

    def get_back_url(self):
        return url_of("comment", self.comment.pk)

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            **shown(self.comment),
            "actions": actions_on(self.comment),
            "waits": is_in_queue(self.comment),
        }

    def carry_out(self, form):
        answers = form.cleaned_data
        words = {name: answers[name] for name in ("rule_code", "to_author", "to_colleagues")}
        decide(self.comment.pk, answers["action"], by=self.user, seen=form.seen, **words)
