// stop-all-experiments: the lever, every experiment, and what they leave; undone only where this run did it.
import { describe, expect, test } from '@jest/globals';
import { stopAllExperiments } from '../../src/runbooks/stop-all-experiments.ts';
import { memoryExperiments } from '../support/fake-experiments.ts';
import { memoryNetworks } from '../support/fake-networks.ts';
import { manualClock } from '../support/manual-clock.ts';
import { denied } from '../support/troubles.ts';
import { planOf, play, playAndUndo } from './support/play.ts';

const vpc = { arn: 'arn:aws:ec2:eu-west-2:123456789012:vpc/vpc-0a1b', tags: { Environment: 'staging', Layer: 'platform' } };

function stage({ stopSeconds = 30 }: { readonly stopSeconds?: number } = {}) {
  const clock = manualClock();
  const experiments = memoryExperiments(clock, {
    templates: [{ id: 'EXT1', actions: { fence: { actionId: 'aws:network:disrupt-connectivity', durationSeconds: 600 } } }],
    stopSeconds,
  });
  const networks = memoryNetworks({ vpcId: 'vpc-0a1b', zones: { 'subnet-a': 'eu-west-2a' } });
  const ports = { experiments, networks, taggedResources: { find: async () => [vpc] } };
  const start = async (token: string) => {
    const tags = { Environment: 'staging', Drill: 'az-failure' };
    const { id } = await experiments.start({ templateId: 'EXT1', clientToken: token, isPreview: false, tags });
    clock.advance(5);
    return id;
  };
  return { clock, experiments, networks, ports, start };
}

test('plans the lever and every experiment, and touches none', async () => {
  const world = stage();
  const id = await world.start('one');
  const { steps } = await planOf(stopAllExperiments, world);
  expect(steps.map(({ outcome }) => (outcome.kind === 'change' ? outcome.changes : outcome.kind))).toEqual([
    [expect.objectContaining({ what: 'safety lever of FIS', from: 'disengaged' })],
    [{ what: `experiment ${id} (staging, az-failure)`, from: 'running', to: 'stopped' }],
  ]);
  expect(await world.experiments.safetyLever()).toBe('disengaged');
  expect((await world.experiments.active()).map(({ status }) => status)).toEqual(['running']);
});

test('engages the lever, and waits until nothing is active', async () => {
  const world = stage();
  await world.start('one');
  await world.start('another');
  const { journal } = await play(stopAllExperiments, world);
  expect(journal?.state).toBe('done');
  expect(await world.experiments.safetyLever()).toBe('engaged');
  expect(world.experiments.all().map(({ status }) => status)).toEqual(['stopped', 'stopped']);
});

test('engages the lever also where nothing runs: nothing is to begin', async () => {
  const world = stage();
  const { journal } = await play(stopAllExperiments, world);
  expect(journal?.state).toBe('done');
  const id = await world.start('too late');
  expect(await world.experiments.get(id)).toMatchObject({ status: 'cancelled' });
});

test('tells what they left, and leaves it to the game day', async () => {
  const world = stage();
  const acl = world.networks.fence('eu-west-2a');
  await world.start('one');
  const { log } = await play(stopAllExperiments, world);
  expect(log.join('\n')).toContain(
    `${acl}, a network ACL of FIS, is left on subnet-a in eu-west-2a. Let the game day put it right: \`/game-day abort\`.`,
  );
  expect(world.networks.fencedZones()).toEqual(['eu-west-2a']);
});

test('is done also where nobody may look for what they left', async () => {
  const world = stage();
  await world.start('one');
  const ports = { ...world.ports, taggedResources: { find: () => Promise.reject(denied()) } };
  const { journal, log } = await play(stopAllExperiments, { ...world, ports });
  expect(journal?.state).toBe('done');
  expect(log.join('\n')).toContain('Could not look for what they left: Could not ask AWS: AWS denied it.');
});

test('stops each experiment also where there is no lever', async () => {
  const world = stage();
  world.experiments.setLever('unknown');
  await world.start('one');
  const { journal } = await play(stopAllExperiments, world);
  expect(journal?.state).toBe('done');
  expect(await world.experiments.active()).toEqual([]);
});

describe('undone,', () => {
  test('the lever that it has engaged is disengaged, and nothing goes on', async () => {
    const world = stage();
    await world.start('one');
    await playAndUndo(stopAllExperiments, world);
    expect(await world.experiments.safetyLever()).toBe('disengaged');
    expect(await world.experiments.active()).toEqual([]);
  });

  test('a lever that somebody else has engaged stays engaged', async () => {
    const world = stage();
    await world.start('one');
    world.experiments.setLever('engaged');
    await playAndUndo(stopAllExperiments, world);
    expect(await world.experiments.safetyLever()).toBe('engaged');
    expect(world.experiments.calls.map(({ method }) => method)).not.toContain('disengageSafetyLever');
  });

  test('the lever stays engaged while an experiment does not end, and somebody is told', async () => {
    const world = stage({ stopSeconds: 3600 });
    await world.start('one');
    const { journal, pager } = await play(stopAllExperiments, world);
    expect(journal?.state).toBe('stuck');
    expect(await world.experiments.safetyLever()).toBe('engaged');
    expect(pager.pages).toHaveLength(1);
  });

  test('one that may not be stopped keeps neither the lever from being engaged nor the others from their end', async () => {
    const world = stage({ stopSeconds: 3600 });
    await world.start('one');
    await world.start('another');
    world.experiments.failNext('stop', denied());
    const { journal } = await play(stopAllExperiments, world);
    expect(journal?.state).toBe('stuck');
    expect(world.experiments.calls.filter(({ method }) => method === 'stop')).toHaveLength(2);
    expect(await world.experiments.safetyLever()).toBe('engaged');
  });
});

test('has nothing to do where the lever is engaged and nothing runs', async () => {
  const world = stage();
  world.experiments.setLever('engaged');
  const { result } = await play(stopAllExperiments, world);
  expect(result).toMatchObject({ kind: 'not-begun', status: 'nothing-to-do' });
});
