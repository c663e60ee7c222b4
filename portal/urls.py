"""Every address of the portal. Nothing imports this module but the settings."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from articles.corrections.views import report_error, thanks
from articles.feeds.views import community_feed, topic_feed
from articles.search.views import search
from articles.sitemap import robots, sitemap
from comments import urls as comments_urls
from consent import urls as consent_urls
from portal.media import media
from portal.security_contact import security_txt
from portal.serving import serve as serve_page
from portal.sign_in import urls as sign_in_urls
from portal.theme import theme_stylesheet

handler500 = "portal.failing.failed"

urlpatterns = [
    *sign_in_urls.urlpatterns,
    path("admin/", include(wagtailadmin_urls)),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("theme/<str:digest>.css", theme_stylesheet, name="theme"),
    *consent_urls.without_language,
]
if settings.DEMO:
    urlpatterns += [
        re_path(r"^media/(?P<path>.+)$", media),
        path("mailbox/", include("demo.mailbox.urls")),
    ]

urlpatterns += i18n_patterns(
    *consent_urls.urlpatterns,
    *comments_urls.urlpatterns,
    path("search/", search, name="search"),
    path("feed.xml", community_feed, name="feed"),
    re_path(r"^((?:[\w\-]+/)+)feed\.xml$", topic_feed, name="topic_feed"),
    re_path(r"^((?:[\w\-]+/)+)report-error/$", report_error, name="report_error"),
    re_path(r"^((?:[\w\-]+/)+)report-error/thank-you/$", thanks, name="report_error_thanks"),
    re_path(r"^((?:[\w\-]+/)+review\.json)$", serve_page),
    re_path(r"^(?!_util/)((?:[\w\-]+/)*)$", serve_page),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
