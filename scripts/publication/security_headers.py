"""What a browser may do on the site: its policy, and the headers that a server sends with it."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def policy_for(scripts: Iterable[str]) -> str:
    """The Content-Security-Policy (level 3) of pages with these scripts written into them.

    Nothing from elsewhere, nothing inline but what has its hash here.
    """
    digests = {hashlib.sha256(code.encode()).digest() for code in scripts}
    hashes = sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",  # the theme's icons are written into its stylesheet
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def headers_for(policy: str) -> dict[str, str]:
    """The headers of every answer. A <meta> cannot say who may frame a page; a header can."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


# The name of a file with a digest of its content never comes again with another content.
FOREVER = "public, max-age=31536000, immutable"
# Kept, and asked each time whether it is still the same.
ASK = "no-cache"


def headers_file(headers: Mapping[str, str], kept: Mapping[str, str]) -> str:
    """The headers as static hosts read them, in a file named `_headers`."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for path, how in kept.items():
        lines += [f"/{path}", f"  Cache-Control: {how}"]
    return "\n".join(lines) + "\n"


def caddy_file(headers: Mapping[str, str], kept: Mapping[str, str]) -> str:
    """The same as Caddy reads them, to import into a site block."""
    lines = ["header {", *(f'\t{name} "{value}"' for name, value in headers.items()), "}"]
    lines += [f'header /{path} Cache-Control "{how}"' for path, how in kept.items()]
    return "\n".join(lines) + "\n"
