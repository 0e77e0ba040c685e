// What is read from a plan's JSON, in whatever encoding and format, and what is said of everything else.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';
import { summarise } from '../../../src/actions/plan/summarise.ts';
import { isFailure } from '../../../src/define/failure.ts';
import { bytesOf, failedCheck, outputChange, planJson, planOf, resourceChange, type Values } from './support/plan-json.ts';

const small = planJson({ resource_changes: [resourceChange({ before: { a: 'é' }, after: { a: 'ü' } })] });

function utf16(text: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('a plan is read', () => {
  const text = JSON.stringify(small);

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ["UTF-16 as PowerShell's > writes it", utf16(`\ufeff${text}\r\n`, false)],
    ['UTF-16, big endian', utf16(`\ufeff${text}`, true)],
    ['UTF-16 without a mark', utf16(text, false)],
    ['indented, with line breaks around', Buffer.from(`\n${JSON.stringify(small, null, 2)}\n\n`)],
  ])('from %s', (_what, bytes) => {
    const plan = readPlan(bytes);
    expect(plan.resources.map((change) => change.attributes())).toMatchObject([[{ key: 'a', before: 'é', after: 'ü' }]]);
    expect(plan.digest).toBe(readPlan(bytesOf(small)).digest);
  });

  test.each(['0.1', '0.2', '1.0', '1.1', '1.2', '1.99'])('in format %s', (format_version) => {
    expect(readPlan(bytesOf({ ...small, format_version })).formatVersion).toBe(format_version);
  });

  test('in format 0.1, which had no masks', () => {
    const change = { actions: ['update'], before: { a: 1 }, after: { a: 2 } };
    const json = {
      format_version: '0.1',
      planned_values: {},
      resource_changes: [{ address: 'x.y', mode: 'managed', type: 'x', change }],
    };
    expect(readPlan(bytesOf(json)).resources).toMatchObject([{ address: 'x.y', action: 'update', forcedBy: [] }]);
  });

  test('with nothing in it', () => {
    expect(summarise(readPlan(bytesOf(planJson())))).toMatchObject({ hasChanges: false, errored: false });
  });
});

describe('actions are told apart', () => {
  const same = { before: { id: 'x' }, after: { id: 'x' } };
  test.each<[string, Values, Values]>([
    ['create', { after: { a: 1 } }, { action: 'create' }],
    ['update', { before: { a: 1 }, after: { a: 2 } }, { action: 'update' }],
    ['delete', { before: { a: 1 } }, { action: 'delete' }],
    ['replace, destroyed first', { actions: ['delete', 'create'] }, { action: 'replace', replaceOrder: 'delete-create' }],
    ['replace, created first', { actions: ['create', 'delete'] }, { action: 'replace', replaceOrder: 'create-delete' }],
    ['replace without destroying', { actions: ['create', 'forget'] }, { action: 'replace', replaceOrder: 'create-forget' }],
    ['forget', { actions: ['forget'] }, { action: 'forget' }],
    [
      'move',
      { actions: ['no-op'], ...same, around: { previous_address: 'aws_sns_topic.old' } },
      { action: 'no-op', movedFrom: 'aws_sns_topic.old' },
    ],
    ['import', { actions: ['no-op'], ...same, inside: { importing: { id: 'i-1' } } }, { action: 'no-op', importId: 'i-1' }],
    [
      'import by identity',
      { actions: ['no-op'], ...same, inside: { importing: { identity: {} } } },
      { action: 'no-op', importId: '' },
    ],
    ['deposed', { actions: ['delete'], around: { deposed: '1a2b' } }, { action: 'delete', deposed: '1a2b' }],
    ['an action of the future', { actions: ['transmogrify'] }, { action: 'unrecognized' }],
  ])('%s', (_what, facts, expected) => {
    expect(planOf(facts).resources).toMatchObject([expected]);
  });

  test('what stays and what is only read is counted', () => {
    const plan = planOf({ actions: ['no-op'], before: {}, after: {} }, { actions: ['read'], around: { mode: 'data' } });
    expect(plan).toMatchObject({ resources: [], unchangedCount: 1, readCount: 1 });
  });

  test('outputs, checks, deferred changes, drift, invocations, errors', () => {
    const json = planJson({
      output_changes: { a: outputChange(null, 1), same: { actions: ['no-op'], before: 1, after: 1 } },
      checks: [failedCheck('health', 'down')],
      deferred_changes: [{ reason: 'absent_prereq', resource_change: resourceChange({ after: {} }) }],
      resource_drift: [resourceChange({ before: { a: 1 }, after: { a: 2 } })],
      action_invocations: [{ address: 'action.x.y', lifecycle_action_trigger: { triggering_resource_address: 'x.z' } }],
      errored: true,
      complete: false,
    });
    expect(readPlan(bytesOf(json))).toMatchObject({
      outputs: [{ name: 'a', action: 'create' }],
      checks: [{ address: 'check.health', status: 'fail', problems: ['down'] }],
      deferred: [{ reason: 'absent_prereq' }],
      drift: [{ action: 'update' }],
      invocations: [{ address: 'action.x.y', triggeredBy: 'x.z' }],
      errored: true,
      complete: false,
    });
  });
});

describe('names that JavaScript knows are names like others', () => {
  test('__proto__, constructor, toString', () => {
    const json = JSON.stringify(
      planJson({ resource_changes: [resourceChange({ before: {}, after: { constructor: 1, toString: 2 } })] }),
    );
    const bytes = Buffer.from(json.replace('"constructor"', '"__proto__":{"a":1},"constructor"'));
    const keys = readPlan(bytes).resources.flatMap((change) => change.attributes().map(({ key }) => key));
    expect(keys).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

describe('what is no plan', () => {
  const text = JSON.stringify(small);

  test.each([
    ['nothing', '', 'plan/empty'],
    ['blanks', ' \n', 'plan/empty'],
    ['the saved plan', Buffer.from('PK\u0003\u0004rest'), 'plan/binary'],
    ['gzip', gzipSync(text), 'plan/compressed'],
    ["Terraform's text", 'Terraform will perform the following actions:\n\n  # x.y will be created', 'plan/human-text'],
    ["Terraform's text of no change", 'No changes. Your infrastructure matches the configuration.', 'plan/human-text'],
    ['an error', '\n╷\n│ Error: Failed to read plan', 'plan/human-text'],
    ['behind a wrapper', `[command]/usr/bin/terraform show -json p\n${text}`, 'plan/wrapped'],
    ['the log of plan -json', '{"@level":"info","@message":"Terraform 1.11"}\n{"@level":"info"}\n', 'plan/json-log'],
    ['one line of that log', '{"@level":"info"}', 'plan/json-log'],
    ['a state', { format_version: '1.0', terraform_version: '1.11.4', values: {} }, 'plan/state'],
    ['a state file', { version: 4, terraform_version: '1.11.4', serial: 1, lineage: 'x', resources: [] }, 'plan/state'],
    ['other JSON', { hello: 'world' }, 'plan/other-json'],
    ['an array', [], 'plan/other-json'],
    ['a number', '42', 'plan/other-json'],
    ['words', 'hello', 'plan/not-json'],
    ['a newer format', { ...small, format_version: '2.0' }, 'plan/unsupported-format'],
    ['more behind it', `${text}{}`, 'plan/malformed'],
    ['brackets that do not match', text.replace('"root_module":{}', '"root_module":[}'), 'plan/malformed'],
    ['a value that is none', text.replace('"é"', 'nope'), 'plan/malformed'],
    ['a missing colon', text.replace('"format_version":', '"format_version"'), 'plan/malformed'],
    ['nesting without end', text.replace('"root_module":{}', `"a":${'['.repeat(5000)}`), 'plan/too-deep'],
    ['zero bytes', Buffer.alloc(100), 'plan/not-json'],
  ])('%s', (_what, input, code) => {
    const bytes = Buffer.isBuffer(input) ? input : typeof input === 'string' ? Buffer.from(input) : bytesOf(input);
    expect(failureOf(bytes)).toMatchObject({ code, next: expect.stringMatching(/\.$/) });
  });

  test('a plan that was cut anywhere', () => {
    const bytes = bytesOf(
      planJson({
        resource_changes: [resourceChange({ after: { a: [1, 'two', null] } })],
        output_changes: { o: outputChange(1, 2) },
      }),
    );
    const codes = Array.from({ length: bytes.length - 1 }, (_, end) => failureOf(bytes.subarray(0, end + 1)).code);
    expect(new Set(codes)).toEqual(new Set(['plan/truncated']));
  });

  test('a plan that was damaged anywhere is read, or refused in words: it never breaks the reader', () => {
    const bytes = bytesOf(small);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        const outcome = tryRead(damaged);
        expect(outcome === undefined || isFailure(outcome)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function tryRead(bytes: Uint8Array): unknown {
  try {
    for (const change of readPlan(bytes).resources) change.attributes();
    return undefined;
  } catch (error) {
    return error;
  }
}

function failureOf(bytes: Uint8Array): { readonly code: string; readonly next: string } {
  const error = tryRead(bytes);
  if (isFailure(error)) return error;
  throw new Error(`Read without a failure, or with a bug: ${error}`);
}
