"""The admin as a product: what each hook does stands in the module of ``portal.admin`` that it comes from."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from portal.admin.commenting import offer_to_save_comments, say_that_only_comments_are_kept
from portal.admin.dashboard import arrange_counts, arrange_panels
from portal.admin.documents import NoDocumentsEndpoint
from portal.admin.menus import order_main_menu
from portal.audit import hooks as audit_hooks  # noqa: F401 - registers itself
from portal.page_links import PortalPageLinkHandler
from portal.sign_in import hooks as sign_in_hooks  # noqa: F401 - registers itself

AFTER_WAGTAIL = 10  # other apps of the portal add to the dashboard after this

hooks.register("before_edit_page", say_that_only_comments_are_kept)
hooks.register("construct_page_action_menu", offer_to_save_comments)
hooks.register("construct_homepage_panels", arrange_panels, order=AFTER_WAGTAIL)
hooks.register("construct_homepage_summary_items", arrange_counts, order=AFTER_WAGTAIL)
hooks.register("construct_main_menu", order_main_menu, order=AFTER_WAGTAIL)


@hooks.register("construct_admin_api")
def register_no_documents(router):
    router.register_endpoint("documents", NoDocumentsEndpoint)


@hooks.register("insert_global_admin_css")
def add_staff_stylesheet():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/staff.css"))


@hooks.register("insert_global_admin_js")
def start_without_inline_script():
    return format_html('<script src="{}"></script>', static("admin/start.js"))


@hooks.register("register_rich_text_features", order=100)  # after Wagtail's own, which it replaces
def look_pages_up_once(features):
    """Links to pages in rich text: one query for a text, and none to drafts."""
    features.register_link_type(PortalPageLinkHandler)
