// The ECS service: rolls out behind a circuit breaker and alarms, spreads over the zones, scales by itself.
import { AppautoscalingPolicy } from '@cdktf/provider-aws/lib/appautoscaling-policy/index.js';
import { AppautoscalingTarget } from '@cdktf/provider-aws/lib/appautoscaling-target/index.js';
import { EcsService } from '@cdktf/provider-aws/lib/ecs-service/index.js';
import type { EcsTaskDefinition } from '@cdktf/provider-aws/lib/ecs-task-definition/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { containerName, containerPort, type ServiceContext } from './context.ts';
import type { Exposure } from './exposure.ts';

/** What scaling holds, in percent or in requests a minute and target. */
const scaling = [
  { id: 'cpu', metric: 'ECSServiceAverageCPUUtilization', target: 70 },
  { id: 'memory', metric: 'ECSServiceAverageMemoryUtilization', target: 75 },
] as const;

const scaleInSeconds = 300;
const scaleOutSeconds = 60;

export interface FargateServiceProps {
  readonly context: ServiceContext;
  readonly task: EcsTaskDefinition;
  readonly exposure: Exposure;
  /** Alarms that turn a rollout back. */
  readonly rollbackAlarms: readonly string[];
  /** What a task needs when it starts. */
  readonly needs: readonly ITerraformDependable[];
}

export class FargateService extends Construct {
  readonly service: EcsService;

  constructor(scope: Construct, id: string, props: FargateServiceProps) {
    super(scope, id);
    this.service = this.#service(props);
    this.#scaling(props.context);
  }

  #service({ context, task, exposure, rollbackAlarms, needs }: FargateServiceProps): EcsService {
    const { prefix, platform, capacity } = context;
    return new EcsService(this, 'service', {
      name: prefix,
      cluster: platform.text('clusterArn'),
      taskDefinition: task.arn,
      desiredCount: capacity.tasks.min,
      launchType: 'FARGATE',
      platformVersion: 'LATEST',
      propagateTags: 'SERVICE',
      enableEcsManagedTags: true,
      availabilityZoneRebalancing: 'ENABLED',
      healthCheckGracePeriodSeconds: 60,
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { enable: true, rollback: true, alarmNames: [...rollbackAlarms] },
      networkConfiguration: {
        subnets: platform.list('appSubnetIds'),
        securityGroups: [platform.text('appSecurityGroupId')],
        assignPublicIp: false,
      },
      loadBalancer: [{ targetGroupArn: exposure.targetGroup.arn, containerName, containerPort }],
      // Scaling decides how many there are; an apply must not undo it.
      lifecycle: { ignoreChanges: ['desired_count'] },
      dependsOn: [exposure.rule, ...needs],
    });
  }

  #scaling({ prefix, platform, capacity }: ServiceContext): void {
    const target = new AppautoscalingTarget(this, 'scaling', {
      minCapacity: capacity.tasks.min,
      maxCapacity: capacity.tasks.max,
      resourceId: `service/${platform.text('clusterName')}/${this.service.name}`,
      scalableDimension: 'ecs:service:DesiredCount',
      serviceNamespace: 'ecs',
    });
    for (const { id, metric, target: targetValue } of scaling) {
      new AppautoscalingPolicy(this, `scale-on-${id}`, {
        name: `${prefix}-${id}`,
        policyType: 'TargetTrackingScaling',
        resourceId: target.resourceId,
        scalableDimension: target.scalableDimension,
        serviceNamespace: target.serviceNamespace,
        targetTrackingScalingPolicyConfiguration: {
          targetValue,
          scaleInCooldown: scaleInSeconds,
          scaleOutCooldown: scaleOutSeconds,
          predefinedMetricSpecification: { predefinedMetricType: metric },
        },
      });
    }
  }
}
