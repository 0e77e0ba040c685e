// Implements the Alarms port with CloudWatch.
import {
  type AlarmHistoryItem,
  CloudWatchClient,
  type CompositeAlarm,
  type DescribeAlarmsInput,
  type MetricAlarm,
  paginateDescribeAlarmHistory,
  paginateDescribeAlarms,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm, AlarmState, Alarms, AlarmTransition } from '../../ports/alarms.ts';
import { asking } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { everyPage, inBatches } from './pages.ts';
import { persistent } from './persistent.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const mostNamesOfCall = 100;

/** The history is told alarm by alarm, and CloudWatch takes 20 such calls a second. */
const historiesAtOnce = 10;

/** Left out, AWS tells only the one kind. */
const AlarmTypes: ('MetricAlarm' | 'CompositeAlarm')[] = ['MetricAlarm', 'CompositeAlarm'];

/** Every method throws a `Failure` (`aws/...`) when AWS refuses to tell. */
export function openAlarms(config: AwsClientConfig): Alarms {
  const client = guarded(new CloudWatchClient({ ...config, ...persistent }), 'cloudwatch', config);
  return {
    read: async (names) => {
      const batches = inBatches([...new Set(names)], mostNamesOfCall);
      const found = (await Promise.all(batches.map((batch) => describe(client, { AlarmNames: [...batch] })))).flat();
      const byName = new Map(found.map((alarm) => [alarm.name, alarm]));
      return names.flatMap((name) => byName.get(name) ?? []);
    },
    withPrefix: (prefix) => describe(client, { AlarmNamePrefix: prefix }),
    transitions: async (names, since) => {
      const found: AlarmTransition[] = [];
      for (const batch of inBatches([...new Set(names)], historiesAtOnce)) {
        found.push(...(await Promise.all(batch.map((name) => transitionsOf(client, name, since)))).flat());
      }
      return found.sort((one, other) => one.at.localeCompare(other.at));
    },
  };
}

function describe(client: CloudWatchClient, input: DescribeAlarmsInput): Promise<readonly Alarm[]> {
  return asking({ what: 'read alarms', permission: 'cloudwatch:DescribeAlarms' }, async () => {
    const pages = paginateDescribeAlarms({ client, pageSize: mostNamesOfCall }, { ...input, AlarmTypes });
    return everyPage(pages, ({ MetricAlarms = [], CompositeAlarms = [] }) => [
      ...MetricAlarms.map((alarm) => alarmOf(alarm, reactionSecondsOf(alarm))),
      ...CompositeAlarms.map((alarm) => alarmOf(alarm, 0)),
    ]);
  });
}

function alarmOf(alarm: MetricAlarm | CompositeAlarm, reactionSeconds: number): Alarm {
  const updatedAt = alarm.StateUpdatedTimestamp ?? new Date(0);
  return {
    name: alarm.AlarmName ?? '',
    arn: alarm.AlarmArn ?? '',
    state: alarm.StateValue ?? 'INSUFFICIENT_DATA',
    reason: alarm.StateReason ?? '',
    isActionsEnabled: alarm.ActionsEnabled ?? false,
    // An alarm that has only ever been in its first state has no transition.
    transitionedAt: (alarm.StateTransitionedTimestamp ?? updatedAt).toISOString(),
    updatedAt: updatedAt.toISOString(),
    reactionSeconds,
    actionArns: alarm.AlarmActions ?? [],
  };
}

/** Of several metrics that are computed with, the longest period decides. */
function reactionSecondsOf({ Period = 0, EvaluationPeriods = 1, Metrics = [] }: MetricAlarm): number {
  const periods = Metrics.map((metric) => metric.MetricStat?.Period ?? metric.Period ?? 0);
  return Math.max(Period, ...periods) * EvaluationPeriods;
}

function transitionsOf(client: CloudWatchClient, name: string, since: Date): Promise<readonly AlarmTransition[]> {
  return asking({ what: `read the history of ${name}`, permission: 'cloudwatch:DescribeAlarmHistory' }, async () => {
    const input = { AlarmName: name, AlarmTypes, HistoryItemType: 'StateUpdate', StartDate: since } as const;
    const pages = paginateDescribeAlarmHistory({ client, pageSize: 100 }, { ...input, ScanBy: 'TimestampAscending' });
    const items = await everyPage(pages, ({ AlarmHistoryItems }) => AlarmHistoryItems);
    return items.flatMap((item) => transitionOf(name, item) ?? []);
  });
}

/** What cannot be read is left out: the state itself, which decides, is told by `read`. */
function transitionOf(name: string, { Timestamp, HistoryData = '' }: AlarmHistoryItem): AlarmTransition | undefined {
  const { oldState, newState } = parsed(HistoryData);
  const [from, to] = [oldState?.stateValue, newState?.stateValue];
  if (!Timestamp || !isState(from) || !isState(to)) return undefined;
  return { name, at: Timestamp.toISOString(), from, to };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AlarmHistoryItem.html */
interface HistoryData {
  readonly oldState?: { readonly stateValue?: unknown };
  readonly newState?: { readonly stateValue?: unknown };
}

function parsed(text: string): HistoryData {
  try {
    return (JSON.parse(text) as HistoryData | null) ?? {};
  } catch {
    return {};
  }
}

function isState(value: unknown): value is AlarmState {
  return value === 'OK' || value === 'ALARM' || value === 'INSUFFICIENT_DATA';
}
