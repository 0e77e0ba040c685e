// Which runbooks answer an incident: the one that its alarm names, those of what it sums up, and those that name its symptom.
import type { RunbookInputs } from '../../../define/runbook-inputs.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import type { KnownAlarms } from './known-alarms.ts';
import type { Subject } from './situation.ts';

export interface Matching {
  /** Id that the catalogue names; there need not be such a runbook. */
  readonly named?: string;
  /** The likeliest first. */
  readonly runbooks: readonly Runbook[];
}

export function matchRunbooks({ known, members }: Subject, all: KnownAlarms, runbooks: readonly Runbook[]): Matching {
  const ringing = members.filter(({ state }) => state === 'ALARM').flatMap(({ name }) => all.get(name) ?? []);
  const alarms = [...(known ? [known] : []), ...ringing];
  const symptoms = new Set(alarms.map(({ kpi }) => kpi));
  const named = alarms.flatMap(({ runbook }) => runbooks.find(({ id }) => id === runbook) ?? []);
  const answering = runbooks.filter((runbook) => runbook.symptoms.some((symptom) => symptoms.has(symptom)));
  return {
    ...(known && { named: known.runbook }),
    runbooks: [...new Set([...named, ...answering])],
  };
}

/** Without what only a person can say. @returns names of inputs that have to be given */
export function neededInputs(runbook: Runbook): readonly string[] {
  const inputs: RunbookInputs = runbook.inputs;
  return Object.entries(inputs).flatMap(([name, input]) => (input.default === undefined && !input.optional ? [name] : []));
}

/** `/runbook run ecs-scale environment=staging desired=12`: what is needed, with its examples. */
export function commandFor(mode: 'plan' | 'run', runbook: Runbook, environment: string): string {
  const inputs = neededInputs(runbook).map((name) => `${name}=${runbook.inputs[name]?.example ?? ''}`);
  const reason = mode === 'run' ? ['reason="..."'] : [];
  return [`/runbook ${mode} ${runbook.id}`, `environment=${environment}`, ...inputs, ...reason].join(' ');
}
