// When an experiment is ended, and why: one decision a poll.
import { describe, expect, test } from '@jest/globals';
import { decideWatch, type WatchFacts } from '../../../src/actions/game-day/watch/decide-watch.ts';
import type { Alarm } from '../../../src/ports/alarms.ts';
import type { Experiment } from '../../../src/ports/experiments.ts';

const experiment: Experiment = {
  id: 'EXP1',
  templateId: 'EXT1',
  status: 'running',
  reason: 'Experiment is running.',
  createdAt: '2026-01-31T12:00:00.000Z',
  actions: [],
  tags: {},
};

const alarm: Alarm = {
  name: 'edge',
  arn: 'arn:edge',
  state: 'OK',
  reason: 'fine',
  isActionsEnabled: true,
  transitionedAt: '2026-01-31T11:00:00.000Z',
  updatedAt: '2026-01-31T12:00:00.000Z',
  reactionSeconds: 300,
  actionArns: [],
};

const calm: WatchFacts = {
  now: new Date('2026-01-31T12:05:00.000Z'),
  clockSkewSeconds: 0,
  experiment,
  watched: ['edge'],
  alarms: [alarm],
  transitions: [],
  unanswered: { experiment: 0, alarms: 0 },
  mostUnanswered: 6,
  abortRequest: undefined,
  isCancelled: false,
  credentials: { haveExpired: false, expireAt: undefined, reserveSeconds: 600 },
  template: { startedWith: '2026-01-01T00:00:00.000Z', now: undefined },
};

const ringing: Alarm = { ...alarm, state: 'ALARM', reason: 'too many', transitionedAt: '2026-01-31T12:04:58.000Z' };
const since = (seconds: number): Alarm => ({
  ...alarm,
  state: 'INSUFFICIENT_DATA',
  transitionedAt: new Date(calm.now.getTime() - seconds * 1000).toISOString(),
});
const request = { gameDay: 'x', by: 'hubot', at: '' };

describe('goes on', () => {
  test.each<[string, Partial<WatchFacts>]>([
    ['while all is well', {}],
    ['when CloudWatch gave no answer once', { alarms: undefined, unanswered: { experiment: 0, alarms: 1 } }],
    ['when an alarm has had no data for as long as it takes to ring', { alarms: [since(300)] }],
    [
      'when an alarm had lost its data and got it back',
      { transitions: [{ name: 'edge', at: '', from: 'INSUFFICIENT_DATA', to: 'OK' }] },
    ],
    ['when the template is as it was', { template: { startedWith: 'a', now: 'a' } }],
    ['while the credentials are good for longer than putting right takes', { credentials: credentialsFor(601) }],
  ])('%s', (_when, facts) => {
    expect(decideWatch({ ...calm, ...facts })).toEqual({ kind: 'go-on' });
  });
});

describe('has ended', () => {
  test.each(['completed', 'failed'] as const)('when it is %s', (status) => {
    expect(decideWatch({ ...calm, experiment: { ...experiment, status }, isCancelled: true })).toEqual({ kind: 'ended' });
  });

  test('but not without its alarm', () => {
    const facts: WatchFacts = { ...calm, experiment: { ...experiment, status: 'completed' }, alarms: [ringing] };
    expect(decideWatch(facts)).toMatchObject({ kind: 'stop', abort: { because: 'alarm' } });
  });
});

describe('is ended', () => {
  test.each<[string, string, Partial<WatchFacts>]>([
    ['alarm', 'edge rings: too many', { alarms: [ringing] }],
    [
      'alarm',
      'edge rang, and went back',
      { transitions: [{ name: 'edge', at: '2026-01-31T12:04:00Z', from: 'OK', to: 'ALARM' }] },
    ],
    [
      'stop-condition',
      'edge rang, and FIS stopped the experiment',
      { alarms: [ringing], experiment: { ...experiment, status: 'stopping', reason: 'Experiment halted by stop condition.' } },
    ],
    [
      'stop-condition',
      'FIS stopped the experiment on an alarm',
      { experiment: { ...experiment, status: 'stopped', reason: 'Experiment halted by stop condition.' } },
    ],
    [
      'person',
      'Somebody else stopped the experiment: safety lever',
      { experiment: { ...experiment, status: 'stopping', reason: 'safety lever' } },
    ],
    ['person', 'hubot asked for its end', { abortRequest: request, experiment: { ...experiment, status: 'stopping' } }],
    ['cancelled', 'Its workflow run was cancelled', { isCancelled: true }],
    ['credentials', 'The AWS credentials of the job expire at 2026-01-31T12:15:00.000Z', { credentials: credentialsFor(600) }],
    [
      'credentials',
      'The AWS credentials of the job have expired',
      { credentials: { ...calm.credentials, haveExpired: true }, alarms: undefined },
    ],
    ['no-data', 'edge was deleted: nobody would be told', { alarms: [] }],
    ['no-data', 'edge has had too little data since 2026-01-31T11:54:59.000Z', { alarms: [since(601)] }],
    // Ours says that it was ten minutes, AWS's that it was more.
    ['no-data', 'edge has had too little data since 2026-01-31T11:55:00.000Z', { alarms: [since(600)], clockSkewSeconds: 5 }],
    [
      'template-changed',
      'The experiment template was changed at b, while it was played',
      { template: { startedWith: 'a', now: 'b' } },
    ],
    ['lost', 'FIS gave no answer 6 times in a row: nobody can tell how it goes', { unanswered: { experiment: 6, alarms: 0 } }],
    [
      'lost',
      'CloudWatch gave no answer 6 times in a row: nobody can tell how it goes',
      { unanswered: { experiment: 0, alarms: 6 }, alarms: undefined },
    ],
  ])('%s: %s', (because, words, facts) => {
    expect(decideWatch({ ...calm, ...facts })).toMatchObject({
      kind: 'stop',
      abort: { because, words, decidedAt: '2026-01-31T12:05:00.000Z' },
    });
  });

  test('for what users notice rather than for what else is so', () => {
    const facts: WatchFacts = { ...calm, isCancelled: true, abortRequest: request, alarms: [ringing] };
    expect(decideWatch(facts)).toMatchObject({
      abort: { because: 'alarm', alarm: 'edge', alarmAt: '2026-01-31T12:04:58.000Z' },
    });
  });
});

function credentialsFor(seconds: number): WatchFacts['credentials'] {
  return { haveExpired: false, expireAt: new Date(Date.UTC(2026, 0, 31, 12, 5) + seconds * 1000), reserveSeconds: 600 };
}
