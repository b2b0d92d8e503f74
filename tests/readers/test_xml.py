"""The hardened parser: what it reads without a DTD, and what it refuses by line."""

from __future__ import annotations

import pytest

from glose.digest.html.xml import (
    MAX_ATTRIBUTES,
    MAX_DEPTH,
    attribute,
    local,
    parse,
    sniffed_root,
    text_of,
)
from glose.digest.model.draft import Source
from glose.digest.model.errors import SeedError


def source(data: bytes | str) -> Source:
    return Source(data.encode() if isinstance(data, str) else data, "t.xml", {})


def text(data: bytes | str) -> str:
    return text_of(parse(source(data))[0])


def test_utf8_is_tried_before_a_declaration_that_lies() -> None:
    assert text('<?xml version="1.0" encoding="iso-8859-1"?><a>été</a>'.encode()) == "été"


def test_a_declaration_that_tells_the_truth_is_followed() -> None:
    assert text('<?xml version="1.0" encoding="iso-8859-15"?><a>à 5 €</a>'.encode("iso-8859-15")) == "à 5 €"


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_unicode_encodings_are_read(charset: str) -> None:
    assert text('<?xml version="1.0"?><a>une vingtaine de lettres en été</a>'.encode(charset)).endswith("été")


def test_a_doctype_with_an_external_entity_is_read_without_it() -> None:
    doctype = '<!DOCTYPE a PUBLIC "urn:x" "x.dtd" [<!ENTITY % n SYSTEM "file:///etc/passwd"> %n; ]>'
    assert text(f"<?xml version='1.0'?>{doctype}<a>text</a>") == "text"


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY x "boom">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        "<!ENTITY % x \"<!ENTITY y 'boom'>\"> %x;",
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x "&b;&b;&b;">',
    ],
)
def test_an_entity_declared_inside_is_refused_by_its_line(entity: str) -> None:
    with pytest.raises(SeedError, match=r"t\.xml:2: an entity declared in the DOCTYPE; remove it"):
        parse(source(f"<!DOCTYPE a [\n{entity}]><a>&x;</a>"))


def test_a_doctype_in_a_comment_or_in_text_is_no_doctype() -> None:
    assert text("<!-- <!DOCTYPE a [ --><a>&lt;!DOCTYPE x [</a>") == "<!DOCTYPE x ["


def test_the_names_of_html_are_read_and_bare_ampersands_kept() -> None:
    assert (
        text("<a>&eacute;t&eacute; AT&T R & B &unknown; &amp; &#233;</a>") == "été AT&T R & B &unknown; & é"
    )


def test_cdata_is_left_as_it_is() -> None:
    assert text("<a><![CDATA[&eacute; & <b>]]></a>") == "&eacute; & <b>"


def test_what_is_not_well_formed_is_refused_by_its_line() -> None:
    with pytest.raises(SeedError, match=r"t\.xml:3: not well-formed XML"):
        parse(source("<?xml version='1.0'?>\n<a>\n<b></a>"))


@pytest.mark.parametrize(
    "bomb",
    [
        "<a>" * (MAX_DEPTH + 1) + "</a>" * (MAX_DEPTH + 1),
        "<a>" * 5000 + "</a>" * 5000,
        "<a" + "".join(f" n{i}='x'" for i in range(MAX_ATTRIBUTES + 1)) + "/>",
        "<a>" + "x" * 11_000_000 + "</a>",
    ],
    ids=["deep", "far too deep for libxml2", "attributes", "one long text"],
)
def test_what_libxml2_would_cut_or_choke_on_is_refused(bomb: str) -> None:
    with pytest.raises(SeedError):
        parse(source(bomb))


def test_what_stays_within_the_limits_is_read() -> None:
    assert text("<a>" * MAX_DEPTH + "x" + "</a>" * MAX_DEPTH) == "x"


@pytest.mark.parametrize(
    ("head", "root"),
    [
        ('<?xml version="1.0"?>\n<!-- <b> --><x:nitf v="1">', "nitf"),
        ("\ufeff <NewsML>", "NewsML"),
        ('<!DOCTYPE a SYSTEM "x>y" [<!ENTITY % q SYSTEM "z">]><a>', "a"),
        (f"<?xml version='1.0'?><!--{' licence' * 2000}--><NewsML>", "NewsML"),
        ("plain text with <b>", ""),
        ("<!-- never closed", ""),
        ("", ""),
    ],
)
def test_the_root_is_told_from_the_first_bytes(head: str, root: str) -> None:
    assert sniffed_root(source(head)) == root


def test_prefixes_that_nobody_declares_are_put_up_with() -> None:
    (child,) = parse(source("<?xml version='1.0'?><!-- c --><a x:b='1'><ns0:c.d y:e='2'>text</ns0:c.d></a>"))[
        0
    ]
    assert (local(child), attribute(child, "e"), text_of(child)) == ("c.d", "2", "text")


def test_too_many_of_them_are_not() -> None:
    with pytest.raises(SeedError, match="Namespace prefix"):
        parse(source("<a>" + "".join(f"<p{n}:b/>" for n in range(20)) + "</a>"))
