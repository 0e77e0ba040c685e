"""ARC zonal shifts, of persons and of experiments."""

from __future__ import annotations

from botocore.exceptions import ClientError
from simulated import Drill, faults, unclean
from support import client, network

ZONE, OTHER = "eu-west-2a", "eu-west-2b"


class Shifts(Drill):
    def setUp(self) -> None:
        super().setUp()
        self.arc, balancing = client("arc-zonal-shift"), client("elbv2")
        _, subnets = network()
        made = [
            balancing.create_load_balancer(Name=f"{self.name}-{kind}", Subnets=subnets, Tags=self.tags)["LoadBalancers"][0]
            for kind in ("on", "off")
        ]
        self.on, self.off = (one["LoadBalancerArn"] for one in made)
        allowed = [{"Key": "zonal_shift.config.enabled", "Value": "true"}]
        balancing.modify_load_balancer_attributes(LoadBalancerArn=self.on, Attributes=allowed)
        for arn in (self.on, self.off):
            self.addCleanup(balancing.delete_load_balancer, LoadBalancerArn=arn)

    def shift(self, **more: str) -> dict:
        asked = {"resourceIdentifier": self.on, "awayFrom": "euw2-az2", "expiresIn": "1h", "comment": "by hand", **more}
        return self.arc.start_zonal_shift(**asked)

    def active(self) -> list[dict]:
        return self.arc.list_zonal_shifts(status="ACTIVE", resourceIdentifier=self.on)["items"]

    def test_only_who_agrees_is_managed(self) -> None:
        managed = {one["arn"]: one for one in self.arc.list_managed_resources()["items"]}
        self.assertNotIn(self.off, managed)
        self.assertEqual(managed[self.on]["appliedWeights"], {"euw2-az2": 1, "euw2-az3": 1})

    def test_a_shift_begins_and_is_cancelled(self) -> None:
        shift = self.shift()
        self.assertEqual((shift["status"], (shift["expiryTime"] - shift["startTime"]).total_seconds()), ("ACTIVE", 3600))
        resource = self.arc.get_managed_resource(resourceIdentifier=self.on)
        self.assertEqual(resource["appliedWeights"], {"euw2-az2": 0, "euw2-az3": 1})
        self.assertEqual([one["appliedStatus"] for one in resource["zonalShifts"]], ["APPLIED"])
        self.assertEqual(faults("shift"), [(ZONE, self.on)])
        self.assertEqual(self.arc.cancel_zonal_shift(zonalShiftId=shift["zonalShiftId"])["status"], "CANCELED")
        self.assertEqual((self.active(), faults("shift")), ([], []))
        with self.assertRaisesRegex(ClientError, "ConflictException"):
            self.arc.cancel_zonal_shift(zonalShiftId=shift["zonalShiftId"])

    def test_a_shift_expires(self) -> None:
        self.shift()
        with self.assertRaisesRegex(ClientError, "ConflictException"):
            self.shift()
        self.clock.at(3700)
        found = self.arc.list_zonal_shifts(resourceIdentifier=self.on)["items"]
        self.assertEqual([one["status"] for one in found], ["EXPIRED"])

    def test_what_is_wrong_is_refused(self) -> None:
        for wrong, code in (
            ({"awayFrom": ZONE}, "ValidationException"),
            ({"expiresIn": "73h"}, "ValidationException"),
            ({"expiresIn": "soon"}, "ValidationException"),
            ({"resourceIdentifier": self.off}, "ResourceNotFoundException"),
        ):
            with self.assertRaisesRegex(ClientError, code):
                self.shift(**wrong)
        with self.assertRaisesRegex(ClientError, "ResourceNotFoundException"):
            self.arc.cancel_zonal_shift(zonalShiftId="00000000-0000-0000-0000-000000000000")

    def shift_by_experiment(self) -> str:
        target = {"resourceType": "aws:arc:zonal-shift-managed-resource", "resourceTags": {"Environment": self.name}}
        which = {"managedResourceTypes": "ALB", "zonalAutoshiftStatus": "ANY"}
        how = {"duration": "PT5M", "availabilityZoneIdentifier": OTHER, **which}
        return self.hit({"actionId": "aws:arc:start-zonal-autoshift"}, target, **how)

    def test_an_experiment_shifts_for_its_time(self) -> None:
        experiment = self.shift_by_experiment()
        self.clock.at(10)
        self.assertEqual(self.resolved(experiment), [self.on])
        found = [(one["awayFrom"], one["shiftType"]) for one in self.active()]
        self.assertEqual(found, [("euw2-az3", "FIS_EXPERIMENT")])
        self.clock.at(400)
        self.assertEqual((self.active(), self.state(experiment)["status"]), ([], "completed"))

    def test_a_stop_ends_its_shift_unless_it_is_unclean(self) -> None:
        self.addCleanup(unclean, False)
        for is_unclean in (False, True):
            unclean(is_unclean)
            experiment = self.shift_by_experiment()
            self.clock.at(10)
            self.fis.stop_experiment(id=experiment)
            self.clock.at(60)
            self.assertEqual((self.state(experiment)["status"], len(self.active())), ("stopped", int(is_unclean)))
