// What people and later steps get to read of a deploy.
import { expect, test } from '@jest/globals';
import { commandOf, type DeployInputs } from '../../../src/actions/deploy/command.ts';
import { deployContract } from '../../../src/actions/deploy/contract.ts';
import type { DeployJournal } from '../../../src/actions/deploy/journal.ts';
import { renderFreezeIssue, renderFreezePage } from '../../../src/actions/deploy/render-freeze.ts';
import { reportOf } from '../../../src/actions/deploy/report.ts';
import { parseInputs } from '../../../src/define/contract.ts';
import { deploy, journalOf, rollBack } from './support/runs.ts';
import { makeBad, openStage, shaOf } from './support/stage.ts';

async function journalAfter(version: string, isBad = false): Promise<DeployJournal> {
  const stage = openStage();
  if (isBad) makeBad(stage, version);
  await deploy(stage, version);
  return { ...journalOf(stage), runUrl: 'https://github.test/runs/7' };
}

test('a deploy that was kept', async () => {
  const { outputs, summary, failure } = reportOf({ kind: 'kept', journal: await journalAfter('v2') }, 1);
  expect(failure).toBeUndefined();
  expect(outputs).toEqual({
    status: 'deployed',
    message: '✅ `7632000` runs on staging',
    commit: shaOf('v2'),
    deployment: 'ecs-svc/4',
  });
  expect(summary).toMatchInlineSnapshot(`
"## ✅ \`7632000\` runs on staging

| | |
|---|---|
| Commit | \`7631000\` → \`7632000\` |
| Image | \`registry.example.org/app@sha256:7632000000000000000000000000000000000000000000000000000000000000\` |
| Asked for by | ada |
| Outcome | its alarms kept silent, and ECS completed its deployment |
| Alarms watched | \`assess-staging-app-errors\`, \`assess-staging-app-latency\`, \`assess-staging-app-unhealthy\` |
| Deployment | \`ecs-svc/4\` |

<details><summary>Timeline</summary>

- 12:00:00 UTC: deploy of 7632000 begins
- 12:00:00 UTC: nothing speaks against it: it is applied
- 12:00:00 UTC: applied: ECS rolls it out as ecs\\-svc/4
- 12:02:00 UTC: its tasks have taken over; 480 s of silence are to prove it
- 12:10:00 UTC: it has proven itself
- 12:10:00 UTC: kept

</details>"
`);
});

test('a deploy that was rolled back ends the step, and says what rang and where to look', async () => {
  const { outputs, summary, failure } = reportOf({ kind: 'rolled-back', journal: await journalAfter('v2', true) }, 30);
  expect(outputs).toMatchObject({ status: 'rolled-back', commit: shaOf('v1') });
  expect(`${failure?.message}\n${failure?.next}`).toMatchInlineSnapshot(`
"7632000 was rolled back on staging, to 7631000. The alarm assess-staging-app-errors rang: 3 of 5 were above 1.0.
Look at the service's logs and metrics of that time; mend the commit or revert it, and merge that."
`);
  expect(summary.split('\n')[0]).toMatchInlineSnapshot(
    `"## ⏪ \`7632000\` was rolled back on staging: \`7631000\` runs again. The alarm assess\\-staging\\-app\\-errors rang: 3 of 5 were above 1.0"`,
  );
  expect(summary).toContain('time ran 30 times as fast');
});

test('a rollback by hand is what was asked for', async () => {
  const stage = openStage();
  await deploy(stage, 'v2');
  await rollBack(stage);
  const { outputs, failure } = reportOf({ kind: 'rolled-back', journal: journalOf(stage) }, 1);
  expect(failure).toBeUndefined();
  expect(outputs).toMatchObject({ status: 'rolled-back', message: '⏪ staging is back at `7631000`', commit: shaOf('v1') });
});

test('a frozen environment: the issue, and the page', async () => {
  const frozen = { ...(await journalAfter('v2', true)), state: 'frozen', because: 'AWS said no' } as const;
  expect(renderFreezeIssue(frozen, 1)).toMatchInlineSnapshot(`
"**❄️ staging is frozen: the deploy of 7632000 could not be rolled back.** [run](https://github.test/runs/7)

Why: AWS said no. What it began with: The alarm assess\\-staging\\-app\\-errors rang: 3 of 5 were above 1.0.

Until somebody has looked, nothing is deployed there: no deploy, no preview, no game day.

### What to do
- [ ] See which task definition the service runs, whether its deployment has completed, and what its alarms say.
- [ ] Put the service right by hand, or find the commit that does.
- [ ] Let a maintainer comment \`/unlock staging --force\` on any pull request.
- [ ] Run the workflow \`deploy\` as a recovery: alarms that still fire do not stop it then.

<details><summary>Timeline</summary>

- 12:00:00 UTC: deploy of 7632000 begins
- 12:00:00 UTC: nothing speaks against it: it is applied
- 12:00:00 UTC: applied: ECS rolls it out as ecs\\-svc/4
- 12:02:00 UTC: its tasks have taken over; 480 s of silence are to prove it
- 12:04:10 UTC: The alarm assess\\-staging\\-app\\-errors rang: 3 of 5 were above 1.0; going back to 7631000
- 12:04:10 UTC: 7631000 was applied again
- 12:08:10 UTC: 7631000 runs again, as ecs\\-svc/7

</details>

The next deploy that is kept closes this issue."
`);
  expect(renderFreezePage(frozen)).toMatchInlineSnapshot(`
{
  "subject": "Opsdeck: deploys to staging are frozen",
  "text": "staging is frozen: the deploy of 7632000 could not be rolled back.
What it began with: The alarm assess-staging-app-errors rang: 3 of 5 were above 1.0.
Why: AWS said no.
Look at the service and its alarms now; nothing else is deployed there meanwhile. The run: https://github.test/runs/7",
}
`);
  expect(renderFreezePage(frozen).subject).toMatch(/^[ -~]{1,100}$/);
  expect(reportOf({ kind: 'frozen', journal: frozen }, 1).failure).toMatchObject({ code: 'deploy/frozen' });
});

test('hostile words stay words', async () => {
  const journal = {
    ...(await journalAfter('v2', true)),
    reason: '</details> @everyone | <img src=x>',
    cause: { kind: 'alarm', words: 'The alarm rang: ![x](https://evil.test) @octocat' },
  } as const;
  for (const text of [reportOf({ kind: 'rolled-back', journal }, 1).summary, renderFreezeIssue(journal, 1)]) {
    expect(text).not.toMatch(/@(everyone|octocat)\b(?!`)|(?<!\\)<img|!\[x\]\(/);
  }
});

const given = { 'state-bucket': 'states', domain: 'example.org' };
const inputsOf = (inputs: Readonly<Record<string, string>>): DeployInputs =>
  parseInputs(deployContract, (name) => ({ ...given, ...inputs })[name] ?? '');

test.each<[Readonly<Record<string, string>>, object]>([
  [
    { mode: 'plan', commit: shaOf('v2') },
    { mode: 'plan', commit: shaOf('v2') },
  ],
  [
    { mode: 'platform', 'digest-platform': 'a'.repeat(64) },
    { mode: 'platform', digest: 'a'.repeat(64) },
  ],
  [
    { mode: 'service', commit: shaOf('v2') },
    { mode: 'service', request: { commit: shaOf('v2'), isRecovery: false } },
  ],
  [
    { mode: 'service', commit: shaOf('v2'), recovery: 'true', by: 'ada', reason: 'it mends the logins' },
    { mode: 'service', request: { commit: shaOf('v2'), isRecovery: true, by: 'ada', reason: 'it mends the logins' } },
  ],
  [
    { mode: 'rollback', by: 'ada', reason: 'x' },
    { mode: 'rollback', request: { by: 'ada', reason: 'x' } },
  ],
])('the inputs %j', (inputs, command) => {
  expect(commandOf(inputsOf(inputs))).toEqual(command);
});

test.each<[Readonly<Record<string, string>>, string]>([
  [{ mode: 'plan' }, 'commit: missing'],
  [{ mode: 'plan', commit: 'main' }, 'commit: expected a commit'],
  [{ mode: 'platform' }, 'digest-platform: missing'],
  [{ mode: 'platform', 'digest-platform': 'abc' }, 'digest-platform: expected the digest of a plan, 64 hex digits'],
  [{ mode: 'rollback' }, 'by: missing\n- reason: missing'],
  [{ mode: 'service', commit: shaOf('v2'), environment: '../production' }, 'environment: expected 2 to 12'],
])('the inputs %j are refused', (inputs, problem) => {
  expect(() => commandOf(inputsOf(inputs))).toThrow(problem);
});
