// The preview action's entry.
import { resolve } from 'node:path';
import { readStackFolder } from '../../adapters/files/stack-folder.ts';
import { readStacksConfig } from '../../adapters/files/stacks-config.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { cloudInJob } from '../../adapters/runner/cloud-in-job.ts';
import { gitHubInJob } from '../../adapters/runner/github-in-job.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { performCommand } from '../chatops/perform-command.ts';
import { openProgressLine } from '../chatops/progress-line.ts';
import { synthLimits } from '../gate/files.ts';
import { passGate } from '../gate/pass.ts';
import { requireDomain } from '../plan/targets.ts';
import { commandOf } from './command.ts';
import { previewContract } from './contract.ts';
import { worldOf } from './open-world.ts';
import { reportOf } from './report.ts';
import { runPreview } from './run.ts';
import { tellingSteps } from './steps.ts';

await runAction(previewContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const { event, run, runUrl } = context;
  const pullRequest = inputs['pull-request'] ?? event.pullRequest?.number;
  const folder = resolve(inputs.directory);
  const isDeploy = inputs.mode === 'deploy' && pullRequest !== undefined;
  const { environment, region } = inputs;
  const config = await readStacksConfig(inputs.config);
  requireDomain(config, inputs.domain);
  const stacks = isDeploy
    ? passGate(await readStackFolder(folder, synthLimits), { pullRequest, environment, region, config })
    : new Map<string, unknown>();
  const command = commandOf({
    inputs,
    pullRequest,
    headSha: inputs['head-sha'] ?? event.pullRequest?.headSha,
    why: event.action === 'closed' ? 'the pull request was closed' : 'somebody asked for it',
    folder,
    stacks,
    layout: config.layout,
  });
  const gitHub = gitHubInJob(inputs, context, progress);
  const line = openProgressLine({ ...gitHub, clock: systemClock, progress, runUrl }, inputs.command);
  const ports = {
    ...gitHub,
    ...(await cloudInJob(inputs, env)),
    clock: systemClock,
    progress: tellingSteps(progress, line.tell),
    signal,
  };
  // Asking how it stands is done as often as it is asked.
  const once = inputs.mode === 'status' ? undefined : inputs.command;
  try {
    await performCommand({ ...ports, run }, once, async () => {
      const report = reportOf(await runPreview(worldOf(ports, inputs, config, { ...run, url: runUrl }), command));
      const outputs = { ...report.outputs, message: report.summary };
      for (const [name, value] of Object.entries(outputs)) setOutput(name as keyof typeof outputs, value);
      await addSummary(report.summary);
      if (report.failure) throw report.failure;
    });
  } finally {
    await line.end();
  }
});
