// Runs the steps of a rehearsal, times them, and tells whoever watches.
import type { TerraformEvent } from '../ports/terraform.ts';
import type { RehearsalEvent } from './progress/state.ts';

export interface StepReport {
  readonly onTerraform: (event: TerraformEvent) => void;
  readonly note: (text: string) => void;
}

export interface StepResult {
  readonly step: string;
  readonly title: string;
  readonly startedAtMs: number;
  readonly seconds: number;
  readonly seen: string;
}

/** What a step does, answering with what a person would have seen. */
export type StepBody = (report: StepReport) => Promise<string>;

export interface Steps {
  run(step: string, title: string, body: StepBody): Promise<void>;
  results(): readonly StepResult[];
}

export function openSteps(onEvent: (event: RehearsalEvent) => void, now: () => number): Steps {
  const results: StepResult[] = [];
  const run: Steps['run'] = async (step, title, body) => {
    const startedAtMs = now();
    onEvent({ kind: 'started', step, title, atMs: startedAtMs });
    try {
      const seen = await body({
        onTerraform: (event) => onEvent({ kind: 'terraform', step, event, atMs: now() }),
        note: (text) => onEvent({ kind: 'note', step, text, atMs: now() }),
      });
      const endedAtMs = now();
      results.push({ step, title, startedAtMs, seconds: (endedAtMs - startedAtMs) / 1000, seen });
      onEvent({ kind: 'done', step, seen, atMs: endedAtMs });
    } catch (error) {
      onEvent({ kind: 'failed', step, atMs: now() });
      throw error;
    }
  };
  return { run, results: () => results };
}

/** Runs side by side; when one fails the others are asked to stop, and the first failure is what is told. */
export async function together(stopOthers: (reason: unknown) => void, bodies: readonly (() => Promise<void>)[]): Promise<void> {
  let first: { readonly error: unknown } | undefined;
  const guarded = bodies.map(async (body) => {
    try {
      await body();
    } catch (error) {
      first ??= { error };
      stopOthers(error);
    }
  });
  await Promise.all(guarded);
  if (first) throw first.error;
}
