// Moments of a run at which it is killed, named by the lines of its log.

export interface KillMoment {
  /** How a line of the log begins; the first such line is meant. */
  readonly line: string;
  /** Only what comes after a line that begins so. */
  readonly following?: string;
  /** So long after it; at once when left out. */
  readonly afterMilliseconds?: number;
}

/** Before and after each step; what is after one is before the next, and so each gap between two comes twice. */
export function momentsOf(steps: readonly string[]): readonly KillMoment[] {
  return steps.flatMap((step) => [{ line: `▸ ${step}` }, { line: `✔ ${step}` }]);
}

export function momentText({ line, following, afterMilliseconds }: KillMoment): string {
  const where = following === undefined ? line.trim() : `${line.trim()} after ${following}`;
  return afterMilliseconds === undefined ? where : `${where} + ${afterMilliseconds} ms`;
}
