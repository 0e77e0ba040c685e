import { describe, expect, test } from '@jest/globals';
import type { Entry, ReportData } from '../../../src/rehearsal/report/data.ts';
import { decideFold } from '../../../src/rehearsal/report/entries/comment.ts';
import { renderReport } from '../../../src/rehearsal/report/render.ts';
import { sampleReport } from './sample.ts';
import { parseElements } from './support/elements.ts';

const atMs = Date.UTC(2026, 2, 2, 12);

function reportOf(entries: readonly Entry[], changed: Partial<ReportData> = {}): ReportData {
  const story = {
    number: 7,
    title: 'A title',
    author: 'amara',
    isFork: false,
    headRef: 'topic',
    finalState: 'open',
    entries,
  } as const;
  const result = { kind: 'ok' } as const;
  const report = {
    title: 'A rehearsal',
    result,
    startedAtMs: atMs,
    endedAtMs: atMs,
    facts: [],
    timings: [],
    emulatedHosts: ['up.example'],
  };
  return { ...report, pullRequests: [story], ...changed };
}

/** The texts of the timeline's entries, without their markup. */
function tell(...entries: readonly Entry[]): readonly string[] {
  const page = renderReport(reportOf(entries));
  const [, ...items] = page.slice(page.indexOf('<ol class="timeline">'), page.indexOf('</main>')).split('<li class="entry">');
  return items.map((item) =>
    item
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

describe('an event is told in a line', () => {
  test.each<[string, Entry, string]>([
    ['opened', { kind: 'opened', atMs }, 'amara opened this pull request from topic +0.0 s'],
    [
      'opened with a text',
      { kind: 'opened', atMs, body: 'Because.' },
      'A amara opened this pull request from topic +0.0 s Because.',
    ],
    ['reopened', { kind: 'reopened', atMs, by: 'jonas' }, 'jonas reopened this +0.0 s'],
    ['pushed', { kind: 'pushed', atMs, sha: '0123456789', message: 'Fix\n\nmore' }, 'amara pushed 0123456 Fix +0.0 s'],
    ['merged', { kind: 'closed', atMs, merged: true, by: 'jonas' }, 'jonas merged this +0.0 s'],
    ['closed', { kind: 'closed', atMs, merged: false }, 'amara closed this without merging +0.0 s'],
    ['labeled', { kind: 'labeled', atMs, label: 'preview' }, 'amara added the label preview +0.0 s'],
    ['unlabeled', { kind: 'labeled', atMs, label: 'preview', removed: true }, 'amara removed the label preview +0.0 s'],
    [
      'deployed',
      { kind: 'deployment', atMs, environment: 'preview/pr-7', state: 'success', url: 'https://a.example', description: 'live' },
      'preview/pr-7 was deployed at https://a.example · live +0.0 s',
    ],
    ['inactive', { kind: 'deployment', atMs, environment: 'preview/pr-7', state: 'inactive' }, 'preview/pr-7 is inactive +0.0 s'],
    ['a note', { kind: 'note', atMs, text: 'Reaped.' }, 'Reaped. +0.0 s'],
    [
      'a check',
      { kind: 'check', atMs, name: 'gate', conclusion: 'failure', title: '2 refused', summary: '**why**', sha: '0123456789' },
      'Check gate failed for 0123456 2 refused +0.0 s why',
    ],
    ['a summary', { kind: 'summary', atMs, job: 'plan', markdown: '# Plan' }, 'Summary of the job plan +0.0 s Plan'],
  ])('%s', (_, entry, expected) => {
    expect(tell(entry)).toEqual([expected]);
  });
});

describe('a run', () => {
  const job = { name: 'plan', conclusion: 'success', seconds: 4, startSeconds: 1 } as const;
  const checkout = { name: 'Check out', conclusion: 'success', seconds: 1, standIn: 'a clone' } as const;
  const steps = [checkout, { name: 'Plan', conclusion: 'failure', seconds: 3 } as const];
  const skipped = { name: 'apply', conclusion: 'skipped', seconds: 0, steps: [] } as const;
  const run = { kind: 'run', atMs, workflow: 'pull-request', event: 'pull_request', conclusion: 'failure', seconds: 10 } as const;

  test('shows jobs and steps with their times, names stand-ins, and says what was skipped', () => {
    expect(tell({ ...run, jobs: [{ ...job, steps }, skipped] })).toEqual([
      'Workflow pull-request failed on pull_request , 10 s +0.0 s plan 4.0 s Check out stand-in: a clone 1.0 s Plan 3.0 s apply skipped',
    ]);
  });

  test('draws jobs and steps on one axis', () => {
    const page = renderReport(reportOf([{ ...run, jobs: [{ ...job, steps }] }]));
    const bars = parseElements(page).filter(({ name, attributes }) => name === 'rect' && attributes.x !== undefined);
    expect(bars.map(({ attributes }) => [attributes.x, attributes.width])).toEqual([
      ['10%', '40%'],
      ['10%', '10%'],
      ['20%', '30%'],
    ]);
  });

  test.each([
    ['failure', true],
    ['timed_out', true],
    ['success', false],
    ['cancelled', false],
  ] as const)('that ended as %s is unfolded: %s', (conclusion, isOpen) => {
    expect(renderReport(reportOf([{ ...run, conclusion, jobs: [] }])).includes('<details class="card" open>')).toBe(isOpen);
  });
});

describe('a comment', () => {
  const versions = [
    { atMs: atMs + 1_000, markdown: '<!-- marker -->\n**Planning** …' },
    { atMs: atMs + 9_000, markdown: '<!-- marker -->\n**3 to add**\n\nmore' },
  ];
  const comment = { kind: 'comment', atMs, author: 'ops[bot]', isBot: true, url: 'https://up.example/1', versions } as const;

  test('stands in the timeline once for each version, where it was written', () => {
    const told = tell(comment, { kind: 'opened', atMs }, { kind: 'note', atMs: atMs + 5_000, text: 'Between.' });
    expect(told).toEqual([
      'amara opened this pull request from topic +0.0 s',
      'O ops[bot] bot commented version 1 of 2 Planning … +1.0 s Planning …',
      'Between. +5.0 s',
      expect.stringMatching(
        /^O ops\[bot\] bot edited the comment version 2 of 2 \+9\.0 s 3 to add more What this edit changed: 3 lines added , 1 line removed/,
      ),
    ]);
  });

  test('shows reactions by name, too: not every machine has the pictures', () => {
    expect(tell({ ...comment, versions: versions.slice(0, 1), reactions: ['eyes', '+1'] })[0]).toMatch(/👀 eyes 👍 \+1$/);
  });

  test.each([
    ['the last version is not folded', [1], undefined, [], 'none'],
    ['one that a person acted upon is open', [1], [9], [5], 'open'],
    ['one that only stood for a moment is folded', [1], [9], [0, 12], 'closed'],
  ] as const)('%s', (_, [at], after, acts, expected) => {
    const next = after && { atMs: after[0], markdown: '' };
    expect(decideFold({ atMs: at, markdown: '' }, next, acts)).toBe(expected);
  });
});

describe('the whole', () => {
  const page = renderReport(sampleReport);
  const elements = parseElements(page);

  test('is the same for the same data', () => {
    expect(renderReport(sampleReport)).toBe(page);
  });

  test('names what was emulated and what was real', () => {
    const [emulated, real] = page.slice(page.indexOf('class="columns"'), page.indexOf('class="contents"')).split('tag real');
    expect([emulated, real].map((part) => [...(part ?? '').matchAll(/<dt>([^<]+)/g)].map(([, name]) => name))).toEqual([
      ['AWS', 'GitHub', 'Actions by others'],
      ['Terraform', 'Workflows'],
    ]);
  });

  test('links every pull request from the contents', () => {
    const targets = elements.flatMap(({ attributes }) => (attributes.href?.startsWith('#pr-') ? [attributes.href.slice(1)] : []));
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(targets).toEqual(['pr-7', 'pr-8', 'pr-9', 'pr-5']);
    expect(ids).toEqual(expect.arrayContaining(targets));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of a failed rehearsal says what failed, and what to do', () => {
    const result = {
      kind: 'failed',
      message: 'The <plan> failed.',
      next: 'Look at it.',
      details: ['Error: no', 'at x'],
    } as const;
    const failed = renderReport({ ...sampleReport, result });
    expect(failed).toContain('<p class="message">The &lt;plan&gt; failed.</p>');
    expect(failed).toContain('<code>Error: no\nat x</code>');
    expect(failed).toContain('<strong>Next:</strong> Look at it.');
    expect(failed).not.toContain('All as expected');
  });

  test('of a rehearsal that failed before anything was seen is a page, too', () => {
    const result = { kind: 'failed', message: 'No emulator.' } as const;
    const empty = renderReport(reportOf([], { result }));
    expect(empty).toContain('No emulator.');
    expect(renderReport({ ...reportOf([]), pullRequests: [] })).toContain('0 pull requests');
  });
});
