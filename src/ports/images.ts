// Container images, as far as a deploy needs them: which digest a tag means.

export interface Images {
  /** @returns `<repository>@sha256:...`, or nothing while no image has that tag */
  pin(repository: string, tag: string): Promise<string | undefined>;
}
