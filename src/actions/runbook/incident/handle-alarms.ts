// Mode `alarms`: reads again how the alarms of an environment stand, and keeps an issue for whatever rings.
import { failure } from '../../../define/failure.ts';
import { attempt } from '../../comment/attempt.ts';
import { acquireLock, releaseLock } from '../../lock/hold-lock.ts';
import { gatherLedger, type Ledger } from './automatic.ts';
import { gatherCourses } from './courses.ts';
import { type Decision, decide, type Effect } from './decide.ts';
import { gather } from './gather.ts';
import { parseHints } from './hints.ts';
import type { AutomaticRun, Storm } from './incident.ts';
import { incidentsLockKey } from './keys.ts';
import { type Performed, performAll } from './perform.ts';
import { openPlanner, wordsOf } from './plans.ts';
import { type Claim, claimAutomatic, runClaimed } from './run-automatic.ts';
import { walk } from './steps.ts';
import { performStorm } from './storm.ts';
import type { Telling } from './tell.ts';
import type { IncidentWorld } from './world.ts';

export interface AlarmsRequest {
  /** JSON, as the dispatch brought it; empty when a schedule or a person looks. It is only a hint, and hostile. */
  readonly alarms: string;
}

export interface AlarmsOutcome {
  readonly environment: string;
  /** How many alarms the environment has, and how many of them ring. */
  readonly alarms: number;
  readonly ringing: number;
  readonly performed: readonly Performed[];
  readonly storm?: Storm;
  readonly automatic: readonly AutomaticRun[];
  /** Of the payload, in words of ours. */
  readonly ignored: readonly string[];
  /** Left for the next run. */
  readonly deferred: number;
  /** What could not be done; the next run does it. */
  readonly failures: readonly string[];
}

/** How long to wait for another run: it reads all alarms, too, but may have done so before ours rang. */
const lockWaitSeconds = 600;

/** @throws `aws/...` where the alarms cannot be read, `incident/busy` when another run handles them for too long */
export async function handleAlarms(world: IncidentWorld, request: AlarmsRequest): Promise<AlarmsOutcome> {
  const { progress, settings } = world;
  const key = incidentsLockKey(settings.environment);
  const version = await walk(progress, 'lock', () => lock(world, key));
  const handled = await handle(world, request).finally(() => walk(progress, 'unlock', () => releaseLock(world, key, version)));
  const { telling, claimed, outcome } = handled;
  if (!claimed) return outcome;
  const run = await walk(progress, 'automatic', () => runClaimed(telling, claimed));
  return { ...outcome, automatic: [run] };
}

async function lock(world: IncidentWorld, key: string): Promise<string> {
  const { environment, pollSeconds } = world.settings;
  const acquired = await acquireLock(world, {
    key,
    subject: `The incidents of ${environment}`,
    reason: 'alarms',
    waitSeconds: lockWaitSeconds,
    pollSeconds,
    stateLocks: [],
    unreadable: (problems) =>
      failure({
        code: 'incident/lock-unreadable',
        what: `${key} is no lock of ours, so nobody can tell who handles the alarms of ${environment}.`,
        next: 'Remove that document from the state bucket, and run the workflow runbook with the mode alarms.',
        details: problems,
      }),
  });
  if (acquired.kind === 'held') return acquired.version;
  throw failure({
    code: 'incident/busy',
    what: `Another run has been handling the alarms of ${environment} for ${lockWaitSeconds / 60} minutes.`,
    next: 'See whether that run is stuck; the next event, or the schedule, looks at all alarms again.',
  });
}

interface Handled {
  readonly telling: Telling;
  readonly outcome: AlarmsOutcome;
  readonly claimed: Claim | undefined;
}

async function handle(world: IncidentWorld, request: AlarmsRequest): Promise<Handled> {
  const { progress, settings } = world;
  const hints = parseHints(request.alarms, settings);
  const { facts, suspects, foreign } = await walk(progress, 'gather', () => gather(world, hints));
  const ignored = [...hints.ignored, ...foreign];
  for (const line of ignored) progress.info(`Ignored: ${line}.`);
  const decision = await walk(progress, 'decide', async () => decide(facts));
  const telling: Telling = {
    ...{ world, known: facts.known, suspects, isStorm: decision.storm.kind === 'hold' },
    courses: await gatherCourses(world, subjectsOf(decision.effects), facts.known),
    planner: openPlanner(world),
    ledger: await ledgerOf(world),
  };
  const { performed, storm, failures } = await walk(progress, 'tell', () => tellAll(telling, decision, facts.storm));
  const claimed = await attempt(world, 'start a runbook', () => claimAutomatic(telling, performed));
  const { byName } = decision.situation;
  const outcome: AlarmsOutcome = {
    environment: settings.environment,
    alarms: byName.size,
    ringing: [...byName.values()].filter(({ state }) => state === 'ALARM').length,
    ...{ performed, automatic: [], ignored, deferred: decision.deferred, failures },
    ...(storm && { storm }),
  };
  return { telling, outcome, claimed };
}

function subjectsOf(effects: readonly Effect[]) {
  return effects.flatMap((effect) => ('subject' in effect ? [effect.subject] : []));
}

async function ledgerOf(world: IncidentWorld): Promise<Ledger | undefined> {
  const { documents, settings } = world;
  const found = await attempt(world, 'tell what alarms have started today', () => gatherLedger(documents, settings.environment));
  return found?.ledger;
}

interface AllTold {
  readonly performed: readonly Performed[];
  readonly storm?: Storm;
  readonly failures: readonly string[];
}

async function tellAll(telling: Telling, decision: Decision, before: Storm | undefined): Promise<AllTold> {
  const performed = await performAll(telling, decision.effects);
  const failures = performed.flatMap(({ alarm, failure: words }) => (words === undefined ? [] : [`${alarm}: ${words}`]));
  const stormed = new Set(before?.rows.map(({ alarm }) => alarm));
  const promoted = performed.filter(({ alarm, told }) => told && stormed.has(alarm)).length;
  try {
    const storm = await performStorm(telling, { before, effect: decision.storm, situation: decision.situation, promoted });
    return { performed, ...(storm && { storm }), failures };
  } catch (error) {
    telling.world.progress.warning(`Could not tell of the alarm storm: ${wordsOf(error)}`);
    return { performed, failures: [...failures, `storm: ${wordsOf(error)}`] };
  }
}
