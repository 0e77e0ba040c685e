// Who may hold an environment, end a hold, and deploy past one: the decisions alone.
import { describe, expect, test } from '@jest/globals';
import {
  decideLock,
  decideObstacle,
  decideUnlock,
  type HoldFacts,
  type LockRequest,
  parseHold,
} from '../../../src/actions/environment/hold.ts';
import { hold, now } from './support/commands.ts';

const free: HoldFacts = { kind: 'free' };
const unreadable: HoldFacts = { kind: 'unreadable', problems: ['by: missing'], version: 'v1' };
const held: HoldFacts = { kind: 'held', hold, version: 'v1' };
const expired: HoldFacts = { kind: 'held', hold: { ...hold, expiresAt: now.toISOString() }, version: 'v1' };
const byHold = { kind: 'hold', hold };
const byUnreadable = { kind: 'unreadable', problems: ['by: missing'] };

describe('to lock', () => {
  const request: LockRequest = {
    by: 'hubot',
    reason: 'we migrate',
    seconds: 3600,
    pullRequest: 7,
    commentUrl: 'https://github.com/acme/app/pull/7#issuecomment-2',
  };
  const { seconds: _seconds, ...asked } = request;
  const taken = { ...asked, since: '2026-11-22T10:00:00.000Z', expiresAt: '2026-11-22T11:00:00.000Z' };

  test.each<[string, HoldFacts, string, object]>([
    ['what is free takes it', free, 'hubot', { kind: 'take', hold: taken }],
    [
      'what has expired this very moment takes it',
      expired,
      'hubot',
      { kind: 'take', hold: taken, over: 'v1', previous: expired.hold },
    ],
    [
      'what is held by that person gives it the new reason and expiry, earlier ones too',
      held,
      'Octocat',
      { kind: 'renew', hold: { ...taken, by: 'Octocat', since: hold.since }, over: 'v1', previous: hold },
    ],
    ['what is held by somebody else is refused', held, 'hubot', { kind: 'refuse', by: byHold }],
    ['what nobody can read is refused', unreadable, 'hubot', { kind: 'refuse', by: byUnreadable }],
  ])('%s', (_what, facts, by, decision) => {
    expect(decideLock(facts, { ...request, by }, now)).toEqual(decision);
  });
});

describe('to unlock', () => {
  const removed = { kind: 'remove', version: 'v1' };

  test.each<[string, HoldFacts, string, boolean, object]>([
    ['what is free finds nothing', free, 'octocat', false, { kind: 'none' }],
    ['what has expired finds nothing', expired, 'hubot', true, { kind: 'none', expired: expired.hold }],
    ['their own ends it', held, 'OCTOCAT', false, { ...removed, previous: hold, isForced: false }],
    ['their own by force needed none', held, 'octocat', true, { ...removed, previous: hold, isForced: false }],
    ["somebody else's is refused", held, 'hubot', false, { kind: 'refuse', by: byHold }],
    ["somebody else's by force ends it", held, 'hubot', true, { ...removed, previous: hold, isForced: true }],
    ['what nobody can read is refused', unreadable, 'octocat', false, { kind: 'refuse', by: byUnreadable }],
    ['what nobody can read goes by force', unreadable, 'hubot', true, { ...removed, isForced: true }],
  ])('%s', (_what, facts, by, isForced, decision) => {
    expect(decideUnlock(facts, { by, isForced }, now)).toEqual(decision);
  });
});

describe('a deploy', () => {
  test.each<[string, HoldFacts, string | undefined, object | undefined]>([
    ['goes on where nothing holds', free, undefined, undefined],
    ['goes on when the hold has expired', expired, undefined, undefined],
    ["that the holder commands goes on, by whatever case the login's letters are", held, 'OctoCat', undefined],
    ['that somebody else commands is held', held, 'hubot', byHold],
    ['that nobody commands is held, whoever pushed', held, undefined, byHold],
    ['is held by what nobody can read, whoever commands it', unreadable, 'octocat', byUnreadable],
  ])('%s', (_what, facts, actor, obstacle) => {
    expect(decideObstacle(facts, actor, now)).toEqual(obstacle);
  });
});

describe('the document', () => {
  test('is read as it was written', () => {
    expect(parseHold(JSON.parse(JSON.stringify(hold)))).toEqual({ kind: 'valid', value: hold });
  });

  test.each<[string, unknown, readonly string[]]>([
    ['no JSON', undefined, ['expected an object']],
    ['a list', [hold], ['expected an object']],
    ['half of it', { by: 'octocat', reason: 'x' }, ['since: missing', 'expiresAt: missing', 'commentUrl: missing']],
    ['a login that is none', { ...hold, by: 'octo cat' }, ['by: expected a login']],
    [
      'an expiry in words',
      { ...hold, expiresAt: 'tomorrow' },
      ['expiresAt: expected an instant such as 2026-11-22T10:00:00.000Z'],
    ],
    ['an address that is a script', { ...hold, commentUrl: 'javascript:alert(1)' }, ['commentUrl: expected a web address']],
  ])('that is %s is corrupt', (_what, value, problems) => {
    expect(parseHold(value)).toEqual({ kind: 'corrupt', problems });
  });
});
