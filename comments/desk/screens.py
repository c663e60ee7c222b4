"""What the screens of the desk beside the queue have around them: who may open them, header, the way back.

Lists and pages ask one right each, whatever is done on them; rules ask for their own once more.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import IndexView, PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from comments.desk.refusals import REFUSED, words_of_refusal
from comments.models import Comment
from comments.rules.deciding import ConflictError
from comments.rules.rights import MODERATE
from portal.models import User

NAMESPACE = "conversation"
PAGE_SIZE = 50
WIDE = "portal-wide"  # a column that gives way on a narrow screen


def url_of(name: str, *args: Any) -> str:
    """The address of a screen of the desk."""
    return reverse(f"{NAMESPACE}:{name}", args=args)


class RightPolicy(ModelPermissionPolicy):
    """One right for everything that there is to do on a screen."""

    def __init__(self, right: str) -> None:
        super().__init__(Comment)
        self.right = right

    def user_has_permission(self, user, action):
        return user.has_perm(self.right)

    def user_has_any_permission(self, user, actions):
        return user.has_perm(self.right)


class DeskList(IndexView):
    """A list. Subclasses say ``name`` (of the address; that of its results ends in ``_results``) and ``detail``."""

    name = ""
    detail = ""
    empty: Any = ""
    no_match: Any = ""
    permission_policy: Any = RightPolicy(MODERATE)
    any_permission_required = ["view"]
    header_icon = "comment"
    results_template_name = "wagtailadmin/generic/listing_results.html"  # says our words where the list is empty
    paginate_by = PAGE_SIZE
    search_backend_name = None
    show_export_buttons = False

    @cached_property
    def index_url(self):
        return url_of(self.name)

    @cached_property
    def index_results_url(self):
        return url_of(f"{self.name}_results")

    @cached_property
    def no_results_message(self):
        return self.no_match if self.is_searching or self.is_filtering else self.empty

    def get_detail_url(self, row):
        """Where one row leads."""
        return url_of(self.detail, row.pk)


class DeskScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A page of the desk, under the list named ``above``."""

    permission_policy: Any = RightPolicy(MODERATE)
    permission_required = "view"
    header_icon = "comment"
    above: list[tuple[str, Any]] = []
    request: HttpRequest

    @property
    def user(self) -> User:
        """Who is signed in: the admin lets nobody else in."""
        assert isinstance(self.request.user, User)  # noqa: S101 - for the type checker
        return self.request.user

    def forget(self, *names: str) -> None:
        """Has these properties read anew."""
        for name in names:
            self.__dict__.pop(name, None)

    def get_above(self) -> list[tuple[str, Any]]:
        """Addresses and names of the screens above this one."""
        return [(url_of(name), label) for name, label in self.above]

    def get_breadcrumbs_items(self):
        above = [{"url": url, "label": label} for url, label in self.get_above()]
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title()}]


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class ActView(DeskScreen, FormView):
    """A form that calls one rule. What the rule refuses is said above the form, with everything still in its fields."""

    template_name = "conversation/desk/act.html"
    explanation: Any = ""
    button: Any = ""
    done: Any = ""
    is_serious = False
    read_anew: tuple[str, ...] = ()  # what is read once more after a refusal: somebody may have decided meanwhile

    def carry_out(self, form) -> None:
        """Calls the rule."""
        raise NotImplementedError

    def get_back_url(self) -> str:
        """Where to go on, whether it was done or left."""
        raise NotImplementedError

    def form_valid(self, form) -> HttpResponse:
        try:
            self.carry_out(form)
        except REFUSED as error:
            self.forget(*self.read_anew)
            form.add_error(None, words_of_refusal(error))
            if isinstance(error, ConflictError):
                self.renew(form)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_back_url())

    def renew(self, form) -> None:
        """After a conflict the form is about what the screen shows now, with everything typed still in it."""

    def get_context_data(self, **kwargs):
        shown = {"explanation": self.explanation, "button": self.button, "is_serious": self.is_serious}
        return {**super().get_context_data(**kwargs), **shown, "back": self.get_back_url()}
