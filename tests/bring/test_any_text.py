"""Whatever a text holds, what is made of it is read whole by our pages: nothing of it would stop a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glose.digest.bring.intake import _body
from glose.digest.bring.links import Index, Links
from glose.digest.bring.mended import mended
from glose.digest.bring.post import Post
from glose.digest.check.links import Lines, references
from glose.digest.render import read
from tests.bring.desk import source

SIGNS = [
    *(
        "a",
        "b\n",
        "\n",
        "\n\n",
        "<b>",
        "</b>",
        "<div>",
        "</div>\n",
        "<!--",
        "-->",
        "`",
        "```\n",
        "~~~",
        "> ",
        "- ",
        "    ",
    ),
    *(
        "[x](",
        "y.md",
        ")",
        "![p](",
        '{{< ref "z" >}}',
        "{{<x",
        "/>}}",
        "{% raw %}",
        "{{ y }}",
        "{filename}z.md",
        "\\",
    ),
    *(
        "{attach}../q",
        "|static|",
        "[[",
        "]]",
        "[^1]",
        "[^1]: n\n",
        "[r]: ",
        "http://a.example/",
        "</a>",
        "*",
        "<br>",
    ),
    *(
        "<a href='javascript:x'>",
        "<img src=x>",
        "<table>",
        "<td>",
        "_",
        "&lt;",
        "# ",
        "|---|\n",
        "| c ",
        "<int>",
        "<?php",
    ),
    *("![alt][r]", "[r]", "1. ", ": d\n", "{#id}", '<iframe src="q">', "<ftp://a.example>", "\t", "\u200b"),
]


@pytest.mark.parametrize("kind", ["hugo", "jekyll", "pelican"])
@settings(max_examples=100, deadline=None)
@given(signs=st.lists(st.sampled_from(SIGNS), max_size=14), markup=st.sampled_from(["markdown", "html"]))
@example(signs=["[[", "[r]", "]]"], markup="markdown")
@example(signs=["\\", "[[", "1. ", "]]"], markup="markdown")
@example(signs=["[x](", "`", "{{ y }}", "\u200b", "{filename}z.md", "`", ")"], markup="markdown")
def test_any_text_is_read_whole(
    tmp_path_factory: pytest.TempPathFactory, kind: str, signs: list[str], markup: str
) -> None:
    root = _root(tmp_path_factory)
    post = Post(
        path="f.md", id="p/f.md", text="".join(signs), markup=markup, folder=root, lang="en", title="T"
    )  # type: ignore[arg-type]
    links = Links(post, source(kind, root), Index(), root, dry=True)
    shown, problems = read(mended(_body(post, links.source, links).strip("\n"), links, 1), "en")
    assert not problems
    assert "data-term" not in shown
    for found in references(shown, "articles/x.md", Lines(shown))[1]:
        assert found.what in ("tag", "category", "author", "index")


def _root(factory: pytest.TempPathFactory) -> Path:
    root = factory.getbasetemp() / "any-text"
    (root / "content").mkdir(parents=True, exist_ok=True)
    return root
