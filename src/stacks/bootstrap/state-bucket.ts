// The one bucket for states, locks, leases and journals: every version of them is kept.
import { type IResolvable, Op } from 'cdktf';
import type { Construct } from 'constructs';
import { PrivateBucket } from '../parts/private-bucket.ts';

export function stateBucketName(accountId: string, region: string): string {
  return `opsdeck-state-${accountId}-${region}`;
}

export interface StateBucketProps {
  readonly name: string;
  readonly isProtected: IResolvable;
}

/** History is small, and the only way back after a mistake: nothing in it expires. */
export function stateBucket(scope: Construct, id: string, { name, isProtected }: StateBucketProps): PrivateBucket {
  const forceDestroy = Op.not(isProtected) as unknown as IResolvable;
  return new PrivateBucket(scope, id, { name, keepDays: 'never-expire', forceDestroy });
}
