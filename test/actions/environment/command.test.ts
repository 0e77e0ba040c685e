// From the action's inputs to what is asked of the environment.
import { describe, expect, test } from '@jest/globals';
import { commandOf } from '../../../src/actions/environment/command.ts';
import { environmentContract } from '../../../src/actions/environment/contract.ts';
import { parseInputs } from '../../../src/define/contract.ts';

function command(given: Readonly<Record<string, string>>) {
  const needed = { 'state-bucket': 'states' };
  return commandOf(parseInputs(environmentContract, (name) => ({ ...needed, ...given })[name] ?? ''));
}

const url = 'https://github.com/acme/app/pull/7#issuecomment-2';
const locking = { mode: 'lock', actor: 'octocat', reason: 'we measure', 'pull-request': '7', 'comment-url': url };

test.each([
  [
    locking,
    {
      mode: 'lock',
      environment: 'staging',
      request: { by: 'octocat', reason: 'we measure', seconds: 28_800, pullRequest: 7, commentUrl: url },
    },
  ],
  [
    { ...locking, environment: 'production', for: '7d' },
    { mode: 'lock', environment: 'production', request: { seconds: 604_800 } },
  ],
  [
    { mode: 'unlock', actor: 'octocat' },
    { mode: 'unlock', environment: 'staging', request: { by: 'octocat', isForced: false } },
  ],
  [
    { mode: 'unlock', actor: 'octocat', force: 'true', 'pull-request': '7' },
    { mode: 'unlock', request: { isForced: true }, pullRequest: 7 },
  ],
  [
    { mode: 'status', 'pull-request': '7' },
    { mode: 'status', environment: 'staging', pullRequest: 7 },
  ],
  [
    { ...locking, 'pull-request': '' },
    { mode: 'lock', request: { by: 'octocat', commentUrl: url } },
  ],
])('%j', (given, expected) => {
  expect(command(given as Readonly<Record<string, string>>)).toMatchObject(expected);
});

describe('is refused, with all that is wrong', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a lock without anything', { mode: 'lock' }, ['- actor: missing', '- reason: missing', '- comment-url: missing']],
    ['an unlock of nobody', { mode: 'unlock' }, ['- actor: missing']],
    [
      'an environment that is not there',
      { mode: 'status', environment: 'stagin' },
      ['- environment: expected one of staging, production'],
    ],
    ['a way out of the folder', { mode: 'status', environment: '../x' }, ['- environment: expected one of staging, production']],
    ['no time', { ...locking, for: '0h' }, ['- for: expected a duration from 1m to 7d']],
    ['more than a week', { ...locking, for: '8d' }, ['- for: expected a duration from 1m to 7d']],
    ['a long story', { ...locking, reason: 'x'.repeat(501) }, ['- reason: expected a text of up to 500 characters']],
    ['an actor with markup', { ...locking, actor: '<b>' }, ['- actor: expected a login']],
  ])('%s', (_what, given, problems) => {
    expect(() => command(given)).toThrow(['Bad inputs for environment:', ...problems].join('\n'));
  });
});
