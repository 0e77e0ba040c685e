// How often is measured, and for how long it has to be bad: what most rows of the catalogue share.

/** The shortest period that AWS's own metrics have data for. */
export const everyMinute = { periodSeconds: 60 } as const;

/** One bad minute is noise; three of five are not, and still tell within five minutes. */
export const threeOfFive = { periods: 5, datapoints: 3 } as const;

/** For what should never happen: a single blip is forgiven, a second one is not. */
export const twoOfThree = { periods: 3, datapoints: 2 } as const;

/** Errors and lags are silent while all is well, or while nobody is there. */
export const quietIsGood = { whenMissing: 'notBreaching' } as const;

/** Reported as long as the thing lives: silence means that it does not. */
export const quietIsBad = { whenMissing: 'breaching' } as const;
