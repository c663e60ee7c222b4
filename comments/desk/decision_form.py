"""What a moderator sends: what they decide, and what they had before them."""

import re
from dataclasses import dataclass

from django import forms

from comments.models import Decision
from comments.rules.deciding import Seen, decide
from comments.rules.redacting import Span, redact
from portal.models import User

Action = Decision.Action
OFFERED = (
    Action.APPROVE,
    Action.KEEP,
    Action.REDACT,
    Action.REJECT,
    Action.REMOVE,
    Action.ASK,
    Action.ESCALATE,
    Action.RELEASE,
    Action.SPAM,
)
_SPAN = re.compile(r"(\d{1,6})-(\d{1,6})")


@dataclass(frozen=True)
class Order:
    """One decision that is asked for."""

    action: str
    seen: Seen
    rule: str
    to_author: str
    to_colleagues: str
    spans: tuple[Span, ...]
    words: str

    @property
    def has_words(self) -> bool:
        """Whether something is written with it."""
        return bool(self.to_author or self.to_colleagues)

    def carry_out(self, comment_id: int, *, by: User) -> Decision:
        """Asks the rules. Raises as ``comments.rules.deciding.decide``."""
        if self.action == Action.REDACT:
            return redact(comment_id, self.spans, words=self.words, by=by, seen=self.seen)
        return decide(
            comment_id,
            self.action,
            by=by,
            seen=self.seen,
            rule_code=self.rule,
            to_author=self.to_author,
            to_colleagues=self.to_colleagues,
        )


class DecisionForm(forms.Form):
    """The form on a card."""

    action = forms.ChoiceField(choices=[(action.value, action.label) for action in OFFERED])
    state = forms.CharField(max_length=12)
    revision = forms.IntegerField(min_value=1)
    rule = forms.CharField(required=False, max_length=30)
    to_author = forms.CharField(required=False, max_length=1000)
    to_colleagues = forms.CharField(required=False, max_length=1000)
    words = forms.CharField(required=False, max_length=500, strip=False)

    def clean_words(self) -> str:
        return self.cleaned_data["words"].strip("\r\n")

    def spans(self) -> tuple[Span, ...]:
        """Passages that were chosen. What is no passage is passed over."""
        values = self.data.getlist("span") if hasattr(self.data, "getlist") else []
        found = (_SPAN.fullmatch(value) for value in values[:100])
        return tuple((int(match[1]), int(match[2])) for match in found if match)

    def order(self) -> Order:
        """The decision, of a valid form."""
        values = self.cleaned_data
        cites = values["action"] in (Action.REJECT, Action.REMOVE, Action.ASK)
        return Order(
            action=values["action"],
            seen=Seen(values["state"], values["revision"]),
            rule=values["rule"] if cites else "",
            to_author=values["to_author"],
            to_colleagues=values["to_colleagues"],
            spans=self.spans(),
            words=values["words"],
        )
