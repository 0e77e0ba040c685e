// What an action says while it works: lines of a log, groups of them, annotations.

export interface Progress {
  info(line: string): void;
  warning(text: string): void;
  /** Folds what is said meanwhile. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
}
