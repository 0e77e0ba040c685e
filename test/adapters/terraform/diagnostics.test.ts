// Errors and warnings are read the same, whether Terraform prints them as JSON, as plain text or in a box.
import { describe, expect, test } from '@jest/globals';
import { parseDiagnostic, parsePlainDiagnostics, renderDiagnostic } from '../../../src/adapters/terraform/diagnostics.ts';

describe('in JSON', () => {
  test('a summary that holds everything is cut after its first paragraph', () => {
    const summary = 'error loading state: S3 bucket "b"\ndoes not exist.\n\nThe referenced S3 bucket must\nhave been created.\n';
    expect(parseDiagnostic({ severity: 'error', summary, detail: '' })).toEqual({
      severity: 'error',
      summary: 'error loading state: S3 bucket "b" does not exist.',
      detail: 'The referenced S3 bucket must\nhave been created.',
    });
  });

  test.each([[undefined], [null], ['text'], [{ severity: 'error' }], [{ summary: 1 }]])('%j is none', (value) => {
    expect(parseDiagnostic(value)).toBeUndefined();
  });
});

describe('in plain text', () => {
  test.each([
    ['nothing', '', []],
    [
      'an error and its detail',
      '\nError: Backend initialization required\n\nReason: none\n\nMore.\n',
      [{ severity: 'error', summary: 'Backend initialization required', detail: 'Reason: none\n\nMore.' }],
    ],
    [
      'two errors',
      '\nError: One\n\nError: Two\n',
      [
        { severity: 'error', summary: 'One', detail: '' },
        { severity: 'error', summary: 'Two', detail: '' },
      ],
    ],
    [
      'a message that stands alone',
      'Failed to unlock state: LocalState not locked\n',
      [{ severity: 'error', summary: 'Failed to unlock state: LocalState not locked', detail: '' }],
    ],
  ])('%s', (_what, text, diagnostics) => {
    expect(parsePlainDiagnostics(text)).toEqual(diagnostics);
  });

  test('a warning in a box does not swallow the message after it', () => {
    const text = `There are some problems with the CLI configuration:
╷
│ Warning: Unable to open CLI configuration file
│
│ The CLI configuration file at "/nonexist" does not exist.
╵

Failed to unlock state: LocalState not locked
`;
    expect(parsePlainDiagnostics(text)).toEqual([
      {
        severity: 'warning',
        summary: 'Unable to open CLI configuration file',
        detail: 'The CLI configuration file at "/nonexist" does not exist.',
      },
      { severity: 'error', summary: 'Failed to unlock state: LocalState not locked', detail: '' },
    ]);
  });
});

test('as lines to read', () => {
  expect(renderDiagnostic({ severity: 'error', summary: 'Bad', detail: 'Because.\n\nSo.', address: 'a.b' })).toEqual([
    'Error: Bad (a.b)',
    '  Because.',
    '',
    '  So.',
  ]);
  expect(renderDiagnostic({ severity: 'warning', summary: 'Careful', detail: '' })).toEqual(['Warning: Careful']);
});
