// What of a window can be asked of CloudWatch: how fine it still has the data, and up to when it already does.
import { publicationDelaySeconds, type Window } from '../../ports/metrics.ts';

const minute = 60;
const day = 24 * 60 * minute;

/**
 * Old data is kept in coarse steps only; the period of a request is a multiple of the step that its start asks for.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html
 */
const retention = [
  { upToAgeSeconds: 15 * day, stepSeconds: minute },
  { upToAgeSeconds: 63 * day, stepSeconds: 5 * minute },
  { upToAgeSeconds: 455 * day, stepSeconds: 60 * minute },
] as const;

const coarsest = retention[2];

/** What is young enough now has to be so still when the request arrives, throttled and tried again. */
const underWaySeconds = 5 * minute;

/** @returns the period to ask for, in seconds: the wanted one, or the next longer one that the data is still kept in */
export function periodFor({ from }: Window, wantedSeconds: number, now: Date): number {
  const ageSeconds = (now.getTime() - from.getTime()) / 1000 + underWaySeconds;
  const { stepSeconds } = retention.find(({ upToAgeSeconds }) => ageSeconds <= upToAgeSeconds) ?? coarsest;
  return Math.max(1, Math.ceil(wantedSeconds / stepSeconds)) * stepSeconds;
}

/** @returns the part of the window that is neither forgotten nor still being measured, in whole minutes; nothing when there is none */
export function settledWindow({ from, to }: Window, now: Date): Window | undefined {
  const oldestMs = now.getTime() - coarsest.upToAgeSeconds * 1000;
  const newestMs = now.getTime() - publicationDelaySeconds * 1000;
  const startMs = roundedDown(Math.max(from.getTime(), oldestMs) + minute * 1000 - 1, minute);
  const endMs = roundedDown(Math.min(to.getTime(), newestMs), minute);
  return startMs < endMs ? { from: new Date(startMs), to: new Date(endMs) } : undefined;
}

export function roundedDown(ms: number, stepSeconds: number): number {
  return Math.floor(ms / (stepSeconds * 1000)) * stepSeconds * 1000;
}
