// After the job, however it ended: a runbook that a step of this job died with is undone, and its lock is given back.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNames } from '../../adapters/files/names-config.ts';
import { openClock } from '../../adapters/process/system-clock.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { runbooksInJob } from '../../adapters/runner/runbooks-in-job.ts';
import { catalogue } from '../../kpis/index.ts';
import { runbooks } from '../../runbooks/index.ts';
import { createRedactor } from '../plan/redact/redact.ts';
import { runbookContract } from './contract.ts';
import { finishOwn } from './engine/finish-own.ts';
import { reportOfEnding } from './report.ts';
import { settingsOf } from './settings.ts';
import { commentIdOf, openTeller } from './tell.ts';

await runAction(runbookContract, async ({ inputs, context, env, progress, addSummary }) => {
  if (inputs.mode === 'plan' || inputs.mode === 'ack') return;
  const clock = openClock(env);
  // To undo, nothing is kept for people.
  const folder = join(env.RUNNER_TEMP ?? tmpdir(), 'runbook-post');
  const { text: redact } = createRedactor([]);
  const ports = runbooksInJob({ inputs, context, env, progress, clock, folder, redact });
  const run = { ...context.run, url: context.runUrl };
  const teller = openTeller(ports, { issue: inputs.issue, id: commentIdOf(inputs.command, run) });
  const settings = settingsOf(inputs, await readNames(inputs.config, progress));
  const world = { ...ports, runbooks, catalogue, run, settings, tell: teller.tellSoon };
  for (const ending of await finishOwn(world, inputs.environment)) {
    const { markdown } = reportOfEnding(ending);
    await addSummary(markdown);
    await teller.tell(markdown);
  }
});
