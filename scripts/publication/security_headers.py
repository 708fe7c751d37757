"""What a browser may do on the site: its policy, and the headers that a server sends with it."""

import base64
import hashlib
from collections.abc import Iterable, Mapping

Paths = Mapping[str, Mapping[str, str]]


def policy_for(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The Content-Security-Policy (level 3) of pages with these written into them.

    Nothing from elsewhere, nothing inline but what has its hash here.
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *_hashes(scripts))),
            " ".join(("style-src 'self'", *_hashes(styles))),
            "img-src 'self' data:",  # the theme's icons are written into its stylesheet
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = {hashlib.sha256(text.encode()).digest() for text in texts}
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


# A <meta> cannot say who may frame a page; a header can.
_POLICY = "Content-Security-Policy"
_NO_FRAME = {_POLICY: "frame-ancestors 'none'", "X-Frame-Options": "DENY"}


def headers_for(policy: str) -> dict[str, str]:
    """The headers of every answer."""
    return {
        _POLICY: policy,
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


# Kept, and asked each time whether it is still the same.
ASK = {"Cache-Control": "no-cache"}
# What a page of another site may read.
SHARED = {"Access-Control-Allow-Origin": "*"}


def headers_file(headers: Mapping[str, str], paths: Paths, pages: Iterable[str]) -> str:
    """The headers as static hosts read them, in a file named `_headers`.

    `paths` are more headers for some paths below the site's; `*` ends one that stands for a folder.
    Hosts join what several paths say of a header, and cannot take back what `/*` says: the pages
    that nobody may frame are named, also without the `.html` that some hosts leave out.
    """
    names = {
        name: _NO_FRAME
        for page in pages
        for name in (page, page.removesuffix(".html"), page.removesuffix("index.html"))
    }
    lines = []
    for path, more in {"*": headers, **paths, **names}.items():
        lines += [f"/{path}", *(f"  {name}: {value}" for name, value in more.items())]
    return "\n".join(lines) + "\n"


def caddy_file(headers: Mapping[str, str], paths: Paths, framed: Iterable[str]) -> str:
    """The same as Caddy reads them, to import into a site block.

    `framed` are the pages that other sites may frame. No header is set twice for a path: which of
    two Caddy takes is a matter of its own order.
    """
    shared = {name: value for name, value in headers.items() if name != _POLICY}
    policy = {_POLICY: headers[_POLICY]}
    own = _NO_FRAME | {_POLICY: f"{headers[_POLICY]}; {_NO_FRAME[_POLICY]}"}
    names = " ".join(f"/{path}" for path in framed)
    lines = [f"@framed path {names}", f"@own not path {names}"]
    lines += _block("", shared) + _block("@own ", own) + _block("@framed ", policy)
    for path, more in paths.items():
        lines += [f'header /{path} {name} "{value}"' for name, value in more.items()]
    return "\n".join(lines) + "\n"


def _block(matcher: str, headers: Mapping[str, str]) -> list[str]:
    lines = (f'\t{name} "{value}"' for name, value in headers.items())
    return [f"header {matcher}{{", *lines, "}"]
