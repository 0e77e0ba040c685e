// From the action's inputs to what the engine is asked to do.
import { describe, expect, test } from '@jest/globals';
import { commandOf } from '../../../src/actions/preview/command.ts';
import { previewContract } from '../../../src/actions/preview/contract.ts';
import { parseInputs } from '../../../src/define/contract.ts';

const image = `app@sha256:${'a'.repeat(64)}`;
const headSha = 'c'.repeat(40);

function command(
  given: Readonly<Record<string, string>>,
  pullRequest: number | undefined = 7,
  own: { readonly layout?: 'platform' } = {},
) {
  const needed = { 'state-bucket': 'states', domain: 'example.org', 'github-token': 'token' };
  const inputs = parseInputs(previewContract, (name) => ({ ...needed, ...given })[name] ?? '');
  return commandOf({ inputs, pullRequest, headSha, why: 'it was closed', folder: '/out', stacks: new Map(), ...own });
}

describe('deploy', () => {
  test('of a shared preview takes the service stack of the pull request, its slot and its digest', () => {
    expect(command({ mode: 'deploy', image, slot: '3', 'digest-service': 'd', reason: 'so' })).toMatchObject({
      mode: 'deploy',
      request: {
        pullRequest: 7,
        headSha,
        shape: 'shared',
        url: 'https://pr-7.example.org',
        service: { folder: '/out/shared/stacks/service-pr-7', variables: { image } },
        expectedDigest: 'd',
        preferredSlot: 3,
      },
    });
  });

  test('says who commanded it, and nobody where an event did', () => {
    expect(command({ mode: 'deploy', image, actor: 'octocat' })).toMatchObject({ request: { actor: 'octocat' } });
    expect(command({ mode: 'deploy', image })).toMatchObject({
      request: expect.not.objectContaining({ actor: expect.anything() }),
    });
  });

  test('of an isolated one takes both layers, and the digest of its platform', () => {
    const given = { mode: 'deploy', image, shape: 'isolated', 'digest-platform': 'p', 'digest-service': 'ignored' };
    expect(command(given)).toMatchObject({
      request: {
        shape: 'isolated',
        platform: { folder: '/out/isolated/stacks/platform', variables: { domain: 'example.org' } },
        service: { folder: '/out/isolated/stacks/service', variables: { image } },
        expectedDigest: 'p',
      },
    });
  });

  test('of one stack alone takes that, without variables, an image or an address', () => {
    const given = { mode: 'deploy', shape: 'isolated', domain: '', 'digest-platform': 'p' };
    const { request } = command(given, 7, { layout: 'platform' }) as { readonly request: object };
    expect(request).toMatchObject({
      shape: 'isolated',
      url: '',
      image: '',
      platform: { folder: '/out/isolated/stacks/platform', variables: {} },
      expectedDigest: 'p',
    });
    expect(request).not.toHaveProperty('service');
  });
});

test.each([
  [{ mode: 'destroy' }, { mode: 'destroy', request: { pullRequest: 7, why: 'it was closed' } }],
  [
    { mode: 'extend', duration: '36h' },
    { mode: 'extend', request: { pullRequest: 7, seconds: 129_600 } },
  ],
  [{ mode: 'status' }, { mode: 'status', pullRequest: 7 }],
  [{ mode: 'reap' }, { mode: 'reap' }],
])('%j', (given, expected) => {
  expect(command(given as Readonly<Record<string, string>>)).toEqual(expected);
});

test.each([
  [{ mode: 'deploy' }, 7, 'image'],
  [{ mode: 'extend' }, 7, 'duration'],
  [{ mode: 'destroy' }, undefined, 'pull-request'],
])('%j of %s is refused for want of %s', (given, pullRequest, name) => {
  const facts = { ...given } as Readonly<Record<string, string>>;
  const run = () => commandOf({ ...factsOf(facts), pullRequest });
  expect(run).toThrow(`- ${name}: required in this mode`);
});

function factsOf(given: Readonly<Record<string, string>>) {
  const needed = { 'state-bucket': 'states', domain: 'example.org', 'github-token': 'token' };
  const inputs = parseInputs(previewContract, (name) => ({ ...needed, ...given })[name] ?? '');
  return { inputs, headSha, why: '', folder: '/out', stacks: new Map<string, unknown>() };
}
