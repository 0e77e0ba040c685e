// What watches the service, and turns a bad rollout back.
import { Construct } from 'constructs';
import { withOwnKpis } from '../../define/own-definitions.ts';
import { catalogue as ours } from '../../kpis/index.ts';
import { watch } from '../parts/watch.ts';
import { zonesOf } from '../regions.ts';
import type { ServiceContext } from './context.ts';

export class ServiceObservability extends Construct {
  /** Names of the alarms that turn a rollout back. */
  readonly rollbackAlarms: readonly string[];

  constructor(scope: Construct, id: string, context: ServiceContext, targetGroup: string) {
    super(scope, id);
    const { prefix, region, platform, profile, own } = context;
    const names = {
      'load-balancer': [platform.text('loadBalancerArnSuffix')],
      'target-group': [targetGroup],
      cluster: [platform.text('clusterName')],
      // The name, not the resource: the service itself waits for these alarms.
      service: [prefix],
      zone: zonesOf(region, profile.zones),
    };
    const catalogue = withOwnKpis(ours, own);
    const facts = { layer: 'service', catalogue, names, limits: {}, isLasting: profile.isProtected } as const;
    const { deploy } = watch(this, { facts, prefix, topicArn: platform.text('alertsTopicArn'), region });
    this.rollbackAlarms = deploy.map(({ alarmName }) => alarmName);
  }
}
