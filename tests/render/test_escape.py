"""Whatever stands in a value is shown as its letters; only HTML that the reader has made is HTML."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import msgspec
import pytest

from glose.digest.errors import DigestError
from glose.digest.site.values import (
    Article,
    Card,
    Correction,
    LexiconEntry,
    Link,
    Mentioned,
    Named,
    Page,
    Picture,
    Sheet,
    Text,
    Value,
)
from tests.render.conftest import Read

PLAIN: dict[str, Any] = {"links": {}, "sizes": {}}
BAD = "<i>{}</i>\"'&--></script><script>x</script>"
SOUND = {
    "when": "2016-03-15T17:42:00+01:00", "modified": "2016-03-15T17:42:00+01:00", "lang": "en", "type": "person",
}  # fmt: skip
"""What the reader of the content lets no other text into."""


def filled(kind: type[Value], **more: Any) -> Any:
    """A value of which every text is hostile and says its field."""
    values: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        if field.type is str:
            values[field.name] = SOUND.get(field.name, BAD.format(field.name))
        elif field.type is int:
            values[field.name] = 3
        elif field.type is bool:
            values[field.name] = False
        else:
            values[field.name] = b"x" if field.type is bytes else ()
    return kind(**values | more)


ENTRY = filled(LexiconEntry, type="person", native=((BAD.format("native"), "ar", "rtl"),))
TEXT = filled(
    Text,
    html="<p>made</p>",
    lexicon=(ENTRY,),
    picture=filled(Picture, caption="<b>made</b>"),
    shown="excerpt",
)
ARTICLE = filled(
    Article,
    text=b"text",
    status="published",
    precision="minute",
    corrections=(Correction(date(2016, 3, 1), BAD.format("what")),),
    mentioned=(Mentioned(BAD.format("words"), date(2016, 3, 1), None),),
    authors=(BAD.format("author"),),
    terms=(filled(Named),),
)
LINK = filled(Link)
CARD = filled(Card, status="published", translations=(("en", BAD.format("url")),))
MORE = {"original": "", "printing_of": "", "share": ""}
PAGES = {
    "article": Page(
        "x/index.html", "article.html", "fr", "x/", (("fr", "x/"), ("en", BAD)),
        {
            "article": ARTICLE, "related": [(LINK, [BAD])], "printings": [LINK],
            "translations": (("en", BAD),), **PLAIN, "guest": False, **MORE,
        },
    ),
    "retracted": Page(
        "x/index.html", "article.html", "fr", "x/", (("fr", "x/"),),
        {
            "article": msgspec.structs.replace(ARTICLE, status="retracted"),
            "related": [], "printings": [], "translations": (), **PLAIN, "guest": False, **MORE,
        },
    ),
    "sheet": Page("x/index.html", "page.html", "fr", "x/", (), {"page": filled(Sheet, text=b"text"), **PLAIN}),
    "redirect": Page("x/index.html", "redirect.html", "fr", BAD, (), {"article": LINK}),
}  # fmt: skip
_ALLOWED = re.compile(
    r"<style>.*?</style>|<script type=\"(?:module|application/ld\+json)\">(?:(?!<[/a-z]).)*</script>", re.S
)


@pytest.mark.parametrize("name", [*PAGES, "listing"])
def test_no_value_becomes_markup(small: Read, name: str) -> None:
    page = PAGES.get(name) or listing(small)
    shown = small.renderer().render(page, lambda _fp, _kind: TEXT).decode()
    shown = _ALLOWED.sub("", shown)
    assert "<i>" not in shown
    assert "<script" not in shown
    assert "&lt;i&gt;" in shown
    for tag in re.findall(r"<[a-z][^<>]*>", shown):
        assert not re.sub(r'^<[a-z0-9]+|\s+[a-z:-]+(?:="[^"]*")?|\s*/?>$', "", tag), tag


def listing(small: Read) -> Page:
    """A list of one hostile article under a hostile heading."""
    page = small.page("tags/exempleville/index.html")
    more = {"days": ((date(2016, 3, 15), (CARD,)),), "heading": BAD}
    return msgspec.structs.replace(page, values={**page.values, **more})


def test_html_that_the_reader_has_made_is_html(small: Read) -> None:
    shown = small.renderer().render(PAGES["article"], lambda _fp, _kind: TEXT).decode()
    assert '<p id="p1">made</p>' in shown
    assert "<b>made</b>" in shown


def test_a_name_that_nobody_gives_a_template_is_a_fault_at_its_line(small: Read) -> None:
    page = small.page("2016/03/16/suite/index.html")
    less = {name: value for name, value in page.values.items() if name != "related"}
    with pytest.raises(
        DigestError, match=r"^theme/\w+/article\.html:\d+: UndefinedError: 'related' is undefined"
    ) as error:
        small.renderer().render(msgspec.structs.replace(page, values=less), small.fetch)
    assert "2016/03/16/suite/index.html" in str(error.value)


def test_a_value_cannot_take_the_place_of_what_every_page_has(small: Read) -> None:
    page = Page("x.html", "404.html", "fr", "x.html", (), {"SITENAME": "Other"})
    with pytest.raises(ValueError, match="SITENAME"):
        small.renderer().render(page, small.fetch)


def test_an_error_outside_a_template_is_not_called_a_templates(small: Read) -> None:
    page = small.page("2016/03/16/suite/index.html")
    with pytest.raises(KeyError):
        small.renderer().render(page, lambda _fp, _kind: {}["gone"])
