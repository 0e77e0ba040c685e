// How a run of the preview action ends for the steps after it, and for people.
import { describe, expect, test } from '@jest/globals';
import { reportOf } from '../../../src/actions/preview/report.ts';
import type { PreviewOutcome } from '../../../src/actions/preview/run.ts';
import { failure } from '../../../src/define/failure.ts';
import { lease } from './support/lease.ts';

const lock = { owner: { runId: 4711, attempt: 1, job: 'preview' }, reason: 'deploy of 3f2a91c', since: '', expires: '' };
const broken = failure({ code: 'preview/plan-changed', what: 'The plan has changed.', next: 'Look at it.' });
const deploy = (result: Extract<PreviewOutcome, { mode: 'deploy' }>['result']): PreviewOutcome => ({ mode: 'deploy', result });
const destroy = (result: Extract<PreviewOutcome, { mode: 'destroy' }>['result']): PreviewOutcome => ({ mode: 'destroy', result });
const hold = { kind: 'unreadable', problems: ['by: missing'] } as const;
const url = 'https://pr-7.example.org';

describe('a run ends well', () => {
  test.each<[string, PreviewOutcome, Readonly<Record<string, string>>]>([
    ['live', deploy({ kind: 'live', url, expiresAt: 'then' }), { status: 'live', url, 'expires-at': 'then' }],
    ['queued', deploy({ kind: 'queued', shape: 'shared', live: 10, maximum: 10 }), { status: 'queued' }],
    ['held, after a push', deploy({ kind: 'held', environment: 'staging', by: hold, isCommanded: false }), { status: 'held' }],
    ['superseded', deploy({ kind: 'superseded', by: 'b'.repeat(40), isLive: false }), { status: 'superseded' }],
    ['destroyed', destroy({ kind: 'destroyed', wasThere: true, leftovers: [] }), { status: 'destroyed' }],
    ['wanted again', destroy({ kind: 'not-due' }), { status: 'not-due' }],
    [
      'extended',
      { mode: 'extend', result: { kind: 'extended', lease, isCapped: true } },
      { status: 'extended', 'expires-at': lease.expiresAt },
    ],
    ['nothing to extend', { mode: 'extend', result: { kind: 'nothing' } }, { status: 'nothing' }],
    ['reaped', { mode: 'reap', report: { looked: 0, reaped: [], freedSlots: [], notes: [] } }, { status: 'reaped' }],
  ])('%s', (_name, outcome, outputs) => {
    const report = reportOf(outcome);
    expect([report.outputs, report.failure]).toEqual([outputs, undefined]);
    expect(report.summary).not.toBe('');
  });
});

describe('a run fails the step', () => {
  test.each<[string, PreviewOutcome, string]>([
    ['that could not deploy', deploy({ kind: 'failed', failure: broken }), 'preview/plan-changed'],
    ['that found it locked', deploy({ kind: 'locked', by: lock }), 'preview/locked'],
    [
      'that was commanded, and held',
      deploy({ kind: 'held', environment: 'staging', by: hold, isCommanded: true }),
      'preview/held',
    ],
    [
      'that destroyed a closed one, and left something',
      deploy({ kind: 'closed', destroyed: { kind: 'destroyed', wasThere: true, leftovers: ['arn:x'] } }),
      'preview/leftovers',
    ],
    [
      'that could not destroy a closed one',
      deploy({ kind: 'closed', destroyed: { kind: 'failed', failure: broken } }),
      broken.code,
    ],
    ['that left something', destroy({ kind: 'destroyed', wasThere: true, leftovers: ['arn:x'] }), 'preview/leftovers'],
    ['that could not extend', { mode: 'extend', result: { kind: 'locked', by: lock } }, 'preview/locked'],
    [
      'that could not reap all',
      {
        mode: 'reap',
        report: {
          looked: 1,
          reaped: [
            { reaping: { kind: 'destroy', pullRequest: 7, why: 'it is closed' }, result: { kind: 'failed', failure: broken } },
          ],
          freedSlots: [],
          notes: [],
        },
      },
      'preview/not-all-reaped',
    ],
  ])('%s', (_name, outcome, code) => {
    expect(reportOf(outcome).failure?.code).toBe(code);
  });
});
