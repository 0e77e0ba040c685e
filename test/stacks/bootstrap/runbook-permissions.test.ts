import { describe, expect, test } from '@jest/globals';
import type { Call, ResourceKind } from '../../../src/define/runbook.ts';
import { runbooks as listed } from '../../../src/runbooks/index.ts';
import { statementsOf } from '../../../src/stacks/bootstrap/ci-permissions.ts';
import { runbookStatements } from '../../../src/stacks/bootstrap/runbook-permissions.ts';
import { policy } from '../../../src/stacks/parts/iam.ts';
import { loadRunbooks } from '../../support/all-runbooks.ts';
import { account, grantsOf, isAllowed, type Request, statementsIn } from '../support/iam.ts';
import { one } from '../support/stack.ts';
import { stackNamed } from '../support/synthesized.ts';
import { arn, inState } from './requests.ts';

const scope = { accountId: account, region: 'eu-west-2', stateBucketArn: `arn:aws:s3:::opsdeck-state-${account}-eu-west-2` };
const runbooks = await loadRunbooks();
const lists = statementsOf('ops', { ...scope, runbooks });
const ops = statementsIn(policy(...lists.flat()));

type Sample = readonly [resource: string, context?: Request['context']];
const ours = { 'aws:ResourceTag/ManagedBy': 'opsdeck' };
const through = (service: string): Sample => [arn('kms', 'key/1'), { 'kms:ViaService': `${service}.eu-west-2.amazonaws.com` }];
const ofOurCluster = { 'aws:ResourceTag/aws:rds:primaryDBClusterArn': arn('rds', 'cluster:assess-production') };
const ofTheirCluster = { 'aws:ResourceTag/aws:rds:primaryDBClusterArn': arn('rds', 'cluster:payments') };
const masterSecret = arn('secretsmanager', 'secret:rds!cluster-1-AbCdEf');

/** Of each kind one that is ours, and one that is somebody else's. */
const samples: Readonly<Record<ResourceKind, readonly [mine: Sample, theirs: Sample]>> = {
  'api-stage': [
    ['arn:aws:apigateway:eu-west-2::/restapis/1/stages/v1', ours],
    ['arn:aws:apigateway:eu-west-2::/restapis/1/stages/v1'],
  ],
  'usage-plan': [['arn:aws:apigateway:eu-west-2::/usageplans/1', ours], ['arn:aws:apigateway:eu-west-2::/usageplans/1']],
  'cache-group': [[arn('elasticache', 'replicationgroup:assess-staging')], [arn('elasticache', 'replicationgroup:payments')]],
  'database-cluster': [[arn('rds', 'cluster:assess-production')], [arn('rds', 'cluster:payments')]],
  'database-secret': [
    [masterSecret, ofOurCluster],
    [masterSecret, ofTheirCluster],
  ],
  experiment: [[arn('fis', 'experiment/EXP1')], [arn('fis', 'experiment-template/EXT1')]],
  'ip-set': [
    [arn('wafv2', 'regional/ipset/assess-production-blocked/1')],
    [arn('wafv2', 'regional/ipset/assess-production-allowed/1')],
  ],
  'load-balancer': [
    [arn('elasticloadbalancing', 'loadbalancer/app/assess-production/1')],
    [arn('elasticloadbalancing', 'loadbalancer/app/payments/1')],
  ],
  'log-group': [[arn('logs', 'log-group:/aws/ecs/assess-production-app')], [arn('logs', 'log-group:/aws/lambda/payments')]],
  'preview-lease': [[inState('previews/pr-7/lease.json')], [inState('previews/pr-7/service.tfstate')]],
  queue: [[arn('sqs', 'assess-production-dead-letters')], [arn('sqs', 'payments')]],
  'restored-database': [[arn('rds', 'cluster:assess-production-restored-202601311200')], [arn('rds', 'cluster:payments')]],
  'safety-lever': [[arn('fis', 'safety-lever/default')], [arn('fis', 'experiment-template/EXT1')]],
  'scalable-target': [
    [arn('application-autoscaling', 'scalable-target/1'), { 'application-autoscaling:service-namespace': 'ecs' }],
    [arn('application-autoscaling', 'scalable-target/1'), { 'application-autoscaling:service-namespace': 'dynamodb' }],
  ],
  service: [[arn('ecs', 'service/assess-staging/assess-staging-app')], [arn('ecs', 'service/payments/app')]],
  'service-deployment': [
    [arn('ecs', 'service-deployment/assess-staging/assess-staging-app/1')],
    [arn('ecs', 'service-deployment/payments/app/1')],
  ],
  stream: [[arn('kinesis', 'stream/assess-production-events')], [arn('kinesis', 'stream/payments')]],
  'subnet-acl': [[arn('ec2', 'network-acl/acl-1')], [arn('ec2', 'vpc/vpc-1')]],
  task: [[arn('ecs', 'task/assess-staging/1')], [arn('ecs', 'task/payments/1')]],
};

const keyServices: Partial<Record<ResourceKind, string>> = {
  queue: 'sqs',
  'restored-database': 'rds',
  'database-secret': 'secretsmanager',
};

function samplesOf(call: Call, kind: ResourceKind): readonly [mine: Sample, theirs: Sample] {
  return call.startsWith('kms:') ? [through(keyServices[kind] ?? 'none'), through('s3')] : samples[kind];
}

const may = (action: string, [resource, context = {}]: Sample) => isAllowed(ops, { action, resource, context });

const changes = runbooks.flatMap(({ id, calls }) =>
  [...Object.entries(calls.writes), ...Object.entries(calls.implied ?? {})].map(
    ([call, kind]) => [id, call as Call, kind] as const,
  ),
);

describe('the ops role', () => {
  test.each(changes)('may, for %s, call %s on a %s of ours, and on nobody else’s', (_id, call, kind) => {
    const [mine, theirs] = samplesOf(call, kind);
    expect([may(call, mine), may(call, theirs)]).toEqual([true, false]);
  });

  test.each(runbooks.flatMap(({ id, calls }) => calls.reads.map((call) => [id, call] as const)))(
    'may, for %s, read by %s',
    (_id, call) => {
      const resource = call.startsWith('s3:')
        ? samples['preview-lease'][0]
        : call === 'logs:StartQuery'
          ? samples['log-group'][0]
          : ['*'];
      expect(may(call, resource as Sample)).toBe(true);
    },
  );

  test('changes nothing that no runbook declares, but to end a game day, tell whoever is on call, and keep its journal', () => {
    const declared = new Set(changes.map(([, call]) => call as string));
    const reads = /:(?:Describe|Get|List|Lookup)|^(?:apigateway:GET|logs:St(?:art|op)Query)$/;
    const others = ops.flatMap(({ actions }) => actions).filter((action) => !reads.test(action) && !declared.has(action));
    expect([...new Set(others)].sort()).toEqual(
      [
        'ec2:DeleteNetworkAcl',
        'ec2:ReplaceNetworkAclAssociation',
        // Through topics, which are encrypted; without queues it would stand here alone.
        ...['kms:Decrypt', 'kms:GenerateDataKey'].filter((action) => !declared.has(action)),
        's3:DeleteObject',
        'sns:Publish',
      ].sort(),
    );
  });

  test('deletes copies of databases, and no database', () => {
    const [copy] = samples['restored-database'];
    const database: Sample = [arn('rds', 'cluster:assess-production')];
    expect([may('rds:DeleteDBCluster', copy), may('rds:DeleteDBCluster', database)]).toEqual([true, false]);
    expect(may('rds:DeleteDBInstance', [arn('rds', 'db:assess-production-1')])).toBe(false);
  });

  test('searches the logs of environments, and reads none by itself', () => {
    expect(may('logs:GetLogEvents', [arn('logs', 'log-group:/aws/ecs/assess-production-app:log-stream:1')])).toBe(false);
    expect(may('logs:FilterLogEvents', [arn('logs', 'log-group:/aws/ecs/assess-production-app')])).toBe(false);
  });

  test('writes the lease of a preview, and nothing else of it', () => {
    expect(may('s3:PutObject', [inState('previews/pr-7/lease.json')])).toBe(true);
    expect(may('s3:DeleteObject', [inState('previews/pr-7/lease.json')])).toBe(false);
    expect(may('s3:PutObject', [inState('previews/slots/1.json')])).toBe(false);
    expect(may('s3:GetObject', [inState('previews/pr-7/service.tfstate')])).toBe(false);
  });

  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
  test('has policies that IAM takes: 10,240 characters in all', () => {
    const lengths = lists.map((statements) => policy(...statements).length);
    expect(lengths.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(10_240);
  });

  test('is synthesized with what the list of runbooks declares', () => {
    const synthesized = grantsOf(stackNamed('bootstrap'), one(stackNamed('bootstrap'), 'aws_iam_role', 'ci/ops'));
    const actions = new Set(synthesized.flatMap((statement) => statement.actions));
    const wanted = listed.flatMap(({ calls }) => [...Object.keys(calls.writes), ...Object.keys(calls.implied ?? {})]);
    expect(wanted.filter((call) => !actions.has(call))).toEqual([]);
  });
});

describe('the permissions of runbooks', () => {
  const calls = (own: object) => ({ id: 'my-runbook', calls: { reads: [], writes: {}, ...own } });

  test('are one statement for what reaches the same', () => {
    const scaling = calls({ writes: { 'ecs:UpdateService': 'service' } });
    const another = { ...scaling, id: 'another' };
    expect(runbookStatements([scaling, another], scope)).toEqual([
      { Effect: 'Allow', Action: ['ecs:UpdateService'], Resource: [arn('ecs', 'service/assess-*')] },
    ]);
  });

  test('are none where it reads what everybody may', () => {
    expect(runbookStatements([calls({ reads: ['ecs:DescribeServices', 'apigateway:GET'] })], scope)).toEqual([]);
  });

  test('are refused, not guessed, for a call whose reach nobody has said', () => {
    expect(() => runbookStatements([calls({ reads: ['secretsmanager:GetSecretValue'] })], scope)).toThrow(
      'my-runbook reads by secretsmanager:GetSecretValue: say in src/stacks/bootstrap/runbook-permissions.ts',
    );
    expect(() => runbookStatements([calls({ writes: { 'lambda:InvokeFunction': 'queue' } })], scope)).toThrow(
      'lambda:InvokeFunction changes a queue',
    );
  });

  test('never allow a wildcard in the name of a call', () => {
    const actions = runbookStatements(runbooks, scope).flatMap(({ Action = [] }) => Action);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });
});
