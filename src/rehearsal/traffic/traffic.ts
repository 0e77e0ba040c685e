// Users of the emulated platform: every minute of the rehearsal's time, what they got is put into CloudWatch.
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { Metric } from '../../define/kpi.ts';
import type { Clock } from '../../ports/clock.ts';
import { datumOf, inPuts } from '../metrics/seed.ts';
import type { SdkConfig } from '../sdk-config.ts';
import { type Conditions, computeConditions, type TrafficFacts } from './conditions.ts';
import { trafficSamples } from './samples.ts';

export interface TrafficOptions {
  readonly client: SdkConfig;
  /** All that is measured, each once. */
  readonly metrics: readonly Metric<string>[];
  readonly clock: Clock;
  readonly gather: () => Promise<TrafficFacts>;
  /** Told after each minute. */
  readonly onMinute?: (conditions: Conditions) => void;
}

export interface Traffic {
  /** While on, nothing that is measured arrives. */
  silence(on: boolean): void;
  /** Waits for the minute that is being written. @throws what went wrong in any of them */
  stop(): Promise<void>;
}

const minuteMs = 60_000;

export function startTraffic({ client: config, metrics, clock, gather, onMinute }: TrafficOptions): Traffic {
  const client = new CloudWatchClient(config);
  const ending = new AbortController();
  let isSilent = false;
  const playMinute = async (minute: number): Promise<void> => {
    const conditions = computeConditions(await gather());
    const data = metrics.map((metric) => ({ metric, samples: trafficSamples(metric, conditions, minute) }));
    const puts = isSilent ? [] : inPuts(data.flatMap(({ metric, samples }) => datumOf(metric, samples, minute)));
    for (const { namespace, data: MetricData } of puts) {
      await client.send(new PutMetricDataCommand({ Namespace: namespace, MetricData: [...MetricData] }));
    }
    onMinute?.(conditions);
  };
  const play = async (): Promise<void> => {
    let minute = Math.floor(clock.now().getTime() / minuteMs);
    while (!ending.signal.aborted) {
      // A minute is told when it is over.
      const waitMs = (minute + 1) * minuteMs - clock.now().getTime();
      if (waitMs > 0) await clock.sleep(waitMs, ending.signal).catch(() => undefined);
      if (ending.signal.aborted) return;
      await playMinute(minute);
      minute += 1;
    }
  };
  const playing = play();
  // Whoever stops it gets the error; until then it is nobody's.
  playing.catch(() => undefined);
  return {
    silence: (on) => {
      isSilent = on;
    },
    stop: async () => {
      ending.abort();
      await playing.finally(() => client.destroy());
    },
  };
}
