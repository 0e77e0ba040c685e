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
  /** Rejects as soon as something goes wrong: without users, nothing that is played means anything. */
  readonly ended: Promise<void>;
  /** Waits for the minute that is being written. @throws what went wrong in any of them */
  stop(): Promise<void>;
}

const minuteMs = 60_000;

export function startTraffic({ client: config, metrics, clock, gather, onMinute }: TrafficOptions): Traffic {
  const client = new CloudWatchClient(config);
  const ending = new AbortController();
  let isSilent = false;
  /** What is late is told together: a machine that is slow must not fall behind more and more, or nothing would seem to happen. */
  const playMinutes = async (minutes: readonly number[]): Promise<void> => {
    const conditions = computeConditions(await gather());
    const data = minutes.flatMap((minute) => {
      return metrics.flatMap((metric) => datumOf(metric, trafficSamples(metric, conditions, minute), minute));
    });
    const puts = isSilent ? [] : inPuts(data);
    await Promise.all(
      puts.map((put) => client.send(new PutMetricDataCommand({ Namespace: put.namespace, MetricData: [...put.data] }))),
    );
    for (const _ of minutes) onMinute?.(conditions);
  };
  const play = async (): Promise<void> => {
    let next = minuteOf(clock);
    while (!ending.signal.aborted) {
      // A minute is told when it is over.
      const waitMs = (next + 1) * minuteMs - clock.now().getTime();
      if (waitMs > 0) await clock.sleep(waitMs, ending.signal).catch(() => undefined);
      if (ending.signal.aborted) return;
      const minutes = Array.from({ length: Math.max(1, minuteOf(clock) - next) }, (_, index) => next + index);
      await playMinutes(minutes);
      next += minutes.length;
    }
  };
  const playing = play();
  // Whoever stops it gets the error; until then it is nobody's.
  playing.catch(() => undefined);
  return {
    ended: playing,
    silence: (on) => {
      isSilent = on;
    },
    stop: async () => {
      ending.abort();
      await playing.finally(() => client.destroy());
    },
  };
}

function minuteOf(clock: Clock): number {
  return Math.floor(clock.now().getTime() / minuteMs);
}
