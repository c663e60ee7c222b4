"""The admin as a product: what each hook does stands in the module of ``portal.admin`` that it comes from."""

from wagtail import hooks

from portal.admin.commenting import say_that_only_comments_are_kept
from portal.admin.documents import NoDocumentsEndpoint

hooks.register("before_edit_page", say_that_only_comments_are_kept)


@hooks.register("construct_admin_api")
def register_no_documents(router):
    router.register_endpoint("documents", NoDocumentsEndpoint)
