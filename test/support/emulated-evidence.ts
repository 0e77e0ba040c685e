// An environment in the emulated AWS that has something to tell: a service, logs, alarms, an experiment, a preview's lease.
import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateSecurityGroupCommand, CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { CreateTargetGroupCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { AwsClientConfig } from '../../src/adapters/aws/client-config.ts';
import { openDocuments } from '../../src/adapters/aws/documents.ts';
import { openSignedJson } from '../../src/adapters/aws/signed-json.ts';
import { leaseDocument } from './fake-previews.ts';

export const bucket = 'opsdeck-state-evidence';

export interface EvidencePlace {
  readonly templateId: string;
  readonly vpcId: string;
}

/** @param prefix of all names: `assess-staging` */
export async function buildEvidence(config: AwsClientConfig, prefix: string): Promise<EvidencePlace> {
  const network = await buildNetwork(config);
  await Promise.all([buildLogs(config, prefix), buildAlarm(config, prefix), buildLease(config)]);
  await buildService(config, prefix, network);
  const template = await buildTemplate(config, network.subnetIds[0] ?? '');
  return { vpcId: network.vpcId, templateId: template };
}

/** Stops one of its tasks, as somebody may by hand. @returns how many it stopped */
export async function stopOneTask(config: AwsClientConfig, prefix: string): Promise<void> {
  const client = new ECSClient(config);
  const { taskArns = [] } = await client.send(new ListTasksCommand({ cluster: prefix, serviceName: `${prefix}-app` }));
  await client.send(new StopTaskCommand({ cluster: prefix, task: taskArns[0] ?? '', reason: 'Somebody has stopped it' }));
}

async function buildNetwork(config: AwsClientConfig) {
  const client = new EC2Client(config);
  const tags = [
    { Key: 'Environment', Value: 'staging' },
    { Key: 'Layer', Value: 'platform' },
  ];
  const TagSpecifications = [{ ResourceType: 'vpc' as const, Tags: tags }];
  const { Vpc } = await client.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16', TagSpecifications }));
  const vpcId = Vpc?.VpcId ?? '';
  const subnetIds: string[] = [];
  for (const [index, zone] of ['a', 'b'].entries()) {
    const place = { AvailabilityZone: `${config.region}${zone}`, CidrBlock: `10.0.${index}.0/24` };
    const { Subnet } = await client.send(new CreateSubnetCommand({ VpcId: vpcId, ...place }));
    subnetIds.push(Subnet?.SubnetId ?? '');
  }
  const group = { GroupName: 'evidence', Description: 'Evidence', VpcId: vpcId };
  const { GroupId = '' } = await client.send(new CreateSecurityGroupCommand(group));
  return { vpcId, subnetIds, securityGroups: [GroupId] };
}

type Network = Awaited<ReturnType<typeof buildNetwork>>;

async function buildLogs(config: AwsClientConfig, prefix: string): Promise<void> {
  const client = new CloudWatchLogsClient(config);
  const stream = { logGroupName: `/aws/ecs/${prefix}-app`, logStreamName: 'app' };
  await client.send(new CreateLogGroupCommand({ logGroupName: stream.logGroupName }));
  await client.send(new CreateLogStreamCommand(stream));
  const timestamp = Date.now() - 60_000;
  const messages = ['GET /health 200', 'ERROR connect ECONNREFUSED, password=hunter2-hunter2, for ada@example.org'];
  const logEvents = messages.map((message, index) => ({ message, timestamp: timestamp + index }));
  await client.send(new PutLogEventsCommand({ ...stream, logEvents }));
}

async function buildAlarm(config: AwsClientConfig, prefix: string): Promise<void> {
  const client = new CloudWatchClient(config);
  const AlarmName = `${prefix}-app-errors`;
  const metric = { Namespace: 'Evidence', MetricName: 'Errors', Statistic: 'Sum', Period: 60 } as const;
  const rule = { EvaluationPeriods: 1, Threshold: 1, TreatMissingData: 'ignore' } as const;
  const ComparisonOperator = 'GreaterThanThreshold' as const;
  await client.send(new PutMetricAlarmCommand({ AlarmName, ...metric, ...rule, ComparisonOperator }));
  await client.send(new SetAlarmStateCommand({ AlarmName, StateValue: 'OK', StateReason: 'Test' }));
  await client.send(new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason: 'Too many errors' }));
}

/** As our stacks tag all they make. */
const tags = [{ key: 'Environment', value: 'staging' }];
const Tags = [{ Key: 'Environment', Value: 'staging' }];

async function buildService(
  config: AwsClientConfig,
  prefix: string,
  { vpcId, subnetIds, securityGroups }: Network,
): Promise<void> {
  const group = { Name: `${prefix}-app`, Protocol: 'HTTP', Port: 8080, VpcId: vpcId, TargetType: 'ip' } as const;
  const balancing = new ElasticLoadBalancingV2Client(config);
  const { TargetGroups = [] } = await balancing.send(new CreateTargetGroupCommand({ ...group, Tags }));
  const client = new ECSClient(config);
  await client.send(new CreateClusterCommand({ clusterName: prefix, tags }));
  const containerDefinitions = [{ name: 'app', image: 'registry/app:1', memory: 128 }];
  const definition = { family: `${prefix}-app`, networkMode: 'awsvpc', containerDefinitions } as const;
  const { taskDefinition } = await client.send(new RegisterTaskDefinitionCommand({ ...definition, containerDefinitions, tags }));
  const settings = {
    serviceName: `${prefix}-app`,
    taskDefinition: taskDefinition?.taskDefinitionArn ?? '',
    launchType: 'FARGATE',
    desiredCount: 2,
    networkConfiguration: { awsvpcConfiguration: { subnets: subnetIds, securityGroups } },
    loadBalancers: [{ targetGroupArn: TargetGroups[0]?.TargetGroupArn ?? '', containerName: 'app', containerPort: 8080 }],
  } as const;
  const { networkConfiguration, loadBalancers, ...rest } = settings;
  await client.send(
    new CreateServiceCommand({ cluster: prefix, ...rest, networkConfiguration, loadBalancers: [...loadBalancers], tags }),
  );
}

async function buildTemplate(config: AwsClientConfig, subnetId: string): Promise<string> {
  const ask = openSignedJson({ ...config, service: 'fis' });
  const subnet = `arn:aws:ec2:${config.region}:123456789012:subnet/${subnetId}`;
  const body = {
    clientToken: 'evidence',
    description: 'Evidence',
    roleArn: 'arn:aws:iam::123456789012:role/fis',
    stopConditions: [{ source: 'none' }],
    targets: { Subnets: { resourceType: 'aws:ec2:subnet', resourceArns: [subnet], selectionMode: 'ALL' } },
    actions: {
      fence: {
        actionId: 'aws:network:disrupt-connectivity',
        parameters: { scope: 'all', duration: 'PT1H' },
        targets: { Subnets: 'Subnets' },
      },
    },
    tags: {},
  };
  const answer = await ask({ call: 'Anything', method: 'POST', path: '/experimentTemplates', body });
  return (answer as { readonly experimentTemplate: { readonly id: string } }).experimentTemplate.id;
}

async function buildLease(config: AwsClientConfig): Promise<void> {
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-2' } }));
  const expiresAt = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString();
  await openDocuments({ bucket, client: config }).create(
    'previews/pr-7/lease.json',
    leaseDocument({ pullRequest: 7, expiresAt }),
  );
}
