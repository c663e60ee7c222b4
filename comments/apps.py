from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Conversation")

    def ready(self):
        from articles.structured_data.further import FURTHER  # noqa: PLC0415 - models must be loaded first
        from comments import jobs, letters, register  # noqa: F401, PLC0415 - likewise
        from comments.pages.graph import conversation_nodes  # noqa: PLC0415 - likewise
        from comments.pages.place import page_of  # noqa: PLC0415 - likewise
        from comments.rules.confirming import enter, hold  # noqa: PLC0415 - likewise
        from comments.screening import checks  # noqa: F401, PLC0415 - likewise
        from consent.rules.confirming import FOLLOWED, HELD  # noqa: PLC0415
        from portal.purging.addresses import FINDERS  # noqa: PLC0415

        FINDERS["conversation"] = page_of
        HELD.append(hold)
        FOLLOWED.append(enter)
        FURTHER.append(conversation_nodes)
