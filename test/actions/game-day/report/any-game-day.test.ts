// Whatever a record says: it is told within its budget, and nothing in it gets out of the place where it is shown.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { renderHtml, renderIssue, renderMessage, renderSummary } from '../../../../src/actions/game-day/report/index.ts';
import { anyGameDay, anyHistory } from './support/any-game-day.ts';
import { throttling, zoneLoss } from './support/drill.ts';

const anyDrill = fc.constantFrom(zoneLoss, throttling);
const anyCase = fc.tuple(anyGameDay(), anyHistory, anyDrill);

const ownHeading =
  /^## |^### (What to do next|Findings|Timeline|Did it hold for users\?|Times|Rollback|Recovery|What was done|What was hit|What is meant to be hit|Before it began|Earlier runs of this drill)\n*$/;
const ownHtml = /^(<details><summary>[\w ]+<\/summary>\s*|<\/details>\s*|<\/?sub>|<br>)+$/;
const ownStrong = /^\*\*Rehearsed: time ran \d+ times as fast as on a wall clock\.\*\*$/;

/** How each kind of token may look; kinds that are not named are harmless. */
const mayBe: Readonly<Record<string, (token: Token) => boolean>> = {
  html: ({ raw }) => ownHtml.test(raw),
  heading: ({ raw }) => ownHeading.test(raw),
  link: (token) => 'href' in token && /^https?:/.test(String(token.href)),
  text: ({ raw }) => !/@\w|#\d/.test(raw),
  code: (token) => 'lang' in token && token.lang === 'mermaid',
  strong: ({ raw }) => ownStrong.test(raw),
  image: () => false,
  def: () => false,
  del: () => false,
};

/** What a renderer of Markdown would take for something that we have not meant; those within others, too. */
function strayTokens(markdown: string): readonly string[] {
  const found: string[] = [];
  const look = (token: Token) => {
    if (mayBe[token.type]?.(token) === false) found.push(token.raw);
  };
  void marked.walkTokens(marked.lexer(markdown), look);
  return found;
}

/** How many cells the rows of each table have. */
function tableWidths(markdown: string): readonly (readonly number[])[] {
  const tables = markdown.split(/\n{2,}/).filter((block) => block.startsWith('| '));
  return tables.map((table) => [...new Set(table.split('\n').map((line) => line.split(/(?<!\\)\|/).length))]);
}

describe('the issue of any game day', () => {
  test('is within its budgets, the title on a line', () => {
    fc.assert(
      fc.property(anyGameDay({ maxLength: 200 }), anyHistory, anyDrill, (gameDay, past, drill) => {
        const { title, body } = renderIssue(gameDay, past, drill);
        expect(body.length).toBeLessThanOrEqual(60_000);
        expect(renderSummary(gameDay, past, drill).length).toBeLessThanOrEqual(20_000);
        expect(title.length).toBeLessThanOrEqual(256);
        expect(title).not.toMatch(/[\n\u202e]/);
      }),
      { numRuns: 20 },
    );
  });

  test('has no markup, mention, link or row but its own', () => {
    fc.assert(
      fc.property(anyCase, ([gameDay, past, drill]) => {
        const { body } = renderIssue(gameDay, past, drill);
        expect(strayTokens(body)).toEqual([]);
        expect(strayTokens(renderSummary(gameDay, past, drill))).toEqual([]);
        expect(tableWidths(body).every((widths) => widths.length === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('has its verdict first, and says whenever time was compressed', () => {
    fc.assert(
      fc.property(anyCase, ([gameDay, past, drill]) => {
        const { body } = renderIssue(gameDay, past, drill);
        const [first, second] = body.split('\n\n');
        expect(first).toMatch(
          /^## (✅ PASS|❌ FAIL|🛑 ABORTED|❔ INCONCLUSIVE|🚫 REFUSED|⏳ running: |❔ ended without a verdict)/,
        );
        expect(second?.includes(`time ran ${gameDay.timeRate} times as fast`)).toBe(gameDay.timeRate > 1);
      }),
      { numRuns: 40 },
    );
  });

  test('has every finding to tick, as long as there is room', () => {
    fc.assert(
      fc.property(anyCase, ([gameDay, past, drill]) => {
        const boxes = renderIssue(gameDay, past, drill).body.match(/^- \[ \] /gm) ?? [];
        expect(boxes).toHaveLength(gameDay.findings.length);
      }),
      { numRuns: 60 },
    );
  });
});

test('the line of any game day is one line', () => {
  fc.assert(
    fc.property(anyGameDay(), (gameDay) => {
      const line = renderMessage(gameDay);
      expect(line).not.toContain('\n');
      expect(strayTokens(line)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('no page asks for anything: no script, no picture, no address but links to the web', () => {
  fc.assert(
    fc.property(anyCase, ([gameDay, past, drill]) => {
      const page = renderHtml(gameDay, past, drill);
      expect(page.match(/<(script|img|link|iframe|object|embed|form|base|input)\b/i)).toBeNull();
      expect(page.match(/ (href|src)="(?!https?:\/\/)[^"]*"/)).toBeNull();
      expect(page.match(/.{0,50}(NaN|Infinity|\[object Object\]|>undefined<).{0,50}/)).toBeNull();
    }),
    { numRuns: 100 },
  );
});
