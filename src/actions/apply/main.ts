// The apply action's entry.
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
import { defaultPatience } from '../preview/world.ts';
import { applyReviewed } from './apply.ts';
import { applyContract } from './contract.ts';
import { reportOf } from './report.ts';
import { tellApplied } from './tell-applied.ts';

await runAction(applyContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const { environment, region } = inputs;
  const pullRequest = inputs['pull-request'];
  const config = await readStacksConfig(inputs.config);
  requireDomain(config, inputs.domain);
  const stacks = passGate(await readStackFolder(inputs.directory, synthLimits), { pullRequest, environment, region, config });
  const gitHub = gitHubInJob(inputs, context, progress);
  const cloud = await cloudInJob(inputs, env);
  const { lockWaitSeconds, lockPollSeconds, stateLockTimeoutSeconds } = defaultPatience;
  const ports = { ...gitHub, ...cloud, clock: systemClock, progress, signal, run: context.run };
  const line = openProgressLine({ ...ports, runUrl: context.runUrl }, inputs.command);
  const settings = {
    folder: resolve(inputs.directory),
    stacks,
    layout: config.layout,
    environment,
    bucket: inputs['state-bucket'],
    domain: inputs.domain,
    image: inputs.image ?? '',
    ...{ lockWaitSeconds, lockPollSeconds, stateLockTimeoutSeconds },
  };
  const request = { pullRequest, headSha: inputs['head-sha'], reviewed: inputs.plan, actor: inputs.actor };
  try {
    const result = await performCommand(ports, inputs.command, () =>
      applyReviewed({ ...ports, settings, tell: line.tell }, request),
    );
    if (result === undefined) return;
    await tellApplied({ ...gitHub, progress }, request, environment, result);
    const { outputs, summary } = reportOf(environment, result);
    for (const [name, value] of Object.entries(outputs)) setOutput(name as keyof typeof outputs, value);
    await addSummary(summary);
  } finally {
    await line.end();
  }
});
