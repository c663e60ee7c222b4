"""What consent adds to the admin. What each hook does stands in the module of ``consent.desk`` that it comes from."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from consent.desk import hooks as desk_hooks  # noqa: F401  (the consent desk)
from consent.desk import newsletters  # noqa: F401  (registers its hooks)
from consent.desk.policy_pages import say_what_ends
from consent.desk.words import NeverDeletedPolicy, NoticeViewSet, PurposeViewSet
from consent.models import Notice, Purpose

for model in (Notice, Purpose):
    register_permission_policy(model, NeverDeletedPolicy(model))
for viewset in (NoticeViewSet, PurposeViewSet):
    register_snippet(viewset)

hooks.register("before_delete_page", say_what_ends)
