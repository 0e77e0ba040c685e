"""EC2: moto 5.2.1 leaves behind the network interface of a deleted NAT gateway, and the network ACLs of a deleted VPC.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNatGateway.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpc.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend
from moto.ec2.responses import EC2Response

from .registry import Service

service = Service("ec2", EC2Response)


@service.mends("DeleteNatGateway", "deletes its network interface with it")
def delete_nat_gateway(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    gateway = response.ec2_backend.nat_gateways[response._get_param("NatGatewayId")]
    for address in gateway.address_set:
        response.ec2_backend.enis.pop(address.get("networkInterfaceId"), None)
    return answer


@service.mends("DeleteVpc", "deletes its default network ACL with it")
def delete_vpc(moto: Callable, response: Any) -> Any:
    answer = moto(response)
    vpc_id = response._get_param("VpcId")
    acls = response.ec2_backend.network_acls
    for acl in [one for one in acls.values() if one.vpc_id == vpc_id and one.default]:
        del acls[acl.id]
    return answer


def zone_named(region: str, identifier: str | None) -> str | None:
    """AWS takes the name or the id of a zone in many places: `eu-west-2a`, `euw2-az2`."""
    zones = RegionsAndZonesBackend.zones.get(region, [])
    return next((zone.name for zone in zones if identifier in (zone.name, zone.zone_id)), identifier)


def zone_id_of(region: str, name: str) -> str:
    """The zone itself: its name is another in each account."""
    return next((zone.zone_id for zone in RegionsAndZonesBackend.zones.get(region, []) if zone.name == name), name)
