// The runbook action's entry.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNames } from '../../adapters/files/names-config.ts';
import { readIfThere } from '../../adapters/files/read-if-there.ts';
import { openClock } from '../../adapters/process/system-clock.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { runbooksInJob } from '../../adapters/runner/runbooks-in-job.ts';
import { catalogue } from '../../kpis/index.ts';
import { runbooks } from '../../runbooks/index.ts';
import { performCommand } from '../chatops/perform-command.ts';
import { createRedactor } from '../plan/redact/redact.ts';
import { configForAlarms } from './config.ts';
import { runbookContract } from './contract.ts';
import { perform } from './perform.ts';
import { requestOf } from './request.ts';
import { settingsOf } from './settings.ts';
import { commentIdOf, openTeller } from './tell.ts';

await runAction(runbookContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const clock = openClock(env);
  const request = requestOf(inputs, runbooks, clock.now());
  const folder = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'runbook-'));
  const { text: redact } = createRedactor([]);
  const ports = runbooksInJob({ inputs, context, env, progress, clock, folder, redact, signal });
  const run = { ...context.run, url: context.runUrl };
  const issue = request.mode === 'ack' ? undefined : inputs.issue;
  const teller = openTeller(ports, { issue, id: commentIdOf(inputs.command, run) });
  const settings = settingsOf(inputs, await readNames(inputs.config, progress));
  const world = { ...ports, runbooks, catalogue, run, signal, settings, tell: teller.tellSoon };
  const act = async () => {
    if (request.mode !== 'alarms' && request.mode !== 'ack') return perform(world, request);
    const { performIncidents } = await import('./perform-incidents.ts');
    const { config, problem } = configForAlarms(await readIfThere(inputs.config), runbooks);
    if (problem) progress.warning(`${problem.message} ${problem.next}`);
    return performIncidents(world, request, { environment: inputs.environment, config });
  };
  // Looking is done as often as it is asked for.
  await performCommand(world, request.mode === 'plan' ? undefined : inputs.command, async () => {
    const { outputs, markdown, failure } = await act();
    for (const [name, value] of Object.entries(outputs)) setOutput(name as keyof typeof outputs, value);
    await addSummary(markdown);
    await teller.tell(markdown);
    await writeFile(join(folder, 'report.md'), `${markdown}\n`);
    setOutput('report-path', folder);
    if (failure) throw failure;
  });
});
