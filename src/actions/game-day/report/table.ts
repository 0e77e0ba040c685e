// Sections and tables as data, so that Markdown and HTML tell the same; texts are plain, and hostile.
import type { Mark, Tone } from './words.ts';

export interface Cell {
  readonly words: string;
  readonly tone?: Tone;
  readonly url?: string;
}

export interface Table {
  readonly heads: readonly string[];
  /** As many cells as there are heads; the first names the row. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Folded {
  readonly summary: string;
  readonly table: Table;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Sentences above the table. */
  readonly notes: readonly string[];
  readonly table?: Table;
  readonly folded?: Folded;
  /** When room is short, what ranks higher is kept. */
  readonly rank: number;
}

/** A text becomes a cell; a mark keeps its tone. */
export function cells(...texts: readonly (string | Cell | Mark)[]): readonly Cell[] {
  return texts.map((text) => (typeof text === 'string' ? { words: text } : text));
}
