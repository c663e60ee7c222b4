"""The addresses of the desk in the admin, under ``conversation/``."""

from django.urls import path

from comments.desk.bulk_views import decide_many
from comments.desk.decision_views import decide_one, undo_one
from comments.desk.queue_views import claim_more, open_crisis, queue, release_all, skip_one

app_name = "conversation"
urlpatterns = [
    path("queue/", queue, name="queue"),
    path("queue/claim/", claim_more, name="claim"),
    path("queue/release/", release_all, name="release"),
    path("queue/undo/", undo_one, name="undo"),
    path("queue/many/", decide_many, name="many"),
    path("queue/<int:pk>/decide/", decide_one, name="decide"),
    path("queue/<int:pk>/skip/", skip_one, name="skip"),
    path("queue/<int:pk>/open/", open_crisis, name="open_crisis"),
]
