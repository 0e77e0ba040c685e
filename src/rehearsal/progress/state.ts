// What is going on in a rehearsal, as a value: events go in, the state of every step comes out.
import type { ChangeAction, TerraformEvent } from '../../ports/terraform.ts';

export type RehearsalEvent = { readonly atMs: number; readonly step: string } & (
  | { readonly kind: 'started'; readonly title: string }
  | { readonly kind: 'terraform'; readonly event: TerraformEvent }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'done'; readonly seen: string }
  | { readonly kind: 'failed' }
);

export interface StepState {
  readonly step: string;
  readonly title: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly startedAtMs: number;
  readonly endedAtMs?: number;
  /** Resources that the plan wants to change; undefined until Terraform has told. */
  readonly resources?: number;
  readonly resourcesDone: number;
  readonly inFlight: ReadonlyMap<string, InFlight>;
  readonly note?: string;
  /** What a person would have seen: the step's result in a few words. */
  readonly seen?: string;
}

export interface InFlight {
  readonly action: ChangeAction;
  readonly sinceMs: number;
}

export type RehearsalState = readonly StepState[];

export function advance(state: RehearsalState, event: RehearsalEvent): RehearsalState {
  if (event.kind === 'started') return [...state, newStep(event.step, event.title, event.atMs)];
  return state.map((step) => (step.step === event.step ? advanceStep(step, event) : step));
}

function newStep(step: string, title: string, startedAtMs: number): StepState {
  return { step, title, status: 'running', startedAtMs, resourcesDone: 0, inFlight: new Map() };
}

function advanceStep(step: StepState, event: RehearsalEvent): StepState {
  switch (event.kind) {
    case 'started':
      return step;
    case 'terraform':
      return withTerraform(step, event.event, event.atMs);
    case 'note':
      return { ...step, note: event.text };
    case 'done':
      return { ...step, status: 'done', endedAtMs: event.atMs, inFlight: new Map(), seen: event.seen };
    case 'failed':
      return { ...step, status: 'failed', endedAtMs: event.atMs, inFlight: new Map() };
    default:
      return event satisfies never;
  }
}

function withTerraform(step: StepState, event: TerraformEvent, atMs: number): StepState {
  switch (event.kind) {
    case 'plan-summary': {
      const { add, change, remove } = event.counts;
      return { ...step, resources: add + change + remove };
    }
    case 'started':
      return { ...step, inFlight: new Map(step.inFlight).set(event.address, { action: event.action, sinceMs: atMs }) };
    case 'done':
    case 'failed': {
      const inFlight = new Map(step.inFlight);
      const wasCounted = inFlight.delete(event.address) && event.action !== 'read';
      return { ...step, inFlight, resourcesDone: step.resourcesDone + (wasCounted ? 1 : 0) };
    }
    default:
      return step;
  }
}
