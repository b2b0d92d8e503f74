"""WordPress exports (WXR 1.0 to 1.2): one article a post; pages, menus, attachments and revisions are none.

Posts are stored as their authors typed them: a line break is one, shortcodes stand in brackets, and block
comments are comments. A post that its blog does not show is not published here either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from glose.digest.html.blocks import from_html
from glose.digest.html.xml import (
    Element,
    attribute,
    children,
    find_all,
    local,
    namespace,
    parse,
    sniffed_root,
    text_of,
    value,
)
from glose.digest.model.article import Image
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import SeedError
from glose.digest.model.limits import FEED_BYTES
from glose.digest.readers.story import Story, drafts, each

MAX_BYTES = FEED_BYTES
_NAMESPACE = b"wordpress.org/export/"
_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b[^\[\]]{0,500}\]((?:(?!\[(?:wp_)?caption\b).){1,4000}?)\[/(?:wp_)?caption\]",
    re.S | re.I,
)
_PICTURE = re.compile(r"\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.I)
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|embed|audio|video|playlist|youtube|tweet|vc_\w+|et_pb_\w+|su_\w+|contact-form-7|toc|ad\w*"
    r"|soundcloud)\b[^\[\]]{0,500}\]",
    re.I,
)


def sniff(source: Source) -> bool:
    """True for an RSS document that declares WordPress's export namespace."""
    return sniffed_root(source) == "rss" and _NAMESPACE in source.head.replace(b"\0", b"")


def read(source: Source) -> Iterator[Draft | SeedError]:
    """One draft a post that has text. Raises `SeedError` when none has."""
    root, findings = parse(source)
    channel = next(iter(find_all(root, "channel")), root)
    names = {
        value(author, "author_login"): value(author, "author_display_name")
        for author in children(channel, "author")
    }
    items = children(channel, "item")
    posts = [item for item in items if value(item, "post_type") in ("post", "")]
    others = (Story(absent=f"a WordPress {value(item, 'post_type')}") for item in items if item not in posts)
    stories = each(posts, lambda item: [_story(item, channel, names, source.name)])
    yield from drafts(source, (*stories, *others), findings)


def _story(item: Element, channel: Element, names: Mapping[str, str], name: str) -> Story:
    html = _CAPTION.sub(_figure, _encoded(item, "content"))
    codes = _SHORTCODE.findall(html)
    text = from_html(_SHORTCODE.sub("\n\n", html), name, lines=True)
    login = value(item, "creator")
    author = names.get(login) or login
    stamp = value(item, "post_date_gmt")
    created = value(item, "pubDate") or (
        f"{stamp}Z" if stamp and not stamp.startswith("0000") else value(item, "post_date")
    )
    status = value(item, "status")
    terms = [(attribute(category, "domain"), text_of(category)) for category in children(item, "category")]
    return Story(
        item=value(item, "guid") or value(item, "post_id"),
        title=value(item, "title"),
        standfirst=" ".join(block.text for block in from_html(_encoded(item, "excerpt"), name).blocks),
        byline=author if author != login else "",  # a login is nobody's signature
        authors=(author,),
        sources=(value(channel, "title"),),
        url=value(item, "link"),
        created=created,
        issued=value(item, "post_modified_gmt") or created,
        lang=value(channel, "language"),
        status="withheld" if value(item, "post_password") else status,
        embargo=created if status == "future" else "",
        category=next((term for domain, term in terms if domain == "category"), ""),
        tags=tuple(term for domain, term in terms if domain == "post_tag"),
        image=next((image for image in text.images if image.caption), Image()),
        blocks=text.blocks,
        left_out=(*text.left_out, *codes),
        absent=f"a post without text ({value(item, 'title')})",
    )


def _figure(shortcode: re.Match[str]) -> str:
    """A caption shortcode as the figure that WordPress makes of it."""
    picture = _PICTURE.match(shortcode[1])
    if picture is None:
        return shortcode[1]
    text = shortcode[1][picture.end() :]
    return f"<figure>{picture[0]}<figcaption>{text}</figcaption></figure>"


def _encoded(item: Element, kind: str) -> str:
    """The text of ``content:encoded`` or ``excerpt:encoded``."""
    return next(
        (
            "".join(map(str, element.itertext()))
            for element in item
            if local(element) == "encoded" and kind in namespace(element)
        ),
        "",
    )
