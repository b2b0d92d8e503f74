"""Templates are compiled to code that does less than Jinja's own, and says the same."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from glose.digest.site.render.fold import Folded


class Dated:
    """A value that knows how it is shown."""

    def __html__(self) -> str:
        return "<time>"

    def __str__(self) -> str:
        return "time & tide"


def named(words: str, *, twice: bool = False) -> str:
    return words * (1 + twice)


VALUES: dict[str, Any] = {
    "plain": "a < b & \"c\" 'd'",
    "marked": Markup("<b>bold</b>"),
    "number": 7,
    "nothing": None,
    "dated": Dated(),
    "rows": ["x", Markup("<i>"), "<"],
    "named": named,
}
SAME = [
    "{{ plain }}{{ marked }}{{ number }}{{ nothing }}{{ dated }}",
    "{% for row in rows %}{{ loop.index }}{{ row }}{{ named(row) }}{% endfor %}",
    "{{ named(plain, twice=true) }}{{ named(marked) }}{{ named(*[plain]) }}{{ named(**{'words': plain}) }}",
    "{% macro m(x, y='<') %}{{ x }}{{ y }}{{ varargs }}{% endmacro %}{{ m(plain) }}{{ m(marked, plain, 1) }}",
    "{% macro m() %}<p>{{ caller(plain) }}{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}",
    "{% set x %}<{{ plain }}>{% endset %}{{ x }}{{ x ~ plain }}{{ plain|upper }}{{ marked|safe }}",
    "{% autoescape false %}{{ plain }}{% endautoescape %}{{ plain|e }}{{ rows|join(plain) }}",
    "{{ plain if number > 3 else marked }}{{ range(number)|list }}{{ plain.upper() }}",
]


def rendered(kind: type[Environment], text: str) -> str:
    env = kind(autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.do"])
    return env.from_string(text).render(VALUES)


@pytest.mark.parametrize("text", SAME)
def test_a_template_says_what_jinja_has_it_say(text: str) -> None:
    assert rendered(Folded, text) == rendered(Environment, text)


@pytest.mark.parametrize(
    "text", ["{{ missing }}", "{{ missing() }}", "{{ plain.missing() }}", "{{ rows.x.y }}"]
)
def test_a_name_that_is_not_there_is_the_same_fault(text: str) -> None:
    said = []
    for kind in (Folded, Environment):
        with pytest.raises(UndefinedError) as fault:
            rendered(kind, text)
        said.append(str(fault.value))
    assert said[0] == said[1]
