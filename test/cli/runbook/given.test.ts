// The command line of a runbook, taken apart.
import { describe, expect, test } from '@jest/globals';
import { readGiven } from '../../../src/cli/runbook/given.ts';

describe('a command line', () => {
  test.each([
    [[], { action: 'list', subject: '', inputs: {} }],
    [['explain', 'ecs-scale'], { action: 'explain', subject: 'ecs-scale', inputs: {} }],
    [
      ['run', 'ecs-scale', 'desired=6', 'environment=staging'],
      { action: 'run', subject: 'ecs-scale', inputs: { desired: '6', environment: 'staging' } },
    ],
    [['plan', 'to=a=b', 'waf-block-ip'], { action: 'plan', subject: 'waf-block-ip', inputs: { to: 'a=b' } }],
    [['plan', 'x', '__proto__=1'], { action: 'plan', subject: 'x', inputs: Object.fromEntries([['__proto__', '1']]) }],
  ])('%j is understood', (words, given) => {
    expect(readGiven(words)).toEqual(given);
  });

  test.each([
    [['rnu', 'x'], 'opsdeck runbook: "rnu" is none of list, explain, plan, run, resume.'],
    [['run', 'x', 'y', '=1', 'a=1', 'a=2'], /"y".*an input without a name; a is given twice\.$/],
  ])('%j is refused, with everything that is wrong', (words, message) => {
    expect(() => readGiven(words)).toThrow(
      expect.objectContaining({ code: 'cli/usage', message: expect.stringMatching(new RegExp(message)) }),
    );
  });
});
