// After the job, however it ended: gives back the lock that a step of this job died with.
import { systemClock } from '../../adapters/process/system-clock.ts';
import { cloudInJob } from '../../adapters/runner/cloud-in-job.ts';
import { gitHubInJob } from '../../adapters/runner/github-in-job.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { defaultStacksConfig } from '../../define/stacks-config.ts';
import { previewContract } from './contract.ts';
import { worldOf } from './open-world.ts';
import { releaseOwnLock } from './release-own-lock.ts';

await runAction(previewContract, async ({ inputs, context, env, progress, signal }) => {
  const pullRequest = inputs['pull-request'] ?? context.event.pullRequest?.number;
  if (pullRequest === undefined) return;
  const ports = {
    ...gitHubInJob(inputs, context, progress),
    ...(await cloudInJob(inputs, env)),
    clock: systemClock,
    progress,
    signal,
  };
  // A lock is called after its pull request alone.
  await releaseOwnLock(worldOf(ports, inputs, defaultStacksConfig, { ...context.run, url: context.runUrl }), pullRequest);
});
