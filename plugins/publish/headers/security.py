"""Headers of every answer, on all hosts; those that differ by file are in per_file.py."""

from collections.abc import Mapping

from plugins.publish.headers.csp import content_security_policy
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes

PERMISSIONS = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
"""Features of browsers that no page uses, and so nothing on it may (Permissions-Policy)."""


def security_headers(notes: Notes, settings: HeaderSettings) -> Mapping[str, str]:
    """Return the headers by name, in the order in which they are sent."""
    transport = {"Strict-Transport-Security": f"max-age={settings.hsts}"} if settings.hsts else {}
    return {
        "Content-Security-Policy": content_security_policy(notes, settings.sources),
        **transport,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
