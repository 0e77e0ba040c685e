// What a preview runs all day, read from its synthesized stacks, so that the estimate follows the code.
import { isRecord, type Json, listOf, memberOf } from '../plan/model.ts';
import { isolatedQuantities, type Quantity, sharedQuantities, type TaskCount } from './cost.ts';

export function sharedQuantitiesOf(service: unknown): readonly Quantity[] {
  return sharedQuantities(tasksOf(service));
}

/** Of a repository's own stack nothing is known. */
export const ownQuantities: readonly Quantity[] = [{ label: 'what the stack has', uses: {} }];

export function isolatedQuantitiesOf(platform: unknown, service: unknown): readonly Quantity[] {
  const [loadBalancer] = resourcesOf(platform, 'aws_lb');
  const [cluster] = resourcesOf(platform, 'aws_rds_cluster');
  const scaling = memberOf(cluster, 'serverlessv2_scaling_configuration');
  const instances = resourcesOf(platform, 'aws_rds_cluster_instance').length;
  return isolatedQuantities({
    ...tasksOf(service),
    zones: listOf(loadBalancer, 'subnets').length,
    natGateways: resourcesOf(platform, 'aws_nat_gateway').length,
    minimumAcus: numberAt(Array.isArray(scaling) ? scaling[0] : scaling, 'min_capacity') * instances,
  });
}

/** CPU is in units of 1/1024 vCPU, memory in MiB: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html */
function tasksOf(service: unknown): TaskCount {
  const [task] = resourcesOf(service, 'aws_ecs_task_definition');
  const [ecsService] = resourcesOf(service, 'aws_ecs_service');
  return {
    tasks: numberAt(ecsService, 'desired_count'),
    vcpus: numberAt(task, 'cpu') / 1024,
    memoryGib: numberAt(task, 'memory') / 1024,
  };
}

function resourcesOf(stack: unknown, type: string): readonly Json[] {
  const named = memberOf(memberOf(stack, 'resource'), type);
  return isRecord(named) ? Object.values(named) : [];
}

function numberAt(value: unknown, key: string): number {
  const number = Number(memberOf(value, key));
  return Number.isFinite(number) ? number : 0;
}
