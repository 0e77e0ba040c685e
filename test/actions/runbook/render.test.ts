// What people read of a runbook: its plan, its run, and how the step of the job ends; whatever anybody wrote stays text.

import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../../../src/actions/runbook/engine/commands.ts';
import type { RunbookJournal } from '../../../src/actions/runbook/engine/journal.ts';
import { planRunbook } from '../../../src/actions/runbook/engine/plan.ts';
import { resumeRunbook } from '../../../src/actions/runbook/engine/resume.ts';
import { runRunbook } from '../../../src/actions/runbook/engine/run.ts';
import { renderPlan, renderReport } from '../../../src/actions/runbook/render/index.ts';
import { reportOfPlan, reportOfResume, reportOfRun } from '../../../src/actions/runbook/report.ts';
import { commentIdOf, openTeller } from '../../../src/actions/runbook/tell.ts';
import type { Comments } from '../../../src/ports/comments.ts';
import { ecsScale } from '../../../src/runbooks/ecs-scale.ts';
import { denied, expired, unavailable } from '../../support/troubles.ts';
import { changed, stockUp } from './support/shop.ts';
import { openStage, requestOf, resumeOf, run, type Stage } from './support/stage.ts';

const planOf = (stage: Stage) => planRunbook(stage.world(), requestOf(stage));

describe('a plan', () => {
  test('shows every change, what watches it, and the words that run it', async () => {
    expect(renderPlan(await planOf(openStage()), 'comment')).toMatchInlineSnapshot(`
"### 📋 \`stock-up\` on \`corner-shop\` of \`staging\`: this is what it would change (risk low)

Fills the shelves, and books it.

| step | what | from | to |
|---|---|---|---|
| Stock bread | bread | \`2\` | \`6\` |
| Stock milk | milk | \`3\` | \`8\` |
| Book what it costs | balance | \`0\` | \`40\` |

- Undone by itself when one of these rings within 60 s of the last step: \`assess-staging-app-cpu\`, \`assess-staging-app-errors\`

**To run it:** \`/runbook run stock-up environment=staging bread=6\`."
`);
  });

  test('shows what is in the way, and what to do about it', async () => {
    const stage = openStage();
    await stage.shop.want('bread', 0);
    stage.clock.advance(30);
    expect(renderPlan(await planOf(stage), 'comment')).toMatchInlineSnapshot(`
"### ⛔ \`stock-up\` on \`corner-shop\` of \`staging\`: something is in the way

Fills the shelves, and books it.

- There is no bread, so 6 cannot be had. **Next:** Bake some."
`);
  });

  test('says what nobody can undo, and who has to approve it', async () => {
    const [bread] = stockUp.steps;
    if (!bread) throw new Error('it has three steps');
    const stage = openStage({
      runbook: changed({ risk: 'high', settleSeconds: 0, steps: [{ ...bread, compensate: { impossible: 'bread gets old' } }] }),
    });
    const lines = renderPlan(await planOf(stage), 'terminal').split('\n');
    expect(lines).toContain('- Cannot be undone: Stock bread, bread gets old');
    expect(lines.at(-1)).toBe(
      '**To run it:** `opsdeck runbook run stock-up environment=staging bread=6`. Somebody has to approve it, because of its risk.',
    );
  });

  test('with nothing to do says so', async () => {
    const stage = openStage({ runbook: changed({ steps: stockUp.steps.slice(0, 1) }) });
    await stage.shop.want('bread', 6);
    const { outputs, markdown, failure } = reportOfPlan(await planOf(stage), 'comment');
    expect([outputs.status, failure]).toEqual(['nothing-to-do', undefined]);
    expect(markdown).toContain('| Stock bread | nothing: there are 6 already | | |');
  });

  test('the words of a command leave out only what is so anyway', () => {
    const words = { runbook: ecsScale, environment: 'production', inputs: { desired: 6, 'allow-fewer': true } };
    expect(runCommand('comment', words)).toBe('/runbook run ecs-scale environment=production desired=6 allow-fewer=true');
    const usual = { ...words, inputs: { desired: 6, 'allow-fewer': false } };
    expect(runCommand('terminal', usual)).toBe('opsdeck runbook run ecs-scale environment=production desired=6');
  });
});

describe('a run', () => {
  const play = async (spoil: (stage: Stage) => void = () => undefined) => {
    const stage = openStage();
    spoil(stage);
    return { stage, report: reportOfRun(await runRunbook(stage.world(), requestOf(stage)), 'comment') };
  };

  test('that is done shows its steps and how long each took', async () => {
    const { report } = await play();
    expect(report.failure).toBeUndefined();
    expect(report.outputs).toMatchInlineSnapshot(`
{
  "journal": "runs/runbooks/staging/corner-shop.json",
  "message": "✅ \`stock-up\` on \`corner-shop\` of \`staging\` is done",
  "status": "done",
}
`);
    expect(report.markdown).toMatchInlineSnapshot(`
"### ✅ \`stock-up\` on \`corner-shop\` of \`staging\` is done

| | |
|---|---|
| Asked for by | octocat (comment) |
| Reason | hungry |
| Inputs | \`bread=6\` |
| Outcome | every step came true, and 2 alarms kept silent for 60 s |
| Run | [run 1, job runbook](https://github.com/acme/shop/actions/runs/1) |

| | step | state | took | |
|---|---|---|---|---|
| ✅ | Stock bread | done | 15 s | 6 are there |
| ✅ | Stock milk | done | 15 s | 8 are there |
| ✅ | Book what it costs | done | 0 s | the balance is 40 |

| what | from | to | now |
|---|---|---|---|
| bread | \`2\` | \`6\` | done |
| milk | \`3\` | \`8\` | done |
| balance | \`0\` | \`40\` | done |

<details><summary>Timeline</summary>

- 12:00:00 UTC: begins
- 12:00:00 UTC: stock\\-bread: begins
- 12:00:15 UTC: stock\\-bread: done, 6 are there
- 12:00:15 UTC: stock\\-milk: begins
- 12:00:30 UTC: stock\\-milk: done, 8 are there
- 12:00:30 UTC: book: begins
- 12:00:30 UTC: book: done, the balance is 40
- 12:00:30 UTC: all steps are done; watching
- 12:01:30 UTC: done

</details>"
`);
  });

  test('that was undone ends the step, and says why', async () => {
    const { report } = await play(({ shop }) => shop.failNext('book', denied()));
    expect(report.failure).toMatchObject({ code: 'runbook/compensated' });
    expect(report.outputs).toMatchInlineSnapshot(`
{
  "journal": "runs/runbooks/staging/corner-shop.json",
  "message": "↩️ \`stock-up\` on \`corner-shop\` of \`staging\` was undone: Could not ask AWS: AWS denied it",
  "status": "compensated",
}
`);
  });

  test('that is stuck tells first what is to be done by hand', async () => {
    const { report, stage } = await play(({ shop }) => {
      shop.book = () => Promise.reject(denied());
    });
    expect(report.failure).toMatchObject({ code: 'runbook/stuck' });
    expect(report.markdown.split('\n').slice(2, 6)).toMatchInlineSnapshot(`
[
  "**To be done by hand:**",
  "- Book what it costs: bring back what it changed \\(Books nothing for it.\\): balance from 40 to 0",
  "- Stock milk: bring back what it changed \\(Wants as much milk as before.\\): milk from 8 to 3",
  "- Stock bread: bring back what it changed \\(Wants as much bread as before.\\): bread from 6 to 2",
]
`);
    expect(report.markdown).toContain('`/runbook resume corner-shop environment=staging --accept reason="..."`');
    const accepted = await resumeRunbook(stage.world(), resumeOf({ way: 'accept', reason: 'we like *milk*' }));
    const after = reportOfResume(accepted, 'corner-shop');
    expect(after.failure).toBeUndefined();
    expect(after.markdown).toContain('hubot takes it as it is: we like \\*milk\\*');
  });

  test('that cannot be brought to its end says how somebody can', async () => {
    const { report } = await play(({ clock, shop }) => clock.in(20, () => shop.failAll(expired())));
    expect(report.outputs.status).toBe('unfinished');
    expect(report.failure).toMatchObject({
      code: 'runbook/unfinished',
      next: 'Once that is mended: /runbook resume corner-shop environment=staging --undo',
    });
  });

  test('that somebody has undone went as it should', async () => {
    const stage = openStage();
    stage.clock.in(20, () => stage.shop.failAll(expired()));
    await runRunbook(stage.world(), requestOf(stage));
    stage.shop.failAll(undefined);
    const undone = await resumeRunbook(stage.world(), resumeOf({ way: 'undo' }));
    expect(reportOfResume(undone, 'corner-shop').outputs.status).toBe('compensated');
  });

  test('that was refused names everything that is in its way', async () => {
    const stage = openStage({ runbook: changed({ risk: 'high' }) });
    const { failure } = reportOfRun(await runRunbook(stage.world(), requestOf(stage)), 'comment');
    expect(failure).toMatchObject({ code: 'runbook/refused', message: expect.stringMatching(/of high risk/) });
  });
});

test('to resume where nothing was left is no failure', async () => {
  const { outputs, failure } = reportOfResume(await resumeRunbook(openStage().world(), resumeOf()), 'corner-shop');
  expect([outputs, failure]).toEqual([
    { status: 'nothing-to-do', message: 'No runbook was left unfinished on corner\\-shop of staging.', journal: '' },
    undefined,
  ]);
});

describe('hostile words', () => {
  const hostile = '@octocat | #1 <img src=x onerror=alert(1)> [a](https://evil.test) `x` ::error:: \u202e';

  test.each<[string, Partial<RunbookJournal>]>([
    ['reason', { reason: hostile }],
    ['inputs', { inputs: { name: hostile } }],
    ['outcome', { because: hostile, state: 'compensated' }],
    ['cause', { cause: { kind: 'failed', words: hostile, step: hostile } }],
    ['by hand', { byHand: [hostile], state: 'stuck' }],
    ['timeline', { timeline: [{ at: '2026-01-31T12:00:00.000Z', words: hostile }] }],
  ])('in %s stay text', async (_where, change) => {
    const stage = openStage();
    await runRunbook(stage.world(), requestOf(stage));
    const journal = stage.journal();
    if (!journal) throw new Error('it was run');
    const markdown = renderReport({ ...journal, ...change });
    const outsideOfCode = markdown.replace(/(`+)[^`].*?\1/g, '').replaceAll(/\\./g, '');
    for (const live of ['@octocat', '<img', '](https://evil', '\u202e', '#1']) expect(outsideOfCode).not.toContain(live);
    for (const row of markdown.split('\n').filter((line) => line.startsWith('|'))) {
      expect(row.replaceAll(/\\./g, '').split('|').length).toBeLessThanOrEqual(7);
    }
  });
});

describe('the comment of a run', () => {
  const openComments = () => {
    const bodies = new Map<string, string>();
    const writes: string[] = [];
    const comments: Comments = {
      revise: async (issue, marker, revise) => {
        const body = revise(bodies.get(`${issue}/${marker}`) ?? '');
        bodies.set(`${issue}/${marker}`, body);
        writes.push(body);
        return { url: 'https://github.com/acme/shop/issues/7#issuecomment-1', body };
      },
      find: async () => undefined,
    };
    return { bodies, writes, comments };
  };

  test('is one, brought up to date now and then, and has the last words', async () => {
    const stage = openStage();
    const { bodies, writes, comments } = openComments();
    const teller = openTeller({ ...stage.world(), comments }, { issue: 7, id: '987-1' });
    const result = await runRunbook(stage.world({ tell: teller.tellSoon }), requestOf(stage));
    const { markdown } = reportOfRun(result, 'comment');
    await teller.tell(markdown);
    expect([...bodies]).toEqual([['7/runbook/987-1', markdown]]);
    expect(writes.length).toBeGreaterThan(2);
    expect(writes.length).toBeLessThan(9);
  });

  test('that GitHub does not take is no reason to stop', async () => {
    const stage = openStage();
    const comments: Comments = { revise: () => Promise.reject(unavailable()), find: async () => undefined };
    const teller = openTeller({ ...stage.world(), comments }, { issue: 7, id: '987-1' });
    const result = await runRunbook(stage.world({ tell: teller.tellSoon }), requestOf(stage));
    await teller.tell('x');
    expect(result).toMatchObject({ kind: 'ended', journal: { state: 'done' } });
    expect(stage.log.filter((line) => line.startsWith('warning: Could not write the comment')).length).toBeGreaterThan(1);
  });

  test('that nobody asked for is not written', async () => {
    const stage = openStage();
    const { writes, comments } = openComments();
    await openTeller({ ...stage.world(), comments }, { issue: undefined, id: commentIdOf(undefined, run(1)) }).tell('x');
    expect(writes).toEqual([]);
  });
});
