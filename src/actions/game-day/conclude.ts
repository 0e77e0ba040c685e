// Brings a game day to its end, from wherever it stands: stop, roll back, verify, measure, report. Again without harm.
import { publicationDelaySeconds } from '../../ports/metrics.ts';
import { attempt } from '../comment/attempt.ts';
import { removeAbortRequest } from './abort-request.ts';
import { decideVerdict, isDangerous } from './decide-verdict.ts';
import { computeFindings } from './findings.ts';
import type { GameDay } from './game-day.ts';
import { addToHistory } from './history.ts';
import { gatherKpiOutcomes, measuredUntil } from './measure/kpi-outcomes.ts';
import { computeCostUsd, computeTimes } from './measure/times.ts';
import { beginPhase, type Play } from './play.ts';
import { isFault } from './preflight/facts.ts';
import { verifyRecovery } from './recovery/verify.ts';
import { rollBack } from './rollback/roll-back.ts';
import { walk } from './steps.ts';
import { closeIssues } from './tell.ts';
import { stopExperiment } from './watch/stop.ts';
import { msOf } from './world.ts';

/** @throws `aws/credentials-expired`: the journal says what is left, and the next run does it */
export async function conclude(play: Play): Promise<GameDay> {
  const { progress } = play.world;
  await walk(progress, 'stop', () => stop(play));
  await walk(progress, 'rollback', () => putRight(play));
  await walk(progress, 'verify', () => verify(play));
  await walk(progress, 'measure', () => measure(play));
  return walk(progress, 'report', () => report(play));
}

async function stop(play: Play): Promise<void> {
  const { world, journal } = play;
  await beginPhase(play, 'stop');
  const { experiment, abort } = journal.current();
  if (!experiment) return;
  const stopped = await stopExperiment(world, experiment);
  if (stopped.kind === 'running')
    world.progress.warning(`The experiment ${experiment.id} could not be stopped: ${stopped.words}.`);
  const requestedAt = abort?.requestedAt ?? ('requestedAt' in stopped ? stopped.requestedAt : undefined);
  await journal.note({
    experiment: stopped.experiment,
    ...(abort && { abort: { ...abort, ...(requestedAt !== undefined && { requestedAt }) } }),
  });
}

async function putRight(play: Play): Promise<void> {
  const { world, scene, drill, journal } = play;
  await beginPhase(play, 'rollback', { rollback: [] });
  await rollBack({ world, scene, gameDay: journal.current() }, drill, (rollback) => journal.note({ rollback }));
}

async function verify(play: Play): Promise<void> {
  const { world, scene, drill, journal, watched } = play;
  await beginPhase(play, 'verify');
  const { experiment, before, takenOverFrom } = journal.current();
  // Of one that was taken over, nobody can say how long it took until somebody came.
  const isFresh = takenOverFrom.length === 0 && experiment?.endedAt !== undefined;
  const since = isFresh ? ourTime(journal.current(), experiment.endedAt) : world.clock.now();
  const { recovery: checks, recoverySeconds } = drill;
  await journal.note({
    recovery: await verifyRecovery(world, { scene, watched, experiment, before, checks, recoverySeconds, since }),
  });
}

/** An instant of AWS by our clock. */
function ourTime({ clockSkewSeconds = 0 }: GameDay, instant: string | undefined): Date {
  return new Date(msOf(instant ?? '') - clockSkewSeconds * 1000);
}

/** Nothing of it can put anything right, so nothing of it is a reason not to come to an end. */
async function measure(play: Play): Promise<void> {
  const { world, journal, watched } = play;
  await beginPhase(play, 'measure');
  const { experiment } = journal.current();
  if (!experiment) return;
  const { alarms, experiments } = world;
  const transitions = await attempt(world, 'read the history of the alarms', () =>
    alarms.transitions(watched, new Date(experiment.createdAt)),
  );
  const hitTargets = await attempt(world, 'read what was hit', () => experiments.resolvedTargets(experiment.id));
  const kpis = await attempt(world, 'measure the hypothesis', () => measureKpis(play));
  await journal.note({ ...(transitions && { transitions }), ...(hitTargets && { hitTargets }), ...(kpis && { kpis }) });
}

async function measureKpis({ world, scene, drill, journal }: Play) {
  const { experiment, zone, clockSkewSeconds = 0 } = journal.current();
  const begins = (experiment?.actions ?? []).filter(isFault).flatMap(({ startedAt }) => (startedAt ? [msOf(startedAt)] : []));
  if (begins.length === 0) return [];
  const ourNow = world.clock.now();
  const now = new Date(ourNow.getTime() + clockSkewSeconds * 1000);
  const span = { from: new Date(Math.min(...begins)), to: experiment?.endedAt ? new Date(experiment.endedAt) : now };
  const measuring = { scene, drill, zone, span };
  const publishedMs = measuredUntil(measuring).getTime() + publicationDelaySeconds * 1000;
  // Whichever clock is behind: the newest data are cut off by ours.
  const waitMs = publishedMs - Math.min(now.getTime(), ourNow.getTime());
  if (waitMs > 0 && !world.settings.isHurried) await world.clock.sleep(waitMs);
  return gatherKpiOutcomes(world, measuring);
}

async function report(play: Play): Promise<GameDay> {
  const { drill, journal } = play;
  const measured = journal.current();
  const { experiment, transitions, abort, recovery, clockSkewSeconds = 0 } = measured;
  const judged: GameDay = {
    ...measured,
    ...decideVerdict(measured, drill),
    findings: computeFindings(measured, drill),
    times: computeTimes({ experiment, transitions, abort, recovery, clockSkewSeconds }),
    costUsd: computeCostUsd(experiment),
  };
  if (isDangerous(judged)) await page(play, judged);
  return end(play, judged);
}

/** The last thing that is written down is that it has ended: before that, the next run does all of this again. */
export async function end(play: Play, judged: GameDay): Promise<GameDay> {
  const { world, journal, teller, history } = play;
  const { documents, clock } = world;
  const ended: GameDay = { ...judged, phase: 'ended', endedAt: clock.now().toISOString() };
  const issueUrl = (await teller.tell(ended)) ?? judged.issueUrl;
  const told: GameDay = { ...ended, ...(issueUrl !== undefined && { issueUrl }) };
  await attempt(world, 'write the history', () => addToHistory(documents, told));
  await closeIssues(world, told, history);
  await attempt(world, 'remove what asked for its end', () => removeAbortRequest(documents, told.environment));
  await journal.note(told);
  world.progress.info(`${told.verdict?.toUpperCase()}: ${told.because}`);
  return told;
}

async function page({ world, scene }: Play, { id, environment, because = '', runUrl, findings }: GameDay): Promise<void> {
  const { alertsTopicArn: topicArn } = scene;
  if (topicArn === undefined) {
    world.progress.warning(`Nobody could be paged: ${environment} has no topic for alerts.`);
    return;
  }
  const subject = `Game day on ${environment} left something broken`;
  const text = [`${id}: ${because}`, ...findings.map((finding) => `- ${finding}`), runUrl].join('\n');
  await attempt(world, 'page whoever is on call', () => world.pager.page({ topicArn, subject, text }));
}
