// Small JSON documents with conditional writes: leases, locks, slots and journals; one bucket holds them all.

/** Changes with every write: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
export type Version = string;

export interface StoredDocument {
  /** As it was parsed, check it before use; undefined where it is no JSON. */
  readonly value: unknown;
  readonly version: Version;
}

export interface Documents {
  read(key: string): Promise<StoredDocument | undefined>;
  /** Writes only where nothing is. @returns nothing when something is there already */
  create(key: string, value: unknown): Promise<Version | undefined>;
  /** Writes only over that version. @returns nothing when another version is there, or none */
  replace(key: string, value: unknown, version: Version): Promise<Version | undefined>;
  /** Removes only that version; without one, whatever is there. @returns false when another version is there; true also if there was none */
  remove(key: string, version?: Version): Promise<boolean>;
  list(prefix: string): Promise<readonly string[]>;
}
