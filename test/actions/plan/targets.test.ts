// Which stacks are planned, and with which values: both layers of the reference platform, or the one stack of a repository.
import { describe, expect, test } from '@jest/globals';
import { hostPlatform, isolatedPlatform, pathOf, requireDomain } from '../../../src/actions/plan/targets.ts';
import { defaultStacksConfig } from '../../../src/define/stacks-config.ts';
import { synthLayout } from '../../../src/define/synth-layout.ts';

const facts = { pullRequest: 7, environment: 'staging', domain: 'example.org' };

describe('the reference platform', () => {
  test('is told its domain', () => {
    expect(hostPlatform(facts).variables).toEqual({ domain: 'example.org' });
  });

  test('is refused without one, before anything is planned', () => {
    expect(() => requireDomain(defaultStacksConfig, '')).toThrow('domain: required');
    expect(() => requireDomain(defaultStacksConfig, 'example.org')).not.toThrow();
  });
});

describe('one stack alone', () => {
  test('has no variables that we know the values of', () => {
    expect(hostPlatform({ ...facts, layout: 'platform' }).variables).toEqual({});
    expect(isolatedPlatform({ ...facts, layout: 'platform' }).variables).toEqual({});
  });

  test('needs no domain', () => {
    expect(() => requireDomain({ layout: 'platform' }, '')).not.toThrow();
  });

  test('lies where its layout says, and nothing else is expected', () => {
    const paths = synthLayout(7, 'platform').map(({ path }) => path);
    expect(paths).toEqual([pathOf(facts, 'host', 'platform'), pathOf(facts, 'isolated', 'platform')]);
  });
});
