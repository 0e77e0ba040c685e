// Decides where the state of the bootstrap stack is: it begins as a file here, and moves into the bucket that it has made.

export interface StateFacts {
  /** An earlier run here was about to change the account, and did not come to its end. */
  readonly isBegun: boolean;
  /** How many resources the file here knows. */
  readonly localResources: number;
  readonly isInBucket: boolean;
  readonly bucketExists: boolean;
}

export type StatePlace =
  /** Nothing was made yet, or the run that made it was ended before it moved the state. */
  | { readonly kind: 'here'; readonly isBegun: boolean }
  | { readonly kind: 'bucket' }
  /** Somebody has made the bucket, and nobody knows how: to make it once more must fail. */
  | { readonly kind: 'lost' };

/** What is in the bucket is never older than what is here: nothing is applied here after the state has moved. */
export function decidePlace({ isBegun, localResources, isInBucket, bucketExists }: StateFacts): StatePlace {
  if (isInBucket) return { kind: 'bucket' };
  // Killed early enough, it has made things and written down none.
  if (isBegun || localResources > 0) return { kind: 'here', isBegun: true };
  return bucketExists ? { kind: 'lost' } : { kind: 'here', isBegun: false };
}
