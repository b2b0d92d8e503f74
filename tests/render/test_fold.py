"""What an edition always says is folded into its templates, and they say the same as before."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from glose.digest.site.render.edition import Templates
from glose.digest.site.render.fold import Folded, Folding
from tests.render.conftest import Read


class Here:
    """An object among the constants."""

    prefix = "en/"
    many = (1, 2)


CONSTANTS: dict[str, Any] = {
    "yes": True, "no": False, "none": None, "name": "A & <b>", "home": Markup("<i>/en/"), "number": 3, "here": Here(),
}  # fmt: skip
CALLS: list[str] = []


def say(*words: object) -> Markup:
    CALLS.append("say")
    return Markup("<q>") + " ".join(map(str, words)) + Markup("</q>")


def environment(text: str, *, fold: bool) -> Folded:
    env = Folded(
        loader=DictLoader({"x.html": text}), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    env.folding = Folding(CONSTANTS, {"say": say}) if fold else None
    env.globals.update(CONSTANTS, say=say)
    return env


def shown(text: str, *, fold: bool) -> str:
    return environment(text, fold=fold).get_template("x.html").render(value="V <&>", empty="")


NAMES = st.sampled_from(
    ["yes", "no", "none", "name", "home", "number", "value", "empty", "here.prefix", "'x<'"]
)


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} ~ {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"say({two[0]}, {two[1]})"),
        st.tuples(inner, inner, inner).map(lambda three: "({} if {} else {})".format(*three)),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} and {two[1]})"),
        inner.map(lambda one: f"(not {one})"),
    )


EXPRESSIONS = st.recursive(NAMES, _wider, max_leaves=5)
BODIES = EXPRESSIONS.map(lambda one: f"{{{{ {one} }}}}\n")
BRANCHES = st.tuples(EXPRESSIONS, BODIES, EXPRESSIONS, BODIES, BODIES).map(
    lambda five: "{{% if {} %}}\n{}{{% elif {} %}}\n{}{{% else %}}\n{}{{% endif %}}\n".format(*five)
)
LOOPS = st.tuples(EXPRESSIONS, EXPRESSIONS).map(
    lambda two: f"{{% for one in ({two[0]}, {two[1]}) if one %}}{{{{ one }}}}{{% endfor %}}\n"
)
TEXTS = st.lists(st.one_of(BODIES, BRANCHES, LOOPS), max_size=4).map("".join)


@settings(deadline=None, max_examples=80)
@given(TEXTS)
def test_a_folded_template_says_what_it_said(text: str) -> None:
    assert shown(text, fold=True) == shown(text, fold=False)


def test_what_is_folded_is_called_once_and_not_for_every_page() -> None:
    template = environment("{{ say('a', name) }}{{ say(value) }}", fold=True).get_template("x.html")
    CALLS.clear()
    assert "V &lt;&amp;&gt;" in template.render(value="V <&>")
    template.render(value="other")
    assert CALLS == ["say", "say"]


def test_a_branch_that_is_never_taken_is_not_compiled() -> None:
    env = environment("{% if no %}{{ nowhere }}{% elif value %}B{% elif yes %}C{% endif %}", fold=True)
    assert "nowhere" not in str(env.parse("{% if no %}{{ nowhere }}{% endif %}"))
    assert env.get_template("x.html").render(value="") == "C"


@pytest.mark.parametrize(
    "text",
    [
        "{% set name = 'mine' %}",
        "\n{% for home in (1, 2) %}{% endfor %}",
        "{% macro x(number) %}{% endmacro %}",
        "{% set say = 1 %}",
    ],
)
def test_a_template_cannot_hide_a_constant(text: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="the same on every page; choose another name") as error:
        environment(text, fold=True).get_template("x.html")
    assert error.value.lineno == text.count("\n") + 1


def test_a_name_of_its_own_is_a_templates_own() -> None:
    assert shown("{% set names = 'mine' %}{{ names }}", fold=True) == "mine"


def test_every_kind_of_page_of_a_site_is_the_same_without_folding(small: Read) -> None:
    folded, plain = small.renderer(), small.renderer()
    for lang in ("fr", "en"):
        parts = (lang, plain.settings, plain.theme, plain.constants)
        plain._templates[lang] = Templates(*parts, fold=False)
    for page in small.pages:
        assert folded.render(page, small.fetch) == plain.render(page, small.fetch), page.path
