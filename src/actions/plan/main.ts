// The plan action's entry.
import { resolve } from 'node:path';
import { type ActionRun, runAction } from '../../adapters/runner/run-action.ts';
import { type Failure, failure } from '../../define/failure.ts';
import type { StacksConfig } from '../../define/stacks-config.ts';
import { planContract } from './contract.ts';
import type { PlanWorld } from './world.ts';

type Run = ActionRun<typeof planContract>;

await runAction(planContract, async (run) => {
  const { inputs, context, progress } = run;
  if (inputs.mode === 'drift') return lookForDrift(run);
  const given = { number: inputs['pull-request'], headSha: inputs['head-sha'] };
  if (given.number !== undefined && given.headSha !== undefined) {
    return planIt(run, { pullRequest: given.number, headSha: given.headSha });
  }
  const { pullRequest } = context.event;
  if (!pullRequest) return progress.info('This event is about no pull request: nothing to do.');
  if (context.event.action === 'closed') return progress.info('The pull request is closed: nothing to plan.');
  if (pullRequest.isFork) return progress.info('The pull request comes from a fork: no plan, because it gets no credentials.');
  return planIt(run, { pullRequest: pullRequest.number, headSha: pullRequest.headSha });
});

async function planIt(run: Run, request: { readonly pullRequest: number; readonly headSha: string }): Promise<void> {
  const { inputs, progress } = run;
  // Only now: an event that is not ours should cost next to nothing.
  const { readStackFolder } = await import('../../adapters/files/stack-folder.ts');
  const { synthLimits } = await import('../gate/files.ts');
  const { passGate } = await import('../gate/pass.ts');
  const { planPullRequest } = await import('./pull-request-plan.ts');
  const { planDigest } = await import('./digest.ts');
  const { planOutputs } = await import('./outputs.ts');
  const { renderSummary } = await import('./render/comment.ts');
  const { environment, region } = inputs;
  const config = await readConfig(run);
  const files = await readStackFolder(inputs.directory, synthLimits);
  const stacks = passGate(files, { pullRequest: request.pullRequest, environment, region, config });
  const world = await openWorld(run, stacks, config);
  if (inputs.requested) await refuseHeld(world, inputs.actor);
  const outcome = await planPullRequest(world, request);
  for (const [name, value] of Object.entries(planOutputs(outcome)))
    run.setOutput(name as keyof ReturnType<typeof planOutputs>, value);
  if (outcome.kind === 'superseded') {
    // Whoever commanded it waits for an answer; after a push the next run gives it.
    if (inputs['head-sha'] !== undefined) throw superseded(outcome.why);
    return progress.info(`Nothing planned: ${outcome.why}.`);
  }
  await run.addSummary(renderSummary(outcome.plans, { commitSha: request.headSha, digest: planDigest(outcome.host) }));
}

/** Planning takes minutes: whoever asks for a preview learns before that it would not be deployed. */
async function refuseHeld({ documents, clock, settings }: PlanWorld, actor: string | undefined): Promise<void> {
  const { decideObstacle } = await import('../environment/hold.ts');
  const { gatherHold } = await import('../environment/hold-store.ts');
  const { obstacleFailure } = await import('../environment/words.ts');
  const obstacle = decideObstacle(await gatherHold(documents, settings.environment), actor, clock.now());
  if (obstacle !== undefined) throw obstacleFailure('deploy', settings.environment, obstacle);
}

function superseded(why: string): Failure {
  return failure({
    code: 'plan/superseded',
    what: `Nothing was planned: ${why}.`,
    next: 'Look at the pull request as it is now, and ask again.',
  });
}

async function lookForDrift(run: Run): Promise<void> {
  const { reportDrift } = await import('./drift.ts');
  const { renderSummary } = await import('./render/comment.ts');
  const { plans, drifted } = await reportDrift(await openWorld(run, new Map(), await readConfig(run)));
  await run.addSummary(renderSummary(plans));
  run.setOutput('has-changes', drifted.length > 0);
  for (const { title, issueUrl } of drifted) run.progress.warning(`Drift in the ${title}: ${issueUrl}`);
}

async function readConfig({ inputs }: Run): Promise<StacksConfig> {
  const { readStacksConfig } = await import('../../adapters/files/stacks-config.ts');
  const { requireDomain } = await import('./targets.ts');
  const config = await readStacksConfig(inputs.config);
  requireDomain(config, inputs.domain);
  return config;
}

async function openWorld(
  { inputs, context, env, progress, signal }: Run,
  stacks: ReadonlyMap<string, unknown>,
  { layout }: StacksConfig,
) {
  const { cloudInJob } = await import('../../adapters/runner/cloud-in-job.ts');
  const { gitHubInJob } = await import('../../adapters/runner/github-in-job.ts');
  const { systemClock } = await import('../../adapters/process/system-clock.ts');
  return {
    ...gitHubInJob(inputs, context, progress),
    ...(await cloudInJob(inputs, env)),
    clock: systemClock,
    progress,
    signal,
    settings: {
      folder: resolve(inputs.directory),
      stacks,
      layout,
      environment: inputs.environment,
      bucket: inputs['state-bucket'],
      domain: inputs.domain,
      image: inputs.image ?? '',
      imagePatienceSeconds: 900,
      policy: {
        previews: inputs.previews,
        previewLabel: inputs['preview-label'],
        isolationLabel: inputs['isolation-label'],
        isRequested: inputs.requested,
      },
      maximumPreviews: inputs['maximum-previews'],
      runUrl: context.runUrl,
    },
  };
}
