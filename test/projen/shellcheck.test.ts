// The scripts in the generated workflows, as shellcheck reads them.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { describeWith } from '../support/needs.ts';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly { readonly run?: string }[] }>>;
}

const folder = '.github/workflows';

describeWith(['shellcheck'], 'shellcheck', () => {
  const scripts = readdirSync(folder).flatMap((name) => {
    const { jobs } = parse(readFileSync(`${folder}/${name}`, 'utf8')) as Workflow;
    return Object.entries(jobs).flatMap(([job, { steps = [] }]) => {
      return steps.flatMap(({ run }, index) => (run === undefined ? [] : [[`${name} ${job} step ${index + 1}`, run] as const]));
    });
  });

  test.each(scripts)('finds nothing in %s', (_where, script) => {
    // As GitHub runs it: bash -e -o pipefail.
    const { stdout } = spawnSync('shellcheck', ['--shell=bash', '--severity=style', '-'], { input: script, encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});
