// `opsdeck gate` as a person runs it: on what `opsdeck synth` wrote, and on what somebody put there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { profiles } from '../../src/stacks/profiles.ts';
import { synthesize } from '../../src/stacks/synth.ts';

jest.setTimeout(60_000);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsdeck-gate-'));
  const profile = profiles.preview;
  synthesize(join(folder, 'all'), [
    { kind: 'bootstrap', region: 'eu-west-2', repository: 'acme/assessments' },
    { kind: 'service', service: 'pr-7', environment: 'staging', region: 'eu-west-2', profile },
  ]);
  for (const copy of ['guest', 'hostile', 'pull/shared']) cpSync(join(folder, 'all'), join(folder, copy), { recursive: true });
  for (const copy of ['guest', 'hostile', 'pull/shared']) rmSync(join(folder, copy, 'stacks', 'bootstrap'), { recursive: true });
  writeFileSync(join(folder, 'hostile', 'stacks', 'service-pr-7', 'main.tf'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function gate(name: string, ...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/opsdeck.js', 'gate', join(folder, name), ...options], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
  });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

const guest = ['--environment', 'staging', '--service', 'pr-7'];

test('accepts what was synthesized', () => {
  expect(gate('guest', ...guest)).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^✔ stacks\/service-pr-7: accepted, \d+ resources$/),
    stderr: '',
  });
});

test('finds the stacks of a pull request', () => {
  expect(gate('pull', '--environment', 'staging', '--pull-request', '7')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^✔ shared\/stacks\/service-pr-7: accepted, \d+ resources$/),
  });
});

test('refuses what somebody put there', () => {
  const { status, stdout } = gate('hostile', ...guest);
  expect({ status, lines: stdout.split('\n').slice(0, 3) }).toEqual({
    status: 1,
    lines: [
      '✖ stacks/service-pr-7: 1 refusal',
      '  files/unexpected  service-pr-7',
      '    Only cdk.tf.json may lie in a stack: "main.tf" lies there.',
    ],
  });
});

test('leaves the bootstrap stack out only when told to', () => {
  expect(gate('all', ...guest).status).toBe(1);
  expect(gate('all', ...guest, '--leave-out-bootstrap')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('- stacks/bootstrap: left out; not judged, not to be planned'),
  });
});

test('answers in JSON', () => {
  const { stdout } = gate('guest', ...guest, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ stacks: [{ folder: 'stacks/service-pr-7', verdict: { kind: 'accepted' } }] });
});

describe('says what is missing', () => {
  test.each([
    ['nowhere', [], 1, 'files/no-folder'],
    ['guest', ['--pull-request', 'x'], 2, 'settings/invalid'],
  ])('%s %j', (name, options, status, failureCode) => {
    expect(gate(name, ...options)).toMatchObject({ status, stderr: expect.stringContaining(`(${failureCode})`) });
  });

  test('a folder with nothing in it', () => {
    rmSync(join(folder, 'pull', 'shared'), { recursive: true, force: true });
    expect(gate('pull', ...guest)).toMatchObject({ status: 1, stderr: expect.stringContaining('(gate/nothing-there)') });
  });
});
