"""The headers that every answer of a publication has, whoever serves it; what differs by file is in attributes.py."""

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
"""What no page asks for, so that nothing on it may (Permissions-Policy): neither a browser's senses nor advertising."""


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
