// The KeptFiles port in memory.
import type { KeptFiles } from '../../src/ports/kept-files.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryKeptFiles extends Troubled<KeptFiles> {
  /** By name. */
  readonly files: ReadonlyMap<string, string>;
}

export function memoryKeptFiles(): MemoryKeptFiles {
  const files = new Map<string, string>();
  const port: KeptFiles = {
    keep: async (name, content) => {
      files.set(name, content);
      return `kept/${name}`;
    },
  };
  return { ...troubled(port), files };
}
