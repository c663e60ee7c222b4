"""The portal's addresses, and what is measured beside them."""

from django.urls import path

from benchmarks import views
from portal import urls

urlpatterns = [
    path("benchmark/insert/", views.insert),
    path("benchmark/contacts/", views.look_up),
    *urls.urlpatterns,
]
handler400 = getattr(urls, "handler400", "django.views.defaults.bad_request")
handler403 = getattr(urls, "handler403", "django.views.defaults.permission_denied")
handler404 = getattr(urls, "handler404", "django.views.defaults.page_not_found")
handler500 = getattr(urls, "handler500", "django.views.defaults.server_error")
