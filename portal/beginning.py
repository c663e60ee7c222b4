"""The first community of a new installation: its home page and its address, so that there is something to serve.

Everything else is staff's work in the admin (docs/communities.md). Wagtail's own migrations leave a page that says
"Welcome to your new Wagtail site!" and a site for it; both go, if nobody has used them.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Locale, Page, Site

from portal.models import HomePage

HTTPS = 443


def begin_community(*, host: str, name: str, port: int = HTTPS) -> Site | None:
    """Makes the community ``name`` at ``https://host/``, published. None if there is one already: nothing is changed.

    Raises ``ValidationError`` for a name or a host that can't be one.
    """
    if not name.strip() or not host.strip():
        raise ValidationError("A community needs a name and a host.")
    with transaction.atomic():
        root = Page.objects.select_for_update().get(depth=1)
        if HomePage.objects.exists():
            return None
        clear_welcome_page()
        home = HomePage(title=name, slug="home", locale=Locale.get_default())
        Page.objects.get(pk=root.pk).add_child(instance=home)
        home.save_revision().publish()
        site = Site(hostname=host, port=port, site_name=name, root_page=home, is_default_site=True)
        site.full_clean()
        site.save()
        return site


def clear_welcome_page() -> None:
    """Takes away the page and the site that Wagtail's own migrations make, if nobody has used them."""
    for page in Page.objects.filter(depth=2, slug="home", numchild=0):
        if page.specific_class is Page:
            Site.objects.filter(root_page=page).delete()
            page.delete()
