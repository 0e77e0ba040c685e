// One run of a runbook: what its phases share, and how its steps see the world.
import { createHash } from 'node:crypto';
import type { RunbookPlace, Scope, Step } from '../../../define/runbook.ts';
import type { InputValue, RunbookInputs } from '../../../define/runbook-inputs.ts';
import type { RunbookPorts } from '../../../ports/runbook-ports.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import { prefixOf } from '../../gate/subject.ts';
import { openGuard, type RecordingGuard } from './guard.ts';
import type { OpenJournal } from './journal-store.ts';
import { cleanWords } from './words.ts';
import type { RunbookWorld } from './world.ts';

export type AnyStep = Step<RunbookPorts, RunbookInputs>;
export type AnyScope = Scope<RunbookPorts, RunbookInputs>;

/** Looking and planning need no journal. */
export interface Viewing {
  readonly world: RunbookWorld;
  readonly runbook: Runbook;
  /** Of the run: what makes its tokens its own. */
  readonly id: string;
  readonly place: RunbookPlace;
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly ports: RunbookPorts;
  readonly guard: RecordingGuard;
}

export interface Execution extends Viewing {
  readonly journal: OpenJournal;
  /** Aborted when the run is cancelled, or has lost its lock. */
  readonly signal: AbortSignal;
  /** Aborted when another run may be at work already: nothing may be touched any more. */
  readonly lost: AbortSignal;
}

export interface ViewingFacts {
  readonly runbook: Runbook;
  readonly id: string;
  readonly environment: string;
  readonly inputs: Readonly<Record<string, InputValue>>;
}

export function openViewing(world: RunbookWorld, { runbook, id, environment, inputs }: ViewingFacts): Viewing {
  const guard = openGuard(runbook.id, runbook.calls);
  const { region, names } = world.settings;
  const place = { environment, region, prefix: prefixOf({ environment, names }) };
  return { world, runbook, id, place, inputs, guard, ports: world.openPorts(guard.guard) };
}

/** @param step its id; nothing for what is looked at before any of them */
export function scopeOf(viewing: Viewing, step: string): AnyScope {
  const { world, place, inputs, ports } = viewing;
  const { clock, progress } = world;
  return {
    ports,
    place,
    inputs,
    token: tokenOf(viewing, step),
    now: () => clock.now(),
    tell: (line) => progress.info(cleanWords(line)),
  } as AnyScope;
}

/** 32 hexadecimal digits: every API of AWS takes that many as a client's token. One run of GitHub may begin several at a time. */
function tokenOf({ id, place, runbook, inputs }: Viewing, step: string): string {
  const parts = [id, place.environment, runbook.target(inputs), step];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

export function stepsOf(runbook: Runbook): readonly AnyStep[] {
  return runbook.steps as readonly AnyStep[];
}

/** Only reads may be called meanwhile. */
export function looking<T>({ guard }: Viewing, body: () => Promise<T>): Promise<T> {
  guard.allow('reads');
  return body();
}

/** Everything that the runbook declares may be called meanwhile. */
export async function changing<T>({ guard }: Viewing, body: () => Promise<T>): Promise<T> {
  guard.allow('writes');
  try {
    return await body();
  } finally {
    guard.allow('reads');
  }
}
