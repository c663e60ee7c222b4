"""The screens of one issue: made, changed, looked at, tried out, sent, stopped."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages

from consent.desk.newsletter_access import IssueScreen, NewsletterScreen
from consent.desk.newsletter_forms import ComposeForm, IssueForm, SendForm
from consent.desk.newsletter_list import words_of
from consent.newsletter.audience import Audience
from consent.newsletter.checks import has_short_enough_host
from consent.newsletter.composing import languages_of
from consent.newsletter.counting import counts_of
from consent.newsletter.sending import cancel, why_not
from consent.newsletter.trying import send_test, try_out


class ComposeView(NewsletterScreen, FormView):
    """Which newsletter the new issue is for."""

    template_name = "consent/desk/newsletters/compose.html"
    form_class = ComposeForm

    def get_page_title(self):
        return _("Compose an issue")

    def form_valid(self, form):
        try:
            issue = form.compose(self.request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        if issue is None:
            messages.info(self.request, _("Nothing is new since the last issue, so none was made."))
            return redirect("newsletters:index")
        return redirect("newsletters:issue", issue.pk)


class IssueView(IssueScreen, FormView):
    """One issue: its articles while they may change, and what became of it."""

    template_name = "consent/desk/newsletters/issue.html"
    form_class = IssueForm

    def get_page_title(self):
        return words_of(self.issue)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "issue": self.issue}

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "counts": counts_of([self.issue])[self.issue.pk],
            "reasons": why_not(self.issue, self.moment) if self.issue.may_change else [],
            "has_short_enough_host": has_short_enough_host(self.issue.purpose.site),
        }

    @cached_property
    def moment(self):
        """When it would go out: now, unless it is planned for later."""
        return max(self.issue.send_at or timezone.now(), timezone.now())

    def form_valid(self, form):
        try:
            form.save()
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("The issue is saved."))
        return redirect("newsletters:issue", self.issue.pk)


class LanguageMixin(IssueScreen):
    """Shows one language of the issue: ``?language=es``. ``?discreet=1``: as people who chose discreet mail get it."""

    @cached_property
    def languages(self):
        names = dict(settings.LANGUAGES)
        return [(language, names.get(language, language)) for language in languages_of(self.issue.purpose)]

    @cached_property
    def language(self):
        asked = self.request.GET.get("language") or self.request.POST.get("language")
        codes = [code for code, _name in self.languages]
        if asked and asked not in codes:
            raise Http404
        return asked or (codes[0] if codes else settings.LANGUAGE_CODE)

    @cached_property
    def is_discreet(self):
        return bool(self.request.GET.get("discreet") or self.request.POST.get("discreet"))


class PreviewView(LanguageMixin, TemplateView):
    """The copy of a made-up person, as text and as HTML, wide and as on a telephone."""

    template_name = "consent/desk/newsletters/preview.html"

    def get_page_title(self):
        return _("Preview")

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "copy": try_out(self.issue, language=self.language, is_discreet=self.is_discreet),
            "languages": self.languages,
            "language": self.language,
            "is_discreet": self.is_discreet,
        }


@method_decorator(xframe_options_sameorigin, name="dispatch")
class PreviewHtmlView(LanguageMixin, View):
    """The HTML part alone, for the frames of the preview."""

    def get(self, request, *args, **kwargs):
        copy = try_out(self.issue, language=self.language, is_discreet=self.is_discreet)
        if copy is None:
            raise Http404
        return HttpResponse(copy.html, headers={"Content-Security-Policy": settings.LETTER_CONTENT_POLICY})


class TrialView(LanguageMixin, View):
    """Sends the copy to the address of one's own account."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        try:
            send_test(self.issue, to=request.user, language=self.language, is_discreet=self.is_discreet)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("The test is on its way to the address of your account."))
        return redirect("newsletters:preview", self.issue.pk)


class SendView(IssueScreen, FormView):
    """The last question: to how many people, and when."""

    template_name = "consent/desk/newsletters/send.html"
    form_class = SendForm

    def get_page_title(self):
        return _("Send this issue")

    def get_context_data(self, **kwargs):
        context = {**super().get_context_data(**kwargs), "recipients": Audience(self.issue).count()}
        return {**context, "reasons": why_not(self.issue), "words": words_of(self.issue)}

    def form_valid(self, form):
        try:
            issue = form.send(self.issue, self.request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        done = _("The issue is planned.") if issue.state == issue.State.PLANNED else _("The issue is on its way.")
        messages.success(self.request, done)
        return redirect("newsletters:issue", issue.pk)


class CancelView(IssueScreen, TemplateView):
    """Asks once more, and stops the issue."""

    template_name = "consent/desk/newsletters/cancel.html"

    def get_page_title(self):
        return _("Cancel this issue")

    def get_context_data(self, **kwargs):
        waiting = counts_of([self.issue])[self.issue.pk].waiting
        sentence = ngettext(
            "%(waiting)d mail of it is on its way and will be stopped.",
            "%(waiting)d mails of it are on their way and will be stopped.",
            waiting,
        )
        return {**super().get_context_data(**kwargs), "waiting": sentence % {"waiting": waiting} if waiting else ""}

    def post(self, request, *args, **kwargs):
        try:
            cancel(self.issue, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("The issue is cancelled."))
        return redirect("newsletters:issue", self.issue.pk)
