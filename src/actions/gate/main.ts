// The gate action's entry.
import { readStackFolder } from '../../adapters/files/stack-folder.ts';
import { readStacksConfig } from '../../adapters/files/stacks-config.ts';
import { runAction } from '../../adapters/runner/run-action.ts';
import { gateContract } from './contract.ts';
import { synthLimits } from './files.ts';

await runAction(gateContract, async ({ inputs, context, progress, setOutput, addSummary }) => {
  const { pullRequest } = context.event;
  if (!pullRequest) return progress.info('This event is about no pull request: nothing to do.');
  // Only now: an event that is not ours should cost next to nothing.
  const { gitHubInJob } = await import('../../adapters/runner/github-in-job.ts');
  const { runGate } = await import('./run.ts');
  const files = await readStackFolder(inputs.directory, synthLimits);
  const { comments } = gitHubInJob(inputs, context, progress);
  const verdict = await runGate({ comments, addSummary }, files, {
    pullRequest: pullRequest.number,
    headSha: pullRequest.headSha,
    isFork: pullRequest.isFork,
    environment: inputs.environment,
    region: inputs.region,
    config: await readStacksConfig(inputs.config),
    runUrl: context.runUrl,
  });
  setOutput('stacks', verdict.stacks.length);
});
