// Releases of the service by ECS alone: another revision of what runs, complete before anybody goes on.
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { until } from './operation.ts';
import { mainServiceOf } from './platform.ts';
import type { Cloud } from './runbook-case.ts';

const { cluster, service } = mainServiceOf;

export async function readService({ client }: Pick<Cloud, 'client'>) {
  const { services } = await new ECSClient(client).send(new DescribeServicesCommand({ cluster, services: [service] }));
  return services?.[0];
}

export async function untilComplete(cloud: Cloud): Promise<void> {
  await until(cloud, 'the service is not complete', 30, async () => {
    const { deployments = [], desiredCount, runningCount } = (await readService(cloud)) ?? {};
    return deployments.length === 1 && deployments[0]?.rolloutState === 'COMPLETED' && desiredCount === runningCount;
  });
}

/** @param image of its first container; the same as now when left out. @returns its task definition */
export async function release(cloud: Cloud, image?: string): Promise<string> {
  const ecs = new ECSClient(cloud.client);
  const present = await readService(cloud);
  const described = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: present?.taskDefinition }));
  const { family, containerDefinitions = [], ...others } = described.taskDefinition ?? {};
  const { taskRoleArn, executionRoleArn, networkMode, cpu, memory } = others;
  const [app, ...sidecars] = containerDefinitions;
  const { taskDefinition: made } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family,
      containerDefinitions: [{ ...app, ...(image !== undefined && { image }) }, ...sidecars],
      requiresCompatibilities: ['FARGATE'],
      ...{ taskRoleArn, executionRoleArn, networkMode, cpu, memory },
    }),
  );
  await ecs.send(new UpdateServiceCommand({ cluster, service, taskDefinition: made?.taskDefinitionArn }));
  await untilComplete(cloud);
  return made?.taskDefinitionArn ?? '';
}
