// Runs what alarms may start by themselves: claimed in the bucket before, told in the issue after, and never twice.
import type { Runbook } from '../../../runbooks/asking.ts';
import { attempt } from '../../comment/attempt.ts';
import type { AutomaticRule } from '../config.ts';
import { claimStart } from './automatic.ts';
import { type AutomaticRun, cutWords, type Incident, withChange } from './incident.ts';
import { reviseIncident } from './incident-store.ts';
import type { Performed } from './perform.ts';
import { wordsOf } from './plans.ts';
import { renderRun } from './render/comments.ts';
import type { Subject } from './situation.ts';
import { noteIncident, type Telling, tellIncident } from './tell.ts';

/** One that is written down as begun, and is to be run. */
export interface Claim {
  readonly incident: Incident;
  readonly subject: Subject;
  readonly runbook: Runbook;
  readonly rule: AutomaticRule;
  readonly begun: AutomaticRun;
}

/** One in a run: each may take minutes, and changes what the others would look at. Only under the lock of the incidents. */
export async function claimAutomatic(telling: Telling, performed: readonly Performed[]): Promise<Claim | undefined> {
  if (telling.world.signal?.aborted) return undefined;
  for (const { told, subject } of performed) {
    if (told?.automatic.kind !== 'run' || !subject) continue;
    const { runbook, rule } = told.automatic;
    const begun: AutomaticRun = { runbook: runbook.id, at: telling.world.clock.now().toISOString(), status: 'begun', words: '' };
    const incident = await claim(telling, told.incident, begun);
    return incident && { incident, subject, runbook, rule, begun };
  }
  return undefined;
}

/** Nobody waits for it: the lock is free meanwhile. */
export async function runClaimed(telling: Telling, { incident, subject, runbook, rule, begun }: Claim): Promise<AutomaticRun> {
  const { world } = telling;
  const reason = `the alarm ${incident.alarm} rings`.slice(0, longestReason);
  const result = await world.engine
    .run({ runbook, inputs: rule.inputs, incident, reason })
    .catch((error: unknown) => ({ status: 'failed', words: wordsOf(error) }) as const);
  const run: AutomaticRun = { ...begun, status: result.status, words: cutWords(result.words) };
  const after = await noteRun(telling, incident, run);
  await attempt(world, `tell of the run of ${run.runbook}`, () => tellRun(telling, after, run));
  await attempt(world, 'bring the issue up to date', () => tellIncident(telling, after, subject));
  return run;
}

/** Of a journal of the engine. */
const longestReason = 300;

function noteRun(telling: Telling, incident: Incident, run: AutomaticRun): Promise<Incident> {
  const at = telling.world.clock.now().toISOString();
  const mitigated = { at, words: `runbook ${run.runbook}, started by the alarm` };
  return noteIncident(
    telling,
    incident,
    (current) => ({
      automatic: current.automatic.map((each) => (each.at === run.at && each.runbook === run.runbook ? run : each)),
      ...(run.status === 'done' && !current.mitigated && { mitigated }),
    }),
    [{ at, words: `runbook ${run.runbook}: ${run.status}` }],
  );
}

/** Of the day first, then of the incident: a run that dies in between has started nothing, and nothing else is started for it. */
async function claim({ world }: Telling, incident: Incident, begun: AutomaticRun): Promise<Incident | undefined> {
  const { environment } = world.settings;
  const start = { runbook: begun.runbook, incident: incident.id, at: begun.at };
  if (!(await claimStart(world.documents, environment, start))) return undefined;
  let isOurs = false;
  const written = await reviseIncident(world, incident, (current) => {
    isOurs = current?.id === incident.id && !current.automatic.some(({ runbook }) => runbook === begun.runbook);
    return isOurs && current
      ? withChange(current, { automatic: [...current.automatic, begun] }, [
          { at: begun.at, words: `runbook ${begun.runbook} started by the alarm` },
        ])
      : undefined;
  });
  return isOurs ? written : undefined;
}

async function tellRun({ world }: Telling, { issue }: Incident, run: AutomaticRun): Promise<void> {
  if (issue !== undefined) await world.issues.comment(issue, renderRun(run));
}
