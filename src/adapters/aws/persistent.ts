// How long clients try: through throttling and lost connections, but not for ever.

/** A call that is not answered by then is lost: who watches, has to look again soon. */
const callTimeoutMs = 10_000;

export const mostAttempts = 5;

/** Tries that slow down together when AWS throttles: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
export const persistent = {
  retryMode: 'adaptive',
  maxAttempts: mostAttempts,
  requestHandler: {
    connectionTimeout: 3_000,
    requestTimeout: callTimeoutMs,
    throwOnRequestTimeout: true,
    // The former waits for the answer to begin only.
    socketTimeout: callTimeoutMs,
  },
} as const;

/** As persistent, each call for itself: one that was throttled must not hold up the next, such as one that gives a lock back. */
export const persistentEach = { ...persistent, retryMode: 'standard' } as const;
