"""django-comments-xtd is the table under our comments and nothing else. Its own configuration would publish the
rejected answers of a comment with it (a ``pre_save`` cascade): ours begins nothing.
"""

from django_comments_xtd.apps import CommentsXtdConfig


class StorageConfig(CommentsXtdConfig):
    def ready(self):
        pass
