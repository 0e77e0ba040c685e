// The one bucket for states, locks, leases and journals: every version of them is kept.
import type { Construct } from 'constructs';
import { PrivateBucket } from '../parts/private-bucket.ts';

export function stateBucketName(accountId: string, region: string): string {
  return `opsdeck-state-${accountId}-${region}`;
}

/** History is small, and the only way back after a mistake: nothing in it expires. */
export class StateBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, name: string) {
    super(scope, id, { name, keepDays: 'never-expire', forceDestroy: false });
  }
}
