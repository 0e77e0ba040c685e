// Implements the AutoScaling port with Application Auto Scaling.
import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';
import type { AutoScaling } from '../../ports/auto-scaling.ts';
import type { ServiceIdentity } from '../../ports/services.ts';
import { asking } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { persistent } from './persistent.ts';

const dimension = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' } as const;

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openAutoScaling(config: AwsClientConfig): AutoScaling {
  const client = guarded(new ApplicationAutoScalingClient({ ...config, ...persistent }), 'application-autoscaling', config);
  return {
    describe: (identity) => {
      const permission = 'application-autoscaling:DescribeScalableTargets';
      return asking({ what: `read how ${identity.service} scales`, permission }, async () => {
        const request = new DescribeScalableTargetsCommand({ ...dimension, ResourceIds: [resourceId(identity)] });
        const [target] = (await client.send(request)).ScalableTargets ?? [];
        if (!target) return undefined;
        const { MinCapacity: least = 0, MaxCapacity: most = 0, SuspendedState: suspended } = target;
        return { least, most, isScaleInSuspended: suspended?.DynamicScalingInSuspended ?? false };
      });
    },
    setLimits: async (identity, { least, most }) => {
      const permission = 'application-autoscaling:RegisterScalableTarget';
      // What is left out, such as the suspended state, stays as it is.
      const limits = { ...dimension, ResourceId: resourceId(identity), MinCapacity: least, MaxCapacity: most };
      await asking({ what: `limit ${identity.service} to ${least} to ${most} tasks`, permission }, () =>
        client.send(new RegisterScalableTargetCommand(limits)),
      );
    },
  };
}

const resourceId = ({ cluster, service }: ServiceIdentity): string => `service/${cluster}/${service}`;
