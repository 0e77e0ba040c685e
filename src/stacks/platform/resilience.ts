// An experiment for each drill, one a zone where a zone is hit, with alarms that stop it.
import { FisExperimentTemplate } from '@cdktf/provider-aws/lib/fis-experiment-template/index.js';
import { Construct } from 'constructs';
import { type DrillDefinition, drillTag, drillZoneTag } from '../../define/drill.ts';
import { drills } from '../../drills/index.ts';
import { fromAccount, ServiceRole } from '../parts/iam.ts';
import { logGroup } from '../parts/log-group.ts';
import type { PlatformContext } from './context.ts';
import { type ExperimentScope, experimentStatements } from './experiment-permissions.ts';
import { type ExperimentFacts, experimentActions, experimentTargets } from './experiment-template.ts';

export interface ResilienceProps extends ExperimentScope {
  readonly context: PlatformContext;
  readonly keyArn: string;
  /** By tier, a subnet in each zone, in the order of the zones. */
  readonly subnetArns: ExperimentFacts['subnetArns'];
  /** Must be OK at the start; any of them stops an experiment. FIS takes at most five. */
  readonly stopAlarmArns: readonly string[];
}

/** What all templates have in common. */
interface Shared {
  readonly props: ResilienceProps;
  readonly experimenter: ServiceRole;
  readonly logGroupArn: string;
}

export class Resilience extends Construct {
  constructor(scope: Construct, id: string, props: ResilienceProps) {
    super(scope, id);
    const { prefix, zones } = props.context;
    const logs = logGroup(this, 'logs', { name: `/aws/fis/${prefix}`, keyArn: props.keyArn });
    const shared = { props, experimenter: this.#experimenter(props), logGroupArn: logs.arn };
    for (const drill of drillsOf(props)) {
      const hit = drill.isZonal ? zones : [undefined];
      for (const zone of hit) this.#template(drill, zone, shared);
    }
  }

  #experimenter(props: ResilienceProps): ServiceRole {
    const { prefix, accountId, region } = props.context;
    const actionIds = drillsOf(props).flatMap(({ actions }) => actions.map(({ actionId }) => actionId));
    return new ServiceRole(this, 'experimenter', {
      name: `${prefix}-fis`,
      accountId,
      service: 'fis.amazonaws.com',
      trustCondition: {
        ...fromAccount(accountId),
        ArnLike: { 'aws:SourceArn': `arn:aws:fis:${region}:${accountId}:experiment/*` },
      },
      statements: experimentStatements(actionIds, props),
    });
  }

  #template(drill: DrillDefinition, zone: string | undefined, { props, experimenter, logGroupArn }: Shared): void {
    const { context, stopAlarmArns } = props;
    const facts = { ...props, alarmArns: stopAlarmArns, ...(zone && inZone(zone, props)) };
    new FisExperimentTemplate(this, zone ? `${drill.id}-${zone.slice(-1)}` : drill.id, {
      description: `${context.prefix}: ${drill.id}${zone ? ` in ${zone}` : ''}`,
      roleArn: experimenter.arn,
      stopCondition: stopAlarmArns.map((value) => ({ source: 'aws:cloudwatch:alarm', value })),
      target: experimentTargets(drill, facts),
      action: experimentActions(drill, facts),
      experimentOptions: {
        accountTargeting: 'single-account',
        // Some targets may be empty, which is no mistake; whoever plays the drill compares what FIS finds with what it expects.
        emptyTargetResolutionMode: 'skip',
      },
      logConfiguration: { logSchemaVersion: 2, cloudwatchLogsConfiguration: { logGroupArn: `${logGroupArn}:*` } },
      tags: {
        Name: [context.prefix, drill.id, ...(zone ? [zone] : [])].join('-'),
        [drillTag]: drill.id,
        ...(zone && { [drillZoneTag]: zone }),
      },
      dependsOn: [...experimenter.permissions],
    });
  }
}

/** Every one that may be played on the environment. */
function drillsOf({ context }: ResilienceProps): readonly DrillDefinition[] {
  return [...drills, ...(context.own.drills ?? [])];
}

/** Of each tier, the one subnet in that zone. */
function inZone(zone: string, { context, subnetArns }: ResilienceProps): Pick<ExperimentFacts, 'zone' | 'subnetArns'> {
  const index = context.zones.indexOf(zone);
  const only = (arns: readonly string[]) => arns.slice(index, index + 1);
  return { zone, subnetArns: { app: only(subnetArns.app), data: only(subnetArns.data) } };
}
