"""What state an alarm comes to, by the datapoints that it sees; and composite alarms, by the states of others.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
"""

from __future__ import annotations

import operator
import re
from functools import lru_cache
from typing import Callable

OK, ALARM, INSUFFICIENT = "OK", "ALARM", "INSUFFICIENT_DATA"

COMPARISONS: dict[str, tuple[Callable[[float, float], bool], str]] = {
    "GreaterThanThreshold": (operator.gt, "greater than"),
    "GreaterThanOrEqualToThreshold": (operator.ge, "greater than or equal to"),
    "LessThanThreshold": (operator.lt, "less than"),
    "LessThanOrEqualToThreshold": (operator.le, "less than or equal to"),
}


def judge(points: list[bool | None], periods: int, needed: int, missing: str, state: str) -> str:
    """By whether each datapoint breaches, the oldest first, None where there is none.

    There are more of them than `periods`, if possible: while enough of them are known, what is missing does not matter.
    """
    known = [(age, point) for age, point in enumerate(reversed(points), 1) if point is not None]
    breaching = sum(point for _, point in known[:periods])
    if breaching >= needed:
        return ALARM
    if len(known) >= periods or missing == "notBreaching":
        return OK
    if missing == "breaching":
        return ALARM if breaching + periods - len(known) >= needed else OK
    if any(not point for _, point in known):
        return OK
    if missing == "ignore":
        return state
    if not known:
        return INSUFFICIENT
    # Nothing but breaches, and fewer than needed: the oldest of them must be as old as that many periods.
    return ALARM if known[-1][0] >= needed else state


Rule = Callable[[dict[str, str]], bool]
TOKEN = re.compile(r'\s*([()]|"[^"]*"|[^\s()"]+)')
OF_AN_ALARM = re.compile(r'\b(?:OK|ALARM|INSUFFICIENT_DATA)\s*\(\s*("[^"]*"|[^\s()"]+)')


def rings(rule: str, states: dict[str, str]) -> bool:
    """Whether a composite alarm's rule is true; raises ValueError where it is none."""
    return compiled(rule)(states)


@lru_cache(maxsize=None)
def names_in(rule: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name_of(found) for found in OF_AN_ALARM.findall(rule)))


def name_of(token: str) -> str:
    """Of its ARN or its name, in quotes or not."""
    return token.strip('"').rpartition(":alarm:")[2]


@lru_cache(maxsize=None)
def compiled(rule: str) -> Rule:
    tokens = TOKEN.findall(rule)
    found = disjunction(tokens)
    if tokens:
        raise ValueError(f"{tokens[0]!r} is not expected in the rule {rule}")
    return found


def disjunction(tokens: list[str]) -> Rule:
    parts = [conjunction(tokens)]
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        parts.append(conjunction(tokens))
    return lambda states: any(part(states) for part in parts)


def conjunction(tokens: list[str]) -> Rule:
    parts = [term(tokens)]
    while tokens and tokens[0] == "AND":
        tokens.pop(0)
        parts.append(term(tokens))
    return lambda states: all(part(states) for part in parts)


def term(tokens: list[str]) -> Rule:
    word = taken(tokens)
    if word == "NOT":
        inner = term(tokens)
        return lambda states: not inner(states)
    if word == "(":
        inner = disjunction(tokens)
        closed(tokens)
        return inner
    if word in ("TRUE", "FALSE"):
        return lambda _states: word == "TRUE"
    if word not in (OK, ALARM, INSUFFICIENT):
        raise ValueError(f"{word!r} is no function of a rule")
    if taken(tokens) != "(":
        raise ValueError(f"{word} needs the name of an alarm")
    name = name_of(taken(tokens))
    closed(tokens)
    # Of an alarm that is not there, nothing is known.
    return lambda states: states.get(name, INSUFFICIENT) == word


def taken(tokens: list[str]) -> str:
    if not tokens:
        raise ValueError("the rule ends too early")
    return tokens.pop(0)


def closed(tokens: list[str]) -> None:
    if taken(tokens) != ")":
        raise ValueError("a bracket is not closed")
