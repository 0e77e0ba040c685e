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
