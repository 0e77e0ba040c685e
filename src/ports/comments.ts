// The one comment that we keep on a pull request or issue: found by marker and author, edited in place.

/** Names what a comment is for, for instance `pull-request`; stands in it as an invisible line. */
export type Marker = string;

export interface StickyComment {
  readonly url: string;
  readonly body: string;
}

/** Turns the body that is there (empty when there is none) into the one that should be. */
export type Revise = (current: string) => string;

export interface Comments {
  /**
   * Writes the comment that carries the marker and was written by us, or the first one: a marker that somebody else wrote is ignored.
   * Two writers at a time lose nothing: what was written is read again, and revised again where another writer won.
   * The oldest of several is kept, the others are removed.
   */
  revise(issue: number, marker: Marker, revise: Revise): Promise<StickyComment>;
  /** @returns nothing when there is none of ours */
  find(issue: number, marker: Marker): Promise<StickyComment | undefined>;
}
