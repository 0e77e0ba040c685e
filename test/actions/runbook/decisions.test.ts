// The decisions of the engine, as tables: what may be called, what is watched, what is undone, and how a left run is taken up.
import { describe, expect, test } from '@jest/globals';
import { decideUndo } from '../../../src/actions/runbook/engine/compensate.ts';
import { decideResume, type ResumeFacts } from '../../../src/actions/runbook/engine/decide-resume.ts';
import { decideWatched } from '../../../src/actions/runbook/engine/decide-watched.ts';
import { decideCall, openGuard } from '../../../src/actions/runbook/engine/guard.ts';
import { isInTheWay, type RunbookJournal, type RunState, stepStates } from '../../../src/actions/runbook/engine/journal.ts';
import { parseJournal } from '../../../src/actions/runbook/engine/journal-fields.ts';
import { isTargetName, targetNameOf, targetOfJournal } from '../../../src/actions/runbook/engine/keys.ts';
import { findRunbook, isWithin, parseRequest, parseResume } from '../../../src/actions/runbook/engine/request.ts';
import type { Call } from '../../../src/define/runbook.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import { changed, stockUp } from './support/shop.ts';

const at = '2026-01-31T12:00:00.000Z';
const journal: RunbookJournal = {
  id: '20260131T120000Z-stock-up-1-1',
  runbook: 'stock-up',
  environment: 'staging',
  target: 'corner-shop',
  state: 'running',
  inputs: { bread: 6, fresh: true, from: 'the baker' },
  door: 'comment',
  by: 'octocat',
  reason: '',
  run: { runId: 1, attempt: 1, job: 'runbook' },
  runUrl: 'https://github.com/acme/shop/actions/runs/1',
  takenOverFrom: [],
  startedAt: at,
  updatedAt: at,
  watched: ['assess-staging-app-errors'],
  steps: [
    {
      id: 'stock-bread',
      title: 'Stock bread',
      state: 'running',
      changes: [{ what: 'bread', from: '2', to: '6' }],
      before: { wanted: 2 },
      calls: ['shop:Change'],
      startedAt: at,
    },
  ],
  byHand: [],
  timeline: [{ at, words: 'begins' }],
};

describe('a journal', () => {
  test('is read as it was written', () => {
    expect(parseJournal(JSON.parse(JSON.stringify(journal)), 'staging', 'corner-shop')).toEqual({
      kind: 'valid',
      value: journal,
    });
  });

  test.each<[string, object, string]>([
    ['of another environment', { environment: 'production' }, 'environment: expected one of staging'],
    ['of another target', { target: 'supermarket' }, 'target: expected one of corner-shop'],
    ['in a state that there is not', { state: 'asleep' }, expect.stringMatching(/^state: expected one of running/) as never],
    ['with inputs that are none', { inputs: { bread: [6] } }, 'inputs: expected texts, numbers and flags by name'],
    [
      'with calls that are none',
      { steps: [{ ...journal.steps[0], calls: ['rm -rf'] }] },
      expect.stringMatching(/^steps: /) as never,
    ],
    ['that belongs to nobody', { run: { runId: 0 } }, 'run: expected an object of known fields'],
  ])('%s is none of ours', (_what, change, problem) => {
    expect(parseJournal({ ...journal, ...change }, 'staging', 'corner-shop')).toEqual({ kind: 'corrupt', problems: [problem] });
  });

  test.each<[RunState, object, boolean]>([
    ['running', {}, true],
    ['compensating', {}, true],
    ['stuck', {}, true],
    ['stuck', { accepted: { by: 'hubot', at, reason: 'fine' } }, false],
    ['done', {}, false],
    ['compensated', {}, false],
    ['refused', {}, false],
    ['nothing-to-do', {}, false],
  ])('%s %j is in the way: %s', (state, more, expected) => {
    expect(isInTheWay({ ...journal, ...more, state })).toBe(expected);
  });
});

describe('a call', () => {
  const calls = { reads: ['ecs:DescribeServices'], writes: { 'ecs:UpdateService': 'service' } } as const;

  test.each<[Call, 'reads' | 'writes', string]>([
    ['ecs:DescribeServices', 'reads', 'allowed'],
    ['ecs:DescribeServices', 'writes', 'allowed'],
    ['ecs:UpdateService', 'writes', 'allowed'],
    ['ecs:UpdateService', 'reads', 'too-early'],
    ['ecs:DeleteService', 'writes', 'undeclared'],
    ['ecs:DeleteService', 'reads', 'undeclared'],
    ['constructor:toString', 'writes', 'undeclared'],
  ])('%s, where %s are allowed: %s', (call, allowed, verdict) => {
    expect(decideCall(calls, call, allowed)).toBe(verdict);
  });

  test('that is not allowed is not recorded either', () => {
    const { guard, allow, take } = openGuard('ecs-scale', calls);
    guard('ecs:DescribeServices');
    expect(() => guard('ecs:UpdateService')).toThrow(expect.objectContaining({ code: 'runbook/call-in-plan' }));
    allow('writes');
    guard('ecs:UpdateService');
    guard('ecs:DescribeServices');
    expect(() => guard('ecs:DeleteService')).toThrow(expect.objectContaining({ code: 'runbook/undeclared-call' }));
    expect(take()).toEqual(['ecs:DescribeServices', 'ecs:UpdateService']);
    expect(take()).toEqual([]);
  });
});

test('watched are alarms that are OK and tell of users, and those that it is the answer to', () => {
  const alarms = [
    ['assess-staging-app-errors', 'OK'],
    ['assess-staging-app-latency', 'ALARM'],
    ['assess-staging-app-healthy', 'INSUFFICIENT_DATA'],
    ['assess-staging-app-cpu', 'OK'],
    ['assess-staging-cache-2-cpu', 'OK'],
    ['assess-staging-cache-2-memory', 'OK'],
    ['assess-staging-errors', 'OK'],
    ['assess-production-app-errors', 'OK'],
    ['assess-staging-app-errors-of-somebody', 'OK'],
  ] as const;
  const named = alarms.map(([name, state]) => ({ name, state }));
  const watched = (symptoms: readonly string[]) =>
    decideWatched({ alarms: named, prefix: 'assess-staging', symptoms, catalogue });
  expect(watched([])).toEqual(['assess-staging-app-errors']);
  expect(watched(['cpu', 'cache-cpu'])).toEqual([
    'assess-staging-app-cpu',
    'assess-staging-app-errors',
    'assess-staging-cache-2-cpu',
  ]);
});

test('undone is what may have changed something, the last first', () => {
  const steps = stepStates.map((state) => ({ id: state, title: state, state, changes: [], calls: [], startedAt: at }));
  expect(decideUndo({ steps }).map(({ id }) => id)).toEqual(['stuck', 'undoing', 'done', 'verifying', 'running']);
});

describe('a run that was left', () => {
  const facts: ResumeFacts = { way: 'continue', by: 'hubot', risk: 'low', approvedRisk: 'medium' };
  const cause = { kind: 'alarm', words: 'errors rang' } as const;
  const accepted = { by: 'hubot', at, reason: 'fine' };

  test.each<[string, Partial<RunbookJournal>, Partial<ResumeFacts>, object]>([
    ['running, to go on', { state: 'running' }, {}, { kind: 'continue' }],
    [
      'running, to be undone',
      { state: 'running' },
      { way: 'undo' },
      { kind: 'compensate', cause: { kind: 'asked', words: 'hubot asked for it' } },
    ],
    ['running, to be accepted', { state: 'running' }, { way: 'accept' }, { kind: 'nothing', why: 'stock-up is not stuck.' }],
    ['running, too risky to go on', { state: 'running' }, { risk: 'high' }, { kind: 'refuse' }],
    ['running, too risky, to be undone', { state: 'running' }, { risk: 'high', way: 'undo' }, { kind: 'compensate' }],
    ['compensating', { state: 'compensating', cause }, {}, { kind: 'compensate', cause }],
    [
      'compensating, however risky',
      { state: 'compensating', cause },
      { risk: 'high', approvedRisk: 'none' },
      { kind: 'compensate', cause },
    ],
    ['stuck', { state: 'stuck', cause }, {}, { kind: 'compensate', cause }],
    ['stuck, to be accepted', { state: 'stuck', cause }, { way: 'accept' }, { kind: 'accept' }],
    [
      'stuck and accepted',
      { state: 'stuck', cause, accepted },
      { way: 'undo' },
      { kind: 'nothing', why: 'hubot has taken stock-up as it is.' },
    ],
    ['stuck and accepted, to be accepted', { state: 'stuck', accepted }, { way: 'accept' }, { kind: 'nothing' }],
    ['done', { state: 'done' }, {}, { kind: 'nothing', why: 'stock-up has come to its end: done.' }],
    ['done, to be taken back', { state: 'done' }, { way: 'undo' }, { kind: 'compensate', cause: { kind: 'asked' } }],
    ['done, too risky to be taken back', { state: 'done' }, { way: 'undo', risk: 'high' }, { kind: 'refuse' }],
    ['compensated', { state: 'compensated' }, {}, { kind: 'nothing' }],
  ])('%s', (_what, change, more, decision) => {
    expect(decideResume({ ...journal, ...change }, { ...facts, ...more })).toMatchObject(decision);
  });
});

describe('a request', () => {
  const asking = { environment: 'staging', by: 'octocat', reason: '', door: 'comment', approvedRisk: 'medium' } as const;
  const now = new Date(at);

  test('that is good has its inputs parsed', () => {
    const parsed = parseRequest([stockUp], { ...asking, runbook: 'stock-up', inputs: { bread: ' 7 ' } }, now);
    expect(parsed).toMatchObject({ kind: 'good', request: { inputs: { bread: 7 }, environment: 'staging' } });
  });

  test('names every problem at once', () => {
    const asked = {
      ...asking,
      environment: 'Prod!',
      by: 'a b',
      reason: 'x'.repeat(301),
      runbook: 'stock-up',
      inputs: { bread: '10', milk: '1' },
    };
    expect(parseRequest([stockUp], asked, now)).toEqual({
      kind: 'bad',
      problems: [
        'environment: expected the name of an environment, such as staging or pr-7',
        'by: expected a login',
        'reason: expected at most 300 characters',
        '"milk": is no input of it; there are bread',
        'bread: expected a whole number from 1 to 9; got "10"',
      ],
    });
  });

  test('knows the time: nothing is asked for of the future', () => {
    const restore = changed({ inputs: { to: { kind: 'instant', about: 'When', example: '2026-01-31T12:00:00Z' } } });
    const of = (to: string) => parseRequest([restore], { ...asking, runbook: 'stock-up', inputs: { to } }, now);
    expect(of('2026-01-31T12:00:00Z').kind).toBe('good');
    expect(of('2026-01-31T12:00:01Z')).toEqual({
      kind: 'bad',
      problems: ['to: lies in the future; it is 2026-01-31T12:00:00.000Z now'],
    });
  });

  test.each([
    ['stock-up', { kind: 'found', runbook: stockUp }],
    ['stok-up', { kind: 'unknown', nearest: 'stock-up' }],
    ['Stock', { kind: 'unknown', nearest: 'stock-up' }],
    ['up', { kind: 'unknown' }],
    ['reboot', { kind: 'unknown' }],
    ['__proto__', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('for the runbook %j', (id, found) => {
    expect(findRunbook([stockUp], id)).toEqual(found);
  });

  test('to resume needs a target, and a reason to accept', () => {
    expect(parseResume({ ...asking, target: '../x', way: 'accept' })).toEqual({
      kind: 'bad',
      problems: [
        'target: expected what the run said that it works on, such as assess-staging-app, or environment',
        'reason: to accept a stuck run takes one',
      ],
    });
    expect(parseResume({ ...asking, target: 'corner-shop', way: 'continue' }).kind).toBe('good');
  });

  test.each([
    ['low', 'medium', true],
    ['medium', 'medium', true],
    ['high', 'medium', false],
    ['none', 'none', true],
  ] as const)('of %s risk, approved for %s: %s', (risk, approved, expected) => {
    expect(isWithin(risk, approved)).toBe(expected);
  });
});

describe('a target', () => {
  test.each([
    ['assess-staging-app', 'assess-staging-app'],
    ['203.0.113.7/32', '203-0-113-7-32'],
    ['../../etc/passwd', 'etc-passwd'],
    ['', 'unnamed'],
    ['Ä', 'unnamed'],
    [`${'a'.repeat(99)}-b`, 'a'.repeat(99)],
  ])('%j lies at %j', (target, name) => {
    expect(targetNameOf(target)).toBe(name);
    expect(isTargetName(name)).toBe(true);
    expect(targetOfJournal('staging', `runs/runbooks/staging/${name}.json`)).toBe(name);
  });

  test('is not read out of a key of something else', () => {
    expect(
      ['runs/runbooks/staging/a/b.json', 'runs/runbooks/staging/.json', 'runs/x.json'].map((key) =>
        targetOfJournal('staging', key),
      ),
    ).toEqual([undefined, undefined, undefined]);
  });
});
