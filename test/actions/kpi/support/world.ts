// A staging and a preview whose metrics a test makes up, and ports that write down what they are told.
import type { KpiWorld } from '../../../../src/actions/kpi/world.ts';
import type { Metric } from '../../../../src/define/kpi.ts';
import { catalogue } from '../../../../src/kpis/index.ts';
import type { IssueReport } from '../../../../src/ports/issues.ts';
import type { MetricQuery, Series, Window } from '../../../../src/ports/metrics.ts';
import { noPoints, type Points, pointsOf } from '../../../../src/ports/points.ts';
import type { TaggedResource } from '../../../../src/ports/tagged-resources.ts';

export const now = new Date('2026-11-22T10:03:20.000Z');
export const window: Window = { from: new Date('2026-11-22T09:00:00.000Z'), to: new Date('2026-11-22T10:00:00.000Z') };
export const minuteMs = 60_000;

const account = 'eu-west-2:111122223333';
const loadBalancer = 'loadbalancer/app/assess-staging/50dc6c495c0c9188';

export const staging: readonly TaggedResource[] = [
  ...[
    `elasticloadbalancing:${account}:${loadBalancer}`,
    `ecs:${account}:cluster/assess-staging`,
    'apigateway:eu-west-2::/restapis/a1b2c3/stages/v1',
    'apigateway:eu-west-2::/restapis/a1b2c3',
    `rds:${account}:cluster:assess-staging`,
    `elasticache:${account}:cluster:assess-staging-002`,
    `elasticache:${account}:cluster:assess-staging-001`,
    `kinesis:${account}:stream/assess-staging-events`,
    `firehose:${account}:deliverystream/assess-staging-events`,
    `wafv2:${account}:regional/webacl/assess-staging/0a1b`,
    `sqs:${account}:assess-staging-dead-letters`,
  ].map((rest) => ({ arn: `arn:aws:${rest}`, tags: { Environment: 'staging', Layer: 'platform' } })),
  ...['a', 'b'].map((letter) => ({
    arn: `arn:aws:ec2:${account}:subnet/subnet-${letter}`,
    tags: { Environment: 'staging', Layer: 'platform', Tier: 'app', Name: `assess-staging-app-eu-west-2${letter}` },
  })),
  ...serviceOf('app', 'assess-staging-app'),
];

export const preview: readonly TaggedResource[] = serviceOf('pr-7', 'assess-staging-pr-7');

function serviceOf(service: string, name: string): readonly TaggedResource[] {
  return [
    `ecs:${account}:service/assess-staging/${name}`,
    `elasticloadbalancing:${account}:targetgroup/${name}/73e2d6bc24d8a067`,
  ].map((rest) => ({ arn: `arn:aws:${rest}`, tags: { Environment: 'staging', Layer: 'service', Service: service } }));
}

export function data(points: Points): Series {
  return { kind: 'data', points };
}

/** A value for each minute of the window; nothing where it is undefined. */
export function minutes(valueAt: (minute: number) => number | undefined, { from, to }: Window = window): Points {
  const all = Array.from({ length: (to.getTime() - from.getTime()) / minuteMs }, (_, minute) => minute);
  return pointsOf(
    all.map((minute) => from.getTime() + minute * minuteMs),
    all.map(valueAt),
  );
}

export type Answer = (metric: Metric<string>, asked: Window) => Series;

export interface Told {
  readonly reads: { readonly queries: readonly MetricQuery[]; readonly window: Window }[];
  readonly warnings: string[];
  readonly issues: IssueReport[];
  comment: string;
}

export function openWorld(
  answer: Answer,
  resources: readonly TaggedResource[],
): { readonly world: KpiWorld; readonly told: Told } {
  const told: Told = { reads: [], warnings: [], issues: [], comment: '' };
  const world: KpiWorld = {
    clock: { now: () => now },
    metrics: {
      read: async (queries, asked) => {
        told.reads.push({ queries, window: asked });
        return new Map(queries.map(({ id, metric }) => [id, answer(metric, asked)]));
      },
    },
    taggedResources: {
      find: async (filters) =>
        resources.filter(({ tags }) => Object.entries(filters).every(([key, values]) => values.includes(tags[key] ?? ''))),
    },
    comments: {
      revise: async (_issue, _marker, revise) => {
        told.comment = revise(told.comment);
        return { url: '', body: told.comment };
      },
      find: async () => undefined,
    },
    issues: {
      upsertOpen: async (report) => {
        told.issues.push(report);
        return { number: 1, url: '' };
      },
      close: async () => undefined,
    },
    progress: {
      info: () => undefined,
      warning: (text) => void told.warnings.push(text),
      group: (_title, body) => body(),
    },
    catalogue,
    settings: { names: { prefix: 'assess' }, region: 'eu-west-2', runUrl: 'https://github.com/acme/app/actions/runs/1' },
  };
  return { world, told };
}

/** An hour of a service that is well, but for what a test changes. */
export function wellButFor(change: (metric: Metric<string>, asked: Window) => Series | undefined): Answer {
  return (metric, asked) => change(metric, asked) ?? data(minutes((minute) => usual(metric, minute), asked));
}

function usual({ name, statistic }: Metric<string>, minute: number): number | undefined {
  const wave = 1 + 0.1 * Math.sin(minute);
  if (statistic.startsWith('TC')) return undefined;
  if (statistic === 'SampleCount') return 200;
  switch (name) {
    case 'RequestCount':
    case 'Count':
    case 'CacheHits':
      return Math.round(200 * wave);
    case 'TargetResponseTime':
      return 0.4 * wave;
    case 'CPUUtilization':
    case 'MemoryUtilization':
    case 'EngineCPUUtilization':
      return 40 * wave;
    case 'HealthyHostCount':
    case 'DesiredTaskCount':
    case 'RunningTaskCount':
      return 2;
    case 'UnHealthyHostCount':
      return 0;
    default:
      return undefined;
  }
}

/** Whether it is measured at the preview. */
export function isOfPreview({ dimensions }: Metric<string>): boolean {
  return Object.values(dimensions).some((value) => value.includes('pr-7'));
}

/** The preview is slow from the first minute on, and no task count. */
export const regression = wellButFor((metric, asked) => {
  if (!isOfPreview(metric)) return undefined;
  if (metric.statistic === 'p99') return data(minutes((minute) => 1.9 + 0.05 * Math.sin(minute), asked));
  return metric.name === 'RunningTaskCount' ? data(noPoints) : undefined;
});
