// The acts of game days: a platform that holds, runs that die, no data, a planted weakness, and alarms that ring before it begins.
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GameDay, Verdict } from '../../actions/game-day/game-day.ts';
import { placeTasks } from '../emulator/simulation.ts';
import { maintainer } from '../pull-requests/stage.ts';
import type { WorkflowRun } from '../workflows/records.ts';
import { act, expectNoFault, type Operation, unexpected, until, whatJobsSaid } from './operation.ts';
import { countByZone, environment, mainServiceOf } from './platform.ts';
import type { Row } from './table.ts';

export const gameDayWorkflow = 'game-day.yml';
export const gameDayColumns = ['detect', 'abort', 'stop', 'recover'] as const;

/** What staging runs before anybody deploys to it. */
const firstImage = `sha256:${'1'.repeat(64)}`;
const zone = 'eu-west-2a';
/** The windows of the hypothesis, and how late CloudWatch is: after a silence, that long until a game day may begin. */
const untilFreshMs = 10 * 60_000;

export async function healthy(operation: Operation): Promise<Row> {
  return playAct(operation, 'healthy', 'Lose a zone of a healthy platform', async () => {
    const gameDay = await play(operation, { mode: 'run', drill: 'az-failure', zone: 'a' });
    return expectVerdict(operation, gameDay, ['pass']);
  });
}

export async function runnerDies(operation: Operation): Promise<Row> {
  return playAct(operation, 'killed', 'Kill the runner in the middle, and let the next run finish', async () => {
    const { stage } = operation;
    start(operation, { mode: 'run', drill: 'az-failure', zone: 'a' });
    await until(operation, 'no zone was cut off', 60, async () => (await operation.networks.fisAcls(operation.vpcId)).length > 0);
    stage.runner.killRun(stage.runner.runs().at(-1)?.id ?? 0);
    await stage.settled();
    const acls = await operation.networks.fisAcls(operation.vpcId);
    if (acls.length === 0) throw unexpected('the dead run left no fault, so finishing it shows nothing', []);
    const gameDay = await play(operation, { mode: 'resume', drill: 'az-failure', zone: 'a' });
    return expectVerdict(operation, gameDay, ['aborted']);
  });
}

export async function noData(operation: Operation): Promise<Row> {
  return playAct(operation, 'no-data', 'Lose a zone while nothing is measured', async () => {
    operation.traffic.silence(true);
    try {
      const gameDay = await play(operation, { mode: 'run', drill: 'az-failure', zone: 'a' });
      return expectVerdict(operation, gameDay, ['inconclusive']);
    } finally {
      operation.traffic.silence(false);
      await operation.pace.clock.sleep(untilFreshMs);
    }
  });
}

export async function weakness(operation: Operation): Promise<Row> {
  return playAct(operation, 'weakness', 'Lose the zone that all tasks are in', async () => {
    await placeTasks(operation.client.endpoint, { service: mainServiceOf.service, zones: [zone] });
    await until(operation, 'tasks are elsewhere', 20, async () => Object.keys(await tasksByZone(operation)).join() === zone);
    start(operation, { mode: 'run', drill: 'az-failure', zone: 'a' });
    // The preflight's look at the targets is an experiment, too, which cuts nothing off.
    const { experiments, networks, vpcId } = operation;
    await until(operation, 'no zone was cut off', 60, async () => (await networks.fisAcls(vpcId)).length > 0);
    await until(operation, 'the experiment still runs', 30, async () => (await experiments.active()).length === 0);
    // Whoever is on call does what the finding asks for.
    await placeTasks(operation.client.endpoint, { service: mainServiceOf.service, zones: [] });
    const [run] = await operation.stage.settled();
    const gameDay = await readGameDay(operation, run);
    expectVerdict(operation, gameDay, ['fail']);
    if (!gameDay.findings.some((finding) => finding.includes(`were in ${zone}`))) {
      throw unexpected(`no finding says that all tasks were in ${zone}`, gameDay.findings);
    }
    return gameDay;
  });
}

export async function firing(operation: Operation): Promise<Row> {
  return playAct(operation, 'firing', 'Start while an alarm rings', async () => {
    operation.badImages.add(firstImage);
    await until(operation, 'no alarm rings', 30, async () => {
      const all = await operation.alarms.withPrefix(`assess-${environment}-`);
      return all.some(({ name, state }) => name.endsWith('targets-5xx-rate') && state === 'ALARM');
    });
    const gameDay = await play(operation, { mode: 'run', drill: 'task-loss', zone: '' });
    operation.badImages.delete(firstImage);
    return expectVerdict(operation, gameDay, ['refused']);
  });
}

async function playAct(operation: Operation, step: string, title: string, body: () => Promise<GameDay>): Promise<Row> {
  let row: Row | undefined;
  await act(operation, step, title, async () => {
    const { verdict = 'inconclusive', because = '', times } = await body();
    await expectNoFault(operation);
    await keepReport(operation, step);
    const { detectSeconds: detect, abortSeconds: abort, stopSeconds: stop, recoverSeconds: recover } = times;
    row = { act: title, verdict: verdict.toUpperCase(), seconds: { detect, abort, stop, recover }, because };
    return `${verdict.toUpperCase()}: ${because}`;
  });
  if (row === undefined) throw new Error('an act that ended well has a row');
  return row;
}

/** What the job has left as an artifact. */
async function keepReport({ stage: { runner }, reportFolder }: Operation, step: string): Promise<void> {
  const folder = runner.artifactFolder(runner.runs().at(-1)?.id ?? 0, 'game-day');
  const [file] = await readdir(folder);
  if (file === undefined) throw unexpected('the game day has left no report', []);
  await mkdir(reportFolder, { recursive: true });
  await copyFile(join(folder, file), join(reportFolder, `game-day-${step}.html`));
}

interface Dispatch {
  readonly mode: string;
  readonly drill: string;
  readonly zone: string;
}

function start({ stage: { github } }: Operation, inputs: Dispatch): void {
  const workflowPath = `.github/workflows/${gameDayWorkflow}`;
  github.dispatchWorkflow({ by: maintainer, workflowPath, inputs: { ...inputs, environment } });
}

/** Waits until it has ended. @returns its journal */
async function play(operation: Operation, inputs: Dispatch): Promise<GameDay> {
  start(operation, inputs);
  const [run] = await operation.stage.settled();
  return readGameDay(operation, run);
}

async function readGameDay(operation: Operation, run: WorkflowRun | undefined): Promise<GameDay> {
  const found = await operation.documents.read(`runs/game-days/${environment}.json`);
  const gameDay = found?.value as GameDay | undefined;
  if (gameDay?.phase === 'ended') return gameDay;
  throw unexpected(
    `the game day has not ended: ${gameDay?.phase ?? 'there is none'}, and its run ${run?.conclusion ?? 'is none'}`,
    whatJobsSaid(operation, run ? [run] : []),
  );
}

function expectVerdict(operation: Operation, gameDay: GameDay, wanted: readonly Verdict[]): GameDay {
  const { verdict = 'inconclusive', because = '' } = gameDay;
  if (wanted.includes(verdict)) return gameDay;
  throw unexpected(`the verdict is ${verdict.toUpperCase()} (${because}), not ${wanted.join(' or ')}`, [
    ...gameDay.findings,
    '',
    ...whatJobsSaid(operation, operation.stage.runner.runs().slice(-1)),
  ]);
}

async function tasksByZone({ services }: Operation): Promise<Readonly<Record<string, number>>> {
  const tasks = await services.tasks(mainServiceOf);
  return countByZone(tasks.filter(({ status }) => status === 'RUNNING'));
}
