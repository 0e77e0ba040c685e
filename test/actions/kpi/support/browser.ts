// What a browser makes of charts and pages.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface PageFacts {
  readonly language: string;
  readonly titles: readonly string[];
  readonly ids: readonly string[];
  readonly references: readonly string[];
  readonly foreign: number;
  readonly handlers: number;
  readonly rows: number;
  readonly charts: readonly string[];
  readonly valueTables: number;
  readonly tablesWithoutHeads: number;
  readonly text: string;
}

interface Seen {
  /** `xychart`, or mermaid's complaint. */
  readonly charts: readonly string[];
  readonly pages: readonly PageFacts[];
}

export function inBrowser(given: { readonly charts?: readonly string[]; readonly pages?: readonly string[] }): Seen {
  const script = resolve('test/actions/kpi/support/in-browser.mjs');
  const input = JSON.stringify({ charts: [], pages: [], ...given });
  return JSON.parse(execFileSync(process.execPath, [script], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })) as Seen;
}
