"""The screen of somebody who comments: their comments, notes and sanctions, and what staff may do."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, Table, TitleColumn

from comments.desk.comment_list import excerpt
from comments.desk.commenter_forms import MemorialForm, NoteForm, SanctionForm
from comments.desk.commenter_list import hidden_of, published_of, records_of
from comments.desk.screens import WIDE, ActView, RightPolicy, url_of
from comments.models import Comment, Commenter, Sanction
from comments.rules.commenters import add_note, forget_browsers, set_memorial
from comments.rules.rights import LEAD
from comments.rules.sanctions_imposing import impose, lift

COMMENTS_A_PAGE = 20
MOST_NOTES = 50


class CommenterScreen(ActView):
    """A form about one commenter."""

    header_icon = "user"

    @cached_property
    def commenter(self) -> Commenter:
        return get_object_or_404(Commenter.objects.select_related("site", "contact"), pk=self.kwargs["pk"])

    def get_above(self):
        return [
            (url_of("commenters"), _("Commenters")),
            (url_of("commenter", self.commenter.pk), self.commenter.name),
        ]

    def get_back_url(self):
        return url_of("commenter", self.commenter.pk)

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "commenter": self.commenter}


class CommenterView(CommenterScreen):
    """Everything on one commenter but the address; its form adds a note."""

    template_name = "conversation/desk/commenter.html"
    form_class = NoteForm
    button = _("Add the note")
    done = _("The note is kept.")

    def get_page_title(self):
        return self.commenter.name

    def get_above(self):
        return super().get_above()[:1]

    def carry_out(self, form):
        add_note(self.commenter.pk, form.cleaned_data["text"], by=self.user)

    def get_context_data(self, **kwargs):
        comments = Comment.objects.filter(commenter=self.commenter).select_related("conversation", "crisis")
        paginator: Paginator = WagtailPaginator(comments.order_by("-pk"), COMMENTS_A_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        counted: Any = self.commenter
        counted.record = records_of([self.commenter])[self.commenter.pk]
        return {
            **super().get_context_data(**kwargs),
            "published": published_of(counted),
            "hidden": hidden_of(counted),
            "also": list(other_names(self.commenter)),
            "sanctions": list(sanctions_of(self.commenter)),
            "notes": list(self.commenter.notes.select_related("written_by")[:MOST_NOTES]),
            "may_lead": self.user.has_perm(LEAD),
            "table": comments_table(page.object_list) if page.object_list else None,
            "page_obj": page if paginator.num_pages > 1 else None,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "list_url": url_of("commenter", self.commenter.pk),
        }


def other_names(commenter: Commenter):
    """Other commenters of the same contact in the community. One query, or none."""
    if commenter.contact_id is None:
        return Commenter.objects.none()
    return Commenter.objects.filter(contact=commenter.contact_id, site=commenter.site_id).exclude(pk=commenter.pk)


def sanctions_of(commenter: Commenter):
    """Every sanction against the person in the community, under whichever name. One query."""
    theirs = Q(commenter=commenter)
    if commenter.contact is not None:
        theirs |= Q(commenter__contact=commenter.contact) | Q(subject=commenter.contact.subject)
    found = Sanction.objects.filter(theirs, site=commenter.site_id)
    return found.select_related("imposed_by", "lifted_by").distinct()


def comments_table(comments) -> Table:
    """What somebody said, newest first."""
    return Table(
        [
            TitleColumn("comment", label=_("Comment"), accessor=excerpt, get_url=lambda row: url_of("comment", row.pk)),
            Column("conversation", label=_("Article"), accessor="conversation.title", classname=WIDE),
            Column("state", label=_("State"), accessor="get_state_display"),
            DateColumn("submit_date", label=_("Sent"), classname=WIDE),
        ],
        comments,
        caption=_t("Comments"),
    )


class ImposeView(CommenterScreen):
    """A sanction."""

    page_title = _("Impose a sanction")
    explanation = _("What they said before stays where it is. Only whoever leads moderation can lift it.")
    button = _("Impose it")
    done = _("The sanction holds from now on.")
    is_serious = True
    form_class = SanctionForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "commenter": self.commenter}

    def carry_out(self, form):
        impose(self.commenter.pk, **form.cleaned_data, by=self.user)


class ForgetView(CommenterScreen):
    """Makes every browser forget the person."""

    page_title = _("Forget all browsers")
    explanation = _("Browsers that know this person forget them: the next comment is confirmed by mail again.")
    button = _("Forget them")
    done = _("No browser knows this person any more.")
    form_class = forms.Form

    def carry_out(self, form):
        forget_browsers(self.commenter.pk, by=self.user)


class MemorialView(CommenterScreen):
    """The mark of the dead, set and lifted by those who lead. The form says which, so that two clicks do no harm."""

    permission_policy = RightPolicy(LEAD)
    form_class = MemorialForm

    def get_initial(self):
        return {"is_memorial": not self.commenter.is_memorial}

    def get_page_title(self):
        return _t("Lift the in-memoriam mark") if self.commenter.is_memorial else _t("Mark as having died")

    @property
    def explanation(self):
        if self.commenter.is_memorial:
            return _t("Their comments no longer say so, and their owner can comment again. Mail stays stopped.")
        return _t(
            "Their comments stay and say so. Nobody can comment in their name, and no more mail goes out on what they "
            "followed."
        )

    @property
    def button(self):
        return _t("Lift the mark") if self.commenter.is_memorial else _t("Set the mark")

    done = _("It is changed, and so are their comments.")

    def carry_out(self, form):
        set_memorial(self.commenter.pk, form.cleaned_data["is_memorial"], by=self.user)


class LiftView(ActView):
    """The end of a sanction, before its time."""

    permission_policy = RightPolicy(LEAD)
    page_title = _("Lift a sanction")
    header_icon = "user"
    button = _("Lift it")
    done = _("The sanction is lifted.")
    form_class = forms.Form

    @cached_property
    def sanction(self) -> Sanction:
        return get_object_or_404(Sanction.objects.select_related("commenter"), pk=self.kwargs["pk"])

    @property
    def explanation(self):
        kind, reason = self.sanction.get_kind_display(), self.sanction.reason
        return _t("%(kind)s. The reason was: %(reason)s") % {"kind": kind, "reason": reason}

    def get_above(self):
        above: list[tuple[str, Any]] = [(url_of("commenters"), _("Commenters"))]
        if who := self.sanction.commenter:
            above.append((url_of("commenter", who.pk), who.name))
        return above

    def get_back_url(self):
        who = self.sanction.commenter_id
        return url_of("commenter", who) if who else url_of("commenters")

    def carry_out(self, form):
        lift(self.sanction.pk, by=self.user)
