// Holds the deploy of a shared preview, on an emulated platform, against the Terraform commands that it consists of.
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { type Jobs, openJobs } from '../../test/kill/support/shared-preview.ts';
import { openStage, type Stage } from '../../test/kill/support/stage.ts';
import { type Outcome, tell } from '../outcomes.ts';
import { type TimedCommand, type TimedTerraform, timeTerraform } from './timed-terraform.ts';

const runs = 3;
const bounds = { overhead: 0.15, seconds: 30 } as const;

interface Measured {
  /** From the start of the action's process to its end. */
  readonly seconds: number;
  readonly commands: readonly TimedCommand[];
}

export async function benchPreview(): Promise<readonly Outcome[]> {
  const stage = await openStage({ env: process.env, logFolder: tmpdir(), checkout: resolve('.') });
  try {
    const terraform = await timeTerraform(stage.world.binary.path, stage.world.folder);
    const jobs = openJobs(stage);
    const measured: Measured[] = [];
    for (let run = 0; run < runs; run += 1) measured.push(await deployOnce(stage, jobs, terraform));
    return report(measured);
  } finally {
    await stage.close();
  }
}

/** Each for a pull request of its own; its preview is gone again before the next one comes. */
async function deployOnce(stage: Stage, jobs: Jobs, terraform: TimedTerraform): Promise<Measured> {
  const pullRequest = stage.propose();
  const { outputs, seconds, lines } = await jobs.deploy(pullRequest, { environment: { OPSDECK_TERRAFORM: terraform.path } });
  if (outputs.status !== 'live') throw new Error(['The deploy failed:', ...lines.slice(-20)].join('\n'));
  const commands = await terraform.take();
  pullRequest.close();
  await jobs.destroy(pullRequest);
  return { seconds, commands };
}

function report(measured: readonly Measured[]): readonly Outcome[] {
  const seconds = median(measured.map((one) => one.seconds));
  const overhead = median(measured.map(overheadOf));
  const names = [...new Set(measured.flatMap(({ commands }) => commands.map(({ command }) => command)))];
  const rows = [
    ...names.map((name) =>
      row(
        `terraform ${name}`,
        measured.map((one) => secondsOf(one, name)),
      ),
    ),
    row(
      'all of them',
      measured.map((one) => secondsOf(one)),
    ),
    row(
      'the deploy, start to exit',
      measured.map((one) => one.seconds),
    ),
    row(
      'what the action adds',
      measured.map((one) => one.seconds - secondsOf(one)),
    ),
  ];
  const outcomes = [
    { what: 'beyond what Terraform takes', measured: 100 * overhead, most: 100 * bounds.overhead, unit: ' %', digits: 1 },
    { what: 'a shared preview is up', measured: seconds, most: bounds.seconds, unit: ' s', digits: 1 },
  ];
  const title = `A shared preview's deploy, in seconds: median and each of ${measured.length} runs`;
  return tell([title, '', ...rows], outcomes);
}

function overheadOf(one: Measured): number {
  return one.seconds / secondsOf(one) - 1;
}

/** @param name of one kind of command; all of them when left out */
function secondsOf({ commands }: Measured, name?: string): number {
  const wanted = commands.filter(({ command }) => name === undefined || command === name);
  return wanted.reduce((sum, { seconds }) => sum + seconds, 0);
}

function row(name: string, values: readonly number[]): string {
  const texts = [median(values), ...values].map((value) => value.toFixed(2).padStart(8));
  return `${name.padEnd(28)}${texts.join('')}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
