from django.apps import AppConfig
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self):
        from articles.corrections.public import has_corrections  # noqa: PLC0415 - models must be loaded first
        from articles.library.usage import refuse_deletion_of_cited  # noqa: PLC0415
        from articles.models import ArticlePage, Reference  # noqa: PLC0415
        from articles.newsletter import entries, news  # noqa: PLC0415
        from articles.publication.gate import guard_live_row  # noqa: PLC0415
        from consent.newsletter.sources import register_source  # noqa: PLC0415
        from portal.routing import FACTS  # noqa: PLC0415

        FACTS["has_corrections"] = has_corrections()
        register_source("articles", news, entries)
        for page_model in (ArticlePage, ArticlePage.base_page_model):
            pre_save.connect(guard_live_row, sender=page_model, dispatch_uid=f"guard_live_row of {page_model}")
        pre_delete.connect(refuse_deletion_of_cited, sender=Reference, dispatch_uid="refuse_deletion_of_cited")
        from articles import jobs, register  # noqa: F401  (they need loaded models)
        from articles.review import declaration, letters, receivers  # noqa: F401  (they need loaded models)
        from articles.review.desk import history  # noqa: F401
        from articles.search import upkeep  # noqa: F401  (its receivers need loaded models)
