// Where game days lie in the state bucket.

const folder = 'runs/game-days';

/** The journal of the game day that runs on an environment, or of the latest. */
export function journalKey(environment: string): string {
  return `${folder}/${environment}.json`;
}

/** Somebody wants it to end. */
export function abortKey(environment: string): string {
  return `${folder}/${environment}.abort.json`;
}

/** The last ten of a drill. */
export function historyKey(environment: string, drill: string): string {
  return `${folder}/${environment}/${drill}.json`;
}

/** Of the issue, which every game day has one of. */
export function issueMarker(id: string): string {
  return `game-day/${id}`;
}
