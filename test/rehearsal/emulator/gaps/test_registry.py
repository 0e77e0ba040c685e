"""The registry with a class that stands in for one of moto's: what it has is left alone, what it lacks is told."""

from __future__ import annotations

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "src" / "rehearsal" / "emulator"))

from gaps.registry import Service, listed  # noqa: E402


class Responses:
    size = property(lambda self: 1)

    def create_thing(self) -> str:
        return "moto's"

    @staticmethod
    def check(value: int) -> int:
        return value


service = Service("stand-in", Responses)


def applied(operation: str) -> bool:
    return next(gap["applied"] for gap in listed() if (gap["service"], gap["operation"]) == ("stand-in", operation))


class Registry(unittest.TestCase):
    def test_an_operation_that_moto_has_is_left_alone(self) -> None:
        service.adds("CreateThing", "a test")(lambda response: "ours")
        self.assertEqual((Responses().create_thing(), applied("CreateThing")), ("moto's", False))

    def test_an_operation_that_moto_lacks_is_added(self) -> None:
        service.adds("DeleteThing", "a test")(lambda response: "ours")
        self.assertEqual((Responses().delete_thing(), applied("DeleteThing")), ("ours", True))  # type: ignore[attr-defined]

    def test_methods_properties_and_static_methods_are_mended(self) -> None:
        service.mends("RenameThing", "a test", Responses, "create_thing")(lambda moto, self: f"{moto(self)}, mended")
        service.mends("DescribeThing", "a test", Responses, "size")(lambda moto, self: moto(self) + 1)
        service.mends("CheckThing", "a test", Responses, "check")(lambda moto, value: moto(value) * 2)
        thing = Responses()
        self.assertEqual((thing.create_thing(), thing.size, Responses.check(2)), ("moto's, mended", 2, 4))

    def test_what_is_not_there_cannot_be_mended_and_is_told(self) -> None:
        service.mends("UpdateThing", "a test")(lambda moto, response: None)
        self.assertFalse(applied("UpdateThing"))
