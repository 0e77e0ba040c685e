import { describe, expect, test } from '@jest/globals';
import { checkOptions } from '../../src/cli/options.ts';

const definitions = {
  scenario: { type: 'positional' },
  profile: { type: 'string' },
  keep: { type: 'boolean' },
} as const;

describe('a command line', () => {
  test.each([
    [[]],
    [['platform']],
    [['platform', '--profile', 'preview']],
    [['--profile=preview', 'platform', '--keep']],
    [['--no-keep']],
    [['-']],
  ])('%j is understood', (rawArgs) => {
    expect(() => checkOptions('rehearse', rawArgs, definitions)).not.toThrow();
  });

  test.each([
    [['--profle', 'preview'], 'opsdeck rehearse: unknown option --profle.'],
    [['--keep', '-x', '--yes=1'], 'opsdeck rehearse: unknown option -x; unknown option --yes.'],
    [['platform', 'again'], 'opsdeck rehearse: 2 arguments, but at most 1 is taken.'],
  ])('%j is refused', (rawArgs, message) => {
    expect(() => checkOptions('rehearse', rawArgs, definitions)).toThrow(expect.objectContaining({ message, code: 'cli/usage' }));
  });
});
