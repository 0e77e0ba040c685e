// Files that a run leaves for people: they go with the run as its artifact, or lie where the terminal says.

export interface KeptFiles {
  /** @param name without a folder. Secrets are blacked out before. @returns where it lies */
  keep(name: string, content: string): Promise<string>;
}
