// Ties a child in a process group of its own to our life: it must not go on working on the cloud when we are gone.

export interface Ties {
  /** We are asked to stop; called again for each further signal, so that it can hurry. */
  readonly askToStop: () => void;
  /** We are gone in a moment: the last chance, so nothing asynchronous. */
  readonly kill: () => void;
}

/**
 * Ctrl-C, a closed terminal, and a cancelled job, which sends SIGINT, SIGTERM after 7.5 s and SIGKILL after 2.5 s more:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ties the child to this process until the function it returns is called.
 *
 * While tied, a stop signal no longer ends this process at once: without that Node would die without an `exit` event, and
 * the child, which the terminal's Ctrl-C does not reach, would live on. The child is asked to stop instead, its run fails
 * as cancelled, and the program ends by that failure.
 */
export function tieToThisProcess({ askToStop, kill }: Ties): () => void {
  for (const signal of stopSignals) process.on(signal, askToStop);
  process.once('exit', kill);
  return () => {
    for (const signal of stopSignals) process.off(signal, askToStop);
    process.off('exit', kill);
  };
}
