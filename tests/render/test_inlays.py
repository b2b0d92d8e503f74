"""Styles and scripts are laid into a page last, and only where nothing looks at them before."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, StrictUndefined
from markupsafe import Markup

from glose.digest.site.render.fold import Folded, Folding
from glose.digest.site.render.inlays import LONG, Inlays

STYLE = Markup("p>b{color:red}") * LONG
CONSTANTS = {"style": STYLE, "short": Markup("<i>"), "name": "x" * LONG}


def shown(text: str) -> str:
    env = Folded(loader=DictLoader({"x.html": text}), autoescape=True, undefined=StrictUndefined)
    env.folding = Folding(CONSTANTS, {}, Inlays(CONSTANTS).signs)
    env.globals.update(CONSTANTS)
    return env.get_template("x.html").render()


def test_a_style_is_a_sign_until_it_is_laid_in() -> None:
    page = shown("<style>{{ style }}</style>{{ short }}{{ name }}")
    assert len(page) < 2 * LONG
    assert Inlays(CONSTANTS).lay(page.encode()).decode() == f"<style>{STYLE}</style><i>{'x' * LONG}"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ style|length }}", str(len(STYLE))),
        ("{% filter upper %}{{ style }}{% endfilter %}", STYLE.upper()),
        ("{% set a %}{{ style }}{% endset %}{{ a|length }}", str(len(STYLE))),
        ("{% macro a() %}{{ style }}{% endmacro %}{{ a()|length }}", str(len(STYLE))),
        ("{{ style ~ 1 }}", f"{STYLE}1"),
    ],
)
def test_what_a_template_works_on_is_the_style_itself(template: str, said: str) -> None:
    assert shown(template) == said


def test_a_sign_that_nobody_knows_stays() -> None:
    assert Inlays(CONSTANTS).lay(b"a\x04short\x04\x04b\x04") == b"a\x04short\x04\x04b\x04"
