// A service in an emulated AWS, as the platform has it: behind a load balancer, in three zones, scaling by itself.
import { ApplicationAutoScalingClient, RegisterScalableTargetCommand } from '@aws-sdk/client-application-auto-scaling';
import { CreateSecurityGroupCommand, CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  type AwsVpcConfiguration,
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AwsClientConfig } from '../../src/adapters/aws/client-config.ts';

/** In a cluster `prefix`, called `<prefix>-app`, with three tasks in three zones, two task definitions, and scaling from 2 to 6. */
export async function buildService(config: AwsClientConfig, prefix: string): Promise<void> {
  const app = { cluster: prefix, service: `${prefix}-app` };
  const { vpcId, network } = await buildNetwork(config);
  const targetGroupArn = await buildLoadBalancer(config, vpcId, { prefix, subnets: network.subnets ?? [] });
  const ecs = new ECSClient(config);
  await ecs.send(new CreateClusterCommand({ clusterName: app.cluster }));
  for (const version of [1, 2]) {
    const containerDefinitions = [{ name: 'app', image: `registry/app:${version}`, memory: 128 }];
    await ecs.send(new RegisterTaskDefinitionCommand({ family: app.service, networkMode: 'awsvpc', containerDefinitions }));
  }
  const settings = { launchType: 'FARGATE', desiredCount: 3, taskDefinition: `${app.service}:1` } as const;
  const loadBalancers = [{ targetGroupArn, containerName: 'app', containerPort: 8080 }];
  const networkConfiguration = { awsvpcConfiguration: network };
  const place = { cluster: app.cluster, serviceName: app.service };
  await ecs.send(new CreateServiceCommand({ ...place, ...settings, loadBalancers, networkConfiguration }));
  const scaling = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' } as const;
  const limits = { ResourceId: `service/${app.cluster}/${app.service}`, MinCapacity: 2, MaxCapacity: 6 };
  await new ApplicationAutoScalingClient(config).send(new RegisterScalableTargetCommand({ ...scaling, ...limits }));
}

async function buildNetwork(config: AwsClientConfig): Promise<{ vpcId: string; network: AwsVpcConfiguration }> {
  const ec2 = new EC2Client(config);
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  const vpcId = Vpc?.VpcId ?? '';
  const subnets: string[] = [];
  for (const [index, letter] of ['a', 'b', 'c'].entries()) {
    const where = { AvailabilityZone: `${config.region}${letter}`, CidrBlock: `10.0.${index}.0/24` };
    const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId: vpcId, ...where }));
    subnets.push(Subnet?.SubnetId ?? '');
  }
  const group = { GroupName: 'tasks', Description: 'Tasks', VpcId: vpcId };
  const { GroupId = '' } = await ec2.send(new CreateSecurityGroupCommand(group));
  return { vpcId, network: { subnets, securityGroups: [GroupId] } };
}

/** @returns the ARN of its target group */
async function buildLoadBalancer(
  config: AwsClientConfig,
  VpcId: string,
  { prefix, subnets }: { readonly prefix: string; readonly subnets: readonly string[] },
): Promise<string> {
  const balancing = new ElasticLoadBalancingV2Client(config);
  const made = await balancing.send(new CreateLoadBalancerCommand({ Name: prefix, Subnets: [...subnets] }));
  const LoadBalancerArn = made.LoadBalancers?.[0]?.LoadBalancerArn ?? '';
  const Attributes = [{ Key: 'zonal_shift.config.enabled', Value: 'true' }];
  await balancing.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes }));
  const group = { Name: `${prefix}-app`, Protocol: 'HTTP', Port: 8080, VpcId, TargetType: 'ip' } as const;
  const { TargetGroups } = await balancing.send(new CreateTargetGroupCommand(group));
  return TargetGroups?.[0]?.TargetGroupArn ?? '';
}
