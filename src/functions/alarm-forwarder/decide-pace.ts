// Decides whether the next dispatch may go out now: however many alarms ring, GitHub is asked a few times a minute.

/** Each starts a job that looks at all alarms: more of them at once would only wait for each other. */
export const mostDispatchesAMinute = 6;

/** How often GitHub was asked in a minute, and until when it wants to be left alone. */
export interface PaceRecord {
  readonly version: number;
  /** Minutes since 1970. */
  readonly minute: number;
  readonly dispatches: number;
  readonly pausedUntilSeconds: number;
}

export const firstPace: PaceRecord = { version: 0, minute: 0, dispatches: 0, pausedUntilSeconds: 0 };

export type Turn = { readonly kind: 'go'; readonly next: PaceRecord } | { readonly kind: 'wait'; readonly seconds: number };

export function decideTurn(record: PaceRecord, nowSeconds: number): Turn {
  if (record.pausedUntilSeconds > nowSeconds) return { kind: 'wait', seconds: record.pausedUntilSeconds - nowSeconds };
  const minute = Math.floor(nowSeconds / 60);
  const dispatches = record.minute === minute ? record.dispatches : 0;
  if (dispatches >= mostDispatchesAMinute) return { kind: 'wait', seconds: (minute + 1) * 60 - nowSeconds };
  return { kind: 'go', next: { ...record, version: record.version + 1, minute, dispatches: dispatches + 1 } };
}

export function paused(record: PaceRecord, untilSeconds: number): PaceRecord {
  const pausedUntilSeconds = Math.max(record.pausedUntilSeconds, untilSeconds);
  return { ...record, version: record.version + 1, pausedUntilSeconds };
}
