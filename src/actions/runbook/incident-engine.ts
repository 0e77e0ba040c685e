// The engine as alarms use it: plans what people may run, and runs by itself what they have allowed.
import { type Failure, failure } from '../../define/failure.ts';
import { planRunbook } from './engine/plan.ts';
import { type Asking, parseRequest, type RunbookRequest } from './engine/request.ts';
import { runRunbook } from './engine/run.ts';
import type { RunbookWorld } from './engine/world.ts';
import type { IncidentEngine, RunbookAsk } from './incident/world.ts';
import { renderPlan } from './render/index.ts';
import { reportOfRun } from './report.ts';

const byAlarm = { by: 'alarm', door: 'alarm', approvedRisk: 'medium' } as const;

export function openIncidentEngine(world: RunbookWorld, environment: string): IncidentEngine {
  const requestOf = ({ runbook, inputs }: RunbookAsk, asking: Omit<Asking, 'environment'>): RunbookRequest => {
    const asked = { ...asking, environment, runbook: runbook.id, inputs };
    const parsed = parseRequest(world.runbooks, asked, world.clock.now());
    if (parsed.kind === 'bad') throw bad(runbook.id, parsed.problems);
    return parsed.request;
  };
  return {
    // Whoever reads it would run it by a comment.
    plan: async (ask) => renderPlan(await planRunbook(world, requestOf(ask, { ...byAlarm, reason: '' })), 'comment'),
    run: async (ask) => {
      const result = await runRunbook(world, requestOf(ask, { ...byAlarm, reason: ask.reason }));
      const { failure: failed, outputs } = reportOfRun(result, 'alarm');
      const words = failed?.message ?? ('journal' in result ? (result.journal.because ?? '') : 'there was nothing to do');
      return { status: statusOf(outputs.status), words };
    },
  };
}

const statuses = ['done', 'nothing-to-do', 'refused', 'compensated', 'stuck'] as const;

function statusOf(status: string): (typeof statuses)[number] | 'failed' {
  return statuses.find((each) => each === status) ?? 'failed';
}

function bad(runbook: string, problems: readonly string[]): Failure {
  return failure({
    code: 'runbook/request',
    what: `${runbook} cannot be started by an alarm as it is configured: ${problems.join('; ')}.`,
    next: 'Correct its inputs under runbooks.automatic in .github/opsdeck.json.',
  });
}
