"""Where importing stands in the admin: its addresses and its entry in the menu."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from articles.importing import views
from articles.importing.permissions import may_import


class ImportMenuItem(MenuItem):
    """Shown to those who may import somewhere."""

    def is_shown(self, request):
        return may_import(request.user)


@hooks.register("register_admin_urls")
def register_import_urls():
    """The addresses of importing."""
    return [
        path("import/", views.upload, name="import_articles"),
        path("import/<int:run_id>/", views.report, name="import_report"),
        path("import/<int:run_id>/report.json", views.report_json, name="import_report_json"),
    ]


@hooks.register("register_admin_menu_item")
def register_import_menu_item():
    """The entry "Import" in the menu."""
    return ImportMenuItem(_("Import"), reverse_lazy("import_articles"), icon_name="upload", name="import", order=250)
