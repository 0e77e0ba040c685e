"""What an alarm makes of its datapoints, without an emulator: AWS's own examples, metric math, and rules about other alarms."""

from __future__ import annotations

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "src" / "rehearsal" / "emulator"))

from gaps.cloudwatch_judging import judge, names_in, rings  # noqa: E402
from gaps.cloudwatch_math import evaluate  # noqa: E402

# https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html: 0 is within the threshold,
# X beyond it, - missing; what comes of it when missing data are missing, ignored, breaching, not breaching.
HOW = ("missing", "ignore", "breaching", "notBreaching")
BEFORE = "as before"
THREE_OF_THREE = {
    "0 - X - X": ("OK", "OK", "OK", "OK"),
    "0 - - - -": ("OK", "OK", "OK", "OK"),
    "- - - - -": ("INSUFFICIENT_DATA", BEFORE, "ALARM", "OK"),
    "0 X X - X": ("ALARM", "ALARM", "ALARM", "ALARM"),
    "- - X - -": ("ALARM", BEFORE, "ALARM", "OK"),
    # Not in AWS's tables: one breach, and nothing was known before it.
    "- - - - X": (BEFORE, BEFORE, "ALARM", "OK"),
}
TWO_OF_THREE = {
    "0 - X - X": ("ALARM", "ALARM", "ALARM", "ALARM"),
    "0 0 X 0 X": ("ALARM", "ALARM", "ALARM", "ALARM"),
    "0 - X - -": ("OK", "OK", "ALARM", "OK"),
    "- - - - 0": ("OK", "OK", "ALARM", "OK"),
    "- - - X -": ("ALARM", BEFORE, "ALARM", "OK"),
}


class Judging(unittest.TestCase):
    def test_missing_data_are_treated_as_aws_documents(self) -> None:
        for needed, table in ((3, THREE_OF_THREE), (2, TWO_OF_THREE)):
            for shown, expected in table.items():
                points = [{"0": False, "X": True, "-": None}[one] for one in shown.split()]
                with self.subTest(shown, needed=needed):
                    self.assertEqual(tuple(judge(points, 3, needed, how, BEFORE) for how in HOW), expected)


class MetricMath(unittest.TestCase):
    def test_expressions_of_the_catalogue(self) -> None:
        known = {"part": [1.0, None, 3.0, 1.0], "rest": [9.0, 8.0, None, 1.0], "whole": [10.0, 20.0, 30.0, 0.0]}
        for expression, expected in {
            "IF(whole >= 10, 100 * part / whole, 0)": [10, None, 10, 0],
            "IF((part + FILL(rest, 0)) >= 5, 100 * part / (part + FILL(rest, 0)), 0)": [10, None, 0, 0],
            "whole - part": [9, None, 27, -1],
            "part / (part - 1)": [None, None, 1.5, None],
            "-(1 + 2) * 3 - 0.5": -9.5,
            "part != 1": [0, None, 1, 0],
        }.items():
            with self.subTest(expression):
                self.assertEqual(evaluate(expression, known), expected)

    def test_what_it_cannot_compute_fails_by_name(self) -> None:
        for expression, named in {
            "SEARCH('x', 'Sum')": "\"SEARCH('x'",
            "RATE(part)": "the function RATE",
            "IF(part, 1)": "the function IF with 2 arguments",
            "part + other": "the id other",
            "part part": "'part'",
            "(part": "the end",
            "__import__('os')": "\"__import__",
        }.items():
            with self.subTest(expression), self.assertRaises(NotImplementedError) as refused:
                evaluate(expression, {"part": [1.0]})
            self.assertIn(named.strip('"'), str(refused.exception) + expression)


class Rules(unittest.TestCase):
    def test_a_rule_is_about_the_states_of_others(self) -> None:
        states = {"a": "ALARM", "b": "OK", "c d": "INSUFFICIENT_DATA"}
        for rule, expected in {
            "ALARM(a)": True,
            'ALARM("a") AND ALARM("b")': False,
            'ALARM("b") AND ALARM("b") OR ALARM("a")': True,
            'ALARM("b") AND (ALARM("b") OR ALARM("a"))': False,
            'NOT OK("a") AND INSUFFICIENT_DATA("c d")': True,
            "NOT (ALARM(a) OR TRUE)": False,
            "ALARM(arn:aws:cloudwatch:eu-west-2:123456789012:alarm:a)": True,
            "INSUFFICIENT_DATA(nobody)": True,
        }.items():
            with self.subTest(rule):
                self.assertEqual(rings(rule, states), expected)

    def test_it_names_them(self) -> None:
        self.assertEqual(names_in('(ALARM("a") AND OK(b)) OR NOT ALARM("a")'), ("a", "b"))

    def test_what_is_no_rule_is_refused(self) -> None:
        for rule in ("", "ALARM", "ALARM(a", "ALARM(a) OK(b)", "RINGS(a)", "ALARM(a) OR"):
            with self.subTest(rule), self.assertRaises(ValueError):
                rings(rule, {})
