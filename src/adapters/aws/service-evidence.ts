// What ECS tells of a service's past: its events, and the tasks that have stopped.
import {
  type Container,
  DescribeServicesCommand,
  DescribeTasksCommand,
  type ECSClient,
  paginateListTasks,
  type Task,
} from '@aws-sdk/client-ecs';
import type { EventRecord, StoppedTask } from '../../ports/evidence.ts';
import type { ServiceIdentity } from '../../ports/services.ts';
import { askingFor } from './asking.ts';
import { everyPage, inBatches } from './pages.ts';
import { nameOf } from './refusals.ts';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
const mostTasksOfCall = 100;

const isGone = (error: unknown): boolean => ['ClusterNotFoundException', 'ServiceNotFoundException'].includes(nameOf(error));

/** ECS keeps the last hundred. */
export async function readServiceEvents(
  client: ECSClient,
  { cluster, service }: ServiceIdentity,
  since: Date,
): Promise<readonly EventRecord[]> {
  const attempt = { what: `read the events of ${service}`, permission: 'ecs:DescribeServices' };
  const request = new DescribeServicesCommand({ cluster, services: [service] });
  const found = await askingFor(attempt, isGone, () => client.send(request));
  const events = (found?.services ?? []).flatMap(({ events: told = [] }) => told);
  return events
    .filter(({ createdAt }) => createdAt !== undefined && createdAt >= since)
    .map(({ createdAt = since, message = '' }) => ({ at: createdAt.toISOString(), source: service, message }));
}

export async function readStoppedTasks(
  client: ECSClient,
  { cluster, service: serviceName }: ServiceIdentity,
): Promise<readonly StoppedTask[]> {
  const listing = { what: `list the stopped tasks of ${serviceName}`, permission: 'ecs:ListTasks' };
  const pages = paginateListTasks({ client }, { cluster, serviceName, desiredStatus: 'STOPPED' });
  const arns = (await askingFor(listing, isGone, () => everyPage(pages, ({ taskArns }) => taskArns))) ?? [];
  const reading = { what: `read the stopped tasks of ${serviceName}`, permission: 'ecs:DescribeTasks' };
  const answers = await Promise.all(
    inBatches(arns, mostTasksOfCall).map((tasks) =>
      askingFor(reading, isGone, () => client.send(new DescribeTasksCommand({ cluster, tasks: [...tasks] }))),
    ),
  );
  const tasks = answers.flatMap((answer) => answer?.tasks ?? []).map(stoppedTaskOf);
  return tasks.sort((one, other) => other.stoppedAt.localeCompare(one.stoppedAt));
}

function stoppedTaskOf(task: Task): StoppedTask {
  const { taskArn: arn = '', availabilityZone: zone = '', taskDefinitionArn: taskDefinition = '' } = task;
  return {
    arn,
    zone,
    // One that is about to stop has no such instant yet.
    stoppedAt: (task.stoppedAt ?? task.stoppingAt)?.toISOString() ?? '',
    taskDefinition,
    reason: task.stoppedReason ?? '',
    containers: (task.containers ?? []).flatMap(troubleOf),
  };
}

function troubleOf({ name = '', exitCode, reason }: Container): readonly string[] {
  if (reason === undefined && (exitCode === undefined || exitCode === 0)) return [];
  const how = [...(exitCode === undefined ? [] : [`exit code ${exitCode}`]), ...(reason === undefined ? [] : [reason])];
  return [`${name}: ${how.join(', ')}`];
}
