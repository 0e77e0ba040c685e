// The ports of game days and deploys against the emulated AWS, in time that runs: the contract that the fakes keep, too.
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import {
  CreateNetworkAclCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  type AwsVpcConfiguration,
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { CreateReplicationGroupCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { CreateDBClusterCommand, CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import type { AwsClientConfig } from '../../../src/adapters/aws/client-config.ts';
import { openSignedJson } from '../../../src/adapters/aws/signed-json.ts';
import { openClock, type PacedClock } from '../../../src/adapters/process/system-clock.ts';
import { operationsInJob } from '../../../src/adapters/runner/operations-in-job.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { describeWith } from '../../support/needs.ts';
import { type ContractPlace, type ContractWorld, describeOperations } from '../../support/operations.ts';
import { credentials, withEmulator } from './support.ts';

/** A minute of the contract takes a second. */
const rate = 60;

describeWith(['moto_server'], 'the emulated AWS', () => {
  let world: ContractWorld;
  withEmulator(async (config) => {
    const originMs = Date.now();
    const place = await build(config);
    await startSimulation(config.endpoint ?? '', { rate, originMs });
    world = worldOf(config, place, openClock({ OPSDECK_TIME: `${rate}@${originMs}` }));
    for (const name of place.alarms) await world.setAlarm(name, 'OK');
  });
  describeOperations(() => world);
});

function worldOf(config: AwsClientConfig, place: ContractPlace, clock: PacedClock): ContractWorld {
  // As a job has it: where AWS is, and who it is, its environment says.
  process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;
  const cloudWatch = new CloudWatchClient(config);
  const fis = openSignedJson({ ...config, service: 'fis' });
  const arc = openSignedJson({ ...config, service: 'arc-zonal-shift' });
  return {
    ports: operationsInJob({ region: config.region }, { AWS_ENDPOINT_URL: config.endpoint }),
    place,
    now: clock.now,
    // Things happen at the emulator's next tick only.
    pass: async (seconds) => void (await Promise.all([clock.sleep(seconds * 1000), sleep(600)])),
    setAlarm: async (AlarmName, StateValue) => {
      await cloudWatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'Test' }));
    },
    startShift: async () => {
      const body = { resourceIdentifier: place.loadBalancer, awayFrom: 'euw2-az2', expiresIn: '60m', comment: 'Test' };
      await arc({ call: 'Anything', method: 'POST', path: '/zonalshifts', body });
    },
    disengageLever: async () => {
      const body = { state: { status: 'disengaged', reason: 'Test is over' } };
      await fis({ call: 'Anything', method: 'PATCH', path: '/safetyLevers/default/state', body });
    },
  };
}

async function build(config: AwsClientConfig): Promise<ContractPlace> {
  const network = await buildNetwork(config);
  const alarms = ['contract-one', 'contract-other'] as const;
  const templateTags = { Drill: 'contract', Environment: 'test' };
  await Promise.all([buildAlarms(config, alarms), buildData(config)]);
  return {
    ...network,
    ...(await buildService(config, { subnets: network.subnetIds, securityGroups: network.securityGroups })),
    alarms,
    templateTags,
    templateId: await buildTemplate(config, network.subnetIds, templateTags),
    loadBalancer: await buildLoadBalancer(config, network.subnetIds),
    database: 'contract-db',
    cache: 'contract-cache',
  };
}

async function buildNetwork(config: AwsClientConfig) {
  const client = new EC2Client(config);
  const { Vpc } = await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  const vpcId = Vpc?.VpcId ?? '';
  const subnetIds: string[] = [];
  for (const [index, zone] of ['a', 'b'].entries()) {
    const place = { AvailabilityZone: `${config.region}${zone}`, CidrBlock: `10.0.${index}.0/24` };
    const { Subnet } = await client.send(new CreateSubnetCommand({ VpcId: vpcId, ...place }));
    subnetIds.push(Subnet?.SubnetId ?? '');
  }
  const { NetworkAcl } = await client.send(new CreateNetworkAclCommand({ VpcId: vpcId }));
  const group = { GroupName: 'contract', Description: 'Contract', VpcId: vpcId };
  const { GroupId } = await client.send(new CreateSecurityGroupCommand(group));
  return { vpcId, subnetIds, otherAcl: NetworkAcl?.NetworkAclId ?? '', securityGroups: [GroupId ?? ''] };
}

async function buildAlarms(config: AwsClientConfig, names: readonly string[]): Promise<void> {
  const client = new CloudWatchClient(config);
  for (const AlarmName of names) {
    const metric = { Namespace: 'Contract', MetricName: AlarmName, Statistic: 'Sum', Period: 60 } as const;
    // Without data it stays in the state that it is set to.
    const rule = {
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'ignore',
    } as const;
    await client.send(new PutMetricAlarmCommand({ AlarmName, ...metric, ...rule }));
  }
}

async function buildData(config: AwsClientConfig): Promise<void> {
  const rds = new RDSClient(config);
  const DBClusterIdentifier = 'contract-db';
  const Engine = 'aurora-postgresql';
  const owner = { MasterUsername: 'owner', MasterUserPassword: 'only-in-an-emulator' };
  await rds.send(new CreateDBClusterCommand({ DBClusterIdentifier, Engine, ...owner }));
  for (const DBInstanceIdentifier of ['contract-db-1', 'contract-db-2']) {
    const DBInstanceClass = 'db.serverless';
    await rds.send(new CreateDBInstanceCommand({ DBClusterIdentifier, DBInstanceIdentifier, Engine, DBInstanceClass }));
  }
  const group = { ReplicationGroupId: 'contract-cache', ReplicationGroupDescription: 'Contract', NumCacheClusters: 2 };
  const nodes = { Engine: 'redis', CacheNodeType: 'cache.t4g.small', AutomaticFailoverEnabled: true, MultiAZEnabled: true };
  await new ElastiCacheClient(config).send(new CreateReplicationGroupCommand({ ...group, ...nodes }));
}

async function buildService(config: AwsClientConfig, awsvpcConfiguration: AwsVpcConfiguration) {
  const client = new ECSClient(config);
  const service = { cluster: 'contract', service: 'app' };
  await client.send(new CreateClusterCommand({ clusterName: service.cluster }));
  const register = async (version: number): Promise<string> => {
    const containerDefinitions = [{ name: 'app', image: `registry/app:${version}`, memory: 128 }];
    const definition = { family: 'app', networkMode: 'awsvpc', containerDefinitions } as const;
    const answer = await client.send(new RegisterTaskDefinitionCommand({ ...definition, containerDefinitions }));
    return answer.taskDefinition?.taskDefinitionArn ?? '';
  };
  const taskDefinitions = [await register(1), await register(2)] as const;
  const networkConfiguration = { awsvpcConfiguration };
  const settings = { launchType: 'FARGATE', desiredCount: 2, taskDefinition: taskDefinitions[0], networkConfiguration } as const;
  await client.send(new CreateServiceCommand({ cluster: service.cluster, serviceName: service.service, ...settings }));
  return { service, taskDefinitions };
}

async function buildTemplate(config: AwsClientConfig, subnetIds: readonly string[], tags: object): Promise<string> {
  const subnet = `arn:aws:ec2:${config.region}:123456789012:subnet/${subnetIds[0]}`;
  const fence = {
    actionId: 'aws:network:disrupt-connectivity',
    parameters: { scope: 'all', duration: 'PT10M' },
    targets: { Subnets: 'Subnets' },
  };
  const body = {
    clientToken: 'contract',
    description: 'Contract',
    roleArn: 'arn:aws:iam::123456789012:role/fis',
    stopConditions: [{ source: 'none' }],
    targets: { Subnets: { resourceType: 'aws:ec2:subnet', resourceArns: [subnet], selectionMode: 'ALL' } },
    actions: { fence },
    tags,
  };
  const ask = openSignedJson({ ...config, service: 'fis' });
  const answer = (await ask({ call: 'Anything', method: 'POST', path: '/experimentTemplates', body })) as {
    experimentTemplate: { id: string };
  };
  return answer.experimentTemplate.id;
}

/** By the query interface as it is, which the SDK at hand has no client for either. */
async function buildLoadBalancer(config: AwsClientConfig, subnetIds: readonly string[]): Promise<string> {
  const ask = async (action: string, parameters: Readonly<Record<string, string>>): Promise<string> => {
    const scope = `Credential=test/20260131/${config.region}/elasticloadbalancing/aws4_request`;
    const headers = { authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0` };
    const body = new URLSearchParams({ Action: action, Version: '2015-12-01', ...parameters });
    return (await fetch(config.endpoint ?? '', { method: 'POST', headers, body })).text();
  };
  const subnets = Object.fromEntries(subnetIds.map((id, index) => [`Subnets.member.${index + 1}`, id]));
  const created = await ask('CreateLoadBalancer', { Name: 'contract', ...subnets });
  const [, arn = ''] = /<LoadBalancerArn>([^<]+)</.exec(created) ?? [];
  await ask('ModifyLoadBalancerAttributes', {
    LoadBalancerArn: arn,
    'Attributes.member.1.Key': 'zonal_shift.config.enabled',
    'Attributes.member.1.Value': 'true',
  });
  return arn;
}
