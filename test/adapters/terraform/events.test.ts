// Every message type of Terraform's machine-readable output that we use, and that nothing else breaks the reader.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applySummary, parseEvent, planSummary, summarize } from '../../../src/adapters/terraform/events.ts';
import type { TerraformEvent } from '../../../src/ports/terraform.ts';

const resource = (addr: string) => ({ addr, resource_type: addr.replace(/^data\./, '').split('.')[0], resource_key: null });
const message = (type: string, rest: object) =>
  JSON.stringify({ '@level': 'info', '@message': 'words', '@module': 'terraform.ui', type, ...rest });
const change = (action: string) => ({ change: { resource: resource('aws_sns_topic.t'), action } });
const hook = (rest: object) => ({ hook: { resource: resource('aws_sns_topic.t'), action: 'update', ...rest } });
const changes = (operation: string) => ({ changes: { add: 1, change: 2, import: 3, remove: 4, operation } });
const topic = { address: 'aws_sns_topic.t', resourceType: 'aws_sns_topic' };
const counts = { add: 1, change: 2, import: 3, remove: 4 };

describe('a line of output', () => {
  test.each<[string, string, TerraformEvent | undefined]>([
    [
      'a planned change',
      message('planned_change', change('replace')),
      { kind: 'planned', change: { ...topic, action: 'replace' } },
    ],
    [
      'forgetting, in Terraform’s words',
      message('planned_change', change('remove')),
      { kind: 'planned', change: { ...topic, action: 'forget' } },
    ],
    ['drift', message('resource_drift', change('update')), { kind: 'drifted', change: { ...topic, action: 'update' } }],
    ['the summary of a plan', message('change_summary', changes('plan')), { kind: 'plan-summary', counts }],
    ['the summary of an apply', message('change_summary', changes('apply')), { kind: 'apply-summary', counts }],
    ['the summary of a destroy', message('change_summary', changes('destroy')), { kind: 'apply-summary', counts }],
    ['a start', message('apply_start', hook({})), { kind: 'started', address: topic.address, action: 'update' }],
    [
      'progress',
      message('apply_progress', hook({ elapsed_seconds: 10 })),
      { kind: 'progress', address: topic.address, action: 'update', elapsedSeconds: 10 },
    ],
    [
      'an end',
      message('apply_complete', hook({ elapsed_seconds: 12 })),
      { kind: 'done', address: topic.address, action: 'update', elapsedSeconds: 12 },
    ],
    [
      'a bad end',
      message('apply_errored', hook({ elapsed_seconds: 3 })),
      { kind: 'failed', address: topic.address, action: 'update', elapsedSeconds: 3 },
    ],
    [
      'a log message of several lines',
      message('log', { '@message': '\nInterrupt received.\nGracefully shutting down...\n' }),
      { kind: 'log', line: 'Interrupt received. Gracefully shutting down...' },
    ],
    ['a step of init', message('init_output', {}), { kind: 'log', line: 'words' }],
    [
      'plain text, as `init -json` prints in between',
      'Successfully configured the backend "s3"!',
      { kind: 'log', line: 'Successfully configured the backend "s3"!' },
    ],
    ['JSON that is no message', '[1]', { kind: 'log', line: '[1]' }],
    ['an action of the future', message('planned_change', change('teleport')), { kind: 'log', line: 'words' }],
    ['a type that is of no use', message('refresh_start', hook({})), undefined],
    ['a type named like a method of objects', message('constructor', {}), undefined],
    ['an empty line', '  ', undefined],
  ])('%s', (_what, line, event) => {
    expect(parseEvent(line)).toEqual(event);
  });

  test('a diagnostic', () => {
    const diagnostic = {
      severity: 'error',
      summary: 'Bad',
      detail: 'Because.\n',
      address: 'aws_sns_topic.t',
      range: { filename: 'x' },
    };
    expect(parseEvent(message('diagnostic', { diagnostic }))).toEqual({
      kind: 'diagnostic',
      diagnostic: { severity: 'error', summary: 'Bad', detail: 'Because.', address: 'aws_sns_topic.t' },
    });
  });

  test('never throws, whatever it holds', () => {
    const types = fc.constantFrom(
      'planned_change',
      'resource_drift',
      'change_summary',
      'apply_start',
      'apply_complete',
      'diagnostic',
      'log',
      'x',
    );
    const inner = fc.record({
      change: fc.jsonValue(),
      hook: fc.jsonValue(),
      changes: fc.jsonValue(),
      diagnostic: fc.jsonValue(),
      '@message': fc.jsonValue(),
    });
    const messages = fc.tuple(types, inner).map(([type, rest]) => JSON.stringify({ type, ...rest }));
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), messages), (line) => expect(() => parseEvent(line)).not.toThrow()));
  });
});

describe('the sum of a run', () => {
  const events: readonly TerraformEvent[] = [
    { kind: 'started', address: 'data.aws_vpc.v', action: 'read' },
    { kind: 'drifted', change: { ...topic, action: 'update' } },
    { kind: 'planned', change: { ...topic, action: 'create' } },
    { kind: 'plan-summary', counts: { ...counts, add: 9 } },
    { kind: 'diagnostic', diagnostic: { severity: 'warning', summary: 'Careful', detail: '' } },
  ];

  test('of a plan', () => {
    expect(planSummary(summarize(events), true)).toEqual({
      hasChanges: true,
      counts: { ...counts, add: 9 },
      changes: [{ ...topic, action: 'create' }],
      drift: [{ ...topic, action: 'update' }],
      diagnostics: [{ severity: 'warning', summary: 'Careful', detail: '' }],
    });
  });

  test('of an apply counts what was done, not what was planned', () => {
    const applied = summarize([...events, { kind: 'apply-summary', counts }]);
    expect(applySummary(applied)).toMatchObject({ counts });
  });

  test('reading data is no change, creating is one', () => {
    expect(summarize(events).changesStarted).toBe(false);
    expect(summarize([...events, { kind: 'started', address: topic.address, action: 'create' }]).changesStarted).toBe(true);
  });

  test('of an output without counts is none, rather than "no changes"', () => {
    expect(planSummary(summarize([]), false)).toBeUndefined();
    expect(applySummary(summarize(events))).toBeUndefined();
  });
});
