// Plays a drill from its first look to its report; what an earlier run left is finished first.
import { failure, isFailure } from '../../define/failure.ts';
import type { ExperimentTemplate } from '../../ports/experiments.ts';
import { isSameOwner, ownerText } from '../preview/lock.ts';
import { gatherAbortRequest, removeAbortRequest } from './abort-request.ts';
import { conclude, end } from './conclude.ts';
import type { GameDay, PastGameDay, Verdict } from './game-day.ts';
import { decideTurn, gatherHistory } from './history.ts';
import { holdEnvironment } from './hold-environment.ts';
import { inject, refuseChangedTemplate } from './inject.ts';
import { gatherUnfinished, gatherVersion, openJournal } from './journal.ts';
import { experimentTags, gatherBefore, newGameDay, zoneNamed } from './new-game-day.ts';
import { beginPhase, type Play } from './play.ts';
import { decidePreflight, type PreflightDecision } from './preflight/decide.ts';
import type { PreflightFacts } from './preflight/facts.ts';
import { gatherPreflight, onlyOf } from './preflight/gather.ts';
import type { DrillRequest } from './request.ts';
import { gatherScene, type Scene } from './scene.ts';
import { walk } from './steps.ts';
import { takeOver } from './take-over.ts';
import { openTeller } from './tell.ts';
import { watchExperiment } from './watch/watch.ts';
import { watchedAlarms } from './watched-alarms.ts';
import { type GameDayWorld, wordsOf } from './world.ts';

export interface Played {
  readonly gameDay: GameDay;
  readonly history: readonly PastGameDay[];
}

/** @throws a Failure `game-day/...` when it may not even look; or what the world says, and the next run finishes */
export function runDrill(world: GameDayWorld, request: DrillRequest): Promise<Played> {
  return holdEnvironment(world, request.drill.id, async () => {
    await walk(world.progress, 'settle-earlier', () => settleEarlier(world));
    const play = await walk(world.progress, 'begin', () => begin(world, request));
    try {
      return { gameDay: await playThrough(play, request), history: play.history };
    } catch (error) {
      throw await leaveUnfinished(play, error);
    }
  });
}

/** Nothing more can be done from here, most likely for want of credentials: the journal says what is left. */
async function leaveUnfinished({ teller, journal }: Play, cause: unknown): Promise<unknown> {
  const { id, phase } = journal.current();
  await teller.tell(journal.current());
  if (phase === 'preflight') return cause;
  return failure({
    code: 'game-day/unfinished',
    what: `The game day ${id} could not be brought to its end; it stands at its phase ${phase}: ${wordsOf(cause)}`,
    next: 'Run the workflow with the mode resume; the next game day does it, too.',
    cause,
  });
}

async function settleEarlier(world: GameDayWorld): Promise<void> {
  const { environment } = world.settings;
  const unfinished = await gatherUnfinished(world, environment);
  if (!unfinished) return;
  const { run } = unfinished.gameDay;
  if (!isSameOwner(run, world.run) && (await world.workflowRuns.isActive(run))) {
    throw failure({
      code: 'game-day/under-way',
      what: `A game day is being played on ${environment} by ${ownerText(run)}.`,
      next: 'Wait until it has ended; /game-day abort ends it.',
    });
  }
  await takeOver(world, unfinished);
}

async function begin(world: GameDayWorld, request: DrillRequest): Promise<Play> {
  const { documents, progress, settings, catalogue } = world;
  const { drill } = request;
  const { environment, region } = settings;
  const scene = await gatherScene(world.taggedResources, environment, region);
  const history = await gatherHistory(documents, environment, drill.id);
  const gameDay = newGameDay(world, request, decideZone(request, scene, history));
  await removeAbortRequest(documents, environment);
  const version = await gatherVersion(documents, environment);
  const journal = await openJournal({ documents, progress, gameDay, ...(version !== undefined && { version }) });
  const teller = openTeller(world, drill, history);
  return { world, drill, scene, journal, teller, history, watched: watchedAlarms(catalogue, scene) };
}

/** @returns nothing where no zone is hit, and where there is none of that name, which the preflight refuses */
export function decideZone({ drill, zone }: DrillRequest, scene: Scene, history: readonly PastGameDay[]): string | undefined {
  if (!drill.isZonal) return undefined;
  return zone === undefined ? decideTurn(scene.zones, history) : zoneNamed(zone, scene);
}

async function playThrough(begun: Play, request: DrillRequest): Promise<GameDay> {
  const { world, journal } = begun;
  const looked = await walk(world.progress, 'preflight', () => lookBefore(begun, request));
  // With what stops the template, whatever that is.
  const play: Play = { ...begun, watched: looked.facts.watched };
  if (looked.decision.kind !== 'go') return refuse(play, looked.decision.kind, looked.decision.because);
  const change = await askedToEnd(play);
  if (change !== undefined) return refuse(play, 'aborted', `${change}: nothing had been broken.`);
  const template = await readyToInject(play, looked);
  if ('refusal' in template) return refuse(play, 'refused', template.refusal);
  const injected = await walk(world.progress, 'inject', () => inject(play, template));
  if (injected.kind === 'not-started') {
    const decidedAt = world.clock.now().toISOString();
    await journal.note({ abort: { because: 'lost', words: `FIS did not start the experiment: ${injected.words}`, decidedAt } });
    return conclude(play);
  }
  await beginPhase(play, 'watch');
  const { watched, teller } = play;
  const { experiment } = injected;
  const outcome = await walk(world.progress, 'watch', () => watchExperiment(world, { journal, teller, experiment, watched }));
  await journal.note({ experiment: outcome.experiment, ...(outcome.abort && { abort: outcome.abort }) });
  return conclude(play);
}

interface Looked {
  readonly facts: PreflightFacts;
  readonly decision: PreflightDecision;
}

async function lookBefore({ world, scene, journal, teller }: Play, request: DrillRequest): Promise<Looked> {
  const { zone, clientToken } = journal.current();
  const tags = experimentTags(journal.current());
  const facts = await gatherPreflight(world, { request, scene, zone, clientToken, tags });
  const decision = decidePreflight(facts);
  for (const { title, words, status } of decision.findings) world.progress.info(`${signs[status]} ${title}: ${words}`);
  await journal.note({ preflight: decision.findings, expectedTargets: facts.expectedTargets });
  teller.tellSoon(journal.current());
  return { facts, decision };
}

const signs = { ok: '✓', bad: '✗', unknown: '?' } as const;

/** The last look before something is broken, and what the way back needs. */
async function readyToInject(play: Play, { facts }: Looked): Promise<ExperimentTemplate | { readonly refusal: string }> {
  const template = onlyOf(facts.templates);
  if (!template) return { refusal: 'There is no experiment template.' };
  try {
    await refuseChangedTemplate(play, template);
    await play.journal.write({ before: await gatherBefore(play.world, facts) });
    return template;
  } catch (error) {
    if (isFailure(error) && error.code === 'game-day/journal-changed') throw error;
    return { refusal: wordsOf(error) };
  }
}

/** @returns why nothing is to be broken any more */
async function askedToEnd({ world, journal }: Play): Promise<string | undefined> {
  if (world.signal?.aborted) return 'Its workflow run was cancelled';
  const request = await gatherAbortRequest(world.documents, journal.current());
  return request && `${request.by} asked for its end`;
}

/** Nothing was broken, so there is nothing to put right. */
function refuse(play: Play, verdict: Verdict, because: string): Promise<GameDay> {
  return end(play, { ...play.journal.current(), verdict, because });
}
