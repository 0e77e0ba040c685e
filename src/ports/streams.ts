// Streams of Kinesis: how many shards they have, and another number of them.

export interface Stream {
  readonly name: string;
  /** `CREATING`, `UPDATING`, `ACTIVE`, `DELETING` */
  readonly status: string;
  readonly mode: 'PROVISIONED' | 'ON_DEMAND';
  readonly openShards: number;
}

export interface Streams {
  /** @returns nothing when there is none of that name */
  describe(name: string): Promise<Stream | undefined>;
  /** Shards that the account has in the region, and may have. */
  limits(): Promise<{ readonly openShards: number; readonly mostShards: number }>;
  /** From half to twice as many as there are: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html */
  setShards(name: string, shards: number): Promise<void>;
}
