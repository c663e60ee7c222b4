"""The screen of the conversation under one article: open, paused or closed, and when it closes by itself."""

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from articles.models import ArticlePage
from comments.desk.conversation_list import Counts, counts_of, shown_counts
from comments.desk.screens import ActView, RightPolicy, url_of
from comments.models import Conversation, ConversationSettings
from comments.rules.opening import LONGEST_DAYS, set_conversation
from comments.rules.rights import MODERATE, SET_CONVERSATIONS


class ConversationForm(forms.Form):
    """State and age."""

    state = forms.ChoiceField(choices=Conversation.State.choices, widget=forms.RadioSelect, label=_("State"))
    closes_after_days = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=LONGEST_DAYS,
        label=_("Closes after days"),
        help_text=_("Since the article was first published. Empty: as the community has it."),
    )


class ConversationView(ActView):
    """Shows where the conversation stands, and sets it."""

    template_name = "conversation/desk/conversation.html"
    permission_policy = RightPolicy(SET_CONVERSATIONS)
    form_class = ConversationForm
    above = [("conversations", _("Conversations"))]
    button = _("Save")
    done = _("The conversation is set.")

    @cached_property
    def page(self) -> ArticlePage:
        return get_object_or_404(ArticlePage.objects.select_related("conversation", "locale"), id=self.kwargs["pk"])

    @cached_property
    def conversation(self) -> Conversation | None:
        return getattr(self.page, "conversation", None)

    def get_page_title(self):
        return self.page.title

    def get_back_url(self):
        return url_of("conversations")

    def get_initial(self):
        talk = self.conversation
        return {
            "state": talk.state if talk else Conversation.State.OPEN,
            "closes_after_days": talk.closes_after_days if talk else None,
        }

    def carry_out(self, form):
        set_conversation(self.page.pk, **form.cleaned_data, by=self.user)

    def get_context_data(self, **kwargs):
        talk, site = self.conversation, self.page.get_site()
        counts = counts_of([talk.pk]).get(talk.pk, Counts()) if talk else Counts()
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "talk": talk,
            "counts": counts,
            "shown": shown_counts(counts, talk, leads_on=self.user.has_perm(MODERATE)),
            "usual": usual_age(ConversationSettings.for_site(site)) if site else "",
        }


def usual_age(settings: ConversationSettings) -> str:
    """When conversations of a community close."""
    if settings.closes_after_days is None:
        return _t("never")
    return _t("after %(days)d days") % {"days": settings.closes_after_days}
