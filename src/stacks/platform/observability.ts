// What watches the platform, and tracing.
import { XrayGroup } from '@cdktf/provider-aws/lib/xray-group/index.js';
import { XraySamplingRule } from '@cdktf/provider-aws/lib/xray-sampling-rule/index.js';
import { Construct } from 'constructs';
import { withOwnKpis } from '../../define/own-definitions.ts';
import { catalogue as ours } from '../../kpis/index.ts';
import type { PlaceNames } from '../../kpis/measure.ts';
import { databaseLimits } from '../capacity.ts';
import { type AbortingAlarms, watch } from '../parts/watch.ts';
import type { PlatformContext } from './context.ts';

export interface ObservabilityProps {
  readonly context: PlatformContext;
  readonly topicArn: string;
  readonly names: PlaceNames<'platform'>;
}

export class Observability extends Construct {
  readonly abortingAlarms: AbortingAlarms;

  constructor(scope: Construct, id: string, { context, topicArn, names }: ObservabilityProps) {
    super(scope, id);
    const { prefix, region, profile, capacity, own } = context;
    const limits = databaseLimits(profile.database, capacity);
    const catalogue = withOwnKpis(ours, own);
    const facts = { layer: 'platform', catalogue, names, limits, isLasting: profile.isProtected } as const;
    this.abortingAlarms = watch(this, { facts, prefix, topicArn, region });
    this.#tracing(prefix);
  }

  #tracing(prefix: string): void {
    new XraySamplingRule(this, 'sampling', {
      ruleName: prefix,
      priority: 1000,
      version: 1,
      // At least 10 requests a second are traced in full, and 5 % of the rest.
      reservoirSize: 10,
      fixedRate: 0.05,
      host: '*',
      httpMethod: '*',
      resourceArn: '*',
      serviceName: `${prefix}*`,
      serviceType: '*',
      urlPath: '*',
    });
    new XrayGroup(this, 'slow-or-failing', {
      groupName: prefix,
      filterExpression: 'fault = true OR responsetime > 3',
    });
  }
}
