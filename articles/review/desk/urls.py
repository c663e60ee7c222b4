"""The addresses of the desk in the admin."""

from django.urls import path

from articles.review.desk.list_views import desk
from articles.review.desk.lists import LIVE_LISTS
from articles.review.desk.screen_views import review, review_text, withdraw

urlpatterns = [
    path("reviews/", desk, name="review_desk"),
    *(path(f"reviews/{one.name}/", desk, {"name": one.name}, name="review_desk_list") for one in LIVE_LISTS),
    path("reviews/<int:page_id>/", review, name="review"),
    path("reviews/<int:page_id>/text/", review_text, name="review_text"),
    path("reviews/<int:page_id>/withdraw/", withdraw, name="review_withdraw"),
]
