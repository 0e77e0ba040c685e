"""Metric math, as far as our alarms use it: numbers, `+ - * /`, comparisons, IF and FILL.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
"""

from __future__ import annotations

import operator
import re
from functools import lru_cache
from typing import Callable, Union

# A datapoint for each period, None where there is none; or a plain number, which has no periods.
Value = Union[float, None, list[Union[float, None]]]
Expression = Callable[[dict[str, Value]], Value]

TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<name>[A-Za-z_]\w*)|(?P<sign>>=|<=|==|!=|[-+*/()<>,]))")
COMPARISONS = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
SUMS = {"+": operator.add, "-": operator.sub}
# A division by zero has no datapoint.
PRODUCTS = {"*": operator.mul, "/": lambda left, right: left / right if right else None}


def evaluate(expression: str, known: dict[str, Value]) -> Value:
    """Raises NotImplementedError with the name of what it cannot compute."""
    return compiled(expression)(known)


@lru_cache(maxsize=None)
def compiled(expression: str) -> Expression:
    parser = Parser(expression)
    found = parser.comparison()
    if parser.tokens:
        raise parser.refusal()
    return found


def each(function: Callable, *parts: Value) -> Value:
    """Period by period, numbers alongside; where one has no datapoint, there is none."""
    lengths = [len(part) for part in parts if isinstance(part, list)]
    if not lengths:
        return None if None in parts else function(*parts)
    rows = zip(*(part if isinstance(part, list) else [part] * lengths[0] for part in parts))
    return [None if None in row else function(*row) for row in rows]


def choose(condition: Value, then: Value, otherwise: Value) -> Value:
    """IF: of the branches only the chosen one must have a datapoint."""
    periods = next((len(part) for part in (condition, then, otherwise) if isinstance(part, list)), 0)
    rows = zip(*(part if isinstance(part, list) else [part] * (periods or 1) for part in (condition, then, otherwise)))
    chosen = [None if row[0] is None else row[1] if row[0] else row[2] for row in rows]
    return chosen if periods else chosen[0]


def fill(series: Value, filler: Value) -> Value:
    if not isinstance(series, list) or isinstance(filler, list):
        raise NotImplementedError("FILL of anything but a metric with a number")
    return [filler if one is None else one for one in series]


FUNCTIONS: dict[str, tuple[int, Callable]] = {"IF": (3, choose), "FILL": (2, fill)}


class Parser:
    """By recursive descent: each method reads one level of precedence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        at = 0
        while at < len(text.rstrip()):
            token = TOKEN.match(text, at)
            if token is None:
                raise NotImplementedError(f"{text[at:].strip()[:20]!r} in the expression {text}")
            self.tokens.append(token[0].strip())
            at = token.end()

    def refusal(self) -> NotImplementedError:
        where = repr(self.tokens[0]) if self.tokens else "the end"
        return NotImplementedError(f"{where} in the expression {self.text}")

    def take(self, *wanted: str) -> str | None:
        return self.tokens.pop(0) if self.tokens and self.tokens[0] in wanted else None

    def need(self, wanted: str) -> None:
        if self.take(wanted) is None:
            raise self.refusal()

    def level(self, operators: dict[str, Callable], below: Callable[[], Expression]) -> Expression:
        found = below()
        while sign := self.take(*operators):
            found = applied(operators[sign], found, below())
        return found

    def comparison(self) -> Expression:
        # A comparison is 1 or 0.
        numbers = {sign: lambda a, b, compare=compare: float(compare(a, b)) for sign, compare in COMPARISONS.items()}
        return self.level(numbers, self.sum)

    def sum(self) -> Expression:
        return self.level(SUMS, self.product)

    def product(self) -> Expression:
        return self.level(PRODUCTS, self.factor)

    def factor(self) -> Expression:
        if self.take("-"):
            return applied(operator.neg, self.factor())
        if self.take("("):
            found = self.comparison()
            self.need(")")
            return found
        if not self.tokens or not re.match(r"[\w.]", self.tokens[0]):
            raise self.refusal()
        token = self.tokens.pop(0)
        if re.match(r"[\d.]", token):
            number = float(token)
            return lambda _known: number
        return self.call(token) if self.take("(") else named(token)

    def call(self, name: str) -> Expression:
        arguments = [self.comparison()]
        while self.take(","):
            arguments.append(self.comparison())
        self.need(")")
        count, function = FUNCTIONS.get(name, (0, None))
        if function is None or count != len(arguments):
            raise NotImplementedError(f"the function {name} with {len(arguments)} arguments, in the expression {self.text}")
        return lambda known: function(*(argument(known) for argument in arguments))


def applied(function: Callable, *parts: Expression) -> Expression:
    return lambda known: each(function, *(part(known) for part in parts))


def named(name: str) -> Expression:
    def read(known: dict[str, Value]) -> Value:
        if name not in known:
            raise NotImplementedError(f"the id {name}, which no query has")
        return known[name]

    return read
