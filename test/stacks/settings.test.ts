import { describe, expect, test } from '@jest/globals';
import { isFailure } from '../../src/define/failure.ts';
import { profiles } from '../../src/stacks/profiles.ts';
import { regions } from '../../src/stacks/regions.ts';
import { parseSettings, type RawSettings, stacksOf } from '../../src/stacks/settings.ts';

const good: RawSettings = { profile: 'staging', region: 'eu-west-2' };

function problemsOf(raw: RawSettings): string {
  try {
    parseSettings(raw);
  } catch (error) {
    if (isFailure(error) && error.code === 'settings/invalid') return error.message;
    throw error;
  }
  return 'none';
}

describe('what is left out', () => {
  test.each([
    ['production', 'production'],
    ['staging', 'staging'],
    ['preview', 'pr-1'],
  ])('the environment of %s is %s, and its service is app', (profile, environment) => {
    expect(parseSettings({ ...good, profile })).toMatchObject({ environment, service: 'app' });
  });

  test('what is given stays', () => {
    const given = { ...good, environment: 'pr-7', service: 'pr-8', repository: 'acme/assessments' };
    expect(parseSettings(given)).toEqual(given);
  });
});

describe('what describes no stack', () => {
  test.each<[problem: string, raw: Partial<RawSettings>]>([
    ['profile: expected one of production, staging, preview; got "prod"', { profile: 'prod' }],
    ['region: expected one of ', { region: 'us-east-1' }],
    ['environment: expected 2 to 12 lower-case letters, digits and hyphens; got "Production"', { environment: 'Production' }],
    ['environment: expected 2 to 12 lower-case letters, digits and hyphens; got "a"', { environment: 'a' }],
    ['environment: expected 2 to 12', { environment: 'thirteen-char' }],
    ['environment: expected 2 to 12', { environment: '7-eleven' }],
    ['environment: expected 2 to 12', { environment: 'staging-' }],
    ['environment: expected 2 to 12', { environment: 'a;rm -rf' }],
    ['service: expected 2 to 10 lower-case letters, digits and hyphens; got "eleven-char"', { service: 'eleven-char' }],
    ['repository: expected owner/name; got "acme"', { repository: 'acme' }],
    ['repository: expected owner/name', { repository: 'acme/assessments:environment:deploy' }],
    ['repository: expected owner/name', { repository: 'acme/*' }],
  ])('%s', (problem, raw) => {
    expect(problemsOf({ ...good, ...raw })).toContain(`- ${problem}`);
  });

  test('every problem is told at once, with the next step', () => {
    expect(
      problemsOf({ profile: 'x', region: 'y', environment: 'Z', service: '', repository: '' }).replace(regions.join(', '), '...'),
    ).toMatchInlineSnapshot(`
      "These settings describe no stack:
      - profile: expected one of production, staging, preview; got "x"
      - region: expected one of ...; got "y"
      - environment: expected 2 to 12 lower-case letters, digits and hyphens; got "Z"
      - service: expected 2 to 10 lower-case letters, digits and hyphens; got ""
      - repository: expected owner/name; got """
    `);
  });
});

test('an account has a bootstrap stack, and each environment in it two layers', () => {
  const settings = parseSettings({ ...good, service: 'pr-7', repository: 'acme/assessments' });
  expect(stacksOf(settings)).toEqual([
    { kind: 'bootstrap', region: 'eu-west-2', repository: 'acme/assessments' },
    { kind: 'platform', environment: 'staging', region: 'eu-west-2', profile: profiles.staging },
    { kind: 'service', service: 'pr-7', environment: 'staging', region: 'eu-west-2', profile: profiles.staging },
  ]);
});

test.each([
  [{ environment: 'previews' }, '"previews" is a folder of the state bucket'],
  [{ environment: 'locks' }, '"locks" is a folder of the state bucket'],
  [{ environment: 'corp-pr-eu' }, '"corp-pr-eu" looks like a preview without being one'],
  [{ service: 'pr-x' }, '"pr-x" looks like a preview without being one'],
])('%j is refused, because roles and states would mix', (names, problem) => {
  expect(() => parseSettings({ profile: 'production', region: 'eu-west-2', ...names })).toThrow(problem);
});
