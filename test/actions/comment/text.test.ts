// Anybody's text in a comment stays text.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeText, fence, htmlCode, inlineCode, link, visible } from '../../../src/actions/comment/text.ts';
import { cutMiddle } from '../../../src/define/text.ts';
import { anyCharacter } from '../../support/any-character.ts';

const hostile = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.string({
    unit: fc.constantFrom(
      '`',
      '``',
      '\n',
      '@me',
      '#1',
      '<b>',
      '](',
      '\\',
      ' ',
      '\u202e',
      '\u200b',
      '\u0000',
      '\r',
      'www.a.b',
      '~~~',
      '\ud800',
    ),
  }),
);

describe('what hides or rearranges text becomes visible', () => {
  test.each([
    ['right-to-left override', 'a\u202eb', 'a\\u{202e}b'],
    ['zero-width space', 'pass\u200bword', 'pass\\u{200b}word'],
    ['escape sequence', '\u001b[31mred', '\\u{1b}[31mred'],
    ['tag characters', 'a\u{e0041}', 'a\\u{e0041}'],
    ['half a character', 'a\ud800', 'a\\u{d800}'],
    ['line breaks and tabs, which stay', 'a\n\tb', 'a\n\tb'],
    ['other scripts, which stay', 'Ünïcode 日本語 🎉', 'Ünïcode 日本語 🎉'],
  ])('%s', (_what, text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

describe('words in a line', () => {
  test.each([
    ['hello @everyone', 'hello `@`everyone'],
    ['fixes #12 and GH-3', 'fixes `#`12 and `GH-`3'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['[a](https://evil.example)', '\\[a\\]\\(`https:`//evil.example\\)'],
    ['www.evil.example', '`www.`evil.example'],
    ['**bold** _and_ `code`', '\\*\\*bold\\*\\* \\_and\\_ \\`code\\`'],
    ['two\nlines', 'two\\\\nlines'],
  ])('%s', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  test('never mention, refer, or leave the line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/@\w|#\d|(?<!\\)[<>[\]*]|\n|\p{Cf}/u);
      }),
    );
  });
});

describe('code in a line', () => {
  test.each([
    ['plain', '`plain`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    [' padded ', '`  padded  `'],
    ['', '` `'],
    ['a\nb', '`a\\nb`'],
  ])('%j', (text, expected) => {
    expect(inlineCode(text)).toBe(expected);
  });

  test('cannot be left: its ticks are longer than any inside, and it is one line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const code = inlineCode(text);
        const ticks = /^`+/.exec(code)?.[0] ?? '';
        const inner = code.slice(ticks.length, -ticks.length);
        expect(code.endsWith(ticks)).toBe(true);
        expect((inner.match(/`+/g) ?? []).map((run) => run.length)).not.toContain(ticks.length);
        expect(code).not.toContain('\n');
      }),
    );
  });
});

describe('a code block', () => {
  test('has a fence that is longer than any run of backticks in it', () => {
    expect(fence('```\nescape\n````', 'diff')).toBe('`````diff\n```\nescape\n````\n`````');
  });

  test('cannot be left', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [open = '', ...rest] = fence(text).split('\n');
        expect(rest.filter((line) => line.trim().startsWith(open))).toEqual([open]);
        expect(rest.at(-1)).toBe(open);
      }),
    );
  });
});

test('code in HTML holds no HTML', () => {
  expect(htmlCode('a</code><script>&"')).toBe('<code>a&lt;/code&gt;&lt;script&gt;&amp;&quot;</code>');
});

describe('a link', () => {
  test.each([
    ['https://github.com/a/b/actions/runs/1', '[run](https://github.com/a/b/actions/runs/1)'],
    ['https://x.example/)[b](y "t"', '[run](https://x.example/%29%5Bb%5D%28y%20%22t%22)'],
    ['javascript:alert(1)', 'run'],
    ['https://user:pass@evil.example', 'run'],
    ['no address', 'run'],
  ])('to %s', (address, expected) => {
    expect(link('run', address)).toBe(expected);
  });
});

describe('a text cut in the middle', () => {
  test('shows both ends and how much is missing', () => {
    expect(cutMiddle(`${'a'.repeat(100)}${'z'.repeat(100)}`, 40)).toBe(`${'a'.repeat(11)} ... 178 more ... ${'z'.repeat(11)}`);
  });

  test('is never longer than asked for, and cuts no character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 20, max: 100 }), (text, most) => {
        const cut = cutMiddle(text, most);
        expect(cut.length).toBeLessThanOrEqual(Math.max(most, 0));
        expect(cut).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
