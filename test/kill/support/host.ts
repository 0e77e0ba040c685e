// What a service or a shared preview stands on, made in the emulator in a second: a staging platform without all that takes its time.
import { ACMClient, ListCertificatesCommand } from '@aws-sdk/client-acm';
import { CreatePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import type { Emulator } from '../../../src/rehearsal/emulator/emulator.ts';
import { makePrerequisites, rehearsalDomain } from '../../../src/rehearsal/prerequisites.ts';
import { sdkConfig } from '../../../src/rehearsal/sdk-config.ts';
import { prefixOf, workloadBoundaryName } from '../../../src/stacks/names.ts';
import { type PlatformParameter, parameterName } from '../../../src/stacks/platform-parameters.ts';
import { askByJson, askByQuery, elements } from './aws-requests.ts';

export const environment = 'staging';
export const region = 'eu-west-2';

export interface MiniHost {
  readonly bucket: string;
  readonly domain: string;
}

const prefix = prefixOf(environment);

/** Moto's own. */
const accountId = '123456789012';

export async function makeHost(emulator: Emulator): Promise<MiniHost> {
  await makePrerequisites(emulator);
  const bucket = `opsdeck-state-${accountId}-${region}`;
  const [edge, compute] = await Promise.all([
    makeEdge(emulator),
    makeCompute(emulator),
    makeStateBucket(emulator, bucket),
    makeBoundary(emulator),
  ]);
  const facts = { ...edge, ...compute, ...mentioned, domain: rehearsalDomain } satisfies Record<PlatformParameter, string>;
  for (const [name, value] of Object.entries(facts) as [PlatformParameter, string][]) {
    const body = { Name: parameterName(environment, name), Type: 'String', Value: value };
    await askByJson(emulator, { service: 'ssm', target: 'AmazonSSM.PutParameter', body });
  }
  return { bucket, domain: rehearsalDomain };
}

/** What a service only ever mentions, in its environment or in its policies. */
const mentioned = {
  cacheArn: `arn:aws:elasticache:${region}:${accountId}:replicationgroup:${prefix}`,
  cacheHost: 'cache.internal',
  cacheUserArn: `arn:aws:elasticache:${region}:${accountId}:user:${prefix}-app`,
  cacheUserName: `${prefix}-app`,
  databaseConnectArn: `arn:aws:rds-db:${region}:${accountId}:dbuser:prx-0/app`,
  databaseHost: 'database.internal',
  deadLetterQueueArn: `arn:aws:sqs:${region}:${accountId}:${prefix}-dead-letters`,
} as const;

/** By which actions find what there is. */
const ownTags = { Environment: environment, Layer: 'platform' };

const queryTags = Object.fromEntries(
  Object.entries(ownTags).flatMap(([key, value], index) => [
    [`Tags.member.${index + 1}.Key`, key],
    [`Tags.member.${index + 1}.Value`, value],
  ]),
);

/** In the VPC that every account begins with. */
async function makeEdge(emulator: Emulator) {
  const ec2 = (action: string) => askByQuery(emulator, { service: 'ec2', version: '2016-11-15', action });
  const balancing = (action: string, parameters: Readonly<Record<string, string>>) =>
    askByQuery(emulator, { service: 'elasticloadbalancing', version: '2015-12-01', action, parameters });
  const subnets = elements(await ec2('DescribeSubnets'), 'subnetId');
  const [group = ''] = elements(await ec2('DescribeSecurityGroups'), 'groupId');
  const [vpcId = ''] = elements(await ec2('DescribeVpcs'), 'vpcId');
  const members = Object.fromEntries(subnets.map((subnet, index) => [`Subnets.member.${index + 1}`, subnet]));
  const balancer = await balancing('CreateLoadBalancer', { Name: prefix, ...members, 'SecurityGroups.member.1': group });
  const [balancerArn = ''] = elements(balancer, 'LoadBalancerArn');
  const { CertificateSummaryList } = await new ACMClient(sdkConfig(emulator)).send(new ListCertificatesCommand());
  const listener = await balancing('CreateListener', {
    LoadBalancerArn: balancerArn,
    Protocol: 'HTTPS',
    Port: '443',
    'Certificates.member.1.CertificateArn': CertificateSummaryList?.[0]?.CertificateArn ?? '',
    'DefaultActions.member.1.Type': 'fixed-response',
    'DefaultActions.member.1.FixedResponseConfig.StatusCode': '404',
  });
  await balancing('AddTags', { 'ResourceArns.member.1': balancerArn, ...queryTags });
  return {
    vpcId,
    appSubnetIds: subnets.join(','),
    appSecurityGroupId: group,
    loadBalancerArnSuffix: balancerArn.split(':loadbalancer/')[1] ?? '',
    httpsListenerArn: elements(listener, 'ListenerArn')[0] ?? '',
  };
}

async function makeCompute(emulator: Emulator) {
  const tags = Object.entries(ownTags).map(([key, value]) => ({ key, value }));
  const json = (service: string, target: string, body: unknown) => askByJson(emulator, { service, target, body });
  await json('ecs', 'AmazonEC2ContainerServiceV20141113.CreateCluster', { clusterName: prefix, tags });
  await json('kinesis', 'Kinesis_20131202.CreateStream', { StreamName: prefix, ShardCount: 1 });
  const key = (await json('kms', 'TrentService.CreateKey', {})) as { readonly KeyMetadata: { readonly Arn: string } };
  const parameters = { Name: `${prefix}-alerts`, ...queryTags };
  const topic = await askByQuery(emulator, { service: 'sns', version: '2010-03-31', action: 'CreateTopic', parameters });
  return {
    alertsTopicArn: elements(topic, 'TopicArn')[0] ?? '',
    clusterArn: `arn:aws:ecs:${region}:${accountId}:cluster/${prefix}`,
    clusterName: prefix,
    eventStreamArn: `arn:aws:kinesis:${region}:${accountId}:stream/${prefix}`,
    eventStreamName: prefix,
    keyArn: key.KeyMetadata.Arn,
  };
}

/** Versioned, as the bootstrap stack makes it. */
async function makeStateBucket(emulator: Emulator, bucket: string): Promise<void> {
  const client = new S3Client({ ...sdkConfig(emulator), forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
  await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }));
}

async function makeBoundary(emulator: Emulator): Promise<void> {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const request = { PolicyName: workloadBoundaryName, PolicyDocument: JSON.stringify(document) };
  await new IAMClient(sdkConfig(emulator)).send(new CreatePolicyCommand(request));
}
