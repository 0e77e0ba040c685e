// The pure decisions of the function: what is an alarm of ours, what fits, what an answer of GitHub means.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideVerdict, decideWaitSeconds } from '../../../src/functions/alarm-forwarder/decide-answer.ts';
import { choose, mostPayloadBytes, readBatch, renderPayload } from '../../../src/functions/alarm-forwarder/decide-changes.ts';
import { decideTurn, firstPace, mostDispatchesAMinute } from '../../../src/functions/alarm-forwarder/decide-pace.ts';
import type { AlarmChange } from '../../../src/functions/alarm-forwarder/messages.ts';
import { parseSettings } from '../../../src/functions/alarm-forwarder/settings.ts';
import { alarmArnPrefix, change, eventOf, recordOf, records } from './support.ts';

const cpu = eventOf(change('cpu'));
const other = 'arn:aws:cloudwatch:eu-west-2:999988887777:alarm:assess-staging-cpu';

describe('a message', () => {
  test('of an alarm is read as it is', () => {
    const { told, dropped } = readBatch(records(change('cpu', 'OK', 3)), alarmArnPrefix);
    expect(dropped).toEqual([]);
    expect(told.map((each) => each.change)).toEqual([
      {
        name: 'assess-staging-cpu',
        arn: `${alarmArnPrefix}cpu`,
        state: 'OK',
        at: '2026-01-31T12:00:03.000Z',
      },
    ]);
  });

  test.each<[why: string, body: unknown]>([
    ['no change of an alarm', 'hello'],
    ['no change of an alarm', '[]'],
    ['no change of an alarm', 'null'],
    ['no change of an alarm', { ...cpu, source: 'my.cloudwatch' }],
    ['no change of an alarm', { ...cpu, 'detail-type': 'Scheduled Event' }],
    ['no change of an alarm', '{"__proto__":{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm State Change"}}'],
    ['too long for an event', { ...cpu, padding: 'x'.repeat(262_144) }],
    ['a change of an alarm that lacks its name, ARN or instant', { ...cpu, detail: { ...cpu.detail, alarmName: 7 } }],
    ['a change of an alarm that lacks its name, ARN or instant', { ...cpu, detail: { ...cpu.detail, alarmName: 'a\nb' } }],
    ['a change of an alarm that lacks its name, ARN or instant', { ...cpu, resources: [] }],
    [
      'a change of an alarm that lacks its name, ARN or instant',
      { ...cpu, detail: { ...cpu.detail, state: { value: 'ALARM', timestamp: 'yesterday' } } },
    ],
    ['an alarm of another environment, account or region', { ...cpu, resources: [other] }],
    [
      'an alarm of another environment, account or region',
      eventOf({ ...change('cpu'), arn: alarmArnPrefix.replace('staging-', 'production-cpu') }),
    ],
    ['an alarm whose ARN is that of another one', { ...cpu, resources: [`${alarmArnPrefix}lag`] }],
    ['an alarm of a preview', eventOf(change('pr-7-cpu'))],
    [
      'a state that nobody has to act on',
      { ...cpu, detail: { ...cpu.detail, state: { ...cpu.detail.state, value: 'INSUFFICIENT_DATA' } } },
    ],
  ])('is dropped as %s', (why, body) => {
    expect(readBatch([recordOf(body)], alarmArnPrefix)).toEqual({ told: [], dropped: [{ messageId: expect.any(String), why }] });
  });

  test('of any kind is read or dropped, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const { told, dropped } = readBatch([recordOf(body)], alarmArnPrefix);
        expect(told.length + dropped.length).toBe(1);
      }),
    );
  });
});

describe('of a batch', () => {
  const told = (...changes: readonly AlarmChange[]) => readBatch(records(...changes), alarmArnPrefix).told;
  const namesOf = (all: readonly { readonly change: { readonly name: string; readonly state: string } }[]) =>
    all.map(({ change: { name, state } }) => `${name.replace('assess-staging-', '')} ${state}`);

  test('the newest change of each alarm goes out, in the order of time', () => {
    const { newest, superseded, left } = choose(
      told(change('cpu', 'OK', 9), change('lag', 'ALARM', 5), change('cpu', 'ALARM', 1), change('cpu', 'OK', 9)),
    );
    expect([namesOf(newest), namesOf(superseded), left]).toEqual([['lag ALARM', 'cpu OK'], ['cpu ALARM', 'cpu OK'], []]);
  });

  test('nothing is lost, and what goes out fits', () => {
    const name = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 }).map((text) => `k-${text}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.nat(100)), { maxLength: 300 }), (rows) => {
        const all = told(...rows.map(([id, seconds]) => change(id, 'ALARM', seconds)));
        const { newest, superseded, left } = choose(all);
        expect(newest.length + superseded.length + left.length).toBe(all.length);
        expect(Buffer.byteLength(renderPayload(newest))).toBeLessThanOrEqual(mostPayloadBytes);
        expect(new Set(newest.map(({ change: { arn } }) => arn)).size).toBe(newest.length);
      }),
      { numRuns: 30 },
    );
  });

  test('what does not fit waits', () => {
    const { newest, left } = choose(told(...Array.from({ length: 100 }, (_, index) => change(`${'x'.repeat(230)}-${index}`))));
    expect([newest.length > 80, newest.length + left.length]).toEqual([true, 100]);
  });
});

describe('turns', () => {
  test('are never more than six in a minute of the clock', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 80 }), (steps) => {
        const minutes = new Map<number, number>();
        let [record, now] = [firstPace, 1_769_860_800];
        for (const step of steps) {
          now += step;
          const turn = decideTurn(record, now);
          if (turn.kind === 'wait') expect(turn.seconds).toBeGreaterThan(0);
          else {
            record = turn.next;
            minutes.set(record.minute, (minutes.get(record.minute) ?? 0) + 1);
          }
        }
        expect(Math.max(0, ...minutes.values())).toBeLessThanOrEqual(mostDispatchesAMinute);
      }),
    );
  });
});

describe('an answer', () => {
  const now = 1_769_860_800;
  const answer = (status: number | undefined, headers: Readonly<Record<string, string>> = {}, message = 'x') => ({
    status,
    headers,
    message,
  });

  test.each([
    ['taken', answer(204), { kind: 'taken' }],
    ['a lost connection', answer(undefined), { kind: 'later' }],
    ['trouble of GitHub', answer(502), { kind: 'later' }],
    ['trouble with a time', answer(503, { 'retry-after': '30' }), { kind: 'later', seconds: 30 }],
    ['too many requests', answer(429, { 'retry-after': '7' }), { kind: 'later', seconds: 7 }],
    ['the secondary limit', answer(403, {}, 'You have exceeded a secondary rate limit.'), { kind: 'later' }],
    [
      'the hourly limit',
      answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 900) }),
      { kind: 'later', seconds: 900 },
    ],
    ['a missing permission', answer(403, { 'x-ratelimit-remaining': '4999' }, 'Resource not accessible'), { kind: 'mend' }],
    ['a missing workflow', answer(404), { kind: 'mend', next: expect.stringContaining('workflow') }],
    ['something new', answer(418), { kind: 'mend', next: expect.stringContaining('docs/') }],
  ] as const)('of GitHub: %s', (_name, given, expected) => {
    expect(decideVerdict('dispatch', given, now)).toMatchObject(expected);
  });

  test('makes messages wait longer each time, and at least as long as GitHub says', () => {
    const mend = { kind: 'mend', why: 'x', next: 'y' } as const;
    expect([1, 2, 3, 4, 5].map((tries) => decideWaitSeconds(mend, tries))).toEqual([30, 120, 480, 900, 900]);
    expect(decideWaitSeconds({ kind: 'later', why: 'x', seconds: 3600 }, 1)).toBe(3600);
    expect(decideWaitSeconds({ kind: 'later', why: 'x', seconds: 1 }, 1)).toBe(30);
  });
});

test('settings are told wrong all at once', () => {
  expect(() => parseSettings({ ENVIRONMENT: 'staging', GITHUB_APP_ID: '', GITHUB_REPOSITORY: 'no' })).toThrow('incomplete');
  try {
    parseSettings({ GITHUB_REPOSITORY: 'acme' });
  } catch (error) {
    expect((error as { readonly details: readonly string[] }).details).toHaveLength(12);
  }
});
