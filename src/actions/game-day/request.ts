// What is asked of the action, checked: every problem of the inputs is told at once.
import type { InputsOf } from '../../define/contract.ts';
import type { DrillDefinition } from '../../define/drill.ts';
import { failure } from '../../define/failure.ts';
import { login } from '../environment/hold.ts';
import type { gameDayContract } from './contract.ts';

export type GameDayInputs = InputsOf<typeof gameDayContract>;

/** Which drill, where, and on whose word. */
export interface DrillRequest {
  readonly drill: DrillDefinition;
  /** As it was asked for: `a`, `eu-west-2a`; nothing where it is decided here. */
  readonly zone?: string;
  readonly scheduledFor?: Date;
  /** Digest of a plan. */
  readonly plan?: string;
  readonly by: string;
}

export type GameDayRequest =
  | { readonly mode: 'plan' | 'run'; readonly request: DrillRequest }
  | { readonly mode: 'abort'; readonly by: string; readonly isAll: boolean }
  | { readonly mode: 'resume'; readonly by: string };

const zoneForm = /^([a-z]{2}(-[a-z]+)+-\d)?[a-z]$/;
const planForm = /^[\da-f]{12,64}$/;

/** @throws a Failure `action/inputs` that names every problem */
export function requestOf(inputs: GameDayInputs, drills: readonly DrillDefinition[]): GameDayRequest {
  const { mode, by, all: isAll } = inputs;
  const drill = drills.find(({ id }) => id === inputs.drill);
  const isDrill = mode === 'plan' || mode === 'run';
  const problems = [
    ...(login.read(by) === undefined ? ['by: expected a login'] : []),
    ...(isAll && mode !== 'abort' ? ['all: only of the mode abort'] : []),
    ...(/^[a-z][a-z\d-]{1,11}$/.test(inputs.environment) ? [] : ['environment: expected the name of an environment']),
    ...(isDrill ? drillProblems(inputs, drills, drill) : []),
  ];
  if (problems.length > 0 || (isDrill && !drill)) throw bad(problems);
  if (mode === 'abort') return { mode, by, isAll };
  if (mode === 'resume' || !drill) return { mode: 'resume', by };
  const { zone, plan, 'scheduled-for': scheduledFor } = inputs;
  const request = {
    drill,
    by,
    ...(zone !== undefined && { zone }),
    ...(plan !== undefined && { plan }),
    ...(scheduledFor !== undefined && { scheduledFor: new Date(scheduledFor) }),
  };
  return { mode, request };
}

function drillProblems(
  { drill: name = '', zone, plan, 'scheduled-for': scheduledFor }: GameDayInputs,
  drills: readonly DrillDefinition[],
  drill: DrillDefinition | undefined,
): readonly string[] {
  return [
    ...(drill
      ? []
      : [`drill: expected one of ${drills.map(({ id }) => id).join(', ')}; got ${JSON.stringify(name.slice(0, 60))}`]),
    ...(zone !== undefined && !zoneForm.test(zone) ? ['zone: expected one such as a or eu-west-2a'] : []),
    ...(zone !== undefined && drill?.isZonal === false ? [`zone: ${drill.id} hits no zone`] : []),
    ...(plan !== undefined && !planForm.test(plan) ? ['plan: expected what the mode plan gave'] : []),
    ...(scheduledFor !== undefined && !isInstant(scheduledFor)
      ? ['scheduled-for: expected an instant such as 2026-01-31T10:00:00Z']
      : []),
  ];
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

function bad(problems: readonly string[]) {
  return failure({
    code: 'action/inputs',
    what: `Bad inputs for game-day:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    next: 'Correct them: in the comment that commands it, or in the workflow, under the step\'s "with".',
  });
}
