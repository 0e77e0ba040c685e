// Reads who holds the state's lock out of Terraform's error text.

export interface StateLock {
  readonly id: string;
  /** What the holder does: `apply`, `plan`, ... */
  readonly operation: string;
  /** `user@host` */
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** https://developer.hashicorp.com/terraform/language/state/locking ; the text may be wrapped anywhere between two words. */
const lockInfo =
  /Lock Info: ID: (\S+) Path: .*?Operation: (?:OperationType)?(.*?) Who: (.*?) Version: .*?Created: (.*?)(?: Info:|$)/;

/** @param text one diagnostic, or a failure's details joined; undefined when it speaks of no lock. */
export function parseStateLock(text: string): StateLock | undefined {
  const [, id, operation, who, created] = lockInfo.exec(text.replace(/\s+/g, ' ').trim()) ?? [];
  if (id === undefined || operation === undefined || who === undefined || created === undefined) return undefined;
  return { id, operation: operation.toLowerCase(), who, createdAt: isoTime(created.trim()) };
}

/** Go prints `2026-11-22 10:41:04.000933 +0000 UTC`. */
function isoTime(created: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\S* \+0000/.exec(created) ?? [];
  return day === undefined || time === undefined ? created : `${day}T${time}Z`;
}
