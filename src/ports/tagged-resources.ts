// What carries our tags in the account, whether or not a state knows of it.

export interface TaggedResource {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface TaggedResources {
  /** Everything that carries all of these tags; a tag with several values means any of them, without a value any. */
  find(filters: Readonly<Record<string, readonly string[]>>): Promise<readonly TaggedResource[]>;
}
