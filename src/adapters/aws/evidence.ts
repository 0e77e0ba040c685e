// Implements the Evidence port with Logs Insights, load balancers, the events of ECS, RDS and ElastiCache, and CloudTrail.
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECSClient } from '@aws-sdk/client-ecs';
import {
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeTargetGroups,
  type TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ElastiCacheClient, paginateDescribeEvents as paginateCacheEvents } from '@aws-sdk/client-elasticache';
import { type Event, paginateDescribeEvents, RDSClient, type SourceType } from '@aws-sdk/client-rds';
import type { EventRecord, Evidence, TargetHealth } from '../../ports/evidence.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { type QueryPatience, readLogs } from './log-query.ts';
import { everyPage } from './pages.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';
import { readServiceEvents, readStoppedTasks } from './service-evidence.ts';
import { readChanges } from './trail.ts';

/** Every method throws a `Failure` (`aws/...`, `logs/...`) when AWS refuses to tell. */
export function openEvidence(config: AwsClientConfig, patience: QueryPatience): Evidence {
  const settings = { ...config, ...persistent };
  const logs = guarded(new CloudWatchLogsClient(settings), 'logs', config);
  const balancing = guarded(new ElasticLoadBalancingV2Client(settings), 'elasticloadbalancing', config);
  const rds = guarded(new RDSClient(settings), 'rds', config);
  const caches = guarded(new ElastiCacheClient(settings), 'elasticache', config);
  const ecs = guarded(new ECSClient(settings), 'ecs', config);
  const trail = guarded(new CloudTrailClient(settings), 'cloudtrail', config);
  return {
    logs: (groups, query) => readLogs(logs, { groups, ...query }, patience),
    targetHealth: (prefix) => readTargetHealth(balancing, prefix),
    databaseEvents: async (cluster, since) => {
      const [own, ofInstances] = await Promise.all([
        readDatabaseEvents(rds, 'db-cluster', since),
        readDatabaseEvents(rds, 'db-instance', since),
      ]);
      const all = [...own.filter(({ source }) => source === cluster), ...ofInstances.filter(isOf(cluster))];
      return newestFirst(all);
    },
    cacheEvents: async (group, since) => {
      const attempt = { what: `read the events of ${group}`, permission: 'elasticache:DescribeEvents' };
      const pages = paginateCacheEvents({ client: caches }, { StartTime: since });
      const events = await asking(attempt, () => everyPage(pages, ({ Events }) => Events));
      const records = events.map(({ Date: at, SourceIdentifier: source = '', Message: message = '' }) => {
        return { at: instantOf(at), source, message };
      });
      return newestFirst(records.filter((event) => event.source === group || isOf(group)(event)));
    },
    serviceEvents: (cluster, service, since) => readServiceEvents(ecs, { cluster, service }, since),
    stoppedTasks: (cluster, service) => readStoppedTasks(ecs, { cluster, service }),
    changes: (since, most) => readChanges(trail, since, most),
  };
}

/** Members are called `<cluster>-1`, `<group>-001`. */
const isOf =
  (name: string) =>
  ({ source }: EventRecord): boolean =>
    source.startsWith(`${name}-`);

const instantOf = (at: Date | undefined): string => (at ?? new Date(0)).toISOString();

function newestFirst(events: readonly EventRecord[]): readonly EventRecord[] {
  return [...events].sort((one, other) => other.at.localeCompare(one.at));
}

function readDatabaseEvents(client: RDSClient, kind: SourceType, since: Date): Promise<readonly EventRecord[]> {
  return asking({ what: 'read the events of the databases', permission: 'rds:DescribeEvents' }, async () => {
    const pages = paginateDescribeEvents({ client }, { SourceType: kind, StartTime: since });
    const events = await everyPage(pages, ({ Events }) => Events);
    return events.map(({ Date: at, SourceIdentifier: source = '', Message: message = '' }: Event) => {
      return { at: instantOf(at), source, message };
    });
  });
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetHealth.html */
const isGone = (error: unknown): boolean => nameOf(error).startsWith('TargetGroupNotFound');

async function readTargetHealth(client: ElasticLoadBalancingV2Client, prefix: string): Promise<readonly TargetHealth[]> {
  const listing = { what: 'list target groups', permission: 'elasticloadbalancing:DescribeTargetGroups' };
  const all = await asking(listing, () => {
    return everyPage(paginateDescribeTargetGroups({ client }, {}), ({ TargetGroups }) => TargetGroups);
  });
  const groups = all.filter(({ TargetGroupName = '' }) => TargetGroupName.startsWith(prefix));
  const found = await Promise.all(
    groups.map(({ TargetGroupArn }) => {
      const attempt = { what: 'read the health of targets', permission: 'elasticloadbalancing:DescribeTargetHealth' };
      return askingFor(attempt, isGone, () => client.send(new DescribeTargetHealthCommand({ TargetGroupArn })));
    }),
  );
  return found.flatMap((answer) => (answer?.TargetHealthDescriptions ?? []).map(healthOf));
}

function healthOf({ Target, TargetHealth: health }: TargetHealthDescription): TargetHealth {
  return {
    target: Target?.Port === undefined ? (Target?.Id ?? '') : `${Target.Id}:${Target.Port}`,
    zone: Target?.AvailabilityZone ?? '',
    state: health?.State ?? 'unknown',
    reason: health?.Description ?? health?.Reason ?? '',
  };
}
