// A command is what a person says: a line in the first column that is not code, not a quote, not hidden.
import { describe, expect, test } from '@jest/globals';
import { outcome } from './support/outcome.ts';

const plan = '/plan';
const fence = '```';

describe('code that is fenced', () => {
  test.each([
    ['a fence of backticks', `${fence}\n/plan\n${fence}`, 'none'],
    ['with a language', `${fence}sh\n/plan\n${fence}`, 'none'],
    ['a fence of tildes', '~~~\n/plan\n~~~', 'none'],
    ['a fence of tildes with backticks in its info', '~~~ a`b\n/plan\n~~~', 'none'],
    ['a fence that is never closed goes to the end', `${fence}\n/plan\n\n\n/apply plan=0123456789ab`, 'none'],
    ['a longer fence is not closed by a shorter one', `${fence}${fence}\n/plan\n${fence}\n/cancel\n${fence}${fence}`, 'none'],
    ['a fence is closed by a longer one', `${fence}\n/cancel\n${fence}${fence}\n/plan`, plan],
    ['a fence is not closed by the other kind', `${fence}\n~~~\n/plan\n${fence}`, 'none'],
    ['a fence is not closed by one with a language', `${fence}\n/plan\n${fence}sh\n/cancel\n${fence}`, 'none'],
    ['spaces behind the closing fence do not matter', `${fence}\n/cancel\n${fence}   \n/plan`, plan],
    ['a closing fence may be indented by three', `${fence}\n/cancel\n   ${fence}\n/plan`, plan],
    ['a closing fence indented by four is none', `${fence}\n/cancel\n    ${fence}\n/plan`, 'none'],
    ['an opening fence may be indented by three', `   ${fence}\n/plan\n${fence}`, 'none'],
    ['an opening fence indented by four is indented code', `    ${fence}\n/plan\n    ${fence}`, plan],
    ['two backticks are no fence', '``\n\n/plan\n\n``', plan],
    ['backticks in the info of a backtick fence make it none', '``` a`b\n\n/plan', plan],
    ['a fence right behind a paragraph', `See:\n${fence}\n/plan\n${fence}`, 'none'],
    ['before, in and behind a fence', `/plan\n${fence}\n/cancel\n${fence}\n/status`, '/plan & /status'],
    ['two fences', `${fence}\n/plan\n${fence}\n${fence}\n/plan\n${fence}`, 'none'],
    ['a diff', `${fence}diff\n- /plan\n+ /cancel\n/plan\n${fence}`, 'none'],
    ['a suggestion', `${fence}suggestion\n/preview destroy\n${fence}`, 'none'],
    ['a fence in a list item', `- like this:\n  ${fence}\n  /plan\n  ${fence}\n\n/cancel`, '/cancel'],
    ['a fence in a numbered item, closed there', `1. ${fence}\n   /plan\n   ${fence}\n\n/cancel`, '/cancel'],
    ['a fence in a list item ends with the item', `- ${fence}\n/plan\n`, plan],
    ['and what would have closed it opens another', `- ${fence}\n/plan\n${fence}\n/cancel`, plan],
    ['a fence in a quote ends with the quote', `> ${fence}\n/plan`, plan],
    ['an item that has nothing ends at a blank line, and holds no fence', `-\n\n  ${fence}\n/plan`, 'none'],
    ['an item that has nothing goes on with the next line', `-\n  ${fence}\n/plan`, plan],
    ['an item that has nothing does not begin in a paragraph', `text\n*\n  ${fence}\n/plan`, 'none'],
    ['a fence after a tab is indented code', `\t${fence}\n/plan`, plan],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toBe(expected);
  });
});

describe('a line that does not begin in the first column', () => {
  test.each([
    ['indented code', '    /plan'],
    ['a tab', '\t/plan'],
    ['a single space', ' /plan'],
    ['a no-break space', '\u00a0/plan'],
    ['a byte order mark', '\ufeff/plan'],
    ['words before it', 'please /plan'],
    ['a mention before it', '@opsdeck /plan'],
    ['a list item', '- /plan'],
    ['a numbered item', '1. /plan'],
    ['a task', '- [ ] /plan'],
    ['a heading', '# /plan'],
    ['a cell of a table', '| /plan |\n| --- |\n| /plan |'],
    ['emphasis', '**/plan**'],
    ['a backslash', '\\/plan'],
    ['code in the line', '`/plan`'],
    ['a link', '[/plan](/plan)'],
    ['help in the middle of a line', 'type /help to learn more'],
  ])('is nothing: %s', (_what, body) => {
    expect(outcome(body)).toBe('none');
  });

  test.each([
    ['a paragraph before it', 'Thanks!\n\n/plan'],
    ['a line of the same paragraph before it', 'Thanks!\n/plan'],
    ['a list before it, as if it were part of it', '- thanks\n/plan'],
    ['a rule behind it, which makes a heading of it', '/plan\n---'],
    ['spaces behind it', '/plan   '],
    ['a tab behind it', '/plan\t'],
    ['details around it, apart', '<details>\n\n/plan\n\n</details>'],
  ])('the line that does begin there is a command: %s', (_what, body) => {
    expect(outcome(body)).toBe(plan);
  });
});

describe('quotes', () => {
  test.each([
    ['of a command', '> /preview destroy', 'none'],
    ['without a space', '>/preview destroy', 'none'],
    ['a line that goes on with one without a mark', '> they said\n/preview destroy', 'none'],
    ['two such lines', '> they said\nand then\n/preview destroy', 'none'],
    ['a quote in a quote', '> > they said\n/preview destroy', 'none'],
    ['a quote in a list', '- > they said\n/preview destroy', 'none'],
    ['a list in a quote', '> - they said\n/preview destroy', 'none'],
    ['an alert', '> [!WARNING]\n/preview destroy', 'none'],
    ['an indented mark', '   > they said\n/preview destroy', 'none'],
    ['a reply apart from the quote', '> /preview destroy\n\n/plan', plan],
    ['a reply behind an empty line of the quote', '> they said\n>\n/plan', plan],
    ['a reply behind a heading in the quote', '> # they said\n/plan', plan],
    ['a reply behind a list that begins after the quote, with whatever number', '> they said\n2. two\n/plan', plan],
    ['a reply behind a rule', '> they said\n***\n/plan', plan],
    ['a mark behind a number in a paragraph, which begins no list', 'text\n2. > x\n/plan', plan],
    ['a mark behind a one in a paragraph, which does', 'text\n1. > x\n/plan', 'none'],
    ['a mark indented by four is code', '    > they said\n/plan', plan],
    ['between two quotes', '> one\n\n/plan\n\n> two', plan],
    ['a quote in HTML', '<blockquote>\n/preview destroy\n</blockquote>', 'none'],
    ['a quote in HTML with blank lines', '<blockquote>\n\n/preview destroy\n\n</blockquote>\n/plan', plan],
    ['how mail programs quote', 'On Monday, somebody wrote:\n> /preview destroy\n', 'none'],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toBe(expected);
  });
});

describe('HTML', () => {
  test.each([
    ['a comment in a line', '<!-- /plan -->', 'none'],
    ['a comment over several lines', '<!--\n/plan\n-->', 'none'],
    ['a comment with blank lines', '<!--\n\n/plan\n\n-->', 'none'],
    ['a comment that is never closed goes to the end', '<!--\n\n/plan\n\n/cancel', 'none'],
    ['a comment that a fence seems to end', `<!--\n${fence}\n-->\n/plan`, plan],
    ['a fence that a comment seems to end', `${fence}\n<!--\n${fence}\n/plan`, plan],
    ['behind a comment', '<!-- a template -->\n/plan', plan],
    ['two comments', '<!--\n/plan\n-->\n<!--\n/plan\n-->\n/cancel', '/cancel'],
    ['a comment that begins in the middle of a line', 'text <!-- hidden\n/plan\n--> text', 'none'],
    ['which ends with its paragraph, as GitHub shows it', 'text <!-- not hidden\n\n/plan\n\n-->', plan],
    ['the shortest of comments', 'text <!-->\n/plan', plan],
    ['a processing instruction', '<?php\n/plan\n?>', 'none'],
    ['a declaration', '<!DOCTYPE\n/plan\n>', 'none'],
    ['character data', '<![CDATA[\n/plan\n]]>', 'none'],
    ['preformatted text', '<pre>\n\n/plan\n</pre>', 'none'],
    ['preformatted text that is never closed', '<PRE>\n\n/plan', 'none'],
    ['a script', '<script>\n/plan\n</script>', 'none'],
    ['a block', '<div>\n/plan\n</div>', 'none'],
    ['details that are closed up', '<details><summary>x</summary>\n/plan\n</details>', 'none'],
    ['any tag on a line of its own', '<kbd>\n/plan\n</kbd>', 'none'],
    ['a tag on a line of its own in a paragraph', 'text\n<kbd>\n/plan\n</kbd>', plan],
    ['a tag on a line of its own that goes on with a quote', '> text\n<kbd>\n/plan', 'none'],
    ['a tag in a line of text', '<b>Note</b> this:\n/plan', plan],
    ['an address in angles', '<https://example.com>\n/plan', plan],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toBe(expected);
  });
});

describe('code in a paragraph that goes over several lines', () => {
  test.each([
    ['is code', 'see `\n/plan\n` there', 'none'],
    ['of two backticks', 'see ``\n/plan ` \n`` there', 'none'],
    ['is not what is never closed', 'see ` this\n/plan', plan],
    ['is not what a blank line interrupts', 'see `\n\n/plan\n\n` there', plan],
    ['is not what is closed before', 'see `a`\n/plan\n`b`', plan],
    ['is not what is escaped', 'see \\`\n/plan\nand `', plan],
    ['holds no comment', '`<!--`\n/plan\n-->', plan],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toBe(expected);
  });
});

describe('lines end', () => {
  test.each([
    ['with a line feed', '/plan\n/cancel\n', '/plan & /cancel'],
    ['with both', '/plan\r\n/cancel\r\n', '/plan & /cancel'],
    ['with a carriage return', '/plan\r/cancel\r', '/plan & /cancel'],
    ['in a mixture', 'a\r\n\r\r\n/plan\n\r/cancel', '/plan & /cancel'],
    ['with both in a fence', `${fence}\r\n/plan\r\n${fence}\r\n/cancel`, '/cancel'],
    ['with both in a comment', '<!--\r\n/plan\r\n-->\r\n/cancel', '/cancel'],
    ['not at all', '/plan', '/plan'],
    ['not with a vertical tab', 'a\u000b/plan', 'none'],
    ['not with a form feed', 'a\u000c/plan', 'none'],
    ['not with a next line', 'a\u0085/plan', 'none'],
    ['not with a line separator', 'a\u2028/plan', 'none'],
    ['not with a paragraph separator', 'a\u2029/plan', 'none'],
    ['not with a backslash and an n', 'a\\n/plan', 'none'],
    ['not with a line break of HTML', 'a<br>/plan', 'none'],
  ])('%s', (_what, body, expected) => {
    expect(outcome(body)).toBe(expected);
  });
});
