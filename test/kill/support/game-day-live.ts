// Plays one life of a game day to its end, and looks at what it has left.
import { writeAbortRequest } from '../../../src/actions/game-day/abort-request.ts';
import { gameDayContract as contract } from '../../../src/actions/game-day/contract.ts';
import { gatherJournal } from '../../../src/actions/game-day/journal.ts';
import { environment } from '../../../src/rehearsal/operations/platform.ts';
import { bringUpHost } from '../../../src/rehearsal/pull-requests/host.ts';
import { openSteps } from '../../../src/rehearsal/steps.ts';
import { openWorld } from '../../../src/rehearsal/world.ts';
import { drill, type Good, gatherGood, gatherLatest, gatherLeft, waitUntilWell, wrongIssues } from './game-day-left.ts';
import type { GameDayLife, GameDayMoment, GameDayRun } from './game-day-lives.ts';
import { type GameDayPlatform, openPlatform } from './game-day-platform.ts';
import { region } from './host.ts';
import { killing } from './killing.ts';
import type { Lane } from './lanes.ts';
import type { KillMoment } from './moments.ts';
import { type BundleEnd, type BundleJob, runBundle } from './run-bundle.ts';
import { type StageOptions, settings } from './stage.ts';

export interface GameDayLived {
  /** How each run ended: `killed`, or what it says of itself. */
  readonly runs: readonly string[];
  /** What the history of the drill says of it. */
  readonly verdict: string;
  /** What is left of it, or is not as it was. */
  readonly wrong: readonly string[];
}

/** On a platform of its own. */
export async function openGameDayLane({ env, logFolder, checkout }: StageOptions): Promise<Lane<GameDayLife, GameDayLived>> {
  const { signal } = new AbortController();
  const world = await openWorld({ region, env, signal, logFolder, onProgress: () => undefined });
  try {
    const host = await bringUpHost(
      world,
      openSteps(() => undefined, Date.now),
      settings,
    );
    const platform = await openPlatform(world, host, checkout);
    const good = await gatherGood(platform);
    return {
      play: (life) => live(platform, good, life),
      close: async () => {
        await platform.close();
        await world.close();
      },
    };
  } catch (error) {
    throw await world.close(error);
  }
}

export async function live(platform: GameDayPlatform, good: Good, life: GameDayLife): Promise<GameDayLived> {
  const before = await gatherLatest(platform);
  await platform.setUnclean(life.isUnclean);
  const runs: string[] = [];
  for (const run of life.runs) {
    const said = describeEnd(await perform(platform, good, run), run);
    runs.push(said, ...(await gatherWhole(platform, run)));
  }
  await platform.setUnclean(false);
  const left = await gatherLeft(platform);
  const after = await gatherLatest(platform);
  const isNew = after.id !== before.id;
  return {
    runs,
    verdict: isNew ? after.verdict : 'none',
    wrong: [...left, ...(isNew ? wrongIssues(platform, after) : []), ...(await waitUntilWell(platform, good))],
  };
}

async function perform(platform: GameDayPlatform, good: Good, run: GameDayRun): Promise<BundleEnd> {
  const { event, playsPost } = run;
  const { machine, dispatch, repository, bucket, region, jobEnvironment } = platform;
  const asked = {
    run: { mode: 'run', drill, zone: good.zone },
    resume: { mode: 'resume' },
    'other drill': { mode: 'run', drill: 'aurora-failover' },
  } as const;
  return runBundle(machine, {
    contract,
    webhook: dispatch(),
    workflow: 'game-day',
    job: 'game-day',
    artifact: repository,
    inputs: { environment, region, 'state-bucket': bucket, ...asked[event] },
    environment: jobEnvironment,
    onLine: listening(platform, run),
    ...(playsPost && { playsPost }),
  });
}

/** @returns what should have been broken when it was killed */
async function gatherWhole(platform: GameDayPlatform, { killAt, playsPost }: GameDayRun): Promise<readonly string[]> {
  const { breaks = [] } = playsPost ? {} : (killAt ?? {});
  const faults = breaks.length > 0 ? await platform.faults() : [];
  return breaks.filter((kind) => !faults.some((fault) => fault.kind === kind)).map((kind) => `too early: no fault ${kind}`);
}

type OnLine = NonNullable<BundleJob['onLine']>;

/** What goes on by its log: somebody asks for its end, or it is killed. */
function listening(platform: GameDayPlatform, { killAt, askedToEndAfterSeconds }: GameDayRun): OnLine {
  const kill = killAt && killing(momentAt(killAt, platform.clock.rate));
  return (line, pid) => {
    kill?.(line, pid);
    if (askedToEndAfterSeconds !== undefined && line === '▸ watch') void askToEnd(platform, askedToEndAfterSeconds);
  };
}

async function askToEnd({ clock, documents }: GameDayPlatform, afterSeconds: number): Promise<void> {
  await clock.sleep(afterSeconds * 1000);
  const found = await gatherJournal(documents, environment);
  if (found.kind !== 'valid') throw new Error('a game day that is watched has a journal');
  await writeAbortRequest(documents, environment, { gameDay: found.gameDay.id, by: 'robin', at: clock.now().toISOString() });
}

function momentAt({ afterSeconds, ...moment }: GameDayMoment, rate: number): KillMoment {
  return afterSeconds === undefined ? moment : { ...moment, afterMilliseconds: (afterSeconds * 1000) / rate };
}

/** After it a run may have ended before it can be killed. */
export const lastLine = '✔ unlock';

/** Where it ends otherwise than it should, with what it said last. */
function describeEnd({ kind, exitCode, outputs, lines }: BundleEnd, { killAt }: GameDayRun): string {
  if (kind === 'killed') return kind;
  const said = outputs.verdict || 'nothing to do';
  const isExpected = exitCode === 0 && (!killAt || killAt.line === lastLine);
  return isExpected ? said : [said, ...lines.slice(-30)].join('\n');
}
