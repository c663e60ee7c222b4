"""Where the gate refuses on a route that did not ask before, staff get its sentence instead of an error page."""

from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from articles.publication.gate import PublicationRefusedError
from portal.unreadable import told

COPY = "wagtailadmin_pages:copy"
ADD = "wagtailadmin_pages:add"


class RefusalMiddleware:
    """Turns a ``PublicationRefusedError`` into a message and the way back to the article."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Copies, and pages that are new and go live at once, are made whole or not at all: Wagtail makes the copies of
        a topic one by one, and a new page live before it has a version or a history.
        """
        name = request.resolver_match.view_name
        is_whole = name == COPY or (name == ADD and "action-publish" in request.POST)
        if request.method != "POST" or not is_whole:
            return None
        try:
            with transaction.atomic():
                return view(request, *args, **kwargs)
        except PublicationRefusedError as refusal:
            return self.process_exception(request, refusal)
        except Exception as error:  # nobody else is asked: Django looks for answers to what the view itself raises
            if response := told(request, error):
                return response
            raise

    def process_exception(self, request, exception):
        """The way back to the editor; what was saved before the refusal stays saved."""
        if not isinstance(exception, PublicationRefusedError):
            return None
        messages.error(request, exception.messages[0])
        page = exception.page
        address = (
            reverse("wagtailadmin_pages:edit", args=[page.pk]) if page.pk else reverse("wagtailadmin_explore_root")
        )
        if request.headers.get("x-requested-with") == "XMLHttpRequest":  # a modal window of the admin
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
