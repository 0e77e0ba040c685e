// Plans, runs or resumes a runbook from a terminal: asks for what is missing, shows how it goes, and returns the exit code.
import type { RunbookJournal } from '../../actions/runbook/engine/journal.ts';
import { planRunbook, type RunbookPlan, verdictOf } from '../../actions/runbook/engine/plan.ts';
import {
  findRunbook,
  parseRequest,
  parseResume,
  type ResumeRequest,
  type ResumeWay,
  type RunbookRequest,
  unknownRunbook,
} from '../../actions/runbook/engine/request.ts';
import { resumeRunbook } from '../../actions/runbook/engine/resume.ts';
import { runRunbook } from '../../actions/runbook/engine/run.ts';
import type { RunbookWorld } from '../../actions/runbook/engine/world.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import { askInputs, askOne, askWord } from './ask-inputs.ts';
import { confirmRun } from './confirm.ts';
import { runbookExitCodes } from './exit-codes.ts';
import { usage } from './given.ts';
import { renderEnded } from './render-journal.ts';
import { planAsJson, renderPlan } from './render-plan.ts';

export interface Terminal {
  readonly world: RunbookWorld;
  readonly by: string;
  /** Somebody sits there, and can be asked. */
  readonly isInteractive: boolean;
  readonly json: boolean;
  readonly width: number;
  /** The answer, on standard output. */
  print(lines: readonly string[]): void;
  /** Before questions, and before the answer: what was shown live goes. */
  endLive(): void;
}

export interface Wanted {
  readonly subject: string;
  readonly environment: string;
  readonly reason: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** @throws `cli/usage` with every problem at once */
export async function performPlan(terminal: Terminal, wanted: Wanted): Promise<number> {
  const plan = await planRunbook(terminal.world, await completeRequest(terminal, wanted));
  showPlan(terminal, plan);
  return verdictOf(plan) === 'refused' ? runbookExitCodes.refused : 0;
}

/** Shows the plan first, in any case: what is confirmed has been seen. */
export async function performRun(terminal: Terminal, wanted: Wanted, isSure: boolean): Promise<number> {
  const { world, isInteractive } = terminal;
  const request = await completeRequest(terminal, wanted);
  const { runbook, environment } = request;
  const plan = await planRunbook(world, request);
  if (!terminal.json || verdictOf(plan) !== 'ready') showPlan(terminal, plan, true);
  if (verdictOf(plan) === 'refused') return runbookExitCodes.refused;
  if (verdictOf(plan) === 'nothing-to-do') return runbookExitCodes['nothing-to-do'];
  await confirmRun({ runbook, environment, isInteractive, isSure });
  const result = await runRunbook(world, request);
  if (result.kind !== 'not-begun') return showJournal(terminal, result.journal);
  showPlan(terminal, result.plan);
  return runbookExitCodes[result.status];
}

export interface WantedResume {
  readonly target: string;
  readonly environment: string;
  readonly reason: string;
  readonly way: ResumeWay;
}

export async function performResume(terminal: Terminal, { target, environment, reason, way }: WantedResume): Promise<number> {
  const asked = { ...askingOf(terminal, { environment, reason }), target, way };
  const result = await resumeRunbook(terminal.world, good<ResumeRequest>(parseResume(asked)));
  if (result.kind === 'ended' || result.kind === 'unfinished') return showJournal(terminal, result.journal);
  terminal.endLive();
  if (terminal.json) terminal.print([JSON.stringify(result)]);
  else
    terminal.print(
      result.kind === 'nothing' ? [result.why] : result.obstacles.flatMap(({ what, next }) => [`✖ ${what}`, `→ ${next}`]),
    );
  return result.kind === 'nothing' ? 0 : runbookExitCodes.refused;
}

async function completeRequest(terminal: Terminal, wanted: Wanted): Promise<RunbookRequest> {
  const { world, isInteractive } = terminal;
  const { runbooks, clock } = world;
  const id = wanted.subject || (isInteractive ? await askOne('Which runbook?', runbooks) : '');
  const runbook = oneCalled(runbooks, id);
  const environment = wanted.environment || (isInteractive ? await askWord('Which environment?', 'staging') : '');
  const inputs = isInteractive ? await askInputs(runbook.inputs, wanted.inputs) : wanted.inputs;
  const asked = { ...askingOf(terminal, { ...wanted, environment }), runbook: id, inputs };
  return good<RunbookRequest>(parseRequest(runbooks, asked, clock.now()));
}

/** @throws `cli/usage`, with the nearest name */
export function oneCalled(runbooks: readonly Runbook[], id: string): Runbook {
  const found = findRunbook(runbooks, id);
  if (found.kind === 'found') return found.runbook;
  throw usage(`runbook: ${unknownRunbook(id, found.nearest)}`, 'Run "opsdeck runbook list" for those that there are.');
}

/** Whoever confirms at a terminal has approved it. */
function askingOf({ by }: Terminal, { environment, reason }: { readonly environment: string; readonly reason: string }) {
  return { environment, by, reason, door: 'terminal', approvedRisk: 'high' } as const;
}

type Parsed<T> = { readonly kind: 'good'; readonly request: T } | { readonly kind: 'bad'; readonly problems: readonly string[] };

function good<T>(parsed: Parsed<T>): T {
  if (parsed.kind === 'good') return parsed.request;
  throw usage(parsed.problems.join('; '), 'Correct it; "opsdeck runbook explain ID" says what a runbook asks for.');
}

function showPlan({ json, print, endLive, width }: Terminal, plan: RunbookPlan, isToBeRun = false): void {
  endLive();
  print(json ? [JSON.stringify(planAsJson(plan))] : renderPlan(plan, width, isToBeRun));
}

function showJournal({ json, print, endLive, width, world }: Terminal, journal: RunbookJournal): number {
  endLive();
  print(json ? [JSON.stringify(journal)] : ['', ...renderEnded(journal, { now: world.clock.now(), width })]);
  return runbookExitCodes[journal.state];
}
