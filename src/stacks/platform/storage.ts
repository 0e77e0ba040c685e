// What the buckets of a platform have in common: unique names, and when they may go.
import { type IResolvable, Op } from 'cdktf';
import type { PlatformContext } from './context.ts';

/** Bucket names are global: the account and the region make them unique, and hard to squat. */
export function bucketName({ prefix, accountId, region }: PlatformContext, purpose: string): string {
  return `${prefix}-${purpose}-${accountId}-${region}`;
}

/** Objects go with their bucket only where the environment is not protected. */
export function forceDestroy({ isProtected }: PlatformContext): IResolvable {
  return Op.not(isProtected) as unknown as IResolvable;
}
