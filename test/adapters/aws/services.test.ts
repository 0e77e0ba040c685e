// Services of ECS: what is asked, and what its answers mean.
import { describe, expect, test } from '@jest/globals';
import { openServices } from '../../../src/adapters/aws/services.ts';
import { failureOf } from '../terraform/support.ts';
import { refusal, withScriptedAws } from './scripted-aws.ts';

const noon = Date.UTC(2026, 0, 31, 12) / 1000;
const app = { cluster: 'assess-staging', service: 'app' };

const before = {
  id: 'ecs-svc/1',
  status: 'ACTIVE',
  taskDefinition: 'app:1',
  desiredCount: 2,
  runningCount: 1,
  failedTasks: 0,
  createdAt: noon,
};
const now = {
  ...before,
  id: 'ecs-svc/2',
  status: 'PRIMARY',
  taskDefinition: 'app:2',
  rolloutState: 'FAILED',
  rolloutStateReason: 'tasks failed to start',
  failedTasks: 3,
};
const service = {
  status: 'ACTIVE',
  taskDefinition: 'app:2',
  desiredCount: 2,
  runningCount: 1,
  pendingCount: 1,
  deployments: [before, now],
};

describe('ECS', () => {
  const aws = withScriptedAws();
  const open = () => openServices(aws.config());
  const inputs = () => aws.asked().map(({ operation, body }) => ({ operation, ...JSON.parse(body) }));

  test('tells of a service and its deployments, the primary one first', async () => {
    aws.answer({ body: { services: [service] } });
    expect(await open().describe(app)).toEqual({
      taskDefinition: 'app:2',
      desired: 2,
      running: 1,
      pending: 1,
      deployments: [
        {
          id: 'ecs-svc/2',
          status: 'PRIMARY',
          rollout: 'FAILED',
          reason: 'tasks failed to start',
          taskDefinition: 'app:2',
          desired: 2,
          running: 1,
          failed: 3,
          createdAt: '2026-01-31T12:00:00.000Z',
        },
        {
          id: 'ecs-svc/1',
          status: 'ACTIVE',
          // What has no rollout is not done.
          rollout: 'IN_PROGRESS',
          reason: '',
          taskDefinition: 'app:1',
          desired: 2,
          running: 1,
          failed: 0,
          createdAt: '2026-01-31T12:00:00.000Z',
        },
      ],
    });
    expect(inputs()).toEqual([{ operation: 'DescribeServices', cluster: 'assess-staging', services: ['app'] }]);
  });

  test.each([
    ['is not there', { body: { services: [], failures: [{ arn: 'app', reason: 'MISSING' }] } }],
    ['is there no longer', { body: { services: [{ ...service, status: 'INACTIVE' }] } }],
    ['has lost its cluster', refusal(400, 'ClusterNotFoundException')],
  ])('knows nothing of a service that %s', async (_, answer) => {
    aws.answer(answer);
    expect(await open().describe(app)).toBeUndefined();
  });

  test('tells of the tasks that run or are to, a hundred a call', async () => {
    const arns = Array.from({ length: 101 }, (_, index) => `arn:task/${index}`);
    const task = {
      taskArn: 'arn:task/0',
      availabilityZone: 'eu-west-2a',
      lastStatus: 'PENDING',
      taskDefinitionArn: 'app:2',
      startedBy: 'ecs-svc/2',
    };
    aws.answer(
      { body: { taskArns: arns.slice(0, 60), nextToken: 'more' } },
      { body: { taskArns: arns.slice(60) } },
      { body: { tasks: [task] } },
      { body: { tasks: [] } },
    );
    expect(await open().tasks(app)).toEqual([
      { arn: 'arn:task/0', zone: 'eu-west-2a', status: 'PENDING', taskDefinition: 'app:2', startedBy: 'ecs-svc/2' },
    ]);
    const [first, second, ...reads] = inputs();
    expect(first).toEqual({ operation: 'ListTasks', cluster: 'assess-staging', serviceName: 'app', desiredStatus: 'RUNNING' });
    expect(second).toEqual({ ...first, nextToken: 'more' });
    expect(reads.map(({ operation, tasks }) => [operation, tasks.length])).toEqual([
      ['DescribeTasks', 100],
      ['DescribeTasks', 1],
    ]);
  });

  test.each([
    ['has none', { body: { taskArns: [] } }],
    ['is not there', refusal(400, 'ServiceNotFoundException')],
  ])('knows no tasks of a service that %s', async (_, answer) => {
    aws.answer(answer);
    expect(await open().tasks(app)).toEqual([]);
  });

  test('tells the images of a task definition', async () => {
    const containerDefinitions = [
      { name: 'app', image: 'registry/app@sha256:1' },
      { name: 'collector', image: 'registry/collector:2' },
    ];
    aws.answer({ body: { taskDefinition: { containerDefinitions } } });
    expect(await open().images('app:2')).toEqual({ app: 'registry/app@sha256:1', collector: 'registry/collector:2' });
  });

  test('brings a service to a task definition, and says by which deployment', async () => {
    aws.answer({ body: { service } });
    expect(await open().deploy(app, 'app:2')).toBe('ecs-svc/2');
    expect(inputs()).toEqual([
      {
        operation: 'UpdateService',
        cluster: 'assess-staging',
        service: 'app',
        taskDefinition: 'app:2',
        forceNewDeployment: true,
      },
    ]);
  });

  test('says of no deployment', async () => {
    aws.answer({ body: { service: { ...service, deployments: [before] } } });
    expect(await failureOf(open().deploy(app, 'app:2'))).toMatchObject({
      message: 'Could not bring app to app:2: ECS told of no primary deployment.',
    });
  });

  test.each([
    ['ServiceNotActiveException', 'aws/request-failed', 'Could not bring app to app:2: No.'],
    ['AccessDeniedException', 'aws/access-denied', 'Could not bring app to app:2: AWS denied it.'],
    ['ExpiredTokenException', 'aws/credentials-expired', 'Could not bring app to app:2: the AWS credentials have expired.'],
  ])('refuses to: %s', async (name, code, message) => {
    aws.answer(refusal(400, name));
    expect(await failureOf(open().deploy(app, 'app:2'))).toMatchObject({ code, message });
  });

  test('throttles at first', async () => {
    aws.answer(refusal(400, 'ThrottlingException', 'Rate exceeded'), { body: { services: [service] } });
    expect(await open().describe(app)).toMatchObject({ running: 1 });
  });
});

describe('what ECS remembers of a service, and what is changed of it', () => {
  const aws = withScriptedAws();
  const open = () => openServices(aws.config());
  const inputs = () => aws.asked().map(({ operation, body }) => ({ operation, ...JSON.parse(body) }));
  const arn = (number: number) => `arn:aws:ecs:eu-west-2:123456789012:service-deployment/assess-staging/app/${number}`;
  const brief = (number: number, status: string) => {
    return {
      serviceDeploymentArn: arn(number),
      status,
      targetServiceRevisionArn: `revision/${number}`,
      createdAt: noon + number,
    };
  };

  test('its rollouts come from all pages, newest first, with the task definitions of their revisions', async () => {
    aws.answer(
      { body: { serviceDeployments: [brief(1, 'SUCCESSFUL')], nextToken: 'more' } },
      { body: { serviceDeployments: [{ ...brief(2, 'A_NEW_STATUS'), statusReason: 'why' }] } },
      { body: { serviceRevisions: [{ serviceRevisionArn: 'revision/1', taskDefinition: 'app:1' }] } },
    );
    const first = {
      arn: arn(1),
      status: 'SUCCESSFUL',
      reason: '',
      taskDefinition: 'app:1',
      createdAt: '2026-01-31T12:00:01.000Z',
    };
    expect(await open().rollouts(app)).toEqual([
      { arn: arn(2), status: 'IN_PROGRESS', reason: 'why', taskDefinition: '', createdAt: '2026-01-31T12:00:02.000Z' },
      first,
    ]);
    expect(inputs()).toMatchObject([{}, { nextToken: 'more' }, { serviceRevisionArns: ['revision/2', 'revision/1'] }]);
  });

  test('of more than twenty rollouts, the revisions of the newest are asked for', async () => {
    const all = Array.from({ length: 25 }, (_, index) => brief(index, 'SUCCESSFUL'));
    aws.answer({ body: { serviceDeployments: all } }, { body: {} });
    expect((await open().rollouts(app)).map((rollout) => rollout.arn)).toEqual(
      all.map((_, index) => arn(24 - index)).slice(0, 20),
    );
    expect(inputs()[1]?.serviceRevisionArns).toHaveLength(20);
  });

  test('one without rollouts asks for no revisions', async () => {
    aws.answer({ body: { serviceDeployments: [] } });
    expect(await open().rollouts(app)).toEqual([]);
    expect(aws.asked()).toHaveLength(1);
  });

  test('other subnets keep its security groups', async () => {
    const awsvpcConfiguration = { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' };
    aws.answer({ body: { services: [{ ...service, networkConfiguration: { awsvpcConfiguration } }] } }, { body: { service } });
    await open().moveTo(app, ['subnet-2']);
    expect(inputs()[1]).toMatchObject({
      networkConfiguration: { awsvpcConfiguration: { ...awsvpcConfiguration, subnets: ['subnet-2'] } },
    });
  });

  test('one without subnets of its own is not moved', async () => {
    aws.answer({ body: { services: [service] } });
    expect(await failureOf(open().moveTo(app, ['subnet-2']))).toMatchObject({ code: 'services/no-subnets' });
  });

  test.each([
    ['a rollout that has ended', () => open().turnBack(arn(1)), refusal(400, 'ConflictException')],
    [
      'a task that is gone',
      () => open().stopTask(app, 'task/1', 'why'),
      refusal(400, 'InvalidParameterException', 'The referenced task was not found.'),
    ],
  ])('nothing is asked of %s', async (_, ask, answer) => {
    aws.answer(answer);
    await expect(ask()).resolves.toBeUndefined();
  });

  test.each([
    ['ACTIVE', true],
    ['INACTIVE', false],
  ])('a task definition that is %s is usable: %s', async (status, isUsable) => {
    aws.answer({ body: { taskDefinition: { status } } });
    expect(await open().isUsable('app:1')).toBe(isUsable);
  });
});
