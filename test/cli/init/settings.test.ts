// What `opsdeck init` is given, and what it decides from what there is.
import { describe, expect, test } from '@jest/globals';
import { confirming } from '../../../src/cli/init/ask.ts';
import { decidePlace } from '../../../src/cli/init/decide-place.ts';
import { readInitSettings } from '../../../src/cli/init/settings.ts';

describe('settings', () => {
  test('from options and the environment', () => {
    const options = { repository: 'acme/platform', environments: 'staging, production', reviewers: 'ada,max' };
    expect(readInitSettings(options, { AWS_REGION: 'eu-west-2', GITHUB_TOKEN: 't' })).toEqual({
      region: 'eu-west-2',
      repository: 'acme/platform',
      environments: ['staging', 'production'],
      reviewers: ['ada', 'max'],
      gitHub: { token: 't', apiUrl: 'https://api.github.com' },
    });
  });

  test('are refused with every problem at once', () => {
    const options = { account: '1', region: 'us-gov-west-1', environments: 'Staging', reviewers: 'a b' };
    expect(() => readInitSettings(options, {})).toThrow(
      '"1" is no account: twelve digits; us-gov-west-1 is none of the regions that the stacks know; "Staging" is no environment; "a b" is no login.',
    );
  });
});

describe('where the state of the bootstrap stack is', () => {
  test.each([
    [
      'nowhere yet',
      { isBegun: false, localResources: 0, bucketExists: false, isInBucket: false },
      { kind: 'here', isBegun: false },
    ],
    [
      'here, of a run that died while it applied',
      { isBegun: false, localResources: 3, bucketExists: false, isInBucket: false },
      { kind: 'here', isBegun: true },
    ],
    [
      'here, of one that died before it moved it',
      { isBegun: false, localResources: 34, bucketExists: true, isInBucket: false },
      { kind: 'here', isBegun: true },
    ],
    [
      'here, of a run that died before it wrote anything down',
      { isBegun: true, localResources: 0, bucketExists: true, isInBucket: false },
      { kind: 'here', isBegun: true },
    ],
    ['in the bucket', { isBegun: false, localResources: 0, bucketExists: true, isInBucket: true }, { kind: 'bucket' }],
    [
      'in the bucket, and a copy here',
      { isBegun: false, localResources: 34, bucketExists: true, isInBucket: true },
      { kind: 'bucket' },
    ],
    ['nobody knows', { isBegun: false, localResources: 0, bucketExists: true, isInBucket: false }, { kind: 'lost' }],
  ])('%s', (_where, facts, place) => expect(decidePlace(facts)).toEqual(place));
});

describe('a yes', () => {
  const asking = { isInteractive: false, isSure: false, isDry: false };
  test.each([
    ['is given ahead', { ...asking, isSure: true }, true],
    ['is never given to a dry run', { ...asking, isSure: true, isDry: true }, false],
  ])('%s', async (_what, given, answer) => expect(await confirming(given)('Apply?')).toBe(answer));

  test('is missing where nobody sits', async () => {
    await expect(confirming(asking)('Apply?')).rejects.toMatchObject({ code: 'init/not-confirmed' });
  });
});
