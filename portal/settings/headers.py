"""What browsers are told with every response: what a page may load, and what they must not guess, pass on or allow.

Content Security Policy Level 3 (W3C), HSTS (RFC 6797), the OWASP Secure Headers project. ``portal.response_headers``
and ``portal.content_policy`` put them on responses; docs/security-checks.md says what a server in front must add.
"""

from csp.constants import NONE, SELF, UNSAFE_INLINE

from portal.environment import environment

SECURITY_CONTACT = environment().security_contact
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = environment().hsts_seconds
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # static files are for pages of this host
X_FRAME_OPTIONS = "DENY"  # Wagtail allows its own previews to be framed

# Public pages: nothing but what they use, and no exception. They have no fonts, frames, media or inline anything.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    },
}

# What a page that editors preview differs in: the editor shows it in a frame.
PREVIEW_CONTENT_POLICY = {"frame-ancestors": [SELF]}

# The admin: no inline script either (portal.admin.starting says how). Its editor writes style sheets into the page,
# with the numbers of paragraphs, reads pictures that are about to be uploaded, and frames previews.
ADMIN_CONTENT_POLICY = {
    "font-src": [SELF],
    "frame-ancestors": [SELF],
    "frame-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "style-src": [SELF, UNSAFE_INLINE],
}

# Files: a stylesheet or script needs no policy, but one that somebody opens by itself must be able to do nothing. What
# people uploaded is also kept from running in our name.
STATIC_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'"
MEDIA_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

# A letter is shown as a mail program shows it: its own style, no script, nothing from elsewhere.
LETTER_CONTENT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
)

# What a page could ask a browser for, as far as Chromium knows it: it complains about other names. Readers' pages ask
# for nothing.
PERMISSIONS = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
PASSKEYS = ("publickey-credentials-create", "publickey-credentials-get")  # staff may sign in with one

RESPONSE_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
    "Referrer-Policy": "same-origin",
    "Server": "portal",  # granian names itself unless something stands here
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ADMIN_PERMISSIONS_POLICY = ", ".join(f"{name}={'(self)' if name in PASSKEYS else '()'}" for name in PERMISSIONS)
