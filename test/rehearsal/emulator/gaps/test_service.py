"""The service's own layer: ECS and its scaling, the API, the network, and finding things by their tags."""

from __future__ import annotations

import unittest

from botocore.exceptions import ClientError
from support import client, inventory, network, reset, still_there, unique

DEPLOYMENT = {
    "deploymentCircuitBreaker": {"enable": True, "rollback": True},
    "maximumPercent": 200,
    "minimumHealthyPercent": 100,
}


class Containers(unittest.TestCase):
    def setUp(self) -> None:
        self.ecs = client("ecs")
        self.cluster, self.family = unique("cluster"), unique("app")
        self.ecs.create_cluster(clusterName=self.cluster)
        self.register("app:1")
        self.ecs.create_service(
            cluster=self.cluster,
            serviceName="s",
            taskDefinition=f"{self.family}:1",
            desiredCount=2,
            availabilityZoneRebalancing="ENABLED",
            healthCheckGracePeriodSeconds=60,
            deploymentConfiguration=DEPLOYMENT,
        )

    def register(self, image: str) -> None:
        container = {"name": "app", "image": image, "memory": 128}
        self.ecs.register_task_definition(family=self.family, containerDefinitions=[container])

    def service(self) -> dict:
        return self.ecs.describe_services(cluster=self.cluster, services=["s"])["services"][0]

    def test_a_service_keeps_its_settings_and_is_steady(self) -> None:
        found = self.service()
        self.assertEqual(found["deploymentConfiguration"], DEPLOYMENT)
        self.assertEqual((found["availabilityZoneRebalancing"], found["healthCheckGracePeriodSeconds"]), ("ENABLED", 60))
        self.assertEqual((found["runningCount"], found["deployments"][0]["rolloutState"]), (2, "COMPLETED"))

    def test_a_new_revision_is_a_new_deployment(self) -> None:
        before = self.service()["deployments"]
        self.register("app:2")
        self.ecs.update_service(cluster=self.cluster, service="s", taskDefinition=f"{self.family}:2")
        after = self.service()["deployments"]
        self.assertNotEqual(before[0]["id"], after[0]["id"])
        self.assertEqual([one["taskDefinition"].split("/")[-1] for one in after], [f"{self.family}:2"])
        self.assertEqual(after[0]["rolloutState"], "COMPLETED")

    def remembered(self) -> list:
        return self.ecs.list_service_deployments(cluster=self.cluster, service="s")["serviceDeployments"]

    def test_every_deployment_is_remembered_with_its_task_definition(self) -> None:
        self.register("app:2")
        self.ecs.update_service(cluster=self.cluster, service="s", taskDefinition=f"{self.family}:2")
        self.ecs.update_service(cluster=self.cluster, service="s", desiredCount=3)
        self.ecs.update_service(cluster=self.cluster, service="s", forceNewDeployment=True)
        found = self.remembered()
        self.assertEqual([one["status"] for one in found], ["SUCCESSFUL"] * 3)
        revisions = self.ecs.describe_service_revisions(serviceRevisionArns=[one["targetServiceRevisionArn"] for one in found])
        definitions = [one["taskDefinition"].split("/")[-1] for one in revisions["serviceRevisions"]]
        self.assertEqual(definitions, [f"{self.family}:2", f"{self.family}:2", f"{self.family}:1"])
        none = found[0]["targetServiceRevisionArn"] + "0"
        missing = self.ecs.describe_service_revisions(serviceRevisionArns=[none])["failures"]
        self.assertEqual(missing, [{"arn": none, "reason": "MISSING"}])

    def test_what_is_complete_is_not_turned_back(self) -> None:
        [done] = self.remembered()
        with self.assertRaisesRegex(ClientError, "ConflictException"):
            self.ecs.stop_service_deployment(serviceDeploymentArn=done["serviceDeploymentArn"], stopType="ROLLBACK")
        with self.assertRaisesRegex(ClientError, "ServiceDeploymentNotFoundException"):
            self.ecs.stop_service_deployment(serviceDeploymentArn=done["serviceDeploymentArn"] + "0")

    def test_as_many_targets_are_healthy_as_run(self) -> None:
        balancing, (vpc, _) = client("elbv2"), network()
        group = balancing.create_target_group(Name=unique("tg"), Protocol="HTTP", Port=80, VpcId=vpc, TargetType="ip")
        arn = group["TargetGroups"][0]["TargetGroupArn"]
        behind = {"targetGroupArn": arn, "containerName": "app", "containerPort": 8080}
        more = {"taskDefinition": f"{self.family}:1", "desiredCount": 3, "loadBalancers": [behind]}
        self.ecs.create_service(cluster=self.cluster, serviceName="behind", **more)
        found = balancing.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]
        self.assertEqual([one["TargetHealth"]["State"] for one in found], ["healthy"] * 3)

    def test_a_scalable_target_keeps_its_tags(self) -> None:
        scaling = client("application-autoscaling")
        arn = scaling.register_scalable_target(
            ServiceNamespace="ecs",
            ResourceId=f"service/{self.cluster}/s",
            ScalableDimension="ecs:service:DesiredCount",
            MinCapacity=1,
            MaxCapacity=4,
            Tags={"Environment": "test"},
        )["ScalableTargetARN"]
        scaling.tag_resource(ResourceARN=arn, Tags={"Owner": "me"})
        self.assertEqual(scaling.list_tags_for_resource(ResourceARN=arn)["Tags"], {"Environment": "test", "Owner": "me"})
        scaling.untag_resource(ResourceARN=arn, TagKeys=["Environment"])
        self.assertEqual(scaling.list_tags_for_resource(ResourceARN=arn)["Tags"], {"Owner": "me"})

    def test_a_policy_has_one_pair_of_alarms_however_often_it_is_put_and_goes_with_its_target(self) -> None:
        scaling, alarms = client("application-autoscaling"), client("cloudwatch")
        of_service = {
            "ServiceNamespace": "ecs",
            "ResourceId": f"service/{self.cluster}/s",
            "ScalableDimension": "ecs:service:DesiredCount",
        }
        prefix = f"TargetTracking-service/{self.cluster}/s"

        def names() -> list[str]:
            return [one["AlarmName"] for one in alarms.describe_alarms(AlarmNamePrefix=prefix)["MetricAlarms"]]

        def put(percent: float) -> str:
            tracked = {"PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}}
            return scaling.put_scaling_policy(
                **of_service,
                PolicyName="cpu",
                PolicyType="TargetTrackingScaling",
                TargetTrackingScalingPolicyConfiguration={"TargetValue": percent, **tracked},
            )["PolicyARN"]

        scaling.register_scalable_target(**of_service, MinCapacity=1, MaxCapacity=4)
        arns = {put(60), put(70)}
        self.assertEqual((len(arns), len(names())), (1, 2))
        [kept] = scaling.describe_scaling_policies(ServiceNamespace="ecs", ResourceId=of_service["ResourceId"])["ScalingPolicies"]
        self.assertEqual(sorted(one["AlarmName"] for one in kept["Alarms"]), sorted(names()))
        scaling.deregister_scalable_target(**of_service)
        self.assertEqual(names(), [])


class Api(unittest.TestCase):
    def test_an_api_can_be_tagged(self) -> None:
        gateway = client("apigateway")
        api = gateway.create_rest_api(name="a", tags={"Environment": "test"})["id"]
        arn = f"arn:aws:apigateway:eu-west-2::/restapis/{api}"
        gateway.tag_resource(resourceArn=arn, tags={"Owner": "me"})
        gateway.untag_resource(resourceArn=arn, tagKeys=["Environment"])
        self.assertEqual(gateway.get_rest_api(restApiId=api)["tags"], {"Owner": "me"})


class Network(unittest.TestCase):
    def test_a_nat_gateway_takes_its_interface_with_it(self) -> None:
        ec2 = client("ec2")
        vpc, subnets = network()
        address = ec2.allocate_address(Domain="vpc")["AllocationId"]
        gateway = ec2.create_nat_gateway(SubnetId=subnets[0], AllocationId=address)["NatGateway"]["NatGatewayId"]
        here = [{"Name": "vpc-id", "Values": [vpc]}]
        self.assertEqual(len(ec2.describe_network_interfaces(Filters=here)["NetworkInterfaces"]), 1)
        ec2.delete_nat_gateway(NatGatewayId=gateway)
        self.assertEqual(ec2.describe_network_interfaces(Filters=here)["NetworkInterfaces"], [])


    def test_a_vpc_takes_its_default_acl_with_it(self) -> None:
        ec2 = client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        acl = ec2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["NetworkAcls"][0]["NetworkAclId"]
        ec2.delete_vpc(VpcId=vpc)
        self.assertEqual(still_there(vpc) + still_there(acl), [])


class Tags(unittest.TestCase):
    def found(self, **filters: object) -> list:
        rows = client("resourcegroupstaggingapi").get_resources(**filters)["ResourceTagMappingList"]
        return [row["ResourceARN"].split(":", 5)[5] for row in rows]

    def test_a_page_can_be_asked_for_again(self) -> None:
        glue = client("glue")
        for number in range(3):
            glue.create_database(DatabaseInput={"Name": f"page-{number}"}, Tags={"Page": "yes"})
        tagging = client("resourcegroupstaggingapi")
        options = {"TagFilters": [{"Key": "Page"}], "ResourcesPerPage": 1}
        token = tagging.get_resources(**options)["PaginationToken"]
        pages = [tagging.get_resources(**options, PaginationToken=token) for _ in range(2)]
        self.assertEqual(pages[0]["ResourceTagMappingList"], pages[1]["ResourceTagMappingList"])
        self.assertEqual(pages[0]["PaginationToken"], pages[1]["PaginationToken"])
        last = [tagging.get_resources(**options, PaginationToken=pages[0]["PaginationToken"]) for _ in range(2)]
        self.assertEqual(last[0]["ResourceTagMappingList"], last[1]["ResourceTagMappingList"])
        for number in range(3):
            glue.delete_database(Name=f"page-{number}")

    def test_what_is_tagged_is_found_until_it_is_deleted(self) -> None:
        ecs, kinesis, glue = client("ecs"), client("kinesis"), client("glue")
        ecs.create_cluster(clusterName="tagged", tags=[{"key": "Preview", "value": "pr-1"}])
        kinesis.create_stream(StreamName="tagged", ShardCount=1, Tags={"Preview": "pr-2"})
        glue.create_database(DatabaseInput={"Name": "tagged"}, Tags={"Preview": "pr-2"})
        preview = [{"Key": "Preview"}]
        self.assertEqual(sorted(self.found(TagFilters=preview)), ["cluster/tagged", "database/tagged", "stream/tagged"])
        self.assertEqual(self.found(TagFilters=[{"Key": "Preview", "Values": ["pr-1"]}]), ["cluster/tagged"])
        self.assertEqual(self.found(TagFilters=preview, ResourceTypeFilters=["kinesis:stream"]), ["stream/tagged"])
        ecs.delete_cluster(cluster="tagged")
        kinesis.delete_stream(StreamName="tagged")
        glue.delete_database(Name="tagged")
        self.assertEqual(self.found(TagFilters=preview), [])


class Emulator(unittest.TestCase):
    def test_what_aws_provides_is_not_in_the_inventory(self) -> None:
        before = inventory()
        self.assertTrue(client("ec2").describe_vpcs()["Vpcs"])
        self.assertTrue(client("iam").get_policy(PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")["Policy"])
        self.assertTrue(client("elasticache").describe_users()["Users"])
        self.assertEqual(inventory() - before, set())

    def test_a_reset_forgets_what_the_gaps_keep(self) -> None:
        client("xray").create_group(GroupName="forgotten")
        reset()
        self.assertEqual(client("xray").get_groups()["Groups"], [])
        self.assertEqual(inventory(), set())

    def test_what_it_cannot_answer_fails_at_once_and_by_name(self) -> None:
        for call in (client("ecs").list_services_by_namespace, client("fis").list_actions):
            arguments = {"namespace": "n"} if "namespace" in call.__name__ else {}
            with self.assertRaisesRegex(ClientError, "NotImplemented.*the emulator cannot answer"):
                call(**arguments)
