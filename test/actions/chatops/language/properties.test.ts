// What holds for every comment that anybody can write.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commands } from '../../../../src/actions/chatops/commands/index.ts';
import { parseComment } from '../../../../src/actions/chatops/language/parse-comment.ts';
import { renderCommand } from '../../../../src/actions/chatops/language/render-command.ts';
import { saidLines } from '../../../../src/actions/chatops/language/said-lines.ts';
import { isValued } from '../../../../src/actions/chatops/language/values.ts';
import { visibleLine } from '../../../../src/actions/comment/text.ts';
import type { ArgumentDefinition, Command, CommandDefinition } from '../../../../src/define/command.ts';
import { anyCharacter } from '../../../support/any-character.ts';
import { runbookCommand, runbookList } from '../support/runbooks.ts';
import { written } from './support/outcome.ts';

/** What Markdown and the grammar are made of, so that it comes together in every way. */
const fragment = fc.constantFrom(
  ...['/plan', '/preview destroy', '/help', '/lock reason="x"', '/unlock --force', '/paln', '/etc', '/', 'text', '"', '=', '--'],
  ...['\n', '\n\n', '\r\n', '\r', ' ', '    ', '\t', '> ', '>', '- ', '1. ', '# ', '---', '```', '~~~', '`', '\\'],
  ...['<!--', '-->', '<pre>', '</pre>', '<div>', '<b>', '<?', '?>', '\u0000', '\u200b', '\u202e', '\ud800', '\u2028', '\u0430'],
);
const comment = fc.oneof(
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: anyCharacter }),
  fc.string({ unit: 'binary-ascii' }),
);

function listOf(body: string): readonly Command[] {
  const parsed = parseComment(body, commands);
  return parsed.kind === 'commands' ? parsed.commands : [];
}

describe('any comment', () => {
  test('never makes the parser throw, and what it says is short, on one line, and hides nothing', () => {
    fc.assert(
      fc.property(comment, (body) => {
        const parsed = parseComment(body, commands);
        if (parsed.kind === 'commands') expect(parsed.commands.length).toBeGreaterThan(0);
        if (parsed.kind !== 'refused') return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { line, what } of parsed.problems) {
          expect(line.length).toBeLessThan(800);
          for (const text of [line, what]) expect(visibleLine(text)).toBe(text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('makes commands only of lines that begin with a slash in the first column', () => {
    fc.assert(
      fc.property(comment, (body) => {
        const lines = body.split(/\r\n|\r|\n/).filter((line) => line.startsWith('/'));
        let next = 0;
        for (const said of saidLines(body)) {
          next = lines.indexOf(said, next) + 1;
          expect(next).toBeGreaterThan(0);
        }
        expect(listOf(body).length).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('has the same commands when they are written properly, and then that is the same comment again', () => {
    fc.assert(
      fc.property(comment, (body) => {
        const proper = listOf(body).map(written).join('\n');
        expect(listOf(proper)).toEqual(listOf(body));
        expect(listOf(proper).map(written).join('\n')).toBe(proper);
      }),
      { numRuns: 1000 },
    );
  });

  test('says the same when all that it does not say is left blank', () => {
    fc.assert(
      fc.property(comment, (body) => {
        const said = saidLines(body);
        expect(saidLines(said.join('\n\n'))).toEqual(said);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a fence of backticks', (body: string) => `${fenceFor(body, '`')}\n${body}\n${fenceFor(body, '`')}`],
    ['a fence that is never closed', (body: string) => `${fenceFor(body, '~')}\n${body}`],
    ['a quote', (body: string) => lines(body, '> ')],
    ['indented code', (body: string) => lines(body, '    ')],
    ['a comment of HTML', (body: string) => `<!--\n${body.replaceAll('-->', '')}\n-->`],
  ])('in %s is no command', (_what, wrap) => {
    fc.assert(
      fc.property(comment, (body) => {
        expect(parseComment(wrap(body), commands)).toEqual({ kind: 'none' });
      }),
    );
  });

  test('before a command does not hide it, as long as it is plain text', () => {
    const plain = fc.array(fc.stringMatching(/^[A-Za-z,. ]*$/), { maxLength: 10 });
    fc.assert(
      fc.property(plain, (before) => {
        expect(listOf([...before, '', '/cancel'].join('\n'))).toEqual([{ name: 'cancel', arguments: {} }]);
      }),
    );
  });
});

describe.each(
  [...commands, { ...runbookCommand(runbookList), name: 'practise' }].map((definition) => [definition.name, definition] as const),
)('/%s', (_name, definition) => {
  test('with any good arguments, written and parsed, is the same command', () => {
    fc.assert(
      fc.property(goodCommand(definition), (given) => {
        expect(parseComment(renderCommand(given, definition), [...commands, definition])).toEqual({
          kind: 'commands',
          commands: [given],
        });
      }),
    );
  });
});

function goodCommand(definition: CommandDefinition): fc.Arbitrary<Command> {
  const values = Object.entries(definition.arguments).map(([name, argument]) => {
    if (argument.kind === 'inputs') return fc.constant(undefined);
    const value = goodValue(argument).map((text): readonly [string, string | true] => [name, text]);
    if (isValued(argument) && (argument.required || argument.default !== undefined)) return value;
    return fc.option(value, { nil: undefined });
  });
  return fc
    .tuple(...values)
    .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined)))
    .chain((given) => goodInputs(definition, given))
    .map((given) => ({ name: definition.name, arguments: given }));
}

/** Of the runbook that was drawn: all that it needs, and some of the rest. */
function goodInputs(
  { arguments: all }: CommandDefinition,
  given: Readonly<Record<string, string | true>>,
): fc.Arbitrary<Command['arguments']> {
  const [name, argument] = Object.entries(all).find(([, { kind }]) => kind === 'inputs') ?? [];
  if (name === undefined || argument?.kind !== 'inputs') return fc.constant(given);
  const inputs = Object.entries(argument.inputs[String(given[argument.of])] ?? {});
  const pairs = inputs.map(([key, { example, default: otherwise, optional }]) => {
    const pair = fc.constant([key, example] as const);
    return otherwise === undefined && !optional ? pair : fc.option(pair, { nil: undefined });
  });
  return fc.tuple(...pairs).map((drawn) => {
    const texts = drawn.filter((pair) => pair !== undefined);
    return texts.length === 0 ? given : { ...given, [name]: JSON.stringify(Object.fromEntries(texts)) };
  });
}

function goodValue(argument: Exclude<ArgumentDefinition, { readonly kind: 'inputs' }>): fc.Arbitrary<string | true> {
  switch (argument.kind) {
    case 'text':
      return fc
        .string({ unit: anyCharacter, minLength: 1, maxLength: argument.mostCharacters })
        .map((text) => text.replaceAll('"', "'").replace(/[^\S ]/g, ' '))
        .filter((text) => text.trim() !== '' && visibleLine(text) === text);
    case 'environment':
      return fc.stringMatching(/^[a-z](?:-?[a-z0-9]){1,5}$/);
    case 'choice':
      return fc.constantFrom(...argument.choices);
    case 'duration':
      return fc.integer({ min: 1, max: Math.min(999, argument.mostSeconds / 3600) }).map((hours) => `${hours}h`);
    case 'digest':
      return fc.stringMatching(/^[0-9a-f]{12,64}$/);
    case 'command':
      return fc.constantFrom('preview', ...commands.map(({ name }) => name));
    case 'name':
      return fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
    case 'flag':
      return fc.constant(true as const);
    default:
      return argument satisfies never;
  }
}

/** Longer than any run of the mark in the text. */
function fenceFor(body: string, mark: string): string {
  const runs = body.split(/[^`~]+/).map((run) => run.length);
  return mark.repeat(Math.max(3, ...runs) + 1);
}

function lines(body: string, prefix: string): string {
  return body
    .split(/\r\n|\r|\n/)
    .map((line) => prefix + line)
    .join('\n');
}
