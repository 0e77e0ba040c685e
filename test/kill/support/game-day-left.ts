// Looks at what a game day that was cut short has left of itself, and whether the platform is as it was before.
import { setTimeout as wait } from 'node:timers/promises';
import { gatherHistory } from '../../../src/actions/game-day/history.ts';
import { gatherJournal } from '../../../src/actions/game-day/journal.ts';
import { issueMarker } from '../../../src/actions/game-day/keys.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import { countByZone, environment, mainServiceOf } from '../../../src/rehearsal/operations/platform.ts';
import { prefixOf } from '../../../src/stacks/names.ts';
import type { GameDayPlatform } from './game-day-platform.ts';

/** What was there before anybody played. */
export interface Good {
  readonly taskDefinition: string;
  readonly writer: string;
  /** Where that is: a zone whose loss moves it. */
  readonly zone: string;
}

/** What is played. */
export const drill = 'az-failure';
const database = prefixOf(environment);

export async function gatherGood({ services, databases }: GameDayPlatform): Promise<Good> {
  const [state, cluster] = await Promise.all([services.describe(mainServiceOf), databases.describe(database)]);
  const writer = cluster?.members.find(({ isWriter }) => isWriter);
  if (!state || !writer) throw new Error('there is no service, or no database');
  return { taskDefinition: state.taskDefinition, writer: writer.id, zone: writer.zone };
}

export interface Latest {
  /** Nothing before the first. */
  readonly id: string | undefined;
  readonly verdict: string;
}

/** What the history of the drill begins with. */
export async function gatherLatest({ documents }: GameDayPlatform): Promise<Latest> {
  const [latest] = await gatherHistory(documents, environment, drill);
  return { id: latest?.id, verdict: latest?.verdict ?? 'none' };
}

/** What nobody but the engine puts right: it has to be so at once. */
export async function gatherLeft(platform: GameDayPlatform): Promise<readonly string[]> {
  const { experiments, networks, zonalShifts, documents, vpcId } = platform;
  const [active, acls, shifts, locks, ofGameDays, found] = await Promise.all([
    experiments.active(),
    networks.fisAcls(vpcId),
    zonalShifts.active(),
    documents.list('locks/'),
    documents.list('runs/game-days/'),
    gatherJournal(documents, environment),
  ]);
  return [
    ...active.map(({ id, status }) => `experiment ${id}: ${status}`),
    ...acls.map(({ aclId }) => `network ACL ${aclId} of FIS`),
    ...shifts.map(({ id, awayFrom }) => `zonal shift ${id} away from ${awayFrom}`),
    ...locks,
    ...ofGameDays.filter((key) => key.endsWith('.abort.json')),
    ...(found.kind === 'valid' && found.gameDay.phase !== 'ended' ? [`the journal stands at ${found.gameDay.phase}`] : []),
    ...(found.kind === 'corrupt' ? found.problems : []),
  ];
}

/** Whoever has finished it has told so in the same issue. */
export function wrongIssues({ machine }: GameDayPlatform, { id, verdict }: Latest): readonly string[] {
  const all = [...machine.github.state.issues.values()];
  const titles = all.filter(({ body }) => body?.includes(issueMarker(id ?? ''))).map(({ title }) => title);
  const isTold = titles.length === 1 && titles[0]?.includes(verdict.toUpperCase());
  return isTold ? [] : [`${titles.length} issues tell of it: ${titles.join('; ')}`];
}

const pollMs = 250;

/** So long ECS may move tasks, and alarms look back, in the time of the drill. */
const patienceMinutes = 30;

/** @returns what is still not as it was */
export async function waitUntilWell(platform: GameDayPlatform, good: Good): Promise<readonly string[]> {
  const { clock } = platform;
  const endMs = clock.now().getTime() + patienceMinutes * 60_000;
  for (;;) {
    const unwell = await gatherUnwell(platform, good);
    if (unwell.length === 0 || clock.now().getTime() > endMs) return unwell;
    await wait(pollMs);
  }
}

async function gatherUnwell(platform: GameDayPlatform, good: Good): Promise<readonly string[]> {
  const { services, databases, caches, alarms, minutesBehind } = platform;
  const [state, tasks, cluster, cache, watched] = await Promise.all([
    services.describe(mainServiceOf),
    services.tasks(mainServiceOf),
    databases.describe(database),
    caches.describe(database),
    alarms.read(aborting),
  ]);
  const counts = Object.values(countByZone(tasks.filter(({ status }) => status === 'RUNNING')));
  const isBalanced = counts.length === 3 && Math.max(...counts) - Math.min(...counts) <= 1;
  const writer = cluster?.members.find(({ isWriter }) => isWriter)?.id;
  const others = tasks.filter(({ taskDefinition }) => taskDefinition !== good.taskDefinition);
  return [
    ...(state?.deployments.length === 1 && state.deployments[0]?.rollout === 'COMPLETED' ? [] : ['the service rolls out']),
    ...(state?.taskDefinition === good.taskDefinition && others.length === 0 ? [] : [`${state?.taskDefinition} runs`]),
    ...(state?.running === state?.desired && isBalanced ? [] : [`tasks by zone: ${counts.join(', ')}`]),
    ...(writer === good.writer && cluster?.status === 'available' ? [] : [`${writer} writes, the cluster is ${cluster?.status}`]),
    ...(cache?.status === 'available' ? [] : [`the cache is ${cache?.status}`]),
    ...(minutesBehind() <= mostMinutesBehind ? [] : [`what users get is told ${minutesBehind()} minutes late`]),
    ...aborting
      .filter((name) => !watched.some((one) => one.name === name && one.state === 'OK'))
      .map((name) => `${name} is not OK`),
  ];
}

/** Later, a drill would be refused for want of data. */
const mostMinutesBehind = 1;

const aborting = catalogue.kpis
  .filter(({ aborts }) => aborts.includes('game-day'))
  .map(({ id, layer }) => `${layer === 'service' ? mainServiceOf.service : prefixOf(environment)}-${id}`);
