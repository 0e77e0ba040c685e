// Time as a port: decisions take instants, and tests do not wait.

export interface Clock {
  now(): Date;
  /** Rejects when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
