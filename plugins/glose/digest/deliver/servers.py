"""What a web server has to be told: headers, redirects, compressed twins, the page for what is not there.

Everything is derived from the site's own ``_headers`` and ``_redirects``, which are the one home of both, and holds
below a path too. What a person pastes into a server's settings must not go stale with the next change of a style, so
there the policy is only what a page cannot say itself; files that are published with the site carry the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

SERVERS = ("nginx", "caddy", "apache", "headers", "redirects")
"""What `written` writes; the last two for Netlify, Cloudflare Pages and those that read the same files."""
POLICY = "Content-Security-Policy"
FRAMES = "frame-ancestors 'none'"
"""The part of the policy that holds in a header only (CSP 3, section 3.3)."""
FRESH, FOREVER = "no-cache", "public, max-age=31536000, immutable"
"""Ask again each time, which costs a 304; and for files whose names change with what they hold."""
NAMED = "pagefind/(?:fragment|index)/"
"""Folders of such files."""
TYPES = (
    ("jsonld", "application/ld+json"),
    ("ttl", "text/turtle"),
    ("webmanifest", "application/manifest+json"),
)
"""Suffixes that servers do not know by themselves."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the site wants of any server."""

    siteurl: str
    headers: tuple[tuple[str, str], ...]
    """Name and value, for every file."""
    moves: tuple[tuple[str, str], ...]
    """Former and present address, percent-encoded, without the slash at the front."""

    @classmethod
    def of(cls, headers: str, redirects: str, siteurl: str) -> Rules:
        """Read from ``_headers`` and ``_redirects`` of a built site.

        >>> Rules.of("/*\\n  A: b\\n", "/old/ /new/ 301\\n", "https://news.example/digest").path
        '/digest'
        """
        lines = (line.strip().partition(": ") for line in headers.splitlines() if line[:1].isspace())
        rows = (line.split() for line in redirects.splitlines())
        moves = tuple((row[0][1:], row[1][1:]) for row in rows if len(row) == 3)
        return cls(siteurl.rstrip("/"), tuple((name, value) for name, _, value in lines if value), moves)

    @property
    def path(self) -> str:
        """Where the site lies on its host: ``/digest``, or nothing at the root."""
        return urlsplit(self.siteurl).path

    @property
    def lasting(self) -> tuple[tuple[str, str], ...]:
        """The headers in a form that no change of a page makes wrong."""
        return tuple((name, FRAMES if name == POLICY else value) for name, value in self.headers)


def written(server: str, rules: Rules, folder: str) -> str:
    """The settings for one of `SERVERS`, to be pasted; `folder`: where the site lies on the server."""
    if server == "headers":
        return headers_file(rules, f"{rules.path.strip('/')}/".lstrip("/")).decode()
    if server == "redirects":
        return redirects_file(rules, f"{rules.path.strip('/')}/".lstrip("/")).decode()
    if server == "apache":
        return htaccess(rules).decode()
    return (nginx if server == "nginx" else caddy)(rules, folder.rstrip("/"))


def headers_file(rules: Rules, prefix: str) -> bytes:
    """``_headers`` for a host below whose root the site lies at `prefix`."""
    lines = (f"  {name}: {value}\n" for name, value in rules.headers)
    return "".join((f"/{prefix}*\n", *lines)).encode()


def redirects_file(rules: Rules, prefix: str) -> bytes:
    """``_redirects`` for the same; where something in front takes the path away, the whole address is named."""
    base = f"/{prefix}" if prefix or not rules.path else f"{rules.siteurl}/"
    return "".join(f"/{prefix}{old} {base}{new} 301\n" for old, new in rules.moves).encode()


def nginx(rules: Rules, folder: str) -> str:
    """Directives for a ``server`` block."""
    path = rules.path
    sent = "".join(f"    add_header {name} {_quoted(value)} always;\n" for name, value in rules.lasting)
    types = "".join(f" {kind} {suffix};" for suffix, kind in TYPES)
    moves = "".join(
        f"location = {_quoted(f'{path}/{unquote(old)}')} {{ return 301 {_quoted(f'{path}/{new}')}; }}\n"
        for old, new in rules.moves
    )
    bare = f"location = {path} {{ return 301 {path}/; }}\n" if path else ""
    return f"""\
absolute_redirect off;
{bare}{moves}location {path}/ {{
    alias {_quoted(f"{folder}/")};
    index index.html;
    error_page 404 {path}/404.html;
    include mime.types;
    types {{{types} }}
    charset utf-8;
    charset_types text/css text/plain text/xml text/turtle application/xml application/json
                  application/ld+json application/javascript text/javascript;
    default_type application/octet-stream;
    gzip_static on;
    gzip_vary on;
    # brotli_static on;  # where nginx has the module ngx_brotli
    etag on;
    set $glose_cache "{FRESH}";
    if ($uri ~ "^{path}/{NAMED}") {{ set $glose_cache "{FOREVER}"; }}
    add_header Cache-Control $glose_cache;
{sent}    location ~ "/\\.(?!well-known/)" {{ return 404; }}
}}
"""


def caddy(rules: Rules, folder: str) -> str:
    """A site of a Caddyfile; Caddy gets its certificate itself."""
    path = rules.path
    host = urlsplit(rules.siteurl).netloc
    sent = "".join(f"\t\t{name} {_quoted(value)}\n" for name, value in rules.lasting)
    within = sent.replace("\t\t", "\t\t\t")
    moves = "".join(
        f"\tredir {_quoted(f'{path}/{old}')} {_quoted(f'{path}/{new}')} 301\n" for old, new in rules.moves
    )
    bare = f"\tredir {path} {path}/ 301\n" if path else ""
    handle = f"handle_path {path}/*" if path else "handle"
    return f"""\
{host} {{
{bare}{moves}	header {{
{sent}		-Server
	}}
	@named path_regexp ^{path}/{NAMED}
	header @named Cache-Control "{FOREVER}"
	@others not path_regexp ^{path}/{NAMED}
	header @others Cache-Control "{FRESH}"
	{handle} {{
		@hidden {{
			path_regexp /\\.
			not path /.well-known/*
		}}
		error @hidden 404
		root * {_quoted(folder)}
		file_server {{
			precompressed br gzip
		}}
	}}
	handle_errors {{
		header {{
{within}			-Server
		}}
		root * {_quoted(folder)}
		rewrite * /404.html
		file_server
	}}
}}
"""


def htaccess(rules: Rules) -> bytes:
    """``.htaccess``, published with the site; Apache reads it where ``AllowOverride All`` allows."""
    path = rules.path
    sent = "".join(f"Header always set {name} {_quoted(value)}\n" for name, value in rules.headers)
    types = "".join(f"AddType {kind} .{suffix}\n" for suffix, kind in TYPES)
    formers = [re.escape(f"{path}/{unquote(old)}") for old, _ in rules.moves]
    moves = "".join(
        f"RedirectMatch 301 {_quoted(f'^{former}$')} {_quoted(f'{path}/{new}')}\n"
        for former, (_, new) in zip(formers, rules.moves, strict=True)
    )
    return f"""\
# Written by `invoke publish`: what is changed here is lost. Needs mod_headers and mod_rewrite.
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 {path}/404.html
AddDefaultCharset utf-8
AddCharset utf-8 .css .js .json .jsonld .xml .txt .ttl .svg
{types}{moves}RemoveLanguage .br
RemoveType .gz .br
AddEncoding gzip .gz
AddEncoding br .br
RewriteEngine On
RewriteBase {path}/
RewriteRule (?:^|/)\\.(?!well-known/) - [R=404,L]
RewriteRule \\.(?:gz|br)$ - [E=no-gzip:1,E=no-brotli:1,L]
RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
RewriteCond %{{REQUEST_FILENAME}}index.html.br -f
RewriteRule ^(|.*/)$ $1index.html.br [L]
RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
RewriteCond %{{REQUEST_FILENAME}}index.html.gz -f
RewriteRule ^(|.*/)$ $1index.html.gz [L]
RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
RewriteCond %{{REQUEST_FILENAME}}.br -f
RewriteRule ^(.+)$ $1.br [L]
RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
RewriteCond %{{REQUEST_FILENAME}}.gz -f
RewriteRule ^(.+)$ $1.gz [L]
Header merge Vary Accept-Encoding
Header set Cache-Control "{FRESH}"
Header set Cache-Control "{FOREVER}" "expr=%{{REQUEST_URI}} =~ m#{path}/{NAMED}#"
{sent}""".encode()


def _quoted(value: str) -> str:
    r"""In quotation marks, as all three servers read them.

    >>> print(_quoted('a "b" \\ c'))
    "a \"b\" \\ c"
    """
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
