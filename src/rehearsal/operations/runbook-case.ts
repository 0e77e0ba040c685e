// A runbook's case in the rehearsal: what it is given, what AWS is asked before and after it, and what goes wrong in its middle.
import type { Trap } from '../emulator/simulation.ts';
import type { Operation } from './operation.ts';

/** What a case may use of the operation: never the runbook's own words on how it went. */
export type Cloud = Pick<Operation, 'client' | 'bucket' | 'documents' | 'experiments' | 'pace' | 'zonalShifts'>;

export type PlantedFailure =
  /** It rings as soon as all steps are done. @property alarm its name without that of the environment: `database-cpu` */
  | { readonly kind: 'alarm'; readonly alarm: string }
  /** One call in the middle is denied. */
  | { readonly kind: 'denied'; readonly trap: Trap }
  /** Somebody cancels the run while it waits for this step to come true. */
  | { readonly kind: 'cancelled'; readonly step: string };

/** @typeParam S what AWS answers, as data */
export interface RunbookCase<S> {
  readonly runbook: string;
  /** Makes what is missing, before anything is asked. */
  readonly prepare?: (cloud: Cloud) => Promise<void>;
  /** Makes what there is before the run that comes to its end, and was not there before. */
  readonly prepareRun?: (cloud: Cloud) => Promise<void>;
  /** Texts by name, as a person would give them. */
  readonly inputs: (cloud: Cloud, before: S) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  /** Asks AWS itself how everything stands. */
  readonly look: (cloud: Cloud) => Promise<S>;
  /** @param files names of what the run has kept */
  readonly isDone: (before: S, after: S, files: readonly string[]) => boolean;
  /** Left out, all has to be as it was. */
  readonly isUndone?: (before: S, after: S) => boolean;
  /** Of one that changes anything. */
  readonly failure?: (cloud: Cloud) => PlantedFailure;
  /** Removes what was made for it, and what the next case of the same lane would trip over. */
  readonly restore?: (cloud: Cloud, before: S) => Promise<void>;
}

export type AnyCase = RunbookCase<unknown>;

/** Hides what it asks for: whoever plays it only hands that on. */
export function runbookCase<S>(definition: RunbookCase<S>): AnyCase {
  return definition as unknown as AnyCase;
}

export function wordsOfFailure(failure: PlantedFailure): string {
  switch (failure.kind) {
    case 'alarm':
      return `${failure.alarm} rings`;
    case 'denied':
      return `${failure.trap.call.replace(/ .*\//, ' …/')} denied`;
    case 'cancelled':
      return `cancelled in ${failure.step}`;
    default:
      return failure satisfies never;
  }
}
