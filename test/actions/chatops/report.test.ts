// What people read when a command has ended: in the reply, in a reaction, in a check.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseLeg } from '../../../src/actions/chatops/legs.ts';
import {
  type CommandEnd,
  decideEnd,
  type JobResults,
  parseJobs,
  renderAudit,
  reportCommand,
  withLine,
} from '../../../src/actions/chatops/report.ts';
import type { CommandJob } from '../../../src/define/command.ts';
import type { CheckReport } from '../../../src/ports/checks.ts';
import { legOfTest } from './support/leg.ts';

describe('the end of a command', () => {
  const skipped = { result: 'skipped', outputs: {} } as const;
  test.each<[string, CommandJob, JobResults, CommandEnd]>([
    [
      'that went well',
      'apply',
      { plan: skipped, apply: { result: 'success', outputs: { message: 'applied' } } },
      { result: 'succeeded', message: 'applied' },
    ],
    [
      'of two jobs is that of the later one',
      'deploy-preview',
      {
        plan: { result: 'success', outputs: { message: 'planned' } },
        'deploy-preview': { result: 'success', outputs: { message: 'live' } },
      },
      { result: 'succeeded', message: 'live' },
    ],
    [
      'whose own job had nothing to do',
      'deploy-preview',
      { plan: { result: 'success', outputs: { message: 'No preview: there is no image.' } }, 'deploy-preview': skipped },
      { result: 'failed', message: 'No preview: there is no image.' },
    ],
    [
      'that failed says why',
      'deploy-preview',
      {
        plan: { result: 'success', outputs: { message: 'planned' } },
        'deploy-preview': { result: 'failure', outputs: { message: 'x', failure: 'It is `held`.' } },
      },
      { result: 'failed', message: 'It is \\`held\\`.' },
    ],
    ['that failed without a word', 'apply', { apply: { result: 'failure' } }, { result: 'failed', message: '' }],
    ['that was cancelled', 'apply', { apply: { result: 'cancelled', outputs: {} } }, { result: 'cancelled', message: '' }],
    ['that no job has performed', 'apply', { plan: skipped, apply: skipped }, { result: 'failed', message: '' }],
  ])('%s', (_name, own, jobs, expected) => {
    expect(decideEnd(jobs, own)).toEqual(expected);
  });

  test('is read from what GitHub knows of the jobs', () => {
    const jobs = {
      plan: { result: 'success', outputs: { message: 'planned', digest: 'x' } },
      apply: { result: 'skipped', outputs: {} },
    };
    expect(parseJobs(JSON.stringify(jobs)).plan).toEqual({ result: 'success', outputs: { message: 'planned' } });
  });

  test.each(['', 'null', '[]', '{"plan":{"result":"fine"}}', '{"plan":null}'])('is not guessed from %j', (json) => {
    expect(() => parseJobs(json)).toThrow('Bad input "jobs"');
  });
});

function openConversation() {
  const bodies = new Map<string, string>();
  const reactions: string[] = [];
  const checks: CheckReport[] = [];
  const world = {
    comments: {
      revise: async (_issue: number, marker: string, revise: (current: string) => string) => {
        const body = revise(bodies.get(marker) ?? '');
        bodies.set(marker, body);
        return { url: 'https://github.test/reply', body };
      },
      find: async () => undefined,
    },
    reactions: {
      add: async (_comment: number, content: string) => {
        reactions.push(content);
        return true;
      },
    },
    checks: { report: async (check: CheckReport) => void checks.push(check) },
    runUrl: 'https://github.test/acme/platform/actions/runs/5',
  };
  return { bodies, reactions, checks, world };
}

test('one reply has a line for each command of the comment', async () => {
  const { bodies, world } = openConversation();
  const [first, second] = [legOfTest({ of: 2, text: '/plan' }), legOfTest({ index: 2, of: 2, text: '/status' })];
  await reportCommand(world, first, { result: 'succeeded', message: '1 to add.' });
  await reportCommand(world, second, { result: 'succeeded', message: 'staging is not locked.\n\nNo preview.' });
  expect(`\n${bodies.get('command-900')}\n`).toMatchInlineSnapshot(`
"
<!-- opsdeck:part 1 -->
✅ \`/plan\` done. 1 to add. · [run](https://github.test/acme/platform/actions/runs/5)
<!-- opsdeck:end -->

<!-- opsdeck:part 2 -->
✅ \`/status\` done. · [run](https://github.test/acme/platform/actions/runs/5)

staging is not locked.

No preview.
<!-- opsdeck:end -->
"
`);
});

describe('the thumb', () => {
  test.each<[string, readonly ('succeeded' | 'failed' | 'cancelled')[], readonly string[]]>([
    ['is up when all are done', ['succeeded', 'succeeded'], ['+1']],
    ['is down when the last failed', ['succeeded', 'failed'], ['-1']],
    ['is down when the first failed, and nothing else comes', ['failed'], ['-1']],
    ['is down when it was cancelled', ['cancelled'], ['-1']],
  ])('%s', async (_name, results, expected) => {
    const { reactions, world } = openConversation();
    for (const [at, result] of results.entries())
      await reportCommand(world, legOfTest({ index: at + 1, of: 2 }), { result, message: '' });
    expect(reactions).toEqual(expected);
  });
});

test('the check tells who, what, on which commit, with which result', async () => {
  const { checks, world } = openConversation();
  await reportCommand(world, legOfTest(), { result: 'failed', message: 'It is held | by somebody.' });
  expect(checks).toMatchInlineSnapshot(`
[
  {
    "conclusion": "failure",
    "detailsUrl": "https://github.test/acme/platform/actions/runs/5",
    "headSha": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "name": "opsdeck command",
    "summary": "| | |
| --- | --- |
| Command | \`/apply plan=3f9c0a71b2de\` |
| By | \`ada\` |
| Pull request | #7 |
| Commit | \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
| Comment | [the comment](https://github.test/acme/platform/pull/7#issuecomment-900) |
| Result | failed. It is held \\| by somebody. |",
    "title": "/apply plan=3f9c0a71b2de failed",
  },
]
`);
});

test('on an issue there is a reply and a reaction, and no commit that could have a check', async () => {
  const { bodies, reactions, checks, world } = openConversation();
  const { pullRequest: _, headSha: __, runId: ___, ...leg } = legOfTest({ issue: 8, job: 'runbook', text: '/ack' });
  await reportCommand(world, leg, { result: 'succeeded', message: '' });
  expect(bodies.get('command-900')).toContain('✅ `/ack` done.');
  expect(reactions).toEqual(['+1']);
  expect(checks).toEqual([]);
  expect(parseLeg(JSON.stringify(leg))).toEqual(leg);
  expect(renderAudit(leg, { result: 'succeeded', message: '' })).toContain('| Issue | #8 |');
});

test('whatever the lines say, each command has its own', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('<!-- opsdeck:part 1 -->\nx\n<!-- opsdeck:end -->', '<!-- opsdeck:end -->'));
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 5 }),
          line.map((text) => `${text}.`),
        ),
        { minLength: 1 },
      ),
      (writes) => {
        const body = writes.reduce((current, [index, text]) => withLine(current, index, text), '');
        const indexes = [...new Set(writes.map(([index]) => index))].sort();
        expect([...body.matchAll(/^<!-- opsdeck:part (\d) -->$/gm)].map(([, index]) => Number(index))).toEqual(indexes);
        expect(withLine(body, 1, 'again')).toBe(withLine(withLine(body, 1, 'other'), 1, 'again'));
      },
    ),
  );
});

describe('a command is handed on', () => {
  test('as JSON, and comes out as it was', () => {
    expect(parseLeg(JSON.stringify(legOfTest()))).toEqual(legOfTest());
  });

  test.each([
    '',
    '{}',
    '[]',
    JSON.stringify({ ...legOfTest(), headSha: 'main' }),
    JSON.stringify({ ...legOfTest(), arguments: { plan: 1 } }),
  ])('and is refused when it is none: %j', (json) => {
    expect(() => parseLeg(json)).toThrow('Bad input "command"');
  });
});
