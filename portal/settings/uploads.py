"""What may be sent to the portal, and how much. ``portal.upload_limits`` and ``portal.picture_form`` hold to it."""

MEGABYTE = 1024 * 1024

# A whole request, refused by the length that it states before anything of it is read.
LARGEST_PUBLIC_POST = 1_280 * 1024  # bytes; the largest receipt takes 1 MB
LARGEST_STAFF_POST = 110 * MEGABYTE  # an import of many files

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * MEGABYTE  # of a form without its files: a very long article is 1 MB
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long article's editor sends more than Django's 1,000
DATA_UPLOAD_MAX_NUMBER_FILES = 60
FILE_UPLOAD_PERMISSIONS = 0o644

# Pictures. No SVG: it is a document that can hold script. docs/security-checks.md says what is done with the others.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * MEGABYTE
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000  # of all frames together
MOST_FRAMES = 300  # of a picture that moves
