from django.apps import AppConfig
from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self):
        from articles.library.usage import refuse_deletion_of_cited  # noqa: PLC0415 - models must be loaded first
        from articles.models import Reference  # noqa: PLC0415

        pre_delete.connect(refuse_deletion_of_cited, sender=Reference, dispatch_uid="refuse_deletion_of_cited")
        from articles.search import upkeep  # noqa: F401  (its receivers need loaded models)
