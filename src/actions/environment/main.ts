// The environment action's entry.
import { systemClock } from '../../adapters/process/system-clock.ts';
import { documentsInJob } from '../../adapters/runner/cloud-in-job.ts';
import { gitHubInJob } from '../../adapters/runner/github-in-job.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { performCommand } from '../chatops/perform-command.ts';
import { commandOf } from './command.ts';
import { environmentContract } from './contract.ts';
import { reportOf } from './report.ts';
import { runEnvironment } from './run.ts';

await runAction(environmentContract, async ({ inputs, context, env, progress, setOutput, addSummary }) => {
  const command = commandOf(inputs);
  const github = gitHubInJob(inputs, context, progress);
  const world = { ...github, documents: documentsInJob(inputs, env), clock: systemClock, progress, run: context.run };
  // Asking how it stands is done as often as it is asked.
  await performCommand(world, inputs.mode === 'status' ? undefined : inputs.command, async () => {
    const report = reportOf(await runEnvironment(world, command));
    setOutput('status', report.outputs.status);
    setOutput('message', report.outputs.message);
    await addSummary(report.summary);
    if (report.failure) throw report.failure;
  });
});
