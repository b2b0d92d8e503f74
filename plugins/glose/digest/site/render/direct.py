"""Templates as Python that does less: text is escaped without being marked as escaped, and a function is just called.

Both are what Jinja does for every single value: the mark is lost where the text is joined, and none of our functions
asks for the template's context.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from markupsafe import Markup, escape
from markupsafe import _escape_inner as quoted  # type: ignore[attr-defined]  # of a plain string, not yet marked

marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""HTML as such, which `Markup` would first ask whether it is something else."""


def put(value: Any) -> str:
    """The value as it stands in the page."""
    kind = type(value)
    if kind is str:
        return quoted(value)
    if kind is int:
        return str(value)
    return value if kind is Markup else escape(value)


class Called(Macro):
    """A macro that is called at once where it is given just what it takes, as nearly all are."""

    def __call__(self, *given: Any, **named: Any) -> str:
        """What it says."""
        if named or len(given) != self._argument_count or self.caller or self.catch_kwargs:
            said: str = super().__call__(*given, **named)
            return said
        said = self._func(*given)
        return marked(said) if self._default_autoescape else said  # escaped in the macro


class Direct(CodeGenerator):
    """Writes the code of a template; its environment has `put` and `macro`."""

    def write_commons(self) -> None:
        """What every function of a template has at hand."""
        super().write_commons()
        self.writeline("put = environment.put")
        self.writeline("Macro = environment.macro")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("put(")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """``t('%(n)s', n=1)``."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")
