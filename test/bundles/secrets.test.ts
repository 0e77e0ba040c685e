// Secrets that stand in what Terraform says of a pull request: none of them leaves the job, in whole or in part.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { findParts } from './support/parts.ts';
import type { Ended } from './support/runner.ts';
import { openScene, type Scene } from './support/scene.ts';
import { answersWithSecrets, failingWithSecrets, planted, saidInErrors } from './support/secrets.ts';

function secretsIn(text: string): readonly string[] {
  return findParts(planted, text);
}

describe(`${planted.length} secrets in what Terraform says of the stacks of a pull request`, () => {
  let scene: Scene;
  let ended: Ended;
  beforeAll(async () => {
    scene = await openScene({ answers: answersWithSecrets });
    ended = await scene.plan();
  });

  test('are planned and shown: nothing that they stand in is left out', () => {
    expect(secretsIn(JSON.stringify(answersWithSecrets))).toEqual(planted);
    expect([ended.exitCode, ended.outputs.shape]).toEqual([0, 'shared']);
    expect(scene.slots().verdict).toContain('**Plan: 2 to add, 3 to change, 1 to replace, 1 to destroy** · 3 stacks');
    expect(ended.summary).not.toMatch(/omitted|more lines/);
  });

  test.each<[string, () => unknown]>([
    ['in any version of the comment', () => [...scene.github.state.comments.values()]],
    ['in the check of the commit', () => [...scene.github.state.checkRuns.values()]],
    ['in anything else that GitHub was sent', () => scene.github.journal],
    ['in the summary of the run', () => ended.summary],
    ['in the log', () => ended.log],
    ['in the outputs', () => ended.outputs],
  ])('are not %s', (_place, look) => {
    const text = JSON.stringify(look());
    expect(text.length).toBeGreaterThan(100);
    expect(secretsIn(text)).toEqual([]);
    expect(findParts([ended.token], text)).toEqual([]);
  });

  test('stay in no file of the job, but for the plans that Terraform saved', () => {
    const files = readdirSync(scene.jobs, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const found = files.filter((file) => secretsIn(readFileSync(file, 'utf8')).length > 0);
    expect(found.map((file) => file.replace(/.*\/cdktf\.out\//, '')).sort()).toEqual([
      'host/stacks/platform/opsdeck.tfplan',
      'host/stacks/service/opsdeck.tfplan',
      'shared/stacks/service-pr-1/opsdeck.tfplan',
    ]);
  });

  test('and Terraform, for its part, is told neither the token of the job nor its inputs', () => {
    const environment = scene.terraform.environment();
    expect(environment).toContain('AWS_REGION=eu-west-2');
    expect(
      environment.filter((variable) => variable.includes(ended.token) || /^(INPUT_|GITHUB_|RUNNER_)/.test(variable)),
    ).toEqual([]);
  });
});

describe(`${saidInErrors.length} secrets in the words with which Terraform fails`, () => {
  let scene: Scene;
  let ended: Ended;
  beforeAll(async () => {
    scene = await openScene({ answers: failingWithSecrets });
    ended = await scene.plan({ inputs: { previews: 'never' } });
  });

  test('are said, and the rest of these words is told', () => {
    expect(findParts(saidInErrors, JSON.stringify(failingWithSecrets))).toEqual(saidInErrors);
    expect([ended.exitCode, scene.checks()]).toEqual([1, ['failure: The plan failed']]);
    expect(scene.slots().verdict).toContain('terraform plan failed: cannot connect to amqps');
    expect(ended.log).toContain('  sent {"username": "app", "password": ');
  });

  test.each<[string, () => unknown]>([
    ['in the comment', () => scene.comments()],
    ['in the check of the commit', () => [...scene.github.state.checkRuns.values()]],
    ['in the log', () => ended.log],
  ])('are not %s', (_place, look) => {
    expect(findParts(saidInErrors, JSON.stringify(look()))).toEqual([]);
  });
});
