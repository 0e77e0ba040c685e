// What watches the service, and turns a bad rollout back.
import { Construct } from 'constructs';
import { catalogue } from '../../kpis/index.ts';
import { watch } from '../parts/watch.ts';
import { zonesOf } from '../regions.ts';
import type { ServiceContext } from './context.ts';

export class ServiceObservability extends Construct {
  /** Names of the alarms that turn a rollout back. */
  readonly rollbackAlarms: readonly string[];

  constructor(scope: Construct, id: string, context: ServiceContext, targetGroup: string) {
    super(scope, id);
    const { prefix, region, platform, profile } = context;
    const names = {
      'load-balancer': [platform.text('loadBalancerArnSuffix')],
      'target-group': [targetGroup],
      cluster: [platform.text('clusterName')],
      // The name, not the resource: the service itself waits for these alarms.
      service: [prefix],
      zone: zonesOf(region, profile.zones),
    };
    const facts = { layer: 'service', catalogue, names, limits: {}, isLasting: profile.isProtected } as const;
    const { deploy } = watch(this, { facts, prefix, topicArn: platform.text('alertsTopicArn'), region });
    this.rollbackAlarms = deploy.map(({ alarmName }) => alarmName);
  }
}
