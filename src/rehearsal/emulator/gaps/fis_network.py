"""Cuts subnets off as FIS does: a network ACL that lets nothing through, in place of theirs.

https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
An ACL that is left over shows that an experiment has not ended well; `POST /moto-api/simulation/unclean` makes it so.
"""

from __future__ import annotations

from typing import Any

from moto.ec2.models import ec2_backends

from .fis_experiment import Action, Effect, Experiment, FaultRefused

TAG = "managedByFIS"

_forgetful = False


def forget_to_restore(on: bool) -> None:
    """From now on, until it is told otherwise: what is cut off stays so."""
    global _forgetful
    _forgetful = on


def is_forgetful() -> bool:
    return _forgetful


def cut_off(experiment: Experiment, action: Action, targets: list[dict[str, Any]], at: float) -> Effect:
    scope = (action.definition.get("parameters") or {}).get("scope", "all")
    if scope != "all":
        raise FaultRefused(f"The emulator cannot disrupt the scope {scope}, only all.")
    backend = ec2_backends[experiment.account][experiment.region]
    fences: dict[str, Any] = {}
    before: dict[str, str] = {}
    for target in targets:
        subnet_id, vpc_id = target["SubnetId"], target["VpcId"]
        if vpc_id not in fences:
            fences[vpc_id] = make_fence(backend, vpc_id, experiment.id, at)
        association = association_of(backend, subnet_id)
        before[subnet_id] = association.network_acl_id
        backend.replace_network_acl_association(association.id, fences[vpc_id].id)
    return Effect(mend=lambda: restore(backend, before, [fence.id for fence in fences.values()]))


def make_fence(backend: Any, vpc_id: str, experiment_id: str, at: float) -> Any:
    acl = backend.create_network_acl(vpc_id, [{"Key": TAG, "Value": "true"}, {"Key": "Name", "Value": f"FIS-{experiment_id}"}])
    acl.since = at
    for egress in (False, True):
        backend.create_network_acl_entry(
            network_acl_id=acl.id,
            rule_number=1,
            protocol="-1",
            rule_action="deny",
            egress=egress,
            cidr_block="0.0.0.0/0",
            icmp_code=None,
            icmp_type=None,
            port_range_from=None,
            port_range_to=None,
            ipv6_cidr_block=None,
        )
    return acl


def restore(backend: Any, before: dict[str, str], fences: list[str]) -> None:
    """Leaves alone what somebody else has put right already, or has deleted."""
    if is_forgetful():
        return
    for subnet_id, acl_id in before.items():
        association = association_of(backend, subnet_id)
        if association is not None and association.network_acl_id in fences and acl_id in backend.network_acls:
            backend.replace_network_acl_association(association.id, acl_id)
    for fence in fences:
        if fence in backend.network_acls and not backend.network_acls[fence].associations:
            backend.delete_network_acl(fence)


def association_of(backend: Any, subnet_id: str) -> Any:
    associations = (one for acl in backend.network_acls.values() for one in acl.associations)
    return next((one for one in associations if one.subnet_id == subnet_id), None)


def network_faults() -> list[dict[str, Any]]:
    """Also when no experiment goes on any more: what counts is which ACL a subnet has."""
    return [
        {
            "kind": "network",
            "zone": backend.get_subnet(association.subnet_id).availability_zone,
            "resource": backend.get_subnet(association.subnet_id).arn,
            "since": getattr(acl, "since", 0),
        }
        for _, _, backend in ec2_backends.iter_backends()
        for acl in backend.network_acls.values()
        if any(tag["key"] == TAG for tag in acl.get_tags())
        for association in acl.associations
    ]
