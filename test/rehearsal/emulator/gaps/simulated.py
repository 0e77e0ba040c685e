"""A simulation whose time a test sets, so that nothing has to be waited for, and what it shows of faults."""

from __future__ import annotations

import unittest
from datetime import datetime, timedelta, timezone
from typing import Any

from support import client, end_simulation, moto_api, time_is, unique


class Clock:
    """Begins a simulation, which ends with the test and in which nothing must go wrong."""

    def __init__(self, test: unittest.TestCase) -> None:
        self.began = datetime.now(timezone.utc)
        self.at(0)
        test.addCleanup(lambda: test.assertEqual(end_simulation(), []))

    def mark(self) -> None:
        """From here on `at` counts."""
        self.began = datetime.fromisoformat(moto_api("simulation", "GET")["now"].replace("Z", "+00:00"))

    def at(self, seconds: float) -> None:
        """So long after the beginning it is now; what is due by then happens."""
        time_is(self.began + timedelta(seconds=seconds))


def faults(kind: str) -> list[tuple[str, str]]:
    """The zones and resources of that kind that are broken now."""
    told: Any = moto_api("simulation/faults", "GET")
    return sorted((one["zone"], one["resource"]) for one in told if one["kind"] == kind)


def unclean(on: bool) -> None:
    moto_api("simulation/unclean", "POST", {"on": on})


class Drill(unittest.TestCase):
    """Experiments of one action on one target, by a time that the test sets."""

    def setUp(self) -> None:
        self.fis, self.clock = client("fis"), Clock(self)
        self.name = unique("drill")
        self.tags = [{"Key": "Environment", "Value": self.name}]

    def hit(self, action: dict, target: dict, **parameters: str) -> str:
        """Starts one; the action calls its target `Hit`."""
        template = self.fis.create_experiment_template(
            description="d",
            roleArn="arn:aws:iam::123456789012:role/fis",
            stopConditions=[{"source": "none"}],
            targets={"target": {"selectionMode": "ALL", **target}},
            actions={"break": {**action, "parameters": parameters, "targets": {"Hit": "target"}}},
        )["experimentTemplate"]["id"]
        self.addCleanup(self.fis.delete_experiment_template, id=template)
        self.clock.mark()
        return self.fis.start_experiment(experimentTemplateId=template)["experiment"]["id"]

    def state(self, experiment: str) -> dict:
        return self.fis.get_experiment(id=experiment)["experiment"]["state"]

    def resolved(self, experiment: str) -> list[str]:
        rows = self.fis.list_experiment_resolved_targets(experimentId=experiment, targetName="target")
        return [one["targetInformation"]["arn"] for one in rows["resolvedTargets"]]
