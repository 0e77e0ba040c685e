// What is asked of the engine, checked: every problem is told at once, and the nearest runbook is named.
import { type RunbookRisk, runbookRisks } from '../../../define/runbook.ts';
import { type InputValue, parseRunbookInputs } from '../../../define/runbook-inputs.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import { nearestOf } from '../../chatops/language/nearness.ts';
import { login } from '../../environment/hold.ts';
import type { Cause, Door } from './journal.ts';
import { isTargetName } from './keys.ts';

/** Who asks, from where, and why. */
export interface Asking {
  readonly environment: string;
  /** Login, or what does: `alarm`. */
  readonly by: string;
  /** In that person's words; may be empty. */
  readonly reason: string;
  readonly door: Door;
  /** The highest risk that may be run: whoever is more than that has to be approved first. */
  readonly approvedRisk: RunbookRisk;
}

export interface RunbookRequest extends Asking {
  readonly runbook: Runbook;
  /** Parsed. */
  readonly inputs: Readonly<Record<string, InputValue>>;
}

/** `accept`: of a stuck one, a person has put right what was to be put right, or takes it as it is. */
export const resumeWays = ['continue', 'undo', 'accept'] as const;
export type ResumeWay = (typeof resumeWays)[number];

export interface ResumeRequest extends Asking {
  readonly target: string;
  readonly way: ResumeWay;
  /** Why it is undone, where no person has asked for it. */
  readonly cause?: Cause;
}

export type Parsed<T> =
  | { readonly kind: 'good'; readonly request: T }
  /** Sentences without full stops, each naming what it is about. */
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

export type FoundRunbook =
  | { readonly kind: 'found'; readonly runbook: Runbook }
  | { readonly kind: 'unknown'; readonly nearest?: string };

export function findRunbook(runbooks: readonly Runbook[], id: string): FoundRunbook {
  const runbook = runbooks.find((one) => one.id === id);
  if (runbook) return { kind: 'found', runbook };
  const ids = runbooks.map((one) => one.id);
  const nearest = nearestOf(id, ids) ?? onlyOf(ids.filter((one) => id.length > 2 && one.split('-').includes(id.toLowerCase())));
  return { kind: 'unknown', ...(nearest !== undefined && { nearest }) };
}

function onlyOf(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}

/** Completes "runbook: ...". */
export function unknownRunbook(id: string, nearest: string | undefined): string {
  if (id === '') return 'missing; `runbook list` shows those that there are';
  const hint = nearest === undefined ? '`runbook list` shows those that there are' : `did you mean ${nearest}?`;
  return `there is none called ${JSON.stringify(shorten(id))}; ${hint}`;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

export interface AskedRun extends Asking {
  readonly runbook: string;
  /** Texts by name, as they were given. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** @param now no instant that is asked for lies beyond it */
export function parseRequest(runbooks: readonly Runbook[], asked: AskedRun, now: Date): Parsed<RunbookRequest> {
  const { runbook: id, inputs: given, ...asking } = asked;
  const found = findRunbook(runbooks, id);
  const problems = problemsOfAsking(asking);
  if (found.kind === 'unknown') return { kind: 'bad', problems: [`runbook: ${unknownRunbook(id, found.nearest)}`, ...problems] };
  const { runbook } = found;
  const parsed = parseRunbookInputs(runbook.inputs, given);
  if (parsed.kind === 'bad') return { kind: 'bad', problems: [...problems, ...parsed.problems] };
  const future = futureInstants(runbook, parsed.values, now);
  if (problems.length + future.length > 0) return { kind: 'bad', problems: [...problems, ...future] };
  return { kind: 'good', request: { ...asking, runbook, inputs: parsed.values } };
}

function futureInstants(runbook: Runbook, values: Readonly<Record<string, InputValue>>, now: Date): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const isInstant = runbook.inputs[name]?.kind === 'instant';
    return isInstant && Date.parse(String(value)) > now.getTime()
      ? [`${name}: lies in the future; it is ${now.toISOString()} now`]
      : [];
  });
}

export interface AskedResume extends Asking {
  readonly target: string;
  readonly way: ResumeWay;
}

export function parseResume(asked: AskedResume): Parsed<ResumeRequest> {
  const target = isTargetName(asked.target)
    ? []
    : ['target: expected what the run said that it works on, such as assess-staging-app, or environment'];
  const reason = asked.way === 'accept' && asked.reason === '' ? ['reason: to accept a stuck run takes one'] : [];
  const problems = [...problemsOfAsking(asked), ...target, ...reason];
  return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'good', request: asked };
}

const longestReason = 300;

function problemsOfAsking({ environment, by, reason }: Asking): readonly string[] {
  return [
    ...(/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(environment) && environment.length >= 2 && environment.length <= 12
      ? []
      : ['environment: expected the name of an environment, such as staging or pr-7']),
    ...(login.read(by) === undefined ? ['by: expected a login'] : []),
    ...(reason.length > longestReason ? [`reason: expected at most ${longestReason} characters`] : []),
  ];
}

export function isWithin(risk: RunbookRisk, approved: RunbookRisk): boolean {
  return runbookRisks.indexOf(risk) <= runbookRisks.indexOf(approved);
}
