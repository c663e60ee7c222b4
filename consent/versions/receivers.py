"""Keeps policies in force as their pages are: on whatever row, by whatever route it changes."""

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from consent.models import PolicyPage
from consent.versions.policies import keep_in_force, policies_below, take_out_of_force
from portal.models import StandardPage

# What Wagtail writes to a row beside its content, mostly while a draft is in hand.
BOOKKEEPING = frozenset({
    "draft_title", "expire_at", "expired", "has_unpublished_changes", "latest_revision", "latest_revision_created_at",
    "locked", "locked_at", "locked_by", "numchild", "owner",
})  # fmt: skip


@receiver(post_save, sender=Page)
@receiver(post_save, sender=StandardPage)
@receiver(post_save, sender=PolicyPage)
def page_was_saved(*, instance, created, raw=False, update_fields=None, **_signal):
    """The row is read again: in memory a live page may hold the words of its draft."""
    is_new_draft = created and not instance.live
    if not raw and not is_new_draft and not (update_fields is not None and BOOKKEEPING.issuperset(update_fields)):
        keep_in_force(PolicyPage.objects.filter(pk=instance.pk))


@receiver(post_delete, sender=PolicyPage)
def page_was_deleted(*, instance, **_signal):
    """Ends its policy."""
    if site := instance.get_site():
        take_out_of_force(instance, site)


@receiver(post_page_move)
def page_was_moved(*, instance, parent_page_before, parent_page_after, **_signal):
    """Another community may have got a policy, and one may have lost it."""
    if parent_page_before.pk == parent_page_after.pk:
        return
    before = parent_page_before.get_site()
    pages = policies_below(instance)
    for page in pages.select_related("locale"):
        if before and page.get_site() != before:
            take_out_of_force(page, before)
    keep_in_force(pages)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def access_was_changed(*, instance, **_signal):
    """Pages under a restriction are not for every reader, nor are their aliases."""
    aliases = PolicyPage.objects.filter(alias_of__path__startswith=instance.page.path)
    keep_in_force(policies_below(instance.page) | aliases)


@receiver(pre_save, sender=Site)
def community_will_be_saved(*, instance, raw=False, **_signal):
    """Remembers the home page that the community leaves."""
    before = None if raw else Site.objects.filter(pk=instance.pk).exclude(root_page=instance.root_page_id).first()
    instance.home_page_before = before.root_page if before else None


@receiver(post_save, sender=Site)
def community_was_saved(*, instance, raw=False, **_signal):
    """A community may get pages that were there before it, and leave others."""
    if raw:
        return
    instance.clear_site_root_paths_cache()  # Wagtail does so too, but may be told later
    for page in policies_below(instance.home_page_before) if instance.home_page_before else ():
        take_out_of_force(page, instance)
    keep_in_force(policies_below(instance.root_page))
