// The exact words that run, resume or undo something, for whoever reads them where they read it.
import { type InputValue, inputTexts } from '../../../define/runbook-inputs.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import type { Door, RunbookJournal } from './journal.ts';
import type { ResumeWay } from './request.ts';

const flags: Readonly<Record<ResumeWay, string>> = { continue: '', undo: ' --undo', accept: ' --accept reason="..."' };

/** `/runbook resume assess-staging-app environment=staging --undo` */
export function resumeCommand(
  door: Door,
  { target, environment }: Pick<RunbookJournal, 'target' | 'environment'>,
  way: ResumeWay,
): string {
  return `${beginning(door)} resume ${target} environment=${environment}${flags[way]}`;
}

export interface RunWords {
  readonly runbook: Pick<Runbook, 'id' | 'inputs'>;
  readonly environment: string;
  readonly inputs: Readonly<Record<string, InputValue>>;
}

/** `/runbook run ecs-scale environment=staging desired=6`: read again, it is the same request. */
export function runCommand(door: Door, { runbook, environment, inputs }: RunWords): string {
  const pairs = inputTexts(runbook.inputs, inputs).map(([name, text]) => ` ${name}=${text}`);
  return `${beginning(door)} run ${runbook.id} environment=${environment}${pairs.join('')}`;
}

function beginning(door: Door): string {
  return door === 'terminal' ? 'opsdeck runbook' : '/runbook';
}
