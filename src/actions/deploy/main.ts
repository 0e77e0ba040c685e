// The deploy action's entry.
import { resolve } from 'node:path';
import { openMetrics } from '../../adapters/aws/metrics.ts';
import { readStackFolder } from '../../adapters/files/stack-folder.ts';
import { openClock } from '../../adapters/process/system-clock.ts';
import { clientConfig, cloudInJob } from '../../adapters/runner/cloud-in-job.ts';
import { gitHubInJob } from '../../adapters/runner/github-in-job.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { watchInJob } from '../../adapters/runner/watch-in-job.ts';
import { performCommand } from '../chatops/perform-command.ts';
import { openProgressLine } from '../chatops/progress-line.ts';
import { synthLimits } from '../gate/files.ts';
import { commandOf } from './command.ts';
import { deployContract } from './contract.ts';
import { passHost } from './host-gate.ts';
import { worldOf } from './open-world.ts';
import { reportOf } from './report.ts';
import { runDeploy } from './run.ts';

await runAction(deployContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const command = commandOf(inputs);
  const folder = resolve(inputs.directory);
  // To go back, nothing is needed of what was synthesized now.
  const stacks = command.mode === 'rollback' ? new Map() : passHost(await readStackFolder(folder, synthLimits), inputs);
  const clock = openClock(env);
  const gitHub = gitHubInJob(inputs, context, progress);
  const line = openProgressLine({ ...gitHub, clock, progress, runUrl: context.runUrl }, inputs.command);
  const cloud = { ...(await cloudInJob(inputs, env)), ...watchInJob(inputs, env) };
  const metrics = openMetrics(clientConfig(inputs, env), clock);
  const ports = { ...gitHub, ...cloud, metrics, progress, signal, tell: line.tell };
  const world = worldOf(inputs, { ports, clock, run: { ...context.run, url: context.runUrl }, folder, stacks });
  try {
    await performCommand(world, inputs.command, async () => {
      const report = reportOf(await runDeploy(world, command), clock.rate);
      for (const [name, value] of Object.entries(report.outputs)) setOutput(name as keyof typeof report.outputs, value);
      await addSummary(report.summary);
      if (report.failure) throw report.failure;
    });
  } finally {
    await line.end();
  }
});
