"""What an edition always says is put into its templates when they are compiled, so that saying it costs no call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import Environment, TemplateAssertionError, nodes
from jinja2.runtime import markup_join
from jinja2.visitor import NodeVisitor
from markupsafe import Markup

from glose.digest.site.render.direct import Called, Direct, put

PLAIN = (str, Markup, bool, int, type(None))
"""Types whose values compiled code can hold."""


class Folding(NodeVisitor):
    """A copy of a template's tree, which other editions fold as well: constants, their attributes and pure functions of
    them replaced by their values, without branches never taken.

    `constants` are not to be hidden by a template's own variables: that is an error, since an edition that is not
    folded would then say something else.
    """

    def __init__(
        self,
        constants: Mapping[str, Any],
        functions: Mapping[str, Callable[..., Any]],
        laid: Mapping[str, str] | None = None,
    ) -> None:
        """`laid`: by name of a constant what is written in its place, until it is laid in."""
        self.constants, self.functions, self.laid = constants, functions, laid or {}
        self.context: nodes.EvalContext | None = None

    def generic_visit(self, node: nodes.Node) -> Any:
        """The node with what stands for those in it."""
        found = object.__new__(type(node))
        vars(found).update(vars(node))
        for field in node.fields:
            value = getattr(node, field, None)
            if isinstance(value, nodes.Node):
                setattr(found, field, self.visit(value))
            elif type(value) is list:
                setattr(found, field, self._each(value))
        return found

    def _each(self, values: list[Any]) -> list[Any]:
        found: list[Any] = []
        for one in values:
            folded = self.visit(one) if isinstance(one, nodes.Node) else one
            if isinstance(folded, list):
                found += folded  # of a branch that is always taken
            else:
                found.append(folded)
        return found

    def visit_Name(self, node: nodes.Name) -> nodes.Expr:  # noqa: N802  the visitor's protocol
        """A constant."""
        if node.name not in self.constants and node.name not in self.functions:
            return node
        if node.ctx != "load":
            what = f"sets `{node.name}`, which is the same on every page; choose another name"
            raise TemplateAssertionError(what, node.lineno)
        value = self.constants.get(node.name, self)
        return self._const(value, node) if type(value) in PLAIN else node

    def visit_Output(self, node: nodes.Output) -> Any:  # noqa: N802
        """``{{ page_css }}``, where it goes straight into the page."""
        said = [
            nodes.TemplateData(self.laid[one.name], lineno=one.lineno)
            if isinstance(one, nodes.Name) and one.name in self.laid
            else one
            for one in node.nodes
        ]
        return nodes.Output(self._each(said), lineno=node.lineno)

    def _worked_on(self, node: nodes.Node) -> Any:
        """What may still be filtered, measured or compared before it is in the page."""
        laid, self.laid = self.laid, {}
        try:
            return self.generic_visit(node)
        finally:
            self.laid = laid

    visit_FilterBlock = visit_AssignBlock = visit_CallBlock = visit_Macro = _worked_on  # noqa: N815

    def visit_Getattr(self, node: nodes.Getattr) -> Any:  # noqa: N802
        """``here.direction``."""
        if isinstance(node.node, nodes.Name) and node.node.name in self.constants:
            value = getattr(self.constants[node.node.name], node.attr, self)
            if type(value) in PLAIN:
                return self._const(value, node)
        return self.generic_visit(node)

    def visit_Call(self, node: nodes.Call) -> Any:  # noqa: N802
        """``t('Glossary')``."""
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        found = self.generic_visit(node)
        given = [one.value for one in found.args if isinstance(one, nodes.Const)]
        bare = len(given) == len(node.args) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        return self._const(self.functions[name](*given), node) if bare and name in self.functions else found

    def visit_Concat(self, node: nodes.Concat) -> Any:  # noqa: N802
        """``home ~ 'glossary/'``: Jinja's own folding would forget which part is HTML already."""
        found = self.generic_visit(node)
        try:
            return self._const(markup_join(one.as_const(self.context) for one in found.nodes), node)
        except nodes.Impossible:
            return found

    def visit_CondExpr(self, node: nodes.CondExpr) -> Any:  # noqa: N802
        """``a if constant else b``."""
        found = self.generic_visit(node)
        if isinstance(found.test, nodes.Const) and (
            chosen := found.expr1 if found.test.value else found.expr2
        ):
            return chosen
        return found

    def visit_And(self, node: nodes.And) -> Any:  # noqa: N802
        """``constant and a``."""
        found = self.generic_visit(node)
        if isinstance(found.left, nodes.Const):
            return found.right if found.left.value else found.left
        return found

    def visit_If(self, node: nodes.If) -> Any:  # noqa: N802
        """``{% if constant %}``."""
        # One by one: a branch among them cannot stand for itself.
        first = nodes.If(node.test, node.body, [], node.else_, lineno=node.lineno)
        branches = [self.generic_visit(branch) for branch in (first, *node.elif_)]
        otherwise = branches[0].else_
        while branches and isinstance(test := branches[0].test, nodes.Const):
            if test.value:
                return branches[0].body
            del branches[0]
        if not branches:
            return otherwise
        first, *rest = branches
        return nodes.If(first.test, first.body, rest, otherwise, lineno=first.lineno)

    def _const(self, value: Any, node: nodes.Node) -> nodes.Const:
        return nodes.Const(value, lineno=node.lineno)


class Folded(Environment):
    """Templates in which everything that `folding` knows is folded."""

    folding: Folding | None = None
    code_generator_class = Direct
    put = staticmethod(put)
    macro = Called

    def __init__(self, trees: dict[str, nodes.Template] | None = None, **options: Any) -> None:
        """`trees`: where those of other editions are, by text."""
        super().__init__(**options)
        self.trees = {} if trees is None else trees

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain mapping: a chain of them is asked name by name for every page."""
        return {**self.globals, **(d or {})}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = self.trees.get(source)
        if tree is None:
            tree = self.trees[source] = super()._parse(source, name, filename)
        if self.folding is not None:
            self.folding.context = nodes.EvalContext(self, name)
            try:
                tree = self.folding.visit(tree)
            except TemplateAssertionError as error:
                error.name, error.filename = name, filename
                raise
        return tree
