// What a runbook asks for, in the words of a comment: pairs, all of them judged at once.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseComment } from '../../../../src/actions/chatops/language/parse-comment.ts';
import { renderCommand } from '../../../../src/actions/chatops/language/render-command.ts';
import { visibleLine } from '../../../../src/actions/comment/text.ts';
import { anyCharacter } from '../../../support/any-character.ts';
import { runbookCommand, runbookList } from '../support/runbooks.ts';

const definition = runbookCommand(runbookList);

function outcome(body: string): string {
  const parsed = parseComment(body, [definition]);
  if (parsed.kind === 'none') return 'none';
  if (parsed.kind === 'refused') return `refused: ${parsed.problems.map(({ what }) => what).join('; ')}`;
  return parsed.commands
    .map((command) => `${renderCommand(command, definition)} ${JSON.stringify(command.arguments)}`)
    .join(' & ');
}

describe('good inputs', () => {
  test.each([
    [
      '/runbook run ecs-scale desired=12',
      '/runbook run ecs-scale desired=12 {"runbook":"ecs-scale","inputs":"{\\"desired\\":\\"12\\"}"}',
    ],
    [
      '/runbook run reason="exam at nine" until=2h ecs-scale desired=12 environment=production',
      '/runbook run ecs-scale environment=production until=2h desired=12 reason="exam at nine" ' +
        '{"runbook":"ecs-scale","environment":"production","inputs":"{\\"until\\":\\"2h\\",\\"desired\\":\\"12\\"}","reason":"exam at nine"}',
    ],
    ['/runbook run aurora-failover', '/runbook run aurora-failover {"runbook":"aurora-failover"}'],
    [
      '/runbook run ecs-scale desired="12"',
      '/runbook run ecs-scale desired=12 {"runbook":"ecs-scale","inputs":"{\\"desired\\":\\"12\\"}"}',
    ],
  ])('%s', (body, expected) => {
    expect(outcome(body)).toBe(expected);
  });
});

describe('bad ones are told all at once', () => {
  test.each([
    ['nothing given', '/runbook run ecs-scale', 'desired: missing; for example 12'],
    [
      'an unknown runbook, and the nearest',
      '/runbook run ecs-scal desired=12',
      '`runbook` has to be one of `ecs-scale`, `aurora-failover`, not `ecs-scal`; you probably mean `ecs-scale`',
    ],
    ['no runbook', '/runbook run desired=12', '`runbook` is missing'],
    [
      'out of range, of the wrong kind, and unknown',
      '/runbook run ecs-scale desired=0 until=soon colour=red',
      '"colour": is no input of it; there are desired, until, allow\\-fewer; desired: expected a whole number from 1 to 500; got "0"; until: expected from 1m to 1d; got "soon"',
    ],
    [
      'a slip in an input',
      '/runbook run ecs-scale desird=12',
      '"desird": is no input of it; there are desired, until, allow\\-fewer; desired: missing; for example 12; instead of `desird=`, you probably mean `desired=`',
    ],
    [
      'a slip in what is the command\u2019s own',
      '/runbook run aurora-failover reson="x"',
      '"reson": is no input of it; it takes none; instead of `reson=`, you probably mean `reason=`',
    ],
    ['one twice', '/runbook run ecs-scale desired=1 desired=2', '`desired` is given more than once'],
    ['an empty one, which is as good as none', '/runbook run ecs-scale desired=', 'desired: missing; for example 12'],
    ['an input as a flag', '/runbook run ecs-scale desired=1 --allow-fewer', 'there is no `--allow-fewer`'],
    ['a key of every object', '/runbook run ecs-scale desired=1 __proto__=1', 'there is no `__proto__=`'],
    [
      'another one',
      '/runbook run ecs-scale desired=1 constructor=1',
      '"constructor": is no input of it; there are desired, until, allow\\-fewer',
    ],
    [
      'a runbook of every object',
      '/runbook run constructor',
      '`runbook` has to be one of `ecs-scale`, `aurora-failover`, not `constructor`',
    ],
    [
      'the argument that collects them',
      '/runbook run ecs-scale inputs={}',
      expect.stringContaining('"inputs": is no input of it'),
    ],
    [
      'a command in a value',
      '/runbook run ecs-scale desired=$(id)',
      'desired: expected a whole number from 1 to 500; got "\\$\\(id\\)"',
    ],
    [
      'a mention in a value',
      '/runbook run ecs-scale desired=@everyone',
      'desired: expected a whole number from 1 to 500; got "`@`everyone"',
    ],
  ])('%s', (_what, body, expected) => {
    const found = outcome(body);
    if (typeof expected === 'string') expect(found).toBe(`refused: ${expected}`);
    else expect(found).toEqual(expected);
  });
});

test('whatever pairs somebody writes: never thrown, never hidden, and good ones come out as they were', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'desired',
      'until',
      'allow-fewer',
      'environment',
      'reason',
      'runbook',
      'inputs',
      '__proto__',
      'toString',
      '1',
    ),
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 8 }),
  );
  const value = fc.oneof(
    fc.constantFrom('12', '2h', 'true', '', 'a b', 'staging'),
    fc.string({ unit: anyCharacter, maxLength: 8 }),
  );
  const pair = fc.tuple(key, value, fc.boolean()).map(([name, text, isQuoted]) => `${name}=${isQuoted ? `"${text}"` : text}`);
  fc.assert(
    fc.property(fc.constantFrom('ecs-scale', 'aurora-failover', 'x'), fc.array(pair, { maxLength: 6 }), (id, pairs) => {
      const parsed = parseComment(['/runbook run', id, ...pairs].join(' '), [definition]);
      if (parsed.kind === 'refused') for (const { what } of parsed.problems) expect(visibleLine(what)).toBe(what);
      if (parsed.kind !== 'commands') return;
      const [command] = parsed.commands;
      if (command !== undefined) expect(parseComment(renderCommand(command, definition), [definition])).toEqual(parsed);
    }),
    { numRuns: 1000 },
  );
});
