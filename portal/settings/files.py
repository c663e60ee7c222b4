"""Where static files and pictures are kept: on this machine, or pictures in a bucket (``portal.media_storage``)."""

from pathlib import Path
from typing import Any

from portal.environment import PROJECT_DIR, environment

ENV = environment()

STATIC_URL = "/static/"
STATIC_ROOT = Path(ENV.static_dir) if ENV.static_dir else ENV.data_dir / "static"
STATICFILES_DIRS = [PROJECT_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = ENV.data_dir / "media"
MEDIA_S3 = {
    "bucket": ENV.media_s3_bucket,
    "endpoint": ENV.media_s3_endpoint,
    "region": ENV.media_s3_region,
    "key_id": ENV.media_s3_key_id,
    "secret": ENV.media_s3_secret,
}


def storages(*, in_bucket: bool) -> dict[str, dict[str, Any]]:
    """Django's ``STORAGES``: uploads, the renditions made of them, static files."""
    on_disk = "portal.storage.WholeFileStorage"
    return {
        "default": {"BACKEND": "portal.media_storage.Originals" if in_bucket else on_disk},
        "renditions": {"BACKEND": "portal.media_storage.Renditions" if in_bucket else on_disk},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }


STORAGES = storages(in_bucket=bool(ENV.media_s3_bucket))
WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
WHITENOISE_MANIFEST_STRICT = False  # a stylesheet that was not collected must not turn pages into errors
MAINTENANCE_FILE = ENV.data_dir / "maintenance"
