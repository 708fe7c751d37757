"""Figures that the site computes itself, checked at each build: `6.4 / 3.2 = 2`."""

import ast
import operator
import re
from decimal import Decimal

from story.evidence import Computation

_LONGEST = 120  # characters: figures of a press article, not a program
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
              ast.Div: operator.truediv}  # fmt: skip


def read_computation(text: str) -> Computation | tuple[str, str]:
    """The computation, or what is wrong with it and what is expected.

    `=` asks for the exact result, `≈` for the result rounded to the digits given.
    """
    exact = "=" in text
    left, _, right = text.partition("=" if exact else "≈")
    example = "des nombres, + - * / et « = » ou « ≈ » : « 6.4 / 3.2 = 2 »"
    expected = ("n’en est pas un", example)
    if "," in text:
        return "a une virgule", "un point avant les décimales, rien entre les milliers"
    # Figures alone: no exponent, no power, no name, nothing that could grow.
    if len(text) > _LONGEST or not re.fullmatch(r"[0-9.+*/() -]+", left) or "**" in left:
        return expected
    if not re.fullmatch(r" *-?[0-9]+(?:\.[0-9]+)? *", right):
        return expected
    try:
        result = Decimal(right.strip())
        tree = ast.parse(left.strip(), mode="eval").body
        value = _evaluate(tree)
    except (ArithmeticError, ValueError, SyntaxError, TypeError):
        return expected
    rounded = value if exact else value.quantize(result)
    if rounded != result:
        return "est faux", f"{left.strip()} donne {value.normalize():f}"
    operands = [
        Decimal(str(node.value)) for node in ast.walk(tree) if isinstance(node, ast.Constant)
    ]
    return Computation(text, tuple(operands), result)


def _evaluate(node: ast.expr) -> Decimal:
    if isinstance(node, ast.Constant):
        return Decimal(str(node.value))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        result = _OPERATORS[type(node.op)](_evaluate(node.left), _evaluate(node.right))
        assert isinstance(result, Decimal)  # noqa: S101 - as both operands are
        return result
    raise ValueError(ast.dump(node))
