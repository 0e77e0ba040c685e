// The newest numbers of every subject, kept in a file from which the documentation quotes.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Outcome, Result } from './outcomes.ts';

const file = new URL('./results.json', import.meta.url);

interface Kept {
  /** The day, `2026-01-31`. */
  readonly on: string;
  readonly node: string;
  readonly cpus: number;
  readonly outcomes: readonly Outcome[];
}

/** Those that were not measured now stay as they are. */
export function keepResults(results: readonly Result[], at: Date): void {
  const machine = { on: at.toISOString().slice(0, 10), node: process.versions.node, cpus: cpus().length };
  const measured = results.map(({ subject, outcomes }) => [subject, { ...machine, outcomes }] as const);
  const all: Readonly<Record<string, Kept>> = { ...read(), ...Object.fromEntries(measured) };
  const sorted = Object.entries(all).sort(([one], [other]) => one.localeCompare(other));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

function read(): Readonly<Record<string, Kept>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Kept>>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
