"""Forms about one comment. Each carries what was on the screen, so that nothing is decided on something else."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, Decision
from comments.models.comment import State
from comments.rulebook import rulebook
from comments.rules.deciding import Seen
from comments.rules.steps import STEPS

Action = Decision.Action
OFFERED = {  # what this screen offers; the rest is the queue's
    Action.REMOVE: _("Take it down"),
    Action.RESTORE: _("Put it back"),
    Action.ESCALATE: _("Escalate it"),
    Action.RELEASE: _("Return it to the queue"),
}


class SeenForm(forms.Form):
    """State and wording that were on the screen."""

    state = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)
    revision = forms.IntegerField(min_value=1, max_value=32_767, widget=forms.HiddenInput)

    def __init__(self, *args, comment: Comment, **kwargs):
        super().__init__(*args, **kwargs)
        self.comment = comment
        self.initial = {**self.initial, "state": comment.state, "revision": comment.revision}

    def renew(self, comment: Comment) -> None:
        """Makes a form that was sent about what is on the screen now."""
        self.data = {**dict(self.data.items()), "state": comment.state, "revision": str(comment.revision)}

    @property
    def seen(self) -> Seen:
        """What the rules want to know."""
        return Seen(self.cleaned_data["state"], self.cleaned_data["revision"])


class RuleForm(SeenForm):
    """The same, with one of the rules that the author accepted, and words to the author."""

    rule_code = forms.ChoiceField(
        required=False,
        label=_("Rule"),
        help_text=_("In the version that the author accepted. Needed to take something down."),
    )
    to_author = forms.CharField(
        required=False,
        max_length=1000,
        label=_("To the author"),
        help_text=_("They read it beside the rule. You may leave it empty."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, comment: Comment, **kwargs):
        super().__init__(*args, comment=comment, **kwargs)
        rules = rulebook(comment.acceptance.version).rules
        choices = [(rule.code, f"{rule.number}. {rule.sentence}") for rule in rules]
        self.fields["rule_code"].choices = [("", _("None")), *choices]  # type: ignore[attr-defined]


class CommentForm(RuleForm):
    """What to do with a comment that is not in hand in the queue."""

    action = forms.ChoiceField(label=_("What to do"), widget=forms.RadioSelect)
    to_colleagues = forms.CharField(
        required=False,
        max_length=1000,
        label=_("To colleagues"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ["action", "rule_code", "to_author", "to_colleagues"]

    def __init__(self, *args, comment: Comment, **kwargs):
        super().__init__(*args, comment=comment, **kwargs)
        offered = actions_on(comment)
        sent = self.data.get("action", "")
        if sent in OFFERED and sent not in dict(offered):  # somebody was faster: the rules say so in better words
            offered.append((sent, str(OFFERED[sent])))
        if len(offered) == 1:
            self.initial["action"] = offered[0][0]
        self.fields["action"].choices = offered  # type: ignore[attr-defined]


def actions_on(comment: Comment) -> list[tuple[str, str]]:
    """What may be done with a comment here, by the table of steps."""
    return [(action.value, str(label)) for action, label in OFFERED.items() if comment.state in STEPS[action][0]]
