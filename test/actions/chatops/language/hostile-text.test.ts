// Text that looks like a command, hides in one, or is meant for a shell: refused or taken as text.
import { describe, expect, test } from '@jest/globals';
import { commands } from '../../../../src/actions/chatops/commands/index.ts';
import { parseComment } from '../../../../src/actions/chatops/language/parse-comment.ts';
import { outcome } from './support/outcome.ts';

describe('what is no plain character', () => {
  const only = 'refused: commands have only plain spaces and characters that can be seen, and not';
  const instead = (word: string, verb: string) => `refused: there is no \`/${word}\`; you probably mean \`/${verb}\``;

  test.each([
    ['a Cyrillic letter in a verb', '/\u0430pply plan=0123456789ab', instead('\u0430pply', 'apply')],
    ['a Greek letter in a verb', '/\u03c1lan', instead('\u03c1lan', 'plan')],
    ["two of them, which is nobody's verb", '/\u0440l\u0430n', 'none'],
    ['wide letters', '/\uff50\uff4c\uff41\uff4e', 'none'],
    ['a wide slash', '\uff0fplan', 'none'],
    ['a slash for fractions', '\u2044plan', 'none'],
    ['a slash for division', '\u2215plan', 'none'],
    ['a slash that overlays', '\u0338plan', 'none'],
    ['a letter with an accent apart', '/pla\u0301n', instead('pla\u0301n', 'plan')],
    ['a zero-width space in a verb', '/pl\u200ban', instead('pl\\u{200b}an', 'plan')],
    ['a zero-width space before a verb', '/\u200bplan', instead('\\u{200b}plan', 'plan')],
    ['a zero-width space before the slash', '\u200b/plan', 'none'],
    ['a soft hyphen', '/plan\u00ad', instead('plan\\u{ad}', 'plan')],
    ['a null behind a verb', '/plan\u0000', instead('plan\\u{0}', 'plan')],
    ['a null before the slash', '\u0000/plan', 'none'],
    ['a null in an argument', '/plan stag\u0000ing', `${only} \`U+0000\``],
    ['an escape sequence', '/plan \u001b[31mstaging', `${only} \`U+001B\``],
    ['a bell', '/plan staging\u0007', `${only} \`U+0007\``],
    ['a tab between words', '/preview\tdeploy', `${only} \`U+0009\``],
    ['a no-break space between words', '/preview\u00a0deploy', `${only} \`U+00A0\``],
    ['an ideographic space', '/plan\u3000staging', `${only} \`U+3000\``],
    ['a vertical tab', '/plan\u000bstaging', `${only} \`U+000B\``],
    ['a line separator', '/plan\u2028/cancel', `${only} \`U+2028\``],
    ['right-to-left override', '/plan \u202egnigats', `${only} \`U+202E\``],
    ['right-to-left override in a reason', '/lock reason="\u202eabc"', `${only} \`U+202E\``],
    ['an isolate', '/lock reason="\u2066abc\u2069"', `${only} \`U+2066\``],
    ['a joiner', '/plan stag\u200ding', `${only} \`U+200D\``],
    ['tag characters', '/lock reason="a\u{e0041}"', `${only} \`U+E0041\``],
    ['half a character', '/lock reason="\ud800"', `${only} \`U+D800\``],
    ['the other half in a verb', '/plan\udc00', instead('plan\\u{dc00}', 'plan')],
    ['a filler', '/lock reason="\u3164"', `${only} \`U+3164\``],
    ['other digits', '/preview extend \u0662\u0664h', expect.stringMatching(/^refused: `duration` has to be a duration/)],
    [
      'other letters as an environment',
      '/plan st\u0430ging',
      expect.stringMatching(/^refused: `environment` has to be the name/),
    ],
    [
      'other scripts in a reason, which are welcome',
      '/lock reason="負荷試験 – größer"',
      '/lock reason="負荷試験 – größer" for=8h',
    ],
    ['a picture in a reason', '/lock reason="\u{1f525}"', '/lock reason="\u{1f525}" for=8h'],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toEqual(expected);
  });
});

describe('what a shell, a workflow or Markdown would make something of', () => {
  const hostile = [
    '$(id)',
    '`id`',
    '${{github.token}}',
    '${IFS}',
    ';id',
    '&&id',
    '|id',
    '>out',
    '<in',
    "'",
    '\\',
    '*',
    '../../etc',
    '/etc/passwd',
    '--upload-pack',
    '-auto-approve',
    '%0aid',
    '!id',
    '#id',
    '@everyone',
    '[a](b)',
    '<script>',
    '{{7*7}}',
    'staging;id',
    'staging\\n',
    '__proto__',
    'STAGING',
  ];

  test.each(hostile)('is no environment: %s', (text) => {
    expect(outcome(`/plan ${text}`)).toMatch(/^refused: /);
  });

  test.each(hostile)('is no digest: %s', (text) => {
    expect(outcome(`/apply plan=${text}`)).toMatch(/^refused: `plan` has to be the digest of a plan/);
  });

  test.each(hostile)('is a text where texts are asked for, and nothing else: %s', (text) => {
    const definitions = commands.filter(({ name }) => name === 'lock');
    expect(parseComment(`/lock reason="${text}"`, definitions)).toEqual({
      kind: 'commands',
      commands: [{ name: 'lock', arguments: { reason: text, for: '8h' } }],
    });
  });

  test.each([
    ['a key of every object', '/lock constructor=1 reason="a"', 'refused: there is no `constructor=`'],
    ['the prototype as a key', '/lock __proto__=1 reason="a"', 'refused: there is no `__proto__=`'],
    ['the prototype as a flag', '/unlock --__proto__', 'refused: there is no `--__proto__`'],
    ['a key of every object as a verb', '/constructor', 'none'],
    ['the prototype as a verb', '/__proto__', 'none'],
    [
      'as a command to explain',
      '/help constructor',
      'refused: `command` has to be the name of a command, without its slash, not `constructor`',
    ],
    ['a semicolon behind a verb', '/plan;id', 'none'],
    ['a semicolon behind a word', '/preview destroy; id', expect.stringMatching(/^refused: there is no `\/preview destroy;`/)],
    ['a pipe', '/cancel | sh', 'refused: nothing is expected where it says `| sh`'],
    ['a substitution', '/cancel $(id)', 'refused: nothing is expected where it says `$(id)`'],
    ['an expression', '/status ${{ secrets.X }}', 'refused: nothing is expected where it says `${{ secrets.X }}`'],
    ['backticks, which stay code in the answer', '/status `id`', 'refused: nothing is expected where it says `` `id` ``'],
    ['a comment of a shell', '/cancel # now', 'refused: nothing is expected where it says `# now`'],
    ['an escaped line break', '/plan \\', expect.stringMatching(/^refused: `environment`/)],
    ['a mention', '/status @everyone', 'refused: nothing is expected where it says `@everyone`'],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toEqual(expected);
  });
});

describe('sizes', () => {
  const megabyte = 2 ** 20;

  test.each([
    ['a megabyte of prose', `${'The quick brown fox jumps over the lazy dog.\n'.repeat(24_000)}\n/plan`, '/plan'],
    ['one line of a megabyte', `/${'a'.repeat(megabyte)}`, 'none'],
    ['a verb that goes on for a megabyte', `/plan${'n'.repeat(megabyte)}`, 'none'],
    ['a megabyte of arguments', `/plan ${'a '.repeat(megabyte / 2)}`, 'refused: no command is longer than 1000 characters'],
    ['a megabyte of reason', `/lock reason="${'a'.repeat(megabyte)}"`, 'refused: no command is longer than 1000 characters'],
    ['a megabyte of spaces behind a command', `/plan${' '.repeat(megabyte)}`, '/plan'],
    ['a megabyte of slashes', '/'.repeat(megabyte), 'none'],
    ['a megabyte of line breaks', `${'\n'.repeat(megabyte)}/plan`, '/plan'],
    ['a megabyte of marks of quotes', `/plan\n\n${'> '.repeat(megabyte / 2)}`, '/plan'],
    ['a megabyte of list items in each other', `/plan\n\n${'- '.repeat(megabyte / 2)}x`, '/plan'],
    ['a megabyte of backticks', `/plan\n\n${'`'.repeat(megabyte)}`, '/plan'],
    ['a megabyte of code that is never closed', `/plan\n\n${'` `` '.repeat(megabyte / 5)}`, '/plan'],
    ['a megabyte of comments that are never closed', `/plan\n\ntext ${'<!--'.repeat(megabyte / 4)}`, '/plan'],
    ['a megabyte of tabs', `/plan\n\n${'\t'.repeat(megabyte)}`, '/plan'],
    ['a megabyte of tags that are never closed', `/plan\n\n${'<a b '.repeat(megabyte / 5)}`, '/plan'],
    [
      '10,000 lines of near-commands',
      '/paln\n'.repeat(10_000),
      expect.stringMatching(/a comment has at most 5 commands, and this is one more$/),
    ],
    ['10,000 commands', '/plan\n'.repeat(10_000), 'refused: a comment has at most 5 commands, and this is one more'],
    ['10,000 paths', '/usr/bin/env\n'.repeat(10_000), 'none'],
    ['10,000 fences', '```\n/plan\n```\n'.repeat(10_000), 'none'],
    ['nothing', '', 'none'],
    ['a slash', '/', 'none'],
    ['a slash and a space', '/ plan', 'none'],
    ['two slashes', '//plan', 'refused: there is no `//plan`; you probably mean `/plan`'],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toEqual(expected);
  });

  test('what is shown of a line is short, on one line, and hides nothing', () => {
    const parsed = parseComment(`/plan \u202e${'x'.repeat(900)} ${'y'.repeat(50)}`, commands);
    expect(parsed).toEqual({
      kind: 'refused',
      problems: [
        {
          line: expect.stringMatching(/^\/plan \\u\{202e\}x+ \.\.\. \d+ more \.\.\. y+$/),
          what: 'commands have only plain spaces and characters that can be seen, and not `U+202E`',
          usage: '/plan [environment]',
        },
      ],
    });
  });
});
