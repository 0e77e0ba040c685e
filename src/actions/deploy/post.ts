// After the job, however it ended: a deploy that a step of this job died with is rolled back, and the lock is given back.
import { resolve } from 'node:path';
import { openMetrics } from '../../adapters/aws/metrics.ts';
import { openClock } from '../../adapters/process/system-clock.ts';
import { clientConfig, cloudInJob } from '../../adapters/runner/cloud-in-job.ts';
import { gitHubInJob } from '../../adapters/runner/github-in-job.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { watchInJob } from '../../adapters/runner/watch-in-job.ts';
import { deployContract } from './contract.ts';
import { finishOwn } from './finish-own.ts';
import { worldOf } from './open-world.ts';
import { reportOf } from './report.ts';

await runAction(deployContract, async ({ inputs, context, env, progress, signal, addSummary }) => {
  if (inputs.mode === 'plan') return;
  const clock = openClock(env);
  const cloud = { ...(await cloudInJob(inputs, env)), ...watchInJob(inputs, env) };
  const metrics = openMetrics(clientConfig(inputs, env), clock);
  const ports = { ...gitHubInJob(inputs, context, progress), ...cloud, metrics, progress, signal, tell: () => undefined };
  const run = { ...context.run, url: context.runUrl };
  const ended = await finishOwn(worldOf(inputs, { ports, clock, run, folder: resolve(inputs.directory), stacks: new Map() }));
  if (ended) await addSummary(reportOf(ended, clock.rate).summary);
});
