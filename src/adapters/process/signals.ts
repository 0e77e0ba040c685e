// Ctrl-C and its relatives as an AbortSignal, so that whatever runs can come to a good end first.
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Cancellation {
  readonly signal: AbortSignal;
  /** Gives the signals back to whoever had them before. */
  release(): void;
}

export function cancelledBySignal(target: NodeJS.Process): Cancellation {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  for (const name of stopSignals) target.on(name, cancel);
  const release = (): void => {
    for (const name of stopSignals) target.off(name, cancel);
  };
  return { signal: controller.signal, release };
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  // A promise alone does not keep the program running.
  const alive = setInterval(() => undefined, 60_000);
  return new Promise((resolve) => {
    const end = (): void => {
      clearInterval(alive);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
