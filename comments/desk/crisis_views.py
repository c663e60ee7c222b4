"""The screen of one case: what was written, whom its author was told to call, and the steps until it is closed."""

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from comments.desk.comment_shown import article_url, comment_with_all, wordings_of
from comments.desk.crisis_clock import clock_words, is_overdue, step_words
from comments.desk.screens import ActView, url_of
from comments.help.lines import lines_in
from comments.models import Comment, CrisisCase
from comments.rules.crisis import handle, see, sign_off
from comments.rules.queue import is_in_queue

SEE, HANDLE, SIGN_OFF = "see", "handle", "sign-off"
BUTTONS = {SEE: _("I have seen it"), HANDLE: _("Record what was done"), SIGN_OFF: _("Sign it off")}


class CaseForm(forms.Form):
    """The step that is next."""

    step = forms.ChoiceField(choices=list(BUTTONS.items()), widget=forms.HiddenInput)
    what_was_done = forms.CharField(
        required=False,
        max_length=2000,
        label=_("What was done"),
        help_text=_("Whom you called, what you answered, what comes next. No address."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, step: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["step"] = step
        if step != HANDLE and not self.is_bound:
            del self.fields["what_was_done"]


def next_step(case: CrisisCase) -> str:
    """What has to be done next, or nothing for a closed case."""
    if case.is_closed:
        return ""
    if case.handled_at:
        return SIGN_OFF
    return HANDLE if case.seen_at else SEE


class CrisisCaseView(ActView):
    """Shows a case and takes it one step on."""

    template_name = "conversation/desk/crisis_case.html"
    form_class = CaseForm
    page_title = _("Somebody may be in danger")
    header_icon = "warning"
    above = [("crisis_cases", _("People in danger"))]
    read_anew = ("case", "comment")
    done = _("It is recorded.")

    @cached_property
    def case(self) -> CrisisCase:
        found = CrisisCase.objects.select_related("seen_by", "handled_by", "signed_off_by")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    @cached_property
    def comment(self) -> Comment | None:
        return comment_with_all(self.case.comment_id).first() if self.case.comment_id else None

    def get_back_url(self):
        return url_of("crisis_case", self.case.pk)

    def renew(self, form):
        form.data = {**dict(form.data.items()), "step": next_step(self.case)}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "step": next_step(self.case)}

    def carry_out(self, form):
        by, step = self.user, form.cleaned_data["step"]
        if step == SEE:
            see(self.case, by)
        elif step == HANDLE:
            handle(self.case, by, form.cleaned_data["what_was_done"])
        else:
            sign_off(self.case, by)

    def get_context_data(self, **kwargs):
        step = next_step(self.case)
        own = step == SIGN_OFF and self.case.handled_by_id == self.user.pk
        return {
            **super().get_context_data(**kwargs),
            "case": self.case,
            "comment": self.comment,
            "article_url": article_url(self.comment) if self.comment else "",
            "wordings": wordings_of(self.comment) if self.comment else [],
            "lines": lines_in(self.comment.conversation.site, self.comment.language) if self.comment else (),
            "clock": clock_words(self.case),
            "is_overdue": is_overdue(self.case),
            "step_words": step_words(self.case),
            "step": step,
            "own": own,
            "waits": self.comment is not None and is_in_queue(self.comment),
            "button": BUTTONS.get(step, ""),
        }
