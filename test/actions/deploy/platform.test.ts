// The platform: planned for whoever approves it, then applied exactly as it was looked at.
import { describe, expect, test } from '@jest/globals';
import { reportOf } from '../../../src/actions/deploy/report.ts';
import type { DeployResult } from '../../../src/actions/deploy/result.ts';
import { runDeploy } from '../../../src/actions/deploy/run.ts';
import { holdKey } from '../../../src/actions/environment/hold-store.ts';
import { failure } from '../../../src/define/failure.ts';
import { deploy, journalOf, run, running } from './support/runs.ts';
import { openStage, type Stage, shaOf } from './support/stage.ts';

async function perform(stage: Stage, command: Parameters<typeof runDeploy>[1]): Promise<DeployResult> {
  const ended = await run(stage, {}, (world) => runDeploy(world, command));
  if (ended.kind === 'died') throw new Error('nobody kills it');
  return ended.value;
}

const plan = (stage: Stage) => perform(stage, { mode: 'plan', commit: shaOf('v2') });
const apply = (stage: Stage, digest: string) => perform(stage, { mode: 'platform', digest });

async function digestOf(stage: Stage): Promise<string> {
  return String(reportOf(await plan(stage), 1).outputs['digest-platform']);
}

function withChanges(...names: readonly string[]): Stage {
  return Object.assign(openStage(), { platform: [...names] });
}

describe('the plan', () => {
  test('tells whether the platform would change, and shows both layers', async () => {
    const { outputs, summary } = reportOf(await plan(withChanges('jobs')), 1);
    expect(outputs).toMatchObject({ status: 'planned', 'platform-changes': true, commit: shaOf('v2') });
    expect(outputs['digest-platform']).toMatch(/^[0-9a-f]{64}$/);
    expect(outputs['digest-service']).toMatch(/^[0-9a-f]{64}$/);
    expect(summary).toContain('platform of staging');
    expect(summary).toContain('service of staging');
  });

  test('tells that it stays as it is', async () => {
    expect(reportOf(await plan(openStage()), 1).outputs).toMatchObject({ 'platform-changes': false });
  });

  test('leaves the service out while there is no platform that it could read', async () => {
    const stage = withChanges('everything');
    stage.before = (command) => {
      if (command === 'plan host') throw failure({ code: 'terraform/plan-failed', what: 'No such parameter.', next: 'Make it.' });
    };
    const { outputs, summary } = reportOf(await plan(stage), 1);
    expect(outputs).toMatchObject({ 'platform-changes': true, 'digest-service': '' });
    expect(summary).toContain('only when its platform has been applied');
  });

  test('fails where the service cannot be planned, and the platform is not why', async () => {
    const stage = openStage();
    stage.before = (command) => {
      if (command === 'plan host') throw failure({ code: 'terraform/plan-failed', what: 'No such parameter.', next: 'Make it.' });
    };
    await expect(plan(stage)).rejects.toMatchObject({ code: 'terraform/plan-failed' });
  });

  test('changes nothing, and takes no lock', async () => {
    const stage = withChanges('jobs');
    const before = [...stage.bucket.keys()];
    await plan(stage);
    expect([...stage.bucket.keys()]).toEqual(before);
  });
});

describe('the platform', () => {
  test('is applied as it was looked at', async () => {
    const stage = withChanges('jobs', 'mail');
    const result = await apply(stage, await digestOf(stage));
    expect(reportOf(result, 1).outputs).toMatchObject({ status: 'deployed', message: 'The platform was applied: 2 changed.' });
    expect(stage.applied).toEqual(['platform jobs', 'platform mail']);
    expect(stage.bucket.has('locks/staging.json')).toBe(false);
  });

  test('that has changed since is not applied', async () => {
    const stage = withChanges('jobs');
    const digest = await digestOf(stage);
    stage.platform.push('somebody-elses');
    await expect(apply(stage, digest)).rejects.toMatchObject({ code: 'deploy/plan-changed' });
    expect(stage.applied).toEqual([]);
    expect(stage.bucket.has('locks/staging.json')).toBe(false);
  });

  test('that is as it should be already is left alone', async () => {
    const stage = openStage();
    expect(reportOf(await apply(stage, await digestOf(stage)), 1).outputs.status).toBe('nothing-to-do');
  });

  test('waits for nobody who holds the environment', async () => {
    const stage = withChanges('jobs');
    const digest = await digestOf(stage);
    stage.bucket.set(holdKey('staging'), { value: {}, version: '1' });
    expect(await apply(stage, digest)).toMatchObject({ kind: 'held', failure: { code: 'deploy/held' } });
  });

  test('changes only when what a run that died has left is at its end', async () => {
    const stage = withChanges('jobs');
    await deploy(stage, 'v2', { dieAt: 'after terraform.apply' });
    await apply(stage, await digestOf(stage));
    expect(stage.applied).toEqual(['v2 host', 'v1 good', 'platform jobs']);
    expect([await running(stage), journalOf(stage).state]).toEqual(['v1 COMPLETED', 'rolled-back']);
  });

  test('that cannot be applied is not gone back from', async () => {
    const stage = withChanges('jobs');
    const digest = await digestOf(stage);
    stage.before = (command) => {
      if (command === 'apply platform') throw failure({ code: 'terraform/apply-failed', what: 'AWS said no.', next: 'Ask it.' });
    };
    await expect(apply(stage, digest)).rejects.toMatchObject({ code: 'terraform/apply-failed' });
    expect(stage.bucket.has('locks/staging.json')).toBe(false);
  });
});
